import type { Metric } from '../../schemas/contract/metric';

/** CloudFront publishes in one region, whichever the distribution is described in. */
const ofDistribution = {
  namespace: 'AWS/CloudFront',
  region: 'us-east-1',
  dimensions: { DistributionId: { output: 'id' }, Region: { value: 'Global' } },
  missing: 'notBreaching',
} as const;

const rate = { ...ofDistribution, statistic: 'Average', unit: 'Percent' } as const;

/** @see https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/programming-cloudwatch-metrics.html */
export function metrics(): Readonly<Record<string, Metric>> {
  return {
    requests: { ...ofDistribution, name: 'Requests', description: 'Requests.', statistic: 'Sum', unit: 'None' },
    'bytes-downloaded': {
      ...ofDistribution,
      name: 'BytesDownloaded',
      description: 'Bytes that viewers downloaded.',
      statistic: 'Sum',
      unit: 'None',
    },
    '4xx-rate': { ...rate, name: '4xxErrorRate', description: 'Answers 4xx, as a share of all.' },
    '5xx-rate': {
      ...rate,
      name: '5xxErrorRate',
      description: 'Answers 5xx, as a share of all.',
      // Buckets are the origins: errors of theirs are rare, and one in twenty is no accident.
      recommended: { above: 5, minutes: 5, severity: 'warning', summary: 'The distribution answers with errors' },
    },
  };
}
