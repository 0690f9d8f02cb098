import type { JsonObject } from '../../schemas/primitives/artifact';
import { inCi } from './all-02-ci';
import type { OutputTree } from './output-tree';
import type { Row } from './row';
import { cloudSystems, forEachSystem, workspacesOf, type SystemFacts } from './systems';
import { sorted } from './values';

export const all02: Row = {
  id: 'ALL-02',
  title: 'Runs as code: workspaces of Terraform Cloud, or a workflow, their order and credentials; drift',
  states: {
    'every workspace is made by the bootstrap, in the project of the system': inEach((own, system) => {
      const { name: project } = system;
      expect(Object.values(made(own, system, 'tfe_project')).map(({ name }) => name)).toEqual([project]);
      const workspaces = Object.values(made(own, system, 'tfe_workspace'));
      expect(sorted(workspaces.map(({ name, project_id: id }) => [name, id]))).toEqual(
        sorted(workspacesOf(system).map(({ name }) => [name, '${tfe_project.terraform_cloud_project.id}'])),
      );
    }),
    'each reads its own folder of the repository, and runs when something in it changes': inEach((own, system) => {
      for (const [name, workspace] of each(own, system, 'tfe_workspace')) {
        expect(workspace['working_directory']).toBe(`workspaces/${name}`);
        expect(workspace['file_triggers_enabled']).toBe(true);
        expect(workspace['trigger_patterns']).toEqual([`/workspaces/${name}/**/*`]);
        expect(workspace['vcs_repo']).toEqual({
          branch: 'main',
          identifier: system.repository,
          ingress_submodules: false,
          oauth_token_id: '${var.vcs_oauth_token_id}',
        });
      }
    }),
    'a pull request gets a plan, and a merge is applied only when someone has confirmed its plan': inEach(
      (own, system) => {
        for (const [, workspace] of each(own, system, 'tfe_workspace')) {
          expect([
            workspace['speculative_enabled'],
            workspace['auto_apply'],
            workspace['auto_apply_run_trigger'],
          ]).toEqual([true, false, false]);
        }
      },
    ),
    'all run one exact version of Terraform': inEach((own, system) => {
      for (const [, workspace] of each(own, system, 'tfe_workspace'))
        expect(workspace['terraform_version']).toBe('1.11.4');
    }),
    'a workspace runs again after each one whose values it reads, and no run is started twice': inEach(
      (own, system) => {
        const triggers = Object.values(made(own, system, 'tfe_run_trigger'));
        const id = (part: string) => idOf(`${system.name}-${part}`);
        expect(sorted(triggers.map((trigger) => [trigger['workspace_id'], trigger['sourceable_id']]))).toEqual(
          sorted(Object.entries(system.after).flatMap(([to, from]) => from.map((source) => [id(to), id(source)]))),
        );
      },
    ),
    'a state is read only by the workspaces that need it': inEach((own, system) => {
      const readers = readersOf(own, system);
      for (const [name, settings] of each(own, system, 'tfe_workspace_settings')) {
        expect(settings['workspace_id']).toBe(idOf(name));
        expect(settings['global_remote_state']).toBe(false);
        expect(sorted((settings['remote_state_consumer_ids'] ?? []) as string[])).toEqual(
          sorted((readers.get(name) ?? []).map(idOf)),
        );
      }
    }),
    'drift is looked for, and runs are made by Terraform Cloud itself: no workspace reaches into the VPC, so none needs an agent':
      inEach((own, system) => {
        for (const [, settings] of each(own, system, 'tfe_workspace_settings')) {
          expect([settings['assessments_enabled'], settings['execution_mode']]).toEqual([true, 'remote']);
        }
        const providers = workspacesOf(system).flatMap(({ name }) =>
          Object.keys(own.file(`workspaces/${name}/_workspace.tf.json`)['provider'] as JsonObject),
        );
        expect([...new Set(providers)]).toEqual(['aws']);
      }),
    'runs get short-lived roles of AWS by a variable set of their environment, one to plan and one to apply': inEach(
      (own, system) => {
        const environments = Object.keys(system.environments);
        const sets = Object.values(made(own, system, 'tfe_variable_set')).map(({ name, global }) => [name, global]);
        expect(sorted(sets)).toEqual(
          sorted(environments.map((environment) => [`${system.name}-${environment}-aws`, false])),
        );
        const variables = Object.values(made(own, system, 'tfe_variable')).map(
          ({ key, value, category, sensitive, variable_set_id: set }) => [set, key, value, category, sensitive],
        );
        expect(sorted(variables)).toEqual(
          sorted(environments.flatMap((environment) => variablesOf(system, environment))),
        );
      },
    ),
    'each variable set is for the workspaces of its environment': inEach((own, system) => {
      const links = Object.values(made(own, system, 'tfe_workspace_variable_set'));
      expect(sorted(links.map(({ variable_set_id: set, workspace_id: workspace }) => [set, workspace]))).toEqual(
        sorted(workspacesOf(system).map(({ environment, name }) => [setOf(environment), idOf(name)])),
      );
    }),
    'the roles trust the runs of these workspaces alone, the plan role those that plan and the apply role those that apply':
      inEach((own, system) => {
        for (const environment of Object.keys(system.environments))
          for (const phase of ['plan', 'apply'])
            expect(statementsOf(own, system, `${environment}_access_terraform_${phase}`)).toEqual([
              trustOf(system, environment, phase),
            ]);
      }),
    ...inCi,
  },
};

/** For each system of Terraform Cloud. */
function inEach(check: (own: OutputTree, system: SystemFacts) => void): (output: OutputTree) => void {
  return forEachSystem(cloudSystems, check);
}

/** What the bootstrap of a system makes of a type. */
function made(own: OutputTree, { name }: SystemFacts, type: string): Record<string, JsonObject> {
  return own.resources(`${name}-bootstrap`, type);
}

/** A block of a type for each workspace, with the workspace's name. */
function each(own: OutputTree, system: SystemFacts, type: string): [string, JsonObject][] {
  const found = made(own, system, type);
  return workspacesOf(system).map(({ name }) => [name, found[name.replaceAll('-', '_')] ?? {}]);
}

function idOf(name: string): string {
  return `\${tfe_workspace.${name.replaceAll('-', '_')}.id}`;
}

function setOf(environment: string): string {
  return `\${tfe_variable_set.${environment}_credentials_aws.id}`;
}

function variablesOf({ name, account }: SystemFacts, environment: string): unknown[][] {
  const role = `arn:aws:iam::${account}:role/bootstrap/${name}-${environment}-terraform`;
  return [
    ['TFC_AWS_PROVIDER_AUTH', 'true'],
    ['TFC_AWS_PLAN_ROLE_ARN', `${role}-plan`],
    ['TFC_AWS_APPLY_ROLE_ARN', `${role}-apply`],
  ].map(([key, value]) => [setOf(environment), key, value, 'env', false]);
}

/** Workspaces that read the state of each, as their configurations say. */
function readersOf(own: OutputTree, system: SystemFacts): Map<string, string[]> {
  const readers = new Map<string, string[]>();
  for (const { name } of workspacesOf(system))
    for (const block of Object.values(own.blocks(name, 'data', 'terraform_remote_state'))) {
      const source = ((block['config'] as JsonObject)['workspaces'] as JsonObject)['name'] as string;
      readers.set(source, [...(readers.get(source) ?? []), name]);
    }
  return readers;
}

function statementsOf(own: OutputTree, { name }: SystemFacts, id: string): unknown {
  return own.blocks(`${name}-bootstrap`, 'data', 'aws_iam_policy_document')[id]?.['statement'];
}

function trustOf({ name, account }: SystemFacts, environment: string, phase: string): JsonObject {
  const own = ['foundation', 'data', 'platform'].map(
    (layer) => `organization:${name}:project:${name}:workspace:${name}-${environment}-${layer}:run_phase:${phase}`,
  );
  return {
    actions: ['sts:AssumeRoleWithWebIdentity'],
    condition: [
      { test: 'StringEquals', values: ['aws.workload.identity'], variable: 'app.terraform.io:aud' },
      { test: 'StringEquals', values: own, variable: 'app.terraform.io:sub' },
    ],
    effect: 'Allow',
    principals: [{ identifiers: [`arn:aws:iam::${account}:oidc-provider/app.terraform.io`], type: 'Federated' }],
  };
}
