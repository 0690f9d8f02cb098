import { keptDefinitions } from '../facets/application';
import { loadBalancerController, loadBalancerControllerWithIngress } from './load-balancer-controller';
import { metrics, type Preset } from './preset';

/**
 * Pods of a namespace with a priority push out those without one before a node is added for them: what the cluster itself
 * rests on is not theirs to push out. The other charts here say so themselves.
 * @see https://kubernetes.io/docs/tasks/administer-cluster/guaranteed-scheduling-critical-addon-pods/
 */
const critical = { priorityClassName: 'system-cluster-critical' };

/**
 * Copies secrets from AWS. Its own role may nothing but take on those of the stores.
 * @see https://github.com/external-secrets/external-secrets/tree/main/deploy/charts/external-secrets
 */
const externalSecrets: Preset = {
  summary: 'External Secrets: copies secrets from AWS to namespaces, by the role of each namespace’s store.',
  namespace: 'external-secrets',
  release: {
    repository: 'https://charts.external-secrets.io',
    chart: 'external-secrets',
    version: '1.3.1',
    release: 'external-secrets',
    serviceAccount: 'external-secrets',
    assumesRoles: true,
    values: {
      leaderElect: true,
      podDisruptionBudget: { enabled: true },
      crds: { annotations: keptDefinitions },
      // Who makes a store reads by any role that the operator takes on: no right that comes with editing a namespace.
      rbac: { aggregateToEdit: false },
      ...critical,
      webhook: critical,
      certController: critical,
    },
    pods: {
      controller: {
        replicas: 2,
        cpu: '50m',
        memory: '128Mi',
        memoryLimit: '256Mi',
        replicasAt: 'replicaCount',
        resourcesAt: 'resources',
        placementAt: '',
      },
      webhook: {
        replicas: 2,
        cpu: '25m',
        memory: '64Mi',
        memoryLimit: '128Mi',
        replicasAt: 'webhook.replicaCount',
        resourcesAt: 'webhook.resources',
        placementAt: 'webhook',
      },
      'cert-controller': {
        replicas: 1,
        cpu: '25m',
        memory: '96Mi',
        memoryLimit: '192Mi',
        replicasAt: 'certController.replicaCount',
        resourcesAt: 'certController.resources',
        placementAt: 'certController',
      },
    },
    ports: { webhook: { port: 10250, fromKubernetes: true }, metrics },
  },
};

/**
 * Opens secrets that stand sealed in Git. The name of the controller is the one that `kubeseal` looks for.
 * @see https://github.com/bitnami/sealed-secrets/tree/main/helm/sealed-secrets
 */
const sealedSecrets: Preset = {
  summary: 'Sealed Secrets: opens secrets that stand sealed in Git.',
  namespace: 'sealed-secrets',
  release: {
    repository: 'https://bitnami.github.io/sealed-secrets',
    chart: 'sealed-secrets',
    version: '2.19.3',
    release: 'sealed-secrets',
    serviceAccount: 'sealed-secrets-controller',
    values: {
      fullnameOverride: 'sealed-secrets-controller',
      keyrenewperiod: '720h',
      ...critical,
      // What its namespace asks of every pod.
      containerSecurityContext: {
        allowPrivilegeEscalation: false,
        capabilities: { drop: ['ALL'] },
        seccompProfile: { type: 'RuntimeDefault' },
      },
    },
    pods: {
      controller: {
        replicas: 1,
        cpu: '25m',
        memory: '64Mi',
        memoryLimit: '128Mi',
        resourcesAt: 'resources',
        placementAt: '',
      },
    },
    // The public certificate is read through the Kubernetes API.
    ports: { http: { port: 8080, fromKubernetes: true }, metrics: { port: 8081 } },
  },
};

/** @see https://github.com/kedacore/charts/tree/main/keda */
const keda: Preset = {
  summary: 'KEDA: scales workloads by the length of their queues.',
  namespace: 'keda',
  release: {
    repository: 'https://kedacore.github.io/charts',
    chart: 'keda',
    version: '2.21.0',
    release: 'keda',
    serviceAccount: 'keda-operator',
    values: {
      ...critical,
      prometheus: { operator: { enabled: true, port: 8080 } },
      crds: { additionalAnnotations: keptDefinitions },
    },
    pods: {
      operator: {
        replicas: 2,
        cpu: '100m',
        memory: '128Mi',
        memoryLimit: '512Mi',
        replicasAt: 'operator.replicaCount',
        resourcesAt: 'resources.operator',
        placementAt: '',
      },
      'metrics-server': {
        replicas: 2,
        cpu: '50m',
        memory: '96Mi',
        memoryLimit: '256Mi',
        replicasAt: 'metricsServer.replicaCount',
        resourcesAt: 'resources.metricServer',
        placementAt: '',
      },
      webhooks: {
        replicas: 2,
        cpu: '25m',
        memory: '32Mi',
        memoryLimit: '64Mi',
        replicasAt: 'webhooks.replicaCount',
        resourcesAt: 'resources.webhooks',
        placementAt: '',
      },
    },
    ports: {
      'external-metrics': { port: 6443, fromKubernetes: true },
      webhook: { port: 9443, fromKubernetes: true },
      grpc: { port: 9666 },
      metrics,
    },
    reachesItself: true,
  },
};

/**
 * Tells the kubelet of the GPUs of its node. The chart keeps to nodes with the label that GPU pools carry.
 * @see https://github.com/NVIDIA/k8s-device-plugin/tree/main/deployments/helm/nvidia-device-plugin
 */
const nvidiaDevicePlugin: Preset = {
  summary: 'NVIDIA device plugin: GPUs as a resource that pods ask for.',
  release: {
    repository: 'https://nvidia.github.io/k8s-device-plugin',
    chart: 'nvidia-device-plugin',
    version: '0.19.3',
    release: 'nvidia-device-plugin',
    pods: {
      plugin: {
        cpu: '50m',
        memory: '64Mi',
        memoryLimit: '128Mi',
        resourcesAt: 'resources',
        nodeLabels: { 'nvidia.com/gpu.present': 'true' },
      },
    },
    callsKubernetes: false,
  },
};

export const presets = {
  'aws-load-balancer-controller': loadBalancerController,
  'aws-load-balancer-controller-ingress': loadBalancerControllerWithIngress,
  'external-secrets': externalSecrets,
  keda,
  'nvidia-device-plugin': nvidiaDevicePlugin,
  'sealed-secrets': sealedSecrets,
} as const satisfies Readonly<Record<string, Preset>>;

export type PresetName = keyof typeof presets;
