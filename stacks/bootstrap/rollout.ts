import { IamRole } from '@cdktf/provider-aws/lib/iam-role';
import { IamRolePolicy } from '@cdktf/provider-aws/lib/iam-role-policy';
import type { Construct } from 'constructs';
import type { Statement } from '../../schemas/contract/connection';
import { bootstrapPath } from '../../schemas/contract/layers';
import type { Settings } from '../../schemas/contract/settings';
import { policyDocument } from '../facets/policy';
import { rolloutRoleName } from './names';
import { boundaryOf } from './terraform-roles';
import { trustStatements, type Trust } from './trust';

export interface Rollout {
  readonly settings: Settings;
  readonly trust: Trust;
  /** It looks at Auto Scaling groups. */
  readonly looks: boolean;
  /** Topic that it tells people by. */
  readonly topicArn?: string;
}

/** The role with which a delivery workflow sees instances roll and tells how it went. It changes nothing. */
export function addRollout(scope: Construct, { settings, trust, looks, topicArn }: Rollout): void {
  const role = new IamRole(scope, 'this', {
    name: rolloutRoleName(settings),
    path: bootstrapPath,
    description: `Sees the delivery to ${settings.system}/${settings.environment}, and tells how it went`,
    assumeRolePolicy: policyDocument(scope, 'this$trust', trustStatements(settings, trust)),
    ...boundaryOf(settings),
    maxSessionDuration: 10_800,
  });
  const look: Statement = {
    actions: ['autoscaling:DescribeInstanceRefreshes', 'autoscaling:DescribeTags'],
    resources: ['*'],
    why: 'descriptions of Auto Scaling know no resource',
  };
  new IamRolePolicy(scope, 'this$rollout', {
    role: `\${aws_iam_role.${role.friendlyUniqueId}.name}`,
    name: 'rollout',
    policy: policyDocument(scope, 'rollout', [
      ...(looks ? [look] : []),
      ...(topicArn === undefined ? [] : tellStatements(settings, topicArn)),
    ]),
  });
}

/**
 * The key that encrypts the topic is made after this role: it is known by the topic, which SNS names in every use of it.
 * @see https://docs.aws.amazon.com/sns/latest/dg/sns-key-management.html
 */
function tellStatements({ aws }: Settings, topicArn: string): Statement[] {
  const region = topicArn.split(':')[3] ?? aws.region;
  return [
    { actions: ['sns:Publish'], resources: [topicArn] },
    {
      actions: ['kms:Decrypt', 'kms:GenerateDataKey*'],
      resources: [`arn:${aws.partition}:kms:${region}:${aws.account}:key/*`],
      conditions: [
        { test: 'StringEquals', variable: 'kms:EncryptionContext:aws:sns:topicArn', values: [topicArn] },
        { test: 'StringEquals', variable: 'kms:ViaService', values: [`sns.${region}.amazonaws.com`] },
      ],
    },
  ];
}
