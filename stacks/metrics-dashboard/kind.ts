import { CloudwatchDashboard } from '@cdktf/provider-aws/lib/cloudwatch-dashboard';
import { TerraformLocal } from 'cdktf';
import { defineAwsKind, type AwsContext } from '../../schemas/contract/kind';
import { known } from '../../schemas/contract/output';
import { publicEdge } from '../facets/examples';
import { constraints } from './constraints';
import { Input, type Props } from './input';
import { dashboardBody } from './model';

/** What CloudWatch shows. */
export const metricsDashboard = defineAwsKind<typeof Input>({
  kind: 'metrics-dashboard',
  summary:
    'A CloudWatch dashboard: rows of panels with metrics of components, thresholds of alarms, objectives, logs and text.',
  creates: ['the dashboard, its body as a local value that a review can read'],
  input: Input,
  examples: {
    'requests of an API, with its objective': {
      input: {
        range: '12h',
        rows: {
          api: {
            title: 'API',
            panels: {
              intro: { kind: 'text', text: 'Requests as the load balancer sees them.', width: 24, height: 2 },
              latency: {
                title: 'Response time',
                series: {
                  p99: { component: 'alb', metric: 'response-time' },
                  average: { component: 'alb', metric: 'response-time', statistic: 'Average' },
                },
                lines: { objective: 0.5 },
              },
              errors: {
                title: 'Errors',
                kind: 'area',
                series: { 'of all requests': { component: 'alb', metric: 'target-5xx', shareOf: 'requests' } },
                minimum: 0,
                maximum: 100,
              },
              traffic: {
                title: 'Requests',
                kind: 'number',
                series: { 'per second': { component: 'alb', metric: 'requests', per: 'second', axis: 'right' } },
                periodSeconds: 300,
              },
              state: { title: 'Alarms', kind: 'alarms', alarms: ['alb'] },
              log: { title: 'Jobs', kind: 'logs', logs: { of: ['jobs'], query: 'fields @message', view: 'table' } },
            },
          },
        },
      },
      with: {
        ...publicEdge,
        notifications: { ops: { email: { ops: 'ops@example.com' } } },
        alarms: { warnings: { watch: { alb: {} } } },
        'log-group': { jobs: {} },
      },
    },
  },
  outputs: {
    name: known('Name.', ({ self }) => self.physicalName('dashboard')),
  },
  constraints,
  layers: { platform },
});

function platform(context: AwsContext<Props>): void {
  const { scope, own } = context;
  const body = new TerraformLocal(scope, 'body', dashboardBody(context));
  new CloudwatchDashboard(scope, 'this', {
    dashboardName: own('name'),
    dashboardBody: `\${jsonencode(local.${body.friendlyUniqueId})}`,
  });
}
