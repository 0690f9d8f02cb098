import { IntOrString, KubeService } from 'cdk8s-plus-28/lib/imports/k8s';
import type { Static } from '@sinclair/typebox';
import type { Component } from '../schemas/contract/component';
import type { AccessLevels } from '../schemas/contract/connection';
import { conditionFault, hostsWithoutCertificate, slowAnswers } from '../schemas/contract/expose';
import { choice, input, integer, port } from '../schemas/contract/fields';
import { clusterBase } from './facets/examples';
import { defineKubernetesKind, type KubernetesContext } from '../schemas/contract/kind';
import { known } from '../schemas/contract/output';
import { entrancesOf, exposeField } from './facets/expose';
import { LeavingDeployment } from './facets/leaving-deployment';
import { addServiceMonitor, metricsField } from './facets/metrics';
import { modelFolders, modelsAccess } from './facets/models';
import { selectorLabels } from './facets/object';
import { httpProbe, probesField, spread } from './facets/pod';
import { addScaling, boundsOfReplicas, replicasField } from './facets/scaling';
import {
  addFooting,
  inPods,
  podTemplate,
  workloadConstraints,
  workloadFields,
  workloadMetadata,
} from './facets/workload';

const Input = input({
  ...workloadFields,
  port: port('Port that the container listens on.'),
  replicas: replicasField,
  rollout: choice(
    'How a new version comes: new replicas before the old ones go (`surge`), or one old one after the other makes room first (`in-place`), where there are no nodes for more, as with GPUs.',
    ['surge', 'in-place'],
    { default: 'surge' },
  ),
  probes: probesField,
  metrics: metricsField,
  expose: exposeField,
  terminationGraceSeconds: integer('Time that a replica gets to finish, in seconds, `leaveSeconds` included.', {
    minimum: 0,
    maximum: 3600,
    default: 60,
  }),
  leaveSeconds: integer(
    'Time that a replica goes on as before once it is to go, in seconds: load balancers and other pods send requests until they have heard of it. Kubernetes before 1.30 knows no such time.',
    { minimum: 0, maximum: 600, default: 15 },
  ),
});

type Props = Static<typeof Input>;

/** A stateless HTTP service: replicas behind a Service, scaled by load, spread over zones, reachable over declared connections alone. */
export const service = defineKubernetesKind<typeof Input>({
  kind: 'service',
  summary:
    'An HTTP service in pods: Deployment, Service, autoscaler, disruption budget, identity, network policy, metrics.',
  creates: [
    'Deployment, Service, HorizontalPodAutoscaler, PodDisruptionBudget, ServiceAccount',
    'a NetworkPolicy that allows its connections and the needs of every pod, nothing else',
    'a ServiceMonitor; a ConfigMap of its files and settings; a Role and its binding where it calls the Kubernetes API',
    'for each entrance: target group, listener rule and TargetGroupBinding',
    'where a connection needs AWS APIs: an IAM role and its Pod Identity association',
  ],
  input: Input,
  examples: {
    'a service with two replicas or more': { input: { port: 8080 }, with: { ...clusterBase, namespace: { apps: {} } } },
    'inference on GPUs, with a model of a stated version': {
      input: {
        port: 8080,
        gpus: 1,
        rollout: 'in-place',
        replicas: { minimum: 1, maximum: 2 },
        resources: { cpu: '4', memory: '16Gi' },
        models: { volume: 'models', load: { MODEL_PATH: { name: 'ner', version: '1.1.0' } } },
        settings: { batchSize: 8, labels: ['person', 'place'] },
        // Loading takes minutes: ten until the replica is given up.
        probes: { startup: { periodSeconds: 10, failures: 60 } },
      },
      with: {
        ...clusterBase,
        namespace: { apps: {} },
        'file-system': { files: {} },
        volume: { models: { fileSystem: 'files' } },
      },
    },
    'a service that restarts another': {
      input: {
        port: 8080,
        rights: {
          restart: { apiGroup: 'apps', resources: ['deployments'], verbs: ['get', 'patch'], names: ['inference'] },
        },
      },
      with: { ...clusterBase, namespace: { apps: {} } },
    },
  },
  outputs: {
    host: known(
      'Name of the Service in the cluster’s DNS.',
      ({ self, props, ref }) => `${self.name}.${ref(props.namespace).text('name')}.svc.cluster.local`,
    ),
    port: known('Port of the Service.', ({ props }) => String(props.port)),
    namespace: known('Namespace.', ({ props, ref }) => ref(props.namespace).text('name')),
    models: known('Folders of the models that it loads.', ({ props }) => modelFolders(props.models)),
  },
  offers: {
    ports: ({ props }) => ({ http: { port: props.port } }),
    access: ({ models }): AccessLevels<Props> => ({
      call: {
        description: 'Send requests.',
        ports: ['http'],
        variables: () => ({ HOST: { output: 'host' }, PORT: { output: 'port' } }),
      },
      ...(models === undefined ? {} : { models: modelsAccess }),
    }),
  },
  workload: (context) => ({
    ...inPods(context),
    service: context.self.name,
    ports: { http: { port: context.props.port } },
    ...(context.props.metrics.scrape ? { scrape: 'http' } : {}),
    entrances: entrancesOf(context.props, context.ref(context.props.namespace)),
  }),
  constraints: [
    ...workloadConstraints,
    boundsOfReplicas,
    {
      id: 'leave-over-grace',
      meaning: 'A replica leaves before its time to finish is over, and has some left to finish in.',
      fix: 'lower leaveSeconds or raise terminationGraceSeconds',
      violations: ({ leaveSeconds, terminationGraceSeconds }) =>
        leaveSeconds > 0 && leaveSeconds >= terminationGraceSeconds
          ? [{ at: '/leaveSeconds', found: `${leaveSeconds} seconds of ${terminationGraceSeconds}` }]
          : [],
    },
    {
      id: 'way-without-condition',
      meaning: 'A listener rule says which hosts or paths it is for.',
      fix: 'state hosts or paths, or give the namespace hosts',
      violations: (props, { ref }) => waysWith('none', props, ref(props.namespace).component),
    },
    {
      id: 'too-many-conditions',
      meaning: 'A listener rule has at most five hosts and paths together.',
      fix: 'take wildcards, or make another way in for the others',
      violations: (props, { ref }) => waysWith('too-many', props, ref(props.namespace).component),
    },
    {
      id: 'host-without-certificate',
      meaning: 'The certificate of the load balancer is for every host of a way in.',
      fix: 'correct the host, here or in the namespace, or add it to the alternatives of the certificate',
      violations: ({ expose, namespace }, { ref }) =>
        Object.entries(expose).flatMap(([name, { via, hosts }]) =>
          hostsWithoutCertificate(via, hosts ?? (ref(namespace).component.props['hosts'] as string[]), ref).map(
            (host) => ({
              at: `/expose/${name}${hosts === undefined ? '' : `/hosts/${hosts.indexOf(host)}`}`,
              found: `no name of it covers ${host}`,
            }),
          ),
        ),
    },
    {
      id: 'health-timeout-over-interval',
      meaning: 'A load balancer waits for an answer less long than it takes between two checks.',
      fix: 'lower health.timeoutSeconds or raise health.intervalSeconds',
      violations: ({ expose }) =>
        Object.entries(expose).flatMap(([name, { health }]) =>
          slowAnswers(health).map(({ at, found }) => ({ at: `/expose/${name}${at}`, found })),
        ),
    },
  ],
  build(context) {
    const { chart, self, own, props } = context;
    const metadata = workloadMetadata(context);
    addFooting(context);
    addDeployment(context);
    new KubeService(chart, 'service', {
      metadata,
      spec: {
        type: 'ClusterIP',
        selector: selectorLabels(self),
        ports: [
          {
            name: 'http',
            port: props.port,
            targetPort: IntOrString.fromString('http'),
            protocol: 'TCP',
            appProtocol: 'http',
          },
        ],
      },
    });
    addScaling(chart, metadata, { component: self, replicas: props.replicas });
    if (props.metrics.scrape)
      addServiceMonitor(chart, { component: self, namespace: own('namespace'), path: props.metrics.path });
  },
});

/** Ways in whose listener rule has a fault. */
function waysWith(fault: ReturnType<typeof conditionFault>, { expose }: Props, namespace: Component) {
  return Object.entries(expose).flatMap(([name, { hosts = namespace.props['hosts'] as string[], paths }]) =>
    conditionFault(paths, hosts) === fault
      ? [{ at: `/expose/${name}`, found: `${hosts.length} hosts and ${paths.length} paths` }]
      : [],
  );
}

/** A rollout that waits for a slow start has not failed: the start, and what a node and its image take before it. */
function progressDeadline({ probes: { startup } }: Props): number {
  return Math.max(600, startup.periodSeconds * startup.failures + 300);
}

function addDeployment(context: KubernetesContext<Props>): void {
  const { chart, self, props } = context;
  const labels = selectorLabels(self);
  new LeavingDeployment(chart, 'deployment', {
    leaveSeconds: props.leaveSeconds,
    kubernetesVersion: context.kubernetesVersion,
    metadata: workloadMetadata(context),
    spec: {
      // No replicas: the scaler rules them.
      selector: { matchLabels: labels },
      strategy: {
        type: 'RollingUpdate',
        rollingUpdate:
          props.rollout === 'surge'
            ? { maxUnavailable: IntOrString.fromNumber(0), maxSurge: IntOrString.fromString('25%') }
            : { maxUnavailable: IntOrString.fromNumber(1), maxSurge: IntOrString.fromNumber(0) },
      },
      revisionHistoryLimit: 5,
      progressDeadlineSeconds: progressDeadline(props),
      template: podTemplate(context, {
        component: 'service',
        terminationGraceSeconds: props.terminationGraceSeconds,
        spec: { topologySpreadConstraints: spread(labels) },
        variables: { PORT: String(props.port) },
        container: {
          ports: [{ name: 'http', containerPort: props.port, protocol: 'TCP' }],
          startupProbe: httpProbe(props.probes.startup, 'http'),
          readinessProbe: httpProbe(props.probes.readiness, 'http'),
          livenessProbe: httpProbe(props.probes.liveness, 'http'),
        },
      }),
    },
  });
}
