import { bootstrapPath } from '../../schemas/contract/layers';
import type { Settings } from '../../schemas/contract/settings';
import { defaultName } from '../../schemas/primitives/names';

/** The two phases of a run, each with a role of its own. */
export type Phase = 'plan' | 'apply';

/** Role that plans or applies the workspaces of an environment. */
export function terraformRoleName(
  { system, environment }: Pick<Settings, 'system' | 'environment'>,
  phase: Phase,
): string {
  return defaultName('iam-role', [system, environment, `terraform-${phase}`]);
}

/** Role that pushes the images of a system. */
export function imagePushRoleName(system: string): string {
  return defaultName('iam-role', [system, 'image-push']);
}

/** Role with which the delivery workflow of an environment sees instances roll, and tells people. */
export function rolloutRoleName({ system, environment }: Pick<Settings, 'system' | 'environment'>): string {
  return defaultName('iam-role', [system, environment, 'rollout']);
}

/** Roles and policies of the bootstrap workspace have a path of their own, so that statements can leave them out. */
export function bootstrapArn({ aws }: Pick<Settings, 'aws'>, type: 'role' | 'policy', name: string): string {
  return `arn:${aws.partition}:iam::${aws.account}:${type}${bootstrapPath}${name}`;
}

/** An OIDC provider's ARN holds its host, not its id. */
export function identityProviderArn({ aws }: Pick<Settings, 'aws'>, host: string): string {
  return `arn:${aws.partition}:iam::${aws.account}:oidc-provider/${host}`;
}

/** @see https://docs.github.com/en/actions/concepts/security/openid-connect */
export const githubIssuer = 'token.actions.githubusercontent.com';

/** `owner/name` of a repository on GitHub; nothing for one that is elsewhere. */
export function githubRepository(url: string): string | undefined {
  return /^https:\/\/github\.com\/([^/]+\/[^/]+?)(?:\.git)?\/?$/.exec(url)?.[1];
}
