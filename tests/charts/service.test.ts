import type { JsonObject } from '../../schemas/primitives/artifact';
import { manifest, resources } from '../support/render';
import { renderInCluster } from './base';

const api = { port: 8080 };

describe('service', () => {
  test('its replicas are the scaler’s affair, from two to fifty by CPU and memory', async () => {
    const rendered = await renderInCluster({ service: { api } });
    expect(rendered.findings).toEqual([]);
    expect(manifest(rendered, 'Deployment', 'api')['spec']).not.toHaveProperty('replicas');
    expect(manifest(rendered, 'HorizontalPodAutoscaler', 'api')['spec']).toMatchObject({
      minReplicas: 2,
      maxReplicas: 50,
      scaleTargetRef: { kind: 'Deployment', name: 'api' },
      metrics: [
        { resource: { name: 'cpu', target: { averageUtilization: 70 } } },
        { resource: { name: 'memory', target: { averageUtilization: 80 } } },
      ],
    });
  });

  test('its container is restricted, probed and limited in memory', async () => {
    const rendered = await renderInCluster({ service: { api } });
    const spec = manifest(rendered, 'Deployment', 'api')['spec'] as JsonObject;
    const pod = (spec['template'] as JsonObject)['spec'] as JsonObject;
    expect(pod).toMatchObject({ automountServiceAccountToken: false, securityContext: { runAsNonRoot: true } });
    expect((pod['containers'] as JsonObject[])[0]).toMatchObject({
      image: 'registry.example/api:v1',
      securityContext: { readOnlyRootFilesystem: true, allowPrivilegeEscalation: false },
      resources: { limits: { memory: '512Mi' }, requests: { cpu: '250m' } },
      startupProbe: { httpGet: { path: '/health', port: 'http' } },
      readinessProbe: { httpGet: { path: '/health' } },
      livenessProbe: { httpGet: { path: '/health' } },
    });
  });

  describe('a replica that goes', () => {
    const podOf = async (further: object): Promise<JsonObject> => {
      const rendered = await renderInCluster({ service: { api: { ...api, ...further } } });
      expect(rendered.findings).toEqual([]);
      return (manifest(rendered, 'Deployment', 'api')['spec'] as { template: { spec: JsonObject } }).template.spec;
    };

    test('goes on for fifteen seconds of its minute, while load balancers hear of it', async () => {
      const pod = await podOf({});
      expect(pod['terminationGracePeriodSeconds']).toBe(60);
      expect((pod['containers'] as JsonObject[])[0]).toMatchObject({
        lifecycle: { preStop: { sleep: { seconds: 15 } } },
      });
    });

    test('goes at once where the cluster is too old to let it wait', async () => {
      const podIn = async (version: string): Promise<string> => {
        const cluster = { eks: { version } };
        return JSON.stringify(manifest(await renderInCluster({ cluster, service: { api } }), 'Deployment', 'api'));
      };
      expect(await podIn('1.29')).not.toContain('"lifecycle"');
      expect(await podIn('1.30')).toContain('"lifecycle"');
    });

    test('may go at once', async () => {
      const pod = await podOf({ leaveSeconds: 0, terminationGraceSeconds: 0 });
      expect((pod['containers'] as JsonObject[])[0]).not.toHaveProperty('lifecycle');
    });

    test('leave-over-grace: has time left to finish in', async () => {
      const rendered = await renderInCluster({ service: { api: { ...api, terminationGraceSeconds: 15 } } });
      expect(rendered.findings).toMatchObject([
        { message: expect.stringContaining('service/leave-over-grace') as string },
      ]);
    });
  });

  test('with GPUs has shared memory of more than 64 MiB', async () => {
    const rendered = await renderInCluster({
      karpenter: { karpenter: {} },
      'argo-applications': { argocd: {} },
      'node-pool': { gpu: { instanceTypes: ['g5.2xlarge'], gpu: true, limits: { gpus: 4 } } },
      service: { api: { ...api, gpus: 1 }, plain: api },
    });
    expect(rendered.findings).toEqual([]);
    const podOf = (name: string) => JSON.stringify(manifest(rendered, 'Deployment', name)['spec']);
    expect(podOf('api')).toContain('{"emptyDir":{"medium":"Memory"},"name":"shared-memory"}');
    expect(podOf('api')).toContain('{"mountPath":"/dev/shm","name":"shared-memory"}');
    expect(podOf('plain')).not.toContain('/dev/shm');
  });

  test('a rollout has ten minutes, and longer where a replica may take them all to start', async () => {
    const deadline = async (startup: object): Promise<unknown> => {
      const rendered = await renderInCluster({ service: { api: { port: 8080, probes: { startup } } } });
      return (manifest(rendered, 'Deployment', 'api')['spec'] as JsonObject)['progressDeadlineSeconds'];
    };
    expect(await deadline({})).toBe(600);
    expect(await deadline({ periodSeconds: 10, failures: 60 })).toBe(900);
  });

  test('without connections it reaches DNS and nothing else', async () => {
    const rendered = await renderInCluster({ service: { api } });
    expect(manifest(rendered, 'NetworkPolicy', 'api')['spec']).toMatchObject({
      ingress: [],
      egress: [
        {
          ports: [
            { port: 53, protocol: 'UDP' },
            { port: 53, protocol: 'TCP' },
          ],
        },
      ],
    });
  });

  test('a call opens the caller’s egress and the callee’s ingress, and gives the address', async () => {
    const rendered = await renderInCluster({ service: { api, web: { port: 3000, uses: { api: 'call' } } } });
    expect(rendered.findings).toEqual([]);
    const ingress = (manifest(rendered, 'NetworkPolicy', 'api')['spec'] as JsonObject)['ingress'];
    expect(ingress).toEqual([
      {
        from: [
          {
            namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': 'apps' } },
            podSelector: { matchLabels: { 'app.kubernetes.io/name': 'web', 'app.kubernetes.io/part-of': 'acme' } },
          },
        ],
        ports: [{ port: 8080, protocol: 'TCP' }],
      },
    ]);
    const egress = (manifest(rendered, 'NetworkPolicy', 'web')['spec'] as JsonObject)['egress'] as JsonObject[];
    expect(egress[1]).toMatchObject({ ports: [{ port: 8080 }] });
    expect(JSON.stringify(manifest(rendered, 'Deployment', 'web'))).toContain(
      '{"name":"API_HOST","value":"api.apps.svc.cluster.local"}',
    );
  });

  test('reading a bucket gives a role of its own, taken on by Pod Identity, and the way to the AWS APIs', async () => {
    const rendered = await renderInCluster({
      bucket: { images: {} },
      service: { api: { ...api, uses: { images: 'read' } } },
    });
    expect(rendered.findings).toEqual([]);
    expect(resources(rendered, 'aws_eks_pod_identity_association')['api_identity']).toMatchObject({
      namespace: 'apps',
      service_account: 'api',
    });
    expect(Object.keys(resources(rendered, 'aws_iam_role_policy'))).toContain('api_grant_images');
    const egress = (manifest(rendered, 'NetworkPolicy', 'api')['spec'] as JsonObject)['egress'] as JsonObject[];
    expect(egress).toContainEqual({
      to: [{ ipBlock: { cidr: '169.254.170.23/32' } }],
      ports: [{ port: 80, protocol: 'TCP' }],
    });
  });

  test('more replicas at least than at most are refused at the line', async () => {
    const rendered = await renderInCluster({ service: { api: { ...api, replicas: { minimum: 5, maximum: 4 } } } });
    expect(rendered.findings).toMatchObject([
      { code: 'refused-combination', at: { file: expect.stringContaining('/service/api/replicas/minimum') as string } },
    ]);
  });

  test('as many replicas at least as at most are accepted', async () => {
    const rendered = await renderInCluster({ service: { api: { ...api, replicas: { minimum: 4, maximum: 4 } } } });
    expect(rendered.findings).toEqual([]);
  });

  test('an image that the images file lacks is a finding', async () => {
    const rendered = await renderInCluster({ service: { api } });
    expect(rendered.findings).toEqual([]);
    const without = await (
      await import('../support/render')
    ).render({
      components: {
        ...(await import('../../charts/facets/examples')).clusterBase,
        namespace: { apps: {} },
        service: { api },
      },
    });
    expect(without.findings).toMatchObject([{ code: 'missing-image' }]);
  });
});
