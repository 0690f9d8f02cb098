import type { CheckCounts, RuleOutcome } from '../check/check';
import type { Synthesis } from '../pipeline';
import { counted } from './session';

/** What a run has looked at, as a program reads it. */
interface SummaryData extends CheckCounts {
  readonly environments: number;
  readonly workspaces: number;
  readonly apps: number;
  readonly files: number;
  /** Of each rule over many objects: what it said, and over how many of them. */
  readonly rules: readonly RuleOutcome[];
}

/** What a run has looked at, for people and for programs. */
export function summaryOf(synthesis: Synthesis): {
  readonly data: SummaryData;
  readonly lines: readonly string[];
} {
  const { built, counts, rules } = synthesis;
  const data = {
    environments: built.length,
    workspaces: workspacesIn(synthesis),
    // Several environments have objects in the folder of the root Application.
    apps: new Set(built.flatMap(({ apps }) => apps.map(({ cluster, name }) => `${cluster}/${name}`))).size,
    files: synthesis.outputs.reduce((sum, output) => sum + output.artifacts.length, 0),
    ...counts,
    rules,
  };
  const examples = built
    .filter(({ environment }) => environment.exampleBindings)
    .map(({ environment }) => environment.label);
  return {
    data,
    lines: [
      `${counted(data.environments, 'environment')}, ${counted(data.workspaces, 'workspace')}, ${counted(data.apps, 'app')}, ${counted(data.files, 'file')}`,
      `${counted(counts.judged, 'resource')} judged, ${counts.opaque} opaque, ${counts.unknown} unknown`,
      rulesLine(rules),
      ...(synthesis.partial.length === 0
        ? []
        : [
            `not rendered, since it takes every environment of the system: bootstrap workspace and workflows of ${synthesis.partial.join(', ')}`,
          ]),
      ...(synthesis.complete ? [] : ['not rendered, since it takes every environment there is: docs/runs.md']),
      ...(examples.length === 0 ? [] : [`bindings are examples, not values of AWS: ${examples.join(', ')}`]),
    ],
  };
}

/** Folders of Terraform files, those that a system has in common included. */
function workspacesIn({ outputs }: Synthesis): number {
  const paths = outputs.flatMap(({ artifacts }) => artifacts.map(({ path }) => path));
  return new Set(paths.flatMap((path) => /^workspaces\/([^/]+)\//.exec(path)?.[1] ?? [])).size;
}

/** `33 rules over 1200 places: 20 kept, 1 broken, 12 not applicable`. */
function rulesLine(rules: readonly RuleOutcome[]): string {
  const count = (outcome: RuleOutcome['outcome']): number => rules.filter((rule) => rule.outcome === outcome).length;
  const judged = rules.reduce((sum, rule) => sum + rule.judged, 0);
  return `${counted(rules.length, 'rule')} over ${counted(judged, 'place')}: ${count('compliant')} kept, ${count('not-compliant')} broken, ${count('not-applicable')} not applicable`;
}
