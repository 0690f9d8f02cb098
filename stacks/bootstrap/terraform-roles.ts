import { IamPolicy } from '@cdktf/provider-aws/lib/iam-policy';
import { IamRole } from '@cdktf/provider-aws/lib/iam-role';
import { IamRolePolicy } from '@cdktf/provider-aws/lib/iam-role-policy';
import { IamRolePolicyAttachment } from '@cdktf/provider-aws/lib/iam-role-policy-attachment';
import type { Construct } from 'constructs';
import { bootstrapPath } from '../../schemas/contract/layers';
import type { PolicyStatement } from '../../schemas/contract/kind';
import type { Settings } from '../../schemas/contract/settings';
import { policyDocument } from '../facets/policy';
import { terraformId } from '../workspace';
import { terraformRoleName, type Phase } from './names';
import {
  applyStatements,
  boundaryStatements,
  planStatements,
  stateStatements,
  type EnvironmentNeeds,
  type StateAccess,
} from './permissions';
import { trustStatements, type Trust } from './trust';

export interface TerraformRoles {
  readonly settings: Settings;
  readonly trust: Readonly<Record<Phase, Trust>>;
  readonly needs: EnvironmentNeeds;
  /** Where the state is in S3. */
  readonly state?: StateAccess;
}

/** Roles that plan and apply an environment: the plan reads, the apply changes what is not IAM, and IAM by name. */
export function addTerraformRoles(scope: Construct, roles: TerraformRoles): void {
  addRole(scope, roles, {
    phase: 'plan',
    managedPolicy: 'ReadOnlyAccess',
    statements: planStatements(roles.settings, roles.needs),
  });
  addRole(scope, roles, {
    phase: 'apply',
    managedPolicy: 'PowerUserAccess',
    statements: applyStatements(roles.settings, roles.needs),
  });
}

interface Permissions {
  readonly phase: Phase;
  /** Policy that AWS keeps up to date. */
  readonly managedPolicy: string;
  readonly statements: readonly PolicyStatement[];
}

function addRole(
  scope: Construct,
  { settings, trust, state }: TerraformRoles,
  { phase, managedPolicy, statements }: Permissions,
): void {
  const { system, environment, aws } = settings;
  const role = new IamRole(scope, `terraform-${phase}`, {
    name: terraformRoleName(settings, phase),
    path: bootstrapPath,
    description: `Terraform ${phase} of ${system}/${environment}`,
    assumeRolePolicy: policyDocument(scope, `terraform-${phase}$trust`, trustStatements(settings, trust[phase])),
    ...boundaryOf(settings),
    // Seconds. Aurora and EKS take their time.
    maxSessionDuration: phase === 'plan' ? 3600 : 4 * 3600,
  });
  const name = `\${aws_iam_role.${role.friendlyUniqueId}.name}`;
  new IamRolePolicyAttachment(scope, `terraform-${phase}$managed`, {
    role: name,
    policyArn: `arn:${aws.partition}:iam::aws:policy/${managedPolicy}`,
  });
  const all = [...statements, ...(state === undefined ? [] : stateStatements(aws.partition, state, phase))];
  new IamRolePolicy(scope, `terraform-${phase}$own`, {
    role: name,
    name: `terraform-${phase}`,
    policy: policyDocument(scope, `terraform-${phase}-own`, all),
  });
}

/** The boundary by reference, since it has to be there before the first role. */
export function boundaryOf({ aws }: Settings): { readonly permissionsBoundary?: string } {
  return aws.permissionsBoundary === undefined
    ? {}
    : { permissionsBoundary: `\${aws_iam_policy.${terraformId(boundaryScope)}.arn}` };
}

export const boundaryScope = 'permissions-boundary';

/** The most that any role of the account's workspaces may do. It grants nothing by itself. */
export function addBoundary(scope: Construct, settings: Settings, name: string): void {
  new IamPolicy(scope, 'this', {
    name,
    path: bootstrapPath,
    description: `The most that roles of ${settings.system} may do`,
    policy: policyDocument(scope, 'this$document', boundaryStatements(settings, name)),
    lifecycle: { preventDestroy: true },
  });
}
