import type { PodSpec, Volume, VolumeMount } from 'cdk8s-plus-28/lib/imports/k8s';
import type { Component } from '../../schemas/contract/component';
import { integer, optionalReference } from '../../schemas/contract/fields';
import type { Constraint } from '../../schemas/contract/kind';
import type { OutputContext } from '../../schemas/contract/output';
import { placementOn, type Taints } from '../../schemas/contract/placement';
import { hasNvidiaGpu } from '../../schemas/upstream/aws/instance-types';

/** GPUs of each pod of a workload. */
export const gpusField = integer('NVIDIA GPUs of each replica.', { minimum: 0, maximum: 16, default: 0 });

/** Nodes that a workload keeps to. */
export const nodesField = optionalReference(
  'Node pool or group that its pods run on, whatever keeps others off it. By default any node that takes them.',
  ['node-group', 'node-pool'],
);

interface Placed {
  readonly gpus: number;
  readonly nodes?: string | undefined;
}

type Pool = Taints & { readonly gpu?: boolean; readonly api?: string; readonly instanceTypes?: readonly string[] };

const gpuToleration = { key: 'nvidia.com/gpu', operator: 'Exists', effect: 'NoSchedule' };

/** Which nodes a pod goes to, and what it bears there. */
export function placedOn(
  { gpus, nodes }: Placed,
  ref: OutputContext['ref'],
): Pick<PodSpec, 'nodeSelector' | 'tolerations'> {
  const at = nodes === undefined ? undefined : ref(nodes).component;
  const placement = at && (at.kind === 'node-pool' ? placementOnPool(at) : placementOn(at));
  const onGpu = gpus > 0 || (at?.props as Pool | undefined)?.gpu === true;
  const tolerations = [...(onGpu ? [gpuToleration] : []), ...(placement?.tolerations ?? [])];
  return {
    ...(placement ? { nodeSelector: { ...placement.nodeSelector } } : {}),
    ...(tolerations.length > 0 ? { tolerations } : {}),
  };
}

/**
 * Processes that share a GPU's work pass tensors through shared memory, of which a container has 64 MiB by default. What
 * they use of this counts as memory of the container.
 */
export function gpuVolumes({ gpus }: Placed): Volume[] {
  return gpus === 0 ? [] : [{ name: 'shared-memory', emptyDir: { medium: 'Memory' } }];
}

export function gpuMounts({ gpus }: Placed): VolumeMount[] {
  return gpus === 0 ? [] : [{ name: 'shared-memory', mountPath: '/dev/shm' }];
}

/** Karpenter puts the name of the pool on its nodes. @see https://karpenter.sh/docs/reference/labels/ */
function placementOnPool(pool: Component) {
  const { api } = pool.props as Pool;
  const label = api === 'v1alpha5' ? 'karpenter.sh/provisioner-name' : 'karpenter.sh/nodepool';
  return { ...placementOn(pool), nodeSelector: { [label]: pool.common.name ?? pool.name } };
}

/** A pod that asks for what its nodes have not waits forever. */
export const gpuWithoutNode: Constraint<Placed> = {
  id: 'gpu-without-node',
  meaning: 'Pods that ask for GPUs keep to nodes that have some.',
  fix: 'name a node pool with gpu: true, or leave nodes out',
  violations: ({ gpus, nodes }, { ref }) => {
    if (gpus === 0 || nodes === undefined) return [];
    const { kind, props } = ref(nodes).component;
    const { gpu, instanceTypes = [] } = props as Pool;
    const has = kind === 'node-pool' ? gpu === true : instanceTypes.some(hasNvidiaGpu);
    return has ? [] : [{ at: '/nodes', found: `it asks for ${gpus} GPUs, and nodes of ${nodes} have none` }];
  },
};
