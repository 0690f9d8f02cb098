import { compareText } from '../schemas/primitives/finding';
import type { Files } from './host/host';

/** One environment of the repository: a file of its own below `environments/<system>/`. */
export interface EnvironmentFile {
  readonly system: string;
  readonly name: string;
  /** `system/name`. */
  readonly label: string;
}

const environmentFile = /^(?!system\.yaml$)([a-z][a-z0-9-]{0,30})\.yaml$/;

/** Every environment there is, in order of its label. */
export function discoverEnvironments(files: Pick<Files, 'exists' | 'list'>): EnvironmentFile[] {
  if (!files.exists('environments')) return [];
  const systems = files.list('environments').filter((entry) => entry.kind === 'directory');
  const found = systems.flatMap(({ name: system }) =>
    files.list(`environments/${system}`).flatMap((entry) => {
      const name = entry.kind === 'file' ? environmentFile.exec(entry.name)?.[1] : undefined;
      return name === undefined ? [] : [{ system, name, label: `${system}/${name}` }];
    }),
  );
  return found.sort((a, b) => compareText(a.label, b.label));
}

/** The environments that patterns select: `pingvas/dev`, `pingvas`, `dev`, or with `*` for any part of a name. No pattern selects all. */
export function selectEnvironments(
  all: readonly EnvironmentFile[],
  patterns: readonly string[],
): { readonly selected: EnvironmentFile[]; readonly unmatched: string[] } {
  if (patterns.length === 0) return { selected: [...all], unmatched: [] };
  const matchers = patterns.map((pattern) => ({ pattern, matches: matcherOf(pattern) }));
  return {
    selected: all.filter((environment) => matchers.some(({ matches }) => matches(environment))),
    unmatched: matchers
      .filter(({ matches }) => !all.some((environment) => matches(environment)))
      .map(({ pattern }) => pattern),
  };
}

function matcherOf(pattern: string): (environment: EnvironmentFile) => boolean {
  const expression = new RegExp(`^${pattern.replace(/[.+?^${}()|[\]\\]/g, '\\$&').replace(/\*/g, '[^/]*')}$`);
  return ({ system, name, label }) =>
    expression.test(pattern.includes('/') ? label : name) || (!pattern.includes('/') && expression.test(system));
}
