import { CloudwatchMetricAlarm } from '@cdktf/provider-aws/lib/cloudwatch-metric-alarm';
import type { AwsContext } from '../../schemas/contract/kind';
import type { ReadMetric } from '../../schemas/contract/metric';
import { literal } from '../facets/literal';
import { expressionOf } from '../facets/measure';
import { nameOfRegion, regionOfMetric } from '../facets/observed';
import type { Props } from './input';
import { alarmsOf, descriptionOf, idOf, nameOf, type Alarm } from './model';

type Context = AwsContext<Props>;

const operators = { '>': 'GreaterThanThreshold', '<': 'LessThanThreshold' } as const;

export function addAlarms(context: Context): void {
  for (const alarm of alarmsOf(context)) addAlarm(context, alarm);
}

function addAlarm(context: Context, alarm: Alarm): void {
  const { scope, self, provider, settings, ref } = context;
  const region = regionOfMetric(alarm.facts, ref(alarm.watch).component, ref);
  const elsewhere = provider(nameOfRegion(settings, region ?? settings.aws.region) ?? undefined);
  const told = topicsOf(context, alarm);
  new CloudwatchMetricAlarm(scope, idOf(alarm), {
    alarmName: nameOf(self, alarm),
    alarmDescription: literal(descriptionOf(alarm)),
    ...watched(context, alarm),
    comparisonOperator: operators[alarm.operator],
    threshold: alarm.limit,
    evaluationPeriods: alarm.seconds / alarm.periodSeconds,
    ...(alarm.datapoints === undefined ? {} : { datapointsToAlarm: alarm.datapoints }),
    treatMissingData: alarm.missing,
    alarmActions: [...told, ...scalingOf(context, alarm)],
    okActions: told,
    tags: { severity: alarm.severity },
    ...(elsewhere ? { provider: elsewhere } : {}),
  });
}

function topicsOf({ props, ref }: Context, { severity }: Alarm): string[] {
  const told = props.notify[severity];
  return told === undefined ? [] : [ref(told).text('topicArn')];
}

function scalingOf({ ref }: Context, { watch, scale }: Alarm): string[] {
  return scale === undefined ? [] : [ref(watch).text(`scalingPolicyArn/${scale}`)];
}

/** The metric itself, or an expression over one or two. The unit is left out: a metric has one, and a wrong one finds nothing. */
function watched(context: Context, alarm: Alarm) {
  const { statistic, periodSeconds, measure, facts } = alarm;
  const metric = context.ref(alarm.watch).metric(alarm.metric);
  if (measure.kind === 'statistic') {
    return {
      namespace: metric.namespace,
      metricName: metric.name,
      dimensions: metric.dimensions,
      period: periodSeconds,
      ...(statistic.startsWith('p') ? { extendedStatistic: statistic } : { statistic }),
    };
  }
  const query = (id: string, read: ReadMetric) => ({
    id,
    returnData: false,
    metric: {
      namespace: read.namespace,
      metricName: read.name,
      dimensions: { ...read.dimensions },
      period: periodSeconds,
      stat: statistic,
    },
  });
  const whole = measure.kind === 'share' ? [query('whole', context.ref(alarm.watch).metric(measure.of))] : [];
  return {
    metricQuery: [
      {
        id: 'result',
        label: labelOf(alarm),
        expression: expressionOf(measure, facts, { part: 'part', whole: 'whole' }),
        returnData: true,
      },
      query('part', metric),
      ...whole,
    ],
  };
}

function labelOf({ metric, measure }: Alarm): string {
  if (measure.kind === 'share') return `${metric} in percent of ${measure.of}`;
  return measure.kind === 'rate' ? `${metric} per ${measure.per}` : metric;
}
