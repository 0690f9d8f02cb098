import type { DataType } from '../../schemas/graph/data-types';
import { inside } from '../../schemas/graph/place';
import type { TerraformResource } from '../../schemas/graph/terraform';
import type { Json } from '../../schemas/primitives/artifact';
import type { Finding } from '../../schemas/primitives/finding';
import { isDefaultName } from '../../schemas/primitives/names';
import type { Environment } from '../model';
import { literalOf, type TerraformChange } from './committed-literal';
import { findingAt } from './terraform-place';

/** An argument of what holds data that AWS can’t change in place, and that changes. */
export interface Replacement {
  readonly now: TerraformResource;
  /** It has another address than in the committed output. */
  readonly moved: boolean;
  readonly argument: string;
  readonly old: string;
  readonly changed: string;
  /** What became of it: its name, something that is made and was named anew, or what the description says. */
  readonly what: 'name' | 'reference' | 'value';
}

/** Arguments whose change makes Terraform delete the resource and make another. */
export function replacementsOf(
  type: DataType,
  { was, now }: { readonly was: TerraformResource; readonly now: TerraformResource },
  { before, after }: TerraformChange,
): Replacement[] {
  const moved = was.address !== now.address;
  const fixed = [...(type.name === undefined ? [] : [type.name]), ...(type.fixed ?? [])];
  return fixed.flatMap((argument) => {
    const old = literalOf(before, was, argument);
    const changed = literalOf(after, now, argument);
    if (old === undefined || changed === undefined || old === changed) return [];
    const refers = [was, now].every(({ body }) => isExpression(body[argument]));
    return [
      { now, moved, argument, old, changed, what: argument === type.name ? 'name' : refers ? 'reference' : 'value' },
    ];
  });
}

function isExpression(value: Json | undefined): boolean {
  return typeof value === 'string' && value.startsWith('${');
}

/** What names anew is one mistake of a component, with one thing to do about it; what else changes has its own. */
export function replacedFindings(environment: Environment, replacements: readonly Replacement[]): Finding[] {
  const keys = [...new Set(replacements.map(({ now }) => keyOf(now)))];
  return keys.flatMap((key) => {
    const own = replacements.filter(({ now }) => keyOf(now) === key);
    const given = new Set(environment.names.flatMap(({ component, name }) => (component.name === key ? [name] : [])));
    // A name that is a field of its own, such as a domain, is no matter of `name:`.
    const names = own.filter(({ what, changed }) => what === 'name' && given.has(changed));
    // What the component refers to of its own is named by it, and keeps its name with it.
    const others = own.filter((each) => !names.includes(each) && (each.what !== 'reference' || names.length === 0));
    return [
      ...namedAnew(environment, key, names),
      ...others.map((each) => finding(each, 'keep the value, or describe a new component beside it')),
    ];
  });
}

/** Key of the component that a resource belongs to: the name of its file. */
export function keyOf({ place }: TerraformResource): string {
  return /([^/]+)\.tf\.json$/.exec(place.artifact.path)?.[1] ?? '';
}

function namedAnew(environment: Environment, key: string, names: readonly Replacement[]): Finding[] {
  if (names.length === 0) return [];
  const renamedFrom = environment.components.get(key)?.common.renamedFrom;
  const { main, name } = nameToKeep(environment, renamedFrom === undefined ? [key] : [renamedFrom, key], names);
  // A name in the system file would be that of every environment.
  const shared = !main.now.place.artifact.origin.at.file.startsWith(environment.file.replace(/\.yaml$/, '.'));
  const kept = `keep the name (name: ${name}${shared ? `, in ${environment.file}` : ''})`;
  const others = names.filter((each) => each !== main).map(({ now }) => now.address);
  return [
    finding(
      main,
      renamedFrom === undefined || !main.moved
        ? `${kept}, or describe a new component beside it`
        : `${kept}: then all that ${renamedFrom} was moves to ${key}, and nothing is replaced`,
      others.length === 0 ? '' : `; so it is with the name of ${others.join(', ')}`,
    ),
  ];
}

/**
 * What `name:` has to say for all names to be as they were, and what has that name: the default one of a key, in full
 * where it was shortened, or the one that was stated, behind which others have a suffix.
 */
function nameToKeep({ system, name }: Environment, keys: readonly string[], names: readonly Replacement[]) {
  for (const key of keys) {
    const whole = [system, name, key].join('-');
    const main = names.find(({ old }) => isDefaultName(old, whole));
    if (main) return { main, name: whole };
  }
  const main = names.reduce((shortest, each) => (each.old.length < shortest.old.length ? each : shortest));
  return { main, name: main.old };
}

function finding({ now, argument, old, changed }: Replacement, fix: string, more = ''): Finding {
  return findingAt('data-replaced', inside(now.place, argument), {
    subject: now.address,
    message: `${argument} changes from ${old} to ${changed}: AWS can’t change it in place, and what the old one holds stays behind${more}`,
    expected: old,
    fix,
  });
}
