import { Type, type Static } from '@sinclair/typebox';
import { logRetentionDays } from '../schemas/primitives/log-retention';
import { choice, input, integer, list, optional, optionalReference, quantity, text } from '../schemas/contract/fields';
import { defineCompositeKind } from '../schemas/contract/kind';
import type { JsonObject } from '../schemas/primitives/artifact';
import { mergeJson, withoutAbsent } from '../schemas/primitives/merge-json';
import { clusterBase } from './examples';

/** From this image on, Fluent Bit takes its role from Pod Identity. @see https://github.com/fluent/fluent-bit/pull/10115 */
const image = '4.0.3';

const Input = input({
  cluster: optionalReference('Cluster whose pods’ logs it ships. By default the only one in reach.', ['cluster']),
  version: text('Version of the chart `fluent-bit`.', { pattern: '^[0-9]+\\.[0-9]+\\.[0-9]+$', default: '0.47.0' }),
  imageVersion: text('Version of Fluent Bit.', { pattern: '^[0-9]+\\.[0-9]+\\.[0-9]+$', default: image }),
  logGroup: optional(text('Name of the log group that it writes to. By default one that the namer makes.')),
  retentionDays: optional(
    choice(
      'How long the log group keeps events, in days. By default `logRetentionDays` of the environment.',
      logRetentionDays,
    ),
  ),
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
  cpu: quantity('CPU request on each node, in cores.', { default: '50m' }),
  memory: quantity('Memory request on each node, in bytes.', { default: '96Mi' }),
  memoryLimit: quantity('Memory limit on each node, in bytes.', { default: '256Mi' }),
  values: Type.Record(Type.String(), Type.Unknown(), {
    description: 'Further values of the chart, which win.',
    default: {},
  }),
});

type Props = Static<typeof Input>;

/** Logs of every pod, where people look and where they are kept. */
export const logShipping = defineCompositeKind<typeof Input>({
  kind: 'log-shipping',
  summary:
    'Fluent Bit on every node: logs of all pods, with JSON taken apart and pods named, to CloudWatch Logs and S3.',
  creates: [
    '`<key>` (helm-release): Fluent Bit in `kube-system`, with a role that may append and nothing else',
    '`<key>-group` (log-group): an encrypted log group with a retention',
  ],
  input: Input,
  examples: {
    'to a log group and a bucket': {
      input: { retentionDays: 30, bucket: 'logs' },
      with: { ...clusterBase, 'argo-applications': { argocd: {} }, bucket: { logs: { expireAfterDays: 30 } } },
    },
  },
  outputs: {},
  expand: ({ name, props }) => ({
    'log-group': { [`${name}-group`]: withoutAbsent({ name: props.logGroup, retentionDays: props.retentionDays }) },
    'helm-release': { [name]: release(name, props) },
  }),
});

function release(name: string, props: Props) {
  const { cluster, version, bucket, cpu, memory, memoryLimit, values } = props;
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
      'target.logGroup': 'LOGS_LOG_GROUP',
      ...(bucket === undefined ? {} : { 'target.bucket': 'COPY_BUCKET' }),
    },
    uses: {
      [`${name}-group`]: { access: 'append', as: 'LOGS' },
      ...(bucket === undefined ? {} : { [bucket]: { access: 'append', as: 'COPY' } }),
    },
    values: mergeJson(chartValues(name, props), values as JsonObject),
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
function outputs({ bucket, prefix, uploadMinutes }: Props): string {
  const logs = section('OUTPUT', {
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
  if (bucket === undefined) return logs;
  const copy = section('OUTPUT', {
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
  return `${logs}\n${copy}`;
}

/** A section of Fluent Bit’s configuration. */
function section(name: string, entries: Readonly<Record<string, string>>): string {
  const lines = Object.entries(entries).map(([key, value]) => `    ${key} ${value}`);
  return [`[${name}]`, ...lines, ''].join('\n');
}
