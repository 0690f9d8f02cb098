import { askedOf, environments, inEach, namespace, podOf } from './marketresearch';
import type { OutputTree } from './output-tree';
import type { Row } from './row';
import { at, list } from './values';

/** What each asks for: kind, CPU and memory. */
const onCpu = {
  'inference-api': ['Deployment', '500m', '1Gi'],
  'ner-service': ['Deployment', '1', '2Gi'],
  embedder: ['CronJob', '1', '2Gi'],
} as const;

/**
 * Instance types of the pools with GPUs: each has more than the pods ask for, since a node keeps some for itself.
 * @see https://docs.aws.amazon.com/ec2/latest/instancetypes/ac.html
 */
const pools = {
  'gpu-inference': { 'g4dn.2xlarge': { cpu: 8, gib: 32, gpus: 1 }, 'g5.2xlarge': { cpu: 8, gib: 32, gpus: 1 } },
  'gpu-training': { 'g4dn.12xlarge': { cpu: 48, gib: 192, gpus: 4 }, 'g5.12xlarge': { cpu: 48, gib: 192, gpus: 4 } },
} as const;
const gpuPods = {
  'ner-service': { kind: 'Deployment', pool: 'gpu-inference', cpu: 4, gib: 16, gpus: 1 },
  training: { kind: 'CronJob', pool: 'gpu-training', cpu: 8, gib: 32, gpus: 4 },
} as const;

export const mr03: Row = {
  id: 'MR-03',
  title: 'Sizes: CPU alone in staging, GPUs in prod, on instance types that the pods fit',
  states: {
    'in staging the Inference API asks for 500m and 1Gi, the NER service and the embedder for 1 CPU and 2Gi': (
      output,
    ) => {
      const own = output.of('marketresearch-staging');
      for (const [name, [kind, cpu, memory]] of Object.entries(onCpu))
        expect(askedOf(own.manifest(kind, name, namespace))).toEqual([cpu, memory, undefined, memory]);
    },
    'staging has no node with a GPU': (output) => {
      const staging = output.of('marketresearch-staging').manifests('NodePool');
      expect(staging.map((pool) => at(pool, 'metadata', 'name'))).toEqual(['general']);
    },
    'in prod the NER service has one GPU, 4 CPU and 16Gi; what needs no GPU is as in staging': (output) => {
      const own = output.of('marketresearch-prod');
      expect(askedOf(own.manifest('Deployment', 'ner-service', namespace))).toEqual(['4', '16Gi', 1, '16Gi']);
      for (const name of ['inference-api', 'embedder'] as const) {
        const [kind, cpu, memory] = onCpu[name];
        expect(askedOf(own.manifest(kind, name, namespace))).toEqual([cpu, memory, undefined, memory]);
      }
    },
    'pods with GPUs keep to pools that are tainted for them': (output) => {
      const own = output.of('marketresearch-prod');
      for (const [name, { kind, pool }] of Object.entries(gpuPods)) {
        const pod = podOf(own.manifest(kind, name, namespace));
        expect(pod['nodeSelector']).toEqual({ 'karpenter.sh/nodepool': pool });
        expect(pod['tolerations']).toEqual([{ effect: 'NoSchedule', key: 'nvidia.com/gpu', operator: 'Exists' }]);
        expect(at(templateOf(own, pool), 'taints')).toEqual([
          { effect: 'NoSchedule', key: 'nvidia.com/gpu', value: 'true' },
        ]);
      }
    },
    'each pool has instance types that have more CPU, memory and GPUs than its pods ask for': (output) => {
      const own = output.of('marketresearch-prod');
      for (const { pool, cpu, gib, gpus } of Object.values(gpuPods)) {
        const types: Readonly<Record<string, { cpu: number; gib: number; gpus: number }>> = pools[pool];
        const stated = list(at(templateOf(own, pool), 'requirements', 0, 'values'));
        expect([...stated].sort()).toEqual(Object.keys(types));
        for (const type of Object.values(types))
          expect([type.cpu > cpu, type.gib > gib, type.gpus >= gpus]).toEqual([true, true, true]);
      }
    },
    'each pool may have as many GPUs as the replicas and the runs that it is for': (output) => {
      const own = output.of('marketresearch-prod');
      const limits = Object.keys(pools).map((pool) => at(own.manifest('NodePool', pool), 'spec', 'limits'));
      expect(limits).toEqual([{ 'nvidia.com/gpu': 4 }, { 'nvidia.com/gpu': 4 }]);
      const quota = at(own.manifest('ResourceQuota', 'quota', namespace), 'spec', 'hard', 'requests.nvidia.com/gpu');
      expect(Number(quota)).toBe(8);
      // Three replicas, and the one more that a rollout starts.
      const most = at(own.manifest('HorizontalPodAutoscaler', 'ner-service', namespace), 'spec', 'maxReplicas');
      expect(most).toBe(3);
    },
    'GPUs are told to Kubernetes, and the namespace is held to a quota in either environment': (output) => {
      const plugin = output.of('marketresearch-prod').manifest('Application', 'prod-gpu-device-plugin', 'argocd');
      expect(at(plugin, 'spec', 'source', 'chart')).toBe('nvidia-device-plugin');
      const quotas = environments.map(() => [] as unknown[]);
      inEach(output, (own, environment) => {
        const hard = at(own.manifest('ResourceQuota', 'quota', namespace), 'spec', 'hard');
        quotas[environments.indexOf(environment)] = [at(hard, 'requests.cpu'), at(hard, 'requests.memory')];
      });
      expect(quotas).toEqual([
        ['16', '32Gi'],
        ['64', '256Gi'],
      ]);
    },
  },
};

function templateOf(own: OutputTree, pool: string) {
  return at(own.manifest('NodePool', pool), 'spec', 'template', 'spec');
}
