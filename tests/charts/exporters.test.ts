import type { JsonObject } from '../../schemas/primitives/artifact';
import { manifest, resources, type Rendered } from '../support/render';
import { renderInCluster } from './base';

const base = { 'argo-applications': { argocd: {} } };
const monitoring = { namespace: { apps: {}, monitoring: { defaultDeny: false, podSecurity: 'baseline' } } };

function valuesOf(rendered: Rendered, name: string): Record<string, JsonObject> {
  const { spec } = manifest(rendered, 'Application', `test-${name}`) as {
    spec: { source: { helm: { valuesObject: Record<string, JsonObject> } } };
  };
  return spec.source.helm.valuesObject;
}

function statements(rendered: Rendered): { actions: string[]; resources: string[] }[] {
  const documents = Object.values(rendered.files).flatMap((file) =>
    Object.values(
      ((file['data'] ?? {}) as Record<string, Record<string, JsonObject>>)['aws_iam_policy_document'] ?? {},
    ),
  );
  return documents.flatMap(({ statement }) => statement as { actions: string[]; resources: string[] }[]);
}

describe('dcgm-exporter', () => {
  test('runs on every node with a GPU and no other, and Prometheus reads it', async () => {
    const rendered = await renderInCluster({ ...base, 'dcgm-exporter': { 'gpu-metrics': {} } });
    expect(rendered.findings).toEqual([]);
    expect(valuesOf(rendered, 'gpu-metrics')).toMatchObject({
      nodeSelector: { 'nvidia.com/gpu.present': 'true' },
      tolerations: [{ key: 'nvidia.com/gpu', operator: 'Exists', effect: 'NoSchedule' }],
    });
    expect(manifest(rendered, 'PodMonitor', 'gpu-metrics')['spec']).toMatchObject({
      podMetricsEndpoints: [{ portNumber: 9400, path: '/metrics', interval: '15s' }],
    });
  });
});

describe('cloudwatch-exporter', () => {
  test('reads the stated metrics with a role that may read metrics and nothing else', async () => {
    const rendered = await renderInCluster({
      ...base,
      ...monitoring,
      'cloudwatch-exporter': {
        'aws-metrics': {
          metrics: {
            'database-cpu': {
              namespace: 'AWS/RDS',
              metric: 'CPUUtilization',
              dimensions: ['DBClusterIdentifier'],
              only: { DBClusterIdentifier: ['acme-test-aurora'] },
            },
          },
        },
      },
    });
    expect(rendered.findings).toEqual([]);
    expect(JSON.parse(valuesOf(rendered, 'aws-metrics')['config'] as unknown as string)).toEqual({
      period_seconds: 60,
      delay_seconds: 120,
      use_get_metric_data: true,
      metrics: [
        {
          aws_namespace: 'AWS/RDS',
          aws_metric_name: 'CPUUtilization',
          aws_dimensions: ['DBClusterIdentifier'],
          aws_dimension_select: { DBClusterIdentifier: ['acme-test-aurora'] },
          aws_statistics: ['Average'],
        },
      ],
    });
    expect(resources(rendered, 'aws_eks_pod_identity_association')['aws_metrics_identity']).toMatchObject({
      namespace: 'monitoring',
      service_account: 'aws-metrics',
    });
    expect(statements(rendered).flatMap(({ actions }) => actions)).toEqual(
      expect.arrayContaining(['cloudwatch:GetMetricData', 'cloudwatch:ListMetrics']),
    );
    expect(valuesOf(rendered, 'aws-metrics')['ingress']).toEqual({ enabled: false });
    // Labels that the chart gives to its pods, in every version.
    const pods = { matchLabels: { app: 'prometheus-cloudwatch-exporter', release: 'aws-metrics' } };
    expect(manifest(rendered, 'PodMonitor', 'aws-metrics')['spec']).toMatchObject({
      selector: pods,
      podMetricsEndpoints: [{ interval: '60s' }],
    });
    expect(manifest(rendered, 'NetworkPolicy', 'aws-metrics')['spec']).toMatchObject({ podSelector: pods });
  });
});

describe('redis-exporter', () => {
  const redis = { redis: { redis: { authentication: false } } };
  const queue = { queues: { generation: 'generation_queue' }, uses: { redis: 'read' } };

  test('tells the length of a list under the name and label that alerts go by', async () => {
    const rendered = await renderInCluster({ ...redis, 'redis-exporter': { queues: queue } });
    expect(rendered.findings).toEqual([]);
    const { template } = manifest(rendered, 'Deployment', 'queues')['spec'] as {
      template: { spec: { containers: JsonObject[] } };
    };
    expect(template.spec.containers[0]?.['env']).toEqual([
      { name: 'REDIS_ADDR', value: 'rediss://redis-ro.example:6379/0' },
      { name: 'REDIS_EXPORTER_CHECK_SINGLE_KEYS', value: 'db0=generation_queue' },
      { name: 'REDIS_EXPORTER_CONFIG_COMMAND', value: '-' },
    ]);
    expect(manifest(rendered, 'ServiceMonitor', 'queues')['spec']).toMatchObject({
      endpoints: [
        {
          port: 'metrics',
          interval: '15s',
          metricRelabelings: [
            {
              sourceLabels: ['__name__', 'key'],
              regex: 'redis_key_size;generation_queue',
              targetLabel: 'queue',
              replacement: 'generation',
            },
            { targetLabel: '__name__', replacement: 'redis_queue_length' },
          ],
        },
      ],
    });
    expect(manifest(rendered, 'NetworkPolicy', 'queues')['spec']).toMatchObject({
      egress: expect.arrayContaining([
        expect.objectContaining({ ports: [{ port: 6379, protocol: 'TCP' }] }),
      ]) as unknown,
    });
  });

  test('signs in with the user that may read, whose password is in a Secret', async () => {
    const rendered = await renderInCluster({
      ...base,
      addon: { 'external-secrets': { chart: 'external-secrets' } },
      'secret-store': { store: { namespace: 'apps' } },
      redis: { redis: {} },
      'redis-exporter': { queues: { ...queue, namespace: 'apps' } },
      namespace: { apps: {} },
    });
    expect(rendered.findings).toEqual([]);
    const { template } = manifest(rendered, 'Deployment', 'queues')['spec'] as {
      template: { spec: { containers: JsonObject[] } };
    };
    expect(template.spec.containers[0]?.['env']).toEqual(
      expect.arrayContaining([
        {
          name: 'REDIS_PASSWORD',
          valueFrom: { secretKeyRef: { name: 'queues-redis-read', key: 'read_password' } },
        },
      ]),
    );
  });

  test('without a connection to its Redis, or with a list twice, is refused', async () => {
    const rendered = await renderInCluster({
      ...redis,
      'redis-exporter': { queues: { queues: { a: 'jobs', b: 'jobs' } } },
    });
    expect(rendered.findings.map(({ at }) => at.file.split('#')[1])).toEqual([
      '/components/redis-exporter/queues',
      '/components/redis-exporter/queues/queues/b',
    ]);
  });
});

describe('log-shipping', () => {
  const shipping = {
    ...base,
    bucket: { logs: { expireAfterDays: 30 } },
    'log-shipping': { shipping: { logGroup: '/acme/pods', retentionDays: 30, bucket: 'logs' } },
  };

  test('takes JSON apart, names pods, and writes to a log group and a bucket', async () => {
    const rendered = await renderInCluster(shipping);
    expect(rendered.findings).toEqual([]);
    const { config, target, tolerations } = valuesOf(rendered, 'shipping') as unknown as {
      config: Record<string, string>;
      target: JsonObject;
      tolerations: unknown;
    };
    expect(target).toEqual({ region: 'us-east-1', logGroup: '/acme/pods', bucket: 'acme-test-logs' });
    expect(config['filters']).toMatch(/Name kubernetes[^]*Merge_Log On/);
    expect(config['outputs']).toMatch(/Name cloudwatch_logs[^]*auto_create_group Off[^]*Name s3[^]*use_put_object On/);
    expect(tolerations).toEqual([{ operator: 'Exists' }]);
  });

  test('has an encrypted log group with a retention, and a role that may append to both and nothing else', async () => {
    const rendered = await renderInCluster(shipping);
    expect(resources(rendered, 'aws_cloudwatch_log_group')['shipping_group']).toMatchObject({
      name: '/acme/pods',
      retention_in_days: 30,
      kms_key_id: expect.stringContaining('aws_kms_key.shipping_group') as unknown,
    });
    const own = statements(rendered).filter(({ actions }) => actions.some((action) => /^(logs|s3):/.test(action)));
    expect(own.map(({ actions, resources: of }) => [actions, of])).toEqual(
      expect.arrayContaining([
        [
          ['logs:CreateLogStream', 'logs:DescribeLogStreams', 'logs:PutLogEvents'],
          [
            'arn:aws:logs:us-east-1:111122223333:log-group:/acme/pods',
            'arn:aws:logs:us-east-1:111122223333:log-group:/acme/pods:log-stream:*',
          ],
        ],
        [['s3:PutObject', 's3:AbortMultipartUpload'], ['arn:aws:s3:::acme-test-logs/*']],
      ]),
    );
  });

  test('without a bucket writes to the log group alone, and leaves out namespaces', async () => {
    const rendered = await renderInCluster({ ...base, 'log-shipping': { shipping: { exclude: ['kube-system'] } } });
    expect(rendered.findings).toEqual([]);
    const { config } = valuesOf(rendered, 'shipping') as unknown as { config: Record<string, string> };
    expect(config['outputs']).not.toContain('Name s3');
    expect(config['inputs']).toContain('Exclude_Path /var/log/containers/*_kube-system_*.log');
  });
});
