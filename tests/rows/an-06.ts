import { account, eachSize, linesWith, scriptOf, statementsOf } from './accunode';
import type { Row } from './row';
import { at, pick } from './values';

export const an06: Row = {
  id: 'AN-06',
  title: 'Workers: 2 to 6 t3.small by the length of the queue, healthy by Celery, spot by switch, on schedule',
  states: {
    'there are 2 to 6 workers, and at first 2, 4 or 6 by size': (output) => {
      eachSize(({ worker }, workspace) => {
        const group = output.resource(workspace('platform'), 'aws_autoscaling_group', 'worker');
        expect(pick(group, ['min_size', 'desired_capacity', 'max_size', 'lifecycle'])).toEqual({
          min_size: 2,
          desired_capacity: worker,
          max_size: 6,
          lifecycle: { ignore_changes: ['desired_capacity'] },
        });
      });
    },
    'they are t3.small, and run Celery': (output) => {
      eachSize((_, workspace) => {
        const policy = output.resource(workspace('platform'), 'aws_autoscaling_group', 'worker')[
          'mixed_instances_policy'
        ];
        expect(at(policy, 'launch_template', 'override')).toEqual([{ instance_type: 't3.small' }]);
        const template = output.resource(workspace('platform'), 'aws_launch_template', 'worker');
        expect(template['instance_type']).toBe('t3.small');
        const script = scriptOf(output, workspace('platform'), 'worker');
        expect(linesWith(output, script, '  "$image"')).toEqual([`  "$image" 'celery' '-A' 'app' 'worker'`]);
      });
    },
    'one comes when more than 50 tasks wait for 3 minutes': (output) => {
      eachSize(({ name }, workspace) => {
        const alarm = output.resource(workspace('platform'), 'aws_cloudwatch_metric_alarm', 'worker_scale_out');
        expect(pick(alarm, alarmFields)).toEqual({
          ...queueOf(name),
          comparison_operator: 'GreaterThanThreshold',
          threshold: 50,
          evaluation_periods: 3,
          datapoints_to_alarm: 3,
          alarm_actions: ['${aws_autoscaling_policy.worker_scale_out.arn}'],
        });
        const policy = output.resource(workspace('platform'), 'aws_autoscaling_policy', 'worker_scale_out');
        expect(pick(policy, ['adjustment_type', 'step_adjustment'])).toEqual({
          adjustment_type: 'ChangeInCapacity',
          step_adjustment: [{ metric_interval_lower_bound: '0', scaling_adjustment: 1 }],
        });
      });
    },
    'one goes when fewer than 10 wait for 10 minutes': (output) => {
      eachSize(({ name }, workspace) => {
        const alarm = output.resource(workspace('platform'), 'aws_cloudwatch_metric_alarm', 'worker_scale_in');
        expect(pick(alarm, alarmFields)).toEqual({
          ...queueOf(name),
          comparison_operator: 'LessThanThreshold',
          threshold: 10,
          evaluation_periods: 10,
          datapoints_to_alarm: 10,
          alarm_actions: ['${aws_autoscaling_policy.worker_scale_in.arn}'],
        });
        const policy = output.resource(workspace('platform'), 'aws_autoscaling_policy', 'worker_scale_in');
        expect(pick(policy, ['adjustment_type', 'step_adjustment'])).toEqual({
          adjustment_type: 'ChangeInCapacity',
          step_adjustment: [{ metric_interval_upper_bound: '0', scaling_adjustment: -1 }],
        });
      });
    },
    'a worker counts once it has warmed up, so that one backlog brings no crowd': (output) => {
      eachSize((_, workspace) => {
        const group = output.resource(workspace('platform'), 'aws_autoscaling_group', 'worker');
        expect(group['default_instance_warmup']).toBe(300);
      });
    },
    'while nobody says how long the queue is, nobody comes or goes': (output) => {
      eachSize((_, workspace) => {
        for (const way of ['in', 'out']) {
          const alarm = output.resource(workspace('platform'), 'aws_cloudwatch_metric_alarm', `worker_scale_${way}`);
          expect(alarm['treat_missing_data']).toBe('notBreaching');
        }
      });
    },
    'the workers may publish the length of the queue, in a namespace that only their size has, and their container knows it':
      (output) => {
        eachSize(({ name }, workspace) => {
          const statements = statementsOf(output, workspace('platform'), 'worker_grant_own');
          const publish = output.seek(() =>
            statements.find((statement) => at(statement, 'actions', 0) === 'cloudwatch:PutMetricData'),
          );
          expect(publish).toEqual({
            actions: ['cloudwatch:PutMetricData'],
            condition: [
              {
                test: 'StringEquals',
                values: ['CWAgent', `accunode/${name}/worker`],
                variable: 'cloudwatch:namespace',
              },
            ],
            effect: 'Allow',
            resources: ['*'],
          });
          const script = scriptOf(output, workspace('platform'), 'worker');
          expect(linesWith(output, script, 'METRIC_NAMESPACE')).toEqual([`METRIC_NAMESPACE=accunode/${name}/worker`]);
        });
      },
    'each instance asks Celery each minute whether its worker lives, and after three failures has itself replaced': (
      output,
    ) => {
      eachSize(({ name }, workspace) => {
        const script = scriptOf(output, workspace('platform'), 'worker');
        expect(healthLines.flatMap((line) => linesWith(output, script, line.slice(0, 30)))).toEqual(healthLines);
        const statements = statementsOf(output, workspace('platform'), 'worker_grant_own');
        const replace = output.seek(() =>
          statements.find((statement) => at(statement, 'actions', 0) === 'autoscaling:SetInstanceHealth'),
        );
        expect(replace).toEqual({
          actions: ['autoscaling:SetInstanceHealth'],
          effect: 'Allow',
          resources: [
            `arn:aws:autoscaling:us-east-1:${account}:autoScalingGroup:*:autoScalingGroupName/accunode-${name}-worker`,
          ],
        });
      });
    },
    'spot instances are a switch, which is off: two are on demand in any case, and 100 % of the others': (output) => {
      eachSize((_, workspace) => {
        const group = output.resource(workspace('platform'), 'aws_autoscaling_group', 'worker');
        expect(
          pick(at(group, 'mixed_instances_policy', 'instances_distribution'), [
            'on_demand_base_capacity',
            'on_demand_percentage_above_base_capacity',
          ]),
        ).toEqual({ on_demand_base_capacity: 2, on_demand_percentage_above_base_capacity: 100 });
        expect(group['capacity_rebalance']).toBe(false);
      });
    },
    'the number of the size is there again at 7 on the morning of each working day': (output) => {
      eachSize(({ worker }, workspace) => {
        const schedule = output.resource(workspace('platform'), 'aws_autoscaling_schedule', 'worker_schedule_morning');
        expect(schedule).toEqual({
          autoscaling_group_name: '${aws_autoscaling_group.worker.name}',
          desired_capacity: worker,
          max_size: -1,
          min_size: -1,
          recurrence: '0 7 * * 1-5',
          scheduled_action_name: 'morning',
          time_zone: 'America/New_York',
        });
      });
    },
    'a worker has two minutes to end what it has begun': (output) => {
      eachSize((_, workspace) => {
        const script = scriptOf(output, workspace('platform'), 'worker');
        expect(linesWith(output, script, '  --name fleet')).toEqual([
          '  --name fleet --restart unless-stopped --init --stop-timeout 120 \\',
        ]);
        // Docker, which systemd would end after 90 seconds, has as long and half a minute more.
        expect(linesWith(output, script, "printf '[Service]")).toEqual([
          `printf '[Service]\\nTimeoutStopSec=%s\\n' 150 >/etc/systemd/system/docker.service.d/stop.conf`,
        ]);
      });
    },
  },
};

const alarmFields = [
  'namespace',
  'metric_name',
  'dimensions',
  'statistic',
  'period',
  'comparison_operator',
  'threshold',
  'evaluation_periods',
  'datapoints_to_alarm',
  'alarm_actions',
];

function queueOf(size: string) {
  return {
    namespace: `accunode/${size}/worker`,
    metric_name: 'QueueLength',
    dimensions: {},
    statistic: 'Maximum',
    period: 60,
  };
}

const healthLines = [
  `if timeout 30 docker exec fleet 'sh' '-c' 'celery -A app inspect ping -d "celery@$HOSTNAME"'; then`,
  'if [ "$failures" -ge 3 ]; then',
  '  aws autoscaling set-instance-health --region us-east-1 --health-status Unhealthy \\',
  'OnActiveSec=600',
  'OnUnitActiveSec=60',
  'systemctl enable --now fleet-health.timer',
];
