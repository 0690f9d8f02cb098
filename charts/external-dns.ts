import type { Static } from '@sinclair/typebox';
import { choice, flag, input, integer, list, optional, optionalReference, text } from '../schemas/contract/fields';
import { defineCompositeKind, type Expansion } from '../schemas/contract/kind';
import type { JsonObject } from '../schemas/primitives/artifact';
import { withoutAbsent } from '../schemas/primitives/merge-json';
import { chartCluster, chartNodes, chartVersion, furtherValues, podRequests, withFurtherValues } from './facets/chart';
import { clusterBase } from './facets/examples';

const Input = input({
  cluster: chartCluster('Cluster whose Ingresses it reads.'),
  namespace: optionalReference('Namespace that it runs in. By default one of its own, `external-dns`.', ['namespace']),
  nodes: chartNodes('Node group that it runs on.'),
  version: chartVersion('external-dns', '1.19.0'),
  zones: list(
    'Zones whose records it makes: hosts of other domains are left alone, and its role reaches no other zone.',
    text('Key of a zone.', { 'x-reference': { kinds: ['zone'], sole: false } }),
    { minItems: 1, maxItems: 20, uniqueItems: true },
  ),
  policy: choice(
    'What it may do: make and change records (`upsert-only`), or delete those too whose host is gone (`sync`).',
    ['upsert-only', 'sync'],
    { default: 'upsert-only' },
  ),
  owner: optional(
    text(
      'Mark of its records, by which it tells them from those of others: unlike for each cluster. By default system and environment.',
      { pattern: '^[A-Za-z0-9][A-Za-z0-9._-]*$', maxLength: 63 },
    ),
  ),
  intervalSeconds: integer('Time between two looks, in seconds.', { minimum: 10, maximum: 3600, default: 60 }),
  ...podRequests({ cpu: '25m', memory: '64Mi', memoryLimit: '128Mi' }),
  scrape: flag('Prometheus reads its metrics.', { default: false }),
  values: furtherValues,
});

type Props = Static<typeof Input>;

/** Records for the hosts of Ingresses, whose load balancers are known only once their controller has made them. */
export const externalDns = defineCompositeKind<typeof Input>({
  kind: 'external-dns',
  summary:
    'ExternalDNS: address records for the hosts of Ingresses, in stated zones and by a role that reaches no other.',
  creates: [
    '`<key>` (helm-release): the chart, with a role that makes and changes address records of the zones',
    '`<key>-namespace` (namespace): `external-dns`, unless one is named',
  ],
  input: Input,
  examples: {
    'for one zone': {
      input: { zones: ['dns'] },
      with: { ...clusterBase, 'argo-applications': { argocd: {} }, zone: { dns: { domain: 'example.com' } } },
    },
    'for two zones, records of hosts that are gone included': {
      input: { zones: ['dns', 'other'], policy: 'sync', owner: 'example-eks', intervalSeconds: 300, scrape: true },
      with: {
        ...clusterBase,
        'argo-applications': { argocd: {} },
        zone: { dns: { domain: 'example.com' }, other: { domain: 'example.org' } },
      },
    },
  },
  outputs: {},
  expand: ({ system, environment, name, props }) => {
    const { cluster, namespace = `${name}-namespace` } = props;
    return {
      ...(props.namespace === undefined
        ? { namespace: { [namespace]: withoutAbsent({ name: 'external-dns', cluster }) } }
        : {}),
      'helm-release': { [name]: release(props, { namespace, owner: props.owner ?? `${system}-${environment}` }) },
    };
  },
});

/** @see https://github.com/kubernetes-sigs/external-dns/tree/master/charts/external-dns */
function release(props: Props, { namespace, owner }: { readonly namespace: string; readonly owner: string }) {
  const { cluster, nodes, version, zones, policy, cpu, memory, memoryLimit, scrape } = props;
  const access = policy === 'sync' ? 'edit-records' : 'upsert-records';
  return withoutAbsent({
    cluster,
    nodes,
    namespace,
    repository: 'https://kubernetes-sigs.github.io/external-dns',
    chart: 'external-dns',
    version,
    release: 'external-dns',
    wave: 0,
    // Records come from Ingresses alone.
    definitions: false,
    pods: { controller: { cpu, memory, memoryLimit, replicas: 1, resourcesAt: 'resources', placementAt: '' } },
    ports: { metrics: { port: 7979 } },
    scrape: scrape ? { port: 'metrics' } : undefined,
    uses: Object.fromEntries(zones.map((zone, index) => [zone, { access, as: `ZONE_${index}` }])),
    connected: Object.fromEntries(zones.map((_, index) => [`domainFilters.${index}`, `ZONE_${index}_DOMAIN`])),
    values: withFurtherValues(chartValues(props, owner), props.values),
  }) satisfies Expansion[string];
}

function chartValues({ policy, intervalSeconds }: Props, owner: string): JsonObject {
  return {
    provider: { name: 'aws' },
    sources: ['ingress'],
    policy,
    registry: 'txt',
    txtOwnerId: owner,
    interval: `${intervalSeconds}s`,
    // A change of an Ingress is not left waiting for the next look.
    triggerLoopOnEvent: true,
    logFormat: 'json',
    extraArgs: ['--aws-zone-type=public'],
  };
}
