import { KubeConfigMap } from 'cdk8s-plus-28/lib/imports/k8s';
import { defineKubernetesKind } from '../../schemas/contract/kind';
import { known, type OutputContext } from '../../schemas/contract/output';
import { printJson } from '../../schemas/primitives/print-json';
import { clusterBase } from '../facets/examples';
import { monitoringApp } from '../facets/monitoring';
import { standardLabels } from '../facets/object';
import { Input, type Props } from './input';
import { dashboardModel, type ShownAlert } from './model';

/** Grafana takes at most 40 characters. */
const uidLength = 40;

/** A dashboard of Grafana as code. */
export const dashboard = defineKubernetesKind<typeof Input>({
  kind: 'dashboard',
  summary: 'A Grafana dashboard: rows of panels with queries, units and the thresholds of alerts.',
  creates: ['a ConfigMap with the JSON model, which Grafana’s sidecar loads'],
  input: Input,
  examples: {
    'a queue and its alert': {
      input: {
        namespace: 'apps',
        title: 'Queue',
        rows: {
          queue: {
            title: 'Queue',
            panels: {
              length: {
                title: 'Length',
                queries: { '{{namespace}}': 'redis_queue_length' },
                alerts: ['HighQueueLength'],
              },
            },
          },
        },
      },
      with: {
        ...clusterBase,
        namespace: { apps: {} },
        'alert-rules': {
          alerts: {
            namespace: 'apps',
            groups: {
              warning: {
                alerts: { HighQueueLength: { expr: 'redis_queue_length', above: 100, summary: 'Queue length > 100' } },
              },
            },
          },
        },
      },
    },
  },
  outputs: {
    uid: known('Id in Grafana’s addresses: `/d/<uid>`.', ({ self }) =>
      `${self.system}-${self.environment}-${self.name}`.slice(0, uidLength),
    ),
  },
  app: monitoringApp,
  wave: 1,
  constraints: [
    {
      id: 'unknown-alert',
      meaning: 'The alerts of a panel are described.',
      fix: 'name one of the alerts of `rules`',
      violations: (props, context) => {
        const known = alertsOf(context);
        return Object.entries(props.rows).flatMap(([row, { panels }]) =>
          Object.entries(panels).flatMap(([panel, { alerts }]) =>
            alerts.flatMap((name, index) =>
              known.has(name)
                ? []
                : [
                    {
                      at: `/rows/${row}/panels/${panel}/alerts/${index}`,
                      found: `there is no alert ${name}`,
                      lacks: '/rules',
                    },
                  ],
            ),
          ),
        );
      },
    },
  ],
  build(context) {
    const { chart, self, props, own, ref } = context;
    const model = dashboardModel(props, {
      uid: own('uid'),
      tags: [self.system, self.environment],
      alerts: alertsOf(context),
    });
    new KubeConfigMap(chart, 'model', {
      metadata: {
        name: `dashboard-${self.name}`,
        namespace: ref(props.namespace).text('name'),
        labels: { ...standardLabels(self), grafana_dashboard: '1' },
        annotations: { grafana_folder: props.folder ?? self.system },
      },
      data: { [`${self.name}.json`]: printJson(model) },
    });
  },
});

type Groups = Readonly<Record<string, { readonly alerts: Readonly<Record<string, ShownAlert>> }>>;

function alertsOf({ props, ref }: OutputContext<Props>): ReadonlyMap<string, ShownAlert> {
  if (props.rules === undefined) return new Map();
  const { groups } = ref(props.rules).component.props as { readonly groups: Groups };
  return new Map(Object.values(groups).flatMap(({ alerts }) => Object.entries(alerts)));
}
