import { BudgetsBudget } from '@cdktf/provider-aws/lib/budgets-budget';
import { CeAnomalyMonitor } from '@cdktf/provider-aws/lib/ce-anomaly-monitor';
import { CeAnomalySubscription } from '@cdktf/provider-aws/lib/ce-anomaly-subscription';
import { CeCostAllocationTag } from '@cdktf/provider-aws/lib/ce-cost-allocation-tag';
import type { AwsContext } from '../../schemas/contract/kind';
import type { Props } from './input';

type Context = AwsContext<Props>;
type Anomalies = NonNullable<Props['anomalies']>;

/** Tags that a budget looks at, in the order in which they narrow it down. */
const tagsOf = { account: [], system: ['system'], environment: ['system', 'environment'] } as const;

/** Addresses in the order of their names. */
function addresses({ email }: Props): string[] {
  return Object.keys(email)
    .sort()
    .flatMap((name) => email[name] ?? []);
}

function topics({ props, ref }: Context): string[] {
  return props.notifications === undefined ? [] : [ref(props.notifications).text('topicArn')];
}

/**
 * Costs that bear all of the tags. What users tag is told apart by `user:` from what AWS does.
 * @see https://docs.aws.amazon.com/cost-management/latest/userguide/budgets-create-filters.html
 */
function costFilter({ props, settings }: Context) {
  const values = tagsOf[props.covers].map((tag) => `user:${tag}$${settings[tag]}`);
  return values.length === 0 ? {} : { costFilter: [{ name: 'TagKeyValue', values }] };
}

/** @see https://docs.aws.amazon.com/aws-cost-management/latest/APIReference/API_budgets_Notification.html */
export function addBudget(context: Context): void {
  const { scope, props, own } = context;
  const told = {
    ...(addresses(props).length > 0 ? { subscriberEmailAddresses: addresses(props) } : {}),
    ...(topics(context).length > 0 ? { subscriberSnsTopicArns: topics(context) } : {}),
  };
  new BudgetsBudget(scope, 'this', {
    name: own('name'),
    budgetType: 'COST',
    limitAmount: String(props.limitUsd),
    limitUnit: 'USD',
    timeUnit: 'MONTHLY',
    ...costFilter(context),
    costTypes: { includeCredit: props.credits, includeRefund: props.credits },
    notification: Object.keys(props.thresholds)
      .sort()
      .flatMap((name) => props.thresholds[name] ?? [])
      .map(({ percent, of }) => ({
        comparisonOperator: 'GREATER_THAN',
        threshold: percent,
        thresholdType: 'PERCENTAGE',
        notificationType: of.toUpperCase(),
        ...told,
      })),
  });
}

/** @see https://docs.aws.amazon.com/aws-cost-management/latest/APIReference/API_AnomalySubscription.html */
export function addAnomalies(context: Context, anomalies: Anomalies): void {
  const { scope, self, props, own } = context;
  if (anomalies.watch !== 'existing') addMonitor(context, anomalies.watch);
  const subscriber =
    anomalies.frequency === 'immediate'
      ? topics(context).map((address) => ({ type: 'SNS', address }))
      : addresses(props).map((address) => ({ type: 'EMAIL', address }));
  new CeAnomalySubscription(scope, 'this$anomaly-subscription', {
    name: self.physicalName('budget'),
    frequency: anomalies.frequency.toUpperCase(),
    monitorArnList: [own('monitorArn')],
    subscriber,
    thresholdExpression: thresholdExpression(anomalies),
  });
}

/** One monitor a dimension is all that an account may have: for a system there is one by its tag. */
function addMonitor({ scope, self, settings }: Context, watch: 'system' | 'services'): void {
  new CeAnomalyMonitor(scope, 'this$anomaly-monitor', {
    name: self.physicalName('budget'),
    ...(watch === 'services'
      ? { monitorType: 'DIMENSIONAL', monitorDimension: 'SERVICE' }
      : { monitorType: 'CUSTOM', monitorSpecification: taggedCosts(settings.system) }),
  });
}

/** With all its keys: AWS answers with all of them, and Terraform would see a difference and make the monitor anew. */
function taggedCosts(system: string): string {
  return JSON.stringify({
    And: null,
    CostCategories: null,
    Dimensions: null,
    Not: null,
    Or: null,
    Tags: { Key: 'system', MatchOptions: null, Values: [system] },
  });
}

function thresholdExpression({ percent, usd, match }: Anomalies) {
  const sizes = [
    ...(percent === undefined ? [] : [{ key: 'ANOMALY_TOTAL_IMPACT_PERCENTAGE', value: percent }]),
    ...(usd === undefined ? [] : [{ key: 'ANOMALY_TOTAL_IMPACT_ABSOLUTE', value: usd }]),
  ].map(({ key, value }) => ({
    dimension: { key, matchOptions: ['GREATER_THAN_OR_EQUAL'], values: [String(value)] },
  }));
  const [only] = sizes;
  if (only && sizes.length === 1) return only;
  return match === 'all' ? { and: sizes } : { or: sizes };
}

/** Both tags, so that budgets of single environments can look at what this one made active. */
export function addTags({ scope }: Context): void {
  for (const tagKey of tagsOf.environment)
    new CeCostAllocationTag(scope, `tag-${tagKey}`, { tagKey, status: 'Active' });
}
