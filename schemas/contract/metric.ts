import type { Severity, Threshold } from './alert';

/** Statistics that CloudWatch computes over a period; percentiles as `p99`. */
export type Statistic = 'Average' | 'Sum' | 'Minimum' | 'Maximum' | 'SampleCount' | `p${number}`;

/** Where the value of a dimension comes from: the description, or an output of the component that publishes the metric. */
export type DimensionSource = { readonly value: string } | { readonly output: string };

/**
 * A metric in CloudWatch that the resources of a component publish. Alarms and dashboards name it by its key, so that an
 * alarm on what nobody publishes is a finding.
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/aws-services-cloudwatch-metrics.html
 */
export interface Metric {
  readonly description: string;
  /** `AWS/RDS`, one of its own, or an output that names it. */
  readonly namespace: string | { readonly output: string };
  /** Its name in CloudWatch. */
  readonly name: string;
  readonly dimensions: Readonly<Record<string, DimensionSource>>;
  /** What alarms and dashboards look at where they say nothing else. */
  readonly statistic: Statistic;
  /** Unit that the value is in, as CloudWatch spells it; `Percent` is 0 to 100. */
  readonly unit?: string;
  /** Region that it is published in, `us-east-1`, where that is not the region of its component. */
  readonly region?: string;
  /** It is published at this interval, in seconds: no alarm looks at less. Default 60. */
  readonly intervalSeconds?: number;
  /** Name of a stated period without data: nothing happened (`notBreaching`), or what publishes is gone (`breaching`). Default `missing`. */
  readonly missing?: 'notBreaching' | 'breaching' | 'ignore' | 'missing';
  /** Alarm that every such component should have, by default. */
  readonly recommended?: Recommended;
}

export interface Recommended extends Threshold {
  /** Time for which the threshold is exceeded, in minutes. */
  readonly minutes: number;
  readonly severity: Severity;
  readonly summary: string;
}

/**
 * Names of the metrics that a name stands for: the metric itself or, where a component publishes one for each of its
 * parts (`cpu/001`, `cpu/002`), all of these.
 */
export function metricsNamed(metrics: Readonly<Record<string, Metric>>, name: string): string[] {
  if (metrics[name]) return [name];
  return Object.keys(metrics).filter((candidate) => candidate.startsWith(`${name}/`));
}

/** A metric as a reader sees it: its namespace and the values of its dimensions are literals or expressions. */
export interface ReadMetric extends Omit<Metric, 'dimensions' | 'namespace'> {
  readonly namespace: string;
  readonly dimensions: Readonly<Record<string, string>>;
}
