import type { Artifact } from '../../schemas/primitives/artifact';
import type { Finding } from '../../schemas/primitives/finding';
import type { BuiltEnvironment } from './build';
import { renderBootstrap } from './bootstrap';
import { deliveryFaults, keptFaults } from './delivery-faults';
import type { SystemUnit } from './system-unit';
import { renderWorkflows } from './workflows/workflows';
import { workspaceGraph } from './workspace-graph';

export interface BuiltSystem {
  readonly unit: SystemUnit;
  readonly artifacts: readonly Artifact[];
  readonly findings: readonly Finding[];
}

/** What belongs to a system as a whole: the workspace that is applied by hand, and its workflows. Pure. */
export function buildSystem(system: string, built: readonly BuiltEnvironment[]): BuiltSystem {
  const file = `environments/${system}/system.yaml`;
  const unit: SystemUnit = {
    system,
    built,
    graph: workspaceGraph(built.flatMap(({ workspaces }) => workspaces)),
    origin: { at: { file, line: 1, column: 1 }, subject: system },
  };
  const findings = [
    ...mixedBackends(unit),
    ...tooManyTriggers(unit),
    ...built.flatMap(({ environment }) => deliveryFaults(environment)),
    ...keptFaults(built.map(({ environment }) => environment)),
  ];
  if (findings.length > 0) return { unit, artifacts: [], findings };
  return { unit, artifacts: [...renderBootstrap(unit), ...renderWorkflows(unit)], findings };
}

/** One system is applied by one side: half of its graph can't be ordered by another's run triggers. */
function mixedBackends({ built }: SystemUnit): Finding[] {
  const [first, ...others] = built;
  const key = ({ environment }: BuiltEnvironment): string => JSON.stringify(environment.settings.terraform.backend);
  return others
    .filter((other) => first !== undefined && key(other) !== key(first))
    .map(({ environment }) => ({
      code: 'mixed-backends',
      severity: 'error',
      at: environment.positionOf('/terraform/backend'),
      subject: environment.label,
      message: `its backend is not that of ${first?.environment.label ?? ''}`,
      expected: 'one backend for all environments of a system',
      fix: 'state the backend once, in the system file',
      related: [
        {
          at: first?.environment.positionOf('/terraform/backend') ?? environment.positionOf(''),
          message: 'the other one',
        },
      ],
    }));
}

/** Sources that a workspace may have in Terraform Cloud. @see https://developer.hashicorp.com/terraform/cloud-docs/workspaces/settings/run-triggers */
const mostTriggers = 20;

function tooManyTriggers({ built, graph }: SystemUnit): Finding[] {
  if (built[0]?.environment.settings.terraform.backend.cloud === undefined) return [];
  return graph.nodes.flatMap(({ name, environment }) => {
    const { length } = graph.triggersOf(name);
    if (length <= mostTriggers) return [];
    return [
      {
        code: 'too-many-run-triggers',
        severity: 'error',
        at: environment.positionOf(''),
        subject: environment.label,
        message: `${name} would be planned anew after ${length} workspaces`,
        expected: `at most ${mostTriggers}`,
        fix: 'let it use fewer environments, or what they have in common through one base',
      },
    ];
  });
}
