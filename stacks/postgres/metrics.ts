import type { Metric } from '../../schemas/contract/metric';
import type { Props } from './input';

const ofInstance = {
  namespace: 'AWS/RDS',
  dimensions: { DBInstanceIdentifier: { output: 'identifier' } },
  statistic: 'Average',
} as const;

/** @see https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/rds-metrics.html */
export function metrics(props: Props): Readonly<Record<string, Metric>> {
  return { ...load, ...memory, ...storageOf(props), ...(isBurstable(props) ? credits : {}) };
}

function isBurstable({ instanceClass }: Props): boolean {
  return instanceClass.startsWith('db.t');
}

const load: Readonly<Record<string, Metric>> = {
  cpu: {
    ...ofInstance,
    name: 'CPUUtilization',
    description: 'Processor in use.',
    unit: 'Percent',
    // @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/Best_Practice_Recommended_Alarms_AWS_Services.html
    recommended: { above: 90, minutes: 5, severity: 'critical', summary: 'The database has no processor time left' },
  },
  connections: {
    ...ofInstance,
    name: 'DatabaseConnections',
    description: 'Client connections.',
    statistic: 'Maximum',
    unit: 'Count',
  },
  'transaction-ids': {
    ...ofInstance,
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

const memory: Readonly<Record<string, Metric>> = {
  'freeable-memory': {
    ...ofInstance,
    name: 'FreeableMemory',
    description: 'Memory that is left, in bytes.',
    statistic: 'Minimum',
    unit: 'Bytes',
  },
  'swap-usage': { ...ofInstance, name: 'SwapUsage', description: 'Memory on disk, in bytes.', unit: 'Bytes' },
};

function storageOf({ storage }: Props): Readonly<Record<string, Metric>> {
  const bytes = storage.gibibytes * 2 ** 30;
  return {
    'free-storage': {
      ...ofInstance,
      name: 'FreeStorageSpace',
      description: 'Room on the volume, in bytes.',
      statistic: 'Minimum',
      unit: 'Bytes',
      // A volume that grows by itself does so when less than a tenth of it is left.
      // @see https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_PIOPS.Autoscaling.html
      recommended: {
        below: Math.floor(bytes / 20),
        minutes: 5,
        severity: 'critical',
        summary: 'The database is running out of storage',
      },
    },
    'read-latency': {
      ...ofInstance,
      name: 'ReadLatency',
      description: 'Time that a read of the volume takes, in seconds.',
      unit: 'Seconds',
    },
    'write-latency': {
      ...ofInstance,
      name: 'WriteLatency',
      description: 'Time that a write to the volume takes, in seconds.',
      unit: 'Seconds',
    },
    'queue-depth': {
      ...ofInstance,
      name: 'DiskQueueDepth',
      description: 'Operations that wait for the volume.',
      unit: 'Count',
    },
  };
}

/** @see https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/burstable-credits-baseline-concepts.html */
const credits: Readonly<Record<string, Metric>> = {
  'cpu-credits': {
    ...ofInstance,
    name: 'CPUCreditBalance',
    description: 'Processor credits that a burstable class has saved, a minute of one vCPU each.',
    statistic: 'Minimum',
    unit: 'Count',
    intervalSeconds: 300,
  },
};
