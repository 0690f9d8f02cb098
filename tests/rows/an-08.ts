import type { Json, JsonObject } from '../../schemas/primitives/artifact';
import { eachSize, itemWith, sizes, topic, type Size, type SizeName } from './accunode';
import { limits, objectives, titlesOf } from './an-08-dashboard';
import type { OutputTree } from './output-tree';
import type { Row } from './row';
import { at, list, pick, text } from './values';

const told = { alarm_actions: [topic], ok_actions: [topic] };

export const an08: Row = {
  id: 'AN-08',
  title: 'Alarms on CPU, response time, errors, queue and cost, by e-mail and text message; a dashboard by size',
  states: {
    'people are told by e-mail and by text message': (output) => {
      const subscriptions = Object.values(output.resources('accunode-shared-foundation', 'aws_sns_topic_subscription'));
      expect(subscriptions).toEqual([
        { endpoint: 'operations@accunode.example', protocol: 'email', topic_arn: '${aws_sns_topic.people.arn}' },
        { endpoint: '+12025550143', protocol: 'sms', topic_arn: '${aws_sns_topic.people.arn}' },
      ]);
      expect(output.resource('accunode-shared-foundation', 'aws_sns_topic', 'people')['name']).toBe(
        'accunode-shared-people',
      );
    },
    'they are told when CPU of API servers, workers, database or cache is above 80 % for 5 minutes': (output) => {
      eachSize((size) => {
        for (const [id, namespace, period, dimensions] of processors(size))
          expect(pick(alarm(output, size, id), plainFields)).toEqual({
            namespace,
            metric_name: 'CPUUtilization',
            dimensions,
            statistic: 'Average',
            comparison_operator: 'GreaterThanThreshold',
            threshold: 80,
            period,
            evaluation_periods: 300 / period,
            ...told,
          });
      });
    },
    'they are told when an answer takes longer than 500 ms on average': (output) => {
      eachSize((size) => {
        expect(pick(alarm(output, size, 'alb_slow_answers'), plainFields)).toEqual({
          namespace: 'AWS/ApplicationELB',
          metric_name: 'TargetResponseTime',
          dimensions: { LoadBalancer: '${aws_lb.alb.arn_suffix}' },
          statistic: 'Average',
          comparison_operator: 'GreaterThanThreshold',
          threshold: 0.5,
          period: 60,
          evaluation_periods: 5,
          ...told,
        });
      });
    },
    'they are told when more than 5 % of answers are errors': (output) => {
      eachSize((size) => {
        const errors = alarm(output, size, 'alb_errors');
        expect(pick(errors, ['comparison_operator', 'threshold', 'evaluation_periods', ...Object.keys(told)])).toEqual({
          comparison_operator: 'GreaterThanThreshold',
          threshold: 5,
          evaluation_periods: 5,
          ...told,
        });
        const query = (id: string): Json | undefined => itemWith(output, list(errors['metric_query']), ['id', id]);
        expect(at(query('result'), 'expression')).toBe('100 * FILL(part, 0) / whole');
        expect(at(query('result'), 'return_data')).toBe(true);
        expect(at(query('part'), 'metric')).toEqual(counted('HTTPCode_Target_5XX_Count'));
        expect(at(query('whole'), 'metric')).toEqual(counted('RequestCount'));
      });
    },
    'they are told when more than 100 tasks wait, and when no worker says how many': (output) => {
      eachSize((size) => {
        expect(pick(alarm(output, size, 'worker_queue_backlog'), [...plainFields, 'treat_missing_data'])).toEqual({
          namespace: `accunode/${size.name}/worker`,
          metric_name: 'QueueLength',
          dimensions: {},
          statistic: 'Maximum',
          comparison_operator: 'GreaterThanThreshold',
          threshold: 100,
          period: 60,
          evaluation_periods: 5,
          ...told,
          treat_missing_data: 'breaching',
        });
      });
    },
    'they are told at once when costs rise by more than 20 % over what AWS expects': (output) => {
      const shared = 'accunode-shared-platform';
      const subscription = output.resource(shared, 'aws_ce_anomaly_subscription', 'approved');
      expect(pick(subscription, ['frequency', 'monitor_arn_list', 'subscriber', 'threshold_expression'])).toEqual({
        frequency: 'IMMEDIATE',
        monitor_arn_list: ['${aws_ce_anomaly_monitor.approved.arn}'],
        subscriber: [{ address: topic, type: 'SNS' }],
        threshold_expression: {
          and: [
            impact('PERCENTAGE', '20'),
            // A fifth of nothing is nothing that anybody is told of.
            impact('ABSOLUTE', '1'),
          ],
        },
      });
      const monitor = output.resource(shared, 'aws_ce_anomaly_monitor', 'approved');
      expect(monitor['monitor_type']).toBe('CUSTOM');
      expect(JSON.parse(text(monitor['monitor_specification']))).toMatchObject({
        Tags: { Key: 'system', Values: ['accunode'] },
      });
    },
    'a month of each size has a budget of the document’s sum and of what it leaves out, and all sizes together the 300 dollars that it asks approval for':
      (output) => {
        eachSize((size, workspace) => {
          const budget = output.resource(workspace('platform'), 'aws_budgets_budget', 'costs');
          expect(pick(budget, budgetFields)).toEqual(
            budgetOf(size.usd + size.leftOut, ['user:system$accunode', `user:environment$${size.name}`]),
          );
        });
        const all = output.resource('accunode-shared-platform', 'aws_budgets_budget', 'approved');
        expect(pick(all, budgetFields)).toEqual(budgetOf(sizes.scale.usd, ['user:system$accunode']));
        const tags = Object.values(output.resources('accunode-shared-platform', 'aws_ce_cost_allocation_tag'));
        expect(tags.map((tag) => [tag['tag_key'], tag['status']])).toEqual([
          ['environment', 'Active'],
          ['system', 'Active'],
        ]);
      },
    'EC2 publishes each minute where a rule looks at less than 5 minutes, and from growth on of the workers too': (
      output,
    ) => {
      eachSize(({ name }, workspace) => {
        const detailed = ['api_blue', 'api_green', 'worker'].map((id) =>
          at(output.resource(workspace('platform'), 'aws_launch_template', id), 'monitoring', 'enabled'),
        );
        expect(detailed).toEqual([true, true, name !== 'startup']);
      });
    },
    'the system of the database is measured each minute at growth and every 15 seconds at scale, by a role for that': (
      output,
    ) => {
      const seconds = { startup: 0, growth: 60, scale: 15 };
      eachSize(({ name }, workspace) => {
        const database = output.resource(workspace('data'), 'aws_db_instance', 'db');
        const role = name === 'startup' ? undefined : '${aws_iam_role.db_monitoring.arn}';
        expect([name, database['monitoring_interval'], database['monitoring_role_arn']]).toEqual([
          name,
          seconds[name],
          role,
        ]);
      });
    },
    'each size has a dashboard: a basic one, with database and cache from growth on, with logs at scale': (output) => {
      eachSize(({ name }, workspace) => {
        const dashboard = output.resource(workspace('platform'), 'aws_cloudwatch_dashboard', 'service');
        expect(dashboard).toEqual({
          dashboard_body: '${jsonencode(local.service_body)}',
          dashboard_name: `accunode-${name}-service`,
        });
        const titles = widgetsOf(output, name).map((widget) => at(widget, 'properties', 'title'));
        expect(titles.filter((title) => title !== undefined)).toEqual(titlesOf[name]);
      });
    },
    'it draws the document’s service objectives: 200 ms on average and 500 ms for 95 %, 99.9 % without an error, 1000 requests a second of each server, 100 predictions a minute of each worker, 50 ms for a query':
      (output) => {
        eachSize(({ name }) => {
          for (const [title, lines] of Object.entries(objectives))
            expect(linesOf(output, name, title)).toEqual(lines.map(([label, value]) => ({ label, value })));
          expect(at(panel(output, name, 'Response time'), 'metrics')).toEqual(
            ['Average', 'p95'].map((stat) => [
              ...ofBalancer('TargetResponseTime'),
              { label: stat.toLowerCase(), stat },
            ]),
          );
          expect(at(panel(output, name, 'Query time, in milliseconds'), 'metrics')).toEqual([
            [`accunode/${name}/api`, 'QueryTime', { label: 'average', stat: 'Average' }],
          ]);
          expect(at(panel(output, name, 'Predictions of a worker in a minute'), 'metrics')).toEqual([
            [`accunode/${name}/worker`, 'TasksDone', { label: 'predictions', stat: 'Average' }],
          ]);
        });
      },
    'it draws the cap, and when workers and servers come and go': (output) => {
      eachSize(({ name }) => {
        for (const [title, lines] of Object.entries(limits))
          expect(linesOf(output, name, title)).toEqual(lines.map(([label, value]) => ({ label, value })));
      });
    },
    'what is measured of the load balancer, the database and the cache is watched as AWS recommends, too': (output) => {
      eachSize(({ name }, workspace) => {
        const alarms = Object.keys(output.resources(workspace('platform'), 'aws_cloudwatch_metric_alarm'));
        for (const id of recommended) expect([name, ...alarms]).toContain(`alerts_${id}`);
      });
    },
  },
};

function widgetsOf(output: OutputTree, size: SizeName): Json[] {
  return list(output.blocks(`accunode-${size}-platform`, 'locals')['service_body']?.['widgets']);
}

/** The properties of the one panel with a title. */
function panel(output: OutputTree, size: SizeName, title: string): Json | undefined {
  const found = output.seek(() =>
    widgetsOf(output, size).filter((widget) => at(widget, 'properties', 'title') === title),
  );
  expect(found).toHaveLength(1);
  return at(found[0], 'properties');
}

function linesOf(output: OutputTree, size: SizeName, title: string) {
  const lines = list(at(panel(output, size, title), 'annotations', 'horizontal'));
  return lines.map((line) => pick(line, ['label', 'value']));
}

function ofBalancer(metric: string): string[] {
  return ['AWS/ApplicationELB', metric, 'LoadBalancer', '${aws_lb.alb.arn_suffix}'];
}

const recommended = [
  'alb_elb_5xx',
  'api_blue_healthy_hosts',
  'api_blue_memory',
  'cache_memory_001',
  'db_free_storage',
  'worker_disk',
];

const plainFields = [
  'namespace',
  'metric_name',
  'dimensions',
  'statistic',
  'comparison_operator',
  'threshold',
  'period',
  'evaluation_periods',
  ...Object.keys(told),
];

function alarm(output: OutputTree, { name }: Size, id: string): JsonObject {
  return output.resource(`accunode-${name}-platform`, 'aws_cloudwatch_metric_alarm', `alerts_${id}`);
}

function processors({ name }: Size): [id: string, namespace: string, period: number, dimensions: JsonObject][] {
  const group = (of: string): JsonObject => ({ AutoScalingGroupName: `accunode-${name}-${of}` });
  return [
    ['api_blue_cpu', 'AWS/EC2', 60, group('api-blue')],
    ['worker_cpu', 'AWS/EC2', name === 'startup' ? 300 : 60, group('worker')],
    ['db_cpu', 'AWS/RDS', 60, { DBInstanceIdentifier: `accunode-${name}-db` }],
    ['cache_cpu_001', 'AWS/ElastiCache', 60, { CacheClusterId: `accunode-${name}-cache-001` }],
  ];
}

function counted(metric: string): JsonObject {
  return {
    dimensions: { LoadBalancer: '${aws_lb.alb.arn_suffix}' },
    metric_name: metric,
    namespace: 'AWS/ApplicationELB',
    period: 60,
    stat: 'Sum',
  };
}

function impact(kind: string, value: string): JsonObject {
  return {
    dimension: { key: `ANOMALY_TOTAL_IMPACT_${kind}`, match_options: ['GREATER_THAN_OR_EQUAL'], values: [value] },
  };
}

const budgetFields = ['budget_type', 'time_unit', 'limit_amount', 'limit_unit', 'cost_filter', 'notification'];

function budgetOf(usd: number, tags: readonly string[]): JsonObject {
  const threshold = (kind: string, percent: number): JsonObject => ({
    comparison_operator: 'GREATER_THAN',
    notification_type: kind,
    subscriber_sns_topic_arns: [topic],
    threshold: percent,
    threshold_type: 'PERCENTAGE',
  });
  return {
    budget_type: 'COST',
    time_unit: 'MONTHLY',
    limit_amount: String(usd),
    limit_unit: 'USD',
    cost_filter: [{ name: 'TagKeyValue', values: [...tags] }],
    notification: [threshold('ACTUAL', 80), threshold('FORECASTED', 100)],
  };
}
