import type { Json, JsonObject } from '../../schemas/primitives/artifact';
import type { OutputTree } from './output-tree';
import type { Row } from './row';
import { forEachSystem, systems, workspacesOf, type SystemFacts } from './systems';
import { at, entries, list, pick, text } from './values';

const here = 'github.event.pull_request.head.repo.full_name == github.repository';

/** Runs of systems whose state is in a bucket: a workflow plans and applies. */
export const inCi: Row['states'] = {
  'a workflow looks at pull requests and merges that change a workspace, and at nothing else': inEach((own, system) => {
    const folders = workspacesOf(system).map(({ name }) => `workspaces/${name}/**`);
    const workflow = `.github/workflows/${system.name}-terraform.yml`;
    expect(at(workflowOf(own, system), 'on')).toEqual({
      pull_request: { branches: ['main'], paths: [...folders, workflow] },
      push: { branches: ['main'], paths: folders },
      workflow_dispatch: {},
    });
  }),
  'a pull request from the repository itself gets a plan of each workspace that it changes, by a role that trusts pull requests alone':
    inEach((own, system) => {
      const plan = jobsOf(own, system)['plan'];
      expect([at(plan, 'if'), at(plan, 'needs')]).toEqual([
        `github.event_name == 'pull_request' && ${here} && needs.changes.outputs.plan != '[]'`,
        ['changes'],
      ]);
      expect(at(plan, 'strategy', 'matrix', 'include')).toBe('${{ fromJSON(needs.changes.outputs.plan) }}');
      expect(linesOf(own, plan, 'Plan')).toContain(`terraform -chdir="workspaces/$WORKSPACE" plan ${planOptions}`);
      expect(JSON.parse(text(at(listed(own, system), 'PLANS')))).toEqual(
        Object.fromEntries(
          workspacesOf(system).map(({ name, environment }) => [
            name,
            { workspace: name, role: roleOf(system, environment, 'plan'), region: 'us-east-1' },
          ]),
        ),
      );
      for (const environment of Object.keys(system.environments))
        expect(trusted(own, system, [environment, 'plan'])).toEqual([`repo:${system.repository}:pull_request`]);
    }),
  'a merge applies what changed and what reads its values, each layer after those before it and never two runs of one at a time':
    inEach((own, system) => {
      const apply = entries(jobsOf(own, system)).filter(([job]) => job.startsWith('apply-'));
      expect(apply.map(([job, made]) => [job, ...list(at(made, 'needs'))])).toEqual(
        workspacesOf(system).map(({ name }) => [`apply-${name}`, 'changes', ...before(system, name)]),
      );
      for (const [job, made] of apply) {
        const workspace = job.replace('apply-', '');
        expect(pick(made, ['if', 'concurrency'])).toEqual({
          if: `!cancelled() && !failure() && github.event_name != 'pull_request' && github.ref == 'refs/heads/main' && contains(fromJSON(needs.changes.outputs.apply), '${workspace}')`,
          concurrency: { group: `terraform-${workspace}`, 'cancel-in-progress': false },
        });
      }
      const names = workspacesOf(system).map(({ name }) => name);
      expect(JSON.parse(text(at(listed(own, system), 'AFTER')))).toEqual(
        Object.fromEntries(names.map((name, index) => [name, names.slice(index)])),
      );
    }),
  'what is applied is the plan that was made, by a role that trusts jobs of the environment alone': inEach(
    (own, system) => {
      for (const { name, environment } of workspacesOf(system)) {
        const job = jobsOf(own, system)[`apply-${name}`];
        expect(at(job, 'environment')).toBe(`${system.name}-${environment}`);
        const step = stepOf(own, job, 'Apply');
        expect([at(step, 'env', 'WORKSPACE'), text(at(step, 'run'))]).toEqual([name, applyScript]);
        const credentials = own.seek(() => list(at(job, 'steps')).find((each) => at(each, 'with', 'role-to-assume')));
        expect(at(credentials, 'with', 'role-to-assume')).toBe(roleOf(system, environment, 'apply'));
        expect(trusted(own, system, [environment, 'apply'])).toEqual([
          `repo:${system.repository}:environment:${system.name}-${environment}`,
        ]);
      }
    },
  ),
  'CI runs the same exact version of Terraform as Terraform Cloud, and no job has rights that it does not state':
    inEach((own, system) => {
      expect(workflowOf(own, system)['permissions']).toEqual({});
      const jobs = entries(jobsOf(own, system)).filter(([name]) => name === 'plan' || name.startsWith('apply-'));
      expect(jobs).toHaveLength(1 + workspacesOf(system).length);
      for (const [, job] of jobs) {
        expect(at(job, 'permissions')).toEqual({ contents: 'read', 'id-token': 'write' });
        const set = own.seek(() => list(at(job, 'steps')).find((each) => at(each, 'with', 'terraform_version')));
        expect(at(set, 'with', 'terraform_version')).toBe('1.11.4');
      }
    }),
};

const planOptions = '-input=false -lock-timeout=5m -out="$RUNNER_TEMP/plan"';
const applyScript = `code=0
terraform -chdir="workspaces/$WORKSPACE" plan -input=false -lock-timeout=10m -detailed-exitcode -out="$RUNNER_TEMP/plan" || code=$?
case "$code" in
  0) echo "nothing differs" ;;
  2) terraform -chdir="workspaces/$WORKSPACE" apply -input=false -lock-timeout=10m "$RUNNER_TEMP/plan" ;;
  *) exit "$code" ;;
esac
`;

/** For each system whose state is in a bucket. */
function inEach(check: (own: OutputTree, system: SystemFacts) => void): (output: OutputTree) => void {
  return forEachSystem(
    systems.filter(({ s3 }) => s3 !== undefined),
    check,
  );
}

function workflowOf(own: OutputTree, { name }: SystemFacts): JsonObject {
  return own.file(`.github/workflows/${name}-terraform.yml`);
}

function jobsOf(own: OutputTree, system: SystemFacts): Record<string, JsonObject> {
  return workflowOf(own, system)['jobs'] as Record<string, JsonObject>;
}

/** Variables of the step that finds out which workspaces changed. */
function listed(own: OutputTree, system: SystemFacts): Json | undefined {
  const steps = list(at(jobsOf(own, system)['changes'], 'steps'));
  return at(
    own.seek(() => steps.find((step) => at(step, 'id') === 'list')),
    'env',
  );
}

function stepOf(own: OutputTree, job: JsonObject | undefined, name: string): Json | undefined {
  return own.seek(() => list(at(job, 'steps')).find((step) => at(step, 'name') === name));
}

function linesOf(own: OutputTree, job: JsonObject | undefined, name: string): string[] {
  return own.seek(() => text(at(stepOf(own, job, name), 'run')).split('\n'));
}

/** Jobs of the layers before one, in the order that the workflow lists them. */
function before(system: SystemFacts, workspace: string): string[] {
  const names = workspacesOf(system).map(({ name }) => name);
  return names
    .slice(0, names.indexOf(workspace))
    .map((name) => `apply-${name}`)
    .sort();
}

function roleOf({ name, account }: SystemFacts, environment: string, phase: string): string {
  return `arn:aws:iam::${account}:role/bootstrap/${name}-${environment}-terraform-${phase}`;
}

/** Whom the role of an environment that plans, or applies, trusts among the jobs of GitHub. */
function trusted(
  own: OutputTree,
  { name }: SystemFacts,
  [environment, phase]: readonly [environment: string, phase: string],
): Json[] {
  const id = `${environment.replaceAll('-', '_')}_access_terraform_${phase}`;
  const document = own.blocks(`${name}-bootstrap`, 'data', 'aws_iam_policy_document')[id];
  const conditions = list(at(document, 'statement', 0, 'condition'));
  const subjects = own.seek(() =>
    conditions.find((each) => at(each, 'variable') === 'token.actions.githubusercontent.com:sub'),
  );
  return list(at(subjects, 'values'));
}
