import type { Metric } from '../../schemas/contract/metric';

/** Counts are published in minutes in which something was counted: none means nothing happened. */
const counted = {
  namespace: 'AWS/ApplicationELB',
  dimensions: { LoadBalancer: { output: 'arnSuffix' } },
  statistic: 'Sum',
  unit: 'Count',
  missing: 'notBreaching',
} as const;

/**
 * What the load balancer counts over all of its targets. Healthy and unhealthy hosts are counted by target group alone:
 * they are metrics of what stands behind it.
 * @see https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-cloudwatch-metrics.html
 */
export function metrics(): Readonly<Record<string, Metric>> {
  return { ...traffic, ...errors };
}

const traffic: Readonly<Record<string, Metric>> = {
  requests: { ...counted, name: 'RequestCount', description: 'Requests that were passed on to a target.' },
  'response-time': {
    ...counted,
    name: 'TargetResponseTime',
    description: 'Time until a target begins to answer, in seconds.',
    statistic: 'p99',
    unit: 'Seconds',
  },
  'active-connections': {
    ...counted,
    name: 'ActiveConnectionCount',
    description: 'Connections at the same time, of clients and to targets.',
  },
  'new-connections': { ...counted, name: 'NewConnectionCount', description: 'Connections made.' },
  'consumed-capacity': {
    ...counted,
    name: 'ConsumedLCUs',
    description: 'Capacity units, which it is billed by.',
    statistic: 'Average',
  },
};

const errors: Readonly<Record<string, Metric>> = {
  'elb-4xx': {
    ...counted,
    name: 'HTTPCode_ELB_4XX_Count',
    description: 'Answers 4xx of the load balancer itself: malformed requests, hosts without a rule.',
  },
  'elb-5xx': {
    ...counted,
    name: 'HTTPCode_ELB_5XX_Count',
    description: 'Answers 5xx of the load balancer itself: no healthy target, or none that answers in time.',
    // Single ones come with every target that goes away; ten a minute for five minutes do not.
    recommended: {
      above: 10,
      minutes: 5,
      severity: 'critical',
      summary: 'The load balancer finds no target that answers',
    },
  },
  'target-4xx': { ...counted, name: 'HTTPCode_Target_4XX_Count', description: 'Answers 4xx of targets.' },
  'target-5xx': {
    ...counted,
    name: 'HTTPCode_Target_5XX_Count',
    description: 'Answers 5xx of targets.',
    // A count, not a share: with few requests a share jumps with every one of them.
    recommended: { above: 10, minutes: 5, severity: 'warning', summary: 'Targets answer with errors' },
  },
  'target-connection-errors': {
    ...counted,
    name: 'TargetConnectionErrorCount',
    description: 'Connections to targets that did not come about.',
  },
  'rejected-connections': {
    ...counted,
    name: 'RejectedConnectionCount',
    description: 'Connections turned away because the load balancer has as many as it can hold.',
    // It has reached its limit: each of them is a client without an answer.
    recommended: {
      above: 0,
      minutes: 1,
      severity: 'critical',
      summary: 'The load balancer turns connections away',
    },
  },
};
