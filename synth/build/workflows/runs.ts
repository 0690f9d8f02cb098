import type { WorkspaceGraph, WorkspaceNode } from '../workspace-graph';
import { githubEnvironment } from '../delivery';
import { expression as of, type Job, type Workflow } from './workflow';

/** Where the runs are. */
export interface RunsPlace {
  readonly system: string;
  readonly organization: string;
  readonly hostname: string;
}

/** Script that starts a run and waits for its end. */
export const runScript = 'tools/ci/terraform-cloud-run.sh';

/**
 * The first apply and a destroy of a system in Terraform Cloud, by hand. Run triggers order what follows a merge, but not
 * the first runs (nothing triggers a workspace that has never run), and not a destroy (they only run forwards).
 */
export function runsWorkflow({ system, organization, hostname }: RunsPlace, graph: WorkspaceGraph): Workflow {
  const forwards = graph.rounds().flat();
  const place = { TERRAFORM_HOST: hostname, ORGANIZATION: organization };
  const jobs = [
    ...forwards.map((node) => job(node, { operation: 'apply', after: known(graph, node.reads), place })),
    ...[...forwards]
      .reverse()
      .map((node) => job(node, { operation: 'destroy', after: graph.consumersOf(node.name), place })),
  ];
  return {
    name: `${system}: first apply, destroy`,
    on: {
      workflow_dispatch: {
        inputs: {
          operation: {
            description: 'What is done, workspace by workspace',
            type: 'choice',
            options: ['apply', 'destroy'],
            required: true,
          },
          confirm: { description: `To destroy, the name of the system: ${system}`, type: 'string', default: '' },
        },
      },
    },
    concurrency: { group: `${system}-runs`, cancelInProgress: false },
    jobs: {
      confirmed: confirmedJob(system),
      ...Object.fromEntries(jobs),
    },
  };
}

function confirmedJob(system: string): Job {
  return {
    name: 'Meant as said',
    permissions: {},
    timeoutMinutes: 5,
    steps: [
      {
        env: { OPERATION: of('inputs.operation'), CONFIRM: of('inputs.confirm') },
        run: [
          `if [ "$OPERATION" = destroy ] && [ "$CONFIRM" != ${system} ]; then`,
          `  echo "::error title=not confirmed::to destroy ${system}, write its name"`,
          '  exit 1',
          'fi',
        ],
      },
    ],
  };
}

function known(graph: WorkspaceGraph, names: readonly string[]): string[] {
  const all = new Set(graph.nodes.map(({ name }) => name));
  return names.filter((name) => all.has(name));
}

interface RunJob {
  readonly operation: 'apply' | 'destroy';
  readonly after: readonly string[];
  readonly place: Readonly<Record<string, string>>;
}

function job({ name, environment }: WorkspaceNode, { operation, after, place }: RunJob): [string, Job] {
  const id = (workspace: string): string => `${operation}-${workspace}`;
  return [
    id(name),
    {
      name: `${operation} ${name}`,
      needs: ['confirmed', ...after.map(id)],
      if: `inputs.operation == '${operation}'`,
      permissions: { contents: 'read' },
      // Its protection rules ask for approval, once for each workspace.
      environment: githubEnvironment(environment.settings),
      timeoutMinutes: 120,
      steps: [
        { uses: 'actions/checkout', with: { 'persist-credentials': false } },
        {
          env: { ...place, WORKSPACE: name, OPERATION: operation, TERRAFORM_TOKEN: of('secrets.TERRAFORM_TOKEN') },
          run: [runScript],
        },
      ],
    },
  ];
}
