import type { JsonObject } from '../../schemas/primitives/artifact';
import { manifest, type Rendered } from '../support/render';
import { renderInCluster } from './base';

const operator = {
  'argo-applications': { argocd: {} },
  addon: { 'external-secrets': { chart: 'external-secrets' } },
  'secret-store': { store: { namespace: 'apps' } },
};

function ids(rendered: Rendered): string[] {
  return rendered.findings.map(({ code, subject, at }) => `${code} ${subject.split(' ').pop() as string} ${at.file}`);
}

function rules(alerts: Record<string, unknown>, interval = '1m') {
  return { 'alert-rules': { alerts: { namespace: 'apps', groups: { warning: { interval, alerts } } } } };
}

describe('alert-rules', () => {
  const queue = { expr: 'redis_queue_length', above: 100, for: '15m', summary: 'Queue length > 100' };

  test('makes an expression of a value and its threshold, with duration, severity and interval of the group', async () => {
    const rendered = await renderInCluster(
      rules({ HighQueueLength: { ...queue, runbook: 'https://runbooks.example/queue' } }, '30s'),
    );
    expect(rendered.findings).toEqual([]);
    expect(manifest(rendered, 'PrometheusRule', 'alerts')['spec']).toEqual({
      groups: [
        {
          name: 'warning',
          interval: '30s',
          rules: [
            {
              alert: 'HighQueueLength',
              expr: 'redis_queue_length > 100',
              for: '15m',
              labels: { severity: 'warning' },
              annotations: { summary: 'Queue length > 100', runbook_url: 'https://runbooks.example/queue' },
            },
          ],
        },
      ],
    });
  });

  test('puts what binds less tightly than a comparison in brackets, and leaves braces of selectors out of it', async () => {
    const rendered = await renderInCluster(
      rules({
        Either: { expr: 'up or on() vector(0)', below: 1, summary: 'x' },
        Selected: { expr: 'rate(requests_total{status=~"5..",job!="a"}[5m])', above: 0.05, summary: 'x' },
        Whole: { expr: 'absent(up)', summary: 'x' },
      }),
    );
    const spec = manifest(rendered, 'PrometheusRule', 'alerts')['spec'] as { groups: { rules: JsonObject[] }[] };
    expect(spec.groups[0]?.rules.map(({ expr }) => expr)).toEqual([
      '(up or on() vector(0)) < 1',
      'rate(requests_total{status=~"5..",job!="a"}[5m]) > 0.05',
      'absent(up)',
    ]);
  });

  test('with two thresholds, a name twice or nothing in a group are refused', async () => {
    const twice = await renderInCluster({
      'alert-rules': {
        alerts: {
          namespace: 'apps',
          groups: {
            a: { alerts: { Queue: { ...queue, below: 1 } } },
            b: { alerts: { Queue: queue } },
            c: {},
          },
        },
      },
    });
    expect(ids(twice)).toEqual([
      expect.stringContaining('/groups/c'),
      expect.stringContaining('/groups/a/alerts/Queue/below'),
      expect.stringContaining('/groups/b/alerts/Queue'),
    ]);
  });
});

describe('dashboard', () => {
  const panels = {
    length: {
      title: 'Queue length',
      kind: 'gauge',
      queries: { '{{namespace}}': 'redis_queue_length' },
      alerts: ['HighQueueLength'],
    },
    duration: {
      title: 'Duration',
      unit: 'seconds',
      queries: { p50: 'histogram_quantile(0.5, x)', p99: 'histogram_quantile(0.99, x)' },
    },
    spread: { title: 'Spread', kind: 'heatmap', queries: { '{{le}}': 'sum by (le) (increase(x_bucket[1m]))' } },
    idle: { title: 'GPU', queries: { gpu: 'DCGM_FI_DEV_GPU_UTIL' }, alerts: ['Idle'] },
  };
  const described = {
    ...rules({
      HighQueueLength: { expr: 'redis_queue_length', above: 100, for: '15m', summary: 'x' },
      Idle: { expr: 'DCGM_FI_DEV_GPU_UTIL', below: 50, summary: 'x' },
    }),
    dashboard: { generation: { namespace: 'apps', title: 'Generation', rows: { main: { title: 'Main', panels } } } },
  };

  function model(rendered: Rendered): { panels: JsonObject[]; uid: string } {
    const { data } = manifest(rendered, 'ConfigMap', 'dashboard-generation') as { data: Record<string, string> };
    return JSON.parse(data['generation.json'] as string) as { panels: JsonObject[]; uid: string };
  }

  test('is a ConfigMap that Grafana’s sidecar finds, with every panel in order and in its place', async () => {
    const rendered = await renderInCluster(described);
    expect(rendered.findings).toEqual([]);
    expect(manifest(rendered, 'ConfigMap', 'dashboard-generation')['metadata']).toMatchObject({
      labels: { grafana_dashboard: '1' },
      annotations: { grafana_folder: 'acme' },
    });
    const { panels: made, uid } = model(rendered);
    expect(uid).toBe('acme-test-generation');
    expect(made.map(({ type, title, gridPos }) => [type, title, gridPos])).toEqual([
      ['row', 'Main', { h: 1, w: 24, x: 0, y: 0 }],
      ['gauge', 'Queue length', { h: 8, w: 6, x: 0, y: 1 }],
      ['timeseries', 'Duration', { h: 8, w: 12, x: 6, y: 1 }],
      ['heatmap', 'Spread', { h: 8, w: 12, x: 0, y: 9 }],
      ['timeseries', 'GPU', { h: 8, w: 12, x: 12, y: 9 }],
    ]);
    expect(new Set(made.map(({ id }) => id)).size).toBe(made.length);
    expect(made[2]?.['targets']).toMatchObject([
      { refId: 'A', legendFormat: 'p50', expr: 'histogram_quantile(0.5, x)', format: 'time_series' },
      { refId: 'B', legendFormat: 'p99' },
    ]);
    expect(made[3]?.['targets']).toMatchObject([{ format: 'heatmap', range: true }]);
  });

  test('draws thresholds of alerts, from either side', async () => {
    const made = model(await renderInCluster(described)).panels;
    const config = (title: string) => made.find((panel) => panel['title'] === title)?.['fieldConfig'];
    expect(config('Queue length')).toMatchObject({
      defaults: {
        thresholds: {
          steps: [
            { color: 'green', value: null },
            { color: 'orange', value: 100 },
          ],
        },
      },
    });
    expect(config('GPU')).toMatchObject({
      defaults: {
        thresholds: {
          steps: [
            { color: 'orange', value: null },
            { color: 'green', value: 50 },
          ],
        },
        custom: { thresholdsStyle: { mode: 'line' } },
      },
    });
    expect(made[1]?.['description']).toBe('Alert HighQueueLength (warning): > 100 for 15m');
  });

  test('an alert that nobody describes is refused', async () => {
    const { dashboard } = described;
    const rendered = await renderInCluster({ ...rules({ Other: { expr: 'x', summary: 'x' } }), dashboard });
    expect(ids(rendered)).toEqual([
      expect.stringContaining('/rows/main/panels/length/alerts/0'),
      expect.stringContaining('/rows/main/panels/idle/alerts/0'),
    ]);
  });
});

describe('alert-routing', () => {
  const routing = {
    namespace: 'apps',
    receivers: { 'on-call': { pagerDuty: {} }, team: { slack: { channel: '#alerts' } } },
    routes: { critical: { receiver: 'on-call' }, warning: { receiver: 'team' } },
    uses: { pager: { access: 'pagerduty', as: 'PAGERDUTY' }, chat: { access: 'slack', as: 'SLACK' } },
  };
  const secret = {
    pager: { entries: { pagerduty: { keys: ['routing_key'] } } },
    chat: { entries: { slack: { keys: ['url'] } } },
  };

  test('sends critical alerts to PagerDuty and warnings to Slack, with keys that no file holds', async () => {
    const rendered = await renderInCluster({ ...operator, secret, 'alert-routing': { alerts: routing } });
    expect(rendered.findings).toEqual([]);
    const { route, receivers } = manifest(rendered, 'AlertmanagerConfig', 'alerts')['spec'] as {
      route: JsonObject;
      receivers: JsonObject[];
    };
    expect(route).toMatchObject({
      receiver: 'nobody',
      groupBy: ['alertname', 'namespace'],
      routes: [
        {
          receiver: 'on-call',
          matchers: [{ name: 'severity', matchType: '=', value: 'critical' }],
          groupWait: '30s',
          groupInterval: '1m',
          repeatInterval: '1h',
        },
        {
          receiver: 'team',
          matchers: [{ name: 'severity', matchType: '=', value: 'warning' }],
          groupInterval: '5m',
          repeatInterval: '4h',
        },
      ],
    });
    expect(receivers).toMatchObject([
      { name: 'nobody' },
      {
        name: 'on-call',
        pagerdutyConfigs: [{ routingKey: { name: 'alerts-pager-pagerduty', key: 'routing_key' }, sendResolved: true }],
      },
      {
        name: 'team',
        slackConfigs: [{ apiURL: { name: 'alerts-chat-slack', key: 'url' }, channel: '#alerts' }],
      },
    ]);
    expect(manifest(rendered, 'ExternalSecret', 'alerts-pager-pagerduty')['spec']).toMatchObject({
      data: [{ secretKey: 'routing_key', remoteRef: { key: 'acme/test/pagerduty', property: 'routing_key' } }],
    });
  });

  test('a critical alert keeps quiet the warnings of its name; Alertmanager may call out, nobody else', async () => {
    const rendered = await renderInCluster({ ...operator, secret, 'alert-routing': { alerts: routing } });
    expect(manifest(rendered, 'AlertmanagerConfig', 'alerts')['spec']).toMatchObject({
      inhibitRules: expect.arrayContaining([
        {
          sourceMatch: [{ name: 'severity', matchType: '=', value: 'critical' }],
          targetMatch: [{ name: 'severity', matchType: '=', value: 'warning' }],
          equal: ['alertname', 'namespace'],
        },
      ]) as unknown,
    });
    expect(manifest(rendered, 'NetworkPolicy', 'alerts')['spec']).toMatchObject({
      podSelector: { matchLabels: { 'app.kubernetes.io/name': 'alertmanager' } },
      ingress: [],
      egress: expect.arrayContaining([
        {
          to: [{ ipBlock: { cidr: '0.0.0.0/0', except: ['10.0.0.0/16'] } }],
          ports: [{ port: 443, protocol: 'TCP' }],
        },
      ]) as unknown,
    });
  });

  test('a route to nobody, a receiver that tells nobody, and a key that no connection gives are refused', async () => {
    const wrong = await renderInCluster({
      'alert-routing': {
        alerts: {
          namespace: 'apps',
          receivers: { team: {}, nobody: { slack: { channel: '#a' } } },
          routes: { critical: { receiver: 'on-call' } },
        },
      },
    });
    expect(ids(wrong)).toEqual([
      expect.stringContaining('/routes/critical/receiver'),
      expect.stringContaining('/receivers/team'),
      expect.stringContaining('/receivers/nobody'),
    ]);
    const { uses: _, ...alone } = routing;
    const keyless = await renderInCluster({ 'alert-routing': { alerts: alone } });
    expect(keyless.findings.map(({ code, message }) => [code, message])).toEqual([
      ['unknown-variable', 'its connections give no secret PAGERDUTY_ROUTING_KEY'],
      ['unknown-variable', 'its connections give no secret SLACK_URL'],
    ]);
  });
});

describe('prometheus', () => {
  const base = {
    'argo-applications': { argocd: {} },
    'node-group': {
      system: { instanceTypes: ['t3.medium'], size: 2, taints: { CriticalAddonsOnly: { value: 'true' } } },
    },
  };
  const monitoring = { namespace: { apps: {}, monitoring: { defaultDeny: false, podSecurity: 'baseline' } } };

  interface Release {
    metadata: { annotations: Record<string, string> };
    spec: { source: JsonObject & { helm: { valuesObject: Record<string, JsonObject> } } };
  }

  test('is a pinned chart that reads every 15 seconds, keeps 15 days, and states what its pods ask for', async () => {
    const rendered = await renderInCluster({ ...base, ...monitoring, prometheus: { prometheus: { nodes: 'system' } } });
    expect(rendered.findings).toEqual([]);
    const { spec, metadata } = manifest(rendered, 'Application', 'test-prometheus') as unknown as Release;
    expect(spec.source).toMatchObject({
      repoURL: 'https://prometheus-community.github.io/helm-charts',
      chart: 'kube-prometheus-stack',
      targetRevision: '77.11.1',
    });
    const { valuesObject } = spec.source.helm;
    expect(valuesObject['prometheus']).toMatchObject({
      prometheusSpec: {
        replicas: 1,
        scrapeInterval: '15s',
        retention: '15d',
        retentionSize: '42GiB',
        resources: { requests: { cpu: '250m', memory: '2Gi' }, limits: { memory: '3Gi' } },
        tolerations: [{ key: 'CriticalAddonsOnly' }],
        serviceMonitorSelectorNilUsesHelmValues: false,
        ruleSelectorNilUsesHelmValues: false,
        storageSpec: { volumeClaimTemplate: { spec: { resources: { requests: { storage: '50Gi' } } } } },
      },
    });
    // Pods of a namespace with a priority push out none of those that tell people.
    expect(valuesObject['alertmanager']).toMatchObject({
      alertmanagerSpec: { priorityClassName: 'system-cluster-critical' },
    });
    expect(JSON.parse(metadata.annotations['slipway.dev/footprint'] as string)).toMatchObject({
      prometheus: { replicas: 1, memory: '2Gi' },
      alertmanager: { replicas: 2 },
      'node-exporter': { everyNode: true },
    });
    expect(manifest(rendered, 'StorageClass', 'prometheus')).toMatchObject({
      parameters: { type: 'gp3', encrypted: 'true' },
    });
  });

  test('states what measures objects and nodes, whatever the chart assumes', async () => {
    const rendered = await renderInCluster({ ...base, ...monitoring, prometheus: { prometheus: {} } });
    const { spec } = manifest(rendered, 'Application', 'test-prometheus') as unknown as Release;
    expect(spec.source.helm.valuesObject).toMatchObject({
      kubeStateMetrics: { enabled: true },
      nodeExporter: { enabled: true },
    });
  });

  test('may read every workload, and the port that a workload has read is open to it alone', async () => {
    const rendered = await renderInCluster({
      ...base,
      ...monitoring,
      prometheus: { prometheus: {} },
      service: { api: { namespace: 'apps', port: 8080 } },
    });
    expect(rendered.findings).toEqual([]);
    const policy = (name: string) => manifest(rendered, 'NetworkPolicy', name)['spec'] as Record<string, JsonObject[]>;
    expect(policy('api')['ingress']).toEqual([
      {
        from: [
          {
            namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': 'monitoring' } },
            podSelector: { matchLabels: { 'app.kubernetes.io/name': 'prometheus' } },
          },
        ],
        ports: [{ port: 8080, protocol: 'TCP' }],
      },
    ]);
    expect(policy('prometheus')['egress']).toContainEqual({
      to: [{ ipBlock: { cidr: '10.0.0.0/16' } }],
      ports: [{ port: 1, endPort: 65_535, protocol: 'TCP' }],
    });
  });

  test('has an administrator whose password is in a Secret, or none', async () => {
    const open = await renderInCluster({ ...base, ...monitoring, prometheus: { prometheus: {} } });
    const valuesOf = (rendered: Rendered) =>
      (manifest(rendered, 'Application', 'test-prometheus') as unknown as Release).spec.source.helm.valuesObject;
    expect(valuesOf(open)['grafana']).toMatchObject({
      env: { GF_SECURITY_DISABLE_INITIAL_ADMIN_CREATION: 'true' },
    });
    const closed = await renderInCluster({
      ...base,
      ...monitoring,
      addon: { 'external-secrets': { chart: 'external-secrets' } },
      'secret-store': { store: { namespace: 'monitoring' } },
      secret: {
        grafana: {
          entries: { login: { keys: ['username', 'password'], generate: { with: { username: 'admin' } } } },
        },
      },
      prometheus: {
        prometheus: { grafana: { login: 'GRAFANA' }, uses: { grafana: { access: 'login', as: 'GRAFANA' } } },
      },
    });
    expect(closed.findings).toEqual([]);
    expect(valuesOf(closed)['grafana']).toMatchObject({
      admin: { existingSecret: 'prometheus-grafana-login', userKey: 'username', passwordKey: 'password' },
    });
    expect(manifest(closed, 'ExternalSecret', 'prometheus-grafana-login')['metadata']).toMatchObject({
      namespace: 'monitoring',
    });
  });
});
