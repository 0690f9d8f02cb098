import { clusterBase } from '../../charts/facets/examples';
import type { JsonObject } from '../../schemas/primitives/artifact';
import { manifest, render, resources, type Rendered } from '../support/render';

const components = {
  ...clusterBase,
  'argo-applications': { argocd: {} },
  namespace: { monitoring: { defaultDeny: false } },
  bucket: { chunks: { versioning: false } },
  loki: { loki: { bucket: 'chunks', retentionDays: 14 } },
  prometheus: { prometheus: { uses: { loki: 'call' } } },
  'log-shipping': { logs: { loki: 'loki', cloudWatch: false } },
};

function valuesOf(rendered: Rendered, name: string): JsonObject {
  const { source } = manifest(rendered, 'Application', `test-${name}`)['spec'] as { source: { helm: JsonObject } };
  return source.helm['valuesObject'] as JsonObject;
}

/** Names of pods that a policy lets in, by their labels. */
function callersOf(rendered: Rendered, name: string): string {
  return JSON.stringify((manifest(rendered, 'NetworkPolicy', name)['spec'] as JsonObject)['ingress']);
}

describe('loki', () => {
  let rendered: Rendered;

  beforeAll(async () => {
    rendered = await render({ components });
  });

  it('keeps its chunks in the bucket, and deletes them after the stated time', () => {
    expect(rendered.findings).toEqual([]);
    expect(valuesOf(rendered, 'loki')).toMatchObject({
      deploymentMode: 'SingleBinary',
      loki: {
        storage: { type: 's3', bucketNames: { chunks: 'acme-test-chunks' }, s3: { region: 'us-east-1' } },
        limits_config: { retention_period: '336h' },
        compactor: { retention_enabled: true, delete_request_store: 's3' },
      },
      singleBinary: { replicas: 1, persistence: { size: '10Gi', storageClass: 'loki' } },
    });
    expect(Object.keys(resources(rendered, 'aws_iam_role_policy'))).toContain('loki_grant_chunks');
  });

  it('is called by what ships logs and by what shows them, and its one pod is counted', () => {
    expect(callersOf(rendered, 'loki')).toContain('"app.kubernetes.io/instance":"logs"');
    expect(callersOf(rendered, 'loki')).toContain('"slipway.dev/component":"prometheus"');
    const { annotations } = manifest(rendered, 'Application', 'test-loki')['metadata'] as {
      annotations: Record<string, string>;
    };
    expect(JSON.parse(annotations['slipway.dev/footprint'] ?? '')).toMatchObject({
      loki: { replicas: 1, cpu: '250m', memory: '1Gi' },
    });
  });

  it('is a data source of Grafana, unless switched off', async () => {
    const source = manifest(rendered, 'ConfigMap', 'loki-data-source');
    expect(source).toMatchObject({ metadata: { labels: { grafana_datasource: '1' } } });
    expect(JSON.stringify(source['data'])).toContain('http://loki.monitoring.svc.cluster.local:3100');
    const off = await render({
      components: { ...components, loki: { loki: { bucket: 'chunks', dataSource: false } } },
    });
    expect(Object.keys(off.files).filter((path) => path.includes('data-source'))).toEqual([]);
  });
});

describe('log-shipping', () => {
  const outputsOf = (rendered: Rendered) => (valuesOf(rendered, 'logs')['config'] as JsonObject)['outputs'] as string;

  it('to Loki labels lines by where they come from and how bad they are; a request is no label', async () => {
    const rendered = await render({ components });
    const outputs = outputsOf(rendered);
    expect(valuesOf(rendered, 'logs')['target']).toMatchObject({
      lokiHost: 'loki.monitoring.svc.cluster.local',
      lokiPort: '3100',
    });
    expect(outputs).toContain('Name loki');
    expect(outputs).not.toContain('cloudwatch_logs');
    const labels = /^ *labels (.*)$/m.exec(outputs)?.[1] ?? '';
    expect(labels.split(', ').map((label) => label.split('=')[0])).toEqual([
      'job',
      'namespace',
      'app',
      'container',
      'service',
      'level',
    ]);
    expect(outputs).toMatch(/structured_metadata .*request_id=\$request_id/);
    expect(resources(rendered, 'aws_cloudwatch_log_group')).not.toHaveProperty('logs_group');
  });

  it('goes to a log group, to Loki and to a bucket at once where that is asked for', async () => {
    const rendered = await render({
      components: { ...components, 'log-shipping': { logs: { loki: 'loki', bucket: 'chunks' } } },
    });
    expect(rendered.findings).toEqual([]);
    const outputs = outputsOf(rendered);
    expect([...outputs.matchAll(/^ *Name (.*)$/gm)].map(([, name]) => name)).toEqual(['cloudwatch_logs', 'loki', 's3']);
  });
});
