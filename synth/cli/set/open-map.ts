import type { Json } from '../../../schemas/primitives/artifact';
import { isPlainObject } from '../../../schemas/primitives/plain-object';
import type { Schema } from '../../load/schema-lookup';

type Path = readonly string[];

/** Words that say nothing of what a value may be. */
const remarks = /^(?:\$id|title|description|default|examples|x-.*)$/;

/** Whether a schema lets a map hold keys that it does not name, whatever they hold. */
export function isOpen(schema: Schema): boolean {
  if (Object.keys(schema).every((word) => remarks.test(word))) return true;
  const { type, additionalProperties: others = true, patternProperties } = schema;
  if (type !== 'object' || patternProperties !== undefined) return false;
  return others === true;
}

/** Keys through what no schema describes: first those that stand there, as deep as they go, then a key for each dot. */
export function waysOfOpen(values: readonly (Json | undefined)[], keys: Path): Path[] {
  return values
    .flatMap((value) => standing(value, keys))
    .sort((a, b) => a.rest.length - b.rest.length)
    .map(({ way, rest }) => [...way, ...rest]);
}

/** The part of a path that stands in a value, as it is written there, and the part that does not. */
interface Standing {
  readonly way: Path;
  readonly rest: Path;
}

function standing(value: Json | undefined, keys: Path): Standing[] {
  const found = joinedKeys(keys).flatMap(({ key, rest }) =>
    holds(value, key) ? standing(value[key], rest).map((below) => ({ ...below, way: [key, ...below.way] })) : [],
  );
  return found.length > 0 ? found : [{ way: [], rest: keys }];
}

/** What the first key of a path may be: one key, or several that had dots between them. */
export function joinedKeys(keys: Path): { readonly key: string; readonly rest: Path }[] {
  return keys.flatMap((_, index) => {
    const first = keys.slice(0, index + 1);
    // What was quoted for its dots is whole.
    const isOne = index === 0 || first.every((key) => !key.includes('.'));
    return isOne ? [{ key: first.join('.'), rest: keys.slice(index + 1) }] : [];
  });
}

function holds(value: Json | undefined, key: string): value is Readonly<Record<string, Json>> {
  if (Array.isArray(value)) return /^[0-9]+$/.test(key) && Object.hasOwn(value, key);
  return isPlainObject(value) && Object.hasOwn(value, key);
}
