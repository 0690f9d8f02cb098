import { CloudwatchLogGroup } from '@cdktf/provider-aws/lib/cloudwatch-log-group';
import { ElasticacheParameterGroup } from '@cdktf/provider-aws/lib/elasticache-parameter-group';
import { ElasticacheReplicationGroup } from '@cdktf/provider-aws/lib/elasticache-replication-group';
import { ElasticacheSubnetGroup } from '@cdktf/provider-aws/lib/elasticache-subnet-group';
import type { AwsContext } from '../../schemas/contract/kind';
import { elastiCacheVersions, usualCacheVersions } from '../../schemas/upstream/aws/elasticache';
import { addOwnKey, logsUseKey } from '../facets/key';
import { dataSubnetIds, inRegionOfNetwork, networkRegion } from '../facets/placement';
import type { Props } from './input';
import { addUsers } from './users';

type Context = AwsContext<Props>;

const logTypes = ['engine-log', 'slow-log'] as const;

export function addCacheKey(context: Context): void {
  const { props, settings, own } = context;
  addOwnKey(context, {
    description: `Redis ${own('replicationGroupId')}`,
    statements: [logsUseKey(settings, networkRegion(context), `${logGroupPrefix(context)}*`)],
    protect: props.protect,
    ...inRegionOfNetwork(context),
  });
}

/** The replication group with what belongs to it. */
export function addCache(context: Context): void {
  const { scope, self, props, own, attribute } = context;
  addGroups(context);
  addLogs(context);
  if (props.authentication) addUsers(context);
  new ElasticacheReplicationGroup(scope, 'this', {
    replicationGroupId: own('replicationGroupId'),
    description: `Redis ${self.name} of ${self.system} ${self.environment}`,
    engine: props.engine,
    engineVersion: versionOf(props),
    nodeType: props.nodeType,
    port: props.port,
    ...nodesOf(props),
    parameterGroupName: attribute('aws_elasticache_parameter_group', 'name'),
    subnetGroupName: attribute('aws_elasticache_subnet_group', 'name'),
    securityGroupIds: [own('securityGroupId')],
    atRestEncryptionEnabled: 'true',
    kmsKeyId: own('keyArn'),
    transitEncryptionEnabled: true,
    transitEncryptionMode: 'required',
    ...(props.authentication
      ? { userGroupIds: [attribute('aws_elasticache_user_group', 'user_group_id', 'users')] }
      : {}),
    snapshotRetentionLimit: props.snapshotRetentionDays,
    ...(props.snapshotRetentionDays > 0 ? { snapshotWindow: props.snapshotWindow } : {}),
    finalSnapshotIdentifier: self.physicalName('elasticache-group', 'final'),
    maintenanceWindow: props.maintenanceWindow,
    autoMinorVersionUpgrade: 'true',
    applyImmediately: false,
    logDeliveryConfiguration: logTypes.map((logType) => ({
      logType,
      logFormat: 'json',
      destinationType: 'cloudwatch-logs',
      destination: attribute('aws_cloudwatch_log_group', 'name', logType),
    })),
    ...(props.protect ? { lifecycle: { preventDestroy: true } } : {}),
    ...inRegionOfNetwork(context),
  });
}

/** One shard is a primary with replicas; several are cluster mode. Whatever has a replica fails over to another zone. */
function nodesOf({ nodes, shards, zones }: Props) {
  const failover = { automaticFailoverEnabled: nodes > 1 || shards > 1, multiAzEnabled: nodes > 1 };
  if (shards > 1)
    return { ...failover, clusterMode: 'enabled', numNodeGroups: shards, replicasPerNodeGroup: nodes - 1 };
  return { ...failover, numCacheClusters: nodes, ...(zones ? { preferredCacheClusterAzs: [...zones] } : {}) };
}

function versionOf({ engine, engineVersion }: Props): string {
  return engineVersion ?? usualCacheVersions[engine];
}

function addGroups(context: Context): void {
  const { scope, self, props } = context;
  const family = elastiCacheVersions[props.engine][versionOf(props)] as string;
  const parameters = { ...(props.shards > 1 ? { 'cluster-enabled': 'yes' } : {}), ...props.parameters };
  new ElasticacheSubnetGroup(scope, 'this$subnets', {
    name: self.physicalName('elasticache-group'),
    description: `Subnets of Redis ${self.name}`,
    subnetIds: dataSubnetIds(context),
    ...inRegionOfNetwork(context),
  });
  new ElasticacheParameterGroup(scope, 'this$parameters', {
    // Each family has a group of its own: the new one is there before the old one goes.
    name: self.physicalName('elasticache-group', family.replace(/\./g, '-')),
    family,
    description: `Parameters of Redis ${self.nameKey}`,
    parameter: Object.entries(parameters).map(([name, value]) => ({ name, value })),
    lifecycle: { createBeforeDestroy: true },
    ...inRegionOfNetwork(context),
  });
}

function logGroupPrefix({ own }: Context): string {
  return `/aws/elasticache/${own('replicationGroupId')}/`;
}

function addLogs(context: Context): void {
  const { scope, props, settings, own } = context;
  for (const logType of logTypes) {
    new CloudwatchLogGroup(scope, logType, {
      name: `${logGroupPrefix(context)}${logType}`,
      retentionInDays: props.logRetentionDays ?? settings.logRetentionDays,
      kmsKeyId: own('keyArn'),
      ...inRegionOfNetwork(context),
    });
  }
}
