import { defineAwsKind } from '../../schemas/contract/kind';
import { known, runtime } from '../../schemas/contract/output';
import { constraints } from './constraints';
import { Input } from './input';
import { addAnomalies, addBudget, addTags } from './resources';

/** What a month may cost, and who is told when it costs more. */
export const budget = defineAwsKind<typeof Input>({
  kind: 'budget',
  summary: 'What a month may cost: thresholds, AWS’s forecast, and unusual costs by Cost Anomaly Detection.',
  creates: [
    'a budget in US dollars for each month, limited to the tags of the system or of the environment, with its thresholds',
    'a monitor of unusual costs and who is told of them, where they are asked for',
    'the activation of the tags for cost allocation, where it is asked for',
  ],
  input: Input,
  examples: {
    'a budget of a system, told by e-mail and text message': {
      input: { limitUsd: 2500 },
      with: { notifications: { alerts: { email: { ops: 'ops@example.com' }, sms: { ops: '+442079460000' } } } },
    },
    'cost up by a fifth in a day': {
      input: {
        limitUsd: 500,
        covers: 'environment',
        activateTags: true,
        thresholds: { half: { percent: 50, of: 'actual' }, all: { percent: 100, of: 'actual' } },
        notifications: 'alerts',
        email: { finance: 'finance@example.com' },
        anomalies: { percent: 20, usd: 10 },
      },
      with: { notifications: { alerts: { email: { ops: 'ops@example.com' } } } },
    },
    'a whole account, with a weekly summary of what was unusual with any service': {
      input: {
        limitUsd: 10_000,
        covers: 'account',
        credits: true,
        email: { finance: 'finance@example.com' },
        anomalies: { watch: 'services', percent: 40, usd: 100, match: 'any', frequency: 'weekly' },
      },
    },
    'the monitor that AWS made with the account': {
      input: {
        limitUsd: 100,
        email: { finance: 'finance@example.com' },
        anomalies: {
          watch: 'existing',
          monitorArn: 'arn:aws:ce::111122223333:anomalymonitor/11111111-2222-3333-4444-555555555555',
          usd: 50,
          frequency: 'daily',
        },
      },
    },
  },
  outputs: {
    name: known('Name.', ({ self }) => self.physicalName('budget')),
    arn: known('ARN.', ({ self, own }) => {
      const { partition, account } = self.settings.aws;
      return `arn:${partition}:budgets::${account}:budget/${own('name')}`;
    }),
    monitorArn: runtime(
      'ARN of the monitor of unusual costs.',
      'platform',
      ({ props, attribute }) =>
        props.anomalies && (props.anomalies.monitorArn ?? attribute('aws_ce_anomaly_monitor', 'arn')),
    ),
  },
  constraints,
  layers: {
    platform: (context) => {
      addBudget(context);
      if (context.props.anomalies) addAnomalies(context, context.props.anomalies);
      if (context.props.activateTags) addTags(context);
    },
  },
});
