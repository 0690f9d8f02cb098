import { compareText, type Finding } from '../schemas/primitives/finding';
import { nearest } from '../schemas/primitives/nearest';
import { discoverEnvironments, type EnvironmentFile } from './discover';
import type { Files } from './host/host';

const folder = 'environments';

/** YAML files below `environments/` that nothing reads: mostly a name that is spelt in another way than the environment's. */
export function strayFiles(files: Pick<Files, 'exists' | 'list'>, all: readonly EnvironmentFile[]): Finding[] {
  if (!files.exists(folder)) return [];
  const known = new Set(all.flatMap(filesOf));
  const present = yamlBelow(files, folder);
  const stray = present.filter((file) => !known.has(file) && !isTestOfRules(file, all)).sort(compareText);
  if (stray.length === 0) return [];
  const names = namesFor(files, { known, present: new Set(present) });
  return stray.map((file) => strayFile(file, fixOf(file, names)));
}

/** What a stray file could be called. */
interface Names {
  /** Every YAML file there is: none of them is a name for another. */
  readonly present: ReadonlySet<string>;
  /** Whether a file would be read if every file had the extension `.yaml`. */
  readonly isRead: (file: string) => boolean;
  /** What would be read today if it were there. */
  readonly free: readonly string[];
}

function namesFor(
  files: Pick<Files, 'exists' | 'list'>,
  { known, present }: { readonly known: ReadonlySet<string>; readonly present: ReadonlySet<string> },
): Names {
  const environments = discoverEnvironments(tidied(files));
  const read = new Set(environments.flatMap(filesOf));
  return {
    present,
    isRead: (file) => read.has(file) || isTestOfRules(file, environments),
    free: [...known].filter((file) => !present.has(file)),
  };
}

function filesOf({ system, label, parts, systemParts }: EnvironmentFile): string[] {
  const own = ['', '.images', '.bindings'].map((suffix) => `${folder}/${label}${suffix}.yaml`);
  return [...own, ...parts, `${folder}/${system}/system.yaml`, ...systemParts];
}

/** What promtool reads. */
function isTestOfRules(file: string, all: readonly EnvironmentFile[]): boolean {
  return (
    all.some(({ system }) => file.startsWith(`${folder}/${system}/`)) && /^[^/]+\/[^/]+\/[^/]+\.test\.yaml$/.test(file)
  );
}

function yamlBelow(files: Pick<Files, 'list'>, path: string): string[] {
  return files.list(path).flatMap(({ kind, name }) => {
    if (kind === 'directory') return yamlBelow(files, `${path}/${name}`);
    return /\.ya?ml$/i.test(name) ? [`${path}/${name}`] : [];
  });
}

/** The folder as it would be if every YAML file had the extension that is read. */
function tidied(files: Pick<Files, 'exists' | 'list'>): Pick<Files, 'exists' | 'list'> {
  return {
    exists: (path) => files.exists(path),
    list: (path) => files.list(path).map((entry) => ({ ...entry, name: tidy(entry.name) })),
  };
}

function tidy(name: string): string {
  return name.replace(/\.ya?ml$/i, '.yaml');
}

function fixOf(file: string, { present, isRead, free }: Names): string {
  const own = tidy(file);
  // A file by that name is there already, and would be lost if this one took its place.
  if (own !== file && present.has(own)) return `move what ${own} lacks into that, and take this file out`;
  const meant = own !== file && isRead(own) ? own : nearestBeside(own, free);
  return meant === undefined ? 'name it so, or take it out' : `name it ${meant}, or take it out`;
}

/** Only the names are compared: below one long path, all of them would be near. */
function nearestBeside(file: string, free: readonly string[]): string | undefined {
  const start = file.lastIndexOf('/') + 1;
  const nameOf = (path: string): string => path.slice(start).replace(/\.yaml$/, '');
  const beside = free.filter((path) => path.lastIndexOf('/') + 1 === start && path.startsWith(file.slice(0, start)));
  const near = nearest(nameOf(file), beside.map(nameOf));
  return near === undefined ? undefined : `${file.slice(0, start)}${near}.yaml`;
}

function strayFile(file: string, fix: string): Finding {
  return {
    code: 'stray-file',
    severity: 'error',
    at: { file, line: 1, column: 1 },
    subject: file,
    message: 'nothing reads this file: it belongs to no environment',
    expected: `${folder}/<system>/<environment>.yaml, or beside that <environment>.<part>.yaml with more of its components, <environment>.images.yaml or <environment>.bindings.yaml, with names of lower-case letters, digits and -`,
    fix,
  };
}
