import { labelsOf, rulesIn } from './network-policies';
import type { OutputTree } from './output-tree';
import { environments, inBoth, services, type EnvironmentName } from './pingvas';
import type { Row } from './row';
import { at, list, text } from './values';

const subnets = (first: number) => [0, 1, 2].map((index) => `10.0.${first + index}.0/24`).join(' | ');
const workloads = [...Object.keys(services), 'generation-worker'];

/** What a policy may say, in one line each: ports, then the other side. */
const dns = 'UDP 53 TCP 53: kubernetes.io/metadata.name=kube-system k8s-app=kube-dns';
const redis = `TCP 6379: ${subnets(11)}`;
const database = `TCP 5432: ${subnets(11)}`;
const identity = 'TCP 80: 169.254.170.23/32';
const outside = 'TCP 443: 0.0.0.0/0 except 10.0.0.0/16';
const named = (name: string) => `app.kubernetes.io/name=${name} app.kubernetes.io/part-of=pingvas`;
const pods = (namespace: string, name: string) => `kubernetes.io/metadata.name=${namespace} ${named(name)}`;
const pool = (environment: string) => `TCP 6432: ${pods(environment, 'pgbouncer')}`;

const scraped = (port: number) =>
  `TCP ${port}: kubernetes.io/metadata.name=monitoring app.kubernetes.io/name=prometheus`;

const ways: Readonly<Record<string, (environment: EnvironmentName) => readonly string[]>> = {
  'user-service': (environment) => [dns, pool(environment), redis, outside],
  'payment-service': (environment) => [dns, pool(environment), outside],
  'generation-service': (environment) => [dns, pool(environment), redis, identity, outside],
  'gallery-service': (environment) => [dns, pool(environment), redis, identity, outside],
  'model-service': (environment) => [dns, pool(environment), identity, outside],
  'generation-worker': (environment) => [dns, redis, pool(environment), identity, outside],
  pgbouncer: () => [dns, database],
  'redis-metrics': () => [dns, redis],
};

export const pv08: Row = {
  id: 'PV-08',
  title: 'Network policies: dev never reaches prod, nor prod dev; the drawn arrows and declared needs, nothing else',
  states: {
    'what no policy allows is refused, both ways, for every pod of dev and prod': (output) => {
      for (const [, policy] of inBoth(output, 'NetworkPolicy', 'default-deny')) {
        expect(policy['spec']).toEqual({ podSelector: {}, policyTypes: ['Ingress', 'Egress'] });
      }
    },
    'each workload has one policy, for its own pods and both ways': (output) => {
      for (const environment of environments) {
        const names = Object.keys(ways);
        expect(output.manifests('NetworkPolicy', { namespace: environment })).toHaveLength(names.length + 1);
        for (const name of names) {
          const spec = at(output.manifest('NetworkPolicy', name, environment), 'spec');
          expect(labelsOf(at(spec, 'podSelector', 'matchLabels'))).toBe(named(name));
          expect([...list(at(spec, 'policyTypes'))]).toEqual(['Ingress', 'Egress']);
        }
      }
    },
    'workloads call DNS over UDP and TCP, the pool, Redis, AWS and the world outside, each what it needs; none another environment':
      (output) => {
        for (const environment of environments) {
          for (const [name, expected] of Object.entries(ways)) {
            expect(rulesOf(output, { environment, name, way: 'egress' })).toEqual([...expected(environment)].sort());
          }
        }
      },
    'services are called by the load balancer and scraped by Prometheus, on their own port; the exporter is scraped alone':
      (output) => {
        for (const environment of environments) {
          expect(rulesOf(output, { environment, name: 'redis-metrics', way: 'ingress' })).toEqual([scraped(9121)]);
          for (const [name, port] of Object.entries(services)) {
            expect(rulesOf(output, { environment, name, way: 'ingress' })).toEqual(
              [`TCP ${port}: ${subnets(1)}`, scraped(port)].sort(),
            );
          }
        }
      },
    'the pool is called by the workloads of its own environment, workers by nobody': (output) => {
      for (const environment of environments) {
        expect(rulesOf(output, { environment, name: 'pgbouncer', way: 'ingress' })).toEqual(
          workloads.map((name) => `TCP 6432: ${pods(environment, name)}`).sort(),
        );
        expect(rulesOf(output, { environment, name: 'generation-worker', way: 'ingress' })).toEqual([]);
      }
    },
    'the migrations of both stand in a namespace of their own, which is shut; they call DNS and the database, and nobody calls them':
      (output) => {
        const deny = output.manifest('NetworkPolicy', 'default-deny', 'database');
        expect(deny['spec']).toEqual({ podSelector: {}, policyTypes: ['Ingress', 'Egress'] });
        expect(output.manifests('NetworkPolicy', { namespace: 'database' })).toHaveLength(environments.length + 1);
        for (const environment of environments) {
          const name = `${environment}-schema`;
          const policy = output.manifest('NetworkPolicy', name, 'database');
          expect(labelsOf(at(policy, 'spec', 'podSelector', 'matchLabels'))).toBe(named(name));
          expect([...list(at(policy, 'spec', 'policyTypes'))]).toEqual(['Ingress', 'Egress']);
          expect(rulesIn(policy, 'egress').sort()).toEqual([dns, database].sort());
          expect(rulesIn(policy, 'ingress')).toEqual([]);
        }
      },
    'the cluster enforces these policies': (output) => {
      const addon = output.resource('pingvas-shared-platform', 'aws_eks_addon', 'eks_vpc_cni');
      expect(JSON.parse(text(addon['configuration_values']))).toMatchObject({
        enableNetworkPolicy: 'true',
      });
    },
  },
};

/** Rules of a policy for one way; all of them hold at once, so their order means nothing. */
function rulesOf(
  output: OutputTree,
  {
    environment,
    name,
    way,
  }: { readonly environment: string; readonly name: string; readonly way: 'ingress' | 'egress' },
): string[] {
  return rulesIn(output.manifest('NetworkPolicy', name, environment), way).sort();
}
