import type { Metric } from '../../schemas/contract/metric';
import type { Props } from './input';

const ofCluster = {
  namespace: 'AWS/RDS',
  dimensions: { DBClusterIdentifier: { output: 'clusterIdentifier' } },
  statistic: 'Average',
} as const;

/**
 * Metrics of all instances together. Of an instance that is paused there are none.
 * @see https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/Aurora.AuroraMonitoring.Metrics.html
 * @see https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/aurora-serverless-v2.setting-capacity.html#aurora-serverless-v2.viewing.monitoring
 */
export function metrics(props: Props): Readonly<Record<string, Metric>> {
  return { ...load, ...storage, ...(hasReader(props) ? lag : {}) };
}

/** Of a cluster that is there already the instances are not known; it may have a reader. */
function hasReader({ existing, instances }: Props): boolean {
  return existing !== undefined || Object.keys(instances).length > 1;
}

const load: Readonly<Record<string, Metric>> = {
  cpu: {
    ...ofCluster,
    name: 'CPUUtilization',
    description: 'Processor in use, as a share of what the maximum capacity has.',
    unit: 'Percent',
    // @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/Best_Practice_Recommended_Alarms_AWS_Services.html
    recommended: { above: 90, minutes: 5, severity: 'critical', summary: 'The database has no processor time left' },
  },
  'acu-utilization': {
    ...ofCluster,
    name: 'ACUUtilization',
    description: 'Capacity in use, as a share of the maximum.',
    unit: 'Percent',
    // It scales within seconds: a quarter of an hour near the top is no peak.
    recommended: { above: 90, minutes: 15, severity: 'warning', summary: 'The database is near its maximum capacity' },
  },
  capacity: {
    ...ofCluster,
    name: 'ServerlessDatabaseCapacity',
    description: 'Capacity that the instances have, in ACU.',
    unit: 'Count',
  },
  connections: {
    ...ofCluster,
    name: 'DatabaseConnections',
    description: 'Client connections to an instance.',
    statistic: 'Maximum',
    unit: 'Count',
  },
  'freeable-memory': {
    ...ofCluster,
    name: 'FreeableMemory',
    description: 'Memory that the least free instance has left at maximum capacity, in bytes.',
    statistic: 'Minimum',
    unit: 'Bytes',
  },
  deadlocks: {
    ...ofCluster,
    name: 'Deadlocks',
    description: 'Deadlocks in a second.',
    unit: 'Count/Second',
  },
  'commit-latency': {
    ...ofCluster,
    name: 'CommitLatency',
    description: 'Time that a commit takes, in milliseconds.',
    unit: 'Milliseconds',
  },
  'transaction-ids': {
    ...ofCluster,
    name: 'MaximumUsedTransactionIDs',
    description: 'Age of the oldest transaction that was not vacuumed, in transactions.',
    statistic: 'Maximum',
    unit: 'Count',
    // Writes stop at 2.1 billion: with half of that left there is time to vacuum.
    // @see https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/Appendix.PostgreSQL.CommonDBATasks.Autovacuum.html
    recommended: {
      above: 1_000_000_000,
      minutes: 5,
      severity: 'warning',
      summary: 'The database needs vacuuming before transaction ids run out',
    },
  },
};

const storage: Readonly<Record<string, Metric>> = {
  'free-local-storage': {
    ...ofCluster,
    name: 'FreeLocalStorage',
    description: 'Room for temporary files on the least free instance, in bytes.',
    statistic: 'Minimum',
    unit: 'Bytes',
  },
  'volume-used': {
    ...ofCluster,
    name: 'VolumeBytesUsed',
    description: 'Storage in use, in bytes.',
    unit: 'Bytes',
    intervalSeconds: 300,
  },
};

const lag: Readonly<Record<string, Metric>> = {
  'replica-lag': {
    ...ofCluster,
    name: 'AuroraReplicaLagMaximum',
    description: 'How far the slowest reader is behind the writer, in milliseconds.',
    statistic: 'Maximum',
    unit: 'Milliseconds',
    // Readers share the storage of the writer and are usually less than 100 ms behind.
    // @see https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/Aurora.Replication.html
    recommended: { above: 1000, minutes: 5, severity: 'warning', summary: 'Readers lag behind the writer' },
  },
};
