import {
  IntOrString,
  KubeDeployment,
  KubeHorizontalPodAutoscalerV2,
  KubePodDisruptionBudget,
  KubeService,
  KubeServiceAccount,
} from 'cdk8s-plus-28/lib/imports/k8s';
import type { Static } from '@sinclair/typebox';
import { slowAnswers } from '../schemas/contract/expose';
import { group, input, integer, port, reference } from '../schemas/contract/fields';
import { clusterBase } from './examples';
import { defineKubernetesKind, type KubernetesContext } from '../schemas/contract/kind';
import { known } from '../schemas/contract/output';
import { selectorLabels, standardLabels } from './object';
import {
  commandField,
  environmentField,
  environmentVariables,
  externalField,
  httpProbe,
  podFrame,
  probesField,
  resourceRequirements,
  resourcesField,
  restrictedContainer,
  spread,
} from './pod';
import { entrancesOf, exposeField } from './expose';
import { addServiceMonitor, metricsField } from './metrics';
import { mounts, volumes, volumesField } from './volumes';

const Input = input({
  namespace: reference('Namespace that it runs in.', ['namespace']),
  port: port('Port that the container listens on.'),
  command: commandField,
  environment: environmentField,
  replicas: group(
    'How many replicas there are; between the bounds CPU and memory use decide.',
    {
      minimum: integer('At least.', { minimum: 1, maximum: 1000, default: 2 }),
      maximum: integer('At most.', { minimum: 1, maximum: 1000, default: 50 }),
      cpuPercent: integer('Average CPU use that the scaler holds, in percent of the request.', {
        minimum: 1,
        maximum: 100,
        default: 70,
      }),
      memoryPercent: integer('Average memory use that the scaler holds, in percent of the request.', {
        minimum: 1,
        maximum: 100,
        default: 80,
      }),
    },
    { default: {} },
  ),
  resources: resourcesField,
  probes: probesField,
  volumes: volumesField,
  metrics: metricsField,
  expose: exposeField,
  external: externalField,
  terminationGraceSeconds: integer('Time that a replica gets to finish, in seconds.', {
    minimum: 0,
    maximum: 3600,
    default: 60,
  }),
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
    'a ServiceMonitor',
    'for each entrance: target group, listener rule and TargetGroupBinding',
    'where a connection needs AWS APIs: an IAM role and its Pod Identity association',
  ],
  input: Input,
  examples: {
    'a service with two replicas or more': { input: { port: 8080 }, with: { ...clusterBase, namespace: { apps: {} } } },
  },
  outputs: {
    host: known(
      'Name of the Service in the cluster’s DNS.',
      ({ self, props, ref }) => `${self.name}.${ref(props.namespace).text('name')}.svc.cluster.local`,
    ),
    port: known('Port of the Service.', ({ props }) => String(props.port)),
    namespace: known('Namespace.', ({ props, ref }) => ref(props.namespace).text('name')),
  },
  offers: {
    ports: ({ props }) => ({ http: { port: props.port } }),
    access: {
      call: {
        description: 'Send requests.',
        ports: ['http'],
        variables: () => ({ HOST: { output: 'host' }, PORT: { output: 'port' } }),
      },
    },
  },
  workload: ({ self, props, ref }) => ({
    runs: 'pod',
    serviceAccount: self.name,
    namespace: ref(props.namespace).text('name'),
    service: self.name,
    labels: selectorLabels(self),
    ports: { http: { port: props.port } },
    ...(props.metrics.scrape ? { scrape: 'http' } : {}),
    securityGroups: securityGroups(ref(props.namespace).component),
    entrances: entrancesOf(props, ref(props.namespace)),
    external: props.external,
  }),
  constraints: [
    {
      id: 'minimum-over-maximum',
      meaning: 'The scaler’s lower bound is at most its upper one.',
      fix: 'lower replicas.minimum or raise replicas.maximum',
      violations: ({ replicas }) =>
        replicas.minimum > replicas.maximum
          ? [{ at: '/replicas/minimum', found: `minimum ${replicas.minimum} is over maximum ${replicas.maximum}` }]
          : [],
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
    const metadata = { name: self.name, namespace: own('namespace'), labels: standardLabels(self) };
    new KubeServiceAccount(chart, 'account', { metadata, automountServiceAccountToken: false });
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
    addScaling(context);
    if (props.metrics.scrape)
      addServiceMonitor(chart, { component: self, namespace: own('namespace'), path: props.metrics.path });
  },
});

/** Pods carry the nodes' group, and that of their namespace where it has one. */
export function securityGroups(namespace: { readonly name: string; readonly props: object }): string[] {
  const props = namespace.props as { readonly cluster: string; readonly podSecurityGroup?: boolean };
  return props.podSecurityGroup === true ? [props.cluster, namespace.name] : [props.cluster];
}

function addDeployment(context: KubernetesContext<Props>): void {
  const { chart, self, own, props, ref } = context;
  const labels = selectorLabels(self);
  const priority = ref(props.namespace).has('priorityClass') ? ref(props.namespace).text('priorityClass') : undefined;
  new KubeDeployment(chart, 'deployment', {
    metadata: { name: self.name, namespace: own('namespace'), labels: standardLabels(self) },
    spec: {
      // No replicas: the scaler rules them.
      selector: { matchLabels: labels },
      strategy: {
        type: 'RollingUpdate',
        rollingUpdate: { maxUnavailable: IntOrString.fromNumber(0), maxSurge: IntOrString.fromString('25%') },
      },
      revisionHistoryLimit: 5,
      progressDeadlineSeconds: 600,
      template: {
        metadata: { labels: { ...standardLabels(self), 'app.kubernetes.io/component': 'service' } },
        spec: {
          ...podFrame({
            serviceAccount: self.name,
            volumes: volumes(props.volumes, ref),
            terminationGraceSeconds: props.terminationGraceSeconds,
            ...(priority === undefined ? {} : { priorityClass: priority }),
          }),
          topologySpreadConstraints: spread(labels),
          containers: [container(context)],
        },
      },
    },
  });
}

function container({ self, props, environment, image }: KubernetesContext<Props>) {
  return {
    name: self.name,
    image: image(self.name),
    imagePullPolicy: 'IfNotPresent',
    ...(props.command === undefined ? {} : { command: [...props.command] }),
    ports: [{ name: 'http', containerPort: props.port, protocol: 'TCP' }],
    env: environmentVariables({ PORT: String(props.port), ...props.environment }, environment),
    resources: resourceRequirements(props.resources),
    startupProbe: httpProbe(props.probes.startup, 'http'),
    readinessProbe: httpProbe(props.probes.readiness, 'http'),
    livenessProbe: httpProbe(props.probes.liveness, 'http'),
    volumeMounts: mounts(props.volumes),
    ...restrictedContainer,
  };
}

function addScaling({ chart, self, own, props }: KubernetesContext<Props>): void {
  const metadata = { name: self.name, namespace: own('namespace'), labels: standardLabels(self) };
  const { minimum, maximum, cpuPercent, memoryPercent } = props.replicas;
  const metric = (name: string, averageUtilization: number) => ({
    type: 'Resource',
    resource: { name, target: { type: 'Utilization', averageUtilization } },
  });
  new KubeHorizontalPodAutoscalerV2(chart, 'scaler', {
    metadata,
    spec: {
      scaleTargetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name: self.name },
      minReplicas: minimum,
      maxReplicas: maximum,
      metrics: [metric('cpu', cpuPercent), metric('memory', memoryPercent)],
      behavior: {
        scaleDown: { stabilizationWindowSeconds: 300, policies: [{ type: 'Percent', value: 50, periodSeconds: 60 }] },
      },
    },
  });
  new KubePodDisruptionBudget(chart, 'budget', {
    metadata,
    spec: { maxUnavailable: IntOrString.fromNumber(1), selector: { matchLabels: selectorLabels(self) } },
  });
}
