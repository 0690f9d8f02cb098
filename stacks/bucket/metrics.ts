import type { Metric } from '../../schemas/contract/metric';

const daily = {
  namespace: 'AWS/S3',
  statistic: 'Average',
  intervalSeconds: 86_400,
} as const;

function ofClass(storage: string): Metric['dimensions'] {
  return { BucketName: { output: 'name' }, StorageType: { value: storage } };
}

/**
 * What S3 publishes once a day, without charge. Metrics of requests are charged and not switched on.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/metrics-dimensions.html
 */
export function metrics(): Readonly<Record<string, Metric>> {
  return {
    size: {
      ...daily,
      name: 'BucketSizeBytes',
      dimensions: ofClass('StandardStorage'),
      description: 'Bytes in the class STANDARD, old versions and unfinished uploads among them.',
      unit: 'Bytes',
    },
    objects: {
      ...daily,
      name: 'NumberOfObjects',
      dimensions: ofClass('AllStorageTypes'),
      description: 'Objects of all classes, old versions among them.',
      unit: 'Count',
    },
  };
}
