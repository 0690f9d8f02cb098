import { compareText, type Finding } from '../schemas/primitives/finding';
import { nearest } from '../schemas/primitives/nearest';
import type { EnvironmentFile } from './discover';
import type { Files } from './host/host';

const folder = 'environments';

/** YAML files below `environments/` that nothing reads: mostly a name that is spelt in another way than the environment's. */
export function strayFiles(files: Pick<Files, 'exists' | 'list'>, all: readonly EnvironmentFile[]): Finding[] {
  if (!files.exists(folder)) return [];
  const known = new Set(all.flatMap(filesOf));
  return yamlBelow(files, folder)
    .filter((file) => !known.has(file) && !isTestOfRules(file, all))
    .sort(compareText)
    .map((file) => strayFile(file, [...known]));
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

function strayFile(file: string, known: readonly string[]): Finding {
  const near = nearest(file.replace(/\.ya?ml$/i, '.yaml'), known);
  return {
    code: 'stray-file',
    severity: 'error',
    at: { file, line: 1, column: 1 },
    subject: file,
    message: 'nothing reads this file: it belongs to no environment',
    expected: `${folder}/<system>/<environment>.yaml, or beside that <environment>.<part>.yaml with more of its components, <environment>.images.yaml or <environment>.bindings.yaml, with names of lower-case letters, digits and -`,
    fix: near === undefined ? 'name it so, or take it out' : `name it ${near}, or take it out`,
  };
}
