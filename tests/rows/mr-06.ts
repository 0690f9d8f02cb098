import type { JsonObject } from '../../schemas/primitives/artifact';
import { chartOf, inEach, namespace, services } from './marketresearch';
import type { OutputTree } from './output-tree';
import type { Row } from './row';
import { at, list, text } from './values';

/** Panels of the dashboard by title: unit and queries, in order. */
const panels: Readonly<Record<string, readonly [string, ...string[]]>> = {
  'Inference requests': ['reqps', 'sum(rate(inference_requests_total[5m]))'],
  'Inference latency, p50, p95, p99': [
    's',
    ...[0.5, 0.95, 0.99].map(
      (part) => `histogram_quantile(${part.toFixed(2)}, sum by (le) (rate(inference_latency_seconds_bucket[5m])))`,
    ),
  ],
  'Distribution of latencies': ['s', 'sum by (le) (increase(inference_latency_seconds_bucket[1m]))'],
  'Entities extracted': ['ops', 'sum(rate(ner_entities_extracted_total[5m]))'],
  'Documents in the index': ['short', 'max(embedding_index_size)'],
  'Documents in the index now': ['short', 'max(embedding_index_size)'],
  'Hours since the last run that ended well': [
    'short',
    '(time() - max by (cronjob) (kube_cronjob_status_last_successful_time{namespace="marketresearch"})) / 3600',
  ],
};
const gpu = {
  'GPU utilization': ['percent', 'avg by (Hostname, gpu) (DCGM_FI_DEV_GPU_UTIL)'],
  'GPU memory': [
    'percent',
    '100 * max by (Hostname, gpu) (DCGM_FI_DEV_FB_USED / (DCGM_FI_DEV_FB_USED + DCGM_FI_DEV_FB_FREE))',
  ],
  'GPU temperature': ['celsius', 'max by (Hostname, gpu) (DCGM_FI_DEV_GPU_TEMP)'],
} as const;

export const mr06: Row = {
  id: 'MR-06',
  title:
    'The four metrics are read, shown and warned of: a quantile of rates of buckets, over two seconds for five minutes',
  states: {
    'Prometheus reads the metrics of the Inference API and of the NER service every 15 seconds': (output) => {
      inEach(output, (own) => {
        for (const name of Object.keys(services)) {
          const monitor = own.manifest('ServiceMonitor', name, namespace);
          expect(at(monitor, 'spec', 'endpoints')).toEqual([{ interval: '15s', path: '/metrics', port: 'http' }]);
          expect(at(monitor, 'spec', 'selector', 'matchLabels', 'app.kubernetes.io/name')).toBe(name);
        }
      });
    },
    'there is a Prometheus with Grafana in each cluster, which finds monitors, rules and dashboards of every namespace':
      (output) => {
        inEach(output, (own, environment) => {
          const { chart, values } = chartOf(own, `${environment}-prometheus`);
          const spec = at(values, 'prometheus', 'prometheusSpec');
          expect(chart).toBe('kube-prometheus-stack');
          expect([
            at(spec, 'serviceMonitorSelectorNilUsesHelmValues'),
            at(spec, 'ruleSelectorNilUsesHelmValues'),
            at(values, 'grafana', 'sidecar', 'dashboards', 'searchNamespace'),
          ]).toEqual([false, false, 'ALL']);
        });
      },
    'HighInferenceLatency is due when the 0.95 quantile is over 2 s for 5 minutes, of the rates of the buckets of all replicas':
      (output) => {
        inEach(output, (own) => {
          expect(at(own.manifest('PrometheusRule', 'rules', 'monitoring'), 'spec', 'groups')).toEqual([
            {
              interval: '1m',
              name: 'marketresearch',
              rules: [
                {
                  alert: 'HighInferenceLatency',
                  annotations: { summary: 'P95 inference latency > 2s for 5 minutes' },
                  expr: 'histogram_quantile(0.95, sum by (le) (rate(inference_latency_seconds_bucket[5m]))) > 2',
                  for: '5m',
                  labels: { severity: 'warning' },
                },
              ],
            },
          ]);
        });
      },
    'a warning reaches a channel of Slack': (output) => {
      inEach(output, (own) => {
        const spec = at(own.manifest('AlertmanagerConfig', 'alerts', 'monitoring'), 'spec');
        const route = own.seek(() =>
          list(at(spec, 'route', 'routes')).find((each) => at(each, 'matchers', 0, 'value') === 'warning'),
        );
        expect([at(route, 'matchers', 0, 'name'), at(route, 'matchers', 0, 'value'), at(route, 'receiver')]).toEqual([
          'severity',
          'warning',
          'team',
        ]);
        const team = own.seek(() => list(at(spec, 'receivers')).find((each) => at(each, 'name') === 'team'));
        expect([at(team, 'name'), at(team, 'slackConfigs', 0, 'channel')]).toEqual(['team', '#marketresearch-alerts']);
      });
    },
    'the dashboard shows requests, latency, entities and the size of the index; the counter by its exported name': (
      output,
    ) => {
      inEach(output, (own) => {
        expect(shownOn(own, 'inference')).toEqual(panels);
      });
    },
    'its line of latency is drawn at the two seconds of the alert': (output) => {
      inEach(output, (own) => {
        const steps = own.seek(() =>
          at(
            panelsOf(own, 'inference').find(({ title }) => title === 'Inference latency, p50, p95, p99'),
            'fieldConfig',
            'defaults',
            'thresholds',
            'steps',
          ),
        );
        expect(steps).toEqual([
          { color: 'green', value: null },
          { color: 'orange', value: 2 },
        ]);
      });
    },
    'in prod GPUs are measured, and a dashboard shows their use, memory and temperature': (output) => {
      const own = output.of('marketresearch-prod');
      expect(chartOf(own, 'prod-gpu-metrics').chart).toBe('dcgm-exporter');
      expect(shownOn(own, 'gpu')).toEqual(gpu);
    },
  },
};

function panelsOf(own: OutputTree, name: string): JsonObject[] {
  const config = own.manifest('ConfigMap', `dashboard-${name}`, 'monitoring');
  const model = JSON.parse(text(at(config, 'data', `${name}.json`))) as JsonObject;
  return (list(model['panels']) as JsonObject[]).filter(({ type }) => type !== 'row');
}

function shownOn(own: OutputTree, name: string): Record<string, unknown[]> {
  return Object.fromEntries(
    panelsOf(own, name).map((panel) => [
      text(panel['title']),
      [at(panel, 'fieldConfig', 'defaults', 'unit'), ...list(panel['targets']).map((target) => at(target, 'expr'))],
    ]),
  );
}
