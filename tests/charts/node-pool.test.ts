import type { JsonObject } from '../../schemas/primitives/artifact';
import { manifest, resources, type Rendered } from '../support/render';
import { renderInCluster } from './base';

type Components = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

function faults(rendered: Rendered): string[] {
  return rendered.findings.map(({ code, at, message }) => `${code} ${at.file.replace(/.*#/, '')} ${message}`);
}

describe('node pool', () => {
  const pool = (input: object, others: Components = {}): Promise<Rendered> =>
    renderInCluster({ 'karpenter-access': { karpenter: {} }, 'node-pool': { pool: input }, ...others });
  const gpuPool = {
    instanceTypes: ['g4dn.xlarge'],
    capacity: ['spot'],
    gpu: true,
    limits: { gpus: 10 },
    emptySeconds: 300,
    expireAfterHours: 168,
  };

  it('of GPUs is tainted, limited, emptied and replaced as stated', async () => {
    expect(manifest(await pool(gpuPool), 'NodePool', 'pool')['spec']).toStrictEqual({
      template: {
        metadata: { labels: { 'nvidia.com/gpu.present': 'true' } },
        spec: {
          nodeClassRef: { group: 'karpenter.k8s.aws', kind: 'EC2NodeClass', name: 'pool' },
          requirements: [
            { key: 'node.kubernetes.io/instance-type', operator: 'In', values: ['g4dn.xlarge'] },
            { key: 'karpenter.sh/capacity-type', operator: 'In', values: ['spot'] },
          ],
          taints: [{ key: 'nvidia.com/gpu', value: 'true', effect: 'NoSchedule' }],
          expireAfter: '168h',
          terminationGracePeriod: '60m',
        },
      },
      limits: { 'nvidia.com/gpu': 10 },
      disruption: { consolidationPolicy: 'WhenEmpty', consolidateAfter: '300s', budgets: [{ nodes: '10%' }] },
    });
  });

  it('of ordinary nodes takes zones, taints, labels and weight, and is repacked where asked', async () => {
    const rendered = await pool({
      instanceTypes: ['m5.large', 'm5.xlarge'],
      capacity: ['spot', 'on-demand'],
      zones: ['us-east-1a'],
      limits: { cpu: 64, memory: '256Gi' },
      labels: { tier: 'web' },
      taints: { batch: { effect: 'NoExecute' } },
      weight: 10,
      repack: true,
      emptySeconds: 60,
    });
    expect(manifest(rendered, 'NodePool', 'pool')['spec']).toMatchObject({
      weight: 10,
      template: {
        metadata: { labels: { tier: 'web' } },
        spec: {
          requirements: [
            { values: ['m5.large', 'm5.xlarge'] },
            { values: ['spot', 'on-demand'] },
            { key: 'topology.kubernetes.io/zone', operator: 'In', values: ['us-east-1a'] },
          ],
          taints: [{ key: 'batch', effect: 'NoExecute' }],
        },
      },
      limits: { cpu: 64, memory: '256Gi' },
      disruption: { consolidationPolicy: 'WhenEmptyOrUnderutilized', consolidateAfter: '60s' },
    });
  });

  it('starts nodes from a pinned image, encrypted, metadata out of reach, found by tags known before apply', async () => {
    const rendered = await pool({ ...gpuPool, image: 'v20260820', diskGiB: 200 });
    expect(manifest(rendered, 'EC2NodeClass', 'pool')['spec']).toStrictEqual({
      amiSelectorTerms: [{ alias: 'al2023@v20260820' }],
      instanceProfile: 'acme-test-karpenter-node',
      subnetSelectorTerms: [{ tags: { 'karpenter.sh/discovery': 'acme-test-main' } }],
      securityGroupSelectorTerms: [
        { tags: { 'karpenter.sh/discovery': 'acme-test-eks' } },
        { tags: { 'aws:eks:cluster-name': 'acme-test-eks' } },
      ],
      blockDeviceMappings: [
        {
          deviceName: '/dev/xvda',
          ebs: { volumeSize: '200Gi', volumeType: 'gp3', encrypted: true, deleteOnTermination: true },
        },
      ],
      metadataOptions: { httpEndpoint: 'enabled', httpTokens: 'required', httpPutResponseHopLimit: 1 },
      tags: {
        Name: 'acme-test-eks-pool',
        system: 'acme',
        environment: 'test',
        owner: 'platform',
        'cost-centre': 'cc-1',
        'managed-by': 'slipway',
      },
    });
  });

  it('takes the subnets and the group that carry the tags', async () => {
    const rendered = await pool(gpuPool);
    const tagged = Object.values(resources(rendered, 'aws_subnet')).filter(
      ({ tags }) => (tags as JsonObject)['karpenter.sh/discovery'] === 'acme-test-main',
    );
    expect(tagged).toHaveLength(2);
    expect(resources(rendered, 'aws_security_group')['eks']).toMatchObject({
      tags: { 'karpenter.sh/discovery': 'acme-test-eks' },
    });
  });

  it('speaks v1alpha5 on request, with the very values of a Provisioner of old', async () => {
    const rendered = await pool({
      ...gpuPool,
      name: 'gpu-provisioner',
      api: 'v1alpha5',
      instanceTypes: ['g4dn.xlarge', 'g4dn.2xlarge', 'g5.xlarge'],
    });
    expect(manifest(rendered, 'Provisioner', 'gpu-provisioner')).toMatchObject({
      apiVersion: 'karpenter.sh/v1alpha5',
      spec: {
        requirements: [
          {
            key: 'node.kubernetes.io/instance-type',
            operator: 'In',
            values: ['g4dn.xlarge', 'g4dn.2xlarge', 'g5.xlarge'],
          },
          { key: 'karpenter.sh/capacity-type', operator: 'In', values: ['spot'] },
        ],
        limits: { resources: { 'nvidia.com/gpu': 10 } },
        ttlSecondsAfterEmpty: 300,
        ttlSecondsUntilExpired: 604_800,
        providerRef: { name: 'gpu-provisioner' },
      },
    });
    expect(manifest(rendered, 'AWSNodeTemplate', 'gpu-provisioner')).toMatchObject({
      apiVersion: 'karpenter.k8s.aws/v1alpha1',
      spec: {
        subnetSelector: { 'karpenter.sh/discovery': 'acme-test-main' },
        securityGroupSelector: { 'aws-ids': 'sg-nodes,sg-cluster' },
        instanceProfile: 'acme-test-karpenter-node',
      },
    });
  });

  it.each([
    [{ ...gpuPool, instanceTypes: ['g4dn.xlarge', 'm5.large'] }, '/instanceTypes/1', 'gpu-of-a-type-without-one'],
    [{ instanceTypes: ['m5q.large'], limits: { cpu: 4 } }, '/instanceTypes/0', 'unknown-instance-type'],
    [{ ...gpuPool, gpu: false, limits: { cpu: 4 } }, '/instanceTypes/0', 'gpu-nodes-for-anyone'],
    [{ ...gpuPool, limits: { cpu: 40 } }, '/limits', 'gpus-without-limit'],
    [{ instanceTypes: ['m5.large'], limits: { gpus: 1 } }, '/limits', 'gpus-without-limit'],
    [{ ...gpuPool, zones: ['us-east-1f'] }, '/zones/0', 'unknown-zone'],
    [{ instanceTypes: ['m5.large', 'm7g.large'], limits: { cpu: 4 } }, '/instanceTypes', 'mixed-architectures'],
    [{ ...gpuPool, api: 'v1alpha5', repack: true }, '/repack', 'repack-before-v1'],
  ])('refuses %j', async (input, pointer, constraint) => {
    expect(faults(await pool(input))).toStrictEqual([
      expect.stringMatching(
        new RegExp(`^refused-combination /components/node-pool/pool${pointer} .*\\(node-pool/${constraint}\\)$`),
      ),
    ]);
  });

  it('refuses an existing network without the tag that Karpenter looks for, and takes one with it', async () => {
    const existing = (discoveryTag?: string): Components => ({
      network: {
        main: {
          cidr: '10.0.0.0/16',
          zones: {
            'us-east-1a': { public: '10.0.1.0/24', private: '10.0.11.0/24' },
            'us-east-1b': { public: '10.0.2.0/24', private: '10.0.12.0/24' },
          },
          existing: {
            vpcId: 'vpc-0a1b2c3d4e5f60718',
            zones: {
              'us-east-1a': { public: 'subnet-0a1b2c3d4e5f60711', private: 'subnet-0a1b2c3d4e5f60712' },
              'us-east-1b': { public: 'subnet-0a1b2c3d4e5f60713', private: 'subnet-0a1b2c3d4e5f60714' },
            },
            ...(discoveryTag === undefined ? {} : { discoveryTag }),
          },
        },
      },
    });
    expect(faults(await pool(gpuPool, existing())).join()).toContain('(node-pool/subnets-without-tag)');
    expect(faults(await pool(gpuPool, existing('old-network')))).toStrictEqual([]);
  });

  it('says how much it may start', async () => {
    const [finding] = (await pool({ instanceTypes: ['m5.large'] })).findings;
    expect(finding).toMatchObject({ code: 'missing-key' });
  });
});
