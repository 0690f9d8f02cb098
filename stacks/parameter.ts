import { SsmParameter } from '@cdktf/provider-aws/lib/ssm-parameter';
import type { Static } from '@sinclair/typebox';
import type { Access, AccessLevels, OfferedSecret } from '../schemas/contract/connection';
import { choice, flag, group, input, optional, text } from '../schemas/contract/fields';
import { defineAwsKind, type AwsContext } from '../schemas/contract/kind';
import { forEach, known } from '../schemas/contract/output';
import { collidingEntries, entriesOf, plainKey } from './facets/entries';
import { randomPassword } from './facets/ephemeral';
import { generatedKeys, generateField, keysField, randomValue, secretVariables } from './facets/generated';
import { addOwnKey, decryptThrough, keyConstraints, keyField, keyOutput } from './facets/key';

const Input = input({
  description: optional(text('What they are for, together.', { maxLength: 2048 })),
  entries: entriesOf(
    'Parameters by path; the name in AWS is `/<system>/<environment>/<entry>`, or `/<name>/<entry>` with `name:`.',
    group('One parameter.', {
      description: optional(text('What it is for. AWS keeps the first that it was made with.', { maxLength: 1024 })),
      keys: keysField,
      generate: generateField,
    }),
  ),
  tier: choice('`standard` holds 4 KB for nothing, `advanced` 8 KB for a price.', ['standard', 'advanced'], {
    default: 'standard',
  }),
  key: keyField,
  protect: flag('Refuse to destroy them.', { default: true }),
});

type Props = Static<typeof Input>;

/** Secret configuration by path. */
export const parameter = defineAwsKind<typeof Input>({
  kind: 'parameter',
  summary: 'SecureString parameters in Parameter Store, by path, with no value in any file.',
  creates: [
    'a parameter for each entry, with a random value until someone fills it, since none may be empty',
    'a KMS key, unless one is named',
  ],
  input: Input,
  examples: {
    'a database address that someone fills in, and a signing key that nobody knows': {
      input: { entries: { 'database/url': {}, 'jwt/secret': { generate: { length: 64 } } } },
    },
  },
  holdsData: true,
  outputs: {
    name: forEach(
      entriesIn,
      known<Props>('Name of a parameter.', ({ self }, entry) => self.physicalName('parameter', entry)),
    ),
    arn: forEach(
      entriesIn,
      known<Props>('ARN of a parameter.', ({ self }, entry) => {
        const { partition, region, account } = self.settings.aws;
        return `arn:${partition}:ssm:${region}:${account}:parameter${self.physicalName('parameter', entry)}`;
      }),
    ),
    keyArn: keyOutput,
  },
  offers: {
    secrets: ({ props }) =>
      Object.fromEntries(
        Object.entries(props.entries).map(([entry, { keys }]) => [plainKey(entry), offered(entry, keys)]),
      ),
    access: ({ entries }): AccessLevels<Props> =>
      Object.fromEntries(Object.entries(entries).map(([entry, { keys }]) => [entry, access(entry, keys)])),
  },
  constraints: [
    ...keyConstraints<Props>(),
    collidingEntries('entries', entriesIn),
    generatedKeys((props) => props.entries),
  ],
  layers: { foundation, data },
});

/** Marks a parameter whose value nobody but people knows. */
const filledInByPeople = { 'filled-in-by': 'people' } as const;

function entriesIn(props: Props): string[] {
  return Object.keys(props.entries);
}

function offered(entry: string, keys: readonly string[]): OfferedSecret<Props> {
  return {
    description: `Parameter ${entry}.`,
    output: `name/${entry}`,
    store: 'parameter-store',
    ...(keys.length > 0 ? { keys } : {}),
    statements: ({ self, own }) => [
      { actions: ['ssm:GetParameter', 'ssm:GetParameters'], resources: [own(`arn/${entry}`)] },
      decryptThrough(own('keyArn'), `ssm.${self.settings.aws.region}`),
    ],
  };
}

function access(entry: string, keys: readonly string[]): Access<Props> {
  return {
    description: `Parameter ${entry}: each key a variable.`,
    variables: () => secretVariables(plainKey(entry), keys),
  };
}

function foundation(context: AwsContext<Props>): void {
  const { self, props } = context;
  addOwnKey(context, { description: props.description ?? `Parameters ${self.name}`, protect: props.protect });
}

function data({ scope, self, props, own }: AwsContext<Props>): void {
  for (const [entry, { description, keys, generate }] of Object.entries(props.entries)) {
    const id = plainKey(entry);
    // What someone puts in its place is never read back, and written over only with a higher version.
    const expression = generate
      ? randomValue(scope, id, { keys, generate })
      : randomPassword(scope, id, { length: 32, punctuation: false });
    new SsmParameter(scope, id, {
      name: own(`name/${entry}`),
      description: description ?? `${entry} of ${self.system} ${self.environment}`,
      type: 'SecureString',
      tier: props.tier === 'advanced' ? 'Advanced' : 'Standard',
      keyId: own('keyArn'),
      valueWo: `\${${expression}}`,
      valueWoVersion: generate?.version ?? 1,
      // Its first value is random too, and nobody could tell.
      ...(generate ? {} : { tags: filledInByPeople }),
      // The provider changes a description by writing the value too, which it knows only while the version rises.
      lifecycle: { ignoreChanges: ['description'], ...(props.protect ? { preventDestroy: true } : {}) },
    });
  }
}
