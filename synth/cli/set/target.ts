import { descriptionSchema } from '../../../schemas/contract/description';
import type { Json, JsonObject } from '../../../schemas/primitives/artifact';
import type { Finding } from '../../../schemas/primitives/finding';
import { nearest } from '../../../schemas/primitives/nearest';
import { commandLine } from '../../../schemas/primitives/position';
import type { EnvironmentFile } from '../../discover';
import type { Sources } from '../../load/load';
import { pointerKeys, valueAt } from '../../load/pointer';
import { readYaml } from '../../load/yaml-document';
import { unknownEnvironment } from '../unknown-environment';

/** What `slipway set` changes. */
export interface Target {
  readonly file: string;
  readonly system: string;
  /** Keys of the value in the file. */
  readonly keys: readonly string[];
}

export interface TargetInput {
  readonly sources: Sources;
  readonly all: readonly EnvironmentFile[];
  /** `shop/prod`, or `shop` for what its environments have in common. */
  readonly where: string;
  /** `images.versioning`, `components.bucket.images.versioning`, `terraform.autoApply` or a JSON pointer. */
  readonly path: string;
}

/** Finds the file and the keys that a path means. */
export function findTarget(input: TargetInput): Target | Finding {
  const { where, path, all } = input;
  const [system = '', name] = where.split('/');
  if (!all.some((file) => (name === undefined ? file.system === system : file.label === where)))
    return unknownEnvironment(where, all, { systems: true });
  const file = `environments/${system}/${name ?? 'system'}.yaml`;
  const target = { file, system };
  if (path.startsWith('/')) return inItsFile(input, target, pointerKeys(path));
  const keys = keysOf(path);
  if (!keys)
    return unknownPath(where, path, { fix: 'write keys with dots between them, one that holds dots in quotes' });
  if (Object.hasOwn(descriptionSchema.properties, keys[0] ?? '')) return inItsFile(input, target, keys);
  return componentTarget(input, target, keys);
}

/** Keys with dots between them, indexes in brackets, and what stands in quotes as one key; nothing where that can't be read. */
export function keysOf(path: string): string[] | undefined {
  const key = /(?:^|(?<!^)\.)(?:"([^"]+)"|'([^']+)'|([^.[\]"']+))|\[(?:([0-9]+)|"([^"]+)"|'([^']+)')\]/y;
  const keys: string[] = [];
  while (key.lastIndex < path.length) {
    const found = key.exec(path)?.slice(1).find(Boolean);
    if (found === undefined) return undefined;
    keys.push(found);
  }
  return keys;
}

/** What is said of a component stands in one file: in the part that holds it, where one does. */
function inItsFile({ sources, all }: TargetInput, target: Omit<Target, 'keys'>, keys: readonly string[]): Target {
  const [top, kind, name = ''] = keys;
  const parts = top === 'components' ? partsOf(all, target) : [];
  const file = parts.find((each) => componentsOf(sources, each).get(name) === kind);
  return { ...target, keys, file: file ?? target.file };
}

function componentTarget(input: TargetInput, target: Omit<Target, 'keys'>, keys: readonly string[]): Target | Finding {
  const { sources, all, where, path } = input;
  const [name = ''] = keys;
  const kinds = new Map(filesOf(all, target).flatMap((each) => [...componentsOf(sources, each)]));
  const kind = kinds.get(name);
  if (kind !== undefined) return inItsFile(input, target, ['components', kind, ...keys]);
  const home = all.find(
    ({ system, label, parts: own }) =>
      system === target.system &&
      [`environments/${label}.yaml`, ...own].some((each) => componentsOf(sources, each).has(name)),
  );
  const near = nearest(name, [...kinds.keys(), ...Object.keys(descriptionSchema.properties)]);
  return unknownPath(where, path, {
    expected: 'a setting, or a component with its field: <component>.<field>',
    fix: home
      ? `it is a component of ${home.label}: slipway set ${home.label} ${path}`
      : near === undefined
        ? 'write out components.<kind>.<component>.<field> to add one'
        : `did you mean ${near}?`,
  });
}

/** Every file that may hold what a target names. */
export function filesOf(all: readonly EnvironmentFile[], target: Omit<Target, 'keys'>): string[] {
  return [...new Set([...sharedFiles(all, target.system), target.file, ...partsOf(all, target)])];
}

/** The files that say what the environments of a system have in common. */
export function sharedFiles(all: readonly EnvironmentFile[], system: string): string[] {
  return [`environments/${system}/system.yaml`, ...systemParts(all, system)];
}

/** Files beside the one that a change goes to, in which a component of it may stand instead. */
function partsOf(all: readonly EnvironmentFile[], { file, system }: Omit<Target, 'keys'>): readonly string[] {
  const own = all.find(({ label }) => file === `environments/${label}.yaml`);
  return own ? own.parts : systemParts(all, system);
}

function systemParts(all: readonly EnvironmentFile[], system: string): readonly string[] {
  return all.find((each) => each.system === system)?.systemParts ?? [];
}

/** Kinds by the names of the components that a file describes. */
function componentsOf(sources: Sources, file: string): Map<string, string> {
  const value = valueIn(sources, file);
  const byKind = Object.entries((valueAt(value, '/components') ?? {}) as JsonObject);
  return new Map(
    byKind.flatMap(([kind, named]) =>
      typeof named === 'object' && named !== null ? Object.keys(named).map((name) => [name, kind] as const) : [],
    ),
  );
}

function valueIn(sources: Sources, file: string): Json {
  if (!sources.exists(file)) return {};
  return readYaml({ file, bytes: sources.readBytes(file) }).document?.value ?? {};
}

export function unknownPath(where: string, path: string, more: Pick<Finding, 'fix' | 'expected'>): Finding {
  return {
    code: 'unknown-path',
    severity: 'error',
    at: commandLine,
    subject: `${where} ${path}`,
    message: `${path} leads to nothing that can be set`,
    ...more,
  };
}
