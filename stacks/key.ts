import { KmsAlias } from '@cdktf/provider-aws/lib/kms-alias';
import { KmsKey } from '@cdktf/provider-aws/lib/kms-key';
import type { Static } from '@sinclair/typebox';
import type { Access, AccessLevels } from '../schemas/contract/connection';
import { choice, flag, input, integer, list, optional, text } from '../schemas/contract/fields';
import { defineAwsKind, type AwsContext, type PolicyStatement } from '../schemas/contract/kind';
import { known, runtime } from '../schemas/contract/output';
import { accountAdministersKey, keyItself, logsUseKey } from './facets/key';
import { regional, regionField, regionOf, unknownRegion } from './facets/region';

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
  multiRegion: flag('It can have copies in other regions.', { default: false }),
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
  creates: ['the key with its policy', 'its alias'],
  input: Input,
  examples: {
    'one key for several stores and their logs': { input: { services: ['logs'] } },
    'a key that signs tokens': { input: { purpose: 'sign' } },
  },
  holdsData: true,
  outputs: {
    alias: known('Alias.', ({ self }) => `alias/${self.physicalName('kms-alias')}`),
    arn: runtime('ARN.', 'foundation', ({ attribute }) => attribute('aws_kms_key', 'arn')),
    keyId: runtime('Id.', 'foundation', ({ attribute }) => attribute('aws_kms_key', 'key_id')),
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
  const { scope, self, props, settings, own, policy } = context;
  const signs = props.purpose === 'sign';
  new KmsKey(scope, 'this', {
    description: props.description ?? `${self.name} of ${self.system} ${self.environment}`,
    ...(signs
      ? { keyUsage: 'SIGN_VERIFY', customerMasterKeySpec: props.signingAlgorithm }
      : { enableKeyRotation: true, rotationPeriodInDays: props.rotationDays }),
    multiRegion: props.multiRegion,
    deletionWindowInDays: props.deletionWindowDays,
    policy: policy('this$policy', [
      ...accountAdministersKey(settings),
      ...props.services.map((service) => serviceUsesKey(context, service)),
    ]),
    ...(props.protect ? { lifecycle: { preventDestroy: true } } : {}),
    ...regional(context),
  });
  new KmsAlias(scope, 'this$alias', { name: own('alias'), targetKeyId: own('keyId'), ...regional(context) });
}

function serviceUsesKey({ props, settings }: AwsContext<Props>, service: (typeof services)[number]): PolicyStatement {
  const region = regionOf(settings, props.region) ?? settings.aws.region;
  if (service === 'logs') return logsUseKey(settings, region, '*');
  return {
    sid: `${service.charAt(0).toUpperCase()}${service.slice(1)}UsesKey`,
    actions: ['kms:Decrypt', 'kms:DescribeKey', 'kms:Encrypt', 'kms:GenerateDataKey*'],
    ...keyItself,
    principals: [{ type: 'Service', identifiers: [`${service}.amazonaws.com`] }],
    conditions: [{ test: 'StringEquals', variable: 'aws:SourceAccount', values: [settings.aws.account] }],
  };
}
