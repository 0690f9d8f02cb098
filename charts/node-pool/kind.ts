import { defineKubernetesKind } from '../../schemas/contract/kind';
import { known } from '../../schemas/contract/output';
import { clusterBase } from '../facets/examples';
import { constraints } from './constraints';
import { Input } from './input';
import { poolName } from './shared';
import { addNodePool } from './v1';
import { addProvisioner } from './v1alpha5';

const withKarpenter = { ...clusterBase, 'karpenter-access': { karpenter: {} } };

/** Nodes that come when pods wait and go when they are empty. */
export const nodePool = defineKubernetesKind<typeof Input>({
  kind: 'node-pool',
  summary: 'Nodes that Karpenter starts when pods wait for one and ends when they are empty.',
  creates: [
    'NodePool and EC2NodeClass, with pinned node image, encrypted disk and metadata out of reach of pods',
    'with api v1alpha5: Provisioner and AWSNodeTemplate instead',
  ],
  input: Input,
  examples: {
    'spot nodes for ordinary pods': {
      input: {
        instanceTypes: ['m5.large', 'm5.xlarge'],
        capacity: ['spot', 'on-demand'],
        limits: { cpu: 64 },
        repack: true,
      },
      with: withKarpenter,
    },
    'GPU nodes for a week at most': {
      input: {
        instanceTypes: ['g4dn.xlarge'],
        capacity: ['spot'],
        gpu: true,
        limits: { gpus: 10 },
        emptySeconds: 300,
        expireAfterHours: 168,
      },
      with: withKarpenter,
    },
  },
  passedOn: ({ api }) => ({
    [`/spec${api === 'v1' ? '/template/spec' : ''}/requirements/0/values`]: '/instanceTypes',
  }),
  outputs: {
    name: known('Name of the pool.', ({ self }) => poolName(self)),
  },
  constraints,
  app: ({ self }) => `${self.environment}-node-pools`,
  wave: -1,
  build(context) {
    if (context.props.api === 'v1') addNodePool(context);
    else addProvisioner(context);
  },
});
