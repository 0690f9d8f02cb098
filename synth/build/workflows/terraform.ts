import type { JsonObject } from '../../../schemas/primitives/artifact';
import type { Settings } from '../../../schemas/contract/settings';
import { bootstrapArn, terraformRoleName, type Phase } from '../../../stacks/bootstrap/names';
import { githubEnvironment } from '../delivery';
import type { WorkspaceGraph, WorkspaceNode } from '../workspace-graph';
import { expression as of, type Job, type Step, type Workflow } from './workflow';

export interface TerraformWorkflow {
  readonly system: string;
  readonly branch: string;
  /** Terraform, exactly. */
  readonly version: string;
  readonly graph: WorkspaceGraph;
}

const onPullRequest =
  "github.event_name == 'pull_request' && github.event.pull_request.head.repo.full_name == github.repository";

/**
 * Plans the workspaces that a pull request changes, and applies them and what reads them after the merge, each after
 * those that it reads. For systems whose state is in S3: nobody else applies them.
 */
export function terraformWorkflow(terraform: TerraformWorkflow): Workflow {
  const { system, branch, graph } = terraform;
  const nodes = graph.rounds().flat();
  const paths = [...nodes.map(({ name }) => `workspaces/${name}/**`), `.github/workflows/${system}-terraform.yml`];
  return {
    name: `${system}: terraform`,
    on: {
      pull_request: { branches: [branch], paths },
      push: { branches: [branch], paths: paths.slice(0, -1) },
      workflow_dispatch: {},
    },
    jobs: {
      changes: changesJob(terraform, nodes),
      plan: planJob(terraform),
      comment: commentJob(system),
      ...Object.fromEntries(nodes.map((node) => [`apply-${node.name}`, applyJob(terraform, node)])),
    },
  };
}

function roleOf(settings: Settings, phase: Phase): string {
  return bootstrapArn(settings, 'role', terraformRoleName(settings, phase));
}

/** Which workspaces differ, and what comes after them: tables made from the graph, so that no tool reads it in CI. */
function changesJob({ graph }: TerraformWorkflow, nodes: readonly WorkspaceNode[]): Job {
  const plans: JsonObject = Object.fromEntries(
    nodes.map(({ name, environment: { settings } }) => [
      name,
      { workspace: name, role: roleOf(settings, 'plan'), region: settings.aws.region },
    ]),
  );
  const after: JsonObject = Object.fromEntries(nodes.map(({ name }) => [name, graph.downstream([name])]));
  return {
    name: 'Which workspaces',
    permissions: { contents: 'read' },
    timeoutMinutes: 5,
    outputs: { plan: of('steps.list.outputs.plan'), apply: of('steps.list.outputs.apply') },
    steps: [
      { uses: 'actions/checkout', with: { 'fetch-depth': 0, 'persist-credentials': false } },
      {
        id: 'list',
        env: {
          BASE: of('github.event.pull_request.base.sha || github.event.before'),
          PLANS: JSON.stringify(plans),
          AFTER: JSON.stringify(after),
        },
        run: [
          'if git cat-file -e "$BASE^{commit}" 2> /dev/null; then',
          '  changed=$(git diff --name-only "$BASE...HEAD" -- workspaces | cut -d / -f 2 | sort -u | jq -R . | jq -sc .)',
          'else',
          '  changed=$(jq -c keys <<< "$AFTER")',
          'fi',
          'plan=$(jq -c --argjson changed "$changed" \'[.[$changed[]] | values]\' <<< "$PLANS")',
          'apply=$(jq -c --argjson changed "$changed" \'[.[$changed[]] | values[]] | unique\' <<< "$AFTER")',
          'echo "plan=$plan" | tee -a "$GITHUB_OUTPUT"',
          'echo "apply=$apply" | tee -a "$GITHUB_OUTPUT"',
        ],
      },
    ],
  };
}

interface Run {
  readonly role: string;
  readonly region: string;
  readonly workspace: string;
  /** What is checked out; by default the commit that set the workflow off. */
  readonly ref?: string;
}

function terraformSteps({ version }: TerraformWorkflow, { role, region, workspace, ref }: Run): Step[] {
  return [
    { uses: 'actions/checkout', with: { 'persist-credentials': false, ...(ref === undefined ? {} : { ref }) } },
    { uses: 'hashicorp/setup-terraform', with: { terraform_version: version, terraform_wrapper: false } },
    {
      uses: 'aws-actions/configure-aws-credentials',
      with: { 'role-to-assume': role, 'aws-region': region },
    },
    {
      name: 'Initialise',
      env: { WORKSPACE: workspace },
      run: ['terraform -chdir="workspaces/$WORKSPACE" init -input=false'],
    },
  ];
}

function planJob(terraform: TerraformWorkflow): Job {
  const workspace = of('matrix.workspace');
  return {
    name: `Plan ${workspace}`,
    needs: ['changes'],
    if: `${onPullRequest} && needs.changes.outputs.plan != '[]'`,
    permissions: { contents: 'read', 'id-token': 'write' },
    timeoutMinutes: 30,
    matrix: { include: of('fromJSON(needs.changes.outputs.plan)') },
    steps: [
      ...terraformSteps(terraform, { workspace, role: of('matrix.role'), region: of('matrix.region') }),
      {
        name: 'Plan',
        env: { WORKSPACE: workspace },
        run: [
          'mkdir plans',
          'terraform -chdir="workspaces/$WORKSPACE" plan -input=false -lock-timeout=5m -out="$RUNNER_TEMP/plan"',
          '# The text alone leaves the job: a plan file holds every value in clear.',
          'terraform -chdir="workspaces/$WORKSPACE" show -no-color "$RUNNER_TEMP/plan" > "plans/$WORKSPACE.txt"',
          'tail -n 1 "plans/$WORKSPACE.txt" >> "$GITHUB_STEP_SUMMARY"',
        ],
      },
      {
        uses: 'actions/upload-artifact',
        with: { name: `plan-${workspace}`, path: 'plans', 'retention-days': 14 },
      },
    ],
  };
}

/** Characters that a comment may have, with room for the rest of it. */
const commentLimit = 60_000;

/** One comment that is kept up to date, instead of one a push. */
function commentJob(system: string): Job {
  const mark = `<!-- terraform ${system} -->`;
  return {
    name: 'Plans as a comment',
    needs: ['plan'],
    if: `${onPullRequest} && !cancelled() && needs.plan.result != 'skipped'`,
    permissions: { 'pull-requests': 'write' },
    timeoutMinutes: 5,
    steps: [
      {
        uses: 'actions/download-artifact',
        with: { pattern: 'plan-*', path: 'plans', 'merge-multiple': true },
      },
      {
        env: {
          GH_TOKEN: of('github.token'),
          NUMBER: of('github.event.pull_request.number'),
          RESULT: of('needs.plan.result'),
          RUN: `${of('github.server_url')}/${of('github.repository')}/actions/runs/${of('github.run_id')}`,
        },
        run: [
          '{',
          `  echo '${mark}'`,
          '  echo "Plans of the changed workspaces: $RESULT. In full as artifacts of [this run]($RUN)."',
          '  for plan in plans/*.txt; do',
          '    [ -e "$plan" ] || continue',
          '    printf \'\\n<details><summary>%s: %s</summary>\\n\\n```\\n\' "$(basename "$plan" .txt)" "$(grep -E \'^(Plan:|No changes)\' "$plan" || true)"',
          '    cat "$plan"',
          "    printf '\\n```\\n</details>\\n'",
          '  done',
          '} > whole.md',
          `head -c ${commentLimit} whole.md > body.md`,
          `comment=$(gh api --paginate "repos/$GITHUB_REPOSITORY/issues/$NUMBER/comments" --jq '.[] | select(.body | startswith("${mark}")) | .id' | head -n 1)`,
          'if [ -n "$comment" ]; then',
          '  gh api -X PATCH "repos/$GITHUB_REPOSITORY/issues/comments/$comment" -F body=@body.md --silent',
          'else',
          '  gh api -X POST "repos/$GITHUB_REPOSITORY/issues/$NUMBER/comments" -F body=@body.md --silent',
          'fi',
        ],
      },
    ],
  };
}

/**
 * A job that was left out since nothing of it changed lets the ones after it go on; one that failed does not. What is
 * applied is the branch as it is by then: runs overtake each other, and an earlier commit must not set a later one back.
 */
function applyJob(terraform: TerraformWorkflow, { name, reads, environment }: WorkspaceNode): Job {
  const { settings } = environment;
  const known = new Set(terraform.graph.nodes.map((node) => node.name));
  const role = roleOf(settings, 'apply');
  return {
    name: `Apply ${name}`,
    needs: ['changes', ...reads.filter((read) => known.has(read)).map((read) => `apply-${read}`)],
    if: `!cancelled() && !failure() && github.event_name != 'pull_request' && github.ref == 'refs/heads/${terraform.branch}' && contains(fromJSON(needs.changes.outputs.apply), '${name}')`,
    permissions: { contents: 'read', 'id-token': 'write' },
    environment: githubEnvironment(settings),
    concurrency: { group: `terraform-${name}`, cancelInProgress: false },
    timeoutMinutes: 120,
    steps: [
      ...terraformSteps(terraform, { workspace: name, role, region: settings.aws.region, ref: terraform.branch }),
      {
        name: 'Apply',
        env: { WORKSPACE: name },
        run: [
          'code=0',
          'terraform -chdir="workspaces/$WORKSPACE" plan -input=false -lock-timeout=10m -detailed-exitcode -out="$RUNNER_TEMP/plan" || code=$?',
          'case "$code" in',
          '  0) echo "nothing differs" ;;',
          '  2) terraform -chdir="workspaces/$WORKSPACE" apply -input=false -lock-timeout=10m "$RUNNER_TEMP/plan" ;;',
          '  *) exit "$code" ;;',
          'esac',
        ],
      },
    ],
  };
}
