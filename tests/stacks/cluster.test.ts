import type { JsonObject } from '../../schemas/primitives/artifact';
import { eksAddonVersions, eksSupportOn, eksVersions } from '../../schemas/upstream/aws/eks';
import { architectureOf, hasNvidiaGpu } from '../../schemas/upstream/aws/instance-types';
import { render, resources, type Rendered } from '../support/render';

const network = {
  main: {
    cidr: '10.0.0.0/16',
    zones: {
      'us-east-1a': { public: '10.0.1.0/24', private: '10.0.11.0/24' },
      'us-east-1b': { public: '10.0.2.0/24', private: '10.0.12.0/24' },
    },
  },
};

type Components = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

function withCluster(eks: object = {}, others: Components = {}): Promise<Rendered> {
  return render({ components: { network, cluster: { eks: { version: '1.35', ...eks } }, ...others } });
}

async function controlPlane(eks: object = {}): Promise<JsonObject> {
  return resources(await withCluster(eks), 'aws_eks_cluster')['eks'] as JsonObject;
}

function addons(rendered: Rendered): Record<string, JsonObject> {
  return resources(rendered, 'aws_eks_addon');
}

function values(addon: JsonObject | undefined): JsonObject {
  return JSON.parse(addon?.['configuration_values'] as string) as JsonObject;
}

function faults(rendered: Rendered): string[] {
  return rendered.findings.map(({ code, at, message }) => `${code} ${at.file.replace(/.*#/, '')} ${message}`);
}

describe('cluster', () => {
  it('is private, logged, guarded against deletion and entered by IAM alone', async () => {
    const eks = await controlPlane();
    expect(eks).toMatchObject({
      name: 'acme-test-eks',
      version: '1.35',
      deletion_protection: true,
      lifecycle: { prevent_destroy: true },
      bootstrap_self_managed_addons: false,
      enabled_cluster_log_types: ['api', 'audit', 'authenticator', 'controllerManager', 'scheduler'],
      access_config: { authentication_mode: 'API', bootstrap_cluster_creator_admin_permissions: false },
      vpc_config: { endpoint_private_access: true, endpoint_public_access: false },
      upgrade_policy: { support_type: 'STANDARD' },
      zonal_shift_config: { enabled: true },
      kubernetes_network_config: { service_ipv4_cidr: '172.20.0.0/16' },
    });
  });

  it('stands in the private subnets of its network', async () => {
    expect((await controlPlane())['vpc_config']).toMatchObject({
      subnet_ids: [
        '${data.terraform_remote_state.foundation.outputs.main_private_subnet_ids[0]}',
        '${data.terraform_remote_state.foundation.outputs.main_private_subnet_ids[1]}',
      ],
    });
  });

  it('encrypts Secrets with a key of the foundation, which its role may use', async () => {
    const rendered = await withCluster();
    const keyArn = '${data.terraform_remote_state.foundation.outputs.eks_key_arn}';
    expect(rendered.files['workspaces/acme-test-foundation/eks.tf.json']).toMatchObject({
      resource: { aws_kms_key: { eks: { enable_key_rotation: true } } },
    });
    expect((await controlPlane())['encryption_config']).toStrictEqual({
      resources: ['secrets'],
      provider: { key_arn: keyArn },
    });
    expect(JSON.stringify(rendered.files['workspaces/acme-test-platform/eks.tf.json'])).toContain('kms:ListGrants');
  });

  it('keeps the logs of the control plane encrypted, for the time stated, in a group made before it', async () => {
    const rendered = await withCluster({ logs: { retentionDays: 365 } });
    expect(resources(rendered, 'aws_cloudwatch_log_group')['eks_control_plane']).toStrictEqual({
      name: '/aws/eks/acme-test-eks/cluster',
      retention_in_days: 365,
      kms_key_id: '${aws_kms_key.eks_control_plane.arn}',
    });
    expect(resources(rendered, 'aws_eks_cluster')['eks']?.['depends_on']).toContain(
      'aws_cloudwatch_log_group.eks_control_plane',
    );
  });

  it('opens its API to the networks that are listed', async () => {
    expect((await controlPlane({ publicAccess: ['203.0.113.0/24'] }))['vpc_config']).toMatchObject({
      endpoint_public_access: true,
      public_access_cidrs: ['203.0.113.0/24'],
    });
  });

  it('lets in those listed, with the policy stated', async () => {
    const rendered = await withCluster({
      access: {
        operators: { principalArn: 'arn:aws:iam::111122223333:role/operators' },
        developers: { principalArn: 'arn:aws:iam::111122223333:role/dev', policy: 'view', namespaces: ['dev'] },
      },
    });
    expect(resources(rendered, 'aws_eks_access_policy_association')).toMatchObject({
      eks_access_operators: {
        policy_arn: 'arn:aws:eks::aws:cluster-access-policy/AmazonEKSClusterAdminPolicy',
        access_scope: { type: 'cluster' },
      },
      eks_access_developers: {
        policy_arn: 'arn:aws:eks::aws:cluster-access-policy/AmazonEKSViewPolicy',
        access_scope: { type: 'namespace', namespaces: ['dev'] },
      },
    });
  });

  it('has a security group of its nodes that Karpenter finds', async () => {
    const rendered = await withCluster();
    expect(resources(rendered, 'aws_security_group')['eks']).toMatchObject({
      tags: { 'karpenter.sh/discovery': 'acme-test-eks' },
    });
    expect(resources(rendered, 'aws_vpc_security_group_ingress_rule')['eks_self']).toMatchObject({ ip_protocol: '-1' });
    expect(resources(rendered, 'aws_vpc_security_group_egress_rule')['eks_everywhere']).toMatchObject({
      cidr_ipv4: '0.0.0.0/0',
    });
  });

  it('gives its name before apply, and what AWS makes through bindings', async () => {
    const { files } = await withCluster();
    const output = files['workspaces/acme-test-platform/_outputs.tf.json']?.['output'] as JsonObject;
    expect(Object.keys(output)).toStrictEqual([
      'eks_certificate_authority',
      'eks_cluster_security_group_id',
      'eks_endpoint',
      'eks_id',
      'eks_oidc_issuer',
      'eks_vpc_id',
    ]);
  });

  it.each([
    [{ servicePorts: { from: 8005, to: 8001 } }, '/servicePorts/from', 'service-ports-reversed'],
    [{ serviceCidr: '10.128.0.0/25' }, '/serviceCidr', 'service-network'],
    [{ serviceCidr: '8.8.0.0/16' }, '/serviceCidr', 'service-network'],
    [{ serviceCidr: '10.0.128.0/20' }, '/serviceCidr', 'services-in-the-network'],
    [
      { access: { a: { principalArn: 'arn:aws:iam::111122223333:role/a', namespaces: ['x'] } } },
      '/access/a/namespaces',
      'cluster-admin-of-a-namespace',
    ],
  ])('refuses %j', async (eks, pointer, constraint) => {
    const found = faults(await withCluster(eks));
    expect(found).toContainEqual(
      expect.stringMatching(
        new RegExp(`^refused-combination /components/cluster/eks${pointer} .*\\(cluster/${constraint}\\)$`),
      ),
    );
  });

  it('refuses a network of one zone, and takes one of two', async () => {
    const single = { main: { ...network.main, zones: { 'us-east-1a': network.main.zones['us-east-1a'] } } };
    const rendered = await render({ components: { network: single, cluster: { eks: { version: '1.35' } } } });
    expect(faults(rendered).join()).toContain('(cluster/single-zone)');
    expect(faults(await withCluster())).toStrictEqual([]);
  });

  it('refuses a version that EKS never had, and takes those that it has left behind', async () => {
    const [unknown] = (await withCluster({ version: '1.3' })).findings;
    expect(unknown).toMatchObject({
      at: { file: expect.stringContaining('/components/cluster/eks/version') as string },
    });
    expect(faults(await withCluster({ version: '1.28' }))).toStrictEqual([]);
  });
});

describe('add-ons of a cluster', () => {
  it('are the four that pods need, at pinned versions, with network policies enforced', async () => {
    const made = addons(await withCluster());
    expect(Object.keys(made)).toStrictEqual([
      'eks_vpc_cni',
      'eks_coredns',
      'eks_kube_proxy',
      'eks_eks_pod_identity_agent',
    ]);
    expect(values(made['eks_vpc_cni'])).toStrictEqual({ enableNetworkPolicy: 'true' });
    for (const addon of Object.values(made)) {
      expect(addon).toMatchObject({
        resolve_conflicts_on_create: 'OVERWRITE',
        resolve_conflicts_on_update: 'OVERWRITE',
      });
      expect(addon['addon_version']).toBe(eksAddonVersions['1.35']?.[addon['addon_name'] as string]);
    }
  });

  it('take their default from EKS for a version without pins, and a version that is stated', async () => {
    const made = addons(await withCluster({ version: '1.34', addons: { coredns: { version: 'v1.12.4-eksbuild.1' } } }));
    expect(made['eks_kube_proxy']).not.toHaveProperty('addon_version');
    expect(made['eks_coredns']).toMatchObject({ addon_version: 'v1.12.4-eksbuild.1' });
  });

  it('let pods carry security groups, and the control plane make their interfaces', async () => {
    const rendered = await withCluster({
      addons: { 'vpc-cni': { podSecurityGroups: true, addresses: { minimum: 10, spare: 3 }, prefixDelegation: true } },
    });
    expect(values(addons(rendered)['eks_vpc_cni'])).toStrictEqual({
      enableNetworkPolicy: 'true',
      env: {
        ENABLE_POD_ENI: 'true',
        ENABLE_PREFIX_DELEGATION: 'true',
        MINIMUM_IP_TARGET: '10',
        POD_SECURITY_GROUP_ENFORCING_MODE: 'standard',
        WARM_IP_TARGET: '3',
      },
    });
    const attachments = resources(rendered, 'aws_iam_role_policy_attachment');
    expect(attachments['eks_pod_interfaces']).toMatchObject({
      policy_arn: 'arn:aws:iam::aws:policy/AmazonEKSVPCResourceController',
    });
    expect(resources(await withCluster(), 'aws_iam_role_policy_attachment')).not.toHaveProperty('eks_pod_interfaces');
  });

  it('call AWS by roles of their own, through Pod Identity', async () => {
    const rendered = await withCluster({ addons: { 'aws-ebs-csi-driver': {}, 'aws-efs-csi-driver': {} } });
    expect(addons(rendered)).toMatchObject({
      eks_aws_ebs_csi_driver: {
        pod_identity_association: [
          { service_account: 'ebs-csi-controller-sa', role_arn: '${aws_iam_role.eks_aws_ebs_csi_driver.arn}' },
        ],
      },
      eks_aws_efs_csi_driver: { pod_identity_association: [{ service_account: 'efs-csi-controller-sa' }] },
      eks_vpc_cni: { pod_identity_association: [{ service_account: 'aws-node' }] },
    });
    expect(resources(rendered, 'aws_iam_role_policy_attachment')).toMatchObject({
      eks_aws_ebs_csi_driver: { policy_arn: 'arn:aws:iam::aws:policy/service-role/AmazonEBSCSIDriverPolicy' },
      eks_aws_efs_csi_driver: { policy_arn: 'arn:aws:iam::aws:policy/service-role/AmazonEFSCSIDriverPolicy' },
      eks_vpc_cni: { policy_arn: 'arn:aws:iam::aws:policy/AmazonEKS_CNI_Policy' },
    });
  });

  it('run on the node group that is named, after it; what nodes need comes before it', async () => {
    const rendered = await withCluster(
      { nodes: 'system', addons: { 'metrics-server': {}, 'snapshot-controller': {}, 'aws-ebs-csi-driver': {} } },
      {
        'node-group': {
          system: { instanceTypes: ['t3.medium'], size: 2, taints: { CriticalAddonsOnly: { value: 'true' } } },
        },
      },
    );
    const placement = {
      nodeSelector: { 'slipway.dev/node-group': 'system' },
      tolerations: [{ key: 'CriticalAddonsOnly', operator: 'Equal', value: 'true', effect: 'NoSchedule' }],
    };
    const made = addons(rendered);
    expect(values(made['eks_coredns'])).toMatchObject({ replicaCount: 2, ...placement });
    expect(values(made['eks_metrics_server'])).toMatchObject({ replicas: 2, ...placement });
    expect(values(made['eks_snapshot_controller'])).toMatchObject(placement);
    expect(values(made['eks_aws_ebs_csi_driver'])).toMatchObject({ controller: placement });
    expect(made['eks_coredns']?.['depends_on']).toStrictEqual(['aws_eks_node_group.system']);
    expect(resources(rendered, 'aws_eks_node_group')['system']?.['depends_on']).toStrictEqual(
      expect.arrayContaining(['aws_eks_addon.eks_vpc_cni', 'aws_eks_addon.eks_kube_proxy']),
    );
  });

  it('take further values, which win', async () => {
    const made = addons(
      await withCluster({ addons: { coredns: { configuration: { replicaCount: 3, corefile: 'x' } } } }),
    );
    expect(values(made['eks_coredns'])).toMatchObject({ replicaCount: 3, corefile: 'x' });
  });

  it('are known by name', async () => {
    const [finding] = (await withCluster({ addons: { 'metric-server': {} } })).findings;
    expect(finding).toMatchObject({ code: 'unknown-key', fix: expect.stringContaining('metrics-server') as string });
  });
});

describe('node group', () => {
  const group = async (input: object): Promise<Rendered> =>
    withCluster({}, { 'node-group': { system: { instanceTypes: ['t3.medium'], size: 2, ...input } } });

  it('holds a fixed number of nodes of the types and the capacity stated', async () => {
    const made = resources(await group({ capacity: 'spot' }), 'aws_eks_node_group')['system'];
    expect(made).toMatchObject({
      capacity_type: 'SPOT',
      instance_types: ['t3.medium'],
      ami_type: 'AL2023_x86_64_STANDARD',
      version: '1.35',
      scaling_config: { desired_size: 2, min_size: 2, max_size: 2 },
      lifecycle: { create_before_destroy: true },
      node_repair_config: { enabled: true },
    });
    expect(made?.['lifecycle']).not.toHaveProperty('ignore_changes');
  });

  it('leaves the number to an autoscaler within bounds', async () => {
    const made = resources(await group({ minimum: 1, maximum: 5 }), 'aws_eks_node_group')['system'];
    expect(made).toMatchObject({
      scaling_config: { desired_size: 2, min_size: 1, max_size: 5 },
      lifecycle: { ignore_changes: ['scaling_config[0].desired_size'] },
    });
  });

  it('starts nodes with both groups of the cluster, an encrypted disk and metadata out of reach of pods', async () => {
    const template = resources(await group({ maxPods: 20 }), 'aws_launch_template')['system'];
    expect(template).toMatchObject({
      vpc_security_group_ids: [
        '${aws_eks_cluster.eks.vpc_config[0].cluster_security_group_id}',
        '${data.terraform_remote_state.foundation.outputs.eks_security_group_id}',
      ],
      block_device_mappings: [
        { device_name: '/dev/xvda', ebs: { encrypted: 'true', volume_type: 'gp3', volume_size: 50 } },
      ],
      metadata_options: { http_tokens: 'required', http_put_response_hop_limit: 1 },
    });
    expect(template?.['user_data']).toMatch(/^\$\{base64encode\(".*maxPods: 20\\n.*"\)\}$/);
  });

  it('lets nodes join, pull images and be entered by Session Manager, and nothing else', async () => {
    const policies = (rendered: Rendered): string[] =>
      Object.entries(resources(rendered, 'aws_iam_role_policy_attachment'))
        .filter(([id]) => id.startsWith('system_'))
        .map(([, attachment]) => (attachment['policy_arn'] as string).replace(/.*\//, ''));
    expect(policies(await group({}))).toStrictEqual([
      'AmazonEKSWorkerNodePolicy',
      'AmazonEC2ContainerRegistryPullOnly',
      'AmazonSSMManagedInstanceCore',
    ]);
    expect(policies(await group({ shell: false }))).not.toContain('AmazonSSMManagedInstanceCore');
  });

  it('takes images by architecture and GPU, zones and a release', async () => {
    const arm = resources(await group({ instanceTypes: ['m7g.large'] }), 'aws_eks_node_group')['system'];
    expect(arm).toMatchObject({ ami_type: 'AL2023_ARM_64_STANDARD' });
    const gpu = resources(
      await group({ instanceTypes: ['g4dn.xlarge'], zones: ['us-east-1b'], releaseVersion: '1.35.2-20260903' }),
      'aws_eks_node_group',
    )['system'];
    expect(gpu).toMatchObject({
      ami_type: 'AL2023_x86_64_NVIDIA',
      release_version: '1.35.2-20260903',
      subnet_ids: ['${data.terraform_remote_state.foundation.outputs.main_private_subnet_ids[1]}'],
    });
  });

  it.each([
    [{ minimum: 3 }, '/minimum', 'size-out-of-bounds'],
    [{ maximum: 1 }, '/maximum', 'size-out-of-bounds'],
    [{ instanceTypes: ['t3.medium', 't3.medum'] }, '/instanceTypes/1', 'unknown-instance-type'],
    [{ instanceTypes: ['mac2.metal'] }, '/instanceTypes/0', 'unknown-instance-type'],
    [{ instanceTypes: ['m5.large', 'm7g.large'] }, '/instanceTypes', 'mixed-instance-types'],
    [{ instanceTypes: ['m5.large', 'g5.xlarge'] }, '/instanceTypes', 'mixed-instance-types'],
    [{ zones: ['us-east-1a', 'us-east-1f'] }, '/zones/1', 'unknown-zone'],
  ])('refuses %j', async (input, pointer, constraint) => {
    expect(faults(await group(input))).toStrictEqual([
      expect.stringMatching(
        new RegExp(`^refused-combination /components/node-group/system${pointer} .*\\(node-group/${constraint}\\)$`),
      ),
    ]);
  });

  it('takes types of one kind and zones of its network', async () => {
    const rendered = await group({
      instanceTypes: ['t3.medium', 't3a.medium'],
      zones: ['us-east-1a'],
      maximum: 4,
    });
    expect(faults(rendered)).toStrictEqual([]);
  });
});

describe('access of Karpenter', () => {
  it('lets the nodes that it starts join the cluster', async () => {
    const rendered = await withCluster({}, { 'karpenter-access': { karpenter: {} } });
    expect(resources(rendered, 'aws_eks_access_entry')['karpenter_node']).toMatchObject({
      type: 'EC2_LINUX',
      principal_arn: '${aws_iam_role.karpenter_node.arn}',
    });
    expect(resources(rendered, 'aws_iam_instance_profile')['karpenter_node']).toMatchObject({
      name: 'acme-test-karpenter-node',
    });
  });

  it('queues the four events that foretell the end of a node, encrypted and over TLS', async () => {
    const rendered = await withCluster({}, { 'karpenter-access': { karpenter: {} } });
    expect(resources(rendered, 'aws_sqs_queue')['karpenter']).toMatchObject({
      sqs_managed_sse_enabled: true,
      message_retention_seconds: 300,
    });
    const patterns = Object.values(resources(rendered, 'aws_cloudwatch_event_rule')).map(
      (rule) => (JSON.parse(rule['event_pattern'] as string) as { 'detail-type': string[] })['detail-type'][0],
    );
    expect(patterns).toStrictEqual([
      'EC2 Spot Instance Interruption Warning',
      'EC2 Instance Rebalance Recommendation',
      'EC2 Instance State-change Notification',
      'AWS Health Event',
    ]);
    for (const target of Object.values(resources(rendered, 'aws_cloudwatch_event_target')))
      expect(target['arn']).toBe('${aws_sqs_queue.karpenter.arn}');
    expect(JSON.stringify(rendered.files['workspaces/acme-test-platform/karpenter.tf.json'])).toContain(
      'aws:SecureTransport',
    );
  });
});

describe('facts of EKS', () => {
  it('tell where a version stands on a day', () => {
    expect(eksSupportOn('1.28', '2026-11-21')).toBe('ended');
    expect(eksSupportOn('1.34', '2026-11-21')).toBe('standard');
    expect(eksSupportOn('1.33', '2026-11-21')).toBe('extended');
    expect(eksSupportOn('1.36', '2026-11-21')).toBe('unknown');
    const dated = Object.values(eksVersions).flatMap((dates) => dates ?? []);
    expect(dated.every((dates) => dates.standardUntil < dates.extendedUntil)).toBe(true);
  });

  it('read instance types by their names', () => {
    expect(
      ['m5.large', 'g4dn.xlarge', 'm7gd.large', 'c7gn.xlarge', 'g5g.xlarge', 'a1.large'].map(architectureOf),
    ).toStrictEqual(['amd64', 'amd64', 'arm64', 'arm64', 'arm64', 'arm64']);
    expect(['g4dn.xlarge', 'g5.xlarge', 'p5.48xlarge', 'g4ad.xlarge', 'm5.large'].map(hasNvidiaGpu)).toStrictEqual([
      true,
      true,
      true,
      false,
      false,
    ]);
  });
});
