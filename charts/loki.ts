import type { Static } from '@sinclair/typebox';
import { flag, input, integer, optional, reference, statedReference, text } from '../schemas/contract/fields';
import { defineCompositeKind, type Expansion } from '../schemas/contract/kind';
import type { JsonObject } from '../schemas/primitives/artifact';
import { withoutAbsent } from '../schemas/primitives/merge-json';
import { chartCluster, chartNodes, chartVersion, furtherValues, podRequests, withFurtherValues } from './facets/chart';
import { clusterBase } from './facets/examples';
import { storageClass } from './facets/storage-class';

const Input = input({
  cluster: chartCluster('Cluster that it runs in.'),
  namespace: reference('Namespace that it runs in.', ['namespace'], { default: 'monitoring' }),
  nodes: chartNodes('Node group that it runs on.'),
  version: chartVersion('loki', '6.29.0'),
  bucket: statedReference(
    'Bucket that holds the logs. Objects go by `retentionDays` here, not by a rule of the bucket.',
    ['bucket'],
  ),
  retentionDays: integer('How long logs are kept, in days.', { minimum: 1, maximum: 3650, default: 30 }),
  schemaFrom: text('First day of the present form of the index; a form that is in use never changes its day.', {
    pattern: '^20[0-9]{2}-[01][0-9]-[0-3][0-9]$',
    'x-form': 'a date such as 2024-04-01',
    default: '2024-04-01',
  }),
  ...podRequests({ cpu: '250m', memory: '1Gi', memoryLimit: '2Gi' }),
  storageGib: integer('Volume of what is not yet in the bucket, in GiB.', { minimum: 5, maximum: 16_384, default: 10 }),
  storageClass: optional(text('Storage class of the volume. By default one of its own: gp3, encrypted.')),
  dataSource: flag(
    'Grafana of the `prometheus` in this cluster shows its logs; it then needs `uses: { <key>: call }`.',
    {
      default: true,
    },
  ),
  values: furtherValues,
});

type Props = Static<typeof Input>;

const httpPort = 3100;

/** Logs that are searched by labels. */
export const loki = defineCompositeKind<typeof Input>({
  kind: 'loki',
  summary: 'Loki as one process: logs of the cluster, found by labels, kept in a bucket for a stated time.',
  creates: [
    '`<key>` (helm-release): the chart in its single form, with a role that reads and writes the bucket',
    '`<key>-storage` (manifest): the StorageClass of its volume, unless one is named',
    '`<key>-source` (manifest): the data source of Grafana, unless switched off',
  ],
  input: Input,
  examples: {
    'for the logs of thirty days': {
      input: { bucket: 'log-chunks', retentionDays: 30 },
      with: {
        ...clusterBase,
        'argo-applications': { argocd: {} },
        namespace: { monitoring: { defaultDeny: false } },
        bucket: { 'log-chunks': { versioning: false } },
      },
    },
  },
  outputs: {},
  expand: ({ name, environment, props, uses }) => ({
    'helm-release': { [name]: { ...release(name, props), uses: { ...uses, ...bucketUse(props) } } },
    ...manifests({ name, app: `${environment}-environment`, props }),
  }),
});

function bucketUse({ bucket }: Props) {
  return { [bucket]: { access: 'write', as: 'CHUNKS' } };
}

interface Named {
  readonly name: string;
  readonly app: string;
  readonly props: Props;
}

function manifests({ name, app, props }: Named): Expansion {
  const made = {
    ...(props.storageClass === undefined ? { [`${name}-storage`]: { app, manifest: storageClass(name) } } : {}),
    ...(props.dataSource ? { [`${name}-source`]: { app, manifest: dataSource(name, props) } } : {}),
  };
  return Object.keys(made).length === 0 ? {} : { manifest: made };
}

/** Grafana’s sidecar reads it by its label. @see https://grafana.com/docs/grafana/latest/administration/provisioning/#data-sources */
function dataSource(name: string, { namespace }: Props): JsonObject {
  const datasource = {
    name: 'Loki',
    uid: name,
    type: 'loki',
    access: 'proxy',
    url: `http://${name}.${namespace}.svc.cluster.local:${httpPort}`,
    isDefault: false,
    editable: false,
  };
  return {
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: { name: `${name}-data-source`, namespace, labels: { grafana_datasource: '1' } },
    data: { [`${name}.yaml`]: `${JSON.stringify({ apiVersion: 1, datasources: [datasource] }, null, 2)}\n` },
  };
}

function release(name: string, props: Props): Expansion[string] {
  const { cluster, namespace, nodes, version, cpu, memory, memoryLimit, values } = props;
  return withoutAbsent({
    cluster,
    namespace,
    nodes,
    repository: 'https://grafana.github.io/helm-charts',
    chart: 'loki',
    version,
    release: name,
    wave: 0,
    zonalVolumes: true,
    ports: { http: { port: httpPort }, grpc: { port: 9095 }, gossip: { port: 7946 } },
    service: { name, port: 'http' },
    scrape: { port: 'http' },
    reachesItself: true,
    callsKubernetes: false,
    pods: {
      loki: {
        replicas: 1,
        cpu,
        memory,
        memoryLimit,
        replicasAt: 'singleBinary.replicas',
        resourcesAt: 'singleBinary.resources',
        placementAt: 'singleBinary',
      },
    },
    ofCluster: { 'loki.storage.s3.region': 'region' },
    connected: Object.fromEntries(
      ['chunks', 'ruler', 'admin'].map((use) => [`loki.storage.bucketNames.${use}`, 'CHUNKS_BUCKET']),
    ),
    values: withFurtherValues(chartValues(name, props), values),
  });
}

const off = { enabled: false };

/** @see https://github.com/grafana/loki/blob/main/production/helm/loki/values.yaml */
function chartValues(name: string, props: Props): JsonObject {
  const none = { replicas: 0 };
  return {
    fullnameOverride: name,
    serviceAccount: { name },
    deploymentMode: 'SingleBinary',
    loki: lokiValues(props),
    singleBinary: {
      persistence: {
        enabled: true,
        size: `${props.storageGib}Gi`,
        storageClass: props.storageClass ?? name,
        enableStatefulSetAutoDeletePVC: false,
      },
    },
    read: none,
    write: none,
    backend: none,
    // One process answers at its own Service, and needs no caches and no probes of itself.
    gateway: off,
    chunksCache: off,
    resultsCache: off,
    lokiCanary: off,
    test: off,
    minio: off,
    sidecar: { rules: off },
    rbac: { namespaced: true },
  };
}

function lokiValues({ retentionDays, schemaFrom }: Props): JsonObject {
  return {
    auth_enabled: false,
    commonConfig: { replication_factor: 1 },
    storage: { type: 's3' },
    schemaConfig: {
      configs: [
        {
          from: schemaFrom,
          store: 'tsdb',
          object_store: 's3',
          schema: 'v13',
          index: { prefix: 'index_', period: '24h' },
        },
      ],
    },
    limits_config: { retention_period: `${retentionDays * 24}h`, allow_structured_metadata: true },
    // Without it retention is a word: the compactor deletes.
    compactor: { retention_enabled: true, delete_request_store: 's3' },
    analytics: { reporting_enabled: false },
  };
}
