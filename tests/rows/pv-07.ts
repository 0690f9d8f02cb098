import type { Json, JsonObject } from '../../schemas/primitives/artifact';
import type { OutputTree } from './output-tree';
import { environments, inBoth, services, variableOf } from './pingvas';
import type { Row } from './row';
import { at, text } from './values';

/** Most workers of each environment. */
const workers = { dev: 3, prod: 15 };
/** Services that call AWS, with the bucket that they use; the others have no role, as they need none. */
const roles: Readonly<Record<string, readonly string[]>> = {
  'generation-service': ['s3:GetObject'],
  'gallery-service': ['s3:GetObject', 's3:PutObject', 's3:DeleteObject', 's3:AbortMultipartUpload'],
  'model-service': ['s3:GetObject'],
  'generation-worker': ['s3:GetObject', 's3:PutObject', 's3:DeleteObject', 's3:AbortMultipartUpload'],
};
const worker = 'generation-worker';

export const pv07: Row = {
  id: 'PV-07',
  title: 'Five services on 8001 to 8005 in both namespaces, and GPU workers driven by the length of their queue',
  states: {
    'user, payment, generation, gallery and model listen on 8001 to 8005': (output) => {
      eachService(output, 'Deployment', (deployment, { name, port }) => {
        const container = containerOf(deployment);
        expect(container['name']).toBe(name);
        expect(container['ports']).toEqual([{ containerPort: port, name: 'http', protocol: 'TCP' }]);
      });
    },
    'each has a Service on its port': (output) => {
      eachService(output, 'Service', (service, { name, port }) => {
        expect(at(service, 'spec', 'ports')).toEqual([
          { appProtocol: 'http', name: 'http', port, protocol: 'TCP', targetPort: 'http' },
        ]);
        expect(at(service, 'spec', 'selector')).toEqual(labelsOf(name));
      });
    },
    'each has 2 to 50 replicas, by CPU above 70 % and memory above 80 % of what it asks for': (output) => {
      eachService(output, 'HorizontalPodAutoscaler', (scaler, { name }) => {
        expect(at(scaler, 'spec', 'minReplicas')).toBe(2);
        expect(at(scaler, 'spec', 'maxReplicas')).toBe(50);
        expect(at(scaler, 'spec', 'scaleTargetRef')).toEqual({ apiVersion: 'apps/v1', kind: 'Deployment', name });
        expect(at(scaler, 'spec', 'metrics')).toEqual(
          Object.entries({ cpu: 70, memory: 80 }).map(([resource, averageUtilization]) => ({
            resource: { name: resource, target: { averageUtilization, type: 'Utilization' } },
            type: 'Resource',
          })),
        );
      });
    },
    'at most one pod of each is evicted at a time': (output) => {
      for (const name of [...Object.keys(services), worker]) {
        for (const [, budget] of inBoth(output, 'PodDisruptionBudget', name)) {
          expect(at(budget, 'spec', 'maxUnavailable')).toBe(1);
          expect(at(budget, 'spec', 'selector', 'matchLabels')).toEqual(labelsOf(name));
        }
      }
    },
    'each is asked at /health whether it has started, is ready and lives': (output) => {
      eachService(output, 'Deployment', (deployment) => {
        for (const probe of ['startupProbe', 'readinessProbe', 'livenessProbe']) {
          expect(at(containerOf(deployment), probe, 'httpGet')).toEqual({
            path: '/health',
            port: 'http',
            scheme: 'HTTP',
          });
        }
      });
    },
    'pods of each are spread over zones and nodes': (output) => {
      for (const name of [...Object.keys(services), worker]) {
        for (const [, deployment] of inBoth(output, 'Deployment', name)) {
          expect(at(deployment, 'spec', 'template', 'spec', 'topologySpreadConstraints')).toEqual(
            ['topology.kubernetes.io/zone', 'kubernetes.io/hostname'].map((topologyKey) => ({
              labelSelector: { matchLabels: labelsOf(name) },
              maxSkew: 1,
              topologyKey,
              whenUnsatisfiable: 'ScheduleAnyway',
            })),
          );
        }
      }
    },
    'each runs as a ServiceAccount of its own': (output) => {
      for (const name of [...Object.keys(services), worker]) {
        for (const [environment, deployment] of inBoth(output, 'Deployment', name)) {
          expect(at(deployment, 'spec', 'template', 'spec', 'serviceAccountName')).toBe(name);
          expect(output.manifests('ServiceAccount', { name, namespace: environment })).toHaveLength(1);
        }
      }
    },
    'those that use AWS have a role that allows what they need alone': (output) => {
      for (const environment of environments) {
        const workspace = `pingvas-${environment}-platform`;
        for (const [name, actions] of Object.entries(roles)) {
          const id = name.replaceAll('-', '_');
          const found = output.resource(workspace, 'aws_eks_pod_identity_association', `${id}_identity`);
          expect([found['namespace'], found['service_account']]).toEqual([environment, name]);
          expect(found['role_arn']).toBe(`\${aws_iam_role.${id}_role.arn}`);
          const bucket = name === 'model-service' ? 'pingvas-models-shared' : `pingvas-${environment}-images`;
          expect(grantOf(output, workspace, `${id}_grant_${name === 'model-service' ? 'models' : 'images'}`)).toEqual([
            { actions, effect: 'Allow', resources: [`arn:aws:s3:::${bucket}/*`] },
            { actions: ['s3:ListBucket'], effect: 'Allow', resources: [`arn:aws:s3:::${bucket}`] },
          ]);
        }
        expect(Object.keys(output.resources(workspace, 'aws_eks_pod_identity_association'))).toHaveLength(4);
      }
    },
    'GPU workers are 0 to 3 in dev and 0 to 15 in prod, by the length of the Redis queue': (output) => {
      for (const [environment, scaled] of inBoth(output, 'ScaledObject', worker)) {
        expect(at(scaled, 'spec', 'minReplicaCount')).toBe(0);
        expect(at(scaled, 'spec', 'maxReplicaCount')).toBe(workers[environment]);
        expect(at(scaled, 'spec', 'scaleTargetRef')).toEqual({
          apiVersion: 'apps/v1',
          kind: 'Deployment',
          name: worker,
        });
        const trigger = at(scaled, 'spec', 'triggers', 0);
        expect(at(trigger, 'type')).toBe('redis');
        const told = (name: string) =>
          at(variableOf(output, output.manifest('Deployment', worker, environment), name), 'value');
        expect(at(trigger, 'metadata')).toEqual({
          activationListLength: '0',
          address: `${text(told('REDIS_HOST'))}:6379`,
          databaseIndex: '0',
          enableTLS: 'true',
          listLength: '1',
          listName: told('QUEUE'),
        });
        expect(told('QUEUE')).toBe('generation_queue');
      }
    },
    'a worker takes one GPU on a node that is kept for GPU work': (output) => {
      for (const [, deployment] of inBoth(output, 'Deployment', worker)) {
        const { requests, limits } = containerOf(deployment)['resources'] as JsonObject;
        expect([at(requests, 'nvidia.com/gpu'), at(limits, 'nvidia.com/gpu')]).toEqual([1, 1]);
        expect(at(deployment, 'spec', 'template', 'spec', 'tolerations')).toEqual([
          { effect: 'NoSchedule', key: 'nvidia.com/gpu', operator: 'Exists' },
        ]);
      }
    },
    'the quota of each environment holds all its workers, which have memory for a model, beside two of each service': (
      output,
    ) => {
      for (const environment of environments) {
        const most = workers[environment];
        const asked = [
          ...Array.from({ length: most }, () => worker),
          ...Object.keys(services).flatMap((name) => [name, name]),
        ].map((name) => requestsOf(output.manifest('Deployment', name, environment)));
        const quota = at(output.manifest('ResourceQuota', 'quota', environment), 'spec', 'hard');
        for (const [resource, unit] of Object.entries({ cpu: 1000, memory: 1024 })) {
          const room = amount(at(quota, `requests.${resource}`), unit);
          const used = asked.reduce((sum, each) => sum + amount(each[resource], unit), 0);
          expect([environment, resource, used <= room]).toEqual([environment, resource, true]);
        }
        expect(at(quota, 'requests.nvidia.com/gpu')).toBe(String(most));
        const { cpu, memory } = requestsOf(output.manifest('Deployment', worker, environment));
        expect([cpu, memory]).toEqual(['2', '10Gi']);
      }
    },
    'a worker whose node is taken away has time to end its image, within the two minutes that AWS gives': (output) => {
      for (const [, deployment] of inBoth(output, 'Deployment', worker))
        expect(at(deployment, 'spec', 'template', 'spec', 'terminationGracePeriodSeconds')).toBe(110);
    },
  },
};

function eachService(
  output: OutputTree,
  kind: string,
  check: (manifest: JsonObject, service: { readonly name: string; readonly port: number }) => void,
): void {
  for (const [name, port] of Object.entries(services)) {
    for (const [, manifest] of inBoth(output, kind, name)) check(manifest, { name, port });
  }
}

function requestsOf(deployment: JsonObject): JsonObject {
  return at(containerOf(deployment), 'resources', 'requests') as JsonObject;
}

/** Thousandths of a CPU, or MiB of memory; anything else makes the check fail. @param unit Thousandths in a CPU, or MiB in a GiB. */
function amount(quantity: Json | undefined, unit: number): number {
  const [, count, suffix] = /^(\d+)(m|Mi|Gi|)$/.exec(text(quantity)) ?? [];
  expect(count).toBeDefined();
  return Number(count) * (suffix === 'm' || suffix === 'Mi' ? 1 : unit);
}

function containerOf(deployment: JsonObject): JsonObject {
  return at(deployment, 'spec', 'template', 'spec', 'containers', 0) as JsonObject;
}

function labelsOf(name: string) {
  return { 'app.kubernetes.io/name': name, 'app.kubernetes.io/part-of': 'pingvas' };
}

function grantOf(output: OutputTree, workspace: string, id: string) {
  return output.blocks(workspace, 'data', 'aws_iam_policy_document')[id]?.['statement'];
}
