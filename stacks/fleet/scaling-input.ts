import type { Static } from '@sinclair/typebox';
import { choice, flag, group, integer, list, mapOf, number, optional, text } from '../../schemas/contract/fields';
import { cronPattern } from './cron';

const ruleName = '^[a-z][a-z0-9-]{0,40}$';
const statistics = ['Average', 'Sum', 'Minimum', 'Maximum', 'SampleCount', 'p50', 'p90', 'p95', 'p99'] as const;
const threshold = { minimum: -1e15, maximum: 1e15 };
const change = { minimum: -1000, maximum: 1000 };

/** @see https://docs.aws.amazon.com/autoscaling/ec2/userguide/as-scaling-simple-step.html */
export const scalingField = mapOf(
  'Rules by which the number of instances changes, by name: by steps while a metric is `above` or `below`, or so that it stays at a `target`.',
  group('One rule.', {
    metric: text('A metric that the fleet publishes, by its name among `metrics`.', { maxLength: 63 }),
    above: optional(number('The rule acts while the metric is above it.', threshold)),
    below: optional(number('The rule acts while the metric is below it.', threshold)),
    and: list(
      'Other metrics that the fleet publishes, which have to be above or below the same value: a rule takes no instance away while its processors idle and its GPUs are busy. Steps go by the one that is nearest to it.',
      text('A metric, by its name among `metrics`.', { maxLength: 63 }),
      { default: [], maxItems: 5, uniqueItems: true },
    ),
    target: optional(number('AWS keeps the metric near it, both ways.', threshold)),
    minutes: optional(integer('For so long before a rule with steps acts, in minutes.', { minimum: 1, maximum: 1440 })),
    periodSeconds: optional(
      integer('Length of one look, in seconds. By default the interval in which the metric is published.', {
        minimum: 60,
        maximum: 86_400,
        multipleOf: 60,
      }),
    ),
    statistic: optional(choice('What is looked at in a period. By default what suits the metric.', statistics)),
    change: optional(integer('Instances that come, or go if negative.', change)),
    steps: optional(
      mapOf(
        'Changes by how far the metric is over the threshold, or under it: `{"0": 1, "20": 2}`. The first is "0".',
        integer('Instances that come, or go if negative.', change),
        { minProperties: 1, maxProperties: 20, propertyNames: { pattern: '^[0-9]+(\\.[0-9]+)?$' } },
      ),
    ),
    unit: choice('What a change counts: instances, or percent of those that are there.', ['instances', 'percent'], {
      default: 'instances',
    }),
    missing: choice(
      'What a period without data is taken for, by steps: nothing to do, as the threshold says, as it was, or unknown.',
      ['notBreaching', 'breaching', 'ignore', 'missing'],
      { default: 'notBreaching' },
    ),
    scaleIn: flag('A rule with a target takes instances away, too.', { default: true }),
  }),
  { default: {}, propertyNames: { pattern: ruleName } },
);

export type Rule = Static<typeof scalingField>[string];

const instances = { minimum: 0, maximum: 1000 };

/** @see https://docs.aws.amazon.com/autoscaling/ec2/userguide/ec2-auto-scaling-scheduled-scaling.html */
export const schedulesField = mapOf(
  'Sizes from a time on, by name. What one does not state it leaves as it is; one that states no number brings `size.desired` back.',
  group('One schedule.', {
    cron: text('When, in five fields: minute, hour, day of the month, month, day of the week.', {
      pattern: cronPattern,
      'x-form': 'five fields of cron such as 0 20 * * 1-5',
    }),
    timeZone: text('Time zone that the hours are of.', {
      pattern: '^[A-Za-z]+([/_+-][A-Za-z0-9_+-]+)*$',
      maxLength: 64,
      default: 'Etc/UTC',
    }),
    minimum: optional(integer('Fewest instances from then on.', instances)),
    desired: optional(integer('Instances at that time.', instances)),
    maximum: optional(integer('Most instances from then on.', instances)),
  }),
  { default: {}, propertyNames: { pattern: ruleName } },
);

/** @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_MetricDatum.html */
const units = [
  'None',
  'Count',
  'Count/Second',
  'Percent',
  'Seconds',
  'Milliseconds',
  'Microseconds',
  'Bytes',
  'Kilobytes',
  'Megabytes',
  'Gigabytes',
  'Bytes/Second',
] as const;

export const publishesField = mapOf(
  'Metrics that its code publishes to CloudWatch, by the name that rules, alarms and dashboards give them: it may, in their namespaces and no other.',
  group('One metric.', {
    description: optional(text('What it says.', { maxLength: 300 })),
    namespace: optional(
      text(
        'Namespace; `AWS/…` is AWS’s own. By default one that nobody shares, `<system>/<environment>/<fleet>`, which the container has as METRIC_NAMESPACE.',
        {
          pattern: '^(?!AWS/)[A-Za-z0-9._/#:-]{1,255}$',
          'x-form': 'letters, digits and ._/#:-, not starting with AWS/',
        },
      ),
    ),
    metric: text('Its name in CloudWatch.', { pattern: '^[\\x21-\\x7e][\\x20-\\x7e]{0,254}$' }),
    dimensions: mapOf('Dimensions.', text('Value.', { maxLength: 1024 }), { default: {}, maxProperties: 30 }),
    statistic: choice('What rules, alarms and dashboards look at where they say nothing else.', statistics, {
      default: 'Average',
    }),
    unit: choice('Unit of its values.', units, { default: 'None' }),
    intervalSeconds: integer('It is published at this interval, in seconds.', {
      minimum: 60,
      maximum: 86_400,
      multipleOf: 60,
      default: 60,
    }),
  }),
  { default: {}, propertyNames: { pattern: ruleName } },
);
