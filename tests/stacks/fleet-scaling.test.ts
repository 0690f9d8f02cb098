import fc from 'fast-check';
import type { JsonObject } from '../../schemas/primitives/artifact';
import { stepsOf } from '../../stacks/fleet/scaling';
import { contextOf } from '../../synth/build/outputs';
import { locate } from '../../synth/model';
import { only, refused } from '../support/data-stores';
import { resources } from '../support/render';
import { exposedFleet, fleet, resource } from './fleet-kit';

const queue = { namespace: 'Acme/Workers', metric: 'QueueLength', unit: 'Count' };
const publishes = { 'queue-length': queue };

describe('scaling of a fleet', () => {
  test('instances come while a metric is above, and go while it is below', async () => {
    const rendered = await fleet({
      detailedMonitoring: true,
      scaling: {
        out: { metric: 'cpu', above: 70, minutes: 2, change: 1 },
        in: { metric: 'cpu', below: 50, minutes: 5, change: -1 },
      },
    });
    expect(rendered.findings).toEqual([]);
    expect(resource(rendered, 'aws_cloudwatch_metric_alarm', 'api_scale_out')).toMatchObject({
      alarm_name: 'acme-test-api-out',
      namespace: 'AWS/EC2',
      metric_name: 'CPUUtilization',
      dimensions: { AutoScalingGroupName: 'acme-test-api' },
      comparison_operator: 'GreaterThanThreshold',
      threshold: 70,
      period: 60,
      evaluation_periods: 2,
      treat_missing_data: 'notBreaching',
      alarm_actions: ['${aws_autoscaling_policy.api_scale_out.arn}'],
    });
    expect(resource(rendered, 'aws_cloudwatch_metric_alarm', 'api_scale_in')).toMatchObject({
      comparison_operator: 'LessThanThreshold',
      threshold: 50,
      evaluation_periods: 5,
    });
    expect(resource(rendered, 'aws_autoscaling_policy', 'api_scale_in')).toMatchObject({
      policy_type: 'StepScaling',
      step_adjustment: [{ metric_interval_upper_bound: '0', scaling_adjustment: -1 }],
    });
  });

  test('without detailed monitoring a rule looks every five minutes', async () => {
    const rendered = await fleet({ scaling: { out: { metric: 'cpu', above: 70, minutes: 10, change: 1 } } });
    expect(only(rendered, 'aws_cloudwatch_metric_alarm')).toMatchObject({ period: 300, evaluation_periods: 2 });
  });

  test('workers follow the length of a queue that their code publishes', async () => {
    const rendered = await fleet({
      publishes,
      scaling: {
        out: { metric: 'queue-length', above: 50, minutes: 3, change: 2, missing: 'ignore' },
        in: { metric: 'queue-length', below: 10, minutes: 10, change: -1, periodSeconds: 300, statistic: 'Maximum' },
      },
    });
    expect(rendered.findings).toEqual([]);
    expect(resource(rendered, 'aws_cloudwatch_metric_alarm', 'api_scale_out')).toMatchObject({
      namespace: 'Acme/Workers',
      metric_name: 'QueueLength',
      evaluation_periods: 3,
      treat_missing_data: 'ignore',
    });
    expect(resource(rendered, 'aws_cloudwatch_metric_alarm', 'api_scale_in')).toMatchObject({
      period: 300,
      evaluation_periods: 2,
      statistic: 'Maximum',
    });
  });

  test('AWS keeps a target by what it knows itself, and of anything else by its metric', async () => {
    const rendered = await exposedFleet({
      publishes,
      scaling: {
        cpu: { metric: 'cpu', target: 60 },
        requests: { metric: 'requests-per-host', target: 600 },
        queue: { metric: 'queue-length', target: 20, scaleIn: false },
      },
    });
    expect(rendered.findings).toEqual([]);
    expect(resources(rendered, 'aws_cloudwatch_metric_alarm')).toEqual({});
    expect(resources(rendered, 'aws_autoscaling_policy')).toMatchObject({
      api_scale_cpu: {
        target_tracking_configuration: {
          target_value: 60,
          predefined_metric_specification: { predefined_metric_type: 'ASGAverageCPUUtilization' },
        },
      },
      api_scale_requests: {
        depends_on: ['aws_lb_listener_rule.api_entrance_main'],
        target_tracking_configuration: {
          predefined_metric_specification: {
            predefined_metric_type: 'ALBRequestCountPerTarget',
            resource_label: '${aws_lb.alb.arn_suffix}/${aws_lb_target_group.api_entrance_main.arn_suffix}',
          },
        },
      },
      api_scale_queue: {
        target_tracking_configuration: {
          disable_scale_in: true,
          customized_metric_specification: { namespace: 'Acme/Workers', metric_name: 'QueueLength' },
        },
      },
    });
  });

  test('steps are without a gap, and the last one is open', () => {
    const steps = fc.dictionary(fc.integer({ min: 1, max: 500 }).map(String), fc.integer({ min: 1, max: 9 }), {
      maxKeys: 9,
    });
    fc.assert(
      fc.property(steps, fc.boolean(), (further, over) => {
        const found = stepsOf({ steps: { ...further, '0': 1 }, ...(over ? { above: 50 } : {}) });
        const near = over ? 'metricIntervalLowerBound' : 'metricIntervalUpperBound';
        const far = over ? 'metricIntervalUpperBound' : 'metricIntervalLowerBound';
        expect(found[0]?.[near]).toBe('0');
        found.forEach((step, index) => {
          expect(step[far]).toBe(found[index + 1]?.[near]);
        });
      }),
    );
  });

  test('a schedule that states no number brings back what the fleet began with, in equal shares of its colours', async () => {
    const schedules = { morning: { cron: '0 7 * * 1-5' } };
    const alone = await fleet({ schedules });
    expect(alone.findings).toEqual([]);
    expect(only(alone, 'aws_autoscaling_schedule')).toMatchObject({ desired_capacity: 2, min_size: -1, max_size: -1 });
    expect(only(alone, 'aws_autoscaling_group')['lifecycle']).toEqual({ ignore_changes: ['desired_capacity'] });
    const colours = { blue: { weight: 1 }, green: { weight: 1 } };
    const shared = Object.values(resources(await exposedFleet({ schedules, colours }), 'aws_autoscaling_schedule'));
    expect(shared.map(({ desired_capacity: desired }) => desired)).toEqual([1, 1]);
  });

  test('schedules change what they state, and the next apply does not set it back', async () => {
    const rendered = await fleet({
      schedules: { night: { cron: '0 20 * * 1-5', timeZone: 'Europe/Berlin', minimum: 1, desired: 1 } },
    });
    expect(rendered.findings).toEqual([]);
    expect(only(rendered, 'aws_autoscaling_schedule')).toEqual({
      scheduled_action_name: 'night',
      autoscaling_group_name: '${aws_autoscaling_group.api.name}',
      recurrence: '0 20 * * 1-5',
      time_zone: 'Europe/Berlin',
      min_size: 1,
      desired_capacity: 1,
      max_size: -1,
    });
    expect(only(rendered, 'aws_autoscaling_group')['lifecycle']).toEqual({
      ignore_changes: ['desired_capacity', 'min_size'],
    });
  });

  test('alarms and dashboards find its metrics by name, with the dimensions that AWS gives them', async () => {
    const rendered = await exposedFleet({
      publishes,
      gpu: true,
      instanceTypes: ['g4dn.xlarge'],
      rootDisk: { sizeGiB: 125 },
      detailedMonitoring: true,
    });
    expect(rendered.findings).toEqual([]);
    const located = locate(rendered.environment, 'api');
    if (!located) throw new Error('no fleet');
    const standpoint = {
      plane: 'terraform',
      environment: rendered.environment,
      layer: 'platform',
      reads: new Map(),
    } as const;
    const reader = contextOf(located, standpoint).ref('api');
    expect(Object.keys(reader.metrics())).toEqual(
      expect.arrayContaining([
        'cpu',
        'memory',
        'disk',
        'gpu',
        'in-service',
        'unhealthy-hosts',
        'target-5xx',
        'queue-length',
      ]),
    );
    expect(reader.metric('cpu')).toMatchObject({
      intervalSeconds: 60,
      dimensions: { AutoScalingGroupName: 'acme-test-api' },
    });
    expect(reader.metric('memory')).toMatchObject({ namespace: 'CWAgent', name: 'mem_used_percent' });
    expect(reader.metric('unhealthy-hosts').dimensions).toEqual({
      LoadBalancer: '${aws_lb.alb.arn_suffix}',
      TargetGroup: '${aws_lb_target_group.api_entrance_main.arn_suffix}',
    });
  });
});

describe('rules that a fleet refuses', () => {
  const out = { metric: 'memory', above: 70, minutes: 5, change: 1 };
  const into = { metric: 'memory', below: 30, minutes: 5, change: -1 };
  const { change: _, ...open } = out;

  test.each<[string, JsonObject, string]>([
    ['one with two limits', { scaling: { out: { ...out, below: 3 } } }, 'form-of-rule at /scaling/out'],
    [
      'one without minutes',
      { scaling: { out: { metric: 'cpu', above: 7, change: 1 } } },
      'form-of-rule at /scaling/out',
    ],
    [
      'a target with steps',
      { scaling: { out: { metric: 'cpu', target: 60, change: 1 } } },
      'form-of-rule at /scaling/out',
    ],
    ['a change of nothing', { scaling: { out: { ...out, change: 0 } } }, 'change-of-nothing at /scaling/out'],
    [
      'steps both ways',
      { scaling: { out: { ...open, steps: { '0': 1, '5': -1 } } } },
      'change-of-nothing at /scaling/out/steps',
    ],
    ['steps with a gap', { scaling: { out: { ...open, steps: { '5': 1 } } } }, 'steps-from-zero at /scaling/out/steps'],
    [
      'a metric that nobody publishes',
      { scaling: { out: { ...out, metric: 'gpu' } } },
      'unknown-metric at /scaling/out/metric',
    ],
    [
      'a target of what instances do not lower',
      { scaling: { out: { metric: 'in-service', target: 3 } } },
      'metric-without-target at /scaling/out/metric',
    ],
    [
      'a target of a percentile',
      { scaling: { out: { metric: 'memory', target: 60, statistic: 'p99' } } },
      'metric-without-target at /scaling/out/statistic',
    ],
    ['a published name that is taken', { publishes: { cpu: queue } }, 'published-name-taken at /publishes/cpu'],
    [
      'each minute of what comes every five',
      { scaling: { out: { ...out, metric: 'cpu', periodSeconds: 60 } } },
      'looked-at-too-often at /scaling/out/periodSeconds',
    ],
    [
      'two minutes of periods of five',
      { scaling: { out: { ...out, metric: 'cpu', minutes: 2 } } },
      'minutes-of-periods at /scaling/out/minutes',
    ],
    [
      'a target beside steps',
      { scaling: { out, at: { metric: 'memory', target: 60 } } },
      'steps-beside-target at /scaling/out',
    ],
    ['two rules one way', { scaling: { out, more: { ...out, above: 80 } } }, 'two-rules-one-way at /scaling/out'],
    [
      'thresholds that cross',
      { scaling: { out, in: { ...into, below: 80 } } },
      'thresholds-that-cross at /scaling/out',
    ],
    [
      'a schedule over the cap',
      { schedules: { day: { cron: '0 8 * * *', maximum: 9 } } },
      'schedule-out-of-order at /schedules/day',
    ],
    [
      'a schedule under the minimum',
      { schedules: { night: { cron: '0 20 * * *', desired: 0 } } },
      'schedule-out-of-order at /schedules/night',
    ],
    [
      'two schedules at one time',
      { schedules: { one: { cron: '0 8 * * *', desired: 2 }, other: { cron: '0 8 * * *', desired: 3 } } },
      'schedules-at-one-time at /schedules/other/cron',
    ],
    [
      'the 30th of February',
      { schedules: { night: { cron: '0 20 30 2 *', desired: 1 } } },
      'schedule-never-due at /schedules/night/cron',
    ],
    [
      'hours that run backwards',
      { schedules: { night: { cron: '0 20-8 * * *', desired: 1 } } },
      'schedule-never-due at /schedules/night/cron',
    ],
    [
      'a time zone that is none',
      { schedules: { night: { cron: '0 20 * * *', timeZone: 'Europe/Nowhere', desired: 1 } } },
      'unknown-time-zone at /schedules/night/timeZone',
    ],
  ])('%s', async (_name, input, expected) => {
    expect(refused(await fleet(input))).toEqual([`fleet/${expected.replace(' at ', ' at /fleet/api')}`]);
  });

  test.each<[string, JsonObject]>([
    ['one rule each way with room between', { scaling: { out, in: into } }],
    ['steps from the threshold on', { scaling: { out: { ...open, steps: { '0': 1, '10.5': 3 } } } }],
    ['a target and steps of two metrics', { scaling: { out, at: { metric: 'cpu', target: 60 } } }],
    ['whole periods', { scaling: { out: { ...out, metric: 'cpu', minutes: 15 } } }],
    [
      'each minute with detailed monitoring',
      { detailedMonitoring: true, scaling: { out: { ...out, metric: 'cpu', periodSeconds: 60 } } },
    ],
    [
      'schedules at two times',
      { schedules: { one: { cron: '0 8 * * *', desired: 2 }, other: { cron: '1 8 * * *', desired: 3 } } },
    ],
    ['a schedule of Sundays', { schedules: { night: { cron: '0 20 * * 7', desired: 2 } } }],
    ['a name of its own', { publishes }],
  ])('%s is taken', async (_name, input) => {
    expect((await fleet(input)).findings).toEqual([]);
  });
});
