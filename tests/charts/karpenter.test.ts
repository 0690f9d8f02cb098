import type { JsonObject } from '../../schemas/primitives/artifact';
import { manifest, resources, type Rendered } from '../support/render';
import { renderInCluster } from './base';

type Components = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

const argo = { 'argo-applications': { argocd: {} } };
const systemNodes = {
  'node-group': {
    system: { instanceTypes: ['t3.medium'], size: 2, taints: { CriticalAddonsOnly: { value: 'true' } } },
  },
};
const onSystemNodes = {
  nodeSelector: { 'slipway.dev/node-group': 'system' },
  tolerations: [{ key: 'CriticalAddonsOnly', operator: 'Equal', value: 'true', effect: 'NoSchedule' }],
};

function faults(rendered: Rendered): string[] {
  return rendered.findings.map(({ code, at, message }) => `${code} ${at.file.replace(/.*#/, '')} ${message}`);
}

function application(rendered: Rendered, name: string): JsonObject {
  return manifest(rendered, 'Application', `test-${name}`);
}

function helmValues(rendered: Rendered, name: string): JsonObject {
  const spec = application(rendered, name)['spec'] as { source: { helm: { valuesObject?: JsonObject } } };
  return spec.source.helm.valuesObject ?? {};
}

function footprintOf(rendered: Rendered, name: string): JsonObject {
  const { annotations } = application(rendered, name)['metadata'] as { annotations: Record<string, string> };
  return JSON.parse(annotations['slipway.dev/footprint'] as string) as JsonObject;
}

/** Statements of the policy document of one grant, by their first action. */
function statements(rendered: Rendered, component: string, document: string): Record<string, JsonObject> {
  const file = rendered.files[`workspaces/acme-test-platform/${component}.tf.json`] as {
    data: { aws_iam_policy_document: Record<string, { statement: JsonObject[] }> };
  };
  const found = file.data.aws_iam_policy_document[document]?.statement ?? [];
  return Object.fromEntries(found.map((statement) => [String((statement['actions'] as string[])[0]), statement]));
}

describe('karpenter', () => {
  const render = (karpenter: object = {}, others: Components = {}): Promise<Rendered> =>
    renderInCluster({ ...argo, karpenter: { karpenter }, ...others });

  it('comes as pinned charts from its registry, definitions first and kept, both before what needs nodes', async () => {
    const rendered = await render();
    expect(faults(rendered)).toStrictEqual([]);
    expect(application(rendered, 'karpenter-definitions')).toMatchObject({
      metadata: { namespace: 'argocd', annotations: { 'argocd.argoproj.io/sync-wave': '-3' } },
      spec: { source: { repoURL: 'public.ecr.aws/karpenter', chart: 'karpenter-crd', targetRevision: '1.14.1' } },
    });
    expect(helmValues(rendered, 'karpenter-definitions')).toStrictEqual({
      additionalAnnotations: { 'argocd.argoproj.io/sync-options': 'Prune=false,Delete=false' },
    });
    expect(application(rendered, 'karpenter')).toMatchObject({
      metadata: { annotations: { 'argocd.argoproj.io/sync-wave': '-2' } },
      spec: {
        project: 'acme-test',
        source: { chart: 'karpenter', targetRevision: '1.14.1', helm: { releaseName: 'karpenter', skipCrds: true } },
        destination: { namespace: 'kube-system' },
      },
    });
  });

  it('knows its cluster and its queue, and runs on the system nodes with what is stated', async () => {
    const rendered = await render({ nodes: 'system' }, systemNodes);
    expect(helmValues(rendered, 'karpenter')).toStrictEqual({
      replicas: 2,
      controller: { resources: { requests: { cpu: '250m', memory: '512Mi' }, limits: { memory: '1Gi' } } },
      settings: { clusterName: 'acme-test-eks', interruptionQueue: 'acme-test-karpenter-access' },
      ...onSystemNodes,
    });
    expect(footprintOf(rendered, 'karpenter')).toStrictEqual({
      controller: {
        replicas: 2,
        cpu: '250m',
        memory: '512Mi',
        memoryLimit: '1Gi',
        nodeSelector: onSystemNodes.nodeSelector,
      },
    });
  });

  it('has a role through Pod Identity, confined by tags to the nodes of the cluster', async () => {
    const rendered = await render();
    expect(resources(rendered, 'aws_eks_pod_identity_association')['karpenter_identity']).toMatchObject({
      cluster_name: '${aws_eks_cluster.eks.name}',
      namespace: 'kube-system',
      service_account: 'karpenter',
    });
    const granted = statements(rendered, 'karpenter', 'karpenter_grant_karpenter_access');
    expect(granted['ec2:TerminateInstances']?.['condition']).toStrictEqual([
      {
        test: 'StringEquals',
        variable: 'aws:ResourceTag/kubernetes.io/cluster/acme-test-eks',
        values: ['owned'],
      },
      { test: 'StringLike', variable: 'aws:ResourceTag/karpenter.sh/nodepool', values: ['*'] },
    ]);
    expect(granted['iam:PassRole']).toMatchObject({
      resources: ['arn:aws:iam::111122223333:role/acme-test-karpenter-access-node'],
    });
    expect(granted['sqs:ReceiveMessage']).toMatchObject({
      resources: ['arn:aws:sqs:us-east-1:111122223333:acme-test-karpenter-access'],
    });
    expect(granted['iam:CreateServiceLinkedRole']).toMatchObject({
      resources: ['arn:aws:iam::111122223333:role/aws-service-role/spot.amazonaws.com/AWSServiceRoleForEC2Spot'],
    });
    expect(JSON.stringify(granted)).not.toMatch(/iam:(Create(?!ServiceLinkedRole)|Delete|Add|Remove|Tag)/);
  });

  it('reaches AWS, the Kubernetes API and DNS, and is reached by nobody', async () => {
    const { spec } = manifest(await render(), 'NetworkPolicy', 'karpenter') as { spec: JsonObject };
    expect(spec['ingress']).toStrictEqual([]);
    expect(JSON.stringify(spec['egress'])).toContain('172.20.0.1/32');
    expect(JSON.stringify(spec['egress'])).toContain('169.254.170.23/32');
  });

  it('has its metrics read where asked', async () => {
    const { spec } = manifest(await render({ scrape: true }), 'PodMonitor', 'karpenter') as { spec: JsonObject };
    expect(spec['podMetricsEndpoints']).toStrictEqual([{ portNumber: 8080, path: '/metrics', interval: '15s' }]);
  });
});

describe('add-ons as charts', () => {
  const addon = (input: object, others: Components = {}): Promise<Rendered> =>
    renderInCluster({ ...argo, addon: { it: input }, ...others });

  it('join pods to target groups of the system, and may make no load balancer', async () => {
    const rendered = await addon({ chart: 'aws-load-balancer-controller', nodes: 'system' }, systemNodes);
    expect(helmValues(rendered, 'it')).toMatchObject({
      clusterName: 'acme-test-eks',
      region: 'us-east-1',
      vpcId: 'vpc-base',
      replicaCount: 2,
      enableServiceMutatorWebhook: false,
      ...onSystemNodes,
    });
    const granted = statements(rendered, 'it', 'it_grant_own');
    expect(granted['elasticloadbalancing:RegisterTargets']).toMatchObject({
      resources: ['arn:aws:elasticloadbalancing:us-east-1:111122223333:targetgroup/acme-*/*'],
    });
    expect(JSON.stringify(granted)).not.toContain('CreateLoadBalancer');
    expect(application(rendered, 'it')).toMatchObject({
      spec: {
        source: { targetRevision: '3.5.0' },
        syncPolicy: { syncOptions: expect.arrayContaining(['RespectIgnoreDifferences=true']) as string[] },
        ignoreDifferences: [
          { kind: 'Secret', name: 'aws-load-balancer-tls', jqPathExpressions: ['.data'] },
          { kind: 'MutatingWebhookConfiguration' },
          { kind: 'ValidatingWebhookConfiguration' },
        ],
      },
    });
  });

  it('copy secrets with a role that may nothing but take on others', async () => {
    const rendered = await addon({ chart: 'external-secrets' });
    expect(resources(rendered, 'aws_eks_pod_identity_association')['it_identity']).toMatchObject({
      namespace: 'external-secrets',
      service_account: 'external-secrets',
    });
    expect(Object.keys(resources(rendered, 'aws_iam_role_policy')).filter((id) => id.startsWith('it'))).toStrictEqual(
      [],
    );
    expect(application(rendered, 'it')).toMatchObject({
      spec: { source: { chart: 'external-secrets' }, destination: { namespace: 'external-secrets' } },
    });
    expect(manifest(rendered, 'Namespace', 'external-secrets')).toBeDefined();
  });

  it('scale by queues: webhooks for the Kubernetes API, Redis inside the network, a group of their own', async () => {
    const rendered = await addon({ chart: 'keda', inside: { redis: 6379 }, podSecurityGroup: true, scrape: true });
    const policy = manifest(rendered, 'NetworkPolicy', 'it')['spec'] as { ingress: JsonObject[]; egress: JsonObject[] };
    const privateSubnets = [{ ipBlock: { cidr: '10.0.11.0/24' } }, { ipBlock: { cidr: '10.0.12.0/24' } }];
    expect(policy.ingress).toContainEqual({
      from: privateSubnets,
      ports: [
        { port: 6443, protocol: 'TCP' },
        { port: 9443, protocol: 'TCP' },
      ],
    });
    expect(policy.egress).toContainEqual({
      to: [{ ipBlock: { cidr: '10.0.0.0/16' } }],
      ports: [{ port: 6379, protocol: 'TCP' }],
    });
    expect(JSON.stringify(policy.egress)).toContain('9666');
    expect(resources(rendered, 'aws_security_group')).toHaveProperty('it_namespace');
    expect(manifest(rendered, 'SecurityGroupPolicy', 'pods')['spec']).toMatchObject({
      securityGroups: { groupIds: ['sg-cluster', 'sg-nodes', 'sg-it'] },
    });
    expect(manifest(rendered, 'PodMonitor', 'it')).toMatchObject({ metadata: { namespace: 'keda' } });
    expect(helmValues(rendered, 'it')).toMatchObject({ operator: { replicaCount: 2 } });
  });

  it('are not pushed out by pods of namespaces with a priority', async () => {
    const priorityClassName = 'system-cluster-critical';
    const valuesOf = async (chart: string) => helmValues(await addon({ chart }), 'it');
    expect(await valuesOf('keda')).toMatchObject({ priorityClassName });
    expect(await valuesOf('sealed-secrets')).toMatchObject({ priorityClassName });
    const all = { priorityClassName, webhook: { priorityClassName }, certController: { priorityClassName } };
    expect(await valuesOf('external-secrets')).toMatchObject(all);
  });

  it('are let start in a namespace that restricts its pods', async () => {
    const rendered = await addon({ chart: 'sealed-secrets' });
    expect(helmValues(rendered, 'it')).toMatchObject({
      containerSecurityContext: {
        allowPrivilegeEscalation: false,
        capabilities: { drop: ['ALL'] },
        seccompProfile: { type: 'RuntimeDefault' },
      },
    });
    expect(manifest(rendered, 'Namespace', 'sealed-secrets')['metadata']).toMatchObject({
      labels: { 'pod-security.kubernetes.io/enforce': 'restricted' },
    });
  });

  it('tell of GPUs on the nodes of GPU pools, one pod each', async () => {
    const rendered = await addon({ chart: 'nvidia-device-plugin' });
    expect(footprintOf(rendered, 'it')).toStrictEqual({
      plugin: {
        everyNode: true,
        cpu: '50m',
        memory: '64Mi',
        memoryLimit: '128Mi',
        nodeSelector: { 'nvidia.com/gpu.present': 'true' },
      },
    });
    expect(application(rendered, 'it')).toMatchObject({ spec: { destination: { namespace: 'kube-system' } } });
  });

  it('open sealed secrets under the name that kubeseal looks for', async () => {
    const rendered = await addon({ chart: 'sealed-secrets' });
    expect(helmValues(rendered, 'it')).toMatchObject({ fullnameOverride: 'sealed-secrets-controller' });
    expect(application(rendered, 'it')).toMatchObject({ spec: { destination: { namespace: 'sealed-secrets' } } });
  });

  it('take another version, other values, other replicas', async () => {
    const rendered = await addon({ chart: 'keda', version: '2.20.1', replicas: 3, values: { watchNamespace: 'dev' } });
    expect(application(rendered, 'it')).toMatchObject({ spec: { source: { targetRevision: '2.20.1' } } });
    expect(helmValues(rendered, 'it')).toMatchObject({ watchNamespace: 'dev', operator: { replicaCount: 3 } });
  });
});

describe('helm release', () => {
  const release = (input: object, others: Components = {}): Promise<Rendered> =>
    renderInCluster({
      ...argo,
      'helm-release': {
        it: { repository: 'https://charts.example.com', chart: 'thing', version: '1.2.3', ...input },
      },
      ...others,
    });
  const pods = { web: { replicas: 2, cpu: '1', memory: '1Gi', replicasAt: 'count', resourcesAt: 'web.resources' } };

  it('says that its content is opaque, and stands in the root application', async () => {
    const rendered = await release({});
    expect(faults(rendered)).toStrictEqual([]);
    const { annotations } = application(rendered, 'it')['metadata'] as { annotations: Record<string, string> };
    expect(annotations['slipway.dev/opaque']).toMatch(/chart/);
    expect(Object.keys(rendered.files)).toContain('clusters/acme-test-eks/root/argocd/application-test-it.yaml');
    expect(application(rendered, 'it')).toMatchObject({
      spec: { syncPolicy: { syncOptions: expect.arrayContaining(['ServerSideApply=true']) as string[] } },
    });
  });

  it('without pods opens no paths', async () => {
    expect(Object.keys((await release({})).files).join()).not.toContain('networkpolicy-it');
  });

  it('runs in a namespace that is described, and takes part in connections', async () => {
    const rendered = await release(
      {
        namespace: 'apps',
        pods,
        serviceAccount: 'thing',
        uses: { pictures: 'read' },
        connected: { 'store.bucket': 'PICTURES_BUCKET' },
      },
      { bucket: { pictures: {} } },
    );
    expect(faults(rendered)).toStrictEqual([]);
    expect(helmValues(rendered, 'it')).toMatchObject({ store: { bucket: 'acme-test-pictures' }, count: 2 });
    expect(resources(rendered, 'aws_eks_pod_identity_association')['it_identity']).toMatchObject({
      service_account: 'thing',
    });
    expect(resources(rendered, 'aws_iam_role_policy')).toHaveProperty('it_grant_pictures');
  });

  it('reports a variable that no connection gives', async () => {
    expect((await release({ connected: { bucket: 'PICTURES_BUCKET' } })).findings).toMatchObject([
      { code: 'unknown-variable', message: 'its connections give no PICTURES_BUCKET (connected.bucket)' },
    ]);
  });

  it('lets stated values win over those made', async () => {
    const rendered = await release({ pods, values: { count: 5, web: { resources: { limits: { cpu: '2' } } } } });
    expect(helmValues(rendered, 'it')).toStrictEqual({
      count: 5,
      web: { resources: { requests: { cpu: '1', memory: '1Gi' }, limits: { memory: '1Gi', cpu: '2' } } },
    });
  });

  it('is synced by hand where Argo CD is told so', async () => {
    const rendered = await release({}, { 'argo-applications': { argocd: { automated: false } } });
    expect(application(rendered, 'it')['spec']).not.toHaveProperty('syncPolicy.automated');
  });

  it.each([
    [{ size: 1 }, true, ['volume-without-node']],
    [{ size: 2 }, true, []],
    [{ size: 1, zones: ['us-east-1a'] }, true, []],
    [{ size: 3, minimum: 1 }, true, ['volume-without-node']],
    [{ size: 1 }, false, []],
  ])('volume-without-node: on nodes %j in two zones, with volumes %j', async (group, zonalVolumes, refused) => {
    const rendered = await release(
      { nodes: 'disks', zonalVolumes },
      { 'node-group': { disks: { instanceTypes: ['t3.large'], ...group } } },
    );
    expect(faults(rendered).map((fault) => /\(helm-release\/([a-z-]+)\)$/.exec(fault)?.[1])).toEqual(refused);
  });

  it.each([
    [{ scrape: { port: 'metrics' } }, '/scrape/port', 'unknown-port'],
    [
      { statements: [{ actions: ['ec2:DescribeVpcs'], resources: ['*'] }] },
      '/statements/0/resources',
      'any-resource-without-reason',
    ],
    [{ pods: { web: { ...pods.web, replicasAt: undefined } } }, '/pods/web/replicas', 'replicas-nowhere'],
    [
      { pods: { web: { ...pods.web, memory: '2Gi', memoryLimit: '2G' } } },
      '/pods/web/memoryLimit',
      'memory-over-limit',
    ],
  ])('refuses %j', async (input, pointer, constraint) => {
    expect(faults(await release(JSON.parse(JSON.stringify(input)) as object))).toStrictEqual([
      expect.stringMatching(
        new RegExp(`^refused-combination /components/helm-release/it${pointer} .*\\(helm-release/${constraint}\\)$`),
      ),
    ]);
  });
});
