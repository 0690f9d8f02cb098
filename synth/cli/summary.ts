import type { Synthesis } from '../pipeline';
import { counted } from './session';

/** What a run has looked at, for people and for programs. */
export function summaryOf(synthesis: Synthesis): {
  readonly data: Readonly<Record<string, number>>;
  readonly lines: readonly string[];
} {
  const { built, counts } = synthesis;
  const data = {
    environments: built.length,
    workspaces: built.reduce((sum, environment) => sum + environment.workspaces.length, 0),
    apps: built.reduce((sum, environment) => sum + environment.apps.length, 0),
    files: synthesis.outputs.reduce((sum, output) => sum + output.artifacts.length, 0),
    ...counts,
  };
  const examples = built
    .filter(({ environment }) => environment.exampleBindings)
    .map(({ environment }) => environment.label);
  return {
    data,
    lines: [
      `${counted(data.environments, 'environment')}, ${counted(data.workspaces, 'workspace')}, ${counted(data.apps, 'app')}, ${counted(data.files, 'file')}`,
      `${counted(counts.judged, 'resource')} judged, ${counts.opaque} opaque, ${counts.unknown} unknown`,
      ...(synthesis.partial.length === 0
        ? []
        : [
            `not rendered, since it takes every environment of the system: bootstrap workspace and workflows of ${synthesis.partial.join(', ')}`,
          ]),
      ...(examples.length === 0 ? [] : [`bindings are examples, not values of AWS: ${examples.join(', ')}`]),
    ],
  };
}
