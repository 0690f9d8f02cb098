import { Type, type Static } from '@sinclair/typebox';
import {
  choice,
  flag,
  group,
  input,
  integer,
  labelKeys,
  labelValue,
  list,
  mapOf,
  optional,
  optionalReference,
  port,
  quantity,
  reference,
  text,
} from '../../schemas/contract/fields';

/** Path in the values of a chart: keys joined by dots; empty for the values themselves. */
const pathPattern = '^([A-Za-z0-9_-]+(\\.[A-Za-z0-9_-]+)*)?$';

const podsField = mapOf(
  'Pods that the chart runs, by workload: how many, what each asks for, and where the chart’s values say so. Stated once here, counted by checks.',
  group('One workload of the chart.', {
    replicas: optional(integer('Replicas. Left out where there is one on every node.', { minimum: 1, maximum: 100 })),
    cpu: quantity('CPU request of each pod, in cores.'),
    memory: quantity('Memory request of each pod, in bytes.'),
    memoryLimit: optional(quantity('Memory limit, where it differs from the request.')),
    replicasAt: optional(text('Path of the number of replicas in the values.', { pattern: pathPattern })),
    resourcesAt: text('Path of requests and limits in the values.', { pattern: pathPattern }),
    placementAt: optional(
      text('Path below which `nodeSelector` and `tolerations` stand in the values.', {
        pattern: pathPattern,
        minLength: 0,
      }),
    ),
    nodeLabels: mapOf(
      'Labels of the nodes that its pods are on, where the chart keeps to such.',
      labelValue('Value.'),
      {
        default: {},
        propertyNames: labelKeys,
      },
    ),
  }),
  { default: {} },
);

const statementField = group('What its role may do.', {
  actions: list('Actions.', text('Action, such as `sqs:SendMessage`.', { pattern: '^[a-z0-9-]+:[A-Za-z0-9*]+$' }), {
    minItems: 1,
  }),
  resources: list(
    'ARNs; `{partition}`, `{region}`, `{account}`, `{system}`, `{environment}` and `{cluster}` (its name) stand for those of the component, here and in the values of conditions.',
    text('ARN.'),
    { minItems: 1 },
  ),
  conditions: list(
    'Conditions, all of which must hold.',
    group('One condition.', {
      test: text('Operator, such as `StringEquals`.'),
      variable: text('Condition key.'),
      values: list('Values.', text('Value.'), { minItems: 1 }),
    }),
    { default: [] },
  ),
  why: optional(text('Why the resource is `*`, where it is.')),
});

export const Input = input({
  argo: reference('What Argo CD applies: where its Application goes.', ['argo-applications']),
  cluster: reference('Cluster that it runs in.', ['cluster']),
  repository: text('Repository of the chart: `https://…`, or `oci://…` without the chart’s name.', {
    pattern: '^(https|oci)://[^ ]+[^/ ]$',
  }),
  chart: text('Name of the chart.', { pattern: '^[a-z0-9]([a-z0-9._-]*[a-z0-9])?$' }),
  version: text('Version of the chart, exactly.', { pattern: '^v?[0-9]+\\.[0-9]+\\.[0-9]+([+-][0-9A-Za-z.+-]+)?$' }),
  release: optional(
    text('Name of the Helm release. By default the key.', { pattern: '^[a-z0-9]([a-z0-9-]{0,51}[a-z0-9])?$' }),
  ),
  namespace: optionalReference('Namespace that it runs in. By default `kube-system`.', ['namespace']),
  wave: integer('Sync wave of its Application: the lower ones come first.', { minimum: -5, maximum: 5, default: -1 }),
  zonalVolumes: flag('Its pods keep volumes that can’t leave their zone, such as those of EBS.', { default: false }),
  definitions: flag('Custom resource definitions in the chart’s folder `crds` are applied.', { default: true }),
  values: Type.Record(Type.String(), Type.Unknown(), { description: 'Values of the chart.', default: {} }),
  connected: mapOf(
    'Values that its connections give: path in the values → variable, as a workload would have it. A number at the end of a path is an item of a list.',
    text('Name of the variable.', { pattern: '^[A-Z][A-Z0-9_]*$' }),
    { default: {} },
  ),
  secretNames: mapOf(
    'Values that name a Secret: path in the values → variable of a connection whose value it holds.',
    text('Name of the variable.', { pattern: '^[A-Z][A-Z0-9_]*$' }),
    { default: {} },
  ),
  ofCluster: mapOf(
    'Values that the cluster gives: path in the values → which.',
    choice('What of the cluster.', ['name', 'region', 'endpoint', 'vpcId']),
    { default: {} },
  ),
  pods: podsField,
  nodes: optionalReference('Node group that its pods run on. By default any node that takes them.', ['node-group']),
  serviceAccount: optional(
    text('Service account that its connections and statements are for. By default the name of the release.'),
  ),
  provides: list(
    'Objects of the chart that manifests or roles name, beside its service account: `Kind/namespace/name`, or `Kind/name` outside of namespaces.',
    text('Object.', { pattern: '^[A-Z][A-Za-z0-9]*(/[a-z0-9.-]+)?/[A-Za-z0-9.:-]+$' }),
    { default: [] },
  ),
  labels: mapOf(
    'Labels that select its pods. By default `app.kubernetes.io/instance` with the name of the release.',
    labelValue('Value.'),
    {
      default: {},
      propertyNames: labelKeys,
    },
  ),
  ports: mapOf(
    'Ports that its pods serve.',
    group('One port.', {
      port: port('Number.'),
      protocol: choice('Protocol.', ['tcp', 'udp'], { default: 'tcp' }),
      fromKubernetes: flag('The Kubernetes API calls it: a webhook or an aggregated API.', { default: false }),
    }),
    { default: {} },
  ),
  service: optional(
    group('The Service of the chart that others call, by `uses: { <key>: call }`.', {
      name: text('Its name.', { pattern: '^[a-z]([a-z0-9-]{0,61}[a-z0-9])?$' }),
      port: text('Name of the port, one of `ports`; the Service has it by the same number.'),
    }),
  ),
  reachesItself: flag('Its pods call each other on these ports.', { default: false }),
  scrape: optional(
    group('Where Prometheus reads its metrics.', {
      port: text('Name of one of its ports.'),
      path: text('Path.', { pattern: '^/', default: '/metrics' }),
      intervalSeconds: integer('Time from one reading to the next, in seconds.', {
        minimum: 5,
        maximum: 240,
        default: 15,
      }),
    }),
  ),
  scrapes: optional(
    mapOf('Labels of those of its pods that read the metrics of all workloads.', text('Value.'), { minProperties: 1 }),
  ),
  callsAws: flag('It calls AWS APIs, even where no connection or statement says so.', { default: false }),
  callsKubernetes: flag('It calls the Kubernetes API.', { default: true }),
  inside: mapOf('Ports inside the network that it calls for workloads of other environments.', port('Number.'), {
    default: {},
  }),
  external: mapOf(
    'Hosts outside that it calls.',
    group('One host.', { host: text('Host name.'), port: port('Port.', { default: 443 }) }),
    { default: {} },
  ),
  statements: list('What it may do in AWS beyond its connections.', statementField, { default: [] }),
  assumesRoles: flag('It takes on roles that trust its own.', { default: false }),
  ignored: mapOf(
    'Fields that change in the cluster and are left as they are.',
    group('Fields of one kind of object.', {
      group: text('API group; empty for the core.', { minLength: 0 }),
      kind: text('Kind.'),
      name: optional(text('Name of the object. By default all of that kind.')),
      fields: list('jq expressions of the fields.', text('Expression, such as `.webhooks[].clientConfig.caBundle`.'), {
        minItems: 1,
      }),
    }),
    { default: {} },
  ),
});

export type Props = Static<typeof Input>;
