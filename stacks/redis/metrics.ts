import type { Metric } from '../../schemas/contract/metric';
import type { Props } from './input';

/**
 * Metrics of each node, `<metric>/<node>`: ElastiCache publishes none of a whole group. Nodes are named as ElastiCache
 * names them behind the id of the group: `001`, in cluster mode `0001-001`.
 * @see https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/CacheMetrics.Redis.html
 * @see https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/CacheMetrics.WhichShouldIMonitor.html
 */
export function metrics(props: Props): Readonly<Record<string, Metric>> {
  const measured = { ...ofNode, ...(props.nodes > 1 ? { 'replication-lag': replicationLag } : {}) };
  return Object.fromEntries(
    Object.entries(measured).flatMap(([key, metric]) =>
      nodesOf(props).map((node) => [
        `${key}/${node}`,
        { ...metric, ...published, dimensions: { CacheClusterId: { output: `nodeId/${node}` } } },
      ]),
    ),
  );
}

/** Nodes by what follows the id of the group in their ids. */
export function nodesOf({ nodes, shards }: Props): string[] {
  const inGroup = Array.from({ length: nodes }, (_, index) => String(index + 1).padStart(3, '0'));
  if (shards === 1) return inGroup;
  return Array.from({ length: shards }, (_, index) => String(index + 1).padStart(4, '0')).flatMap((shard) =>
    inGroup.map((node) => `${shard}-${node}`),
  );
}

const published = { namespace: 'AWS/ElastiCache' } as const;

type NodeMetric = Omit<Metric, 'namespace' | 'dimensions'>;

const ofNode: Readonly<Record<string, NodeMetric>> = {
  'engine-cpu': {
    name: 'EngineCPUUtilization',
    description: 'Use of the one processor core that runs commands.',
    statistic: 'Average',
    unit: 'Percent',
    // @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/Best_Practice_Recommended_Alarms_AWS_Services.html
    recommended: { above: 90, minutes: 5, severity: 'critical', summary: 'Redis has no processor time left' },
  },
  cpu: {
    name: 'CPUUtilization',
    description: 'Use of all processor cores of the host.',
    statistic: 'Average',
    unit: 'Percent',
  },
  memory: {
    name: 'DatabaseMemoryUsagePercentage',
    description: 'Memory in use, as a share of what data may take.',
    statistic: 'Average',
    unit: 'Percent',
    // @see the recommended alarms above
    recommended: { above: 90, minutes: 5, severity: 'warning', summary: 'Redis is nearly full' },
  },
  evictions: {
    name: 'Evictions',
    description: 'Keys that were thrown out to make room.',
    statistic: 'Sum',
    unit: 'Count',
  },
  connections: {
    name: 'CurrConnections',
    description: 'Client connections, without those of replicas.',
    statistic: 'Maximum',
    unit: 'Count',
  },
  'swap-used': {
    name: 'SwapUsage',
    description: 'Swap in use on the host, in bytes.',
    statistic: 'Maximum',
    unit: 'Bytes',
  },
};

/** Zero at the primary, so that every node may have the alarm: any of them may become a replica. */
const replicationLag: NodeMetric = {
  name: 'ReplicationLag',
  description: 'How far a replica is behind its primary, in seconds.',
  statistic: 'Maximum',
  unit: 'Seconds',
  missing: 'notBreaching',
  // A failover loses what the replica has not got: half a minute of writes.
  recommended: { above: 30, minutes: 5, severity: 'warning', summary: 'A replica lags behind its primary' },
};
