import type { Json, JsonObject } from '../../schemas/primitives/artifact';
import type { OutputTree } from './output-tree';
import { environments, inBoth, services, variableOf } from './pingvas';
import type { Row } from './row';
import { at, list, pick, sorted, text } from './values';

const platform = 'pingvas-shared-platform';
/** Every target is read this often. */
const interval = '15s';
/** Exporters that are charts: the chart, its address and version, and the labels and port by which its pods are read. */
const exporters: Readonly<
  Record<
    string,
    { readonly source: readonly string[]; readonly labels: JsonObject; readonly port: number; readonly every: string }
  >
> = {
  'gpu-metrics': {
    source: ['dcgm-exporter', 'https://nvidia.github.io/dcgm-exporter/helm-charts', '4.1.1'],
    labels: { 'app.kubernetes.io/instance': 'gpu-metrics' },
    port: 9400,
    every: interval,
  },
  'aws-metrics': {
    source: ['prometheus-cloudwatch-exporter', 'https://prometheus-community.github.io/helm-charts', '0.26.0'],
    labels: { app: 'prometheus-cloudwatch-exporter', release: 'aws-metrics' },
    port: 9106,
    // CloudWatch has a value a minute, and each question costs.
    every: '60s',
  },
};
/** What is read from CloudWatch: namespace, metric, dimension, statistic. */
const cloudWatch = [
  ['AWS/RDS', 'CPUUtilization', 'DBClusterIdentifier', 'Average'],
  ['AWS/RDS', 'DatabaseConnections', 'DBClusterIdentifier', 'Average'],
  ['AWS/RDS', 'ServerlessDatabaseCapacity', 'DBClusterIdentifier', 'Average'],
  ['AWS/ApplicationELB', 'HTTPCode_ELB_5XX_Count', 'LoadBalancer', 'Sum'],
] as const;
const metricFields = ['aws_namespace', 'aws_metric_name', 'aws_dimensions', 'aws_statistics'];
const group = 'arn:aws:logs:us-east-1:111122223333:log-group:/pingvas/shared/pods';
/** What Fluent Bit reads and where it writes: settings of its plug-ins. */
const tail = {
  Name: 'tail',
  Tag: 'kube.*',
  Path: '/var/log/containers/*.log',
  'multiline.parser': 'docker, cri',
  DB: '/var/lib/fluent-bit/tail.db',
  Mem_Buf_Limit: '16MB',
  Skip_Long_Lines: 'On',
  Refresh_Interval: '10',
  'storage.type': 'filesystem',
};
const everything = { Match: 'kube.*', region: '{{ .Values.target.region }}', Retry_Limit: '5' };
const writes = [
  {
    ...everything,
    Name: 'cloudwatch_logs',
    log_group_name: '{{ .Values.target.logGroup }}',
    log_stream_prefix: 'pods.',
    log_stream_template: "$kubernetes['namespace_name'].$kubernetes['pod_name'].$kubernetes['container_name']",
    auto_create_group: 'Off',
  },
  {
    ...everything,
    Name: 's3',
    bucket: '{{ .Values.target.bucket }}',
    s3_key_format: '/pods/%Y/%m/%d/%H/$TAG-$UUID.gz',
    compression: 'gzip',
    use_put_object: 'On',
    total_file_size: '50M',
    upload_timeout: '5m',
    store_dir: '/var/lib/fluent-bit/s3',
    store_dir_limit_size: '1G',
  },
];

export const pv15: Row = {
  id: 'PV-15',
  title: 'Prometheus every 15 seconds for 15 days, its exporters, and logs to CloudWatch and S3',
  states: {
    'Prometheus reads every 15 seconds and keeps 15 days, on a disk that outlives its pod': (output) => {
      const spec = at(values(output, 'prometheus'), 'prometheus', 'prometheusSpec');
      expect([at(spec, 'scrapeInterval'), at(spec, 'retention')]).toEqual(['15s', '15d']);
      const claim = at(spec, 'storageSpec', 'volumeClaimTemplate', 'spec');
      expect(at(claim, 'accessModes')).toEqual(['ReadWriteOnce']);
      expect(at(claim, 'resources', 'requests', 'storage')).toBe('50Gi');
      expect(at(spec, 'retentionSize')).toBe('42GiB');
      const storage = output.manifest('StorageClass', text(at(claim, 'storageClassName')));
      expect([storage['provisioner'], storage['reclaimPolicy']]).toEqual(['ebs.csi.aws.com', 'Retain']);
      expect(storage['parameters']).toEqual({ encrypted: 'true', type: 'gp3' });
    },
    'it takes what is described in any namespace, whoever labels it': (output) => {
      const spec = at(values(output, 'prometheus'), 'prometheus', 'prometheusSpec') as JsonObject;
      for (const kind of ['serviceMonitor', 'podMonitor', 'rule'])
        expect(spec[`${kind}SelectorNilUsesHelmValues`]).toBe(false);
    },
    'its chart brings the state of Kubernetes and of every node, in a pinned version': (output) => {
      expect(sourceOf(output, 'prometheus')).toEqual([
        'kube-prometheus-stack',
        'https://prometheus-community.github.io/helm-charts',
        '77.11.1',
      ]);
      const chart = values(output, 'prometheus') as JsonObject;
      expect([at(chart['kubeStateMetrics'], 'enabled'), at(chart['nodeExporter'], 'enabled')]).toEqual([true, true]);
      expect(at(chart['kube-state-metrics'], 'resources')).toEqual({
        limits: { memory: '192Mi' },
        requests: { cpu: '25m', memory: '96Mi' },
      });
      // A namespace that lets pods look at their node.
      expect(at(chart['prometheus-node-exporter'], 'namespaceOverride')).toBe('kube-system');
    },
    'metrics of each service are read at /metrics': (output) => {
      for (const name of Object.keys(services)) {
        for (const [, monitor] of inBoth(output, 'ServiceMonitor', name)) {
          expect(at(monitor, 'spec', 'endpoints')).toEqual([{ interval, path: '/metrics', port: 'http' }]);
          expect(at(monitor, 'spec', 'selector', 'matchLabels')).toEqual(labelsOf(name));
        }
      }
    },
    'GPUs and AWS have exporters, each of which is read': (output) => {
      for (const [name, { source, labels, port, every }] of Object.entries(exporters)) {
        expect(sourceOf(output, name)).toEqual(source);
        const monitor = output.manifest('PodMonitor', name);
        expect(at(monitor, 'spec', 'podMetricsEndpoints')).toEqual([
          { interval: every, path: '/metrics', portNumber: port },
        ]);
        expect(at(monitor, 'spec', 'selector', 'matchLabels')).toEqual(labels);
      }
    },
    'the exporter of GPUs runs on GPU nodes, all of them and no other': (output) => {
      const chart = values(output, 'gpu-metrics');
      expect(at(chart, 'nodeSelector')).toEqual({ 'nvidia.com/gpu.present': 'true' });
      expect(at(chart, 'tolerations')).toEqual([{ effect: 'NoSchedule', key: 'nvidia.com/gpu', operator: 'Exists' }]);
    },
    'the exporter of AWS reads the database and the load balancer, with a role that reads metrics alone': (output) => {
      const config = JSON.parse(text(at(values(output, 'aws-metrics'), 'config'))) as { metrics: JsonObject[] };
      const read = config.metrics.map((metric) => pick(metric, metricFields));
      expect(sorted(read)).toEqual(
        sorted(
          cloudWatch.map(([namespace, metric, dimension, statistic]) => ({
            aws_namespace: namespace,
            aws_metric_name: metric,
            aws_dimensions: [dimension],
            aws_statistics: [statistic],
          })),
        ),
      );
      expect(identityOf(output, 'aws-metrics')).toEqual(['monitoring', '${aws_iam_role.aws_metrics_role.arn}']);
      expect(grantOf(output, 'aws_metrics_grant_own').map((statement) => at(statement, 'actions'))).toEqual([
        ['cloudwatch:GetMetricData', 'cloudwatch:GetMetricStatistics', 'cloudwatch:ListMetrics'],
      ]);
    },
    'the length of each environment’s queue is told as redis_queue_length': (output) => {
      for (const [environment, deployment] of inBoth(output, 'Deployment', 'redis-metrics')) {
        const worker = output.manifest('Deployment', 'generation-worker', environment);
        const queue = text(at(variableOf(output, worker, 'QUEUE'), 'value'));
        expect(at(variableOf(output, deployment, 'REDIS_EXPORTER_CHECK_SINGLE_KEYS'), 'value')).toBe(`db0=${queue}`);
        const monitor = output.manifest('ServiceMonitor', 'redis-metrics', environment);
        const [endpoint] = list(at(monitor, 'spec', 'endpoints'));
        expect([at(endpoint, 'interval'), at(endpoint, 'path'), at(endpoint, 'port')]).toEqual([
          interval,
          '/metrics',
          'metrics',
        ]);
        const from = { regex: `redis_key_size;${queue}`, sourceLabels: ['__name__', 'key'] };
        expect(at(endpoint, 'metricRelabelings')).toEqual([
          { ...from, replacement: 'generation', targetLabel: 'queue' },
          { ...from, replacement: 'redis_queue_length', targetLabel: '__name__' },
        ]);
        expect(at(monitor, 'spec', 'selector', 'matchLabels')).toEqual(labelsOf('redis-metrics'));
      }
      expect(environments).toHaveLength(2);
    },
    'Fluent Bit sends the log of every container to CloudWatch and to pingvas-logs-shared': (output) => {
      expect(sourceOf(output, 'pod-logs')).toEqual(['fluent-bit', 'https://fluent.github.io/helm-charts', '0.47.0']);
      const chart = values(output, 'pod-logs');
      expect(sections(at(chart, 'config', 'inputs'))).toEqual([tail]);
      expect(sections(at(chart, 'config', 'outputs'))).toEqual(writes);
      expect(at(chart, 'target')).toEqual({
        bucket: 'pingvas-logs-shared',
        logGroup: '/pingvas/shared/pods',
        region: 'us-east-1',
      });
      expect(at(chart, 'tolerations')).toEqual([{ operator: 'Exists' }]);
    },
    'logs are kept 30 days, encrypted, in both places': (output) => {
      const kept = output.resource(platform, 'aws_cloudwatch_log_group', 'pod_logs_group');
      expect([kept['name'], kept['retention_in_days']]).toEqual(['/pingvas/shared/pods', 30]);
      expect(kept['kms_key_id']).toBe('${aws_kms_key.pod_logs_group.arn}');
      const data = 'pingvas-shared-data';
      expect(output.resource(data, 'aws_s3_bucket', 'logs')['bucket']).toBe('pingvas-logs-shared');
      const lifecycle = output.resource(data, 'aws_s3_bucket_lifecycle_configuration', 'logs');
      expect(at(lifecycle, 'rule', 0, 'expiration', 0, 'days')).toBe(30);
      expect(at(lifecycle, 'rule', 0, 'status')).toBe('Enabled');
      const encryption = output.resource(data, 'aws_s3_bucket_server_side_encryption_configuration', 'logs');
      expect(at(encryption, 'rule', 0, 'apply_server_side_encryption_by_default', 'sse_algorithm')).toBe('AES256');
    },
    'Fluent Bit may write there and nowhere else': (output) => {
      expect(identityOf(output, 'pod-logs')).toEqual(['kube-system', '${aws_iam_role.pod_logs_role.arn}']);
      expect(grantOf(output, 'pod_logs_grant_logs')).toEqual([
        {
          actions: ['s3:PutObject', 's3:AbortMultipartUpload'],
          effect: 'Allow',
          resources: ['arn:aws:s3:::pingvas-logs-shared/*'],
        },
      ]);
      expect(grantOf(output, 'pod_logs_grant_pod_logs_group')).toEqual([
        {
          actions: ['logs:CreateLogStream', 'logs:DescribeLogStreams', 'logs:PutLogEvents'],
          effect: 'Allow',
          resources: [group, `${group}:log-stream:*`],
        },
      ]);
    },
  },
};

function values(output: OutputTree, name: string) {
  const application = output.manifest('Application', `shared-${name}`, 'argocd');
  return at(application, 'spec', 'source', 'helm', 'valuesObject');
}

function sourceOf(output: OutputTree, name: string): unknown[] {
  const source = at(output.manifest('Application', `shared-${name}`, 'argocd'), 'spec', 'source') as JsonObject;
  return [source['chart'], source['repoURL'], source['targetRevision']];
}

function labelsOf(name: string) {
  return { 'app.kubernetes.io/name': name, 'app.kubernetes.io/part-of': 'pingvas' };
}

/** Namespace and role of the service account that a chart's pods run as. */
function identityOf(output: OutputTree, name: string): unknown[] {
  const id = `${name.replaceAll('-', '_')}_identity`;
  const found = output.resource(platform, 'aws_eks_pod_identity_association', id);
  expect(found['service_account']).toBe(name);
  return [found['namespace'], found['role_arn']];
}

function grantOf(output: OutputTree, id: string) {
  return list(output.blocks(platform, 'data', 'aws_iam_policy_document')[id]?.['statement']);
}

/** Sections of Fluent Bit's classic format, each as its settings. @see https://docs.fluentbit.io/manual/administration/configuring-fluent-bit/classic-mode/format-schema */
function sections(config: Json | undefined): Record<string, string>[] {
  const found: Record<string, string>[] = [];
  for (const line of text(config).split('\n')) {
    const [, key, value] = /^ {4}(\S+) (.+)$/.exec(line) ?? [];
    const section = found.at(-1);
    if (/^\[\w+\]$/.test(line)) found.push({});
    else if (section && key !== undefined && value !== undefined) section[key] = value;
    else if (line !== '') throw new Error(`what is «${line}»?`);
  }
  return found;
}
