import type { Static } from '@sinclair/typebox';
import { promDuration } from '../schemas/contract/alert';
import { flag, group, input, integer, optional, reference, text } from '../schemas/contract/fields';
import { defineCompositeKind, type Expansion } from '../schemas/contract/kind';
import type { JsonObject } from '../schemas/primitives/artifact';
import { withoutAbsent } from '../schemas/primitives/merge-json';
import {
  chartCluster,
  chartNodes,
  chartVersion,
  furtherValues,
  podRequests,
  withFurtherValues,
  type PodRequests,
} from './facets/chart';
import { clusterBase } from './facets/examples';
import { storageClass } from './facets/storage-class';

/** @see https://github.com/prometheus-community/helm-charts/releases?q=kube-prometheus-stack */
const pinned = '77.11.1';

const Input = input({
  cluster: chartCluster('Cluster that it watches.'),
  namespace: reference('Namespace that it runs in.', ['namespace'], { default: 'monitoring' }),
  nodes: chartNodes('Node group that Prometheus itself runs on.'),
  version: chartVersion('kube-prometheus-stack', pinned),
  scrapeInterval: promDuration('Time between two readings of a metric.', { default: '15s' }),
  retention: promDuration('How long metrics are kept.', { default: '15d' }),
  replicas: integer('Replicas of Prometheus, each with a volume and all metrics of its own.', {
    minimum: 1,
    maximum: 2,
    default: 1,
  }),
  ...podRequests({ cpu: '250m', memory: '2Gi', memoryLimit: '3Gi' }, ' of each replica of Prometheus'),
  storageGib: integer('Volume of each replica, in GiB; old metrics go early when 85 % are full.', {
    minimum: 5,
    maximum: 16_384,
    default: 50,
  }),
  storageClass: optional(
    text('Storage class of the volumes. By default one of its own: gp3, encrypted, in the zone of the pod.'),
  ),
  alertmanager: group(
    'What tells people.',
    {
      replicas: integer('Replicas, which agree on what is told.', { minimum: 1, maximum: 3, default: 2 }),
      ...podRequests({ cpu: '25m', memory: '64Mi', memoryLimit: '128Mi' }, ' of each replica of Alertmanager'),
    },
    { default: {} },
  ),
  grafana: group(
    'What shows dashboards. It is reached by `kubectl port-forward`, and has no state: dashboards are components.',
    {
      login: optional(
        text(
          'Prefix of the variables of a secret with `username` and `password`: its administrator. Without it there is none, and everybody who reaches it may look.',
          { pattern: '^[A-Z][A-Z0-9_]*$' },
        ),
      ),
      ...podRequests({ cpu: '50m', memory: '256Mi', memoryLimit: '512Mi' }, ' of Grafana'),
    },
    { default: {} },
  ),
  bundled: flag('Rules and dashboards that come with the chart, beside those that are described.', { default: false }),
  values: furtherValues,
});

type Props = Static<typeof Input>;

/** What measures, keeps, warns and shows. */
export const prometheus = defineCompositeKind<typeof Input>({
  kind: 'prometheus',
  summary:
    'Prometheus with its operator, Alertmanager, Grafana, kube-state-metrics and node-exporter, as one pinned chart.',
  creates: [
    '`<key>` (helm-release): kube-prometheus-stack, which finds the monitors, rules and dashboards of all namespaces',
    '`<key>-storage` (manifest): the StorageClass of its volumes, unless one is named',
  ],
  input: Input,
  examples: {
    'on the only cluster': {
      input: {},
      with: { ...clusterBase, 'argo-applications': { argocd: {} }, namespace: { monitoring: { defaultDeny: false } } },
    },
  },
  outputs: {},
  expand: ({ name, environment, props, uses }) => ({
    'helm-release': { [name]: { ...release(name, props), uses } },
    ...(props.storageClass === undefined
      ? { manifest: { [`${name}-storage`]: { app: `${environment}-environment`, manifest: storageClass(name) } } }
      : {}),
  }),
});

/** What tells the pods of the release from others: the operator and each chart within name theirs in ways of their own. */
function podLabels(name: string): Record<string, string> {
  return { 'slipway.dev/component': name };
}

function release(name: string, props: Props): Expansion[string] {
  const { cluster, namespace, nodes, version, grafana, values } = props;
  return withoutAbsent({
    cluster,
    namespace,
    nodes,
    repository: 'https://prometheus-community.github.io/helm-charts',
    chart: 'kube-prometheus-stack',
    version,
    release: name,
    // After External Secrets, which brings the login of Grafana. What asks for its definitions tries again until they are there.
    wave: 0,
    zonalVolumes: true,
    labels: podLabels(name),
    scrapes: { 'app.kubernetes.io/name': 'prometheus' },
    reachesItself: true,
    ports: {
      prometheus: { port: 9090 },
      alertmanager: { port: 9093 },
      mesh: { port: 9094 },
      'mesh-gossip': { port: 9094, protocol: 'udp' },
      grafana: { port: 3000 },
      'kube-state-metrics': { port: 8080 },
      webhook: { port: 10250, fromKubernetes: true },
    },
    pods: pods(props),
    ...(grafana.login === undefined
      ? {}
      : { secretNames: { 'grafana.admin.existingSecret': `${grafana.login}_PASSWORD` } }),
    // The certificate of the webhook is made in the cluster.
    ignored: {
      mutating: webhook('MutatingWebhookConfiguration'),
      validating: webhook('ValidatingWebhookConfiguration'),
    },
    values: withFurtherValues(chartValues(name, props), values),
  });
}

function webhook(kind: string) {
  return { group: 'admissionregistration.k8s.io', kind, fields: ['.webhooks[].clientConfig.caBundle'] };
}

function pods({ replicas, cpu, memory, memoryLimit, alertmanager, grafana }: Props) {
  const one = (at: string, asked: PodRequests) => ({ replicas: 1, resourcesAt: at, ...asked });
  const sidecar = one('grafana.sidecar.resources', { cpu: '10m', memory: '96Mi', memoryLimit: '192Mi' });
  const { replicas: _, ...nodeExporter } = one('prometheus-node-exporter.resources', {
    cpu: '25m',
    memory: '32Mi',
    memoryLimit: '64Mi',
  });
  return {
    prometheus: {
      replicas,
      cpu,
      memory,
      memoryLimit,
      replicasAt: 'prometheus.prometheusSpec.replicas',
      resourcesAt: 'prometheus.prometheusSpec.resources',
      placementAt: 'prometheus.prometheusSpec',
    },
    alertmanager: {
      ...alertmanager,
      replicasAt: 'alertmanager.alertmanagerSpec.replicas',
      resourcesAt: 'alertmanager.alertmanagerSpec.resources',
    },
    operator: one('prometheusOperator.resources', { cpu: '50m', memory: '128Mi', memoryLimit: '256Mi' }),
    grafana: one('grafana.resources', {
      cpu: grafana.cpu,
      memory: grafana.memory,
      memoryLimit: grafana.memoryLimit,
    }),
    'grafana-dashboards': sidecar,
    'grafana-datasources': sidecar,
    'kube-state-metrics': one('kube-state-metrics.resources', { cpu: '25m', memory: '96Mi', memoryLimit: '192Mi' }),
    'node-exporter': nodeExporter,
  };
}

/** @see https://github.com/prometheus-community/helm-charts/blob/main/charts/kube-prometheus-stack/values.yaml */
function chartValues(name: string, props: Props): JsonObject {
  const podMetadata = { labels: podLabels(name) };
  return {
    defaultRules: { create: props.bundled },
    // EKS runs these where nobody reaches them.
    kubeControllerManager: { enabled: false },
    kubeScheduler: { enabled: false },
    kubeEtcd: { enabled: false },
    kubeProxy: { enabled: false },
    prometheusOperator: {
      podLabels: podLabels(name),
      prometheusConfigReloader: {
        resources: { requests: { cpu: '10m', memory: '32Mi' }, limits: { memory: '64Mi' } },
      },
    },
    prometheus: { prometheusSpec: { podMetadata, ...prometheusSpec(name, props) } },
    alertmanager: {
      alertmanagerSpec: {
        podMetadata,
        // Pods of a namespace with a priority would push it out before a node is added for them.
        priorityClassName: 'system-cluster-critical',
        // Routes see the alerts of every namespace, not of their own alone.
        alertmanagerConfigMatcherStrategy: { type: 'None' },
        storage: volumeOf(props.storageClass ?? name, 1),
      },
    },
    grafana: grafanaValues(name, props),
    // Alerts and dashboards read both: stated, so that they do not hang on what the chart assumes.
    kubeStateMetrics: { enabled: true },
    nodeExporter: { enabled: true },
    'kube-state-metrics': { customLabels: podLabels(name) },
    // It shares the network, the processes and the disks of its node, which namespaces with a standard refuse.
    'prometheus-node-exporter': { namespaceOverride: 'kube-system' },
  };
}

function prometheusSpec(
  name: string,
  { scrapeInterval, retention, storageGib, storageClass: given }: Props,
): JsonObject {
  return {
    scrapeInterval,
    evaluationInterval: '30s',
    retention,
    retentionSize: `${Math.floor(storageGib * 0.85)}GiB`,
    walCompression: true,
    storageSpec: volumeOf(given ?? name, storageGib),
    // Monitors and rules need no label of the release to be found.
    podMonitorSelectorNilUsesHelmValues: false,
    probeSelectorNilUsesHelmValues: false,
    ruleSelectorNilUsesHelmValues: false,
    scrapeConfigSelectorNilUsesHelmValues: false,
    serviceMonitorSelectorNilUsesHelmValues: false,
  };
}

function volumeOf(storageClassName: string, gibibytes: number): JsonObject {
  const resources = { requests: { storage: `${gibibytes}Gi` } };
  return { volumeClaimTemplate: { spec: { storageClassName, accessModes: ['ReadWriteOnce'], resources } } };
}

function grafanaValues(name: string, { grafana, bundled }: Props): JsonObject {
  return {
    podLabels: podLabels(name),
    defaultDashboardsEnabled: bundled,
    testFramework: { enabled: false },
    sidecar: {
      dashboards: {
        enabled: true,
        label: 'grafana_dashboard',
        labelValue: '1',
        searchNamespace: 'ALL',
        folderAnnotation: 'grafana_folder',
        provider: { foldersFromFilesStructure: true },
      },
    },
    ...(grafana.login === undefined
      ? {
          env: { GF_SECURITY_DISABLE_INITIAL_ADMIN_CREATION: 'true' },
          'grafana.ini': { 'auth.anonymous': { enabled: true, org_role: 'Viewer' } },
        }
      : { admin: { userKey: 'username', passwordKey: 'password' } }),
  };
}
