import { SecretsmanagerSecretRotation } from '@cdktf/provider-aws/lib/secretsmanager-secret-rotation';
import type { Static } from '@sinclair/typebox';
import type { Access, AccessLevels, OfferedSecret } from '../schemas/contract/connection';
import { flag, group, input, integer, optional, text } from '../schemas/contract/fields';
import { defineAwsKind, type AwsContext } from '../schemas/contract/kind';
import { forEach, known, runtime } from '../schemas/contract/output';
import { collidingEntries, entriesOf, plainKey } from './facets/entries';
import { generatedKeys, generateField, keysField, randomValue, secretVariables } from './facets/generated';
import { addKey, addOwnKey, keyConstraints, keyField, keyOutput } from './facets/key';
import { replicaRegions, replicasField } from './facets/region';
import { addSecret, addSecretValue, readSecret, secretArnPattern } from './facets/secret';

const Input = input({
  description: optional(text('What they are for, together.', { maxLength: 2048 })),
  entries: entriesOf(
    'Secrets by name; the name in AWS is `<system>/<environment>/<entry>`, or `<name>/<entry>` with `name:`.',
    group('One secret.', {
      description: optional(text('What it is for.', { maxLength: 2048 })),
      keys: keysField,
      generate: generateField,
      optional: flag('Pods that take it start without it too, and without its variables, until somebody fills it in.', {
        default: false,
      }),
      rotation: optional(
        group('A Lambda function that changes it.', {
          functionArn: text('ARN of the function.', { pattern: '^arn:aws[a-z-]*:lambda:' }),
          everyDays: integer('Days between two changes.', { minimum: 1, maximum: 1000, default: 30 }),
        }),
      ),
    }),
  ),
  recoveryDays: integer('Days in which a deleted secret can be had back.', { minimum: 7, maximum: 30, default: 30 }),
  replicas: replicasField,
  key: keyField,
  protect: flag('Refuse to destroy them.', { default: true }),
});

type Props = Static<typeof Input>;

/** Containers for secrets: what is in them is nobody's business here. */
export const secret = defineAwsKind<typeof Input>({
  kind: 'secret',
  summary: 'Secrets in Secrets Manager, by name, with no value in any file.',
  creates: [
    'a secret for each entry, empty until someone fills it',
    'for an entry that is generated: a random value, in neither plan nor state',
    'a KMS key, unless one is named, and another in each region that keeps a copy',
  ],
  input: Input,
  examples: {
    'a pair of keys that someone fills in, and a password that nobody knows': {
      input: {
        entries: {
          'payment-provider': { keys: ['api_key', 'webhook_secret'] },
          'session-cookie': { generate: {} },
        },
      },
    },
    'a secret with a copy in another region': { input: { entries: { 'api-key': {} }, replicas: ['dr'] } },
  },
  holdsData: true,
  outputs: {
    name: forEach(
      entriesIn,
      known<Props>('Name of a secret.', ({ self }, entry) => self.physicalName('secret', entry)),
    ),
    arn: forEach(
      entriesIn,
      runtime<Props>('ARN of a secret.', 'data', ({ attribute }, entry) =>
        attribute('aws_secretsmanager_secret', 'arn', plainKey(entry)),
      ),
    ),
    keyArn: keyOutput,
    replicaKeyArn: forEach(
      ({ replicas }: Props) => replicas,
      runtime<Props>(
        'ARN of the KMS key of the copies in a region.',
        'foundation',
        ({ props, ref, attribute }, region) =>
          props.key === undefined
            ? attribute('aws_kms_key', 'arn', replicaRole(region))
            : ref(props.key).text(`replicaArn/${region}`),
      ),
    ),
  },
  offers: {
    secrets: ({ props }) =>
      Object.fromEntries(
        Object.entries(props.entries).map(([entry, stated]) => [plainKey(entry), offered(entry, stated)]),
      ),
    access: ({ entries }): AccessLevels<Props> =>
      Object.fromEntries(Object.entries(entries).map(([entry, { keys }]) => [entry, access(entry, keys)])),
  },
  constraints: [
    ...keyConstraints<Props>(),
    collidingEntries('entries', entriesIn),
    generatedKeys((props) => props.entries),
    replicaRegions,
    {
      id: 'key-without-replica',
      meaning: 'A key that is named has a copy in each region that keeps a copy of the secrets.',
      fix: 'add the region to replicas of the key, or leave key out',
      violations: ({ key, replicas }, { ref }) => {
        const there = key === undefined ? replicas : (ref(key).component.props['replicas'] as string[]);
        return replicas.flatMap((name, index) =>
          there.includes(name) ? [] : [{ at: `/replicas/${index}`, found: `${key ?? ''} has no copy in ${name}` }],
        );
      },
    },
  ],
  layers: { foundation, data },
});

function entriesIn(props: Props): string[] {
  return Object.keys(props.entries);
}

function offered(entry: string, { keys, optional: spared }: Props['entries'][string]): OfferedSecret<Props> {
  return {
    description: `Secret ${entry}.`,
    output: `name/${entry}`,
    ...(keys.length > 0 ? { keys } : {}),
    ...(spared ? { optional: true } : {}),
    statements: ({ self, own }) => {
      const { region } = self.settings.aws;
      return readSecret(secretArnPattern(self.settings, region, own(`name/${entry}`)), own('keyArn'), region);
    },
  };
}

function access(entry: string, keys: readonly string[]): Access<Props> {
  return {
    description: `Secret ${entry}: each key a variable.`,
    variables: () => secretVariables(plainKey(entry), keys),
  };
}

function foundation(context: AwsContext<Props>): void {
  const { self, props, provider } = context;
  const description = props.description ?? `Secrets ${self.name}`;
  addOwnKey(context, { description, protect: props.protect });
  if (props.key !== undefined) return;
  for (const region of props.replicas)
    addKey(context, {
      description,
      role: replicaRole(region),
      protect: props.protect,
      provider: provider(region),
    });
}

function replicaRole(region: string): string {
  return `replica-${region}`;
}

function copiesOf({ props, settings, own }: AwsContext<Props>) {
  return props.replicas.flatMap((name) => {
    const region = settings.aws.regions?.[name];
    return region === undefined ? [] : [{ region, keyArn: own(`replicaKeyArn/${name}`) }];
  });
}

function data(context: AwsContext<Props>): void {
  const { scope, self, props, own } = context;
  for (const [entry, { description, keys, generate, rotation }] of Object.entries(props.entries)) {
    const id = plainKey(entry);
    const address = addSecret(scope, {
      id,
      name: own(`name/${entry}`),
      description: description ?? `${entry} of ${self.system} ${self.environment}`,
      keyArn: own('keyArn'),
      recoveryDays: props.recoveryDays,
      protect: props.protect,
      replicas: copiesOf(context),
    });
    if (generate) {
      addSecretValue(scope, {
        id: `${id}$value`,
        secret: address,
        version: generate.version,
        expression: randomValue(scope, id, { keys, generate }),
      });
    }
    if (rotation) {
      new SecretsmanagerSecretRotation(scope, `${id}$rotation`, {
        secretId: `\${${address}.id}`,
        rotationLambdaArn: rotation.functionArn,
        rotationRules: { automaticallyAfterDays: rotation.everyDays },
      });
    }
  }
}
