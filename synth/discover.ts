import { compareText } from '../schemas/primitives/finding';
import type { Files } from './host/host';

/** One environment of the repository: a file of its own below `environments/<system>/`. */
export interface EnvironmentFile {
  readonly system: string;
  readonly name: string;
  /** `system/name`. */
  readonly label: string;
  /** Files beside it that hold more of its components, `<name>.<part>.yaml`, and those beside the system file. */
  readonly parts: readonly string[];
  readonly systemParts: readonly string[];
}

const environmentFile = /^(?!system\.yaml$)([a-z][a-z0-9-]{0,30})\.yaml$/;

/** `shared.dashboards.yaml` is a part of `shared`; images, bindings and tests of rules are files of their own sort. */
const partFile = /^([a-z][a-z0-9-]{0,30})\.(?!(?:images|bindings|test)\.)[a-z][a-z0-9-]{0,30}\.yaml$/;

/** Every environment there is, in order of its label. */
export function discoverEnvironments(files: Pick<Files, 'exists' | 'list'>): EnvironmentFile[] {
  if (!files.exists('environments')) return [];
  const systems = files.list('environments').filter((entry) => entry.kind === 'directory');
  const found = systems.flatMap(({ name: system }) => {
    const folder = `environments/${system}`;
    const names = files.list(folder).flatMap(({ kind, name }) => (kind === 'file' ? [name] : []));
    const partsOf = (owner: string): string[] =>
      names.filter((name) => partFile.exec(name)?.[1] === owner).map((name) => `${folder}/${name}`);
    const systemParts = partsOf('system');
    return names.flatMap((file) => {
      const name = environmentFile.exec(file)?.[1];
      return name === undefined
        ? []
        : [{ system, name, label: `${system}/${name}`, parts: partsOf(name), systemParts }];
    });
  });
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
