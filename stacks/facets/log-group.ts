import { CloudwatchLogGroup } from '@cdktf/provider-aws/lib/cloudwatch-log-group';
import { KmsAlias } from '@cdktf/provider-aws/lib/kms-alias';
import { KmsKey } from '@cdktf/provider-aws/lib/kms-key';
import type { TerraformProvider } from 'cdktf';
import { choice, optional } from '../../schemas/contract/fields';
import type { AwsContext } from '../../schemas/contract/kind';
import { logRetentionDays } from '../../schemas/primitives/log-retention';
import { policyDocument } from './policy';

/** Field `retentionDays` of whatever writes logs. */
export const retentionDaysField = optional(
  choice('How long the log is kept, in days. By default `logRetentionDays` of the environment.', logRetentionDays),
);

/** Field `encryption` of whatever writes logs. */
export const logEncryptionField = choice(
  'Key of the log group: one made for it, or the one that AWS owns and nobody sees.',
  ['customer-key', 'aws-owned-key'],
  { default: 'customer-key' },
);

export interface LogGroup {
  /** Role of its resources: logical ids are `<component>_<role>`. */
  readonly role: string;
  readonly name: string;
  readonly retentionDays?: number | undefined;
  readonly encryption: 'customer-key' | 'aws-owned-key';
  /** Provider and name of another region than the environment's. */
  readonly elsewhere?: { readonly provider: TerraformProvider; readonly region: string } | undefined;
}

type Context = Pick<AwsContext, 'scope' | 'self' | 'settings'>;

/** A log group with a retention and, unless said otherwise, a KMS key of its own. Returns expressions of its name and ARN. */
export function addLogGroup(context: Context, group: LogGroup): { readonly name: string; readonly arn: string } {
  const { scope, settings } = context;
  const key = group.encryption === 'customer-key' ? { kmsKeyId: addLogKey(context, group) } : {};
  const made = new CloudwatchLogGroup(scope, `${group.role}$log-group`, {
    name: group.name,
    retentionInDays: group.retentionDays ?? settings.logRetentionDays,
    ...key,
    ...(group.elsewhere ? { provider: group.elsewhere.provider } : {}),
  });
  const address = `aws_cloudwatch_log_group.${made.friendlyUniqueId}`;
  return { name: `\${${address}.name}`, arn: `\${${address}.arn}` };
}

/** @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/encrypt-log-data-kms.html */
function addLogKey({ scope, self, settings }: Context, group: LogGroup): string {
  const { partition, account } = settings.aws;
  const region = group.elsewhere?.region ?? settings.aws.region;
  const provider = group.elsewhere ? { provider: group.elsewhere.provider } : {};
  const key = new KmsKey(scope, `${group.role}$key`, {
    description: `Log group ${group.name}`,
    enableKeyRotation: true,
    deletionWindowInDays: 30,
    policy: policyDocument(scope, `${group.role}-key`, [
      {
        sid: 'AccountAdministersKey',
        actions: ['kms:*'],
        resources: ['*'],
        why: 'in the policy of a key, * is that key',
        principals: [{ type: 'AWS', identifiers: [`arn:${partition}:iam::${account}:root`] }],
      },
      {
        sid: 'LogsUseKey',
        actions: ['kms:Encrypt*', 'kms:Decrypt*', 'kms:ReEncrypt*', 'kms:GenerateDataKey*', 'kms:Describe*'],
        resources: ['*'],
        why: 'in the policy of a key, * is that key',
        principals: [{ type: 'Service', identifiers: [`logs.${region}.amazonaws.com`] }],
        conditions: [
          {
            test: 'ArnEquals',
            variable: 'kms:EncryptionContext:aws:logs:arn',
            values: [`arn:${partition}:logs:${region}:${account}:log-group:${group.name}`],
          },
        ],
      },
    ]),
    ...provider,
  });
  const address = `aws_kms_key.${key.friendlyUniqueId}`;
  new KmsAlias(scope, `${group.role}$alias`, {
    name: `alias/${self.physicalName('kms-alias', group.role)}`,
    targetKeyId: `\${${address}.key_id}`,
    ...provider,
  });
  return `\${${address}.arn}`;
}
