import { knownInstanceTypes } from '../../schemas/contract/instance-types';
import type { Constraint } from '../../schemas/contract/kind';
import { architectureOf, hasNvidiaGpu } from '../../schemas/upstream/aws/instance-types';
import type { Props } from './input';

function indexed(types: readonly string[], wrong: (type: string) => boolean, found: (type: string) => string) {
  return types.flatMap((type, index) => (wrong(type) ? [{ at: `/instanceTypes/${index}`, found: found(type) }] : []));
}

export const constraints: readonly Constraint<Props>[] = [
  knownInstanceTypes,
  {
    id: 'gpu-of-a-type-without-one',
    meaning: 'Every instance type of a GPU pool has an NVIDIA GPU.',
    fix: 'choose types such as g4dn.xlarge, or drop gpu',
    violations: ({ gpu, instanceTypes }) =>
      gpu
        ? indexed(
            instanceTypes,
            (type) => !hasNvidiaGpu(type),
            (type) => `${type} has no NVIDIA GPU`,
          )
        : [],
  },
  {
    id: 'gpu-nodes-for-anyone',
    meaning: 'Nodes with GPUs are tainted, so that pods without need of one stay away.',
    fix: 'set gpu: true, or make a pool of their own for these types',
    violations: ({ gpu, instanceTypes }) =>
      gpu ? [] : indexed(instanceTypes, hasNvidiaGpu, (type) => `${type} has an NVIDIA GPU, and gpu is false`),
  },
  {
    id: 'gpus-without-limit',
    meaning: 'A GPU pool states how many GPUs it may have, and no other pool does.',
    fix: 'state limits.gpus where gpu is true, and there alone',
    violations: ({ gpu, limits }) =>
      gpu === (limits.gpus !== undefined)
        ? []
        : [{ at: '/limits', found: gpu ? 'no limits.gpus' : 'limits.gpus, and gpu is false' }],
  },
  {
    id: 'unknown-zone',
    meaning: 'Its zones are zones of the network.',
    fix: 'name a zone of the network',
    violations: ({ zones = [], cluster }, { ref }) => {
      const network = ref(ref(cluster).component.props['network'] as string).component.props;
      const known = Object.keys(network['zones'] ?? {});
      return zones.flatMap((zone, index) =>
        known.includes(zone) ? [] : [{ at: `/zones/${index}`, found: `the network has no zone ${zone}` }],
      );
    },
  },
  {
    id: 'subnets-without-tag',
    meaning: 'Karpenter finds subnets by a tag, which an existing network has to name.',
    fix: 'tag the private subnets karpenter.sh/discovery, and state existing.discoveryTag of the network',
    violations: ({ cluster }, { ref }) => {
      const name = ref(cluster).component.props['network'] as string;
      const existing = ref(name).component.props['existing'] as { discoveryTag?: string } | undefined;
      return existing && existing.discoveryTag === undefined
        ? [{ at: '/cluster', found: `network ${name} exists already, and names no discoveryTag` }]
        : [];
    },
  },
  {
    id: 'mixed-architectures',
    meaning: 'A pool has instance types of one architecture: images for both are the exception.',
    fix: 'make a pool of its own for the others',
    violations: ({ instanceTypes }) => {
      const found = new Set(instanceTypes.map(architectureOf));
      return found.size > 1 ? [{ at: '/instanceTypes', found: `types of ${[...found].join(' and ')}` }] : [];
    },
  },
  {
    id: 'repack-before-v1',
    meaning: 'v1alpha5 either removes empty nodes or repacks, never both.',
    fix: 'drop repack, or use api v1',
    violations: ({ api, repack }) =>
      api === 'v1alpha5' && repack ? [{ at: '/repack', found: 'repack with api v1alpha5' }] : [],
  },
];
