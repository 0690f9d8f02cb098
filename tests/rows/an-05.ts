import { colours, eachSize, linesWith, scriptOf } from './accunode';
import type { Row } from './row';
import { at, pick } from './values';

const active = 'api_blue';

export const an05: Row = {
  id: 'AN-05',
  title: 'API: 2 to 4 t3.small by CPU, 2, 3 and 4 at the three sizes, healthy by /health',
  states: {
    'the API has 2 to 4 instances, and begins with 2, 3 or 4 by size': (output) => {
      eachSize(({ api }, workspace) => {
        const group = output.resource(workspace('platform'), 'aws_autoscaling_group', active);
        expect(pick(group, ['min_size', 'desired_capacity', 'max_size'])).toEqual({
          min_size: 2,
          desired_capacity: api,
          max_size: 4,
        });
      });
    },
    'scaling decides how many there are, and no apply sets them back; the number of the size is there again on the morning of each working day':
      (output) => {
        eachSize(({ api }, workspace) => {
          const group = output.resource(workspace('platform'), 'aws_autoscaling_group', active);
          expect(at(group, 'lifecycle', 'ignore_changes')).toEqual(['desired_capacity']);
          expect(
            output.resources(workspace('platform'), 'aws_autoscaling_schedule')['api_schedule_morning_blue'],
          ).toEqual({
            autoscaling_group_name: '${aws_autoscaling_group.api_blue.name}',
            desired_capacity: api,
            max_size: -1,
            min_size: -1,
            recurrence: '0 7 * * 1-5',
            scheduled_action_name: 'morning',
            time_zone: 'America/New_York',
          });
        });
      },
    'they are t3.small, all on demand': (output) => {
      eachSize((_, workspace) => {
        const policy = output.resource(workspace('platform'), 'aws_autoscaling_group', active)[
          'mixed_instances_policy'
        ];
        expect(at(policy, 'launch_template', 'override')).toEqual([{ instance_type: 't3.small' }]);
        expect(
          pick(at(policy, 'instances_distribution'), [
            'on_demand_base_capacity',
            'on_demand_percentage_above_base_capacity',
          ]),
        ).toEqual({ on_demand_base_capacity: 0, on_demand_percentage_above_base_capacity: 100 });
        const template = output.resource(workspace('platform'), 'aws_launch_template', active);
        expect(template['instance_type']).toBe('t3.small');
      });
    },
    'one instance comes when CPU is above 70 % for 2 minutes': (output) => {
      eachSize((_, workspace) => {
        const alarm = output.resource(workspace('platform'), 'aws_cloudwatch_metric_alarm', 'api_scale_out_blue');
        expect(pick(alarm, alarmFields)).toEqual(
          cpu({ comparison_operator: 'GreaterThanThreshold', threshold: 70, minutes: 2, policy: 'api_scale_out_blue' }),
        );
        const policy = output.resource(workspace('platform'), 'aws_autoscaling_policy', 'api_scale_out_blue');
        expect(pick(policy, policyFields)).toEqual(change({ metric_interval_lower_bound: '0', scaling_adjustment: 1 }));
      });
    },
    'one goes when it is below 50 % for 5 minutes': (output) => {
      eachSize((_, workspace) => {
        const alarm = output.resource(workspace('platform'), 'aws_cloudwatch_metric_alarm', 'api_scale_in_blue');
        expect(pick(alarm, alarmFields)).toEqual(
          cpu({ comparison_operator: 'LessThanThreshold', threshold: 50, minutes: 5, policy: 'api_scale_in_blue' }),
        );
        const policy = output.resource(workspace('platform'), 'aws_autoscaling_policy', 'api_scale_in_blue');
        expect(pick(policy, policyFields)).toEqual(
          change({ metric_interval_upper_bound: '0', scaling_adjustment: -1 }),
        );
      });
    },
    'both look at the group of this size, minute by minute, which EC2 publishes in detail': (output) => {
      eachSize(({ name }, workspace) => {
        for (const way of ['in', 'out']) {
          const alarm = output.resource(workspace('platform'), 'aws_cloudwatch_metric_alarm', `api_scale_${way}_blue`);
          expect(pick(alarm, ['dimensions', 'period'])).toEqual({
            dimensions: { AutoScalingGroupName: `accunode-${name}-api-blue` },
            period: 60,
          });
        }
        const group = output.resource(workspace('platform'), 'aws_autoscaling_group', active);
        expect(group['name']).toBe(`accunode-${name}-api-blue`);
        const template = output.resource(workspace('platform'), 'aws_launch_template', active);
        expect(at(template, 'monitoring', 'enabled')).toBe(true);
      });
    },
    'an instance counts once it has warmed up, so that one minute of load brings no second one': (output) => {
      eachSize((_, workspace) => {
        const group = output.resource(workspace('platform'), 'aws_autoscaling_group', active);
        expect(group['default_instance_warmup']).toBe(300);
      });
    },
    'the load balancer asks for /health, and an instance that does not answer is replaced': (output) => {
      eachSize((_, workspace) => {
        for (const colour of colours) {
          const target = output.resource(workspace('platform'), 'aws_lb_target_group', `api_entrance_main_${colour}`);
          expect(pick(at(target, 'health_check'), ['path', 'matcher', 'unhealthy_threshold', 'interval'])).toEqual({
            path: '/health',
            matcher: '200',
            unhealthy_threshold: 3,
            interval: 30,
          });
          const group = output.resource(workspace('platform'), 'aws_autoscaling_group', `api_${colour}`);
          expect(pick(group, ['health_check_type', 'health_check_grace_period'])).toEqual({
            health_check_type: 'ELB',
            health_check_grace_period: 300,
          });
        }
      });
    },
    'the container serves the port that the load balancer sends to': (output) => {
      eachSize((_, workspace) => {
        for (const colour of colours) {
          const script = scriptOf(output, workspace('platform'), `api_${colour}`);
          expect(linesWith(output, script, '  --publish')).toEqual(['  --publish 8000:8000 \\']);
          const target = output.resource(workspace('platform'), 'aws_lb_target_group', `api_entrance_main_${colour}`);
          expect(target['port']).toBe(8000);
        }
      });
    },
  },
};

const alarmFields = [
  'namespace',
  'metric_name',
  'statistic',
  'comparison_operator',
  'threshold',
  'evaluation_periods',
  'datapoints_to_alarm',
  'alarm_actions',
];
const policyFields = ['adjustment_type', 'policy_type', 'step_adjustment'];

function cpu({
  minutes,
  policy,
  ...rule
}: {
  readonly comparison_operator: string;
  readonly threshold: number;
  readonly minutes: number;
  readonly policy: string;
}) {
  return {
    namespace: 'AWS/EC2',
    metric_name: 'CPUUtilization',
    statistic: 'Average',
    ...rule,
    evaluation_periods: minutes,
    datapoints_to_alarm: minutes,
    alarm_actions: [`\${aws_autoscaling_policy.${policy}.arn}`],
  };
}

function change(step: Readonly<Record<string, string | number>>) {
  return { adjustment_type: 'ChangeInCapacity', policy_type: 'StepScaling', step_adjustment: [step] };
}
