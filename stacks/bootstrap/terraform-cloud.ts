import { AgentPool } from '@cdktf/provider-tfe/lib/agent-pool';
import { AgentPoolAllowedWorkspaces } from '@cdktf/provider-tfe/lib/agent-pool-allowed-workspaces';
import { NotificationConfiguration } from '@cdktf/provider-tfe/lib/notification-configuration';
import { Project } from '@cdktf/provider-tfe/lib/project';
import { RunTrigger } from '@cdktf/provider-tfe/lib/run-trigger';
import { Variable } from '@cdktf/provider-tfe/lib/variable';
import { VariableSet } from '@cdktf/provider-tfe/lib/variable-set';
import { Workspace as TfeWorkspace } from '@cdktf/provider-tfe/lib/workspace';
import { WorkspaceSettings } from '@cdktf/provider-tfe/lib/workspace-settings';
import { WorkspaceVariableSet } from '@cdktf/provider-tfe/lib/workspace-variable-set';
import type { Construct } from 'constructs';
import type { Settings } from '../../schemas/contract/settings';
import { terraformId } from '../workspace';

export type CloudBackend = NonNullable<Settings['terraform']['backend']['cloud']>;

/** One workspace as Terraform Cloud has to know it. */
export interface CloudWorkspace {
  readonly name: string;
  readonly settings: Settings;
  readonly layer: string;
  readonly cloud: CloudBackend;
  /** `owner/name` as the VCS connection knows the repository. */
  readonly repository: string;
  /** Names of the workspaces that read its outputs. */
  readonly consumers: readonly string[];
  /** Names of the workspaces after whose apply it is planned anew. */
  readonly triggers: readonly string[];
}

export const projectScope = 'terraform-cloud';

/** Project of a system, the agents that run its plans, and what they may run. */
export function addProject(
  scope: Construct,
  cloud: CloudBackend,
  { system, workspaces }: { readonly system: string; readonly workspaces: readonly string[] },
): void {
  new Project(scope, 'project', { name: cloud.project ?? system, description: `Workspaces of ${system}` });
  if (cloud.agentPool === undefined) return;
  new AgentPool(scope, 'agents', { name: cloud.agentPool, organizationScoped: false });
  new AgentPoolAllowedWorkspaces(scope, 'agents$workspaces', {
    agentPoolId: `\${tfe_agent_pool.${terraformId(projectScope)}_agents.id}`,
    allowedWorkspaceIds: workspaces.map(workspaceId),
  });
}

/**
 * A workspace that plans on pull requests and applies what is merged. It watches its own folder alone: what it reads of
 * others reaches it by run triggers, and a folder watched as well would start every run twice.
 * @see https://developer.hashicorp.com/terraform/cloud-docs/workspaces/settings/vcs
 */
export function addCloudWorkspace(scope: Construct, workspace: CloudWorkspace): void {
  const { name, settings, layer, cloud, repository } = workspace;
  const { terraform } = settings;
  const folder = `workspaces/${name}`;
  new TfeWorkspace(scope, 'this', {
    name,
    description: `${layer} of ${settings.system}/${settings.environment}`,
    projectId: `\${tfe_project.${terraformId(projectScope)}_project.id}`,
    terraformVersion: terraform.version,
    workingDirectory: folder,
    fileTriggersEnabled: true,
    triggerPatterns: [`/${folder}/**/*`],
    // The first run is started by hand, in the order of docs/runs.md; merges queue runs from then on.
    queueAllRuns: false,
    speculativeEnabled: true,
    autoApply: terraform.autoApply,
    autoApplyRunTrigger: terraform.autoApply,
    allowDestroyPlan: true,
    forceDelete: false,
    structuredRunOutputEnabled: true,
    tags: { system: settings.system, environment: settings.environment, layer, owner: settings.owner },
    vcsRepo: {
      identifier: repository,
      branch: settings.repository.branch,
      oauthTokenId: `\${var.${cloud.vcsTokenVariable}}`,
      ingressSubmodules: false,
    },
  });
  addSettings(scope, workspace);
  for (const source of workspace.triggers) {
    new RunTrigger(scope, `after-${source}`, { workspaceId: workspaceId(name), sourceableId: workspaceId(source) });
  }
  addNotification(scope, workspace);
}

/** Who may read its state, where it runs, and whether its drift is looked for. */
function addSettings(scope: Construct, { name, cloud, consumers }: CloudWorkspace): void {
  // By way of the permission: a workspace can't be set to agents that may not run it yet.
  const agents = `\${tfe_agent_pool_allowed_workspaces.${terraformId(projectScope)}_agents.agent_pool_id}`;
  new WorkspaceSettings(scope, 'this$settings', {
    workspaceId: workspaceId(name),
    globalRemoteState: false,
    remoteStateConsumerIds: consumers.map(workspaceId),
    assessmentsEnabled: cloud.healthAssessments,
    ...(cloud.agentPool === undefined ? { executionMode: 'remote' } : { executionMode: 'agent', agentPoolId: agents }),
  });
}

function addNotification(scope: Construct, { name, cloud: { notifications } }: CloudWorkspace): void {
  if (notifications === undefined) return;
  new NotificationConfiguration(scope, 'this$notification', {
    name: 'slipway',
    workspaceId: workspaceId(name),
    destinationType: notifications.destination,
    url: `\${var.${notifications.urlVariable}}`,
    triggers: [...notifications.triggers],
    enabled: true,
  });
}

/** What lets the runs of an environment take on its roles without a key: AWS trusts the run's own identity token. */
export interface CloudCredentials {
  readonly name: string;
  readonly description: string;
  readonly planRoleArn: string;
  readonly applyRoleArn: string;
  readonly workspaces: readonly string[];
}

/** @see https://developer.hashicorp.com/terraform/cloud-docs/dynamic-provider-credentials/aws-configuration */
export function addCredentials(scope: Construct, credentials: CloudCredentials): void {
  const set = new VariableSet(scope, 'aws', {
    name: credentials.name,
    description: credentials.description,
    global: false,
    priority: true,
  });
  const setId = `\${tfe_variable_set.${set.friendlyUniqueId}.id}`;
  const variables = {
    TFC_AWS_PROVIDER_AUTH: 'true',
    TFC_AWS_PLAN_ROLE_ARN: credentials.planRoleArn,
    TFC_AWS_APPLY_ROLE_ARN: credentials.applyRoleArn,
  };
  for (const [key, value] of Object.entries(variables)) {
    const id = key.toLowerCase().replace(/_/g, '-');
    new Variable(scope, id, { key, value, category: 'env', sensitive: false, variableSetId: setId });
  }
  for (const workspace of credentials.workspaces) {
    new WorkspaceVariableSet(scope, `aws-${workspace}`, {
      variableSetId: setId,
      workspaceId: workspaceId(workspace),
    });
  }
}

/** Expression of a workspace's id: each stands in a scope of its own name. */
function workspaceId(name: string): string {
  return `\${tfe_workspace.${terraformId(name)}.id}`;
}
