import type { Metric } from '../../schemas/contract/metric';
import type { Props } from './input';

const ofSystem = {
  namespace: 'AWS/EFS',
  dimensions: { FileSystemId: { output: 'fileSystemId' } },
  statistic: 'Average',
} as const;

/**
 * What EFS publishes: credits where throughput comes in bursts, the share of its limit where there is one.
 * @see https://docs.aws.amazon.com/efs/latest/ug/efs-metrics.html
 */
export function metrics({ throughput, performance, existing }: Props): Readonly<Record<string, Metric>> {
  return {
    ...traffic,
    ...(throughput === 'bursting' && !existing ? { 'burst-credits': burstCredits } : {}),
    ...(performance === 'max-io' && !existing ? {} : { 'io-limit': ioLimit }),
  };
}

const traffic: Readonly<Record<string, Metric>> = {
  connections: {
    ...ofSystem,
    name: 'ClientConnections',
    description: 'Connections of clients: each mount has one.',
    statistic: 'Sum',
    unit: 'Count',
  },
  throughput: {
    ...ofSystem,
    name: 'TotalIOBytes',
    description: 'Bytes read, written and for metadata.',
    statistic: 'Sum',
    unit: 'Bytes',
  },
};

const burstCredits: Metric = {
  ...ofSystem,
  name: 'BurstCreditBalance',
  description: 'Credits left for bursts, in bytes.',
  statistic: 'Minimum',
  unit: 'Bytes',
  // What half an hour at the burst rate of 100 MiB a second takes.
  // @see https://docs.aws.amazon.com/efs/latest/ug/performance.html#bursting
  recommended: {
    below: 188_743_680_000,
    minutes: 15,
    severity: 'warning',
    summary: 'The file system will be slow within half an hour',
  },
};

const ioLimit: Metric = {
  ...ofSystem,
  name: 'PercentIOLimit',
  description: 'Share of the operations that a file system for general purposes can do.',
  unit: 'Percent',
  // @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/Best_Practice_Recommended_Alarms_AWS_Services.html
  recommended: {
    above: 95,
    minutes: 15,
    severity: 'warning',
    summary: 'The file system does as many operations as it can',
  },
};
