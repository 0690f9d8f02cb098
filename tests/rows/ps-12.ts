import type { JsonObject } from '../../schemas/primitives/artifact';
import type { OutputTree } from './output-tree';
import { group, made, namespace, topic, watchedBy, workspaceOf } from './profit-sentinel';
import type { Row } from './row';
import { at, list, pick } from './values';

const ofGroup = { AutoScalingGroupName: group };
const ofBalancer = { LoadBalancer: '${aws_lb.alb.arn_suffix}' };
const ofTarget = { ...ofBalancer, TargetGroup: '${aws_lb_target_group.gpu_api_entrance_main.arn_suffix}' };
const pipeline = [
  'baseline_time_ms',
  'resonator_time_ms',
  'total_candidates',
  'contradiction_count',
  'convergence_rate',
  'avg_f1',
];

export const ps12: Row = {
  id: 'PS-12',
  title: 'Six alarms, each with its action, and a dashboard with the six metrics of the pipeline',
  states: {
    'people are told of CPU above 80 % for five minutes': (output) => {
      expect(told(output, 'gpu_api_cpu', ofGroup)).toEqual([
        ...above('AWS/EC2', 'CPUUtilization', 80),
        60,
        5,
        'Average',
      ]);
    },
    'CPU above 80 % brings two instances, by the second step of the one policy that scales on it': (output) => {
      const policy = made(output, 'platform', 'aws_autoscaling_policy.gpu_api_scale_out');
      expect(at(policy, 'step_adjustment', 1)).toEqual({ metric_interval_lower_bound: '10', scaling_adjustment: 2 });
      const alarm = made(output, 'platform', 'aws_cloudwatch_metric_alarm.gpu_api_scale_out');
      expect([...watchedBy(alarm)]).toEqual([...above('AWS/EC2', 'CPUUtilization', 70), 60, 5]);
      expect(alarm['alarm_actions']).toEqual(['${aws_autoscaling_policy.gpu_api_scale_out.arn}']);
    },
    'nothing else is set off by high CPU or high GPU: no two actions fight over one metric': (output) => {
      const alarms = output.resources(workspaceOf('platform'), 'aws_cloudwatch_metric_alarm');
      const scaling = Object.entries(alarms).filter(([, alarm]) =>
        output.seek(() => JSON.stringify(alarm['alarm_actions']).includes('aws_autoscaling_policy')),
      );
      expect(scaling.map(([, alarm]) => [alarm['metric_name'], alarm['comparison_operator']])).toEqual([
        ['nvidia_smi_utilization_gpu', 'GreaterThanThreshold'],
        // CPU and GPU are low.
        [undefined, 'LessThanThreshold'],
        ['CPUUtilization', 'GreaterThanThreshold'],
      ]);
    },
    'people are told of memory above 85 % for five minutes': (output) => {
      expect(told(output, 'gpu_api_memory', ofGroup)).toEqual([
        ...above('CWAgent', 'mem_used_percent', 85),
        60,
        5,
        'Average',
      ]);
    },
    'GPU above 90 % for five minutes brings an instance': (output) => {
      const alarm = made(output, 'platform', 'aws_cloudwatch_metric_alarm.gpu_api_scale_gpu_out');
      expect(watchedBy(alarm)).toEqual([...above('CWAgent', 'nvidia_smi_utilization_gpu', 90), 60, 5]);
      expect(pick(alarm, ['dimensions', 'statistic', 'alarm_actions'])).toEqual({
        dimensions: ofGroup,
        statistic: 'Average',
        alarm_actions: ['${aws_autoscaling_policy.gpu_api_scale_gpu_out.arn}'],
      });
      const policy = made(output, 'platform', 'aws_autoscaling_policy.gpu_api_scale_gpu_out');
      expect(pick(policy, ['adjustment_type', 'autoscaling_group_name', 'step_adjustment'])).toEqual({
        adjustment_type: 'ChangeInCapacity',
        autoscaling_group_name: '${aws_autoscaling_group.gpu_api.name}',
        step_adjustment: [{ metric_interval_lower_bound: '0', scaling_adjustment: 1 }],
      });
    },
    'people are told of an unhealthy instance': (output) => {
      expect(told(output, 'gpu_api_unhealthy_hosts', ofTarget)).toEqual([
        ...above('AWS/ApplicationELB', 'UnHealthyHostCount', 0),
        60,
        1,
        'Maximum',
      ]);
    },
    'people are told of more than ten errors of the application in a minute': (output) => {
      const alarm = told(output, 'alb_server_errors');
      expect(pick(alarm, ['comparison_operator', 'threshold', 'evaluation_periods'])).toEqual({
        comparison_operator: 'GreaterThanThreshold',
        threshold: 10,
        evaluation_periods: 1,
      });
      const [rate, part] = list(at(alarm, 'metric_query'));
      expect(pick(rate, ['expression', 'return_data'])).toEqual({
        expression: 'FILL(part, 0) * 60 / PERIOD(part)',
        return_data: true,
      });
      expect(part).toEqual({
        id: 'part',
        return_data: false,
        metric: {
          namespace: 'AWS/ApplicationELB',
          metric_name: 'HTTPCode_Target_5XX_Count',
          dimensions: ofBalancer,
          period: 60,
          stat: 'Sum',
        },
      });
    },
    'and of more than ten of the load balancer itself': (output) => {
      expect(told(output, 'alb_elb_5xx', ofBalancer)).toEqual([
        ...above('AWS/ApplicationELB', 'HTTPCode_ELB_5XX_Count', 10),
        60,
        1,
        'Sum',
      ]);
    },
    'people are told when one answer in a hundred takes longer than 30 seconds': (output) => {
      expect(told(output, 'alb_slow_answers', ofBalancer)).toEqual([
        ...above('AWS/ApplicationELB', 'TargetResponseTime', 30),
        60,
        5,
        'p99',
      ]);
    },
    'the topic reaches people by e-mail': (output) => {
      expect(made(output, 'foundation', 'aws_sns_topic.ops')['name']).toBe('profit-sentinel-gpu-prod-ops');
      expect(made(output, 'foundation', 'aws_sns_topic_subscription.ops_email_ops')).toEqual({
        topic_arn: '${aws_sns_topic.ops.arn}',
        protocol: 'email',
        endpoint: 'ops@profitsentinel.ai',
      });
    },
    'a dashboard shows the six metrics of the pipeline by their names': (output) => {
      const dashboard = made(output, 'platform', 'aws_cloudwatch_dashboard.pipeline');
      expect(dashboard['dashboard_body']).toBe('${jsonencode(local.pipeline_body)}');
      const series = widgets(output).flatMap((widget) => list(at(widget, 'properties', 'metrics')));
      const own = series.filter((each) => output.seek(() => at(each, 0) === namespace));
      expect(own.map((each) => [at(each, 0), at(each, 1), at(each, 2, 'label')])).toEqual(
        pipeline.map((name) => [namespace, name, name]),
      );
    },
    'and beside them CPU, GPU and memory of the instances': (output) => {
      const load = output.seek(() => widgets(output).find((each) => at(each, 'properties', 'title') === 'Load'));
      const series = list(at(load, 'properties', 'metrics'));
      expect(series.map((each) => [0, 1, 2, 3].map((index) => at(each, index)))).toEqual(
        [
          ['AWS/EC2', 'CPUUtilization'],
          ['CWAgent', 'nvidia_smi_utilization_gpu'],
          ['CWAgent', 'mem_used_percent'],
        ].map((metric) => [...metric, 'AutoScalingGroupName', group]),
      );
    },
  },
};

function above(namespace: string, metric: string, threshold: number): (string | number)[] {
  return [namespace, metric, 'GreaterThanThreshold', threshold];
}

function widgets(output: OutputTree) {
  const { pipeline_body: body } = output.blocks(workspaceOf('platform'), 'locals');
  return list(at(body, 'widgets'));
}

/** An alarm that tells people when it is due, and nobody else. */
function told(output: OutputTree, id: string): JsonObject;
/** What it looks at, and by which statistic, of these dimensions. */
function told(output: OutputTree, id: string, dimensions: Readonly<Record<string, string>>): unknown[];
function told(output: OutputTree, id: string, dimensions?: Readonly<Record<string, string>>): unknown {
  const alarm = made(output, 'platform', `aws_cloudwatch_metric_alarm.alarms_${id}`);
  expect(alarm['alarm_actions']).toEqual([topic]);
  if (dimensions === undefined) return alarm;
  expect(alarm['dimensions']).toEqual(dimensions);
  return [...watchedBy(alarm), alarm['statistic'] ?? alarm['extended_statistic']];
}
