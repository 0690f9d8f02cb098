import type { Statement } from '../../schemas/contract/connection';
import type { OutputContext } from '../../schemas/contract/output';

type Conditions = NonNullable<Statement['conditions']>;

/** Things of EC2 that Karpenter makes, and that carry its tags from the start. */
const made = ['fleet', 'instance', 'volume', 'network-interface', 'launch-template', 'spot-instances-request'];

/**
 * What the controller of Karpenter 1 may do: the policies that upstream advises for the launch and the end of nodes,
 * each confined by tags to the nodes of this cluster. Instance profiles it may only look at, since it is given one.
 * @see https://karpenter.sh/docs/reference/cloudformation/
 */
export function controllerStatements(context: OutputContext): Statement[] {
  const { own, self } = context;
  const { partition, account } = self.settings.aws;
  return [
    ...launchStatements(context),
    ...changeStatements(context),
    ...readStatements(context),
    { actions: ['sqs:ReceiveMessage', 'sqs:DeleteMessage', 'sqs:GetQueueUrl'], resources: [own('queueArn')] },
    {
      // EC2 makes it with the first spot instance of an account, in the name of whoever asks for that.
      actions: ['iam:CreateServiceLinkedRole'],
      resources: [`arn:${partition}:iam::${account}:role/aws-service-role/spot.amazonaws.com/AWSServiceRoleForEC2Spot`],
      conditions: [{ test: 'StringEquals', variable: 'iam:AWSServiceName', values: ['spot.amazonaws.com'] }],
    },
    {
      actions: ['iam:PassRole'],
      resources: [own('nodeRoleArn')],
      conditions: [{ test: 'StringEquals', variable: 'iam:PassedToService', values: ['ec2.amazonaws.com'] }],
    },
  ];
}

/** Tags that Karpenter gives to all it makes, in what a request asks for or on what is there. */
function owned({ own }: OutputContext, where: 'RequestTag' | 'ResourceTag'): Conditions {
  return [
    {
      test: 'StringEquals',
      variable: `aws:${where}/kubernetes.io/cluster/${own('clusterName')}`,
      values: ['owned'],
    },
    { test: 'StringLike', variable: `aws:${where}/karpenter.sh/nodepool`, values: ['*'] },
  ];
}

/** ARNs of things of EC2 in this account, or in anyone's. */
function ec2({ self }: OutputContext, things: readonly string[], account = self.settings.aws.account): string[] {
  const { partition, region } = self.settings.aws;
  return things.map((thing) => `arn:${partition}:ec2:${region}:${account}:${thing}/*`);
}

function launchStatements(context: OutputContext): Statement[] {
  const launch = ['ec2:RunInstances', 'ec2:CreateFleet'];
  return [
    {
      actions: launch,
      resources: [
        ...ec2(context, ['image', 'snapshot'], ''),
        ...ec2(context, ['security-group', 'subnet', 'capacity-reservation', 'placement-group']),
      ],
    },
    { actions: launch, resources: ec2(context, ['launch-template']), conditions: owned(context, 'ResourceTag') },
    {
      actions: [...launch, 'ec2:CreateLaunchTemplate'],
      resources: ec2(context, made),
      conditions: owned(context, 'RequestTag'),
    },
    {
      actions: ['ec2:CreateTags'],
      resources: ec2(context, made),
      conditions: [
        ...owned(context, 'RequestTag'),
        {
          test: 'StringEquals',
          variable: 'ec2:CreateAction',
          values: ['RunInstances', 'CreateFleet', 'CreateLaunchTemplate'],
        },
      ],
    },
  ];
}

function changeStatements(context: OutputContext): Statement[] {
  return [
    {
      actions: ['ec2:CreateTags'],
      resources: ec2(context, ['instance']),
      conditions: [
        ...owned(context, 'ResourceTag'),
        {
          test: 'ForAllValues:StringEquals',
          variable: 'aws:TagKeys',
          values: ['eks:eks-cluster-name', 'karpenter.sh/nodeclaim', 'Name'],
        },
      ],
    },
    {
      actions: ['ec2:TerminateInstances', 'ec2:DeleteLaunchTemplate'],
      resources: ec2(context, ['instance', 'launch-template']),
      conditions: owned(context, 'ResourceTag'),
    },
  ];
}

function readStatements({ self, own }: OutputContext): Statement[] {
  const { partition, region } = self.settings.aws;
  return [
    {
      actions: [
        'ec2:DescribeCapacityReservations',
        'ec2:DescribeImages',
        'ec2:DescribeInstances',
        'ec2:DescribeInstanceStatus',
        'ec2:DescribeInstanceTypeOfferings',
        'ec2:DescribeInstanceTypes',
        'ec2:DescribeLaunchTemplates',
        'ec2:DescribePlacementGroups',
        'ec2:DescribeSecurityGroups',
        'ec2:DescribeSpotPriceHistory',
        'ec2:DescribeSubnets',
      ],
      resources: ['*'],
      why: 'EC2 knows no resource for descriptions',
      conditions: [{ test: 'StringEquals', variable: 'aws:RequestedRegion', values: [region] }],
    },
    {
      actions: ['ssm:GetParameter'],
      resources: [`arn:${partition}:ssm:${region}::parameter/aws/service/*`],
    },
    { actions: ['pricing:GetProducts'], resources: ['*'], why: 'the price list knows no resource' },
    { actions: ['iam:GetInstanceProfile'], resources: [own('instanceProfileArn')] },
    {
      actions: ['iam:ListInstanceProfiles'],
      resources: ['*'],
      why: 'IAM knows no resource for lists; the controller looks for profiles that it left behind',
    },
    { actions: ['eks:DescribeCluster'], resources: [own('clusterArn')] },
  ];
}
