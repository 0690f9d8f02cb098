import { CloudwatchLogGroup } from '@cdktf/provider-aws/lib/cloudwatch-log-group';
import { VpcSecurityGroupEgressRule } from '@cdktf/provider-aws/lib/vpc-security-group-egress-rule';
import type { AwsContext, PolicyStatement } from '../../schemas/contract/kind';
import { addKey, keyItself, logsUseKey } from '../facets/key';
import { inRegionOfNetwork, networkRegion } from '../facets/placement';
import { addImageLookUp } from './image';
import type { Props } from './input';

type Context = AwsContext<Props>;

/** What is there before the instances: image, ways out, key and logs. */
export function addFoundation(context: Context): void {
  addImageLookUp(context);
  addWaysOut(context);
  if (context.props.encryption === 'customer-key') addFleetKey(context);
  addLogGroups(context);
}

function addWaysOut(context: Context): void {
  const { scope, props, own } = context;
  for (const [name, { port, cidr }] of Object.entries(props.outbound)) {
    new VpcSecurityGroupEgressRule(scope, `out-${name}`, {
      securityGroupId: own('securityGroupId'),
      cidrIpv4: cidr,
      ipProtocol: 'tcp',
      fromPort: port,
      toPort: port,
      description: `To ${cidr}, port ${port}`,
      ...inRegionOfNetwork(context),
    });
  }
}

/** It may go: disks and logs go with it. */
function addFleetKey(context: Context): void {
  const { self, settings, own } = context;
  const region = networkRegion(context);
  addKey(context, {
    description: `Disks and logs of ${self.name}`,
    statements: [logsUseKey(settings, region, `${own('logGroupName')}*`), ...autoScalingUsesKey(context, region)],
    protect: false,
    ...inRegionOfNetwork(context),
  });
}

/**
 * Auto Scaling and Spot start instances by roles that AWS makes when they are first needed; a policy that named one that
 * is not there yet would be refused, so that a condition names them.
 * @see https://docs.aws.amazon.com/autoscaling/ec2/userguide/key-policy-requirements-EBS-encryption.html
 */
function autoScalingUsesKey({ settings: { aws } }: Context, region: string): PolicyStatement[] {
  const roles = ['autoscaling', 'spot'].map(
    (service) => `arn:${aws.partition}:iam::${aws.account}:role/aws-service-role/${service}.amazonaws.com/*`,
  );
  const statement = { ...keyItself, principals: [{ type: 'AWS', identifiers: ['*'] }] } as const;
  const conditions = [
    { test: 'ArnLike', variable: 'aws:PrincipalArn', values: roles },
    { test: 'StringEquals', variable: 'kms:CallerAccount', values: [aws.account] },
    { test: 'StringEquals', variable: 'kms:ViaService', values: [`ec2.${region}.amazonaws.com`] },
  ];
  return [
    {
      ...statement,
      sid: 'AutoScalingUsesKey',
      actions: ['kms:Decrypt', 'kms:DescribeKey', 'kms:Encrypt', 'kms:GenerateDataKey*', 'kms:ReEncrypt*'],
      conditions,
    },
    {
      ...statement,
      sid: 'AutoScalingGrantsKey',
      actions: ['kms:CreateGrant'],
      conditions: [...conditions, { test: 'Bool', variable: 'kms:GrantIsForAWSResource', values: ['true'] }],
    },
  ];
}

const logGroups = { log: 'logGroupName', 'system-log': 'systemLogGroupName' } as const;

function addLogGroups(context: Context): void {
  const { scope, props, settings, own } = context;
  for (const [id, output] of Object.entries(logGroups)) {
    new CloudwatchLogGroup(scope, id, {
      name: own(output),
      retentionInDays: props.logs.retentionDays ?? settings.logRetentionDays,
      ...(props.encryption === 'customer-key' ? { kmsKeyId: own('keyArn') } : {}),
      ...inRegionOfNetwork(context),
    });
  }
}
