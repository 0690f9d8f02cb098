import { CloudwatchLogGroup } from '@cdktf/provider-aws/lib/cloudwatch-log-group';
import { DataAwsRdsCluster } from '@cdktf/provider-aws/lib/data-aws-rds-cluster';
import { DbSubnetGroup } from '@cdktf/provider-aws/lib/db-subnet-group';
import { IamRole } from '@cdktf/provider-aws/lib/iam-role';
import { IamRolePolicyAttachment } from '@cdktf/provider-aws/lib/iam-role-policy-attachment';
import { RdsCluster, type RdsClusterConfig } from '@cdktf/provider-aws/lib/rds-cluster';
import { RdsClusterInstance } from '@cdktf/provider-aws/lib/rds-cluster-instance';
import { RdsClusterParameterGroup } from '@cdktf/provider-aws/lib/rds-cluster-parameter-group';
import type { ITerraformDependable } from 'cdktf';
import type { AwsContext } from '../../schemas/contract/kind';
import { addOwnKey, logsUseKey } from '../facets/key';
import { dataSubnetIds, inRegionOfNetwork, networkRegion } from '../facets/placement';
import { serviceTrust } from '../facets/policy';
import { instancesOf, type Props } from './input';

export type Context = AwsContext<Props>;

const engine = 'aurora-postgresql';
const monitoring = 'monitoring';

/** The key, where the cluster has one of its own. */
export function addClusterKey(context: Context): void {
  const { props, settings, own } = context;
  if (props.existing) return;
  addOwnKey(context, {
    description: `Aurora cluster ${own('clusterIdentifier')}`,
    statements: [logsUseKey(settings, networkRegion(context), `${logGroupPrefix(context)}*`)],
    protect: props.protect,
    ...inRegionOfNetwork(context),
  });
}

/** The cluster with what belongs to it, or the look-up of one that is there. */
export function addCluster(context: Context): void {
  const { scope, props } = context;
  if (props.existing) {
    new DataAwsRdsCluster(scope, 'this', {
      clusterIdentifier: props.existing.clusterIdentifier,
      ...inRegionOfNetwork(context),
    });
    return;
  }
  addGroups(context);
  const log = addLog(context);
  if (props.monitoringSeconds > 0) addMonitoringRole(context);
  new RdsCluster(scope, 'this', {
    ...identityOf(context),
    ...storageOf(context),
    ...backupOf(context),
    dbClusterParameterGroupName: context.attribute('aws_rds_cluster_parameter_group', 'name'),
    dbSubnetGroupName: context.attribute('aws_db_subnet_group', 'name'),
    vpcSecurityGroupIds: [context.own('securityGroupId')],
    serverlessv2ScalingConfiguration: {
      minCapacity: props.capacity.minimum,
      maxCapacity: props.capacity.maximum,
      ...(props.capacity.pauseAfterSeconds === undefined
        ? {}
        : { secondsUntilAutoPause: props.capacity.pauseAfterSeconds }),
    },
    enabledCloudwatchLogsExports: ['postgresql'],
    databaseInsightsMode: props.insights,
    ...insightsOf(context),
    // The log group is made first: what RDS makes of its own accord has no retention and no key.
    dependsOn: [log],
    ...(props.protect ? { lifecycle: { preventDestroy: true } } : {}),
    ...inRegionOfNetwork(context),
  });
  addInstances(context);
}

function identityOf({ props, own }: Context) {
  return {
    clusterIdentifier: own('clusterIdentifier'),
    engine,
    engineMode: 'provisioned',
    engineVersion: props.engineVersion,
    databaseName: props.database,
    port: props.port,
    masterUsername: props.masterUser,
    manageMasterUserPassword: true,
    masterUserSecretKmsKeyId: own('keyArn'),
    iamDatabaseAuthenticationEnabled: props.iamUsers.length > 0,
    applyImmediately: false,
    allowMajorVersionUpgrade: false,
  } satisfies RdsClusterConfig;
}

function storageOf({ props, own }: Context) {
  return {
    storageEncrypted: true,
    kmsKeyId: own('keyArn'),
    deletionProtection: props.protect,
    copyTagsToSnapshot: true,
  };
}

function backupOf({ self, props }: Context) {
  return {
    backupRetentionPeriod: props.backupRetentionDays,
    preferredBackupWindow: props.backupWindow,
    preferredMaintenanceWindow: props.maintenanceWindow,
    deleteAutomatedBackups: !props.protect,
    skipFinalSnapshot: false,
    finalSnapshotIdentifier: self.physicalName('rds-cluster', 'final'),
  };
}

/** Seven days come with the price of the instance; `advanced` wants the 15 months that it shows. */
function insightsOf({ props, own }: Context) {
  return {
    performanceInsightsEnabled: true,
    performanceInsightsKmsKeyId: own('keyArn'),
    performanceInsightsRetentionPeriod: props.insights === 'advanced' ? 465 : 7,
  };
}

function addGroups(context: Context): void {
  const { scope, self, props } = context;
  const [major = ''] = props.engineVersion.split('.');
  new DbSubnetGroup(scope, 'this$subnets', {
    name: self.physicalName('rds-group'),
    description: `Subnets of Aurora cluster ${self.name}`,
    subnetIds: dataSubnetIds(context),
    ...inRegionOfNetwork(context),
  });
  new RdsClusterParameterGroup(scope, 'this$parameters', {
    // A major version has a family of its own: the new group is there before the old one goes.
    name: self.physicalName('rds-group', `postgres${major}`),
    family: `${engine}${major}`,
    description: `Parameters of Aurora cluster ${self.name}`,
    parameter: parametersOf(props),
    lifecycle: { createBeforeDestroy: true },
    ...inRegionOfNetwork(context),
  });
}

/** TLS alone, and logs that tell who did what and what was slow. */
function parametersOf(props: Props) {
  const standard = {
    log_connections: '1',
    log_disconnections: '1',
    log_lock_waits: '1',
    log_min_duration_statement: String(props.slowQueryMilliseconds),
    log_statement: 'ddl',
    'rds.force_ssl': '1',
  };
  const merged = {
    ...Object.fromEntries(Object.entries(standard).map(([name, value]) => [name, { value, atReboot: false }])),
    ...props.parameters,
  };
  return Object.entries(merged).map(([name, { value, atReboot }]) => ({
    name,
    value,
    applyMethod: atReboot ? 'pending-reboot' : 'immediate',
  }));
}

function logGroupPrefix({ own }: Context): string {
  return `/aws/rds/cluster/${own('clusterIdentifier')}/`;
}

function addLog(context: Context): ITerraformDependable {
  const { scope, props, settings, own } = context;
  return new CloudwatchLogGroup(scope, 'this$log', {
    name: `${logGroupPrefix(context)}postgresql`,
    retentionInDays: props.logRetentionDays ?? settings.logRetentionDays,
    kmsKeyId: own('keyArn'),
    ...inRegionOfNetwork(context),
  });
}

/** @see https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/USER_Monitoring.OS.Enabling.html */
function addMonitoringRole({ scope, self, settings, policy, attribute }: Context): void {
  new IamRole(scope, `${monitoring}$role`, {
    name: self.physicalName('iam-role', monitoring),
    description: `Writes the enhanced monitoring of Aurora cluster ${self.name}`,
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

function addInstances(context: Context): void {
  const { scope, self, props, attribute } = context;
  let writer: ITerraformDependable | undefined;
  for (const [name, instance] of instancesOf(props)) {
    const made: RdsClusterInstance = new RdsClusterInstance(scope, name, {
      identifier: self.physicalName('rds-instance', name),
      clusterIdentifier: attribute('aws_rds_cluster', 'id'),
      engine,
      engineVersion: attribute('aws_rds_cluster', 'engine_version'),
      instanceClass: 'db.serverless',
      promotionTier: instance.promotionTier,
      ...(instance.zone === undefined ? {} : { availabilityZone: instance.zone }),
      dbSubnetGroupName: attribute('aws_db_subnet_group', 'name'),
      caCertIdentifier: props.certificateAuthority,
      publiclyAccessible: false,
      copyTagsToSnapshot: true,
      // The version is the one that is described; patches of it come in the maintenance window all the same.
      autoMinorVersionUpgrade: false,
      applyImmediately: false,
      preferredMaintenanceWindow: props.maintenanceWindow,
      monitoringInterval: props.monitoringSeconds,
      ...(props.monitoringSeconds > 0 ? { monitoringRoleArn: attribute('aws_iam_role', 'arn', monitoring) } : {}),
      // Aurora makes the first instance its writer.
      ...(writer ? { dependsOn: [writer] } : {}),
      ...inRegionOfNetwork(context),
    });
    writer ??= made;
  }
}
