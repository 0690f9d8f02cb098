import { environments, inBoth } from './pingvas';
import type { Row } from './row';
import { at, text } from './values';

const quotas = {
  dev: { 'requests.cpu': '20', 'requests.memory': '50Gi', 'requests.nvidia.com/gpu': '3' },
  prod: { 'requests.cpu': '50', 'requests.memory': '200Gi', 'requests.nvidia.com/gpu': '15' },
};
const priorities = { dev: 100_000, prod: 1_000_000 };

export const pv06: Row = {
  id: 'PV-06',
  title: 'Namespaces with quotas and priorities',
  states: {
    'dev, prod, argocd and monitoring are namespaces that no prune takes away': (output) => {
      for (const name of [...environments, 'argocd', 'monitoring']) {
        const namespace = output.manifest('Namespace', name);
        expect(at(namespace, 'metadata', 'annotations', 'argocd.argoproj.io/sync-options')).toBe(
          'Prune=false,Delete=false',
        );
      }
    },
    'dev may ask for 20 CPUs, 50Gi and 3 GPUs; prod for 50 CPUs, 200Gi and 15 GPUs': (output) => {
      for (const [environment, quota] of inBoth(output, 'ResourceQuota', 'quota')) {
        expect(at(quota, 'spec', 'hard')).toEqual(quotas[environment]);
      }
    },
    'the pools hold the GPUs of both quotas at once': (output) => {
      const limits = output.manifests('NodePool').map((pool) => at(pool, 'spec', 'limits', 'nvidia.com/gpu'));
      const asked = inBoth(output, 'ResourceQuota', 'quota').map(([, quota]) =>
        Number(text(at(quota, 'spec', 'hard', 'requests.nvidia.com/gpu'))),
      );
      expect(sum(limits)).toBe(20);
      expect(sum(asked)).toBe(18);
    },
    'prod goes before dev: priority 1,000,000 against 100,000': (output) => {
      for (const environment of environments) {
        const found = output.manifest('PriorityClass', `${environment}-workloads`);
        expect(found['value']).toBe(priorities[environment]);
        expect(found['globalDefault']).toBe(false);
        expect(found['preemptionPolicy']).toBe('PreemptLowerPriority');
      }
    },
    'every pod of an environment has its priority': (output) => {
      for (const environment of environments) {
        const workloads = ['Deployment', 'Job'].flatMap((kind) => output.manifests(kind, { namespace: environment }));
        const classes = workloads.map((each) => at(each, 'spec', 'template', 'spec', 'priorityClassName'));
        expect(classes.length).toBeGreaterThanOrEqual(8);
        expect(new Set(classes)).toEqual(new Set([`${environment}-workloads`]));
      }
    },
    'a container that states no needs gets some, so that the quota can count it': (output) => {
      for (const [, range] of inBoth(output, 'LimitRange', 'defaults')) {
        expect(at(range, 'spec', 'limits')).toEqual([
          { default: { memory: '128Mi' }, defaultRequest: { cpu: '100m', memory: '128Mi' }, type: 'Container' },
        ]);
      }
    },
  },
};

function sum(values: readonly unknown[]): number {
  return values.reduce<number>((total, value) => total + (typeof value === 'number' ? value : 0), 0);
}
