import type { Metric } from '../../schemas/contract/metric';
import type { Props } from './input';

/**
 * Requests by what became of them, over all rules. That of CloudFront has no dimension `Region`.
 * @see https://docs.aws.amazon.com/waf/latest/developerguide/waf-metrics.html
 */
export function metrics({ scope }: Props): Readonly<Record<string, Metric>> {
  const counted = {
    namespace: 'AWS/WAFV2',
    dimensions: {
      WebACL: { output: 'name' },
      Rule: { value: 'ALL' },
      ...(scope === 'regional' ? { Region: { output: 'region' } } : {}),
    },
    statistic: 'Sum',
    unit: 'Count',
    missing: 'notBreaching',
  } as const;
  return {
    allowed: { ...counted, name: 'AllowedRequests', description: 'Requests that were let through.' },
    blocked: { ...counted, name: 'BlockedRequests', description: 'Requests that were turned away.' },
    counted: { ...counted, name: 'CountedRequests', description: 'Requests that a rule only counted.' },
  };
}
