import type { Constraint, ConstraintContext } from '../../schemas/contract/kind';
import type { Props as Topic, Publisher } from '../notifications/input';
import type { Props } from './input';

function told({ notifications }: Props, { ref }: ConstraintContext<Props>): Topic | undefined {
  return notifications === undefined ? undefined : (ref(notifications).component.props as Topic);
}

export const constraints: readonly Constraint<Props>[] = [
  {
    id: 'nobody-told',
    meaning: 'A threshold has somebody who is told of it.',
    fix: 'name a component of kind notifications, or an e-mail address',
    violations: ({ notifications, email }) =>
      notifications === undefined && Object.keys(email).length === 0
        ? [{ at: '', found: 'nobody is named', lacks: '/notifications' }]
        : [],
  },
  {
    id: 'same-threshold-twice',
    meaning: 'A budget has one threshold of each kind and share.',
    fix: 'remove one of the two, or change its percent',
    violations: ({ thresholds }) => {
      const entries = Object.entries(thresholds);
      return entries.flatMap(([name, { percent, of }], index) => {
        const other = entries.slice(0, index).find(([, earlier]) => earlier.percent === percent && earlier.of === of);
        return other ? [{ at: `/thresholds/${name}`, found: `${percent} % of ${of} like ${other[0]}` }] : [];
      });
    },
  },
  {
    id: 'publisher-not-let-in',
    meaning: 'The topic lets AWS Budgets and, where anomalies are told at once, Cost Anomaly Detection publish.',
    fix: 'add the service to publishers of the component of kind notifications',
    violations: (props, context) => {
      const topic = told(props, context);
      if (!topic || topic.existing) return [];
      const needed: Publisher[] = [
        'budgets',
        ...(props.anomalies?.frequency === 'immediate' ? ['cost-anomalies' as const] : []),
      ];
      return needed
        .filter((service) => !topic.publishers.includes(service))
        .map((service) => ({
          at: '/notifications',
          found: `${props.notifications ?? ''} doesn’t let ${service} publish`,
        }));
    },
  },
  {
    id: 'topic-of-another-account',
    meaning: 'A budget tells topics of its own account alone.',
    fix: 'name a topic of this account, or e-mail addresses',
    violations: (props, context) => {
      const account = told(props, context)?.existing?.topicArn.split(':')[4];
      return account === undefined || account === context.self.settings.aws.account
        ? []
        : [{ at: '/notifications', found: `the topic is in account ${account}` }];
    },
  },
  {
    id: 'anomaly-without-size',
    meaning: 'How large an anomaly is that somebody is told of is stated in per cent, in dollars or in both.',
    fix: 'state percent or usd',
    violations: ({ anomalies }) =>
      anomalies && anomalies.percent === undefined && anomalies.usd === undefined
        ? [{ at: '/anomalies', found: 'neither percent nor usd' }]
        : [],
  },
  {
    id: 'anomaly-audience',
    meaning: 'Anomalies are told at once to a topic, and in summaries to e-mail addresses.',
    fix: 'name notifications, or for a summary an e-mail address, or change frequency',
    violations: ({ anomalies, notifications, email }) => {
      if (!anomalies) return [];
      const at = '/anomalies/frequency';
      if (anomalies.frequency === 'immediate')
        return notifications === undefined
          ? [{ at, found: 'immediate, and no notifications are named', lacks: '/notifications' }]
          : [];
      return Object.keys(email).length === 0 ? [{ at, found: `${anomalies.frequency}, and no address is named` }] : [];
    },
  },
  {
    id: 'existing-monitor',
    meaning: 'A monitor that is there already is named by its ARN, and no other is.',
    fix: 'set watch to existing and state monitorArn, or do neither',
    violations: ({ anomalies }) => {
      if (!anomalies) return [];
      const { watch, monitorArn } = anomalies;
      return (watch === 'existing') === (monitorArn !== undefined)
        ? []
        : [{ at: '/anomalies/watch', found: `${watch}, ${monitorArn === undefined ? 'without' : 'with'} monitorArn` }];
    },
  },
  {
    id: 'tags-without-filter',
    meaning: 'The tags are made active of a budget that looks at them.',
    fix: 'set covers to system or environment, or remove activateTags',
    violations: ({ activateTags, covers, anomalies }) =>
      activateTags && covers === 'account' && anomalies?.watch !== 'system'
        ? [{ at: '/activateTags', found: 'it covers the whole account' }]
        : [],
  },
];
