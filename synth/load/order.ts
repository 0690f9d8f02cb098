import type { Json, JsonObject } from '../../schemas/primitives/artifact';
import { compareText } from '../../schemas/primitives/finding';
import { asSchema, type Schema } from './schema-lookup';

/**
 * A copy with the keys of every map in order of their text. A map says nothing by its order, so that nothing that is made
 * from it may either: whoever moves a line in a description changes no file. The exceptions are maps that are laid out as
 * they are written, the panels of a dashboard say; their schema says so: `x-order: written`.
 *
 * @param schema of the value, where it has one
 */
export function inOrder(value: Json, schema: Schema = {}): Json {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((item) => inOrder(item, asSchema(schema['items'])));
  const keys = Object.keys(value);
  if (schema['x-order'] !== 'written') keys.sort(compareText);
  const ordered: JsonObject = {};
  for (const key of keys) {
    const inner = value[key];
    // What a composite kind leaves open.
    if (inner !== undefined) ordered[key] = inOrder(inner, schemaOfKey(schema, key));
  }
  return ordered;
}

/** Maps and groups alone: what is below a union is sorted throughout. */
function schemaOfKey(schema: Schema, key: string): Schema | undefined {
  const properties = asSchema(schema['properties']);
  if (properties && Object.hasOwn(properties, key)) return asSchema(properties[key]);
  const [pattern] = Object.values(asSchema(schema['patternProperties']) ?? {});
  return asSchema(pattern);
}

/** Entries of a map in order of their keys. */
export function entriesInOrder(map: Readonly<Record<string, unknown>>): [string, unknown][] {
  return Object.entries(map).sort(([a], [b]) => compareText(a, b));
}
