import { comparison } from '../../schemas/contract/alert';
import type { Metric } from '../../schemas/contract/metric';

/** A metric of CloudWatch, as docs and `slipway explain` show it. */
export interface MetricFacts {
  /** What alarms and dashboards call it; several where parts of a component publish it under names of their own. */
  readonly names: readonly string[];
  /** Namespace and name in CloudWatch. */
  readonly cloudwatch: string;
  readonly description: string;
  /** `Average, Percent`. */
  readonly statistic: string;
  /** The alarm that every such component should have, in words. */
  readonly recommended?: string;
}

/** One line for each metric there is in CloudWatch, in the order in which kinds state them. */
export function metricFacts(metrics: readonly (readonly [string, Metric])[]): MetricFacts[] {
  const found = new Map<string, { readonly metric: Metric; readonly names: Set<string> }>();
  for (const [name, metric] of metrics) {
    const key = `${cloudwatchName(metric)} ${metric.description}`;
    const known = found.get(key) ?? { metric, names: new Set() };
    known.names.add(name);
    found.set(key, known);
  }
  return [...found.values()].map(({ metric, names }) => ({
    names: [...names],
    cloudwatch: cloudwatchName(metric),
    description: metric.description,
    statistic: metric.unit === undefined ? metric.statistic : `${metric.statistic}, ${metric.unit}`,
    ...alarmOf(metric),
  }));
}

/** Parts of a component, `cpu/001` and `cpu/002`, are one to who reads of the kind. */
export function withoutPart(name: string): string {
  return name.replace(/\/.*/, '/<key>');
}

function cloudwatchName({ namespace, name }: Metric): string {
  return `${typeof namespace === 'string' ? namespace : `<${namespace.output}>`} ${name}`;
}

function alarmOf({ recommended }: Metric): Pick<MetricFacts, 'recommended'> {
  if (!recommended) return {};
  const { minutes, severity } = recommended;
  const due = comparison(recommended);
  const threshold = due === undefined ? 'due' : `${due.operator === '>' ? 'above' : 'below'} ${due.limit}`;
  return { recommended: `${threshold} for ${minutes} min, ${severity}` };
}
