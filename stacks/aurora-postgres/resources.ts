import { DataAwsRdsCluster } from '@cdktf/provider-aws/lib/data-aws-rds-cluster';
import { RdsCluster, type RdsClusterConfig } from '@cdktf/provider-aws/lib/rds-cluster';
import type { AwsContext } from '../../schemas/contract/kind';
import { addOwnKey, logsUseKey } from '../facets/key';
import { inRegionOfNetwork, networkRegion } from '../facets/placement';
import { addDatabaseLog, addMonitoringRole, insightsOf } from '../facets/postgres/resources';
import { addCopies, addCopyKeys, addGlobalCluster, passwordOf } from './copies';
import { isGlobal, type Props } from './input';
import { addGroups, addInstances, engine, logGroupPrefix, primarySite, settingsOf } from './site';

type Context = AwsContext<Props>;

/** The key, where the cluster has one of its own. */
export function addClusterKey(context: Context): void {
  const { props, settings, own } = context;
  if (props.existing) return;
  addOwnKey(context, {
    description: `Aurora cluster ${own('clusterIdentifier')}`,
    statements: [logsUseKey(settings, networkRegion(context), `${logGroupPrefix(own('clusterIdentifier'))}*`)],
    protect: props.protect,
    ...inRegionOfNetwork(context),
  });
  addCopyKeys(context);
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
  const site = primarySite(context);
  addGroups(context, site);
  const log = addDatabaseLog(context, 'this$log', `${logGroupPrefix(context.own('clusterIdentifier'))}postgresql`);
  if (props.monitoringSeconds > 0) addMonitoringRole(context, 'Aurora cluster');
  if (isGlobal(props)) addGlobalCluster(context);
  new RdsCluster(scope, 'this', {
    ...identityOf(context),
    ...passwordOf(context),
    ...storageOf(context),
    ...backupOf(context),
    ...settingsOf(context, site),
    vpcSecurityGroupIds: [context.own('securityGroupId')],
    ...insightsOf(context),
    dependsOn: [log],
    ...lifecycleOf(props),
    ...site.elsewhere,
  });
  const writer = addInstances(context, site);
  addCopies(context, writer);
}

/** The versions of the members of a global database are changed through it, all at once. */
function lifecycleOf(props: Props) {
  const lifecycle = {
    ...(props.protect ? { preventDestroy: true } : {}),
    ...(isGlobal(props) ? { ignoreChanges: ['engine_version'] } : {}),
  };
  return Object.keys(lifecycle).length === 0 ? {} : { lifecycle };
}

function identityOf({ props, own, attribute }: Context) {
  return {
    clusterIdentifier: own('clusterIdentifier'),
    engine,
    engineMode: 'provisioned',
    engineVersion: props.engineVersion,
    databaseName: props.database,
    ...(isGlobal(props) ? { globalClusterIdentifier: attribute('aws_rds_global_cluster', 'id') } : {}),
    port: props.port,
    masterUsername: props.masterUser,
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
