import { annotations as marks } from '../../schemas/contract/annotations';
import { defineKubernetesKind, type KubernetesContext } from '../../schemas/contract/kind';
import { known, type OutputContext } from '../../schemas/contract/output';
import type { AccessLevels, Statement, Workload } from '../../schemas/contract/connection';
import { placementOn, type Placement } from '../../schemas/contract/placement';
import { clusterBase } from '../facets/examples';
import { memoryOfPodsOverLimit } from '../facets/quantity';
import { sourceOf, syncOptions, syncPolicy } from '../facets/application';
import { addObject, rootApp, standardLabels } from '../facets/object';
import { securityGroups } from '../facets/workload';
import { Input, type Props } from './input';
import { chartValues, footprint } from './values';
import { volumeWithoutNode } from './zonal';

type Context = OutputContext<Props>;
type BuildContext = KubernetesContext<Props>;

/** What an upstream chart brings, applied by Argo CD. */
export const helmRelease = defineKubernetesKind<typeof Input>({
  kind: 'helm-release',
  summary: 'A pinned upstream chart: an Application of Argo CD, with pods, ports and identity stated.',
  creates: [
    'the Application; what the chart renders to is opaque, its pods are counted as stated',
    'a NetworkPolicy that allows its pods what is stated, where it runs any',
    'a PodMonitor, where Prometheus reads its metrics',
    'where it needs AWS: an IAM role and the Pod Identity association of its service account',
  ],
  input: Input,
  examples: {
    'a controller with two replicas': {
      input: {
        repository: 'https://charts.example.com',
        chart: 'controller',
        version: '1.2.3',
        pods: {
          controller: {
            replicas: 2,
            cpu: '100m',
            memory: '128Mi',
            replicasAt: 'replicaCount',
            resourcesAt: 'resources',
          },
        },
        ports: { webhook: { port: 9443, fromKubernetes: true } },
      },
      with: { ...clusterBase, 'argo-applications': { argocd: {} } },
    },
  },
  outputs: {
    namespace: known('Namespace that it runs in.', namespaceOf),
    release: known('Name of the Helm release.', releaseOf),
    host: known('Name of its Service in the cluster’s DNS, where others call it.', (context) =>
      context.props.service === undefined
        ? undefined
        : `${context.props.service.name}.${namespaceOf(context)}.svc.cluster.local`,
    ),
    port: known('Port of its Service, where others call it.', ({ props }) => {
      const called = props.service && props.ports[props.service.port];
      return called && String(called.port);
    }),
  },
  offers: {
    ports: ({ props }) => {
      const called = props.service && props.ports[props.service.port];
      return called ? { service: { port: called.port, protocol: called.protocol } } : {};
    },
    access: ({ service }): AccessLevels<Props> =>
      service === undefined
        ? {}
        : {
            call: {
              description: 'Send requests to its Service.',
              ports: ['service'],
              variables: () => ({ HOST: { output: 'host' }, PORT: { output: 'port' } }),
            },
          },
  },
  workload,
  constraints: [
    volumeWithoutNode,
    memoryOfPodsOverLimit,
    {
      id: 'unknown-port',
      meaning: 'Prometheus reads, and others call, one of the ports that it serves.',
      fix: 'name one of ports',
      violations: ({ scrape, service, ports }) =>
        Object.entries({ scrape, service }).flatMap(([field, named]) =>
          named && ports[named.port] === undefined
            ? [{ at: `/${field}/port`, found: `ports has no ${named.port}` }]
            : [],
        ),
    },
    {
      id: 'any-resource-without-reason',
      meaning: 'A statement on every resource says why.',
      fix: 'name the resources, or say why in `why`',
      violations: ({ statements }) =>
        statements.flatMap(({ resources, why }, index) =>
          resources.includes('*') && why === undefined
            ? [{ at: `/statements/${index}/resources`, found: 'the resource is *' }]
            : [],
        ),
    },
    {
      id: 'replicas-nowhere',
      meaning: 'A number of replicas stands in the chart’s values.',
      fix: 'say where: replicasAt',
      violations: ({ pods }) =>
        Object.entries(pods).flatMap(([name, { replicas = 1, replicasAt }]) =>
          replicas > 1 && replicasAt === undefined
            ? [{ at: `/pods/${name}/replicas`, found: `${replicas} replicas, and no replicasAt` }]
            : [],
        ),
    },
  ],
  app: () => rootApp,
  build(context) {
    addApplication(context);
    if (context.props.scrape) addPodMonitor(context);
  },
});

function releaseOf({ self, props }: Context): string {
  return props.release ?? self.name;
}

function namespaceOf({ props, ref }: Context): string {
  return props.namespace === undefined ? 'kube-system' : ref(props.namespace).text('name');
}

function podLabels(context: Context): Readonly<Record<string, string>> {
  const { labels } = context.props;
  return Object.keys(labels).length > 0 ? labels : { 'app.kubernetes.io/instance': releaseOf(context) };
}

function workload(context: Context): Workload | undefined {
  const { props, ref } = context;
  if (Object.keys(props.pods).length === 0) return undefined;
  return {
    runs: 'pod',
    serviceAccount: props.serviceAccount ?? releaseOf(context),
    namespace: namespaceOf(context),
    labels: podLabels(context),
    securityGroups: props.namespace === undefined ? [props.cluster] : securityGroups(ref(props.namespace).component),
    ports: props.ports,
    calledByKubernetes: Object.keys(props.ports).filter((name) => props.ports[name]?.fromKubernetes),
    reachesItself: props.reachesItself,
    ...(props.service ? { service: props.service.name } : {}),
    ...(props.scrape ? { scrape: props.scrape.port } : {}),
    ...(props.scrapes ? { scrapes: props.scrapes } : {}),
    callsAws: props.callsAws || props.statements.length > 0 || props.assumesRoles,
    callsKubernetes: props.callsKubernetes,
    inside: Object.fromEntries(Object.entries(props.inside).map(([name, port]) => [name, { port }])),
    external: props.external,
    statements: props.statements.map((statement) => toStatement(context, statement)),
    assumesRoles: props.assumesRoles,
  };
}

function toStatement({ self, props, ref }: Context, statement: Props['statements'][number]): Statement {
  const { partition, region, account } = self.settings.aws;
  const { system, environment } = self;
  const cluster = ref(props.cluster).text('clusterName');
  const known = new Map(Object.entries({ partition, region, account, system, environment, cluster }));
  const filled = (text: string): string =>
    text.replace(/\{([a-z]+)\}/g, (whole, name: string) => known.get(name) ?? whole);
  return {
    ...statement,
    resources: statement.resources.map(filled),
    conditions: statement.conditions.map((condition) => ({ ...condition, values: condition.values.map(filled) })),
  };
}

function placement({ props, ref }: Context): Placement | undefined {
  return props.nodes === undefined ? undefined : placementOn(ref(props.nodes).component);
}

/** @see https://argo-cd.readthedocs.io/en/stable/user-guide/helm/ */
function addApplication(context: BuildContext): void {
  const { chart, self, props, ref } = context;
  const argo = ref(props.argo);
  const at = placement(context);
  const values = chartValues(props, { ...clusterValues(context), ...connectedValues(context) }, at);
  const ignored = Object.values(props.ignored);
  addObject(chart, {
    apiVersion: 'argoproj.io/v1alpha1',
    kind: 'Application',
    metadata: {
      name: `${self.environment}-${self.name}`,
      namespace: argo.text('namespace'),
      labels: standardLabels(self),
      annotations: {
        'argocd.argoproj.io/sync-wave': String(props.wave),
        [marks.opaque]: 'Argo CD renders the chart; its pods are counted as its footprint states them.',
        [marks.footprint]: JSON.stringify(footprint(props, at)),
        ...provided(context),
      },
    },
    spec: {
      project: argo.text('project'),
      source: {
        repoURL: sourceOf(props.repository),
        chart: props.chart,
        targetRevision: props.version,
        helm: {
          releaseName: releaseOf(context),
          ...(props.definitions ? {} : { skipCrds: true }),
          ...(Object.keys(values).length === 0 ? {} : { valuesObject: values }),
        },
      },
      destination: { server: 'https://kubernetes.default.svc', namespace: namespaceOf(context) },
      syncPolicy: {
        ...syncPolicy({ automated: argo.component.props['automated'] === true }),
        syncOptions: [...syncOptions, ...(ignored.length > 0 ? ['RespectIgnoreDifferences=true'] : [])],
      },
      ...(ignored.length === 0
        ? {}
        : {
            ignoreDifferences: ignored.map(({ group, kind, name, fields }) => ({
              group,
              kind,
              ...(name === undefined ? {} : { name }),
              jqPathExpressions: [...fields],
            })),
          }),
    },
  });
}

/** What rules over many objects take for made elsewhere. */
function provided(context: BuildContext): Record<string, string> {
  const { provides, pods, serviceAccount } = context.props;
  const account = `ServiceAccount/${namespaceOf(context)}/${serviceAccount ?? releaseOf(context)}`;
  const objects = [...(Object.keys(pods).length > 0 ? [account] : []), ...provides];
  return objects.length === 0 ? {} : { 'slipway.dev/provides': [...new Set(objects)].sort().join(',') };
}

function clusterValues({ props, ref, settings }: BuildContext): Record<string, string> {
  const cluster = ref(props.cluster);
  const read = {
    name: () => cluster.text('clusterName'),
    region: () => settings.aws.region,
    endpoint: () => cluster.text('endpoint'),
    vpcId: () => cluster.text('vpcId'),
  };
  return Object.fromEntries(Object.entries(props.ofCluster).map(([path, what]) => [path, read[what]()]));
}

/** Values that connections give, by path; a variable that none gives is a finding. */
function connectedValues({ props, environment, report }: BuildContext): Record<string, string> {
  const given = new Map(environment.map((variable) => [variable.name, variable]));
  const wanted = [
    ...Object.entries(props.connected).map(([path, name]) => ({ path, name, secret: false })),
    ...Object.entries(props.secretNames).map(([path, name]) => ({ path, name, secret: true })),
  ];
  return Object.fromEntries(
    wanted.flatMap(({ path, name, secret }) => {
      const variable = given.get(name);
      if (variable && !secret && 'value' in variable) return [[path, variable.value] as const];
      if (variable && secret && 'secretName' in variable) return [[path, variable.secretName] as const];
      const at = `${secret ? 'secretNames' : 'connected'}.${path}`;
      report({
        code: 'unknown-variable',
        message: !variable
          ? `its connections give no ${name} (${at})`
          : secret
            ? `${name} is no secret (${at})`
            : `${name} is a secret, which can’t stand in the values of a chart (${at})`,
        expected: `one of ${[...given.keys()].join(', ') || 'none'}`,
        fix: 'name one of these, or connect to what gives it',
      });
      return [];
    }),
  );
}

function addPodMonitor(context: BuildContext): void {
  const { chart, self, props } = context;
  const { scrape, ports } = props;
  if (!scrape) return;
  addObject(chart, {
    apiVersion: 'monitoring.coreos.com/v1',
    kind: 'PodMonitor',
    metadata: {
      name: self.name,
      namespace: namespaceOf(context),
      labels: standardLabels(self),
      // After the Applications, one of which brings the definition.
      annotations: { 'argocd.argoproj.io/sync-wave': '2' },
    },
    spec: {
      selector: { matchLabels: podLabels(context) },
      podMetricsEndpoints: [
        { portNumber: ports[scrape.port]?.port, path: scrape.path, interval: `${scrape.intervalSeconds}s` },
      ],
    },
  });
}
