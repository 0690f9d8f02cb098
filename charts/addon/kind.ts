import type { Static } from '@sinclair/typebox';
import {
  choice,
  flag,
  input,
  integer,
  mapOf,
  optional,
  optionalReference,
  port,
  text,
} from '../../schemas/contract/fields';
import { defineCompositeKind, type Expansion } from '../../schemas/contract/kind';
import type { Uses } from '../../schemas/contract/uses';
import type { JsonObject } from '../../schemas/primitives/artifact';
import { withoutAbsent } from '../../schemas/primitives/merge-json';
import { chartCluster, chartVersionForm, furtherValues, withFurtherValues } from '../facets/chart';
import { clusterBase } from '../facets/examples';
import type { Preset } from './preset';
import { presets, type PresetName } from './presets';

const Input = input({
  chart: choice('Which one.', Object.keys(presets) as PresetName[]),
  cluster: chartCluster('Cluster that it runs in.'),
  version: optional(text('Version of the chart, where it is not the pinned one.', chartVersionForm)),
  namespace: optionalReference('Namespace that it runs in, instead of one of its own or `kube-system`.', ['namespace']),
  nodes: optionalReference('Node group that its pods run on. By default any node that takes them.', ['node-group']),
  replicas: optional(integer('Replicas of each of its workloads that has more than one.', { minimum: 1, maximum: 20 })),
  podSecurityGroup: flag(
    'Its pods carry a security group of their own, so that data stores can tell them from others.',
    {
      default: false,
    },
  ),
  inside: mapOf('Ports inside the network that it calls for workloads of other environments.', port('Number.'), {
    default: {},
  }),
  scrape: flag('Prometheus reads its metrics.', { default: false }),
  values: furtherValues,
});

type Props = Static<typeof Input>;

/** A well-known add-on that EKS does not manage. */
export const addon = defineCompositeKind<typeof Input>({
  kind: 'addon',
  summary:
    'A well-known cluster add-on that EKS does not manage, as a pinned chart with stated pods, ports and rights.',
  creates: [
    '`<key>` (helm-release): the chart, with a role of its own where it calls AWS',
    '`<key>-namespace` (namespace): where it has one of its own',
    ...Object.entries(presets).map(([name, { summary }]) => `\`chart: ${name}\`: ${summary}`),
  ],
  input: Input,
  examples: {
    'queue-driven scaling': {
      input: { chart: 'keda', inside: { redis: 6379 } },
      with: { ...clusterBase, 'argo-applications': { argocd: {} } },
    },
    'secrets from AWS': {
      input: { chart: 'external-secrets' },
      with: { ...clusterBase, 'argo-applications': { argocd: {} } },
    },
  },
  outputs: {},
  expand: ({ name, props, uses }) => {
    const preset: Preset = presets[props.chart];
    const own = props.namespace === undefined && preset.namespace !== undefined;
    return {
      ...(own ? { namespace: { [`${name}-namespace`]: ownNamespace(preset, props) } } : {}),
      'helm-release': {
        [name]: release(preset, props, { uses, namespace: own ? `${name}-namespace` : props.namespace }),
      },
    };
  },
});

function ownNamespace({ namespace }: Preset, { cluster, podSecurityGroup }: Props): Expansion[string] {
  return withoutAbsent({ name: namespace, cluster, podSecurityGroup, controlPlane: podSecurityGroup });
}

interface Given {
  readonly uses: Uses;
  readonly namespace: string | undefined;
}

function release({ release: preset }: Preset, props: Props, { uses, namespace }: Given): Expansion[string] {
  const { cluster, nodes, version, inside, scrape, values, replicas } = props;
  return withoutAbsent({
    ...preset,
    cluster,
    nodes,
    namespace,
    uses,
    inside,
    ...(version === undefined ? {} : { version }),
    pods: Object.fromEntries(
      Object.entries(preset.pods).map(([name, pods]) => [
        name,
        replicas !== undefined && (pods.replicas ?? 1) > 1 ? { ...pods, replicas } : pods,
      ]),
    ),
    values: withFurtherValues((preset.values ?? {}) as JsonObject, values),
    scrape: scrape && preset.ports?.['metrics'] ? { port: 'metrics' } : undefined,
  });
}
