import { CloudwatchLogGroup } from '@cdktf/provider-aws/lib/cloudwatch-log-group';
import type { TerraformProvider } from 'cdktf';
import { choice, optional } from '../../schemas/contract/fields';
import type { AwsContext } from '../../schemas/contract/kind';
import { logRetentionDays } from '../../schemas/primitives/log-retention';
import { addKey, logsUseKey } from './key';

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

type Context = Pick<AwsContext, 'scope' | 'self' | 'settings' | 'policy'>;

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

/** It may go: what it encrypted goes with it. */
function addLogKey(context: Context, { role, name, elsewhere }: LogGroup): string {
  const { settings } = context;
  return addKey(context, {
    description: `Log group ${name}`,
    role,
    statements: [logsUseKey(settings, elsewhere?.region ?? settings.aws.region, name)],
    protect: false,
    provider: elsewhere?.provider,
  });
}
