import { IntOrString, KubeDeployment, KubePodDisruptionBudget } from 'cdk8s-plus-28/lib/imports/k8s';
import type { Static } from '@sinclair/typebox';
import type { AccessLevels } from '../schemas/contract/connection';
import { group, input, integer, optionalReference, reference, text } from '../schemas/contract/fields';
import { defineKubernetesKind, type KubernetesContext } from '../schemas/contract/kind';
import { known } from '../schemas/contract/output';
import { clusterBase } from './facets/examples';
import { modelFolders, modelsAccess } from './facets/models';
import { addObject, selectorLabels } from './facets/object';
import { spread } from './facets/pod';
import { boundsOfReplicas } from './facets/scaling';
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
    'a ConfigMap of its files and settings; a Role and its binding where it calls the Kubernetes API',
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
  workload: (context) => {
    const { scaler, redis } = context.props.queue;
    return {
      ...inPods(context),
      delegates: scaler === undefined ? [] : [{ by: scaler, target: redis, access: 'read' }],
    };
  },
  constraints: [...workloadConstraints, boundsOfReplicas],
  build(context) {
    const { chart, self } = context;
    const metadata = workloadMetadata(context);
    addFooting(context);
    addDeployment(context);
    new KubePodDisruptionBudget(chart, 'budget', {
      metadata,
      spec: { maxUnavailable: IntOrString.fromNumber(1), selector: { matchLabels: selectorLabels(self) } },
    });
    addScaledObject(context);
  },
});

function addDeployment(context: KubernetesContext<Props>): void {
  const { chart, self, props } = context;
  const labels = selectorLabels(self);
  new KubeDeployment(chart, 'deployment', {
    metadata: workloadMetadata(context),
    spec: {
      // No replicas: the scaler rules them.
      selector: { matchLabels: labels },
      strategy: {
        type: 'RollingUpdate',
        rollingUpdate: { maxUnavailable: IntOrString.fromNumber(1), maxSurge: IntOrString.fromNumber(0) },
      },
      revisionHistoryLimit: 5,
      template: podTemplate(context, {
        component: 'worker',
        terminationGraceSeconds: props.terminationGraceSeconds,
        spec: { topologySpreadConstraints: spread(labels) },
        variables: { QUEUE: props.queue.list },
      }),
    },
  });
}

/** @see https://keda.sh/docs/latest/scalers/redis-lists/ */
function addScaledObject(context: KubernetesContext<Props>): void {
  const { chart, self, props, ref, environment } = context;
  const { queue, replicas } = props;
  const redis = ref(queue.redis);
  const metadata = workloadMetadata(context);
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
