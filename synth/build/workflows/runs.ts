import { compareText } from '../../../schemas/primitives/finding';
import type { Environment } from '../../model';
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
  const environments = [...new Set(forwards.map(({ environment }) => environment))];
  const jobs = [
    ...forwards.map((node) =>
      job(node, {
        operation: 'apply',
        after: known(graph, node.reads),
        place,
        choices: standingOn(node.environment, environments),
      }),
    ),
    ...[...forwards].reverse().map((node) =>
      job(node, {
        operation: 'destroy',
        after: graph.consumersOf(node.name),
        place,
        // What others stand on goes with all of them.
        choices: standingOn(node.environment, environments).length > 1 ? [] : [node.environment.name],
      }),
    ),
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
          environment: {
            description: 'One environment, with what it stands on to apply it; or all',
            type: 'choice',
            options: [all, ...environments.map(({ name }) => name).sort(compareText)],
            default: all,
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

const all = 'all';

/** An environment and those that stand on it: to apply one of them is to apply it, too. */
function standingOn(base: Environment, environments: readonly Environment[]): string[] {
  const standsOn = (at: Environment | undefined): boolean =>
    at !== undefined && (at.name === base.name || standsOn(at.base));
  return environments.filter(standsOn).map(({ name }) => name);
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
  /** Environments with which it is done, beside all. */
  readonly choices: readonly string[];
}

function job({ name, environment }: WorkspaceNode, { operation, after, place, choices }: RunJob): [string, Job] {
  const id = (workspace: string): string => `${operation}-${workspace}`;
  const chosen = JSON.stringify([all, ...[...choices].sort(compareText)]);
  return [
    id(name),
    {
      name: `${operation} ${name}`,
      needs: ['confirmed', ...after.map(id)],
      if: `inputs.operation == '${operation}' && contains(fromJSON('${chosen}'), inputs.environment)`,
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
