import { checksum } from '../../charts/facets/checksum';
import { secretsOperator } from '../../charts/facets/examples';
import type { JsonObject } from '../../schemas/primitives/artifact';
import { manifest, resources, type Rendered } from '../support/render';
import { renderInCluster } from './base';

function podOf(rendered: Rendered, kind: string, name: string): JsonObject {
  const spec = manifest(rendered, kind, name)['spec'] as JsonObject;
  return (spec['template'] as JsonObject)['spec'] as JsonObject;
}

describe('namespace', () => {
  test('is shut both ways, kept when its Application goes, and has the quota and priority that are stated', async () => {
    const rendered = await renderInCluster({}, { quota: { cpu: 20, memory: '50Gi', gpus: 3 }, priority: 100_000 });
    expect(rendered.findings).toEqual([]);
    expect(manifest(rendered, 'NetworkPolicy', 'default-deny')['spec']).toEqual({
      podSelector: {},
      policyTypes: ['Ingress', 'Egress'],
    });
    expect(manifest(rendered, 'Namespace', 'apps')['metadata']).toMatchObject({
      annotations: { 'argocd.argoproj.io/sync-options': 'Prune=false,Delete=false' },
      labels: { 'pod-security.kubernetes.io/enforce': 'restricted' },
    });
    expect(manifest(rendered, 'ResourceQuota', 'quota')['spec']).toEqual({
      hard: { 'requests.cpu': '20', 'requests.memory': '50Gi', 'requests.nvidia.com/gpu': '3' },
    });
    expect(manifest(rendered, 'PriorityClass', 'apps-workloads')['value']).toBe(100_000);
  });

  test('whose pods carry their own security group names both groups by the ids that AWS gave', async () => {
    const rendered = await renderInCluster({}, { podSecurityGroup: true });
    expect(manifest(rendered, 'SecurityGroupPolicy', 'pods')['spec']).toEqual({
      podSelector: {},
      securityGroups: { groupIds: ['sg-nodes', 'sg-apps'] },
    });
  });

  test('whose pods are ready behind their load balancer says so to the controller, and no other does', async () => {
    const label = 'elbv2.k8s.aws/pod-readiness-gate-inject';
    const labels = async (props: Record<string, unknown>) =>
      (manifest(await renderInCluster({}, props), 'Namespace', 'apps')['metadata'] as JsonObject)['labels'];
    expect(await labels({ readyBehindLoadBalancer: true })).toHaveProperty([label], 'enabled');
    expect(await labels({})).not.toHaveProperty([label]);
  });

  test('without a default deny leaves the traffic to the policies of its charts', async () => {
    const rendered = await renderInCluster({}, { defaultDeny: false });
    expect(Object.values(rendered.files).filter(({ kind }) => kind === 'NetworkPolicy')).toEqual([]);
  });
});

describe('worker', () => {
  const redis = { redis: { redis: { authentication: false } } };
  const jobs = { queue: { list: 'jobs' }, uses: { redis: 'write' } };

  test('is scaled from none by the length of its list', async () => {
    const rendered = await renderInCluster({
      ...redis,
      worker: { generator: { ...jobs, gpus: 1, replicas: { maximum: 15 } } },
    });
    expect(rendered.findings).toEqual([]);
    expect(manifest(rendered, 'ScaledObject', 'generator')['spec']).toMatchObject({
      minReplicaCount: 0,
      maxReplicaCount: 15,
      scaleTargetRef: { kind: 'Deployment', name: 'generator' },
      triggers: [
        {
          type: 'redis',
          metadata: { address: 'redis.example:6379', listName: 'jobs', listLength: '1', enableTLS: 'true' },
        },
      ],
    });
    const pod = podOf(rendered, 'Deployment', 'generator');
    expect(pod['tolerations']).toEqual([{ key: 'nvidia.com/gpu', operator: 'Exists', effect: 'NoSchedule' }]);
    expect((pod['containers'] as JsonObject[])[0]).toMatchObject({ resources: { limits: { 'nvidia.com/gpu': 1 } } });
  });

  test('has files, settings and rights like every workload', async () => {
    const rendered = await renderInCluster({
      ...redis,
      worker: {
        generator: {
          ...jobs,
          files: { 'style.txt': 'plain' },
          settings: { steps: 20 },
          rights: { pods: { resources: ['pods'], verbs: ['get'] } },
        },
      },
    });
    expect(rendered.findings).toEqual([]);
    expect(manifest(rendered, 'ConfigMap', 'generator')['data']).toEqual({
      'style.txt': 'plain',
      'settings.json': '{\n  "steps": 20\n}\n',
    });
    expect(manifest(rendered, 'Role', 'generator')['rules']).toEqual([
      { apiGroups: [''], resources: ['pods'], verbs: ['get'] },
    ]);
    const pod = podOf(rendered, 'Deployment', 'generator');
    expect(pod['automountServiceAccountToken']).toBe(true);
    expect((pod['containers'] as JsonObject[])[0]?.['volumeMounts']).toContainEqual({
      name: 'config',
      mountPath: '/config',
      readOnly: true,
    });
  });

  test('more replicas at least than at most are refused', async () => {
    const rendered = await renderInCluster({
      ...redis,
      worker: { generator: { ...jobs, replicas: { minimum: 4, maximum: 3 } } },
    });
    expect(rendered.findings).toMatchObject([{ code: 'refused-combination' }]);
  });
});

describe('variables of a namespace', () => {
  test('are those of every workload in it, which its own override', async () => {
    const rendered = await renderInCluster(
      {
        service: { api: { port: 8080, environment: { LOG_LEVEL: 'debug' } } },
        job: { migrate: { hook: true } },
      },
      { environment: { LOG_FORMAT: 'json', LOG_LEVEL: 'info' } },
    );
    expect(rendered.findings).toEqual([]);
    const variables = (kind: string, name: string) =>
      ((podOf(rendered, kind, name)['containers'] as JsonObject[])[0]?.['env'] as { name: string; value: string }[])
        .filter((variable) => variable.name.startsWith('LOG_'))
        .map((variable) => `${variable.name}=${variable.value}`);
    expect(variables('Deployment', 'api')).toEqual(['LOG_FORMAT=json', 'LOG_LEVEL=debug']);
    expect(variables('Job', 'migrate')).toEqual(['LOG_FORMAT=json', 'LOG_LEVEL=info']);
  });
});

describe('job', () => {
  test('with a schedule is a CronJob that never runs twice at once', async () => {
    const rendered = await renderInCluster({ job: { nightly: { schedule: '0 2 * * *' } } });
    expect(rendered.findings).toEqual([]);
    expect(manifest(rendered, 'CronJob', 'nightly')['spec']).toMatchObject({
      schedule: '0 2 * * *',
      timeZone: 'Etc/UTC',
      concurrencyPolicy: 'Forbid',
    });
  });

  test('is left alone by what repacks nodes: a run that is moved begins anew', async () => {
    const rendered = await renderInCluster({
      job: { nightly: { schedule: '0 2 * * *' }, migrate: { hook: true, files: { 'a.sql': 'SELECT 1;' } } },
    });
    const annotations = (template: unknown) => (template as { metadata: JsonObject }).metadata['annotations'];
    const nightly = manifest(rendered, 'CronJob', 'nightly')['spec'] as { jobTemplate: { spec: JsonObject } };
    const migrate = manifest(rendered, 'Job', 'migrate')['spec'] as JsonObject;
    expect(annotations(nightly.jobTemplate.spec['template'])).toEqual({ 'karpenter.sh/do-not-disrupt': 'true' });
    expect(annotations(migrate['template'])).toEqual({
      'karpenter.sh/do-not-disrupt': 'true',
      'slipway.dev/files-checksum': expect.any(String) as string,
    });
  });

  test('as a hook is made anew by every sync, and its files are part of its template', async () => {
    const one = await renderInCluster({ job: { migrate: { hook: true, files: { 'a.sql': 'SELECT 1;' } } } });
    const other = await renderInCluster({ job: { migrate: { hook: true, files: { 'a.sql': 'SELECT 2;' } } } });
    expect(manifest(one, 'Job', 'migrate')['metadata']).toMatchObject({
      annotations: { 'argocd.argoproj.io/hook': 'Sync', 'argocd.argoproj.io/hook-delete-policy': 'BeforeHookCreation' },
    });
    const template = (rendered: Rendered) => (manifest(rendered, 'Job', 'migrate')['spec'] as JsonObject)['template'];
    expect(template(one)).not.toEqual(template(other));
  });

  test.each([
    ['cron-out-of-range', { schedule: '61 2 * * *' }, '/schedule'],
    ['hook-with-schedule', { schedule: '0 2 * * *', hook: true }, '/hook'],
  ])('%s is refused', async (id, props, at) => {
    const rendered = await renderInCluster({ job: { nightly: props } });
    expect(rendered.findings).toMatchObject([
      {
        code: 'refused-combination',
        message: expect.stringContaining(`job/${id}`) as string,
        at: { file: expect.stringContaining(at) as string },
      },
    ]);
  });

  test('cron-job-name: a scheduled job has a key of at most 52 characters', async () => {
    const long = 'a'.repeat(53);
    const refused = await renderInCluster({ job: { [long]: { schedule: '0 2 * * *' } } });
    expect(refused.findings).toMatchObject([{ code: 'refused-combination' }]);
    const accepted = await renderInCluster({ job: { [long.slice(1)]: { schedule: '0 2 * * *' } } });
    expect(accepted.findings).toEqual([]);
  });
});

describe('volume', () => {
  const files = { 'file-system': { 'model-files': {} } };

  test('of a file system is mounted over TLS, kept, and bound to its claim', async () => {
    const rendered = await renderInCluster({
      ...files,
      volume: { models: { fileSystem: 'model-files' } },
    });
    expect(rendered.findings).toEqual([]);
    expect(manifest(rendered, 'PersistentVolume', 'acme-test-models')['spec']).toMatchObject({
      accessModes: ['ReadWriteMany'],
      persistentVolumeReclaimPolicy: 'Retain',
      mountOptions: ['tls'],
      csi: { driver: 'efs.csi.aws.com', volumeHandle: 'fs-0123' },
      claimRef: { name: 'models', namespace: 'apps' },
    });
    expect(manifest(rendered, 'PersistentVolumeClaim', 'models')['spec']).toMatchObject({
      volumeName: 'acme-test-models',
      storageClassName: '',
    });
  });

  test.each([
    ['one-source', {}],
    ['one-source', { fileSystem: 'model-files', storageClass: 'gp3', access: 'ReadWriteOnce' }],
    ['shared-block-storage', { storageClass: 'gp3', access: 'ReadWriteMany' }],
    ['read-only-file-system', { fileSystem: 'model-files', access: 'ReadOnlyMany' }],
  ])('%s is refused', async (id, props) => {
    const rendered = await renderInCluster({ ...files, volume: { models: props } });
    expect(rendered.findings).toMatchObject([
      { code: 'refused-combination', message: expect.stringContaining(`volume/${id}`) as string },
    ]);
  });

  test('of a storage class for one node is accepted', async () => {
    const rendered = await renderInCluster({ volume: { models: { storageClass: 'gp3', access: 'ReadWriteOnce' } } });
    expect(rendered.findings).toEqual([]);
  });
});

describe('manifest', () => {
  test('is rendered as it is written', async () => {
    const flags = {
      apiVersion: 'v1',
      kind: 'ConfigMap',
      metadata: { name: 'flags', namespace: 'default' },
      data: { search: 'on' },
    };
    const rendered = await renderInCluster({ manifest: { flags: { manifest: flags } } });
    expect(manifest(rendered, 'ConfigMap', 'flags')).toEqual(flags);
  });
});

describe('argo-applications', () => {
  const props = {
    environments: { dev: { revision: 'develop', automated: true }, prod: { revision: 'v1.0.0' } },
    applicationSets: { services: { apps: ['api'] } },
  };

  test('generate the apps of each environment, synced without asking where the environment says so', async () => {
    const rendered = await renderInCluster({ 'argo-applications': { argo: props } });
    expect(rendered.findings).toEqual([]);
    const spec = manifest(rendered, 'ApplicationSet', 'services')['spec'] as JsonObject;
    expect(spec['generators']).toEqual([
      {
        matrix: {
          generators: [
            {
              list: {
                elements: [
                  { environment: 'dev', project: 'acme-dev', revision: 'develop', automated: 'true' },
                  { environment: 'prod', project: 'acme-prod', revision: 'v1.0.0', automated: 'false' },
                ],
              },
            },
            { list: { elements: [{ app: 'api' }] } },
          ],
        },
      },
    ]);
    expect(spec).toMatchObject({
      goTemplate: true,
      goTemplateOptions: ['missingkey=error'],
      syncPolicy: { preserveResourcesOnDeletion: true },
    });
  });

  test('make an Application of each folder of their own environment', async () => {
    const rendered = await renderInCluster({ 'argo-applications': { argo: props } });
    expect(manifest(rendered, 'Application', 'test-environment')['spec']).toMatchObject({
      source: { path: 'clusters/acme-test-eks/test-environment', targetRevision: 'main' },
      syncPolicy: { automated: { prune: true, selfHeal: true } },
    });
  });
});

describe('aws-resource', () => {
  test('is rendered as it is written, in the layer that is stated', async () => {
    const rendered = await renderInCluster({
      'aws-resource': { jobs: { type: 'aws_sqs_queue', layer: 'data', arguments: { name: 'jobs' }, holdsData: true } },
    });
    expect(rendered.findings).toEqual([]);
    expect(resources(rendered, 'aws_sqs_queue')).toEqual({
      jobs: { name: 'jobs', lifecycle: { prevent_destroy: true } },
    });
    expect(Object.keys(rendered.files)).toContain('workspaces/acme-test-data/jobs.tf.json');
  });
});

describe('pgbouncer', () => {
  const components = {
    ...secretsOperator,
    'secret-store': { store: {} },
    'aurora-postgres': { aurora: { database: 'shop' } },
    'database-schema': { schema: { database: 'aurora', rowLevelSecurity: { setting: 'app.user' } } },
    pgbouncer: {
      pool: { login: 'schema-login', uses: { aurora: 'connect', 'schema-login': { access: 'login', as: 'LOGIN' } } },
    },
  };

  test('pools in transaction mode: a server connection goes back after each transaction', async () => {
    const rendered = await renderInCluster(components);
    const ini = (manifest(rendered, 'ConfigMap', 'pool')['data'] as JsonObject)['pgbouncer.ini'] as string;
    expect(ini).toContain('pool_mode = transaction');
    expect(rendered.findings).toEqual([]);
  });

  test('drivers that prepare statements may, unless the pool is too old to know of them', async () => {
    const iniOf = async (preparedStatements: number): Promise<unknown> => {
      const pool = { pool: { ...components.pgbouncer.pool, preparedStatements } };
      const rendered = await renderInCluster({ ...components, pgbouncer: pool });
      return (manifest(rendered, 'ConfigMap', 'pool')['data'] as JsonObject)['pgbouncer.ini'];
    };
    expect(await iniOf(200)).toContain('\nmax_prepared_statements = 200\n');
    expect(await iniOf(0)).not.toContain('max_prepared_statements');
  });

  test('a replica of the pool takes clients until all nodes know that it goes, and lets them end', async () => {
    const rendered = await renderInCluster(components);
    const pod = podOf(rendered, 'Deployment', 'pool');
    expect(pod['terminationGracePeriodSeconds']).toBe(60);
    expect(pod['containers']).toMatchObject([{ lifecycle: { preStop: { sleep: { seconds: 15 } } } }]);
    const late = { pool: { ...components.pgbouncer.pool, leaveSeconds: 60 } };
    expect((await renderInCluster({ ...components, pgbouncer: late })).findings).toMatchObject([
      { message: expect.stringContaining('pgbouncer/leave-over-grace') as string },
    ]);
  });
});

describe('argo-cd', () => {
  test('is applied by its own root Application, and Applications have a health that waves wait for', async () => {
    const rendered = await renderInCluster({
      namespace: { argocd: { defaultDeny: false } },
      'argo-cd': { gitops: { installIn: 'argocd', environments: { dev: { revision: 'develop', automated: true } } } },
    });
    expect(rendered.findings).toEqual([]);
    const application = manifest(rendered, 'Application', 'test-gitops-server');
    const values = JSON.stringify(application);
    expect(values).toContain('resource.customizations.health.argoproj.io_Application');
    expect(values).toContain('https://argoproj.github.io/argo-helm');
    expect(manifest(rendered, 'AppProject', 'acme-dev')['spec']).toMatchObject({
      sourceRepos: ['https://github.com/acme/infrastructure'],
      destinations: [{ namespace: 'dev', server: 'https://kubernetes.default.svc' }],
    });
  });
});

describe('checksum', () => {
  test('tells contents apart, and does not depend on the order of keys', () => {
    expect(checksum({ a: '1', b: '2' })).toBe(checksum({ b: '2', a: '1' }));
    expect(checksum({ a: '1', b: '2' })).not.toBe(checksum({ a: '12', b: '' }));
    expect(checksum({ a: 'b' })).toMatch(/^[0-9a-f]{16}$/);
  });
});
