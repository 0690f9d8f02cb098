import { Type, type Static } from '@sinclair/typebox';
import { alertFields, comparison, promDuration } from '../schemas/contract/alert';
import { group, input, mapOf, reference, text } from '../schemas/contract/fields';
import { defineKubernetesKind } from '../schemas/contract/kind';
import { clusterBase } from './facets/examples';
import { monitoringApp } from './facets/monitoring';
import { addObject, standardLabels } from './facets/object';

const labelsField = mapOf('Labels beside those of the series.', text('Value.'), {
  default: {},
  propertyNames: { pattern: '^[a-zA-Z][a-zA-Z0-9_]*$', 'x-form': 'letters, digits and _, starting with a letter' },
});

const alertField = group('One alert.', {
  expr: text('PromQL: the value that a threshold is for, or, without a threshold, the whole condition.'),
  ...alertFields,
  labels: labelsField,
});

const recordsField = Type.Record(
  Type.String({ pattern: '^[a-zA-Z_:][a-zA-Z0-9_:]*$' }),
  group('One recorded series.', { expr: text('PromQL.'), labels: labelsField }),
  {
    description: 'Series that are computed and kept, by the name of the metric.',
    additionalProperties: false,
    default: {},
  },
);

const Input = input({
  namespace: reference('Namespace that they are in. Prometheus reads rules from all.', ['namespace'], {
    default: 'monitoring',
  }),
  groups: mapOf(
    'Groups of rules that are evaluated together, by name.',
    group('One group.', {
      interval: promDuration('Time between two evaluations.', { default: '1m' }),
      records: recordsField,
      alerts: mapOf('Alerts, by name.', alertField, { default: {} }),
    }),
    { minProperties: 1 },
  ),
});

type Props = Static<typeof Input>;
type Alert = Props['groups'][string]['alerts'][string];

/** What Prometheus computes and what it warns of. */
export const alertRules = defineKubernetesKind<typeof Input>({
  kind: 'alert-rules',
  summary: 'Alerts with thresholds, durations and severities, and recorded series, by group.',
  creates: ['a PrometheusRule'],
  input: Input,
  examples: {
    'a queue that grows': {
      input: {
        namespace: 'apps',
        groups: {
          warning: {
            interval: '1m',
            alerts: {
              HighQueueLength: { expr: 'redis_queue_length', above: 100, for: '15m', summary: 'Queue length > 100' },
            },
          },
        },
      },
      with: { ...clusterBase, namespace: { apps: {} } },
    },
  },
  outputs: {},
  app: monitoringApp,
  wave: 1,
  constraints: [
    {
      id: 'empty-group',
      meaning: 'A group has a rule.',
      fix: 'add one, or remove the group',
      violations: ({ groups }) =>
        Object.entries(groups).flatMap(([name, { alerts, records }]) =>
          Object.keys(alerts).length + Object.keys(records).length === 0
            ? [{ at: `/groups/${name}`, found: 'neither alerts nor records' }]
            : [],
        ),
    },
    {
      id: 'two-thresholds',
      meaning: 'An alert has one threshold.',
      fix: 'keep above or below; make an alert of its own of the other',
      violations: (props) =>
        alertsOf(props).flatMap(({ at, alert }) =>
          alert.above !== undefined && alert.below !== undefined
            ? [{ at: `${at}/below`, found: `above ${alert.above} and below ${alert.below}` }]
            : [],
        ),
    },
    {
      id: 'duplicate-alert',
      meaning: 'An alert has a name of its own: routes, silences and dashboards go by it.',
      fix: 'rename one of the two',
      violations: (props) => {
        const seen = new Map<string, string>();
        return alertsOf(props).flatMap(({ at, name, group: inGroup }) => {
          const other = seen.get(name);
          seen.set(name, other ?? inGroup);
          return other === undefined ? [] : [{ at, found: `group ${other} has a ${name} as well` }];
        });
      },
    },
  ],
  build({ chart, self, props, ref }) {
    addObject(chart, {
      apiVersion: 'monitoring.coreos.com/v1',
      kind: 'PrometheusRule',
      metadata: { name: self.name, namespace: ref(props.namespace).text('name'), labels: standardLabels(self) },
      spec: {
        groups: Object.entries(props.groups).map(([name, { interval, records, alerts }]) => ({
          name,
          interval,
          rules: [
            ...Object.entries(records).map(([record, rule]) => ({
              record,
              expr: rule.expr,
              ...(Object.keys(rule.labels).length === 0 ? {} : { labels: rule.labels }),
            })),
            ...Object.entries(alerts).map(([alert, rule]) => alertRule(alert, rule)),
          ],
        })),
      },
    });
  },
});

function alertsOf({ groups }: Props) {
  return Object.entries(groups).flatMap(([inGroup, { alerts }]) =>
    Object.entries(alerts).map(([name, alert]) => ({
      name,
      alert,
      group: inGroup,
      at: `/groups/${inGroup}/alerts/${name}`,
    })),
  );
}

function alertRule(alert: string, rule: Alert) {
  const { expr, severity, labels, summary, description, runbook } = rule;
  const threshold = comparison(rule);
  return {
    alert,
    expr: threshold ? `${operand(expr)} ${threshold.operator} ${threshold.limit}` : expr,
    for: rule.for,
    labels: { ...labels, severity },
    annotations: {
      summary,
      ...(description === undefined ? {} : { description }),
      ...(runbook === undefined ? {} : { runbook_url: runbook }),
    },
  };
}

/** Comparisons and set operators bind less tightly than, or as, the comparison with a threshold. */
function operand(expr: string): string {
  return /(==|!=|[<>])|\b(and|or|unless)\b/.test(expr.replace(/\{[^}]*\}|"[^"]*"/g, '')) ? `(${expr})` : expr;
}
