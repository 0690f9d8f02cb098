import type { OutputTree } from './output-tree';
import { allMade, group, made, watchedBy } from './profit-sentinel';
import type { Row } from './row';
import { at, list, pick } from './values';

export const ps05: Row = {
  id: 'PS-05',
  title: 'One instance more above 70 % CPU, one less below 30 %, and fewer off hours',
  states: {
    'above 70 % for five minutes one instance comes, above 80 % two, by one policy': (output) => {
      expect(watched(output, 'gpu_api_scale_out')).toEqual([
        'AWS/EC2',
        'CPUUtilization',
        'GreaterThanThreshold',
        70,
        60,
        5,
      ]);
      expect(policy(output, 'gpu_api_scale_out')).toEqual([
        { metric_interval_lower_bound: '0', metric_interval_upper_bound: '10', scaling_adjustment: 1 },
        { metric_interval_lower_bound: '10', scaling_adjustment: 2 },
      ]);
    },
    'below 30 % for ten minutes one goes, unless the GPU is busy: the rule of the GPU would bring it back': (
      output,
    ) => {
      const alarm = made(output, 'platform', 'aws_cloudwatch_metric_alarm.gpu_api_scale_in');
      expect(pick(alarm, ['comparison_operator', 'threshold', 'evaluation_periods', 'alarm_actions'])).toEqual({
        comparison_operator: 'LessThanThreshold',
        threshold: 30,
        evaluation_periods: 10,
        alarm_actions: ['${aws_autoscaling_policy.gpu_api_scale_in.arn}'],
      });
      const [highest, ...parts] = list(alarm['metric_query']);
      expect(pick(highest, ['expression', 'return_data'])).toEqual({ expression: 'MAX([m0, m1])', return_data: true });
      expect(parts.map((part) => at(part, 'metric'))).toEqual(
        [
          { namespace: 'AWS/EC2', metric_name: 'CPUUtilization' },
          { namespace: 'CWAgent', metric_name: 'nvidia_smi_utilization_gpu' },
        ].map((metric) => ({ ...metric, dimensions: { AutoScalingGroupName: group }, period: 60, stat: 'Average' })),
      );
      expect(policy(output, 'gpu_api_scale_in')).toEqual([
        { metric_interval_upper_bound: '0', scaling_adjustment: -1 },
      ]);
    },
    'EC2 publishes CPU by the minute': (output) => {
      expect(made(output, 'platform', 'aws_launch_template.gpu_api')['monitoring']).toEqual({ enabled: true });
    },
    'one is left at 20:00 on weekdays in New York, and two are there again at 7:00': (output) => {
      const schedules = Object.values(allMade(output, 'platform', 'aws_autoscaling_schedule'));
      expect(schedules).toHaveLength(2);
      const stated = ['autoscaling_group_name', 'recurrence', 'time_zone', 'desired_capacity', 'min_size', 'max_size'];
      const bounds = { min_size: -1, max_size: -1, autoscaling_group_name: '${aws_autoscaling_group.gpu_api.name}' };
      const zone = { time_zone: 'America/New_York' };
      expect(pick(schedules[0], stated)).toEqual({
        ...bounds,
        ...zone,
        recurrence: '0 20 * * 1-5',
        desired_capacity: 1,
      });
      expect(pick(schedules[1], stated)).toEqual({
        ...bounds,
        ...zone,
        recurrence: '0 7 * * 1-5',
        desired_capacity: 2,
      });
    },
  },
};

/** What the alarm of a rule looks at; it looks at the group, and sets off the rule's policy. */
function watched(output: OutputTree, id: string): unknown {
  const alarm = made(output, 'platform', `aws_cloudwatch_metric_alarm.${id}`);
  expect(pick(alarm, ['dimensions', 'alarm_actions', 'statistic'])).toEqual({
    dimensions: { AutoScalingGroupName: group },
    alarm_actions: [`\${aws_autoscaling_policy.${id}.arn}`],
    statistic: 'Average',
  });
  return watchedBy(alarm);
}

/** Steps of a rule's policy, in instances of the group. */
function policy(output: OutputTree, id: string): unknown {
  const found = made(output, 'platform', `aws_autoscaling_policy.${id}`);
  expect(pick(found, ['adjustment_type', 'autoscaling_group_name', 'policy_type'])).toEqual({
    adjustment_type: 'ChangeInCapacity',
    autoscaling_group_name: '${aws_autoscaling_group.gpu_api.name}',
    policy_type: 'StepScaling',
  });
  return found['step_adjustment'];
}
