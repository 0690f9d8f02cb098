import type { Component } from '../../schemas/contract/component';
import type { DataType } from '../../schemas/graph/data-types';
import { inside } from '../../schemas/graph/place';
import type { TerraformResource } from '../../schemas/graph/terraform';
import type { Json } from '../../schemas/primitives/artifact';
import type { Finding } from '../../schemas/primitives/finding';
import type { Environment } from '../model';
import { literalOf, type TerraformChange } from './committed-literal';
import { nameToKeep } from './name-to-keep';
import { neverApplied } from './never-applied';
import { findingAt } from './terraform-place';

/** An argument of what holds data that AWS can’t change in place, and that changes; or its name, where it stays. */
export interface Replacement {
  readonly now: TerraformResource;
  /** File of the committed output that the old one stands in. */
  readonly file: string;
  /** It has another address than in the committed output. */
  readonly moved: boolean;
  readonly argument: string;
  readonly old: string;
  readonly changed: string;
  /** What became of it: its name, something that is made and was named anew, or what the description says. */
  readonly what: 'name' | 'reference' | 'value';
}

/** Arguments whose change makes Terraform delete the resource and make another, and the name even if it is the same. */
export function replacementsOf(
  type: DataType,
  { was, now }: { readonly was: TerraformResource; readonly now: TerraformResource },
  { before, after }: TerraformChange,
): Replacement[] {
  const moved = was.address !== now.address;
  const file = was.place.artifact.path;
  const fixed = [...(type.name === undefined ? [] : [type.name]), ...(type.fixed ?? [])];
  return fixed.flatMap((argument) => {
    const old = literalOf(before, was, argument);
    const changed = literalOf(after, now, argument);
    if (old === undefined || changed === undefined) return [];
    if (old === changed && argument !== type.name) return [];
    const refers = [was, now].every(({ body }) => isExpression(body[argument]));
    const what = argument === type.name ? 'name' : refers ? 'reference' : 'value';
    return [{ now, file, moved, argument, old, changed, what }];
  });
}

function isExpression(value: Json | undefined): boolean {
  return typeof value === 'string' && value.startsWith('${');
}

/** What names anew is one mistake of a component, with one thing to do about it; what else changes has its own. */
export function replacedFindings(environment: Environment, replacements: readonly Replacement[]): Finding[] {
  const keys = [...new Set(replacements.map(({ now }) => keyOf(now)))];
  return keys.flatMap((key) => {
    const all = replacements.filter(({ now }) => keyOf(now) === key);
    const own = all.filter(({ old, changed }) => old !== changed);
    const component = environment.components.get(key);
    const told = component && toldOf(environment, component, all);
    const names = told === undefined ? [] : own.filter((each) => each.what === 'name' && told.of(each));
    // What the component refers to of its own is named by it, and keeps its name with it.
    const others = own.filter((each) => !names.includes(each) && (each.what !== 'reference' || names.length === 0));
    return [
      ...(told === undefined ? [] : namedAnew(names, told.fix)),
      ...others.map((each) => finding(each, 'keep the value, or describe a new component beside it')),
    ];
  });
}

interface Told {
  readonly fix: string;
  /** Whether it is what to do about a name; one that is a field of its own, such as a domain, is no matter of `name:`. */
  readonly of: (name: Replacement) => boolean;
}

function toldOf(environment: Environment, component: Component, all: readonly Replacement[]): Told | undefined {
  const changes = all.filter(({ what }) => what === 'name');
  const { renamedFrom } = component.common;
  const { file } = environment;
  // A name in the system file would be that of every environment.
  const stated = component.origin.at.file.startsWith(file.replace(/\.yaml$/, '.')) ? '' : `, in ${file}`;
  const line = nameToKeep(environment, component, { changes, stated });
  if (!line) return undefined;
  const then =
    line.renames && renamedFrom !== undefined && changes.some(({ moved }) => moved)
      ? `: then all that ${renamedFrom} was moves to ${component.name}, and nothing is replaced`
      : ', or describe a new component beside it';
  return { fix: `${line.fix}${then}`, of: line.keeps };
}

/** One finding for all names, at the one that is least of a part. */
function namedAnew(names: readonly Replacement[], fix: string): Finding[] {
  const [first] = names;
  if (!first) return [];
  const main = names.reduce((shortest, each) => (each.changed.length < shortest.changed.length ? each : shortest));
  const others = names.filter((each) => each !== main).map(({ now }) => now.address);
  return [finding(main, fix, others.length === 0 ? '' : `; so it is with the name of ${others.join(', ')}`)];
}

function finding({ now, file, argument, old, changed, what }: Replacement, fix: string, more = ''): Finding {
  return findingAt('data-replaced', inside(now.place, argument), {
    subject: now.address,
    // A name that its service refuses is to be another one first.
    ...(what === 'name' ? { cause: `form of ${changed}` } : {}),
    message: `${argument} changes from ${old} to ${changed}: AWS can’t change it in place, and what the old one holds stays behind${more}`,
    expected: old,
    fix: `${fix}; ${neverApplied([file])}`,
  });
}

/** Key of the component that a resource belongs to: the name of its file. */
export function keyOf({ place }: TerraformResource): string {
  return /([^/]+)\.tf\.json$/.exec(place.artifact.path)?.[1] ?? '';
}
