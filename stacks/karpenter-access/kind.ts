import { EksAccessEntry } from '@cdktf/provider-aws/lib/eks-access-entry';
import { IamInstanceProfile } from '@cdktf/provider-aws/lib/iam-instance-profile';
import { IamRole } from '@cdktf/provider-aws/lib/iam-role';
import { IamRolePolicyAttachment } from '@cdktf/provider-aws/lib/iam-role-policy-attachment';
import type { Static } from '@sinclair/typebox';
import { flag, input, integer, reference } from '../../schemas/contract/fields';
import { defineAwsKind, type AwsContext } from '../../schemas/contract/kind';
import { known, type OutputContext } from '../../schemas/contract/output';
import { twoZones } from '../facets/examples';
import { serviceTrust } from '../facets/policy';
import { addInterruptionQueue } from './queue';
import { controllerStatements } from './statements';

const Input = input({
  cluster: reference('Cluster that its nodes join.', ['cluster']),
  shell: flag('Session Manager may open a shell on its nodes, by IAM, without an open port.', { default: true }),
  keepEventsSeconds: integer('How long an event waits for the controller, in seconds.', {
    minimum: 60,
    maximum: 1_209_600,
    default: 300,
  }),
});

type Props = Static<typeof Input>;
type Context = OutputContext<Props>;

const nodeRole = 'node';

function iamArn({ self }: Context, path: string): string {
  const { partition, account } = self.settings.aws;
  return `arn:${partition}:iam::${account}:${path}`;
}

function queueArn({ self }: Context): string {
  const { partition, region, account } = self.settings.aws;
  return `arn:${partition}:sqs:${region}:${account}:${self.physicalName('sqs-queue')}`;
}

/** What Karpenter needs of AWS. The controller gets its role by the connection `provision`. */
export const karpenterAccess = defineAwsKind<typeof Input>({
  kind: 'karpenter-access',
  summary: 'The AWS side of Karpenter: role and entry of its nodes, events of their end, what its controller may do.',
  creates: [
    'a role and an instance profile of nodes, and the entry that lets them join',
    'an encrypted queue with the events of interruption, rebalancing, state changes and scheduled maintenance',
    'where the controller connects: its statements, confined by tags to the nodes of the cluster',
  ],
  input: Input,
  examples: {
    'for the only cluster': {
      input: {},
      with: {
        network: twoZones,
        cluster: { eks: { version: '1.35' } },
      },
    },
  },
  outputs: {
    clusterName: known('Name of the cluster.', ({ props, ref }) => ref(props.cluster).text('clusterName')),
    clusterArn: known('ARN of the cluster.', ({ props, ref }) => ref(props.cluster).text('arn')),
    queueName: known('Name of the queue.', ({ self }) => self.physicalName('sqs-queue')),
    queueArn: known('ARN of the queue.', queueArn),
    nodeRoleName: known('Name of the role of nodes.', ({ self }) => self.physicalName('iam-role', nodeRole)),
    nodeRoleArn: known('ARN of the role of nodes.', (context) =>
      iamArn(context, `role/${context.self.physicalName('iam-role', nodeRole)}`),
    ),
    instanceProfile: known('Name of the instance profile of nodes.', ({ self }) =>
      self.physicalName('iam-role', nodeRole),
    ),
    instanceProfileArn: known('ARN of the instance profile.', (context) =>
      iamArn(context, `instance-profile/${context.self.physicalName('iam-role', nodeRole)}`),
    ),
  },
  offers: {
    access: {
      provision: {
        description: 'Start and end nodes, and hear of their end: for the controller alone.',
        statements: controllerStatements,
        variables: () => ({ QUEUE: { output: 'queueName' } }),
      },
    },
  },
  layers: {
    platform: (context) => {
      addNodeRole(context);
      addInterruptionQueue(context);
    },
  },
});

function addNodeRole({ scope, props, own, policy, attribute, settings, ref, self }: AwsContext<Props>): void {
  new IamRole(scope, `${nodeRole}$role`, {
    name: own('nodeRoleName'),
    description: `Nodes that ${self.name} starts`,
    assumeRolePolicy: policy('node-trust', serviceTrust(['ec2.amazonaws.com'])),
  });
  const managed = {
    join: 'AmazonEKSWorkerNodePolicy',
    pull: 'AmazonEC2ContainerRegistryPullOnly',
    ...(props.shell ? { shell: 'AmazonSSMManagedInstanceCore' } : {}),
  };
  for (const [id, name] of Object.entries(managed)) {
    new IamRolePolicyAttachment(scope, `node-${id}`, {
      role: attribute('aws_iam_role', 'name', nodeRole),
      policyArn: `arn:${settings.aws.partition}:iam::aws:policy/${name}`,
    });
  }
  new IamInstanceProfile(scope, `${nodeRole}$profile`, {
    name: own('instanceProfile'),
    role: attribute('aws_iam_role', 'name', nodeRole),
  });
  new EksAccessEntry(scope, `${nodeRole}$entry`, {
    clusterName: ref(props.cluster).text('id'),
    principalArn: attribute('aws_iam_role', 'arn', nodeRole),
    type: 'EC2_LINUX',
  });
}
