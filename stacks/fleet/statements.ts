import type { Statement } from '../../schemas/contract/connection';
import type { OutputContext } from '../../schemas/contract/output';
import { networkRegion } from '../facets/placement';
import { agentNamespace } from './agent-config';
import { variants } from './colours';
import type { Props } from './input';
import { groupName } from './names';
import type { Registry } from './registry';

type Context = OutputContext<Props>;

/** What an instance may do for itself, beside what its connections give. */
export function ownStatements(context: Context): Statement[] {
  const { props } = context;
  return [
    ...measures(context),
    ...writesLogs(context),
    ...(props.shell ? [opensShell] : []),
    ...(props.healthCommand === undefined ? [] : [givesUp(context)]),
  ];
}

/** @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/iam-cw-condition-keys-namespace.html */
function measures({ props, own }: Context): Statement[] {
  const published = Object.values(props.publishes).map(({ namespace }) => namespace ?? own('metricNamespace'));
  const namespaces = [...new Set([agentNamespace, ...published])];
  return [
    {
      actions: ['cloudwatch:PutMetricData'],
      resources: ['*'],
      why: 'the service knows no resource for it: a condition holds it to namespaces',
      conditions: [{ test: 'StringEquals', variable: 'cloudwatch:namespace', values: namespaces.sort() }],
    },
    {
      actions: ['ec2:DescribeTags'],
      resources: ['*'],
      why: 'the CloudWatch agent asks for the group of its instance: descriptions know no resource',
    },
  ];
}

function writesLogs({ own, self, ...context }: Context): Statement[] {
  const { partition, account } = self.settings.aws;
  const region = networkRegion({ own, self, ...context });
  const groups = ['logGroupName', 'systemLogGroupName'].map(
    (name) => `arn:${partition}:logs:${region}:${account}:log-group:${own(name)}`,
  );
  return [
    {
      actions: ['logs:CreateLogStream', 'logs:DescribeLogStreams', 'logs:PutLogEvents'],
      resources: groups.flatMap((arn) => [arn, `${arn}:log-stream:*`]),
    },
  ];
}

/** @see https://docs.aws.amazon.com/systems-manager/latest/userguide/getting-started-create-iam-instance-profile.html */
const opensShell: Statement = {
  actions: [
    'ssm:UpdateInstanceInformation',
    'ssmmessages:CreateControlChannel',
    'ssmmessages:CreateDataChannel',
    'ssmmessages:OpenControlChannel',
    'ssmmessages:OpenDataChannel',
  ],
  resources: ['*'],
  why: 'Session Manager knows no resource for its channels; who opens a shell is said by the permissions of people',
};

/** It has its own group replace it, and no other. */
function givesUp(context: Context): Statement {
  const { partition, account } = context.self.settings.aws;
  const prefix = `arn:${partition}:autoscaling:${networkRegion(context)}:${account}:autoScalingGroup`;
  return {
    actions: ['autoscaling:SetInstanceHealth'],
    resources: variants(context.props).map(
      (variant) => `${prefix}:*:autoScalingGroupName/${groupName(context, variant)}`,
    ),
  };
}

/** Pulls from one repository. */
export function pullStatements(partition: string, registries: readonly Registry[]): Statement[] {
  if (registries.length === 0) return [];
  const arns = registries.map(
    ({ account, region, repository }) => `arn:${partition}:ecr:${region}:${account}:repository/${repository}`,
  );
  return [
    {
      actions: ['ecr:BatchCheckLayerAvailability', 'ecr:BatchGetImage', 'ecr:GetDownloadUrlForLayer'],
      resources: [...new Set(arns)],
    },
    {
      actions: ['ecr:GetAuthorizationToken'],
      resources: ['*'],
      why: 'the token is the registry’s: the service knows no resource for it',
    },
  ];
}
