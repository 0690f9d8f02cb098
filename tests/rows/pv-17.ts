import type { JsonObject } from '../../schemas/primitives/artifact';
import { dashboards, thresholds, type Panel } from './dashboards';
import type { OutputTree } from './output-tree';
import type { Row } from './row';
import { at, list, text } from './values';

/** The model of a dashboard, as Grafana reads it. */
type ModelOf = (dashboard: string) => JsonObject;

/** Titles in the document, by the key of the dashboard. */
const titles = { generation: 'Generation', infrastructure: 'Infrastructure', business: 'Business', gpu: 'GPU' };

/** What holds of the models themselves, wherever they are read from. */
export const ofModels: Readonly<Record<string, (modelOf: ModelOf) => void>> = {
  'there are dashboards of generation, infrastructure, business and GPUs, each at an address of its own': (modelOf) => {
    for (const [name, title] of Object.entries(titles)) {
      const { uid, title: shown } = modelOf(name);
      expect([uid, shown]).toEqual([`pingvas-shared-${name}`, title]);
    }
  },
  'generation shows the rate of requests, p50, p95 and p99 of durations and the length of the queue, as time series, heatmap and gauges':
    shows('generation', ['timeseries', 'heatmap', 'gauge']),
  'infrastructure shows CPU, memory, disk and network per node, status and restarts of pods and what Karpenter provisions':
    shows('infrastructure', ['timeseries']),
  'business shows credits consumed, active users, tiers, the share of generations that succeed, popular models and revenue':
    shows('business', ['timeseries', 'piechart', 'bargauge', 'stat']),
  'gpu shows use, memory and temperature of GPUs, interruptions of spot nodes and how long workers wait for a node':
    shows('gpu', ['timeseries']),
  'panels draw the thresholds of their alerts: queue 100, latency 60 s, node CPU 90 %, 5 restarts, GPU use 50 %, 80 °C':
    (modelOf) => {
      const drawn = new Set<string>();
      for (const [name, panels] of Object.entries(dashboards)) {
        const alerted = Object.entries(panels).filter(([, { alerts }]) => alerts !== undefined);
        for (const [title, { alerts = [] }] of alerted) {
          const steps = at(panelOf(modelOf(name), title), 'fieldConfig', 'defaults', 'thresholds', 'steps');
          const [alert = ''] = alerts;
          const [value, below, above] = thresholds[alert] ?? [];
          expect([alert, steps]).toEqual([
            alert,
            [
              { color: below, value: null },
              { color: above, value },
            ],
          ]);
          drawn.add(alert);
        }
      }
      expect([...drawn].sort()).toEqual(Object.keys(thresholds).sort());
    },
};

export const pv17: Row = {
  id: 'PV-17',
  title: 'Four Grafana dashboards as code, every panel of the document, thresholds of their alerts',
  states: {
    ...Object.fromEntries(
      Object.entries(ofModels).map(([sentence, check]) => [
        sentence,
        (output: OutputTree) => {
          check((name) => JSON.parse(text(at(configOf(output, name), 'data', `${name}.json`))) as JsonObject);
        },
      ]),
    ),
    'Grafana’s sidecar finds them in any namespace, by their label, and puts them in the folder of the system': (
      output,
    ) => {
      const prometheus = output.manifest('Application', 'shared-prometheus', 'argocd');
      const sidecar = at(prometheus, 'spec', 'source', 'helm', 'valuesObject', 'grafana', 'sidecar', 'dashboards');
      const key = text(at(sidecar, 'label'));
      const folder = text(at(sidecar, 'folderAnnotation'));
      expect([at(sidecar, 'enabled'), at(sidecar, 'searchNamespace')]).toEqual([true, 'ALL']);
      expect(at(sidecar, 'provider', 'foldersFromFilesStructure')).toBe(true);
      for (const name of Object.keys(dashboards)) {
        const metadata = at(configOf(output, name), 'metadata');
        expect(at(metadata, 'labels', key)).toBe(at(sidecar, 'labelValue'));
        expect(at(metadata, 'annotations', folder)).toBe('pingvas');
      }
      expect(output.manifests('ConfigMap', { app: 'shared-monitoring' })).toHaveLength(4);
    },
    'Grafana is entered with a login from Secrets Manager': (output) => {
      const prometheus = output.manifest('Application', 'shared-prometheus', 'argocd');
      const admin = at(prometheus, 'spec', 'source', 'helm', 'valuesObject', 'grafana', 'admin');
      const login = 'prometheus-grafana-login-grafana';
      expect(admin).toEqual({ existingSecret: login, userKey: 'username', passwordKey: 'password' });
      const spec = at(output.manifest('ExternalSecret', login, 'monitoring'), 'spec');
      expect(at(spec, 'target', 'name')).toBe(login);
      expect(at(spec, 'data')).toEqual(
        ['username', 'password'].map((key) => ({
          secretKey: key,
          remoteRef: { key: 'pingvas/shared/grafana', property: key },
        })),
      );
    },
  },
};

/** That a dashboard has every panel of the table and no other, and shows them in these ways. */
function shows(name: string, looks: readonly string[]) {
  return (modelOf: ModelOf): void => {
    const expected = dashboards[name] ?? {};
    const model = modelOf(name);
    expect(panelsOf(model).map((panel) => at(panel, 'title'))).toEqual(Object.keys(expected));
    for (const [title, panel] of Object.entries(expected))
      expect([title, shown(panelOf(model, title))]).toEqual([title, statedOf(panel)]);
    expect([...new Set(Object.values(expected).map((panel) => panel.looks))]).toEqual(looks);
  };
}

function statedOf({ looks, unit, queries }: Panel) {
  return { looks, unit, from: Object.keys(queries).map(() => 'prometheus'), queries };
}

function shown(panel: unknown) {
  const { type, fieldConfig, targets } = panel as JsonObject;
  const asked = list(targets);
  return {
    looks: type,
    unit: at(fieldConfig, 'defaults', 'unit'),
    from: asked.map((target) => at(target, 'datasource', 'uid')),
    queries: Object.fromEntries(asked.map((target) => [text(at(target, 'legendFormat')), at(target, 'expr')])),
  };
}

/** Panels without the headings between them. */
function panelsOf(model: JsonObject) {
  return list(model['panels']).filter((panel) => at(panel, 'type') !== 'row');
}

function panelOf(model: JsonObject, title: string) {
  const found = panelsOf(model).find((panel) => at(panel, 'title') === title);
  if (found === undefined) throw new Error(`there is no panel ${title}`);
  return found;
}

function configOf(output: OutputTree, name: string): JsonObject {
  return output.manifest('ConfigMap', `dashboard-${name}`, 'monitoring');
}
