import type { Json, JsonObject } from '../../schemas/primitives/artifact';
import { pointerKeys, valueAt } from './pointer';

/** One message of the validator: the parts that are read here. */
export interface SchemaError {
  readonly keyword: string;
  readonly instancePath: string;
  readonly schemaPath: string;
  readonly params: Readonly<Record<string, unknown>>;
  /** Set where a key is judged, by `propertyNames`. */
  readonly propertyName?: string;
}

/** A schema node, or nothing where a path leads nowhere. */
export type Schema = Readonly<Record<string, Json | undefined>>;

export function asSchema(value: unknown): Schema | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as JsonObject) : undefined;
}

/** What a validator's `schemaPath` names: `#/properties/a/type`, or `Other#/type` for a schema with an `$id`. */
export function schemaAt(root: Schema, path: string): unknown {
  const hash = path.indexOf('#');
  const id = path.slice(0, Math.max(hash, 0));
  const base = id === '' || root['$id'] === id ? root : schemaWithId(root, id);
  return valueAt(base, decodeFragment(path.slice(hash + 1)));
}

/** The schema that an error's keyword stands in. */
export function schemaOf(root: Schema, error: SchemaError): Schema {
  return asSchema(schemaAt(root, parentPath(error.schemaPath))) ?? {};
}

export function parentPath(path: string): string {
  return path.slice(0, path.lastIndexOf('/'));
}

/** A schema in place of a reference to it. */
export function resolved(root: Schema, schema: Schema): Schema {
  const reference = schema['$ref'];
  if (typeof reference !== 'string') return schema;
  return asSchema(schemaAt(root, reference.includes('#') ? reference : `${reference}#`)) ?? schema;
}

function schemaWithId(root: Schema, id: string): Schema | undefined {
  for (const holder of ['$defs', 'definitions']) {
    for (const candidate of Object.values(asSchema(root[holder]) ?? {})) {
      const schema = asSchema(candidate);
      if (schema?.['$id'] === id) return schema;
    }
  }
  return undefined;
}

function decodeFragment(fragment: string): string {
  try {
    return decodeURIComponent(fragment);
  } catch {
    return fragment;
  }
}

/** Schema of one key of the map that an error is about; a condition or branch may leave it to the schema around it. */
export function schemaOfKey(root: Schema, error: SchemaError, key: string): Schema | undefined {
  for (let path = parentPath(error.schemaPath); path !== ''; path = parentPath(path)) {
    const properties = asSchema(asSchema(schemaAt(root, path))?.['properties']);
    if (properties && Object.hasOwn(properties, key)) {
      const found = asSchema(properties[key]);
      return found && resolved(root, found);
    }
    if (!/\/(?:then|else|(?:allOf|anyOf|oneOf)(?:\/[0-9]+)?)$/.test(path)) return undefined;
  }
  return undefined;
}

/** Last key of a pointer; nothing for the root and for items of lists. */
export function lastKey(pointer: string): string | undefined {
  const key = pointerKeys(pointer).at(-1);
  return key === undefined || /^[0-9]+$/.test(key) ? undefined : key;
}
