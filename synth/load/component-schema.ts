import type { JsonObject } from '../../schemas/primitives/artifact';
import type { Kind } from '../../schemas/contract/kind';
import { prefixPattern } from '../../schemas/contract/uses';
import { componentKeyPattern } from '../../schemas/primitives/component-key';

/** Fields that every component takes, beside those of its kind. */
const commonProperties = {
  name: {
    type: 'string',
    minLength: 1,
    description: 'Physical name, instead of the one made of system, environment and key.',
  },
  renamedFrom: {
    type: 'string',
    pattern: componentKeyPattern,
    description:
      'Key that the component had before: its resources are moved, not replaced. It may go once the output made with it is committed, which goes on moving them.',
  },
  adopt: {
    type: 'object',
    description: 'Existing resources to take over: output resource → id that Terraform imports it by.',
    additionalProperties: { type: 'string', minLength: 1 },
  },
  patches: {
    type: 'object',
    description:
      'Changes to what the kind makes: output resource → merge patch (RFC 7386). Elements of a list of named things are selected by name.',
    additionalProperties: { type: 'object' },
  },
};

const access = { type: 'string', description: 'Access level that the target offers.' };

const usesProperty = {
  type: 'object',
  description:
    'Components that it connects to, each with the access it needs: security-group rules, network policies, IAM statements, addresses and secrets follow. Nothing else opens a path.',
  propertyNames: { pattern: componentKeyPattern },
  additionalProperties: {
    anyOf: [
      access,
      {
        type: 'object',
        description:
          'Several accesses to one target, by the prefix of their environment variables: `{ JWT: jwt-key, OAUTH: client }`. An environment adds a prefix to those of its system, or takes one out by `null`; a text is replaced.',
        minProperties: 1,
        additionalProperties: false,
        dependencies: { as: ['access'] },
        'x-key-form': 'a prefix of environment variables such as `JWT`',
        properties: {
          access,
          as: {
            type: 'string',
            pattern: prefixPattern,
            'x-form': 'a prefix of environment variables such as `JWT`',
            description: 'Prefix of the environment variables of `access`, instead of the key of the component.',
          },
        },
        patternProperties: { [prefixPattern]: access },
      },
    ],
  },
};

/** Whether components of a kind may have `uses`. */
export function connects(kind: Kind): boolean {
  return (
    kind.workload !== undefined ||
    kind.securityGroup !== undefined ||
    kind.connects === true ||
    kind.plane === 'composite'
  );
}

/** The strict schema of one component: the kind's fields and the common ones. */
export function componentSchema(kind: Kind): JsonObject {
  const input = kind.input as unknown as JsonObject;
  const properties = {
    ...(input['properties'] as JsonObject),
    ...commonProperties,
    ...(connects(kind) ? { uses: usesProperty } : {}),
  };
  return { ...input, properties };
}
