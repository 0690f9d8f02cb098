import fc from 'fast-check';
import type { Json, JsonObject } from '../../schemas/primitives/artifact';
import { formats } from '../../synth/load/formats';
import { asSchema, type Schema } from '../../synth/load/schema-lookup';
import { entryOf } from './sites';

/** How many texts of a form are looked through for those of the right length. */
const tries = 200;

/** The `index`th of a few values that a schema takes, each another one where it takes several. */
export function sampleOf(schema: Schema, index = 0): Json {
  const fixed = fixedOf(schema);
  const chosen = fixed[index];
  if (chosen !== undefined) return chosen;
  switch (schema['type']) {
    case 'integer':
    case 'number':
      return numberAt(schema, index);
    case 'boolean':
      return index > 0;
    case 'array':
      return samplesOf(asSchema(schema['items']) ?? {}, Number(schema['minItems'] ?? 0));
    case 'object':
      return mapAt(schema);
    default:
      return textOf(schema, index);
  }
}

export function samplesOf(schema: Schema, count: number): Json[] {
  return Array.from({ length: count }, (_, index) => sampleOf(schema, index));
}

/** Keys that a map of named things takes. */
export function keysOf(schema: Schema, count: number): string[] {
  const [general] = Object.keys(asSchema(schema['patternProperties']) ?? {});
  const own = asSchema(schema['propertyNames'])?.['pattern'];
  const forms = [own, general].filter((form) => typeof form === 'string').map((form) => new RegExp(form, 'u'));
  const plain = Array.from({ length: count }, (_, index) => `key${index}`);
  const keys = [...plain, ...texts({ pattern: typeof own === 'string' ? own : (general ?? '.') })];
  return keys.filter((key) => forms.every((form) => form.test(key))).slice(0, count);
}

/** A value that is known to be a text. */
export function textIn(value: Json | undefined): string {
  return typeof value === 'string' ? value : '';
}

function fixedOf(schema: Schema): Json[] {
  if (schema['const'] !== undefined) return [schema['const']];
  return Array.isArray(schema['enum']) ? schema['enum'] : [];
}

function numberAt(schema: Schema, index: number): number {
  const step = Number(schema['multipleOf'] ?? 1);
  const least = Number(schema['minimum'] ?? Number(schema['exclusiveMinimum'] ?? 0) + step);
  return Math.ceil(least / step) * step + index * step;
}

/** Keys that must be there, and as many of the user's as there must be. */
function mapAt(schema: Schema): JsonObject {
  const properties = asSchema(schema['properties']) ?? {};
  const required = Array.isArray(schema['required']) ? schema['required'].map(String) : [];
  const least = Number(schema['minProperties'] ?? 0);
  const stated = [...required, ...Object.keys(properties)].filter(
    (key, index, all) => all.indexOf(key) === index && index < Math.max(required.length, least),
  );
  const entry = entryOf(schema);
  const keys = entry ? keysOf(schema, Math.max(0, least - stated.length)) : [];
  return Object.fromEntries([
    ...stated.map((key) => [key, sampleOf(asSchema(properties[key]) ?? {})] as const),
    ...keys.map((key, index) => [key, sampleOf(entry ?? {}, index)] as const),
  ]);
}

function textOf(schema: Schema, index: number): string {
  const { pattern, format, minLength = 0 } = schema;
  if (pattern === undefined && format === undefined) return `${'a'.repeat(Number(minLength))}${index}`;
  const found = texts(schema)[index];
  if (found === undefined) throw new Error(`no text of ${JSON.stringify(schema)}`);
  return found;
}

const known = new Map<string, readonly string[]>();

/** Texts that a schema takes, the same in every run. */
function texts(schema: Schema): readonly string[] {
  const { pattern, format, minLength = 0, maxLength = 1000 } = schema;
  const key = JSON.stringify([pattern, format, minLength, maxLength]);
  const before = known.get(key);
  if (before) return before;
  const form = new RegExp(textIn(pattern), 'u');
  const fits = (text: string) =>
    text.length >= Number(minLength) &&
    text.length <= Number(maxLength) &&
    form.test(text) &&
    (typeof format !== 'string' || formats[format]?.(text) === true);
  const found = [...new Set(textsOf(textIn(pattern)).filter(fits))];
  known.set(key, found);
  return found;
}

const networks = ['10.0.0.0/8', ...Array.from({ length: 60 }, (_, index) => `10.${index}.0.0/${index % 2 ? 16 : 24}`)];

function textsOf(pattern: string): string[] {
  if (pattern.startsWith('^[0-9]{1,3}(\\.[0-9]{1,3}){3}/')) return networks;
  const form = new RegExp(withoutLooks(pattern), 'u');
  return fc.sample(fc.stringMatching(form, { size: 'small' }), { seed: 7, numRuns: tries });
}

/** A pattern without what it asks of the texts ahead or behind, which no text can be made by. */
function withoutLooks(pattern: string): string {
  const start = pattern.search(/\(\?(?:=|!|<=|<!)/);
  if (start < 0) return pattern;
  let [end, depth] = [start, 0];
  do {
    if (pattern[end] === '\\') end += 1;
    else if (pattern[end] === '(') depth += 1;
    else if (pattern[end] === ')') depth -= 1;
    end += 1;
  } while (depth > 0);
  return withoutLooks(pattern.slice(0, start) + pattern.slice(end));
}
