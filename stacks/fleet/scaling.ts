import {
  AutoscalingPolicy,
  type AutoscalingPolicyConfig,
  type AutoscalingPolicyStepAdjustment,
  type AutoscalingPolicyTargetTrackingConfiguration,
} from '@cdktf/provider-aws/lib/autoscaling-policy';
import {
  CloudwatchMetricAlarm,
  type CloudwatchMetricAlarmConfig,
} from '@cdktf/provider-aws/lib/cloudwatch-metric-alarm';
import { comparison } from '../../schemas/contract/alert';
import type { AwsContext } from '../../schemas/contract/kind';
import type { ReadMetric } from '../../schemas/contract/metric';
import { targetGroupRole } from '../facets/entrance';
import { inRegionOfNetwork } from '../facets/placement';
import { terraformId } from '../workspace';
import { joined, type Variant } from './colours';
import type { Props } from './input';
import { metricOf, requestsPerHost } from './metrics';
import { roleOf } from './names';
import type { Rule } from './scaling-input';

type Context = AwsContext<Props>;

/** Role of the policy of a rule in one group. */
export function policyRole(rule: string, { colour }: Pick<Variant, 'colour'>): string {
  return joined('scale', rule, colour);
}

/** Policies of one group by its rules, and the alarms that set off those with steps. */
export function addScaling(context: Context, variant: Variant): void {
  for (const [name, rule] of Object.entries(context.props.scaling)) addRule(context, variant, { name, rule });
}

interface Named {
  readonly name: string;
  readonly rule: Rule;
}

function addRule(context: Context, variant: Variant, { name, rule }: Named): void {
  const { scope, self, props, ref, attribute } = context;
  const metric = ref(self.name).metric(metricOf(props, rule.metric, variant));
  const group = { autoscalingGroupName: attribute('aws_autoscaling_group', 'name', roleOf(variant)) };
  const role = policyRole(name, variant);
  const policy = new AutoscalingPolicy(scope, `${role}$policy`, {
    name,
    ...group,
    ...(rule.target === undefined ? stepPolicy(rule) : targetPolicy(context, variant, { rule, metric })),
    ...inRegionOfNetwork(context),
  });
  const entrance = rule.target === undefined ? undefined : entranceOfRule(props, rule);
  // AWS counts the requests of a target group only once a rule sends it some.
  if (entrance !== undefined)
    policy.addOverride('depends_on', [`aws_lb_listener_rule.${self.id}_${terraformId(targetGroupRole(entrance))}`]);
  if (rule.target === undefined) addAlarm(context, variant, { name, rule, metric });
}

const adjustments = { instances: 'ChangeInCapacity', percent: 'PercentChangeInCapacity' } as const;

function stepPolicy(rule: Rule): Partial<AutoscalingPolicyConfig> {
  return {
    policyType: 'StepScaling',
    adjustmentType: adjustments[rule.unit],
    metricAggregationType: 'Average',
    ...(rule.unit === 'percent' ? { minAdjustmentMagnitude: 1 } : {}),
    stepAdjustment: stepsOf(rule),
  };
}

/** Steps by how far the metric is from the threshold: upwards from 0 over it, downwards from 0 under it. */
export function stepsOf({
  steps,
  change,
  above,
}: Pick<Rule, 'steps' | 'change' | 'above'>): AutoscalingPolicyStepAdjustment[] {
  const byDistance = Object.entries(steps ?? { 0: change ?? 0 })
    .map(([distance, adjustment]) => ({ distance: Number(distance), adjustment }))
    .sort((a, b) => a.distance - b.distance);
  return byDistance.map(({ distance, adjustment }, index) => {
    const next = byDistance[index + 1]?.distance;
    const bounds =
      above === undefined
        ? { metricIntervalUpperBound: String(-distance), ...withBound('metricIntervalLowerBound', next && -next) }
        : { metricIntervalLowerBound: String(distance), ...withBound('metricIntervalUpperBound', next) };
    return { ...bounds, scalingAdjustment: adjustment };
  });
}

function withBound(name: 'metricIntervalLowerBound' | 'metricIntervalUpperBound', bound: number | undefined) {
  return bound === undefined ? {} : { [name]: String(bound) };
}

/** Length of one look, in seconds. */
export function periodOf({ periodSeconds }: Rule, { intervalSeconds }: Pick<ReadMetric, 'intervalSeconds'>): number {
  return periodSeconds ?? intervalSeconds ?? 60;
}

function addAlarm(context: Context, variant: Variant, { name, rule, metric }: Named & { metric: ReadMetric }): void {
  const { scope, self, props, ref, attribute } = context;
  const period = periodOf(rule, metric);
  const periods = Math.max(1, Math.round(((rule.minutes ?? 1) * 60) / period));
  const { operator, limit } = comparison(rule) ?? { operator: '>', limit: 0 };
  const measured = { ...metric, statistic: rule.statistic ?? metric.statistic };
  const others = rule.and.map((other) => ref(self.name).metric(metricOf(props, other, variant)));
  const role = policyRole(name, variant);
  new CloudwatchMetricAlarm(scope, `${role}$alarm`, {
    alarmName: self.physicalName('alarm', joined(name, variant.colour)),
    alarmDescription: `Scales ${self.name} by its rule ${name}`,
    ...(others.length === 0 ? single(measured, period) : nearest([measured, ...others], { operator, period })),
    comparisonOperator: operator === '>' ? 'GreaterThanThreshold' : 'LessThanThreshold',
    threshold: limit,
    evaluationPeriods: periods,
    datapointsToAlarm: periods,
    treatMissingData: rule.missing,
    alarmActions: [attribute('aws_autoscaling_policy', 'arn', role)],
    ...inRegionOfNetwork(context),
  });
}

function single(metric: ReadMetric, period: number) {
  return {
    namespace: metric.namespace,
    metricName: metric.name,
    dimensions: { ...metric.dimensions },
    period,
    ...statisticOf(metric.statistic),
  };
}

/** Of several metrics the one that is nearest to the threshold: when it is over it, all are. */
function nearest(
  all: readonly ReadMetric[],
  { operator, period }: { readonly operator: '>' | '<'; readonly period: number },
): Pick<CloudwatchMetricAlarmConfig, 'metricQuery'> {
  const ids = all.map((_, index) => `m${index}`);
  const expression = `${operator === '>' ? 'MIN' : 'MAX'}([${ids.join(', ')}])`;
  return {
    metricQuery: [
      { id: 'result', label: 'nearest', expression, returnData: true },
      ...all.map(({ namespace, name, dimensions, statistic }, index) => ({
        id: `m${index}`,
        metric: { namespace, metricName: name, dimensions: { ...dimensions }, stat: statistic, period },
        returnData: false,
      })),
    ],
  };
}

function statisticOf(statistic: string) {
  return statistic.startsWith('p') ? { extendedStatistic: statistic } : { statistic };
}

function targetPolicy(
  context: Context,
  variant: Variant,
  { rule, metric }: { readonly rule: Rule; readonly metric: ReadMetric },
): Partial<AutoscalingPolicyConfig> {
  return {
    policyType: 'TargetTrackingScaling',
    targetTrackingConfiguration: {
      targetValue: rule.target ?? 0,
      disableScaleIn: !rule.scaleIn,
      ...(predefined(context, variant, rule) ?? customized(rule, metric)),
    },
  };
}

/** The way in whose requests for each instance a rule goes by. */
function entranceOfRule({ publishes }: Props, { metric }: Rule): string | undefined {
  if (metric in publishes || !metric.endsWith(requestsPerHost)) return undefined;
  return metric === requestsPerHost ? 'main' : metric.slice(0, -requestsPerHost.length - 1);
}

type Specification = Omit<AutoscalingPolicyTargetTrackingConfiguration, 'targetValue'>;

/** What AWS knows by itself. @see https://docs.aws.amazon.com/autoscaling/ec2/APIReference/API_PredefinedMetricSpecification.html */
function predefined({ own, props }: Context, { colour }: Variant, rule: Rule): Specification | undefined {
  if (rule.metric === 'cpu')
    return { predefinedMetricSpecification: { predefinedMetricType: 'ASGAverageCPUUtilization' } };
  const entrance = entranceOfRule(props, rule);
  if (entrance === undefined) return undefined;
  const label = `${own(`loadBalancerArnSuffix/${entrance}`)}/${own(`targetGroupArnSuffix/${joined(entrance, colour)}`)}`;
  return {
    predefinedMetricSpecification: { predefinedMetricType: 'ALBRequestCountPerTarget', resourceLabel: label },
  };
}

function customized({ statistic }: Rule, metric: ReadMetric): Specification {
  return {
    customizedMetricSpecification: {
      namespace: metric.namespace,
      metricName: metric.name,
      metricDimension: Object.entries(metric.dimensions).map(([name, value]) => ({ name, value })),
      statistic: statistic ?? metric.statistic,
    },
  };
}
