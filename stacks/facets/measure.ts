import { choice, optional, text } from '../../schemas/contract/fields';
import { metricsNamed, type Metric } from '../../schemas/contract/metric';

/** How a value comes from what is published: as it is, by time, or as a share of another metric in percent. */
export type Measure =
  | { readonly kind: 'statistic' }
  | { readonly kind: 'rate'; readonly per: keyof typeof lengths }
  | { readonly kind: 'share'; readonly of: string };

const lengths = { second: 1, minute: 60 } as const;

/** Fields of whatever looks at a metric. */
export const measureFields = {
  statistic: optional(
    text('What a period is summed up by. By default what suits the metric; `Sum` with `per` and `shareOf`.', {
      pattern: '^(Average|Sum|Minimum|Maximum|SampleCount|p([0-9]{1,2}(\\.[0-9]{1,10})?|100))$',
      'x-form': 'Average, Sum, Minimum, Maximum, SampleCount or a percentile such as p99',
    }),
  ),
  per: optional(choice('The value is a rate: the sum of a period by its length.', ['second', 'minute'])),
  shareOf: optional(
    text(
      'Another metric of the component: the value is the share of it that the metric is, in percent, such as that of errors in requests.',
    ),
  ),
};

interface Measured {
  readonly statistic?: string;
  readonly per?: keyof typeof lengths;
  readonly shareOf?: string;
}

type Metrics = Readonly<Record<string, Metric>>;

/** One series, and how its value is computed. */
export interface Series {
  /** Name of the metric. */
  readonly metric: string;
  readonly facts: Metric;
  /** What follows the name that was asked for: `/001` where that stands for several parts. */
  readonly part: string;
  readonly statistic: string;
  readonly measure: Measure;
}

/** The series that a name stands for: one, or one for each part; none where nobody publishes it. */
export function seriesOf(metrics: Metrics, name: string, measured: Measured): Series[] {
  return metricsNamed(metrics, name).map((metric) => {
    const facts = metrics[metric] as Metric;
    const part = metric.slice(name.length);
    const measure = measureOf(measured, metrics, part);
    const statistic = measured.statistic ?? (measure.kind === 'statistic' ? facts.statistic : 'Sum');
    return { metric, facts, part, statistic, measure };
  });
}

/** A part is a share of the same part of the other metric, where that has parts. */
function measureOf({ per, shareOf }: Measured, metrics: Metrics, part: string): Measure {
  if (shareOf !== undefined) return { kind: 'share', of: metrics[shareOf] ? shareOf : `${shareOf}${part}` };
  return per === undefined ? { kind: 'statistic' } : { kind: 'rate', per };
}

/**
 * The expression of a rate or share over the ids of its metrics. A period without data counts as nothing where the
 * metric says so: errors that nobody made are not published.
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/using-metric-math.html
 */
export function expressionOf(measure: Exclude<Measure, { kind: 'statistic' }>, facts: Metric, ids: Ids): string {
  const part = facts.missing === 'notBreaching' ? `FILL(${ids.part}, 0)` : ids.part;
  if (measure.kind === 'share') return `100 * ${part} / ${ids.whole}`;
  return `${part} * ${lengths[measure.per]} / PERIOD(${ids.part})`;
}

interface Ids {
  readonly part: string;
  readonly whole: string;
}
