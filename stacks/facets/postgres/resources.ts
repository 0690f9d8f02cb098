import { CloudwatchLogGroup } from '@cdktf/provider-aws/lib/cloudwatch-log-group';
import { IamRole } from '@cdktf/provider-aws/lib/iam-role';
import { IamRolePolicyAttachment } from '@cdktf/provider-aws/lib/iam-role-policy-attachment';
import type { ITerraformDependable } from 'cdktf';
import type { AwsContext } from '../../../schemas/contract/kind';
import { inRegionOfNetwork } from '../placement';
import { serviceTrust } from '../policy';

interface Database {
  readonly network: string;
  readonly slowQueryMilliseconds: number;
  readonly parameters: Readonly<Record<string, { readonly value: string; readonly atReboot: boolean }>>;
  readonly insights: 'standard' | 'advanced';
  readonly logRetentionDays?: number;
}

type Context = AwsContext<Database>;

/** TLS alone, and logs that tell who did what and what was slow. */
export function parametersOf({ slowQueryMilliseconds, parameters }: Database) {
  const standard = {
    log_connections: '1',
    log_disconnections: '1',
    log_lock_waits: '1',
    log_min_duration_statement: String(slowQueryMilliseconds),
    log_statement: 'ddl',
    'rds.force_ssl': '1',
  };
  const merged = {
    ...Object.fromEntries(Object.entries(standard).map(([name, value]) => [name, { value, atReboot: false }])),
    ...parameters,
  };
  return Object.entries(merged).map(([name, { value, atReboot }]) => ({
    name,
    value,
    applyMethod: atReboot ? 'pending-reboot' : 'immediate',
  }));
}

/** Seven days come with the price of the instance; `advanced` wants the 15 months that it shows. */
export function insightsOf({ props, own }: Context) {
  return {
    databaseInsightsMode: props.insights,
    performanceInsightsEnabled: true,
    performanceInsightsKmsKeyId: own('keyArn'),
    performanceInsightsRetentionPeriod: props.insights === 'advanced' ? 465 : 7,
  };
}

/** The log group is made before the database: what RDS makes of its own accord has no retention and no key. */
export function addDatabaseLog(context: Context, id: string, name: string): ITerraformDependable {
  const { scope, props, settings, own } = context;
  return new CloudwatchLogGroup(scope, id, {
    name,
    retentionInDays: props.logRetentionDays ?? settings.logRetentionDays,
    kmsKeyId: own('keyArn'),
    ...inRegionOfNetwork(context),
  });
}

/** Role of the resources of enhanced monitoring. */
export const monitoring = 'monitoring';

/** @see https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_Monitoring.OS.Enabling.html */
export function addMonitoringRole({ scope, self, settings, policy, attribute }: AwsContext, of: string): void {
  new IamRole(scope, `${monitoring}$role`, {
    name: self.physicalName('iam-role', monitoring),
    description: `Writes the enhanced monitoring of ${of} ${self.name}`,
    assumeRolePolicy: policy(
      `${monitoring}-trust`,
      serviceTrust(['monitoring.rds.amazonaws.com']).map((statement) => ({
        ...statement,
        conditions: [{ test: 'StringEquals', variable: 'aws:SourceAccount', values: [settings.aws.account] }],
      })),
    ),
  });
  new IamRolePolicyAttachment(scope, `${monitoring}$policy`, {
    role: attribute('aws_iam_role', 'name', monitoring),
    policyArn: `arn:${settings.aws.partition}:iam::aws:policy/service-role/AmazonRDSEnhancedMonitoringRole`,
  });
}
