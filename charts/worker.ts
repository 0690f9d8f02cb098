import {
  IntOrString,
  KubeDeployment,
  KubePodDisruptionBudget,
  KubeServiceAccount,
} from 'cdk8s-plus-28/lib/imports/k8s';
import type { Static } from '@sinclair/typebox';
import { group, input, integer, optionalReference, reference, text } from '../schemas/contract/fields';
import type { AccessLevels } from '../schemas/contract/connection';
import { clusterBase } from './examples';
import { defineKubernetesKind, type KubernetesContext } from '../schemas/contract/kind';
import { known } from '../schemas/contract/output';
import { addObject, selectorLabels, standardLabels } from './object';
import {
  commandField,
  environmentField,
  environmentVariables,
  externalField,
  podFrame,
  resourceRequirements,
  resourcesField,
  restrictedContainer,
  spread,
} from './pod';
import { securityGroups } from './service';
import { modelFolders, modelMounts, modelsAccess, modelsField, modelVariables, modelVolumes } from './models';
import { gpuMounts, gpusField, gpuVolumes, gpuWithoutNode, nodesField, placedOn } from './placement';
import { memoryOverLimit } from './quantity';
import { mounts, volumes, volumesField } from './volumes';

const Input = input({
  namespace: reference('Namespace that it runs in.', ['namespace']),
  command: commandField,
  environment: environmentField,
  gpus: gpusField,
  nodes: nodesField,
  replicas: group(
    'How many replicas there are; between the bounds the length of the queue decides.',
    {
      minimum: integer('At least; zero where work may wait for a node.', { minimum: 0, maximum: 1000, default: 0 }),
      maximum: integer('At most.', { minimum: 1, maximum: 1000, default: 3 }),
    },
    { default: {} },
  ),
  queue: group('The Redis list that it works off, and that KEDA scales it by.', {
    redis: reference('Redis that holds the list.', ['redis']),
    list: text('Key of the list.', { pattern: '^[A-Za-z0-9:_.{}-]+$' }),
    messagesPerReplica: integer('Waiting messages for each replica.', { minimum: 1, maximum: 100_000, default: 1 }),
    pollingSeconds: integer('Between two looks at the length, in seconds.', { minimum: 1, maximum: 3600, default: 15 }),
    cooldownSeconds: integer('Time with an empty queue before the last replica goes, in seconds.', {
      minimum: 0,
      maximum: 86_400,
      default: 300,
    }),
    scaler: optionalReference('KEDA, which reads the length from its own pods.', ['helm-release']),
  }),
  resources: resourcesField,
  volumes: volumesField,
  models: modelsField,
  external: externalField,
  terminationGraceSeconds: integer(
    'Time that a replica gets to finish its work when its node goes, in seconds; spot nodes go two minutes after their notice.',
    { minimum: 0, maximum: 3600, default: 110 },
  ),
});

type Props = Static<typeof Input>;

/** Pods that work off a queue, as many as the queue is long. */
export const worker = defineKubernetesKind<typeof Input>({
  kind: 'worker',
  summary: 'Pods that work off a Redis list, from none to many by its length, with GPUs where asked.',
  creates: [
    'Deployment, PodDisruptionBudget, ServiceAccount',
    'a KEDA ScaledObject on the length of the list, and its credentials',
    'a NetworkPolicy that allows its connections and the needs of every pod, nothing else',
    'where a connection needs AWS APIs: an IAM role and its Pod Identity association',
  ],
  input: Input,
  examples: {
    'a worker with a GPU': {
      input: { gpus: 1, queue: { list: 'jobs' }, uses: { redis: 'write' } },
      with: {
        ...clusterBase,
        namespace: { apps: {} },
        redis: { redis: { authentication: false } },
      },
    },
  },
  outputs: {
    namespace: known('Namespace.', ({ props, ref }) => ref(props.namespace).text('name')),
    models: known('Folders of the models that it loads.', ({ props }) => modelFolders(props.models)),
  },
  offers: {
    access: ({ models }): AccessLevels<Props> => (models === undefined ? {} : { models: modelsAccess }),
  },
  workload: ({ self, props, ref }) => ({
    runs: 'pod',
    serviceAccount: self.name,
    namespace: ref(props.namespace).text('name'),
    labels: selectorLabels(self),
    securityGroups: securityGroups(ref(props.namespace).component),
    delegates:
      props.queue.scaler === undefined ? [] : [{ by: props.queue.scaler, target: props.queue.redis, access: 'read' }],
    external: props.external,
  }),
  constraints: [
    gpuWithoutNode,
    memoryOverLimit,
    {
      id: 'minimum-over-maximum',
      meaning: 'The scaler’s lower bound is at most its upper one.',
      fix: 'lower replicas.minimum or raise replicas.maximum',
      violations: ({ replicas }) =>
        replicas.minimum > replicas.maximum
          ? [{ at: '/replicas/minimum', found: `minimum ${replicas.minimum} is over maximum ${replicas.maximum}` }]
          : [],
    },
  ],
  build(context) {
    const { chart, self, own, props } = context;
    const metadata = { name: self.name, namespace: own('namespace'), labels: standardLabels(self) };
    new KubeServiceAccount(chart, 'account', { metadata, automountServiceAccountToken: false });
    addDeployment(context);
    new KubePodDisruptionBudget(chart, 'budget', {
      metadata,
      spec: { maxUnavailable: IntOrString.fromNumber(1), selector: { matchLabels: selectorLabels(self) } },
    });
    addScaledObject(context, props);
  },
});

function addDeployment({ chart, self, own, props, ref, environment, image }: KubernetesContext<Props>): void {
  const labels = selectorLabels(self);
  const priority = ref(props.namespace).has('priorityClass') ? ref(props.namespace).text('priorityClass') : undefined;
  new KubeDeployment(chart, 'deployment', {
    metadata: { name: self.name, namespace: own('namespace'), labels: standardLabels(self) },
    spec: {
      // No replicas: the scaler rules them.
      selector: { matchLabels: labels },
      strategy: {
        type: 'RollingUpdate',
        rollingUpdate: { maxUnavailable: IntOrString.fromNumber(1), maxSurge: IntOrString.fromNumber(0) },
      },
      revisionHistoryLimit: 5,
      template: {
        metadata: { labels: { ...standardLabels(self), 'app.kubernetes.io/component': 'worker' } },
        spec: {
          ...podFrame({
            serviceAccount: self.name,
            terminationGraceSeconds: props.terminationGraceSeconds,
            volumes: [...volumes(props.volumes, ref), ...modelVolumes(props.models, ref), ...gpuVolumes(props)],
            ...(priority === undefined ? {} : { priorityClass: priority }),
          }),
          ...placedOn(props, ref),
          topologySpreadConstraints: spread(labels),
          containers: [
            {
              name: self.name,
              image: image(self.name),
              imagePullPolicy: 'IfNotPresent',
              ...(props.command === undefined ? {} : { command: [...props.command] }),
              env: environmentVariables(
                { QUEUE: props.queue.list, ...modelVariables(props.models), ...props.environment },
                environment,
              ),
              resources: resourceRequirements(props.resources, props.gpus),
              volumeMounts: [...mounts(props.volumes), ...modelMounts(props.models), ...gpuMounts(props)],
              ...restrictedContainer,
            },
          ],
        },
      },
    },
  });
}

/** @see https://keda.sh/docs/latest/scalers/redis-lists/ */
function addScaledObject(
  { chart, self, own, ref, environment }: KubernetesContext<Props>,
  { queue, replicas }: Props,
): void {
  const redis = ref(queue.redis);
  const metadata = { name: self.name, namespace: own('namespace'), labels: standardLabels(self) };
  const password = environment.find(
    (variable) => 'secretName' in variable && variable.secretName.startsWith(`${self.name}-${queue.redis}-`),
  );
  const authentication = password && 'secretName' in password ? password : undefined;
  if (authentication) {
    addObject(chart, {
      apiVersion: 'keda.sh/v1alpha1',
      kind: 'TriggerAuthentication',
      metadata,
      spec: {
        secretTargetRef: [{ parameter: 'password', name: authentication.secretName, key: authentication.secretKey }],
      },
    });
  }
  addObject(chart, {
    apiVersion: 'keda.sh/v1alpha1',
    kind: 'ScaledObject',
    metadata,
    spec: {
      scaleTargetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name: self.name },
      minReplicaCount: replicas.minimum,
      maxReplicaCount: replicas.maximum,
      pollingInterval: queue.pollingSeconds,
      cooldownPeriod: queue.cooldownSeconds,
      triggers: [
        {
          type: 'redis',
          metadata: {
            address: `${redis.text('endpoint')}:${redis.text('port')}`,
            listName: queue.list,
            listLength: String(queue.messagesPerReplica),
            activationListLength: '0',
            databaseIndex: '0',
            enableTLS: 'true',
          },
          ...(authentication ? { authenticationRef: { name: self.name } } : {}),
        },
      ],
    },
  });
}
