import type { Constraint } from '../../schemas/contract/kind';
import type { Props } from './input';

interface NodeGroup {
  readonly cluster: string;
  readonly size: number;
  readonly minimum?: number;
  readonly zones?: readonly string[];
}

/**
 * A volume of EBS stays in its zone, and so does its pod. A group of fewer nodes than zones may have its nodes in others
 * once one is replaced: then the pod waits for good.
 */
export const volumeWithoutNode: Constraint<Props> = {
  id: 'volume-without-node',
  meaning: 'Pods that keep volumes in a zone have a node in every zone of their node group.',
  fix: 'give the node group as many nodes as zones, or state fewer zones',
  violations: ({ nodes, zonalVolumes }, { ref }) => {
    if (nodes === undefined || !zonalVolumes) return [];
    const { cluster, size, minimum = size, zones } = ref(nodes).component.props as unknown as NodeGroup;
    const network = ref(ref(cluster).component.props['network'] as string).component.props as {
      readonly zones?: Readonly<Record<string, { readonly private?: string }>>;
    };
    const all =
      zones ?? Object.keys(network.zones ?? {}).filter((zone) => network.zones?.[zone]?.private !== undefined);
    return minimum < all.length
      ? [{ at: '/nodes', found: `${nodes} has ${minimum} nodes in ${all.length} zones: ${all.join(', ')}` }]
      : [];
  },
};
