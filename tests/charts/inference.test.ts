import type { JsonObject } from '../../schemas/primitives/artifact';
import { manifest, type Rendered } from '../support/render';
import { renderInCluster } from './base';

type Components = Record<string, Record<string, unknown>>;

function podOf(rendered: Rendered, kind: string, name: string): JsonObject {
  const spec = manifest(rendered, kind, name)['spec'] as JsonObject;
  const { template } = (kind === 'CronJob' ? (spec['jobTemplate'] as JsonObject)['spec'] : spec) as JsonObject;
  return (template as JsonObject)['spec'] as JsonObject;
}

function containerOf(rendered: Rendered, kind: string, name: string): JsonObject {
  return (podOf(rendered, kind, name)['containers'] as JsonObject[])[0] as JsonObject;
}

const store: Components = {
  'file-system': { 'model-files': { accessPoints: { models: { path: '/models' } } } },
  volume: { models: { fileSystem: 'model-files' } },
};

const pools: Components = {
  karpenter: { karpenter: {} },
  'argo-applications': { argocd: {} },
  'node-pool': {
    gpu: { instanceTypes: ['g5.2xlarge'], gpu: true, limits: { gpus: 4 } },
    plain: {
      instanceTypes: ['m5.large'],
      limits: { cpu: 8 },
      taints: { dedicated: { value: 'batch', effect: 'NoSchedule' } },
    },
  },
};

const gpuToleration = { key: 'nvidia.com/gpu', operator: 'Exists', effect: 'NoSchedule' };

const queues: Components = { redis: { redis: { authentication: false } } };

/** What runs containers, and the least that each states. */
const running: readonly (readonly [kind: string, props: object])[] = [
  ['job', {}],
  ['service', { port: 8080 }],
  ['worker', { queue: { list: 'jobs' }, uses: { redis: 'write' } }],
];

async function refusals(components: Components): Promise<(string | undefined)[]> {
  const { findings } = await renderInCluster(components);
  return findings.map(({ message }) => /\(([^()]*)\)$/.exec(message)?.[1]);
}

describe('a service with a model', () => {
  const ner = (version: string) => ({
    ner: { port: 8080, models: { volume: 'models', load: { MODEL_PATH: { name: 'ner', version } } } },
  });

  it('finds it by a path with its version, on a volume that it only reads', async () => {
    const rendered = await renderInCluster({ ...store, service: ner('1.1.0') });
    expect(rendered.findings).toEqual([]);
    const container = containerOf(rendered, 'Deployment', 'ner');
    expect(container['env']).toContainEqual({ name: 'MODEL_PATH', value: '/models/ner-v1.1.0' });
    expect(container['volumeMounts']).toContainEqual({ name: 'loaded-models', mountPath: '/models', readOnly: true });
    expect(podOf(rendered, 'Deployment', 'ner')['volumes']).toContainEqual({
      name: 'loaded-models',
      persistentVolumeClaim: { claimName: 'models', readOnly: true },
    });
  });

  it('goes back to the version before by one changed value', async () => {
    const text = async (version: string) =>
      JSON.stringify(manifest(await renderInCluster({ ...store, service: ner(version) }), 'Deployment', 'ner'));
    expect((await text('1.1.0')).replace('ner-v1.1.0', 'ner-v1.0.0')).toBe(await text('1.0.0'));
  });

  it.each(['v1.0.0', '1.0', '01.0.0', 'latest'])('%s is no version', async (version) => {
    const { findings } = await renderInCluster({ ...store, service: ner(version) });
    expect(findings).not.toEqual([]);
  });

  it('has as long to start as its probe says', async () => {
    const rendered = await renderInCluster({
      service: { ner: { port: 8080, probes: { startup: { periodSeconds: 10, failures: 60 } } } },
    });
    expect(containerOf(rendered, 'Deployment', 'ner')['startupProbe']).toMatchObject({
      httpGet: { path: '/health', port: 'http' },
      periodSeconds: 10,
      failureThreshold: 60,
    });
  });
});

describe('a service on GPUs', () => {
  it('asks for them, bears the taint of their nodes, and makes room before it takes more', async () => {
    const rendered = await renderInCluster({
      ...pools,
      service: { ner: { port: 8080, gpus: 1, nodes: 'gpu', rollout: 'in-place' } },
    });
    expect(rendered.findings).toEqual([]);
    expect(podOf(rendered, 'Deployment', 'ner')).toMatchObject({
      nodeSelector: { 'karpenter.sh/nodepool': 'gpu' },
      tolerations: [gpuToleration],
    });
    expect(containerOf(rendered, 'Deployment', 'ner')).toMatchObject({
      resources: { limits: { 'nvidia.com/gpu': 1 } },
    });
    expect(manifest(rendered, 'Deployment', 'ner')['spec']).toMatchObject({
      strategy: { rollingUpdate: { maxUnavailable: 1, maxSurge: 0 } },
    });
  });

  it('without them goes to the nodes that it names, whatever keeps others off them', async () => {
    const rendered = await renderInCluster({ ...pools, service: { batch: { port: 8080, nodes: 'plain' } } });
    expect(podOf(rendered, 'Deployment', 'batch')).toMatchObject({
      nodeSelector: { 'karpenter.sh/nodepool': 'plain' },
      tolerations: [{ key: 'dedicated', operator: 'Equal', value: 'batch', effect: 'NoSchedule' }],
    });
  });

  it.each([
    ['service', { port: 8080 }],
    ['job', { schedule: '0 2 * * *' }],
    ['worker', { queue: { list: 'jobs' }, uses: { redis: 'write' } }],
  ])(
    'gpu-without-node: a %s on nodes without GPUs is refused, and accepted on nodes with some',
    async (kind, props) => {
      const others = { ...pools, redis: { redis: { authentication: false } } };
      const on = (nodes: string) => refusals({ ...others, [kind]: { ner: { ...props, gpus: 1, nodes } } });
      expect(await on('plain')).toEqual([`${kind}/gpu-without-node`]);
      expect(await on('gpu')).toEqual([]);
    },
  );
});

describe('settings', () => {
  const withSettings = (settings: object) =>
    renderInCluster({ service: { api: { port: 8080, settings, files: { 'labels.txt': 'person' } } } });

  it('are a file of JSON beside other files, and other settings are other pods', async () => {
    const rendered = await withSettings({ batchSize: 8 });
    expect(manifest(rendered, 'ConfigMap', 'api')['data']).toEqual({
      'labels.txt': 'person',
      'settings.json': '{\n  "batchSize": 8\n}\n',
    });
    expect(containerOf(rendered, 'Deployment', 'api')['volumeMounts']).toContainEqual({
      name: 'config',
      mountPath: '/config',
      readOnly: true,
    });
    const annotations = (one: Rendered) => {
      const { template } = manifest(one, 'Deployment', 'api')['spec'] as { template: { metadata: JsonObject } };
      return template.metadata['annotations'];
    };
    expect(annotations(rendered)).not.toEqual(annotations(await withSettings({ batchSize: 16 })));
  });

  it.each(running)('settings-twice: a file of their name is refused of a %s', async (kind, props) => {
    const files = { 'settings.json': '{}' };
    expect(await refusals({ ...queues, [kind]: { one: { ...props, settings: {}, files } } })).toEqual([
      `${kind}/settings-twice`,
    ]);
    expect(await refusals({ ...queues, [kind]: { one: { ...props, files } } })).toEqual([]);
  });
});

describe('files-too-large: a ConfigMap holds a mebibyte', () => {
  it.each(running)('of a %s', async (kind, props) => {
    const bytes = 1_048_576;
    const holding = (length: number) => ({
      ...queues,
      [kind]: { one: { ...props, files: { a: 'a'.repeat(length) } } },
    });
    expect(await refusals(holding(bytes + 1))).toEqual([`${kind}/files-too-large`]);
    expect(await refusals(holding(bytes))).toEqual([]);
  });
});

describe('rights in the Kubernetes API', () => {
  const restart = { apiGroup: 'apps', resources: ['deployments'], verbs: ['get', 'patch'], names: ['api'] };

  it('are a role of the namespace for the one account, with a token and the way to the API', async () => {
    const rendered = await renderInCluster({ job: { restart: { rights: { restart } } } });
    expect(rendered.findings).toEqual([]);
    expect(manifest(rendered, 'Role', 'restart')).toMatchObject({
      metadata: { namespace: 'apps' },
      rules: [{ apiGroups: ['apps'], resources: ['deployments'], verbs: ['get', 'patch'], resourceNames: ['api'] }],
    });
    expect(manifest(rendered, 'RoleBinding', 'restart')).toMatchObject({
      roleRef: { kind: 'Role', name: 'restart' },
      subjects: [{ kind: 'ServiceAccount', name: 'restart', namespace: 'apps' }],
    });
    expect(podOf(rendered, 'Job', 'restart')).toMatchObject({ automountServiceAccountToken: true });
    expect(JSON.stringify(manifest(rendered, 'NetworkPolicy', 'restart'))).toContain('172.20.0.1/32');
  });

  it('are none by default: no role, no token, no way there', async () => {
    const rendered = await renderInCluster({ service: { api: { port: 8080 } } });
    expect(Object.values(rendered.files).filter(({ kind }) => kind === 'Role' || kind === 'RoleBinding')).toEqual([]);
    expect(podOf(rendered, 'Deployment', 'api')).toMatchObject({ automountServiceAccountToken: false });
    expect(JSON.stringify(manifest(rendered, 'NetworkPolicy', 'api'))).not.toContain('172.20.0.1/32');
  });

  it.each([
    ['rights-names-of-many', { resources: ['pods'], verbs: ['list'], names: ['a'] }],
    ['rights-on-every-secret', { resources: ['secrets'], verbs: ['get'] }],
  ])('%s is refused', async (constraint, right) => {
    const rights = { right };
    for (const [kind, props] of running)
      expect(await refusals({ ...queues, [kind]: { one: { ...props, rights } } })).toEqual([`${kind}/${constraint}`]);
  });

  it('on a named secret, and on all pods, are accepted', async () => {
    const rights = {
      secret: { resources: ['secrets'], verbs: ['get'], names: ['login'] },
      pods: { resources: ['pods'], verbs: ['list', 'watch'] },
    };
    expect(await refusals({ service: { api: { port: 8080, rights } } })).toEqual([]);
  });
});

describe('a job on request', () => {
  it('is a pattern of runs that the clock never starts', async () => {
    const rendered = await renderInCluster({
      job: { training: { onRequest: true, gpus: 4, resources: { cpu: '8', memory: '32Gi' } } },
    });
    expect(rendered.findings).toEqual([]);
    expect(manifest(rendered, 'CronJob', 'training')['spec']).toMatchObject({ suspend: true });
    expect(containerOf(rendered, 'CronJob', 'training')['resources']).toMatchObject({
      requests: { cpu: '8', memory: '32Gi', 'nvidia.com/gpu': 4 },
    });
    expect(podOf(rendered, 'CronJob', 'training')['tolerations']).toEqual([gpuToleration]);
  });

  it('request-and-other-start: one with a schedule, or as a hook, is refused', async () => {
    const job = (props: object) => refusals({ job: { training: { onRequest: true, ...props } } });
    expect(await job({ schedule: '0 2 * * *' })).toEqual(['job/request-and-other-start']);
    expect(await job({ hook: true })).toEqual(['job/request-and-other-start']);
    expect(await job({})).toEqual([]);
  });
});

describe('a volume', () => {
  it('is written through an access point by pods that are not root', async () => {
    const rendered = await renderInCluster({
      'file-system': { 'index-files': { accessPoints: { index: { path: '/index' } } } },
      volume: { index: { fileSystem: 'index-files', accessPoint: 'index' } },
    });
    const unbound = rendered.findings.map(({ expected }) => expected);
    expect(unbound).toEqual([
      expect.stringContaining('bindings.index-files.fileSystemId') as string,
      expect.stringContaining('bindings.index-files.accessPointId/index') as string,
    ]);
    expect(manifest(rendered, 'PersistentVolume', 'acme-test-index')['spec']).toMatchObject({
      accessModes: ['ReadWriteMany'],
      csi: { volumeHandle: 'unbound.index-files.fileSystemId::unbound.index-files.accessPointId/index' },
    });
  });

  it('shows a workload one of its folders', async () => {
    const rendered = await renderInCluster({
      ...store,
      job: { nightly: { volumes: { index: { volume: 'models', path: '/index', folder: 'index/v1' } } } },
    });
    expect(containerOf(rendered, 'Job', 'nightly')['volumeMounts']).toContainEqual({
      name: 'index',
      mountPath: '/index',
      subPath: 'index/v1',
      readOnly: false,
    });
  });

  it('unknown-access-point: one that the file system lacks, or beside a path, is refused', async () => {
    const volume = (props: object) =>
      refusals({ ...store, volume: { models: { fileSystem: 'model-files', ...props } } });
    expect(await volume({ accessPoint: 'gone' })).toEqual(['volume/unknown-access-point']);
    expect(await volume({ accessPoint: 'models', path: '/x' })).toEqual(['volume/unknown-access-point']);
    expect(await volume({})).toEqual([]);
  });
});
