import type { Step } from './console';
import type { Tree } from './gate';

/**
 * Documents suppose a repository as Slipway comes: with the systems that it shows, and without what they tell the reader to
 * make. Somebody who has followed them has made it already, and walks through them all the same.
 */

/** Systems that are described, in order, without those that Slipway comes with. */
export function ownSystems(tree: Tree, shown: readonly string[]): string[] {
  const systems = tree.files.map((file) => /^environments\/([^/]+)\//.exec(file)?.[1] ?? '');
  return [...new Set(systems)].filter((name) => name !== '' && !shown.includes(name));
}

/** A tree without some systems: neither what describes them nor what was rendered of them. */
export function withoutSystems(tree: Tree, systems: readonly string[]): Tree {
  if (systems.length === 0) return tree;
  const names = systems.join('|');
  const own = new RegExp(
    `^(environments/(${names})/|(workspaces|clusters|[.]github/workflows)/(${names})-|[.]slipway-owned/(${names})[./])`,
  );
  return { ...tree, files: tree.files.filter((file) => !own.test(file)) };
}

/** Whether a document's commands are about one of these systems. */
export function namesOne(steps: readonly Step[], systems: readonly string[]): boolean {
  const name = new RegExp(`\\b(${systems.join('|')})/`);
  return steps.some(({ action }) => 'run' in action && name.test(action.run));
}

/** The steps with another name for each kind and each rule that they make and that is there already. */
export function withFreeNames(steps: readonly Step[], tree: Tree): Step[] {
  const taken = new Set(tree.files);
  return steps
    .flatMap(({ action }) => ('write' in action && taken.has(action.write) ? [action.write] : []))
    .reduce<Step[]>((all, file) => all.map((step) => renamed(step, file)), [...steps]);
}

function renamed({ line, action }: Step, file: string): Step {
  const [, folder = '', name = ''] = /^(stacks|charts|policies)\/([a-z0-9-]+)\.ts$/.exec(file) ?? [];
  if (name === '') return { line, action };
  // Rules stand in order of their names, and the new one is put before the one that is there; kinds stand after it.
  const other = folder === 'policies' ? `${name.slice(0, -1)}0` : `${name}-again`;
  const names = [[name, other] as const, [camelCase(name), camelCase(other)] as const];
  const rename = (text: string): string => names.reduce((all, [from, to]) => all.replace(whole(from), to), text);
  return 'write' in action
    ? { line, action: { write: rename(action.write), content: rename(action.content) } }
    : { line, action: { ...action, run: rename(action.run), expected: action.expected.map(rename) } };
}

/** Not as a part of another name: `route53-health-check` is a module of somebody else. */
function whole(name: string): RegExp {
  return new RegExp(`(?<![\\w-])${name}(?![\\w-])`, 'g');
}

function camelCase(name: string): string {
  return name.replace(/-([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
}
