import type { Json, JsonObject } from '../primitives/artifact';
import { token } from './place';

export interface Selected {
  /** JSON pointer from where the search began. */
  readonly pointer: string;
  readonly value: Json;
}

/**
 * Every value that a path leads to: keys and indices behind `/`, `*` for each. A path that leads nowhere selects
 * nothing.
 */
export function select(root: Json | undefined, path: string): Selected[] {
  if (root === undefined) return [];
  let found: Selected[] = [{ pointer: '', value: root }];
  for (const step of stepsOf(path)) {
    const next: Selected[] = [];
    for (const { pointer, value } of found) {
      if (step === '*')
        for (const [key, item] of entriesOf(value)) next.push({ pointer: pointer + token(key), value: item });
      else if (typeof value === 'object' && value !== null && Object.hasOwn(value, step))
        next.push({ pointer: pointer + token(step), value: (value as JsonObject)[step] as Json });
    }
    if (next.length === 0) return [];
    found = next;
  }
  return found;
}

const splitPaths = new Map<string, readonly string[]>();

function stepsOf(path: string): readonly string[] {
  const known = splitPaths.get(path);
  if (known) return known;
  const steps = path === '' ? [] : path.slice(1).split('/');
  splitPaths.set(path, steps);
  return steps;
}

function entriesOf(value: Json): Iterable<readonly [string | number, Json]> {
  if (Array.isArray(value)) return value.entries();
  return isObject(value) ? Object.entries(value) : [];
}

/** The texts that a path leads to. */
export function selectTexts(
  root: Json | undefined,
  path: string,
): { readonly pointer: string; readonly text: string }[] {
  return select(root, path).flatMap(({ pointer, value }) =>
    typeof value === 'string' ? [{ pointer, text: value }] : [],
  );
}

export function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The object at a path without `*`, or an empty one. */
export function objectAt(root: Json | undefined, path: string): JsonObject {
  const value = select(root, path)[0]?.value;
  return isObject(value) ? value : {};
}

/** The text at a path without `*`, where there is one. */
export function textAt(root: Json | undefined, path: string): string | undefined {
  const value = select(root, path)[0]?.value;
  return typeof value === 'string' ? value : undefined;
}

/** The value at a path without `*`. */
export function valueAt(root: Json | undefined, path: string): Json | undefined {
  return select(root, path)[0]?.value;
}

/** The entries of a map whose values are texts. */
export function textsIn(value: Json | undefined): Record<string, string> {
  if (!isObject(value)) return {};
  return Object.fromEntries(
    Object.entries(value).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  );
}
