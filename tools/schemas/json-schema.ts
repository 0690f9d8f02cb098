import { compareText } from '../../schemas/primitives/finding';

/** The part of JSON Schema that strict schemas are written in. */
export interface Schema {
  $ref?: string;
  type?: string | string[];
  properties?: Record<string, Schema>;
  required?: string[];
  additionalProperties?: boolean | Schema;
  items?: Schema;
  enum?: unknown[];
  propertyNames?: Schema;
  anyOf?: Schema[];
  allOf?: Schema[];
  oneOf?: Schema[];
  not?: Schema;
  if?: Schema;
  then?: Schema;
  else?: Schema;
  minimum?: number;
  maximum?: number;
  pattern?: string;
  maxLength?: number;
  [keyword: string]: unknown;
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

/** Base64 as Go reads it into bytes: line breaks are skipped. */
export const base64Pattern =
  '^(?:(?:[A-Za-z0-9+/][\\r\\n]*){4})*(?:(?:[A-Za-z0-9+/][\\r\\n]*){2}=[\\r\\n]*=|(?:[A-Za-z0-9+/][\\r\\n]*){3}=)?[\\r\\n]*$';

/** RFC 3339, the only form of a time that the API reads. */
export const timePattern =
  '^[0-9]{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])T(?:[01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](?:\\.[0-9]+)?(?:Z|[+-](?:[01][0-9]|2[0-3]):[0-5][0-9])$';

/**
 * A quantity: `500m`, `1.5Gi`, `2e3`.
 *
 * @see https://kubernetes.io/docs/reference/kubernetes-api/common-definitions/quantity/
 */
export const quantityPattern = '^[+-]?(?:[0-9]+\\.?[0-9]*|\\.[0-9]+)(?:[KMGTPE]i|[numkMGTPE]|[eE][+-]?[0-9]+)?$';
