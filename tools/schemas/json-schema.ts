import { compareText } from '../../schemas/primitives/finding';
import type { Schema, Scope } from '../../schemas/upstream/kubernetes/schema';

/** A line of the committed data: a part that others refer to, or a kind, whose name is `apps/v1 Deployment`. */
export interface Definition {
  readonly name: string;
  /** Of kinds that the API stores. */
  readonly scope?: Scope;
  /** Some part of the kind carries rules in CEL, or lists whose items are told apart by a key. */
  readonly rules?: true;
  readonly schema: Schema;
}

/** JSON with keys in code-unit order, so that the same schema is the same text. */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) =>
    inner !== null && typeof inner === 'object' && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => compareText(a, b)))
      : inner,
  );
}

/** Types of a schema as a list. */
export function typesOf(schema: Schema): string[] {
  return schema.type === undefined ? [] : Array.isArray(schema.type) ? schema.type : [schema.type];
}

/**
 * The schema with `null` let in as well: the API server drops a null where a field is optional.
 * Schemas by reference already let it in, see {@link withoutNull}.
 */
export function withNull(schema: Schema): Schema {
  const types = typesOf(schema);
  if (types.length === 0 || types.includes('null')) return schema;
  const nullable: Schema = { ...schema, type: [...types, 'null'] };
  if (schema.enum !== undefined && !schema.enum.includes(null)) nullable.enum = [...schema.enum, null];
  return nullable;
}

/** For a required field, a list item or a map value: a reference is narrowed to the types that are not null. */
export function withoutNull(schema: Schema, types: string | string[]): Schema {
  return schema.$ref === undefined ? schema : { ...schema, type: types };
}

/** Limits of a signed 32-bit integer, joined with those the schema has. */
export function int32(schema: Schema): Schema {
  return {
    ...schema,
    minimum: Math.max(schema.minimum ?? -2147483648, -2147483648),
    maximum: Math.min(schema.maximum ?? 2147483647, 2147483647),
  };
}
