import type { Json } from '../../schemas/primitives/artifact';
import { compareText } from '../../schemas/primitives/finding';

/** The value at a path of keys; undefined where there is none. */
export function at(value: Json | undefined, ...path: readonly (string | number)[]): Json | undefined {
  return path.reduce<Json | undefined>(
    (found, key) =>
      typeof found === 'object' && found !== null ? (found as Record<string | number, Json>)[key] : undefined,
    value,
  );
}

/** A text; anything else makes the check fail. */
export function text(value: Json | undefined): string {
  if (typeof value !== 'string') throw new Error(`${JSON.stringify(value)} is not a text`);
  return value;
}

/** The items of a list. */
export function list(value: Json | undefined): Json[] {
  return Array.isArray(value) ? value : [];
}

/** The entries of a map, as a list. */
export function entries(value: Json | undefined): [string, Json][] {
  return Object.entries((value ?? {}) as Record<string, Json>);
}

/** Order is no part of what is stated. */
export function sorted(values: readonly unknown[]): string[] {
  return values.map((value) => JSON.stringify(value)).sort(compareText);
}

/** The subset of an object's values that a row speaks of. */
export function pick(value: Json | undefined, keys: readonly string[]): Record<string, Json | undefined> {
  return Object.fromEntries(keys.map((key) => [key, at(value, key)]));
}

/** How a workspace refers to an output of another one. */
export function stateOf(workspace: string, name: string): string {
  return `\${data.terraform_remote_state.${workspace}.outputs.${name}}`;
}
