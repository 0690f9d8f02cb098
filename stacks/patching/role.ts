import { IamRole } from '@cdktf/provider-aws/lib/iam-role';
import { IamRolePolicy } from '@cdktf/provider-aws/lib/iam-role-policy';
import type { Statement } from '../../schemas/contract/connection';
import type { OutputContext } from '../../schemas/contract/output';
import { serviceTrust } from '../facets/policy';
import type { Props } from './input';
import { document, targetTags, type Context } from './resources';

/** @see https://docs.aws.amazon.com/systems-manager/latest/userguide/configuring-maintenance-window-permissions-console.html */
export function addRole(context: Context): void {
  const { scope, self, settings, policy, attribute } = context;
  new IamRole(scope, 'this$role', {
    name: self.physicalName('iam-role'),
    description: `Patches what ${self.name} of ${self.system} ${self.environment} covers`,
    assumeRolePolicy: policy(
      'trust',
      serviceTrust(['ssm.amazonaws.com']).map((statement) => ({
        ...statement,
        conditions: [{ test: 'StringEquals', variable: 'aws:SourceAccount', values: [settings.aws.account] }],
      })),
    ),
  });
  new IamRolePolicy(scope, 'this$role-policy', {
    name: 'patch',
    role: attribute('aws_iam_role', 'name'),
    policy: policy('patch', [...commandStatements(context), ...topicStatements(context)]),
  });
}

/** Commands of this one document, to the instances with the tags. */
function commandStatements({ props, settings }: Context): Statement[] {
  const { partition, region, account } = settings.aws;
  const tags = Object.entries(targetTags(props, settings)).sort(([a], [b]) => (a < b ? -1 : 1));
  return [
    { actions: ['ssm:SendCommand'], resources: [`arn:${partition}:ssm:${region}::document/${document}`] },
    {
      actions: ['ssm:SendCommand'],
      resources: [`arn:${partition}:ec2:${region}:${account}:instance/*`],
      conditions: tags.map(([tag, value]) => ({
        test: 'StringEquals',
        variable: `ssm:resourceTag/${tag}`,
        values: [value],
      })),
    },
    {
      actions: ['ssm:CancelCommand', 'ssm:GetCommandInvocation', 'ssm:ListCommandInvocations', 'ssm:ListCommands'],
      resources: ['*'],
      why: 'a command is no resource of its own',
    },
  ];
}

/** Run Command publishes with the role that the window hands on to it. */
function topicStatements({ self, props, settings, ref }: Context): Statement[] {
  if (props.notifications === undefined) return [];
  const topic = ref(props.notifications);
  const { partition, account } = settings.aws;
  return [
    { actions: ['sns:Publish'], resources: [topic.text('topicArn')] },
    ...(topic.has('keyArn')
      ? [{ actions: ['kms:Decrypt', 'kms:GenerateDataKey*'], resources: [topic.text('keyArn')] }]
      : []),
    {
      actions: ['iam:PassRole'],
      resources: [`arn:${partition}:iam::${account}:role/${self.physicalName('iam-role')}`],
      conditions: [{ test: 'StringEquals', variable: 'iam:PassedToService', values: ['ssm.amazonaws.com'] }],
    },
  ];
}

/** Calls by which the agent of an instance asks for what it is to do, and tells how it went. */
const agentCalls = [
  'ec2messages:AcknowledgeMessage',
  'ec2messages:DeleteMessage',
  'ec2messages:FailMessage',
  'ec2messages:GetEndpoint',
  'ec2messages:GetMessages',
  'ec2messages:SendReply',
  'ssm:DescribeDocument',
  'ssm:GetDeployablePatchSnapshotForInstance',
  'ssm:GetDocument',
  'ssm:GetManifest',
  'ssm:ListAssociations',
  'ssm:ListInstanceAssociations',
  'ssm:PutComplianceItems',
  'ssm:PutInventory',
  'ssm:UpdateInstanceAssociationStatus',
  'ssm:UpdateInstanceInformation',
  'ssmmessages:CreateControlChannel',
  'ssmmessages:CreateDataChannel',
  'ssmmessages:OpenControlChannel',
  'ssmmessages:OpenDataChannel',
];

/**
 * What an instance needs that is patched. In some regions the names of AWS's buckets end in a word that nothing tells.
 * @see https://docs.aws.amazon.com/systems-manager/latest/userguide/setup-instance-permissions.html
 * @see https://docs.aws.amazon.com/systems-manager/latest/userguide/ssm-agent-technical-details.html
 */
export function agentStatements(context: OutputContext<Props>): Statement[] {
  const { partition, region } = context.self.settings.aws;
  const buckets = [`aws-ssm-${region}`, `aws-patch-manager-${region}-*`, `patch-baseline-snapshot-${region}*`];
  return [
    { actions: agentCalls, resources: ['*'], why: 'most of these calls know no resource' },
    { actions: ['s3:GetObject'], resources: buckets.map((bucket) => `arn:${partition}:s3:::${bucket}/*`) },
    ...(context.props.logGroup.enabled ? writeStatements(context) : []),
  ];
}

function writeStatements({ self, own }: OutputContext<Props>): Statement[] {
  const { partition, region, account } = self.settings.aws;
  const groups = `arn:${partition}:logs:${region}:${account}:log-group:`;
  const group = `${groups}${own('logGroupName')}`;
  return [
    {
      actions: ['logs:CreateLogStream', 'logs:DescribeLogStreams', 'logs:PutLogEvents'],
      resources: [group, `${group}:log-stream:*`],
    },
    { actions: ['logs:DescribeLogGroups'], resources: [`${groups}*`] },
  ];
}
