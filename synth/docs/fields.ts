import { withArticle } from '../../schemas/primitives/article';
import type { Json } from '../../schemas/primitives/artifact';
import { asSchema, type Schema } from '../load/schema-lookup';
import { and, expectation, or, typeInWords, typeNames, unitOf } from '../load/schema-words';

/** One field of a kind's input, however deep, as docs and `slipway explain` show it. */
export interface FieldFacts {
  /** `zones.<key>.public`, `transitions[].afterDays`. */
  readonly path: string;
  /** What it takes, in words: type, unit, bounds, form, allowed values. */
  readonly takes: string;
  readonly unit?: string;
  /** It must be stated. */
  readonly required: boolean;
  /** Present where leaving it out means this value. */
  readonly default?: Json;
  readonly description: string;
  /** Kinds of the component that it names. */
  readonly references?: readonly string[];
  /** Left out, it means the only component of those kinds in reach. */
  readonly sole?: boolean;
}

/** Keys of a map that are named in the row above it. */
const maxKeys = 4;

/** Deepest field that is listed; what is deeper is content, not input. */
const maxDepth = 8;

/** Every field of an input schema, parents before children, in the order in which the kind states them. */
export function fieldsOf(schema: Schema, prefix = '', depth = 0): FieldFacts[] {
  if (depth > maxDepth) return [];
  const properties = Object.entries(asSchema(schema['properties']) ?? {});
  const required = new Set(Array.isArray(schema['required']) ? schema['required'] : []);
  return properties.flatMap(([key, value]) => {
    const field = asSchema(value) ?? {};
    const path = prefix === '' ? key : `${prefix}.${key}`;
    return [factsOf(field, { path, key, required: required.has(key) }), ...childrenOf(field, path, depth)];
  });
}

function childrenOf(field: Schema, path: string, depth: number): FieldFacts[] {
  const items = asSchema(field['items']);
  const values = mapItem(field);
  return [
    ...fieldsOf(field, path, depth + 1),
    ...(items ? childrenOf(items, `${path}[]`, depth + 1) : []),
    ...(values ? [...labelled(values, `${path}.<key>`), ...childrenOf(values, `${path}.<key>`, depth + 1)] : []),
    ...branchesOf(field).flatMap((branch) => childrenOf(branch, path, depth + 1)),
  ];
}

/** An entry of a map has a row of its own where that says more than its fields do: a number, a choice, a list. */
function labelled(values: Schema, path: string): FieldFacts[] {
  const isFree = descriptionOf(values) === '' && takes(values, path) === 'anything';
  return values['properties'] === undefined && !isFree ? [factsOf(values, { path, key: path, required: false })] : [];
}

/** Schema of the values of a map of named things. */
export function mapItem(schema: Schema): Schema | undefined {
  const [pattern] = Object.values(asSchema(schema['patternProperties']) ?? {});
  return asSchema(pattern) ?? asSchema(schema['additionalProperties']);
}

export function branchesOf(schema: Schema): Schema[] {
  return ['anyOf', 'oneOf'].flatMap((keyword) => {
    const branches = schema[keyword];
    return Array.isArray(branches) ? branches.map((branch) => asSchema(branch) ?? {}) : [];
  });
}

function factsOf(field: Schema, place: { path: string; key: string; required: boolean }): FieldFacts {
  const unit = unitOf(field, place.key);
  const reference = asSchema(field['x-reference']);
  const kinds = reference?.['kinds'];
  return {
    path: place.path,
    takes: takes(field, place.key),
    ...(unit === undefined ? {} : { unit }),
    required: place.required && field['default'] === undefined,
    ...(field['default'] === undefined ? {} : { default: field['default'] }),
    description: descriptionOf(field),
    ...(Array.isArray(kinds) ? { references: kinds.map(String), sole: reference?.['sole'] === true } : {}),
  };
}

/** The whole description; of a union without one, those of its branches. */
export function descriptionOf(field: Schema): string {
  if (typeof field['description'] === 'string') return field['description'];
  return branchesOf(field).map(descriptionOf).filter(Boolean).join(' Or: ');
}

/** What a field takes, in words, without the article that sentences need. */
export function takes(field: Schema, key: string): string {
  const reference = asSchema(field['x-reference']);
  if (Array.isArray(reference?.['kinds'])) return `key of ${withArticle(or(reference['kinds'].map(String)))}`;
  const branches = branchesOf(field);
  if (branches.length > 0) return or(branches.map((branch) => takes(branch, key)));
  const items = asSchema(field['items']);
  if (items) return `list of ${nested(items, key)}${counts(field)}`;
  const values = mapItem(field);
  if (values) return `map of ${nested(values, key)}`;
  if (field['properties'] !== undefined) return 'map';
  return plain(field, key);
}

/** A scalar; what no schema limits is told by its type alone. */
function plain(field: Schema, key: string): string {
  const allowed = field['const'] === undefined ? field['enum'] : [field['const']];
  if (Array.isArray(allowed))
    return allowed.map((value) => `\`${typeof value === 'string' ? value : JSON.stringify(value)}\``).join(' | ');
  if (field['type'] === undefined) return 'anything';
  if (field['type'] === 'boolean') return 'true or false';
  const words = expectation(field, key);
  // Patterns that do not read well in words are for the validator alone.
  const readable = words.startsWith('a text that matches') ? typeInWords(typeNames(field['type'])) : words;
  return readable.replace(/^an? /, '').replace(/ of at least [01] characters?$/, '');
}

/** What stands in a list or map: fields of maps are named, since they have rows of their own below. */
function nested(schema: Schema, key: string): string {
  const words = takes(schema, key);
  const keys = Object.keys(asSchema(schema['properties']) ?? {});
  const isUnion = branchesOf(schema).length > 0;
  if (words !== 'map' || keys.length === 0) return isUnion ? words : words.replace(/^(map|text)\b/, '$1s');
  return `maps with ${and(keys.slice(0, maxKeys))}${keys.length > maxKeys ? ' …' : ''}`;
}

function counts(field: Schema): string {
  const least = field['minItems'];
  const most = field['maxItems'];
  if (typeof least !== 'number' && typeof most !== 'number') return '';
  if (typeof most !== 'number') return `, at least ${Number(least)}`;
  return typeof least === 'number' ? `, ${least} to ${most}` : `, at most ${most}`;
}
