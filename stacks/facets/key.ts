import { KmsAlias } from '@cdktf/provider-aws/lib/kms-alias';
import { KmsKey } from '@cdktf/provider-aws/lib/kms-key';
import type { TerraformProvider } from 'cdktf';
import { optionalReference } from '../../schemas/contract/fields';
import type { AwsContext, Constraint, PolicyStatement } from '../../schemas/contract/kind';
import type { Component } from '../../schemas/contract/component';
import type { Statement } from '../../schemas/contract/connection';
import { runtime, type OutputContext } from '../../schemas/contract/output';
import type { Settings } from '../../schemas/contract/settings';
import { regionOf } from './region';

/** Field `key` of what holds data. */
export const keyField = optionalReference(
  'Component of kind `key` that encrypts it. Left out, it has a key of its own.',
  ['key'],
);

interface Encrypted {
  readonly key?: string;
}

/** Output `keyArn` of what holds data. */
export const keyOutput = runtime<Encrypted>(
  'ARN of the KMS key that encrypts it.',
  'foundation',
  ({ props, ref, attribute }: OutputContext<Encrypted>) =>
    props.key === undefined ? attribute('aws_kms_key', 'arn') : ref(props.key).text('arn'),
);

export interface OwnKey {
  readonly description: string;
  /** Role of its resources; the component's own logical id by default. */
  readonly role?: string;
  /** What others than the account's own roles may do with it. */
  readonly statements?: readonly PolicyStatement[];
  /** Refuse to destroy it. Default true. */
  readonly protect?: boolean;
  /** Of another region than the environment's. */
  readonly provider?: TerraformProvider | undefined;
}

type Context = Pick<AwsContext, 'scope' | 'self' | 'settings' | 'policy'>;

/** The key of a component that names none, with its alias. */
export function addOwnKey(context: Context & { readonly props: Encrypted }, own: OwnKey): void {
  if (context.props.key === undefined) addKey(context, own);
}

/** A symmetric key with yearly rotation. Returns the expression of its ARN. */
export function addKey({ scope, self, settings, policy }: Context, own: OwnKey): string {
  const { role = 'this', provider } = own;
  const elsewhere = provider ? { provider } : {};
  const key = new KmsKey(scope, `${role}$key`, {
    description: own.description,
    enableKeyRotation: true,
    deletionWindowInDays: 30,
    policy: policy(`${role}$key-document`, [...accountAdministersKey(settings), ...(own.statements ?? [])]),
    ...(own.protect === false ? {} : { lifecycle: { preventDestroy: true } }),
    ...elsewhere,
  });
  const address = `aws_kms_key.${key.friendlyUniqueId}`;
  new KmsAlias(scope, `${role}$alias`, {
    // A name such as /acme/pods begins with the slash that an alias has already.
    name: `alias/${self.physicalName('kms-alias', role === 'this' ? '' : role).replace(/^\//, '')}`,
    targetKeyId: `\${${address}.key_id}`,
    ...elsewhere,
  });
  return `\${${address}.arn}`;
}

export const keyItself = { resources: ['*'], why: 'in the policy of a key, * is that key' } as const;

/** Lets IAM policies of the account decide; without it nobody could change the key again. */
export function accountAdministersKey({ aws: { partition, account } }: Settings): PolicyStatement[] {
  return [
    {
      sid: 'AccountAdministersKey',
      actions: ['kms:*'],
      ...keyItself,
      principals: [{ type: 'AWS', identifiers: [`arn:${partition}:iam::${account}:root`] }],
    },
  ];
}

/** CloudWatch Logs encrypts log groups of these names. @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/encrypt-log-data-kms.html */
export function logsUseKey({ aws }: Settings, region: string, logGroups: string): PolicyStatement {
  return {
    sid: 'LogsUseKey',
    actions: ['kms:Encrypt*', 'kms:Decrypt*', 'kms:ReEncrypt*', 'kms:GenerateDataKey*', 'kms:Describe*'],
    ...keyItself,
    principals: [{ type: 'Service', identifiers: [`logs.${region}.amazonaws.com`] }],
    conditions: [
      {
        test: 'ArnLike',
        variable: 'kms:EncryptionContext:aws:logs:arn',
        values: [`arn:${aws.partition}:logs:${region}:${aws.account}:log-group:${logGroups}`],
      },
    ],
  };
}

/** Region that a component of kind `key` is in. */
export function regionOfKey({ settings, props }: Component): string | undefined {
  return regionOf(settings, props['region'] as string | undefined);
}

/** Of every kind with a field `key`. `regionFor`: region that the component stands in, by default the environment’s own. */
export function keyConstraints<Props extends Encrypted>(
  regionFor: (context: OutputContext<Props>) => string | undefined = ({ self }) => self.settings.aws.region,
): readonly Constraint<Props>[] {
  return [
    {
      id: 'key-of-another-region',
      meaning: 'A key encrypts what is in its own region.',
      fix: 'name a key of the same region',
      violations: ({ key }, context) => {
        if (key === undefined) return [];
        const there = regionOfKey(context.ref(key).component);
        const here = regionFor(context);
        return there === here
          ? []
          : [{ at: '/key', found: `${key} is in ${there ?? ''}, and this is in ${here ?? ''}` }];
      },
    },
    {
      id: 'key-that-signs',
      meaning: 'What is kept is encrypted with a key that encrypts.',
      fix: 'name a key whose purpose is encrypt',
      violations: ({ key }, { ref }) =>
        key !== undefined && ref(key).component.props['purpose'] === 'sign'
          ? [{ at: '/key', found: `${key} signs` }]
          : [],
    },
  ];
}

/** Uses a key through one service alone: what it keeps under it is read, with `kms:GenerateDataKey` written too. */
export function decryptThrough(keyArn: string, service: string, also: readonly string[] = []): Statement {
  return {
    actions: ['kms:Decrypt', ...also],
    resources: [keyArn],
    conditions: [{ test: 'StringEquals', variable: 'kms:ViaService', values: [`${service}.amazonaws.com`] }],
  };
}
