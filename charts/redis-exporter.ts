import { KubeDeployment, KubeService, KubeServiceAccount, IntOrString } from 'cdk8s-plus-28/lib/imports/k8s';
import type { Static } from '@sinclair/typebox';
import { group, input, list, mapOf, quantity, reference, text } from '../schemas/contract/fields';
import { defineKubernetesKind, type KubernetesContext } from '../schemas/contract/kind';
import { known } from '../schemas/contract/output';
import { clusterBase } from './facets/examples';
import { addObject, selectorLabels, standardLabels } from './facets/object';
import { environmentVariables, podFrame, resourceRequirements, restrictedContainer } from './facets/pod';
import { securityGroups } from './facets/workload';
import { mounts } from './facets/volumes';

const Input = input({
  namespace: reference('Namespace that it runs in.', ['namespace']),
  redis: reference('Redis that it reads. It needs `uses` of it as well.', ['redis']),
  queues: mapOf(
    'Lists whose length it tells as `redis_queue_length`, by a name of your own: label `queue`.',
    text('Key of the list.', { pattern: '^[A-Za-z0-9:_.{}-]+$' }),
    { default: {} },
  ),
  resources: group(
    'What it asks for.',
    {
      cpu: quantity('CPU request, in cores.', { default: '25m' }),
      memory: quantity('Memory request and limit, in bytes.', { default: '64Mi' }),
    },
    { default: {} },
  ),
  dropped: list('Metrics that Prometheus does not keep, by pattern.', text('Pattern.'), { default: [] }),
});

type Props = Static<typeof Input>;
type Context = KubernetesContext<Props>;

const port = 9121;

/** Length of queues, memory, clients and latency of a Redis. @see https://github.com/oliver006/redis_exporter */
export const redisExporter = defineKubernetesKind<typeof Input>({
  kind: 'redis-exporter',
  summary: 'Metrics of a Redis, and the length of its queues as `redis_queue_length`.',
  creates: [
    'Deployment, Service, ServiceAccount, ServiceMonitor',
    'a NetworkPolicy that lets it reach its Redis, and Prometheus reach it',
  ],
  input: Input,
  examples: {
    'the length of one queue': {
      input: { queues: { jobs: 'jobs' }, uses: { redis: 'read' } },
      with: { ...clusterBase, namespace: { apps: {} }, redis: { redis: { authentication: false } } },
    },
  },
  outputs: { namespace: known('Namespace.', ({ props, ref }) => ref(props.namespace).text('name')) },
  workload: ({ self, props, ref }) => ({
    runs: 'pod',
    serviceAccount: self.name,
    namespace: ref(props.namespace).text('name'),
    service: self.name,
    labels: selectorLabels(self),
    ports: { metrics: { port } },
    scrape: 'metrics',
    securityGroups: securityGroups(ref(props.namespace).component),
  }),
  constraints: [
    {
      id: 'unconnected',
      meaning: 'It uses the Redis that it reads.',
      fix: 'add the Redis to uses, with access read',
      violations: ({ redis }, { uses }) =>
        uses.some(({ to }) => to.name === redis) ? [] : [{ at: '', found: `uses has no ${redis}` }],
    },
    {
      id: 'queue-twice',
      meaning: 'Each queue is another list.',
      fix: 'remove one of the two',
      violations: ({ queues }) =>
        Object.entries(queues).flatMap(([name, key], index, all) =>
          all.slice(0, index).some(([, other]) => other === key)
            ? [{ at: `/queues/${name}`, found: `${key} has a name already` }]
            : [],
        ),
    },
  ],
  build(context) {
    const { chart, self, own } = context;
    const metadata = { name: self.name, namespace: own('namespace'), labels: standardLabels(self) };
    new KubeServiceAccount(chart, 'account', { metadata, automountServiceAccountToken: false });
    addDeployment(context);
    new KubeService(chart, 'service', {
      metadata,
      spec: {
        type: 'ClusterIP',
        selector: selectorLabels(self),
        ports: [{ name: 'metrics', port, targetPort: IntOrString.fromString('metrics'), protocol: 'TCP' }],
      },
    });
    addMonitor(context);
  },
});

function addDeployment({ chart, self, own, props, ref, uses, environment, image }: Context): void {
  const labels = selectorLabels(self);
  const namespace = ref(props.namespace);
  const priority = namespace.has('priorityClass') ? namespace.text('priorityClass') : undefined;
  const probe = { httpGet: { path: '/health', port: IntOrString.fromString('metrics') }, periodSeconds: 30 };
  const prefix = uses.find(({ to }) => to.name === props.redis)?.prefix ?? '';
  new KubeDeployment(chart, 'deployment', {
    metadata: { name: self.name, namespace: own('namespace'), labels: standardLabels(self) },
    spec: {
      replicas: 1,
      selector: { matchLabels: labels },
      template: {
        metadata: { labels: { ...standardLabels(self), 'app.kubernetes.io/component': 'exporter' } },
        spec: {
          ...podFrame({
            serviceAccount: self.name,
            ...(priority === undefined ? {} : { priorityClass: priority }),
          }),
          containers: [
            {
              name: self.name,
              image: image(self.name),
              imagePullPolicy: 'IfNotPresent',
              ports: [{ name: 'metrics', containerPort: port, protocol: 'TCP' }],
              env: environmentVariables(settings(props), renamed(environment, prefix)),
              resources: resourceRequirements({ ...props.resources, ephemeralStorage: '64Mi' }),
              volumeMounts: mounts({}),
              livenessProbe: probe,
              readinessProbe: probe,
              ...restrictedContainer,
            },
          ],
        },
      },
    },
  });
}

/** Variables by the names that the exporter knows. @see https://github.com/oliver006/redis_exporter#command-line-flags */
const variables: Readonly<Record<string, string>> = {
  URL: 'REDIS_ADDR',
  USERNAME: 'REDIS_USER',
  PASSWORD: 'REDIS_PASSWORD',
};

function renamed(environment: Context['environment'], prefix: string): Context['environment'] {
  return environment.flatMap((variable) => {
    const name = variables[variable.name.slice(prefix.length + 1)];
    return name === undefined || !variable.name.startsWith(`${prefix}_`) ? [] : [{ ...variable, name }];
  });
}

function settings({ queues }: Props): Record<string, string> {
  const keys = Object.values(queues).map((key) => `db0=${key}`);
  return {
    // ElastiCache has no command CONFIG.
    REDIS_EXPORTER_CONFIG_COMMAND: '-',
    ...(keys.length === 0 ? {} : { REDIS_EXPORTER_CHECK_SINGLE_KEYS: keys.join(',') }),
  };
}

/** The length of a key that is a queue gets a name and a label of its own. */
function addMonitor({ chart, self, own, props }: Context): void {
  const queues = Object.entries(props.queues).flatMap(([name, key]) => {
    const regex = `redis_key_size;${key.replace(/[.{}]/g, '\\$&')}`;
    const from = { sourceLabels: ['__name__', 'key'], regex };
    return [
      { ...from, targetLabel: 'queue', replacement: name },
      { ...from, targetLabel: '__name__', replacement: 'redis_queue_length' },
    ];
  });
  const dropped = props.dropped.map((regex) => ({ sourceLabels: ['__name__'], regex, action: 'drop' }));
  addObject(chart, {
    apiVersion: 'monitoring.coreos.com/v1',
    kind: 'ServiceMonitor',
    metadata: { name: self.name, namespace: own('namespace'), labels: standardLabels(self) },
    spec: {
      selector: { matchLabels: selectorLabels(self) },
      endpoints: [
        {
          port: 'metrics',
          path: '/metrics',
          interval: '15s',
          ...(queues.length + dropped.length === 0 ? {} : { metricRelabelings: [...queues, ...dropped] }),
        },
      ],
    },
  });
}
