import { DataAwsRdsCluster } from '@cdktf/provider-aws/lib/data-aws-rds-cluster';
import { DbSubnetGroup } from '@cdktf/provider-aws/lib/db-subnet-group';
import { RdsCluster, type RdsClusterConfig } from '@cdktf/provider-aws/lib/rds-cluster';
import { RdsClusterInstance } from '@cdktf/provider-aws/lib/rds-cluster-instance';
import { RdsClusterParameterGroup } from '@cdktf/provider-aws/lib/rds-cluster-parameter-group';
import type { ITerraformDependable } from 'cdktf';
import type { AwsContext } from '../../schemas/contract/kind';
import { addOwnKey, logsUseKey } from '../facets/key';
import { dataSubnetIds, inRegionOfNetwork, networkRegion } from '../facets/placement';
import { addDatabaseLog, addMonitoringRole, insightsOf, monitoring, parametersOf } from '../facets/postgres/resources';
import { instancesOf, type Props } from './input';

export type Context = AwsContext<Props>;

const engine = 'aurora-postgresql';

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
  const log = addDatabaseLog(context, 'this$log', `${logGroupPrefix(context)}postgresql`);
  if (props.monitoringSeconds > 0) addMonitoringRole(context, 'Aurora cluster');
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
    ...insightsOf(context),
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

function logGroupPrefix({ own }: Context): string {
  return `/aws/rds/cluster/${own('clusterIdentifier')}/`;
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
