import { bindingsSchema, descriptionSchema, imagesSchema } from '../../schemas/contract/description';
import type { Kind } from '../../schemas/contract/kind';
import type { JsonObject } from '../../schemas/primitives/artifact';
import { componentKeyPattern } from '../../schemas/primitives/component-key';
import { compareText } from '../../schemas/primitives/finding';
import { componentSchema } from '../load/component-schema';
import { asSchema, type Schema } from '../load/schema-lookup';
import { nullable, relaxed } from './relax';

/** Where the editor schemas are; the first line of each description names one. */
export const editorFolder = 'schemas/editor';

const draft = 'http://json-schema.org/draft-07/schema#';

/**
 * Schemas for completion, hover text and red lines in an editor, by file name. An environment and its system file each
 * hold a part of the description, so that nothing is required there, and `null` takes out what the other file says; what
 * is missing in both is told by `slipway check`.
 */
export function editorSchemas(kinds: readonly Kind[]): Readonly<Record<string, JsonObject>> {
  const sorted = [...kinds].sort((a, b) => compareText(a.kind, b.kind));
  const common = commonDefinitions(sorted);
  return {
    'environment.schema.json': {
      ...environmentSchema(sorted),
      definitions: { ...common, ...Object.fromEntries(sorted.map((kind) => [kind.kind, definitionOf(kind)])) },
    },
    // The same keys: what stands in which of the two is the user's choice.
    'system.schema.json': {
      $schema: draft,
      $ref: 'environment.schema.json',
      title: 'What environments have in common',
    },
    'part.schema.json': {
      $schema: draft,
      title: 'More components of an environment or a system',
      type: 'object',
      additionalProperties: false,
      properties: { components: { $ref: 'environment.schema.json#/properties/components' } },
    },
    'images.schema.json': whole(asSchema(imagesSchema) ?? {}, 'Images of an environment'),
    'bindings.schema.json': whole(asSchema(bindingsSchema) ?? {}, 'Values that only AWS knows'),
  };
}

function whole(schema: Schema, title: string): JsonObject {
  return { ...relaxed(schema, { as: 'whole' }), $schema: draft, title };
}

function environmentSchema(kinds: readonly Kind[]): JsonObject {
  const body = relaxed(asSchema(descriptionSchema) ?? {}, { as: 'part' });
  const { components: described, ...settings } = (body['properties'] ?? {}) as Record<string, JsonObject>;
  const components: JsonObject = {
    type: ['object', 'null'],
    additionalProperties: false,
    description: described?.['description'] ?? '',
    properties: Object.fromEntries(kinds.map((kind) => [kind.kind, componentsOf(kind)])),
  };
  return { ...body, $schema: draft, title: 'Environment', properties: { ...settings, components } };
}

/** Components of one kind, by key. */
function componentsOf({ kind, summary, creates }: Kind): JsonObject {
  return {
    type: ['object', 'null'],
    markdownDescription: [summary, '', 'Creates:', ...creates.map((line) => `- ${line}`)].join('\n'),
    patternProperties: { [componentKeyPattern]: { $ref: `#/definitions/${kind}` } },
    additionalProperties: false,
  };
}

function definitionOf(kind: Kind): JsonObject {
  const { properties, ...schema } = componentSchema(kind);
  const all = asSchema(properties) ?? {};
  const own = Object.entries(all).filter(([key]) => !isCommon(kind, key));
  const common = Object.keys(all).filter((key) => isCommon(kind, key));
  const body = relaxed({ ...schema, properties: Object.fromEntries(own) as JsonObject }, { as: 'part' });
  const references = common.map((key) => [key, { $ref: `#/definitions/${commonDefinition(key)}` }] as const);
  return nullable({
    ...body,
    description: kind.summary,
    properties: { ...(body['properties'] as JsonObject), ...Object.fromEntries(references) },
  });
}

/** Fields that every component takes, once. */
function commonDefinitions(kinds: readonly Kind[]): JsonObject {
  const found = new Map<string, JsonObject>();
  for (const kind of kinds) {
    for (const [key, schema] of Object.entries(asSchema(componentSchema(kind)['properties']) ?? {}))
      if (isCommon(kind, key) && !found.has(key))
        found.set(key, nullable(relaxed(asSchema(schema) ?? {}, { as: 'part', key })));
  }
  return Object.fromEntries([...found].map(([key, schema]) => [commonDefinition(key), schema]));
}

function isCommon(kind: Kind, key: string): boolean {
  return !Object.hasOwn(kind.input.properties, key);
}

/** No kind has a capital letter. */
function commonDefinition(key: string): string {
  return `COMMON-${key}`;
}
