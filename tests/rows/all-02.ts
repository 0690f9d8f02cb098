import type { JsonObject } from '../../schemas/primitives/artifact';
import type { OutputTree } from './output-tree';
import type { Row } from './row';

const bootstrap = 'pingvas-bootstrap';
const environments = ['dev', 'prod', 'shared'];
const workspaces = environments.flatMap((environment) =>
  ['foundation', 'data', 'platform'].map((layer) => ({ environment, layer, name: `pingvas-${environment}-${layer}` })),
);

/** What each workspace runs after. What comes by way of another is left out: it would start a run twice. */
const after: Readonly<Record<string, readonly string[]>> = {
  'pingvas-shared-data': ['pingvas-shared-foundation'],
  'pingvas-shared-platform': ['pingvas-shared-data'],
  'pingvas-dev-foundation': ['pingvas-shared-foundation'],
  'pingvas-dev-data': ['pingvas-dev-foundation'],
  'pingvas-dev-platform': ['pingvas-dev-data', 'pingvas-shared-platform'],
  'pingvas-prod-foundation': ['pingvas-shared-foundation'],
  'pingvas-prod-data': ['pingvas-prod-foundation'],
  'pingvas-prod-platform': ['pingvas-prod-data', 'pingvas-shared-platform'],
};

export const all02: Row = {
  id: 'ALL-02',
  title: 'Terraform Cloud as code: workspaces, order of runs, credentials, drift',
  states: {
    'every workspace is made by the bootstrap, in the project of the system': (output) => {
      expect(Object.values(output.resources(bootstrap, 'tfe_project')).map(({ name }) => name)).toEqual(['pingvas']);
      const made = Object.values(output.resources(bootstrap, 'tfe_workspace'));
      expect(sorted(made.map(({ name, project_id: project }) => [name, project]))).toEqual(
        sorted(workspaces.map(({ name }) => [name, '${tfe_project.terraform_cloud_project.id}'])),
      );
    },
    'each reads its own folder of the repository, and runs when something in it changes': (output) => {
      for (const [name, workspace] of each(output, 'tfe_workspace')) {
        expect(workspace['working_directory']).toBe(`workspaces/${name}`);
        expect(workspace['file_triggers_enabled']).toBe(true);
        expect(workspace['trigger_patterns']).toEqual([`/workspaces/${name}/**/*`]);
        expect(workspace['vcs_repo']).toEqual({
          branch: 'main',
          identifier: 'Pinksea-AI/InvokeAI',
          ingress_submodules: false,
          oauth_token_id: '${var.vcs_oauth_token_id}',
        });
      }
    },
    'a pull request gets a plan, and a merge is applied only when someone has confirmed its plan': (output) => {
      for (const [, workspace] of each(output, 'tfe_workspace')) {
        expect([
          workspace['speculative_enabled'],
          workspace['auto_apply'],
          workspace['auto_apply_run_trigger'],
        ]).toEqual([true, false, false]);
      }
    },
    'all run one exact version of Terraform': (output) => {
      for (const [, workspace] of each(output, 'tfe_workspace')) expect(workspace['terraform_version']).toBe('1.11.4');
    },
    'a workspace runs again after each one whose values it reads, and no run is started twice': (output) => {
      const triggers = Object.values(output.resources(bootstrap, 'tfe_run_trigger'));
      expect(sorted(triggers.map((trigger) => [trigger['workspace_id'], trigger['sourceable_id']]))).toEqual(
        sorted(Object.entries(after).flatMap(([to, from]) => from.map((source) => [idOf(to), idOf(source)]))),
      );
    },
    'a state is read only by the workspaces that need it': (output) => {
      const readers = readersOf(output);
      for (const [name, settings] of each(output, 'tfe_workspace_settings')) {
        expect(settings['workspace_id']).toBe(idOf(name));
        expect(settings['global_remote_state']).toBe(false);
        expect(sorted((settings['remote_state_consumer_ids'] ?? []) as string[])).toEqual(
          sorted((readers.get(name) ?? []).map(idOf)),
        );
      }
    },
    'drift is looked for, and runs are made by Terraform Cloud itself: no workspace reaches into the VPC, so none needs an agent':
      (output) => {
        for (const [, settings] of each(output, 'tfe_workspace_settings')) {
          expect([settings['assessments_enabled'], settings['execution_mode']]).toEqual([true, 'remote']);
        }
        const providers = workspaces.flatMap(({ name }) =>
          Object.keys(output.file(`workspaces/${name}/_workspace.tf.json`)['provider'] as JsonObject),
        );
        expect([...new Set(providers)]).toEqual(['aws']);
      },
    'runs get short-lived roles of AWS by a variable set of their environment, one to plan and one to apply': (
      output,
    ) => {
      const sets = Object.values(output.resources(bootstrap, 'tfe_variable_set')).map(({ name, global }) => [
        name,
        global,
      ]);
      expect(sorted(sets)).toEqual(sorted(environments.map((environment) => [`pingvas-${environment}-aws`, false])));
      const variables = Object.values(output.resources(bootstrap, 'tfe_variable')).map(
        ({ key, value, category, sensitive, variable_set_id: set }) => [set, key, value, category, sensitive],
      );
      expect(sorted(variables)).toEqual(sorted(environments.flatMap(variablesOf)));
    },
    'each variable set is for the workspaces of its environment': (output) => {
      const links = Object.values(output.resources(bootstrap, 'tfe_workspace_variable_set'));
      expect(sorted(links.map(({ variable_set_id: set, workspace_id: workspace }) => [set, workspace]))).toEqual(
        sorted(workspaces.map(({ environment, name }) => [setOf(environment), idOf(name)])),
      );
    },
    'the roles trust the runs of these workspaces alone, the plan role those that plan and the apply role those that apply':
      (output) => {
        for (const environment of environments)
          for (const phase of ['plan', 'apply'])
            expect(statementsOf(output, `${environment}_access_terraform_${phase}`)).toEqual([
              trustOf(environment, phase),
            ]);
      },
  },
};

/** A block of a type for each workspace, with the workspace's name. */
function each(output: OutputTree, type: string): [string, JsonObject][] {
  const found = output.resources(bootstrap, type);
  return workspaces.map(({ name }) => [name, found[name.replaceAll('-', '_')] ?? {}]);
}

function idOf(name: string): string {
  return `\${tfe_workspace.${name.replaceAll('-', '_')}.id}`;
}

function setOf(environment: string): string {
  return `\${tfe_variable_set.${environment}_credentials_aws.id}`;
}

function variablesOf(environment: string): unknown[][] {
  const role = `arn:aws:iam::111122223333:role/bootstrap/pingvas-${environment}-terraform`;
  return [
    ['TFC_AWS_PROVIDER_AUTH', 'true'],
    ['TFC_AWS_PLAN_ROLE_ARN', `${role}-plan`],
    ['TFC_AWS_APPLY_ROLE_ARN', `${role}-apply`],
  ].map(([key, value]) => [setOf(environment), key, value, 'env', false]);
}

/** Workspaces that read the state of each, as their configurations say. */
function readersOf(output: OutputTree): Map<string, string[]> {
  const readers = new Map<string, string[]>();
  for (const { name } of workspaces)
    for (const block of Object.values(output.blocks(name, 'data', 'terraform_remote_state'))) {
      const source = ((block['config'] as JsonObject)['workspaces'] as JsonObject)['name'] as string;
      readers.set(source, [...(readers.get(source) ?? []), name]);
    }
  return readers;
}

function statementsOf(output: OutputTree, id: string): unknown {
  return output.blocks(bootstrap, 'data', 'aws_iam_policy_document')[id]?.['statement'];
}

function trustOf(environment: string, phase: string): JsonObject {
  const own = ['foundation', 'data', 'platform'].map(
    (layer) => `organization:pingvas:project:pingvas:workspace:pingvas-${environment}-${layer}:run_phase:${phase}`,
  );
  return {
    actions: ['sts:AssumeRoleWithWebIdentity'],
    condition: [
      { test: 'StringEquals', values: ['aws.workload.identity'], variable: 'app.terraform.io:aud' },
      { test: 'StringEquals', values: own, variable: 'app.terraform.io:sub' },
    ],
    effect: 'Allow',
    principals: [{ identifiers: ['arn:aws:iam::111122223333:oidc-provider/app.terraform.io'], type: 'Federated' }],
  };
}

/** Order is no part of what is stated. */
function sorted(values: readonly unknown[]): string[] {
  return values.map((value) => JSON.stringify(value)).sort();
}
