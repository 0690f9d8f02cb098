import { EksPodIdentityAssociation } from '@cdktf/provider-aws/lib/eks-pod-identity-association';
import { IamInstanceProfile } from '@cdktf/provider-aws/lib/iam-instance-profile';
import { IamRole } from '@cdktf/provider-aws/lib/iam-role';
import { IamRolePolicy } from '@cdktf/provider-aws/lib/iam-role-policy';
import type { Construct } from 'constructs';
import type { Statement } from '../../schemas/contract/connection';
import type { PolicyStatement } from '../../schemas/contract/kind';
import { terraformId } from '../workspace';
import { policyDocument, serviceTrust } from './policy';

export interface Identity {
  readonly roleName: string;
  readonly description: string;
  /** Statements by what they are for: one inline policy each, so that a review sees which connection gives what. */
  readonly grants: Readonly<Record<string, readonly Statement[]>>;
  readonly holder:
    | {
        readonly runs: 'pod';
        readonly clusterName: string;
        readonly namespace: string;
        readonly serviceAccount: string;
      }
    | { readonly runs: 'instance'; readonly profileName: string }
    /** ARN of the one role that may take this one on. */
    | { readonly runs: 'assumed'; readonly roleArn: string };
}

/** Where the policy of a grant stands in the file of a component of that id, as a JSON pointer. */
export function grantPointer(componentId: string, purpose: string): string {
  return `/resource/aws_iam_role_policy/${componentId}_${terraformId(grantId(purpose))}/policy`;
}

function grantId(purpose: string): string {
  return `grant-${purpose}`;
}

/**
 * The role of a workload, with the grants of its connections. Pods take it on through EKS Pod Identity.
 * @see https://docs.aws.amazon.com/eks/latest/userguide/pod-id-association.html
 */
export function addIdentity(scope: Construct, identity: Identity): void {
  const { holder } = identity;
  const role = new IamRole(scope, 'role', {
    name: identity.roleName,
    description: identity.description,
    assumeRolePolicy: policyDocument(scope, 'trust', trustOf(holder)),
  });
  const roleReference = `aws_iam_role.${role.friendlyUniqueId}`;
  const policies = Object.entries(identity.grants).map(
    ([purpose, statements]) =>
      new IamRolePolicy(scope, grantId(purpose), {
        role: `\${${roleReference}.name}`,
        name: purpose,
        policy: policyDocument(scope, `${grantId(purpose)}$document`, statements),
      }),
  );
  if (holder.runs === 'assumed') return;
  if (holder.runs === 'instance') {
    // An instance that starts before its role may do anything fails.
    new IamInstanceProfile(scope, 'profile', {
      name: holder.profileName,
      role: `\${${roleReference}.name}`,
      dependsOn: policies,
    });
    return;
  }
  new EksPodIdentityAssociation(scope, 'identity', {
    clusterName: holder.clusterName,
    namespace: holder.namespace,
    serviceAccount: holder.serviceAccount,
    roleArn: `\${${roleReference}.arn}`,
  });
}

/** Pod Identity tags the session of its role, and the tags go on to every role that this one takes on. */
function trustOf(holder: Identity['holder']): PolicyStatement[] {
  const actions = ['sts:AssumeRole', 'sts:TagSession'];
  switch (holder.runs) {
    case 'pod':
      return serviceTrust(['pods.eks.amazonaws.com'], actions);
    case 'instance':
      return serviceTrust(['ec2.amazonaws.com']);
    case 'assumed':
      return [{ actions, resources: [], principals: [{ type: 'AWS', identifiers: [holder.roleArn] }] }];
  }
}
