import type { Json, JsonObject } from '../../schemas/primitives/artifact';
import { formOf } from '../load/schema-words';
import { asSchema, type Schema } from '../load/schema-lookup';
import { hoverText } from './hover';

/** What an editor understands and what still holds while half of the description stands in another file. */
const keptKeywords: ReadonlySet<string> = new Set([
  'additionalProperties',
  'const',
  'default',
  'enum',
  'examples',
  'exclusiveMaximum',
  'exclusiveMinimum',
  'maxItems',
  'maxLength',
  'maximum',
  'minItems',
  'minLength',
  'minimum',
  'multipleOf',
  'pattern',
  'type',
  'uniqueItems',
]);

/** Keywords that hold of a value that is written as a whole. */
const wholeKeywords: ReadonlySet<string> = new Set(['required', 'minProperties', 'maxProperties']);

export interface Relaxation {
  /**
   * `part`: nothing is required and `null` takes out what another file says. `whole`: a list's item or a file that stands
   * alone.
   */
  readonly as: 'part' | 'whole';
  /** Key that the value is under, for its unit. */
  readonly key?: string;
}

/** A schema for editors, from one that judges the merged description. */
export function relaxed(schema: Schema, { as, key = '' }: Relaxation): JsonObject {
  const result: JsonObject = {};
  for (const [keyword, value] of Object.entries(schema)) {
    if (value === undefined) continue;
    if (keptKeywords.has(keyword) || (as === 'whole' && wholeKeywords.has(keyword))) result[keyword] = value;
  }
  Object.assign(result, nested(schema, { as, key }), hover(schema, key));
  const form = formOf(schema);
  if (result['pattern'] !== undefined && form !== undefined) result['patternErrorMessage'] = `Write ${form}.`;
  return result;
}

function nested(schema: Schema, { as, key = '' }: Relaxation): JsonObject {
  const child = (value: unknown, name: string): JsonObject => {
    const inner = relaxed(asSchema(value) ?? {}, { as, key: name });
    return as === 'part' ? nullable(inner) : inner;
  };
  const each = (holder: Schema, nameOf: (name: string) => string): JsonObject =>
    Object.fromEntries(Object.entries(holder).map(([name, value]) => [name, child(value, nameOf(name))]));
  const { properties, patternProperties, additionalProperties, propertyNames, items, anyOf, oneOf } = schema;
  const branches = anyOf ?? oneOf;
  return {
    ...(properties === undefined ? {} : { properties: each(asSchema(properties) ?? {}, (name) => name) }),
    ...(patternProperties === undefined
      ? {}
      : { patternProperties: each(asSchema(patternProperties) ?? {}, () => key) }),
    ...(asSchema(additionalProperties) ? { additionalProperties: child(additionalProperties, key) } : {}),
    ...(asSchema(propertyNames) ? { propertyNames: asSchema(propertyNames) as JsonObject } : {}),
    // Lists are replaced as a whole, so that what is in them is whole.
    ...(asSchema(items) ? { items: relaxed(asSchema(items) ?? {}, { as: 'whole', key }) } : {}),
    ...(Array.isArray(branches)
      ? { anyOf: branches.map((branch) => relaxed(asSchema(branch) ?? {}, { as, key })) }
      : {}),
  };
}

/** `markdownDescription` is what the YAML language server shows. */
function hover(schema: Schema, key: string): JsonObject {
  const text = hoverText(schema, key);
  if (text === undefined) return {};
  return text === schema['description'] ? { description: text } : { markdownDescription: text };
}

/** A schema that takes `null` too. */
export function nullable(schema: JsonObject): JsonObject {
  const { type, enum: allowed, anyOf } = schema;
  if (Array.isArray(anyOf)) return { ...schema, anyOf: [...anyOf, { type: 'null' }] };
  return {
    ...schema,
    ...(type === undefined ? {} : { type: [...types(type), 'null'] }),
    ...(Array.isArray(allowed) ? { enum: [...allowed, null] } : {}),
  };
}

function types(type: Json): Json[] {
  return Array.isArray(type) ? type : [type];
}
