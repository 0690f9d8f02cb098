import { FlowLog } from '@cdktf/provider-aws/lib/flow-log';
import { IamRole } from '@cdktf/provider-aws/lib/iam-role';
import { IamRolePolicy } from '@cdktf/provider-aws/lib/iam-role-policy';
import { addLogGroup } from '../facets/log-group';
import { regional, regionOf } from '../facets/region';
import type { Context } from './resources';

const role = 'flow-logs';

/** @see https://docs.aws.amazon.com/vpc/latest/userguide/flow-logs-iam-role.html */
export function addFlowLogs(context: Context): void {
  const { scope, self, props, own, attribute, policy } = context;
  const { traffic, aggregationSeconds, retentionDays, encryption } = props.flowLogs;
  const group = addLogGroup(context, {
    role,
    name: `/aws/vpc/${self.physicalName('log-group', role)}`,
    retentionDays,
    encryption,
    elsewhere: elsewhere(context),
  });
  new IamRole(scope, `${role}$role`, {
    name: self.physicalName('iam-role', role),
    description: `Writes the flow logs of ${self.name}`,
    assumeRolePolicy: policy(`${role}-trust`, trust(context)),
  });
  new IamRolePolicy(scope, `${role}$policy`, {
    name: 'write-log',
    role: attribute('aws_iam_role', 'name', role),
    policy: policy(`${role}-write`, [
      {
        actions: ['logs:CreateLogStream', 'logs:PutLogEvents', 'logs:DescribeLogGroups', 'logs:DescribeLogStreams'],
        resources: [group.arn, `${group.arn}:*`],
      },
    ]),
  });
  new FlowLog(scope, 'this$flow-log', {
    vpcId: own('vpcId'),
    trafficType: traffic,
    maxAggregationInterval: aggregationSeconds,
    logDestinationType: 'cloud-watch-logs',
    logDestination: group.arn,
    iamRoleArn: attribute('aws_iam_role', 'arn', role),
    tags: { Name: self.physicalName('free-text', role) },
    ...regional(context),
  });
}

function trust({ settings }: Context) {
  return [
    {
      actions: ['sts:AssumeRole'],
      resources: [],
      principals: [{ type: 'Service' as const, identifiers: ['vpc-flow-logs.amazonaws.com'] }],
      conditions: [{ test: 'StringEquals', variable: 'aws:SourceAccount', values: [settings.aws.account] }],
    },
  ];
}

function elsewhere({ props, settings, provider }: Context) {
  const other = provider(props.region);
  const region = regionOf(settings, props.region);
  return other && region !== undefined ? { provider: other, region } : undefined;
}
