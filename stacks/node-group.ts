import { EksNodeGroup } from '@cdktf/provider-aws/lib/eks-node-group';
import { IamRole } from '@cdktf/provider-aws/lib/iam-role';
import { IamRolePolicyAttachment } from '@cdktf/provider-aws/lib/iam-role-policy-attachment';
import { LaunchTemplate } from '@cdktf/provider-aws/lib/launch-template';
import type { Static } from '@sinclair/typebox';
import {
  choice,
  flag,
  group,
  input,
  integer,
  labelKeys,
  labelValue,
  list,
  mapOf,
  optional,
  reference,
  text,
} from '../schemas/contract/fields';
import { instanceTypeField, knownInstanceTypes } from '../schemas/contract/instance-types';
import { defineAwsKind, type AwsContext, type Constraint } from '../schemas/contract/kind';
import { known, runtime } from '../schemas/contract/output';
import { compareText } from '../schemas/primitives/finding';
import { nodeGroupLabel } from '../schemas/contract/placement';
import { defaultTags } from '../schemas/contract/tags';
import { architectureOf, hasNvidiaGpu } from '../schemas/upstream/aws/instance-types';
import { beforeNodes } from './cluster/order';
import { twoZones } from './facets/examples';
import { reservedLabel } from './facets/labels';
import { serviceTrust } from './facets/policy';

const size = { minimum: 0, maximum: 450 };

const Input = input({
  cluster: reference('Cluster that its nodes join.', ['cluster']),
  instanceTypes: list('Instance types, the preferred first; all of one architecture.', instanceTypeField, {
    minItems: 1,
    maxItems: 20,
    uniqueItems: true,
  }),
  capacity: choice('How it is bought: `spot` nodes are taken away with two minutes’ notice.', ['spot', 'on-demand'], {
    default: 'on-demand',
  }),
  size: integer('Nodes. Fixed, unless bounds are given.', size),
  minimum: optional(integer('Fewest nodes that an autoscaler may leave.', size)),
  maximum: optional(integer('Most nodes that an autoscaler may start.', { minimum: 1, maximum: 450 })),
  zones: optional(
    list('Zones that they stand in. By default all of the network.', text('Zone.'), { minItems: 1, uniqueItems: true }),
  ),
  diskGiB: integer('Size of the root volume (gp3, encrypted), in GiB.', { minimum: 20, maximum: 16_384, default: 50 }),
  labels: mapOf('Kubernetes labels of its nodes.', labelValue('Value.'), { default: {}, propertyNames: labelKeys }),
  taints: mapOf(
    'Taints of its nodes, by key: pods that do not tolerate them stay away.',
    group('One taint.', {
      value: optional(labelValue('Value.')),
      effect: choice('What it does.', ['NoSchedule', 'NoExecute', 'PreferNoSchedule'], { default: 'NoSchedule' }),
    }),
    { default: {}, propertyNames: labelKeys, maxProperties: 50 },
  ),
  maxPods: optional(
    integer(
      'Most pods on a node. By default as many as its network interfaces have addresses, plus two; more are of use where pods share the node’s address or addresses come in blocks.',
      { minimum: 4, maximum: 250 },
    ),
  ),
  releaseVersion: optional(
    text('Release of the node image, such as `1.35.2-20260903`. By default the newest when the group is made.', {
      pattern: '^[0-9]+\\.[0-9]+\\.[0-9]+-[0-9]{8}$',
    }),
  ),
  unavailablePercent: integer('Nodes that an update takes away at a time, in percent; one at least.', {
    minimum: 1,
    maximum: 100,
    default: 33,
  }),
  metadataHops: integer(
    'Network hops to the instance metadata: with 1 no pod reaches it, with 2 every pod can act as its node.',
    { minimum: 1, maximum: 2, default: 1 },
  ),
  repair: flag('EKS replaces nodes that have failed.', { default: true }),
  shell: flag('Session Manager may open a shell on its nodes, by IAM, without an open port.', { default: true }),
});

type Props = Static<typeof Input>;
type Context = AwsContext<Props>;

/** Nodes that are always there, or as many as an autoscaler asks for. */
export const nodeGroup = defineAwsKind<typeof Input>({
  kind: 'node-group',
  summary: 'A managed group of nodes of a cluster: fixed or within bounds, spot or on demand.',
  creates: [
    'the node group, replaced node by node',
    'a launch template: both security groups of the cluster, an encrypted disk, metadata out of reach of pods',
    'a role that lets nodes join, pull images and be entered by Session Manager, and nothing else',
  ],
  input: Input,
  examples: {
    'two spot nodes for what runs the cluster': {
      input: {
        instanceTypes: ['t3.medium'],
        capacity: 'spot',
        size: 2,
        taints: { CriticalAddonsOnly: { value: 'true' } },
      },
      with: {
        network: twoZones,
        cluster: { eks: { version: '1.35' } },
      },
    },
  },
  passedOn: (_, { id }) => ({ [`/resource/aws_eks_node_group/${id}/instance_types`]: '/instanceTypes' }),
  outputs: {
    roleName: known('Name of the role of its nodes.', ({ self }) => self.physicalName('iam-role')),
    roleArn: known(
      'ARN of that role.',
      ({ self }) =>
        `arn:${self.settings.aws.partition}:iam::${self.settings.aws.account}:role/${self.physicalName('iam-role')}`,
    ),
    name: runtime('Name, once the group exists.', 'platform', ({ attribute }) =>
      attribute('aws_eks_node_group', 'node_group_name'),
    ),
    autoscalingGroupName: runtime('Name of the Auto Scaling group that EKS makes of it.', 'platform', ({ attribute }) =>
      attribute('aws_eks_node_group', 'resources[0].autoscaling_groups[0].name'),
    ),
  },
  metrics: () => ({
    // Its launch template leaves detailed monitoring off: EC2 publishes every five minutes.
    cpu: {
      description: 'Processor in use on all of its nodes.',
      namespace: 'AWS/EC2',
      name: 'CPUUtilization',
      dimensions: { AutoScalingGroupName: { output: 'autoscalingGroupName' } },
      statistic: 'Average',
      unit: 'Percent',
      intervalSeconds: 300,
    },
  }),
  constraints: constraints(),
  layers: { platform },
});

function constraints(): Constraint<Props>[] {
  return [
    {
      id: 'size-out-of-bounds',
      meaning: 'minimum ≤ size ≤ maximum.',
      fix: 'change size or the bound',
      violations: ({ size: nodes, minimum = nodes, maximum = nodes }) => [
        ...(minimum > nodes ? [{ at: '/minimum', found: `minimum ${minimum} is over the size, ${nodes}` }] : []),
        ...(maximum < nodes ? [{ at: '/maximum', found: `maximum ${maximum} is under the size, ${nodes}` }] : []),
      ],
    },
    reservedLabel,
    knownInstanceTypes,
    {
      id: 'mixed-instance-types',
      meaning:
        'All instance types are of one architecture, and either all or none have NVIDIA GPUs: they start from one image.',
      fix: 'make a group of its own for the others',
      violations: ({ instanceTypes }) => {
        const images = new Set(instanceTypes.map(amiType));
        return images.size > 1
          ? [{ at: '/instanceTypes', found: `${instanceTypes.join(', ')} need the images ${[...images].join(', ')}` }]
          : [];
      },
    },
    {
      id: 'unknown-zone',
      meaning: 'Its zones are zones of the network.',
      fix: 'name a zone of the network',
      violations: ({ zones = [], cluster }, { ref }) => {
        const known = zonesOf(ref, cluster);
        return zones.flatMap((zone, index) =>
          known.includes(zone) ? [] : [{ at: `/zones/${index}`, found: `the network has no zone ${zone}` }],
        );
      },
    },
  ];
}

/** Zones of a cluster's network that have a private subnet, in the order of its lists of subnets. */
function zonesOf(ref: Context['ref'], cluster: string): string[] {
  const { zones = {} } = ref(ref(cluster).component.props['network'] as string).component.props as {
    zones?: Record<string, { private?: string }>;
  };
  return Object.keys(zones)
    .filter((zone) => zones[zone]?.private !== undefined)
    .sort(compareText);
}

/** @see https://docs.aws.amazon.com/eks/latest/APIReference/API_Nodegroup.html */
function amiType(instanceType: string): string {
  const architecture = architectureOf(instanceType) === 'arm64' ? 'ARM_64' : 'x86_64';
  return `AL2023_${architecture}_${hasNvidiaGpu(instanceType) ? 'NVIDIA' : 'STANDARD'}`;
}

function platform(context: Context): void {
  const policies = addRole(context);
  addLaunchTemplate(context);
  addGroup(context, policies);
}

function addRole({ scope, self, props, policy, attribute, settings }: Context): string[] {
  new IamRole(scope, 'this$role', {
    name: self.physicalName('iam-role'),
    description: `Nodes of group ${self.name}`,
    assumeRolePolicy: policy('trust', serviceTrust(['ec2.amazonaws.com'])),
  });
  const managed = {
    join: 'AmazonEKSWorkerNodePolicy',
    pull: 'AmazonEC2ContainerRegistryPullOnly',
    ...(props.shell ? { shell: 'AmazonSSMManagedInstanceCore' } : {}),
  };
  for (const [id, name] of Object.entries(managed)) {
    new IamRolePolicyAttachment(scope, id, {
      role: attribute('aws_iam_role', 'name'),
      policyArn: `arn:${settings.aws.partition}:iam::aws:policy/${name}`,
    });
  }
  return Object.keys(managed).map((id) => `aws_iam_role_policy_attachment.${self.id}_${id}`);
}

function addLaunchTemplate({ scope, self, props, ref, settings }: Context): void {
  const eks = ref(props.cluster);
  const name = self.physicalName('launch-template');
  const tags = { ...defaultTags(settings), Name: name };
  new LaunchTemplate(scope, 'this$launch-template', {
    name,
    description: `Nodes of group ${self.name}`,
    updateDefaultVersion: true,
    vpcSecurityGroupIds: [eks.text('clusterSecurityGroupId'), eks.text('securityGroupId')],
    blockDeviceMappings: [
      {
        deviceName: '/dev/xvda',
        ebs: { volumeSize: props.diskGiB, volumeType: 'gp3', encrypted: 'true', deleteOnTermination: 'true' },
      },
    ],
    metadataOptions: {
      httpEndpoint: 'enabled',
      httpTokens: 'required',
      httpPutResponseHopLimit: props.metadataHops,
    },
    ...(props.maxPods === undefined
      ? {}
      : { userData: `\${base64encode(${JSON.stringify(nodeConfig(props.maxPods))})}` }),
    // The provider's default tags do not reach what Auto Scaling starts.
    tagSpecifications: ['instance', 'volume', 'network-interface'].map((resourceType) => ({ resourceType, tags })),
  });
}

/** What EKS merges with its own start-up data. @see https://awslabs.github.io/amazon-eks-ami/nodeadm/ */
function nodeConfig(maxPods: number): string {
  return [
    'MIME-Version: 1.0',
    'Content-Type: multipart/mixed; boundary="//"',
    '',
    '--//',
    'Content-Type: application/node.eks.aws',
    '',
    'apiVersion: node.eks.aws/v1alpha1',
    'kind: NodeConfig',
    'spec:',
    '  kubelet:',
    '    config:',
    `      maxPods: ${maxPods}`,
    '',
    '--//--',
    '',
  ].join('\n');
}

const taintEffects = {
  NoSchedule: 'NO_SCHEDULE',
  NoExecute: 'NO_EXECUTE',
  PreferNoSchedule: 'PREFER_NO_SCHEDULE',
} as const;

function addGroup({ scope, self, props, ref, attribute }: Context, policies: readonly string[]): void {
  const eks = ref(props.cluster);
  const { size: nodes, minimum = nodes, maximum = nodes } = props;
  const scaled = minimum !== maximum;
  const group = new EksNodeGroup(scope, 'this', {
    clusterName: eks.text('id'),
    nodeGroupNamePrefix: `${self.physicalName('eks-node-group-prefix')}-`,
    nodeRoleArn: attribute('aws_iam_role', 'arn'),
    subnetIds: subnets(ref, props),
    version: eks.text('version'),
    ...(props.releaseVersion === undefined ? {} : { releaseVersion: props.releaseVersion }),
    amiType: amiType(props.instanceTypes[0] as string),
    capacityType: props.capacity === 'spot' ? 'SPOT' : 'ON_DEMAND',
    instanceTypes: [...props.instanceTypes],
    scalingConfig: { desiredSize: nodes, minSize: minimum, maxSize: Math.max(maximum, 1) },
    updateConfig: { maxUnavailablePercentage: props.unavailablePercent },
    nodeRepairConfig: { enabled: props.repair },
    labels: { ...props.labels, [nodeGroupLabel]: self.name },
    taint: Object.entries(props.taints).map(([key, { value, effect }]) => ({
      key,
      ...(value === undefined ? {} : { value }),
      effect: taintEffects[effect],
    })),
    launchTemplate: {
      id: attribute('aws_launch_template', 'id'),
      version: attribute('aws_launch_template', 'latest_version'),
    },
    // New nodes are there before the old ones go.
    lifecycle: { createBeforeDestroy: true, ...(scaled ? { ignoreChanges: ['scaling_config[0].desired_size'] } : {}) },
  });
  group.addOverride('depends_on', [...policies, ...beforeNodes(eks.component, self)]);
}

function subnets(ref: Context['ref'], { cluster, zones }: Props): string[] {
  const all = zonesOf(ref, cluster);
  const ids = ref(ref(cluster).component.props['network'] as string).list('privateSubnetIds');
  return zones === undefined ? ids : ids.filter((_, index) => zones.includes(all[index] as string));
}
