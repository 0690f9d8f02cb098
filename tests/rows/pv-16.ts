import type { JsonObject } from '../../schemas/primitives/artifact';
import type { OutputTree } from './output-tree';
import type { Row } from './row';
import { at, list, sorted } from './values';

type Alert = readonly [expr: string, duration: string, summary: string];

/** Alerts by group. `RDSHighCPU`, `HighQueueLength` and their like keep the words of the document as their text. */
const groups: Readonly<
  Record<string, { readonly interval: string; readonly alerts: Readonly<Record<string, Alert>> }>
> = {
  critical: {
    interval: '30s',
    alerts: {
      RDSHighCPU: ['aws_rds_cpuutilization_average > 90', '5m', 'RDS CPU > 90% for 5 minutes'],
      API5xxErrorRate: [
        'sum by (namespace) (rate(http_requests_total{status=~"5.."}[5m])) / sum by (namespace) (rate(http_requests_total[5m])) > 0.05',
        '3m',
        'API 5xx error rate > 5%',
      ],
    },
  },
  warning: {
    interval: '1m',
    alerts: {
      HighQueueLength: ['redis_queue_length > 100', '15m', 'Generation queue length > 100'],
      PodRestartCount: [
        'sum by (namespace, pod, container) (increase(kube_pod_container_status_restarts_total[1h])) > 5',
        '10m',
        'Pod restart count > 5',
      ],
      HighGenerationLatency: [
        'histogram_quantile(0.99, sum by (namespace, le) (rate(generation_duration_seconds_bucket[5m]))) > 60',
        '5m',
        'P99 generation latency > 60s',
      ],
      NodeHighCPU: [
        '100 * (1 - avg by (instance) (rate(node_cpu_seconds_total{mode="idle"}[5m]))) > 90',
        '5m',
        'Node CPU > 90%',
      ],
      GPUUnderutilized: [
        'avg by (Hostname, gpu) (DCGM_FI_DEV_GPU_UTIL) < 50',
        '30m',
        'GPU utilization < 50% (underutilization)',
      ],
      GPUHighTemperature: ['max by (Hostname, gpu) (DCGM_FI_DEV_GPU_TEMP) > 80', '5m', 'GPU temperature > 80°C'],
    },
  },
};

export const pv16: Row = {
  id: 'PV-16',
  title: 'Alert rules with thresholds, durations and intervals, critical to PagerDuty and warning to Slack',
  states: {
    'critical alerts are judged every 30 seconds, warnings every minute, and there are no others': (output) => {
      const judged = rendered(output).map((group) => [at(group, 'name'), at(group, 'interval')]);
      expect(judged).toEqual(Object.entries(groups).map(([name, { interval }]) => [name, interval]));
      expect(output.manifests('PrometheusRule')).toHaveLength(1);
    },
    'each alert has its expression, threshold, duration, severity and text; the share of failed requests, not their number; restarts of an hour, not of ever':
      (output) => {
        for (const group of rendered(output)) {
          const severity = at(group, 'name') as string;
          expect(sorted(list(at(group, 'rules')))).toEqual(
            sorted(
              Object.entries(groups[severity]?.alerts ?? {}).map(([alert, [expr, duration, summary]]) => ({
                alert,
                annotations: { summary },
                expr,
                for: duration,
                labels: { severity },
              })),
            ),
          );
        }
      },
    'the database, the queue and every pod have an alert of the document’s name': (output) => {
      const names = rendered(output).flatMap((group) => list(at(group, 'rules')).map((rule) => at(rule, 'alert')));
      expect(names).toEqual(
        expect.arrayContaining(['RDSHighCPU', 'API5xxErrorRate', 'HighQueueLength', 'PodRestartCount']),
      );
    },
    'critical alerts go to PagerDuty, warnings to Slack, by their severity': (output) => {
      const route = at(routing(output), 'route');
      expect(list(at(route, 'routes'))).toEqual([
        {
          matchers: [{ matchType: '=', name: 'severity', value: 'critical' }],
          receiver: 'on-call',
          groupWait: '30s',
          groupInterval: '1m',
          repeatInterval: '1h',
        },
        {
          matchers: [{ matchType: '=', name: 'severity', value: 'warning' }],
          receiver: 'team',
          groupWait: '30s',
          groupInterval: '5m',
          repeatInterval: '4h',
        },
      ]);
      expect(at(route, 'groupBy')).toEqual(['alertname', 'namespace']);
    },
    'PagerDuty and Slack are told the end too, each by a key from Secrets Manager': (output) => {
      expect(receiver(output, 'on-call', 'pagerdutyConfigs')).toMatchObject({
        routingKey: { key: 'routing_key', name: 'alerts-pagerduty-pagerduty' },
        sendResolved: true,
      });
      expect(receiver(output, 'team', 'slackConfigs')).toMatchObject({
        apiURL: { key: 'url', name: 'alerts-slack-slack' },
        channel: '#pingvas-alerts',
        sendResolved: true,
      });
      for (const [name, key] of Object.entries({ pagerduty: 'routing_key', slack: 'url' })) {
        const spec = at(output.manifest('ExternalSecret', `alerts-${name}-${name}`, 'monitoring'), 'spec');
        expect(at(spec, 'data')).toEqual([
          { secretKey: key, remoteRef: { key: `pingvas/shared/${name}`, property: key } },
        ]);
        expect(at(spec, 'secretStoreRef')).toEqual({ kind: 'SecretStore', name: 'monitoring-secrets' });
        expect(at(spec, 'target', 'name')).toBe(`alerts-${name}-${name}`);
      }
    },
    'routes hold for alerts of every namespace, and Alertmanager reaches the world outside': (output) => {
      const prometheus = output.manifest('Application', 'shared-prometheus', 'argocd');
      const chart = at(prometheus, 'spec', 'source', 'helm', 'valuesObject', 'alertmanager', 'alertmanagerSpec');
      expect(at(chart, 'alertmanagerConfigMatcherStrategy', 'type')).toBe('None');
      const policy = at(output.manifest('NetworkPolicy', 'alerts', 'monitoring'), 'spec');
      expect(at(policy, 'podSelector', 'matchLabels')).toEqual({ 'app.kubernetes.io/name': 'alertmanager' });
      const outside = { ipBlock: { cidr: '0.0.0.0/0', except: ['10.0.0.0/16'] } };
      expect(at(policy, 'egress', 1)).toEqual({ ports: [{ port: 443, protocol: 'TCP' }], to: [outside] });
    },
  },
};

function rendered(output: OutputTree) {
  return list(at(output.manifest('PrometheusRule', 'rules', 'monitoring'), 'spec', 'groups'));
}

function routing(output: OutputTree) {
  return at(output.manifest('AlertmanagerConfig', 'alerts', 'monitoring'), 'spec');
}

/** The parts of a receiver that say who is told. */
function receiver(output: OutputTree, name: string, kind: string): JsonObject {
  const found = output.seek(() => list(at(routing(output), 'receivers')).find((each) => at(each, 'name') === name));
  const { routingKey, apiURL, channel, sendResolved } = (at(found, kind, 0) ?? {}) as JsonObject;
  return Object.fromEntries(
    Object.entries({ routingKey, apiURL, channel, sendResolved }).flatMap(([key, value]) =>
      value === undefined ? [] : [[key, value]],
    ),
  );
}
