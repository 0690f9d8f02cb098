import { KmsAlias } from '@cdktf/provider-aws/lib/kms-alias';
import { KmsKey } from '@cdktf/provider-aws/lib/kms-key';
import { KmsReplicaKey } from '@cdktf/provider-aws/lib/kms-replica-key';
import type { Static } from '@sinclair/typebox';
import type { Access, AccessLevels } from '../schemas/contract/connection';
import { choice, flag, input, integer, list, optional, text } from '../schemas/contract/fields';
import { defineAwsKind, type AwsContext, type PolicyStatement } from '../schemas/contract/kind';
import { forEach, known, runtime } from '../schemas/contract/output';
import type { Settings } from '../schemas/contract/settings';
import { accountAdministersKey, keyItself, logsUseKey } from './facets/key';
import { regional, regionField, regionOf, replicaRegions, replicasField, unknownRegion } from './facets/region';

/** Services that use a key on nobody's behalf, so that the key's own policy has to let them. */
const services = ['cloudfront', 'cloudtrail', 'cloudwatch', 'events', 'logs', 's3', 'ses', 'sns'] as const;

const Input = input({
  description: optional(text('What it is for.', { maxLength: 8192 })),
  purpose: choice(
    '`encrypt`: a symmetric key; `sign`: a pair that signs, whose public half anyone may have.',
    ['encrypt', 'sign'],
    {
      default: 'encrypt',
    },
  ),
  signingAlgorithm: choice(
    'Pair of a key that signs.',
    ['ECC_NIST_P256', 'ECC_NIST_P384', 'ECC_NIST_P521', 'RSA_2048', 'RSA_3072', 'RSA_4096'],
    { default: 'ECC_NIST_P256' },
  ),
  rotationDays: integer('Days between two rotations of a key that encrypts.', {
    minimum: 90,
    maximum: 2560,
    default: 365,
  }),
  services: list(
    'AWS services that use it of their own accord, such as `logs` for log groups or `cloudwatch` for alarms to an encrypted topic.',
    choice('Service.', services),
    { default: [], uniqueItems: true },
  ),
  multiRegion: flag('It can have copies in other regions, whether or not `replicas` names any yet.', {
    default: false,
  }),
  replicas: replicasField,
  deletionWindowDays: integer('Days between the order to delete it and its end.', {
    minimum: 7,
    maximum: 30,
    default: 30,
  }),
  region: regionField,
  protect: flag('Refuse to destroy it: what it encrypted is lost with it.', { default: true }),
});

type Props = Static<typeof Input>;

/** A key for others to encrypt with. */
export const key = defineAwsKind<typeof Input>({
  kind: 'key',
  summary: 'A KMS key with an alias, rotated, for components that share one or for signing.',
  creates: ['the key with its policy', 'its alias', 'a copy of both in each further region'],
  input: Input,
  examples: {
    'one key for several stores and their logs': { input: { services: ['logs'] } },
    'a key with a copy in another region, for what is replicated there': { input: { replicas: ['dr'] } },
    'a key that signs tokens': { input: { purpose: 'sign' } },
  },
  holdsData: true,
  outputs: {
    alias: known('Alias.', ({ self }) => `alias/${self.physicalName('kms-alias')}`),
    arn: runtime('ARN.', 'foundation', ({ attribute }) => attribute('aws_kms_key', 'arn')),
    keyId: runtime('Id.', 'foundation', ({ attribute }) => attribute('aws_kms_key', 'key_id')),
    replicaArn: forEach(
      ({ replicas }: Props) => replicas,
      runtime<Props>('ARN of the copy in a region.', 'foundation', ({ attribute }, region) =>
        attribute('aws_kms_replica_key', 'arn', replicaRole(region)),
      ),
    ),
  },
  offers: {
    access: ({ purpose }): AccessLevels<Props> =>
      purpose === 'sign'
        ? {
            verify: access('Verify signatures and get the public half.', ['kms:GetPublicKey', 'kms:Verify']),
            sign: access('Sign and verify.', ['kms:GetPublicKey', 'kms:Verify', 'kms:Sign']),
          }
        : {
            decrypt: access('Decrypt.', ['kms:Decrypt']),
            encrypt: access('Encrypt and decrypt.', ['kms:Decrypt', 'kms:Encrypt', 'kms:GenerateDataKey']),
          },
  },
  constraints: [
    unknownRegion,
    replicaRegions,
    {
      id: 'signing-key-of-services',
      meaning: 'AWS services encrypt with a key; they don’t sign.',
      fix: 'leave services out, or set purpose to encrypt',
      violations: ({ purpose, services: users }) =>
        purpose === 'sign' && users.length > 0
          ? [{ at: '/services', found: `${users.join(', ')} with a key that signs` }]
          : [],
    },
  ],
  layers: { foundation },
});

function access(description: string, actions: readonly string[]): Access<Props> {
  return {
    description,
    statements: ({ own }) => [{ actions, resources: [own('arn')] }],
    variables: () => ({ KEY_ID: { output: 'alias' } }),
  };
}

function foundation(context: AwsContext<Props>): void {
  const { scope, self, props, own, policy } = context;
  const signs = props.purpose === 'sign';
  new KmsKey(scope, 'this', {
    description: props.description ?? `${self.name} of ${self.system} ${self.environment}`,
    ...(signs
      ? { keyUsage: 'SIGN_VERIFY', customerMasterKeySpec: props.signingAlgorithm }
      : { enableKeyRotation: true, rotationPeriodInDays: props.rotationDays }),
    multiRegion: props.multiRegion || props.replicas.length > 0,
    deletionWindowInDays: props.deletionWindowDays,
    policy: policy('this$policy', statementsIn(context, props.region)),
    ...(props.protect ? { lifecycle: { preventDestroy: true } } : {}),
    ...regional(context),
  });
  new KmsAlias(scope, 'this$alias', { name: own('alias'), targetKeyId: own('keyId'), ...regional(context) });
  for (const region of props.replicas) addReplica(context, region);
}

function replicaRole(region: string): string {
  return `replica-${region}`;
}

/** Rotation, length and use are those of the key; policy, alias and deletion are its own. */
function addReplica(context: AwsContext<Props>, region: string): void {
  const { scope, self, props, own, attribute, policy, provider } = context;
  const role = replicaRole(region);
  const there = provider(region);
  const elsewhere = there ? { provider: there } : {};
  new KmsReplicaKey(scope, `${role}$key`, {
    description: `Copy of ${self.name} of ${self.system} ${self.environment}`,
    primaryKeyArn: own('arn'),
    deletionWindowInDays: props.deletionWindowDays,
    policy: policy(`${role}$policy`, statementsIn(context, region)),
    ...(props.protect ? { lifecycle: { preventDestroy: true } } : {}),
    ...elsewhere,
  });
  new KmsAlias(scope, `${role}$alias`, {
    name: own('alias'),
    targetKeyId: attribute('aws_kms_replica_key', 'key_id', role),
    ...elsewhere,
  });
}

function statementsIn({ props, settings }: AwsContext<Props>, region: string | undefined): PolicyStatement[] {
  return [
    ...accountAdministersKey(settings),
    ...props.services.map((service) => serviceUsesKey(settings, service, region)),
  ];
}

function serviceUsesKey(
  settings: Settings,
  service: (typeof services)[number],
  region: string | undefined,
): PolicyStatement {
  if (service === 'logs') return logsUseKey(settings, regionOf(settings, region) ?? settings.aws.region, '*');
  return {
    sid: `${service.charAt(0).toUpperCase()}${service.slice(1)}UsesKey`,
    actions: ['kms:Decrypt', 'kms:DescribeKey', 'kms:Encrypt', 'kms:GenerateDataKey*'],
    ...keyItself,
    principals: [{ type: 'Service', identifiers: [`${service}.amazonaws.com`] }],
    conditions: [{ test: 'StringEquals', variable: 'aws:SourceAccount', values: [settings.aws.account] }],
  };
}
