import {
  IntOrString,
  KubeConfigMap,
  KubePodDisruptionBudget,
  KubeService,
  KubeServiceAccount,
  type Container,
} from 'cdk8s-plus-28/lib/imports/k8s';
import type { Static } from '@sinclair/typebox';
import { choice, input, integer, reference } from '../schemas/contract/fields';
import { defineKubernetesKind, type KubernetesContext } from '../schemas/contract/kind';
import { known } from '../schemas/contract/output';
import { checksum } from './facets/checksum';
import { clusterBase, secretsOperator } from './facets/examples';
import { LeavingDeployment } from './facets/leaving-deployment';
import { selectorLabels, standardLabels } from './facets/object';
import {
  environmentVariables,
  podFrame,
  resourceRequirements,
  resourcesField,
  restrictedContainer,
  spread,
} from './facets/pod';
import { memoryOverLimit } from './facets/quantity';
import { securityGroups } from './facets/workload';

const Input = input({
  namespace: reference('Namespace that it runs in.', ['namespace']),
  database: reference('Database that it holds connections to. It needs `uses` of it as well.', ['aurora-postgres']),
  login: reference(
    'Secret with an entry `login`, keys `username` and `password`: whom its clients sign in as. It needs `uses` of it with `as: LOGIN`.',
    ['secret'],
  ),
  poolMode: choice(
    'When a server connection goes back to the pool. After a transaction, what a session has set does not survive: it belongs on the role.',
    ['transaction', 'session', 'statement'],
    { default: 'transaction' },
  ),
  replicas: integer('Replicas.', { minimum: 1, maximum: 50, default: 2 }),
  poolSize: integer('Server connections of each replica.', { minimum: 1, maximum: 1000, default: 20 }),
  reservePoolSize: integer('Further server connections for clients that wait too long.', {
    minimum: 0,
    maximum: 1000,
    default: 5,
  }),
  maxClients: integer('Client connections of each replica.', { minimum: 1, maximum: 100_000, default: 1000 }),
  preparedStatements: integer(
    'Prepared statements of clients that are known on each server connection, without which drivers that prepare fail outside of sessions. 0: none, for PgBouncer before 1.21.',
    { minimum: 0, maximum: 100_000, default: 200 },
  ),
  leaveSeconds: integer(
    'Time that a replica takes new clients once it is to go, in seconds, until all nodes know that it goes. Kubernetes before 1.30 knows no such time.',
    { minimum: 0, maximum: 300, default: 15 },
  ),
  terminationGraceSeconds: integer(
    'Time that its clients get to leave, in seconds, `leaveSeconds` included: from 1.23 on, PgBouncer waits for them.',
    { minimum: 1, maximum: 3600, default: 60 },
  ),
  resources: resourcesField,
});

type Props = Static<typeof Input>;

const port = 6432;

/** A pool of database connections for workloads that open many. @see https://www.pgbouncer.org/config.html */
export const pgbouncer = defineKubernetesKind<typeof Input>({
  kind: 'pgbouncer',
  summary: 'PgBouncer: a pool of connections to a PostgreSQL database, for writing and for reading.',
  creates: [
    'Deployment, Service, PodDisruptionBudget, ServiceAccount',
    'a ConfigMap with its settings, whose change rolls the pods',
    'a NetworkPolicy that allows its connections',
  ],
  input: Input,
  examples: {
    'a pool in transaction mode': {
      input: { login: 'shop-login', uses: { aurora: 'connect', 'shop-login': { access: 'login', as: 'LOGIN' } } },
      with: {
        ...clusterBase,
        ...secretsOperator,
        namespace: { apps: {} },
        'secret-store': { store: {} },
        'aurora-postgres': { aurora: { database: 'shop' } },
        secret: {
          'shop-login': {
            entries: { login: { keys: ['username', 'password'], generate: { with: { username: 'shop' } } } },
          },
        },
      },
    },
  },
  outputs: {
    host: known(
      'Name of the Service in the cluster’s DNS.',
      ({ self, props, ref }) => `${self.name}.${ref(props.namespace).text('name')}.svc.cluster.local`,
    ),
    port: known('Port.', () => String(port)),
    namespace: known('Namespace.', ({ props, ref }) => ref(props.namespace).text('name')),
    database: known('Database for writing.', ({ props, ref }) => ref(props.database).text('database')),
    readDatabase: known(
      'Database for reading: served by the readers.',
      ({ props, ref }) => `${ref(props.database).text('database')}_read`,
    ),
    loginSecret: known('Secret with the user and password.', ({ props, ref }) => ref(props.login).text('name/login')),
  },
  offers: {
    ports: () => ({ postgres: { port } }),
    secrets: () => ({
      login: { description: 'User and password.', output: 'loginSecret', keys: ['username', 'password'] },
    }),
    access: {
      connect: {
        description: 'Open connections; the writer and the readers are each a database of the pool.',
        ports: ['postgres'],
        variables: () => ({
          HOST: { output: 'host' },
          PORT: { output: 'port' },
          DATABASE: { output: 'database' },
          READ_DATABASE: { output: 'readDatabase' },
          USER: { secret: 'login', key: 'username' },
          PASSWORD: { secret: 'login', key: 'password' },
        }),
      },
    },
  },
  workload: ({ self, props, ref }) => ({
    runs: 'pod',
    serviceAccount: self.name,
    namespace: ref(props.namespace).text('name'),
    service: self.name,
    labels: selectorLabels(self),
    ports: { postgres: { port } },
    securityGroups: securityGroups(ref(props.namespace).component),
  }),
  constraints: [
    memoryOverLimit,
    {
      id: 'leave-over-grace',
      meaning: 'A replica leaves before its time to finish is over, and has some left to finish in.',
      fix: 'lower leaveSeconds or raise terminationGraceSeconds',
      violations: ({ leaveSeconds, terminationGraceSeconds }) =>
        leaveSeconds > 0 && leaveSeconds >= terminationGraceSeconds
          ? [{ at: '/leaveSeconds', found: `${leaveSeconds} seconds of ${terminationGraceSeconds}` }]
          : [],
    },
  ],
  build(context) {
    const { chart, self, own } = context;
    const metadata = { name: self.name, namespace: own('namespace'), labels: standardLabels(self) };
    const settings = { 'pgbouncer.ini': iniOf(context) };
    new KubeServiceAccount(chart, 'account', { metadata, automountServiceAccountToken: false });
    new KubeConfigMap(chart, 'settings', { metadata, data: settings });
    addDeployment(context, checksum(settings));
    new KubeService(chart, 'service', {
      metadata,
      spec: {
        type: 'ClusterIP',
        selector: selectorLabels(self),
        ports: [{ name: 'postgres', port, targetPort: IntOrString.fromString('postgres'), protocol: 'TCP' }],
      },
    });
    new KubePodDisruptionBudget(chart, 'budget', {
      metadata,
      spec: { maxUnavailable: IntOrString.fromNumber(1), selector: { matchLabels: selectorLabels(self) } },
    });
  },
});

function iniOf({ props, ref }: KubernetesContext<Props>): string {
  const database = ref(props.database);
  const name = database.text('database');
  const server = (host: string): string => `host=${host} port=${database.text('port')} dbname=${name}`;
  return [
    '[databases]',
    `${name} = ${server(database.text('endpoint'))}`,
    `${name}_read = ${server(database.text('readerEndpoint'))}`,
    '',
    '[pgbouncer]',
    'listen_addr = *',
    `listen_port = ${port}`,
    'auth_type = scram-sha-256',
    `auth_file = ${usersFolder}/userlist.txt`,
    `pool_mode = ${props.poolMode}`,
    `default_pool_size = ${props.poolSize}`,
    `reserve_pool_size = ${props.reservePoolSize}`,
    `max_client_conn = ${props.maxClients}`,
    ...(props.preparedStatements === 0 ? [] : [`max_prepared_statements = ${props.preparedStatements}`]),
    'server_tls_sslmode = require',
    'server_lifetime = 3600',
    'server_idle_timeout = 300',
    'ignore_startup_parameters = extra_float_digits',
    'unix_socket_dir =',
    'logfile =',
    'pidfile =',
    '',
  ].join('\n');
}

const usersFolder = '/run/pgbouncer';

function addDeployment(
  { chart, self, own, props, ref, environment, image, kubernetesVersion }: KubernetesContext<Props>,
  settings: string,
): void {
  const labels = selectorLabels(self);
  const namespace = ref(props.namespace);
  const shared = { image: image(self.name), imagePullPolicy: 'IfNotPresent', ...restrictedContainer };
  new LeavingDeployment(chart, 'deployment', {
    leaveSeconds: props.leaveSeconds,
    kubernetesVersion,
    metadata: { name: self.name, namespace: own('namespace'), labels: standardLabels(self) },
    spec: {
      replicas: props.replicas,
      selector: { matchLabels: labels },
      strategy: {
        type: 'RollingUpdate',
        rollingUpdate: { maxUnavailable: IntOrString.fromNumber(0), maxSurge: IntOrString.fromNumber(1) },
      },
      template: {
        metadata: {
          labels: { ...standardLabels(self), 'app.kubernetes.io/component': 'pool' },
          annotations: { 'slipway.dev/settings-checksum': settings },
        },
        spec: {
          ...podFrame({
            serviceAccount: self.name,
            terminationGraceSeconds: props.terminationGraceSeconds,
            volumes: [
              { name: 'settings', configMap: { name: self.name } },
              { name: 'users', emptyDir: { medium: 'Memory' } },
            ],
            ...(namespace.has('priorityClass') ? { priorityClass: namespace.text('priorityClass') } : {}),
          }),
          topologySpreadConstraints: spread(labels),
          initContainers: [{ ...userList(props, environmentVariables({}, environment)), ...shared }],
          containers: [{ ...pool(self.name, props), ...shared }],
        },
      },
    },
  });
}

const usersMount = { name: 'users', mountPath: usersFolder };

/** Writes the list of users to memory: PgBouncer takes it from a file alone, and a password belongs in none. */
function userList(props: Props, env: Container['env'] & object): Omit<Container, 'image'> {
  return {
    name: 'users',
    command: [
      'sh',
      '-ec',
      `umask 077; printf '"%s" "%s"\\n' "$LOGIN_USERNAME" "$LOGIN_PASSWORD" > ${usersFolder}/userlist.txt`,
    ],
    env,
    resources: resourceRequirements(props.resources),
    volumeMounts: [usersMount],
  };
}

function pool(name: string, props: Props): Omit<Container, 'image'> {
  const probe = { tcpSocket: { port: IntOrString.fromString('postgres') } };
  return {
    name,
    command: ['pgbouncer', '/etc/pgbouncer/pgbouncer.ini'],
    ports: [{ name: 'postgres', containerPort: port, protocol: 'TCP' }],
    resources: resourceRequirements(props.resources),
    startupProbe: { ...probe, periodSeconds: 2, failureThreshold: 30 },
    readinessProbe: { ...probe, periodSeconds: 5 },
    livenessProbe: { ...probe, periodSeconds: 20 },
    volumeMounts: [
      { name: 'settings', mountPath: '/etc/pgbouncer', readOnly: true },
      usersMount,
      { name: 'tmp', mountPath: '/tmp' },
    ],
  };
}
