import type { Component } from '../../schemas/contract/component';
import type { Environment, NameUse } from '../model';

/** A physical name of a component, as it was and as it is. */
export interface NameChange {
  readonly old: string;
  readonly changed: string;
}

/** What a description has to say for names to be as they were. */
export interface NameToKeep {
  /** What to do: `keep the name (name: acme-images)`. */
  readonly fix: string;
  /** Whether a renaming goes on with it. */
  readonly renames: boolean;
  /** Whether a name is then as it was. */
  readonly keeps: (change: NameChange) => boolean;
}

/**
 * The way to keep as many of the names of a component as one line can, those that stay among them: each line that may have
 * made the old ones is tried.
 */
export function nameToKeep(
  environment: Environment,
  component: Component,
  { changes, stated }: { readonly changes: readonly NameChange[]; readonly stated: string },
): NameToKeep | undefined {
  const uses = environment.names.filter((use) => use.component === component);
  const keeps = (given: string | undefined) => (change: NameChange) =>
    uses.some((use) => use.name === change.changed && use.under(given) === change.old);
  const differing = changes.filter(({ old, changed }) => old !== changed);
  const staying = changes.filter(({ old, changed }) => old === changed && uses.some(({ name }) => name === old));
  const lines = candidatesOf(environment, component, { uses, differing })
    .filter((given) => staying.every(keeps(given)))
    .map((given) => ({ given, count: differing.filter(keeps(given)).length }));
  const most = Math.max(0, ...lines.map(({ count }) => count));
  const best = lines.find(({ count }) => count === most);
  if (most === 0 || !best) return undefined;
  const { given } = best;
  const field = component.described.nameField;
  const fix = field === undefined ? keyToKeep(component) : nameIn(field, given, stated);
  return fix === undefined ? undefined : { fix, renames: field !== undefined, keeps: keeps(given) };
}

function nameIn(field: string, given: string | undefined, stated: string): string {
  return given === undefined ? `take ${field} out` : `keep the name (${field}: ${given}${stated})`;
}

/** What no field names has the name of its key, which is that of the whole with an ending. */
function keyToKeep({ name, common: { renamedFrom }, described }: Component): string | undefined {
  if (renamedFrom === undefined) return undefined;
  const ending = name.slice(described.name.length);
  return `keep the key ${renamedFrom.slice(0, renamedFrom.length - ending.length)}`;
}

/** What may have stood there: nothing, the default name of a key, or what a name has before its suffix. */
function candidatesOf(
  { system, name }: Environment,
  { name: key, common }: Component,
  { uses, differing }: { readonly uses: readonly NameUse[]; readonly differing: readonly NameChange[] },
): (string | undefined)[] {
  const keys = common.renamedFrom === undefined ? [key] : [common.renamedFrom, key];
  const cut = differing.flatMap(({ old, changed }) =>
    uses.flatMap((use) => (use.name === changed ? withoutSuffix(old, use.suffix) : [])),
  );
  return [
    ...(common.name === undefined ? [] : [undefined]),
    ...keys.map((each) => [system, name, each].join('-')),
    ...new Set(cut),
  ];
}

function withoutSuffix(name: string, suffix: string): string[] {
  const endings = suffix === '' ? [] : [`/${suffix}`, `-${suffix}`];
  return [...endings.filter((ending) => name.endsWith(ending)).map((ending) => name.slice(0, -ending.length)), name];
}
