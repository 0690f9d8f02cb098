import type { Static } from '@sinclair/typebox';
import { logRetentionDays } from '../schemas/primitives/log-retention';
import { choice, flag, input, integer, list, optional, optionalReference, text } from '../schemas/contract/fields';
import { defineCompositeKind } from '../schemas/contract/kind';
import type { JsonObject } from '../schemas/primitives/artifact';
import { withoutAbsent } from '../schemas/primitives/merge-json';
import { chartCluster, chartVersion, furtherValues, podRequests, withFurtherValues } from './facets/chart';
import { clusterBase } from './facets/examples';

/** From this image on, Fluent Bit takes its role from Pod Identity. @see https://github.com/fluent/fluent-bit/pull/10115 */
const image = '4.0.3';

const Input = input({
  cluster: chartCluster('Cluster whose pods’ logs it ships.'),
  version: chartVersion('fluent-bit', '0.47.0'),
  imageVersion: text('Version of Fluent Bit.', { pattern: '^[0-9]+\\.[0-9]+\\.[0-9]+$', default: image }),
  logGroup: optional(text('Name of the log group that it writes to. By default one that the namer makes.')),
  retentionDays: optional(
    choice(
      'How long the log group keeps events, in days. By default `logRetentionDays` of the environment.',
      logRetentionDays,
    ),
  ),
  cloudWatch: flag('They go to a log group.', { default: true }),
  loki: optionalReference('Loki that they go to, with labels by namespace, app, container, service and level.', [
    'helm-release',
  ]),
  bucket: optionalReference('Bucket that a copy goes to; the bucket says how long it is kept.', ['bucket']),
  prefix: text('Prefix of the objects in the bucket.', { pattern: '^[a-z0-9][a-z0-9/_-]*$', default: 'pods' }),
  uploadMinutes: integer('A file goes to the bucket when it is this old, or has 50 MB.', {
    minimum: 1,
    maximum: 60,
    default: 5,
  }),
  exclude: list('Namespaces whose logs are not shipped.', text('Namespace.', { pattern: '^[a-z0-9-]+$' }), {
    default: [],
    uniqueItems: true,
  }),
  ...podRequests({ cpu: '50m', memory: '96Mi', memoryLimit: '256Mi' }, ' on each node'),
  values: furtherValues,
});

type Props = Static<typeof Input>;

/** Logs of every pod, where people look and where they are kept. */
export const logShipping = defineCompositeKind<typeof Input>({
  kind: 'log-shipping',
  summary:
    'Fluent Bit on every node: logs of all pods, with JSON taken apart and pods named, to CloudWatch Logs, Loki and S3.',
  creates: [
    '`<key>` (helm-release): Fluent Bit in `kube-system`, with a role that may append and nothing else',
    '`<key>-group` (log-group): an encrypted log group with a retention, unless switched off',
  ],
  input: Input,
  examples: {
    'to Loki alone': {
      input: { cloudWatch: false, loki: 'loki' },
      with: {
        ...clusterBase,
        'argo-applications': { argocd: {} },
        namespace: { monitoring: { defaultDeny: false } },
        bucket: { 'log-chunks': { versioning: false } },
        loki: { loki: { bucket: 'log-chunks' } },
      },
    },
    'to a log group and a bucket': {
      input: { retentionDays: 30, bucket: 'logs' },
      with: { ...clusterBase, 'argo-applications': { argocd: {} }, bucket: { logs: { expireAfterDays: 30 } } },
    },
  },
  outputs: {},
  expand: ({ name, props }) => ({
    ...(props.cloudWatch
      ? {
          'log-group': {
            [`${name}-group`]: withoutAbsent({ name: props.logGroup, retentionDays: props.retentionDays }),
          },
        }
      : {}),
    'helm-release': { [name]: release(name, props) },
  }),
});

function release(name: string, props: Props) {
  const { cluster, version, cloudWatch, loki, bucket, cpu, memory, memoryLimit, values } = props;
  return withoutAbsent({
    cluster,
    repository: 'https://fluent.github.io/helm-charts',
    chart: 'fluent-bit',
    version,
    release: name,
    wave: 0,
    serviceAccount: name,
    ports: { metrics: { port: 2020 } },
    scrape: { port: 'metrics', path: '/api/v2/metrics/prometheus' },
    pods: { 'fluent-bit': { cpu, memory, memoryLimit, resourcesAt: 'resources' } },
    ofCluster: { 'target.region': 'region' },
    connected: {
      ...(cloudWatch ? { 'target.logGroup': 'LOGS_LOG_GROUP' } : {}),
      ...(loki === undefined ? {} : { 'target.lokiHost': 'LOKI_HOST', 'target.lokiPort': 'LOKI_PORT' }),
      ...(bucket === undefined ? {} : { 'target.bucket': 'COPY_BUCKET' }),
    },
    uses: {
      ...(cloudWatch ? { [`${name}-group`]: { access: 'append', as: 'LOGS' } } : {}),
      ...(loki === undefined ? {} : { [loki]: { access: 'call', as: 'LOKI' } }),
      ...(bucket === undefined ? {} : { [bucket]: { access: 'append', as: 'COPY' } }),
    },
    values: withFurtherValues(chartValues(name, props), values),
  });
}

/** The chart renders its configuration as a template: `target` is what our connections put beside it. */
function chartValues(name: string, props: Props): JsonObject {
  return {
    image: { tag: props.imageVersion, pullPolicy: 'IfNotPresent' },
    testFramework: { enabled: false },
    serviceAccount: { name },
    // Every node, whatever keeps others off it: GPUs, system nodes.
    tolerations: [{ operator: 'Exists' }],
    priorityClassName: 'system-node-critical',
    securityContext: {
      allowPrivilegeEscalation: false,
      readOnlyRootFilesystem: true,
      capabilities: { drop: ['ALL'] },
    },
    // Where it stopped reading, and what waits for the bucket, outlives the pod.
    extraVolumes: [{ name: 'state', hostPath: { path: '/var/lib/fluent-bit', type: 'DirectoryOrCreate' } }],
    extraVolumeMounts: [{ name: 'state', mountPath: state }],
    config: configOf(props),
  };
}

function configOf(props: Props): JsonObject {
  return {
    service: section('SERVICE', {
      Daemon: 'Off',
      Flush: '5',
      Log_Level: 'warn',
      Parsers_File: '/fluent-bit/etc/parsers.conf',
      HTTP_Server: 'On',
      HTTP_Listen: '0.0.0.0',
      HTTP_Port: '2020',
      Health_Check: 'On',
      'storage.path': `${state}/buffer`,
      'storage.backlog.mem_limit': '16M',
    }),
    inputs: section('INPUT', {
      Name: 'tail',
      Tag: 'kube.*',
      Path: '/var/log/containers/*.log',
      ...excluded(props),
      'multiline.parser': 'docker, cri',
      DB: `${state}/tail.db`,
      Mem_Buf_Limit: '16MB',
      Skip_Long_Lines: 'On',
      Refresh_Interval: '10',
      'storage.type': 'filesystem',
    }),
    filters: section('FILTER', {
      Name: 'kubernetes',
      Match: 'kube.*',
      // Fields of a line that is JSON become fields of the record.
      Merge_Log: 'On',
      Keep_Log: 'Off',
      'K8S-Logging.Parser': 'On',
      'K8S-Logging.Exclude': 'On',
      Labels: 'On',
      Annotations: 'Off',
      Buffer_Size: '0',
    }),
    outputs: outputs(props),
  };
}

const state = '/var/lib/fluent-bit';

function excluded({ exclude }: Props): Record<string, string> {
  if (exclude.length === 0) return {};
  return { Exclude_Path: exclude.map((namespace) => `/var/log/containers/*_${namespace}_*.log`).join(',') };
}

/** @see https://docs.fluentbit.io/manual/data-pipeline/outputs/cloudwatch, https://docs.fluentbit.io/manual/data-pipeline/outputs/s3 */
function outputs(props: Props): string {
  return [
    ...(props.cloudWatch ? [logGroupOutput()] : []),
    ...(props.loki === undefined ? [] : [lokiOutput()]),
    ...(props.bucket === undefined ? [] : [bucketOutput(props)]),
  ].join('\n');
}

/**
 * Few labels, each with few values: Loki keeps a stream for each set of them. What tells one request from another is
 * metadata, and everything else stays in the line.
 * @see https://docs.fluentbit.io/manual/data-pipeline/outputs/loki
 */
function lokiOutput(): string {
  const labels = {
    namespace: "$kubernetes['namespace_name']",
    app: "$kubernetes['labels']['app.kubernetes.io/name']",
    container: "$kubernetes['container_name']",
    service: '$service',
    level: '$level',
  };
  return section('OUTPUT', {
    Name: 'loki',
    Match: 'kube.*',
    host: '{{ .Values.target.lokiHost }}',
    port: '{{ .Values.target.lokiPort }}',
    labels: Object.entries({ job: 'pods', ...labels })
      .map(([label, value]) => `${label}=${value}`)
      .join(', '),
    structured_metadata: "pod=$kubernetes['pod_name'], request_id=$request_id",
    remove_keys: 'kubernetes, stream, _p',
    line_format: 'json',
    Retry_Limit: '5',
  });
}

function logGroupOutput(): string {
  return section('OUTPUT', {
    Name: 'cloudwatch_logs',
    Match: 'kube.*',
    region: '{{ .Values.target.region }}',
    log_group_name: '{{ .Values.target.logGroup }}',
    log_stream_prefix: 'pods.',
    log_stream_template: "$kubernetes['namespace_name'].$kubernetes['pod_name'].$kubernetes['container_name']",
    // Terraform makes the group, with its key and its retention.
    auto_create_group: 'Off',
    Retry_Limit: '5',
  });
}

function bucketOutput({ prefix, uploadMinutes }: Props): string {
  return section('OUTPUT', {
    Name: 's3',
    Match: 'kube.*',
    region: '{{ .Values.target.region }}',
    bucket: '{{ .Values.target.bucket }}',
    s3_key_format: `/${prefix}/%Y/%m/%d/%H/$TAG-$UUID.gz`,
    compression: 'gzip',
    use_put_object: 'On',
    total_file_size: '50M',
    upload_timeout: `${uploadMinutes}m`,
    store_dir: `${state}/s3`,
    store_dir_limit_size: '1G',
    Retry_Limit: '5',
  });
}

/** A section of Fluent Bit’s configuration. */
function section(name: string, entries: Readonly<Record<string, string>>): string {
  const lines = Object.entries(entries).map(([key, value]) => `    ${key} ${value}`);
  return [`[${name}]`, ...lines, ''].join('\n');
}
