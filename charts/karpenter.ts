import type { Static } from '@sinclair/typebox';
import { flag, input, integer, optionalReference, text } from '../schemas/contract/fields';
import { defineCompositeKind, type Expansion } from '../schemas/contract/kind';
import { withoutAbsent } from '../schemas/primitives/merge-json';
import { chartCluster, chartVersionForm, podRequests } from './facets/chart';
import { clusterBase } from './facets/examples';
import { keptDefinitions } from './facets/application';

/** @see https://karpenter.sh/docs/upgrading/compatibility/ */
const pinned = '1.14.1';

const Input = input({
  cluster: chartCluster('Cluster that it starts nodes for.'),
  version: text('Version of Karpenter’s charts.', { ...chartVersionForm, default: pinned }),
  namespace: optionalReference(
    'Namespace that it runs in. By default `kube-system`, whose requests the Kubernetes API serves before others.',
    ['namespace'],
  ),
  nodes: optionalReference('Node group that its controller runs on: never nodes that it starts itself.', [
    'node-group',
  ]),
  replicas: integer('Replicas of the controller, each on a node of its own.', { minimum: 1, maximum: 5, default: 2 }),
  ...podRequests({ cpu: '250m', memory: '512Mi', memoryLimit: '1Gi' }, ' of each'),
  scrape: flag('Prometheus reads its metrics.', { default: false }),
});

type Props = Static<typeof Input>;

/** Karpenter, both sides of it. Its node pools are components of their own. */
export const karpenter = defineCompositeKind<typeof Input>({
  kind: 'karpenter',
  summary: 'Karpenter: its definitions and its controller as charts, and what it needs of AWS.',
  creates: [
    '`<key>-access` (karpenter-access): role, profile and entry of nodes, queue and rules of interruptions',
    '`<key>-definitions` (helm-release): NodePool, EC2NodeClass, NodeClaim',
    '`<key>` (helm-release): the controller, with a role of its own',
  ],
  input: Input,
  examples: {
    'on the only cluster': { input: {}, with: { ...clusterBase, 'argo-applications': { argocd: {} } } },
  },
  outputs: {},
  expand: ({ name, props }) => ({
    'karpenter-access': { [`${name}-access`]: withoutAbsent({ cluster: props.cluster }) },
    'helm-release': { [`${name}-definitions`]: definitions(props), [name]: controller(name, props) },
  }),
});

const repository = 'oci://public.ecr.aws/karpenter';

function definitions({ cluster, namespace, version }: Props): Expansion[string] {
  return withoutAbsent({
    cluster,
    namespace,
    repository,
    chart: 'karpenter-crd',
    version,
    release: 'karpenter-crd',
    wave: -3,
    values: { additionalAnnotations: keptDefinitions },
  });
}

/** @see https://github.com/aws/karpenter-provider-aws/blob/main/charts/karpenter/values.yaml */
function controller(name: string, props: Props): Expansion[string] {
  const { cluster, namespace, nodes, version, replicas, cpu, memory, memoryLimit } = props;
  return withoutAbsent({
    cluster,
    namespace,
    nodes,
    repository,
    chart: 'karpenter',
    version,
    release: 'karpenter',
    // Before everything that may wait for a node.
    wave: -2,
    definitions: false,
    serviceAccount: 'karpenter',
    ofCluster: { 'settings.clusterName': 'name' },
    connected: { 'settings.interruptionQueue': 'KARPENTER_QUEUE' },
    uses: { [`${name}-access`]: { access: 'provision', as: 'KARPENTER' } },
    pods: {
      controller: {
        replicas,
        cpu,
        memory,
        memoryLimit,
        replicasAt: 'replicas',
        resourcesAt: 'controller.resources',
        placementAt: '',
      },
    },
    ports: { metrics: { port: 8080 } },
    callsAws: true,
    ...(props.scrape ? { scrape: { port: 'metrics' } } : {}),
  });
}
