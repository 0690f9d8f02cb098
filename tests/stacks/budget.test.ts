import type { JsonObject } from '../../schemas/primitives/artifact';
import { only, refused } from '../support/data-stores';
import { render, resources, type Rendered } from '../support/render';

const alerts = { email: { ops: 'ops@example.com' }, sms: { ops: '+442079460000' } };
const topicArn = 'arn:aws:sns:us-east-1:111122223333:acme-test-alerts';

function budget(input: JsonObject = {}, topic: JsonObject = alerts): Promise<Rendered> {
  return render({
    components: { notifications: { alerts: topic }, budget: { monthly: { limitUsd: 1000, ...input } } },
  });
}

/** Of one that is told by e-mail alone. */
function byMail(input: JsonObject = {}): Promise<Rendered> {
  return render({
    components: { budget: { monthly: { limitUsd: 1000, email: { finance: 'finance@example.com' }, ...input } } },
  });
}

describe('budget', () => {
  test('a month of the system may cost so much, and the one topic in reach is told at 80 % spent and 100 % forecasted', async () => {
    const rendered = await budget();
    expect(rendered.findings).toEqual([]);
    const told = {
      comparison_operator: 'GREATER_THAN',
      threshold_type: 'PERCENTAGE',
      subscriber_sns_topic_arns: [topicArn],
    };
    expect(only(rendered, 'aws_budgets_budget')).toEqual({
      name: 'acme-test-monthly',
      budget_type: 'COST',
      limit_amount: '1000',
      limit_unit: 'USD',
      time_unit: 'MONTHLY',
      cost_filter: [{ name: 'TagKeyValue', values: ['user:system$acme'] }],
      cost_types: { include_credit: false, include_refund: false },
      notification: [
        { ...told, threshold: 80, notification_type: 'ACTUAL' },
        { ...told, threshold: 100, notification_type: 'FORECASTED' },
      ],
    });
  });

  test.each<[string, JsonObject | undefined]>([
    ['environment', { name: 'TagKeyValue', values: ['user:system$acme', 'user:environment$test'] }],
    ['account', undefined],
  ])('of the %s, it looks at the tags that make it out', async (covers, filter) => {
    const { cost_filter } = only(await budget({ covers }), 'aws_budgets_budget');
    expect(cost_filter).toEqual(filter && [filter]);
  });

  test('nothing is activated for cost allocation unless it is asked for', async () => {
    expect(resources(await budget(), 'aws_ce_cost_allocation_tag')).toEqual({});
    for (const covers of ['system', 'environment'])
      expect(resources(await budget({ covers, activateTags: true }), 'aws_ce_cost_allocation_tag')).toEqual({
        monthly_tag_system: { tag_key: 'system', status: 'Active' },
        monthly_tag_environment: { tag_key: 'environment', status: 'Active' },
      });
  });

  test('cost up by 20 % in a day is told at once, by e-mail and by text message', async () => {
    const rendered = await budget({ anomalies: { percent: 20 } });
    expect(rendered.findings).toEqual([]);
    expect(only(rendered, 'aws_ce_anomaly_subscription')).toEqual({
      name: 'acme-test-monthly',
      frequency: 'IMMEDIATE',
      monitor_arn_list: ['${aws_ce_anomaly_monitor.monthly.arn}'],
      subscriber: [{ type: 'SNS', address: topicArn }],
      threshold_expression: {
        dimension: {
          key: 'ANOMALY_TOTAL_IMPACT_PERCENTAGE',
          match_options: ['GREATER_THAN_OR_EQUAL'],
          values: ['20'],
        },
      },
    });
    const protocols = Object.values(resources(rendered, 'aws_sns_topic_subscription')).map(({ protocol }) => protocol);
    expect(protocols.sort()).toEqual(['email', 'sms']);
  });

  test('the monitor of a system looks at its tag, with every key that AWS answers with', async () => {
    const monitor = only(await budget({ anomalies: { percent: 20 } }), 'aws_ce_anomaly_monitor');
    expect(monitor).toMatchObject({ monitor_type: 'CUSTOM' });
    expect(JSON.parse(monitor['monitor_specification'] as string)).toEqual({
      And: null,
      CostCategories: null,
      Dimensions: null,
      Not: null,
      Or: null,
      Tags: { Key: 'system', MatchOptions: null, Values: ['acme'] },
    });
  });

  test('the monitor of services looks at each of them; one that is there already is made no second time', async () => {
    expect(only(await budget({ anomalies: { watch: 'services', usd: 5 } }), 'aws_ce_anomaly_monitor')).toEqual({
      name: 'acme-test-monthly',
      monitor_type: 'DIMENSIONAL',
      monitor_dimension: 'SERVICE',
    });
    const monitorArn = 'arn:aws:ce::111122223333:anomalymonitor/1111';
    const rendered = await budget({ anomalies: { watch: 'existing', monitorArn, usd: 5 } });
    expect(rendered.findings).toEqual([]);
    expect(resources(rendered, 'aws_ce_anomaly_monitor')).toEqual({});
    expect(only(rendered, 'aws_ce_anomaly_subscription')['monitor_arn_list']).toEqual([monitorArn]);
  });

  test.each(['all', 'any'])('of two sizes, %s must be passed', async (match) => {
    const { threshold_expression } = only(
      await budget({ anomalies: { percent: 20, usd: 50, match } }),
      'aws_ce_anomaly_subscription',
    );
    const size = (key: string, value: string) => ({
      dimension: { key, match_options: ['GREATER_THAN_OR_EQUAL'], values: [value] },
    });
    expect(threshold_expression).toEqual({
      [match === 'all' ? 'and' : 'or']: [
        size('ANOMALY_TOTAL_IMPACT_PERCENTAGE', '20'),
        size('ANOMALY_TOTAL_IMPACT_ABSOLUTE', '50'),
      ],
    });
  });

  test('a daily summary goes to e-mail addresses, not to the topic', async () => {
    const rendered = await budget({
      email: { finance: 'finance@example.com' },
      anomalies: { percent: 20, frequency: 'daily' },
    });
    expect(only(rendered, 'aws_ce_anomaly_subscription')).toMatchObject({
      frequency: 'DAILY',
      subscriber: [{ type: 'EMAIL', address: 'finance@example.com' }],
    });
  });

  test('a budget that tells nobody is refused', async () => {
    const rendered = await render({ components: { budget: { monthly: { limitUsd: 1 } } } });
    expect(refused(rendered)).toEqual(['budget/nobody-told at /budget/monthly']);
  });

  test('an anomaly that is told at once to e-mail addresses is refused', async () => {
    expect(refused(await byMail({ anomalies: { percent: 20 } }))).toEqual([
      'budget/anomaly-audience at /budget/monthly/anomalies/frequency',
    ]);
    expect((await byMail({ anomalies: { percent: 20, frequency: 'weekly' } })).findings).toEqual([]);
  });

  test.each<[string, string, { readonly input?: JsonObject; readonly topic?: JsonObject }]>([
    [
      'one threshold under two names',
      'same-threshold-twice at /thresholds/b',
      { input: { thresholds: { a: { percent: 80, of: 'actual' }, b: { percent: 80, of: 'actual' } } } },
    ],
    [
      'a topic that is closed to Budgets',
      'publisher-not-let-in at /notifications',
      { topic: { publishers: ['cloudwatch'] } },
    ],
    [
      'a topic that is closed to Cost Anomaly Detection',
      'publisher-not-let-in at /notifications',
      { input: { anomalies: { percent: 20 } }, topic: { publishers: ['budgets'] } },
    ],
    [
      'a topic of another account',
      'topic-of-another-account at /notifications',
      { topic: { existing: { topicArn: 'arn:aws:sns:us-east-1:444455556666:ops' } } },
    ],
    ['an anomaly of no size', 'anomaly-without-size at /anomalies', { input: { anomalies: {} } }],
    [
      'a summary that goes to nobody',
      'anomaly-audience at /anomalies/frequency',
      { input: { anomalies: { percent: 20, frequency: 'daily' } } },
    ],
    [
      'a monitor that is there already and has no ARN',
      'existing-monitor at /anomalies/watch',
      { input: { anomalies: { percent: 20, watch: 'existing' } } },
    ],
    [
      'tags that nothing looks at',
      'tags-without-filter at /activateTags',
      { input: { covers: 'account', activateTags: true } },
    ],
  ])('%s is refused', async (_, expected, { input, topic }) => {
    expect(refused(await budget(input, topic))).toEqual([`budget/${expected.replace(' at ', ' at /budget/monthly')}`]);
  });

  test.each<[string, JsonObject, JsonObject]>([
    [
      'thresholds of one share, spent and forecasted',
      { thresholds: { a: { percent: 80, of: 'actual' }, b: { percent: 80, of: 'forecasted' } } },
      alerts,
    ],
    ['a topic that is open to Budgets alone, where no anomaly is told to it', {}, { publishers: ['budgets'] }],
    ['an existing topic of the account', {}, { existing: { topicArn: 'arn:aws:sns:us-east-1:111122223333:ops' } }],
    [
      'the system’s tag for a monitor beside a budget of the account',
      { covers: 'account', activateTags: true, anomalies: { usd: 5 } },
      alerts,
    ],
  ])('%s: taken', async (_, input, topic) => {
    expect((await budget(input, topic)).findings).toEqual([]);
  });
});
