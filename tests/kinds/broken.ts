import type { Code } from '../../schemas/codes/catalogue';
import type { Json, JsonObject } from '../../schemas/primitives/artifact';
import { asSchema, type Schema } from '../../synth/load/schema-lookup';
import { keysOf, samplesOf, sampleOf, textIn } from './samples';
import { entryOf, type Bound } from './sites';

/** A value just past a bound, and what is to be said of it. */
export interface Broken {
  readonly value: Json;
  readonly code: Code;
  /** Words that tell the bound or the allowed values. */
  readonly words: readonly string[];
  /** Where below the value it is said; `#` for a key instead of what stands under it. */
  readonly below?: readonly string[];
}

type Break = (schema: Schema, valid: Json) => Broken | undefined;

/** Above it, a thousandth more is lost in the precision of numbers. */
const largest = 1e6;

/** Most allowed values that a finding lists. */
const listed = 12;

const breaks: Readonly<Record<Bound, Break>> = {
  minimum: (schema) => number(schema, 'minimum', -1),
  maximum: (schema) => number(schema, 'maximum', 1),
  exclusiveMinimum: (schema) => number(schema, 'exclusiveMinimum', 0),
  exclusiveMaximum: (schema) => number(schema, 'exclusiveMaximum', 0),
  multipleOf: (schema, valid) => {
    const step = Number(schema['multipleOf']);
    const between = Number(valid) + (schema['type'] === 'integer' ? 1 : step / 2);
    return Number.isInteger(step) && step === 1
      ? undefined
      : { value: between, code: 'out-of-range', words: [`in steps of ${step}`] };
  },
  minLength: (schema, valid) => shorter(schema, textIn(valid)),
  maxLength: (schema, valid) => longer(schema, textIn(valid)),
  pattern: (schema, valid) => otherForm(schema, textIn(valid), (text) => !isOfForm(schema, text)),
  format: () => ({ value: '10.0.0.1/8', code: 'wrong-form', words: ['an IPv4 network'] }),
  enum: (schema) => unlisted(schema['enum'] as Json[]),
  const: (schema) => unlisted([schema['const'] ?? null]),
  minItems: (schema, valid) => ({
    value: (valid as Json[]).slice(0, Number(schema['minItems']) - 1),
    code: 'wrong-count',
    words: [`${Number(schema['minItems'])}`],
  }),
  maxItems: (schema) => {
    const most = Number(schema['maxItems']);
    return {
      value: samplesOf(asSchema(schema['items']) ?? {}, most + 1),
      code: 'wrong-count',
      words: [String(most)],
    };
  },
  uniqueItems: (schema, valid) => {
    const [first = sampleOf(asSchema(schema['items']) ?? {})] = valid as Json[];
    return { value: [first, first], code: 'repeated-item', words: ['each item once'], below: ['1'] };
  },
  minProperties: (schema, valid) => {
    const least = Number(schema['minProperties']);
    const kept = Object.entries(valid as JsonObject).slice(0, least - 1);
    return { value: Object.fromEntries(kept), code: 'wrong-count', words: [String(least)] };
  },
  maxProperties: (schema, valid) => moreKeys(schema, valid as JsonObject),
  patternProperties: (schema, valid) =>
    otherKey(schema, valid as JsonObject, Object.keys(asSchema(schema['patternProperties']) ?? {})[0]),
  propertyNames: (schema, valid) =>
    otherKey(schema, valid as JsonObject, textIn(asSchema(schema['propertyNames'])?.['pattern'])),
};

export function broken(bound: Bound, schema: Schema, valid: Json): Broken | undefined {
  return breaks[bound](schema, valid);
}

function number(schema: Schema, bound: Bound, past: -1 | 0 | 1): Broken {
  const limit = Number(schema[bound]);
  const isWhole = schema['type'] === 'integer' || Math.abs(limit) > largest;
  const step = Number(schema['multipleOf'] ?? (isWhole ? 1 : 0.001));
  return { value: Number((limit + past * step).toFixed(6)), code: 'out-of-range', words: [String(limit)] };
}

function unlisted(allowed: readonly Json[]): Broken {
  const isText = typeof allowed[0] === 'string';
  return {
    value: isText ? 'none-of-these' : 987_654_321,
    code: 'unknown-value',
    words: allowed.slice(0, listed).map(String),
  };
}

function isOfForm({ pattern }: Schema, text: string): boolean {
  return typeof pattern !== 'string' || new RegExp(pattern, 'u').test(text);
}

/** What is said of a form: the words of the schema, or those made of a pattern that is plain. */
function formWords(schema: Schema): readonly string[] {
  return typeof schema['x-form'] === 'string' ? [schema['x-form']] : [];
}

function shorter(schema: Schema, valid: string): Broken {
  const least = Number(schema['minLength']);
  const value = valid.slice(0, least - 1);
  return isOfForm(schema, value)
    ? { value, code: 'wrong-length', words: [String(least)] }
    : { value, code: value === '' ? 'wrong-length' : 'wrong-form', words: formWords(schema) };
}

function longer(schema: Schema, valid: string): Broken {
  const most = Number(schema['maxLength']);
  const last = valid.at(-1) ?? 'a';
  const texts = [last, 'a', '0', '/a', '.a', '-a'].map((part) =>
    `${valid}${part.repeat(most)}`.slice(0, most).replace(/[^A-Za-z0-9]$/, 'a'),
  );
  const stretched = texts.map((text) => `${text}a`).find((text) => isOfForm(schema, text));
  return stretched === undefined
    ? { value: `${valid}${'a'.repeat(most)}`.slice(0, most + 1), code: 'wrong-form', words: formWords(schema) }
    : { value: stretched, code: 'wrong-length', words: [String(most)] };
}

function otherForm(schema: Schema, valid: string, fails: (text: string) => boolean): Broken | undefined {
  const texts = [
    `${valid}§`,
    `§${valid.slice(1)}`,
    '§',
    '\t',
    `${valid} `,
    `${valid}\n`,
    `-${valid}`,
    'a',
    `/${valid}`,
    `${valid}$`,
  ];
  const most = Number(schema['maxLength'] ?? Number.POSITIVE_INFINITY);
  const value = texts.find((text) => fails(text) && text.length <= most);
  return value === undefined ? undefined : { value, code: 'wrong-form', words: formWords(schema) };
}

function moreKeys(schema: Schema, valid: JsonObject): Broken {
  const most = Number(schema['maxProperties']);
  const properties = Object.entries(asSchema(schema['properties']) ?? {});
  const entry = entryOf(schema);
  const more: JsonObject = Object.fromEntries([
    ...properties.map(([key, field]) => [key, sampleOf(asSchema(field) ?? {})] as const),
    ...(entry ? keysOf(schema, most + 9).map((key) => [key, Object.values(valid)[0] ?? sampleOf(entry)] as const) : []),
  ]);
  const all = Object.entries({ ...valid, ...more }).slice(0, most + 1);
  return { value: Object.fromEntries(all), code: 'wrong-count', words: [String(most)] };
}

/** Keys that are no reserved ones, each of a form that some maps refuse. */
const oddKeys = ['§', '-', 'A b', '_a', 'A', '9-', 'a.b', 'a', 'a'.repeat(300)];

function otherKey(schema: Schema, valid: JsonObject, pattern = ''): Broken | undefined {
  const key = oddKeys.find((text) => !new RegExp(pattern, 'u').test(text));
  if (key === undefined) return undefined;
  const value = { ...valid, [key]: Object.values(valid)[0] ?? sampleOf(entryOf(schema) ?? {}) };
  return { value, code: 'wrong-key', words: [], below: [key, '#'] };
}
