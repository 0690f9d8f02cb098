import type { Json } from '../../schemas/primitives/artifact';
import { compareText } from '../../schemas/primitives/finding';
import { wordsOfPatterns } from './pattern-words';
import { asSchema, type Schema } from './schema-lookup';

/** What schemas mean, in words for messages. */

const typeWords: Readonly<Record<string, string>> = {
  string: 'a text',
  integer: 'a whole number',
  number: 'a number',
  boolean: '`true` or `false`',
  object: 'a map',
  array: 'a list',
  null: '`null`',
};

/** Units that names of fields end with. */
const unitSuffixes = [
  'Milliseconds',
  'Seconds',
  'Minutes',
  'Hours',
  'Days',
  'Weeks',
  'Months',
  'Percent',
  'Bytes',
  'KiB',
  'MiB',
  'GiB',
  'TiB',
  'Mbps',
  'MBps',
] as const;
const sizeUnits = /^(KiB|MiB|GiB|TiB|Mbps|MBps)$/;

/** Most allowed values that a message lists. */
const maxListed = 12;

/** Longest piece of a value that a message repeats. */
const maxShown = 60;

/** Unit of a field: `x-unit` of its schema, or the one that its name ends with. */
export function unitOf(schema: Schema, key: string | undefined): string | undefined {
  const stated = schema['x-unit'];
  if (typeof stated === 'string') return stated;
  const suffix = unitSuffixes.find((unit) => key?.endsWith(unit) || key === unit.toLowerCase());
  if (suffix === undefined) return undefined;
  return sizeUnits.test(suffix) ? suffix : suffix.toLowerCase();
}

/** A value as messages show it: short, on one line. */
export function shown(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (Array.isArray(value)) return value.length === 0 ? 'an empty list' : `a list of ${value.length}`;
  if (typeof value === 'object' && value !== null) return Object.keys(value).length === 0 ? 'an empty map' : 'a map';
  const text = JSON.stringify(value);
  return `\`${text.length > maxShown ? `${text.slice(0, maxShown - 1)}…` : text}\``;
}

/** What was found, by type and value: `the text "90"`. */
export function foundWords(value: unknown): string {
  if (typeof value === 'string') return `the text ${shown(value)}`;
  if (typeof value === 'number') return `the number ${shown(value)}`;
  return shown(value);
}

export function typeNames(types: unknown): string[] {
  if (typeof types === 'string') return types.split(',');
  return Array.isArray(types) ? types.filter((type): type is string => typeof type === 'string') : [];
}

export function typeInWords(types: readonly string[]): string {
  return or(types.filter((type, index) => types.indexOf(type) === index).map((type) => typeWords[type] ?? type));
}

export function or(words: readonly string[]): string {
  return words.length <= 1 ? (words[0] ?? '') : `${words.slice(0, -1).join(', ')} or ${words.at(-1) ?? ''}`;
}

export function and(words: readonly string[]): string {
  return words.length <= 1 ? (words[0] ?? '') : `${words.slice(0, -1).join(', ')} and ${words.at(-1) ?? ''}`;
}

/** `one of a, b or c`, shortened where there are many. */
export function oneOf(values: readonly unknown[]): string {
  const listed = values.slice(0, maxListed).map((value) => (typeof value === 'string' ? `\`${value}\`` : shown(value)));
  const more = values.length - listed.length;
  const words = more > 0 ? `${listed.join(', ')} and ${more} more` : or(listed);
  return values.length === 1 ? words : `one of ${words}`;
}

/** Sorted names of a map's keys as a list of allowed ones. */
export function keysInWords(keys: readonly string[]): string {
  return keys.length === 0 ? 'no keys' : oneOf([...keys].sort(compareText));
}

/** What a field takes: type, unit, bounds, form, allowed values. */
export function expectation(schema: Schema, key?: string): string {
  const allowed = schema['enum'];
  if (Array.isArray(allowed)) return oneOf(allowed);
  if (schema['const'] !== undefined) return oneOf([schema['const']]);
  const form = formOf(schema);
  if (form !== undefined) return form;
  const types = typeNames(schema['type']);
  if (types.length === 0) return description(schema) ?? 'another value';
  const words = typeInWords(types);
  return types.includes('integer') || types.includes('number')
    ? `${words}${unitWords(schema, key)}${boundWords(schema)}`
    : `${words}${countWords(schema)}`;
}

function unitWords(schema: Schema, key: string | undefined): string {
  const unit = unitOf(schema, key);
  return unit === undefined ? '' : unit === 'percent' ? ' in percent' : ` of ${unit}`;
}

function numberOf(schema: Schema, ...keywords: readonly string[]): number | undefined {
  return keywords.map((keyword) => schema[keyword]).find((value): value is number => typeof value === 'number');
}

/** Bounds and step of a number: ` from 1 to 365`. */
function boundWords(schema: Schema): string {
  const low = numberOf(schema, 'minimum', 'exclusiveMinimum');
  const high = numberOf(schema, 'maximum', 'exclusiveMaximum');
  const above = schema['minimum'] === undefined && schema['exclusiveMinimum'] !== undefined;
  const below = schema['maximum'] === undefined && schema['exclusiveMaximum'] !== undefined;
  const step = numberOf(schema, 'multipleOf') === undefined ? '' : `, in steps of ${numberOf(schema, 'multipleOf')}`;
  if (low === undefined && high === undefined) return step;
  if (high === undefined) return ` ${above ? 'above' : 'of at least'} ${low}${step}`;
  if (low === undefined) return ` ${below ? 'below' : 'of at most'} ${high}${step}`;
  return ` ${above ? 'above' : 'from'} ${low} ${below ? 'to below' : 'to'} ${high}${step}`;
}

/** Bounds of a length or count: ` of 1 to 63 characters`. */
export function countWords(schema: Schema): string {
  const kinds = [
    { low: 'minLength', high: 'maxLength', one: 'character', many: 'characters' },
    { low: 'minItems', high: 'maxItems', one: 'item', many: 'items' },
    { low: 'minProperties', high: 'maxProperties', one: 'key', many: 'keys' },
  ] as const;
  for (const { low, high, one, many } of kinds) {
    const least = numberOf(schema, low);
    const most = numberOf(schema, high);
    if (least === undefined && most === undefined) continue;
    if (least === most) return ` of exactly ${least} ${least === 1 ? one : many}`;
    if (most === undefined) return ` of at least ${least} ${least === 1 ? one : many}`;
    return least !== undefined ? ` of ${least} to ${most} ${many}` : ` of at most ${most} ${most === 1 ? one : many}`;
  }
  return '';
}

/** The form of a text in words, where its schema has one. */
export function formOf(schema: Schema): string | undefined {
  const stated = schema['x-form'] ?? schema['x-pattern-hint'];
  if (typeof stated === 'string') return stated;
  if (typeof schema['pattern'] === 'string')
    return wordsOfPatterns[schema['pattern']] ?? patternWords(schema['pattern']);
  return typeof schema['format'] === 'string' ? `a text of the form ${schema['format']}` : undefined;
}

const classWords: readonly (readonly [string, string])[] = [
  ['a-zA-Z', 'letter'],
  ['A-Za-z', 'letter'],
  ['a-z', 'lower-case letter'],
  ['A-Z', 'capital letter'],
  ['0-9', 'digit'],
];

/** A pattern of the form `^[first][rest]{0,n}$` in words; any other as it is, as is one that says what may not stand. */
export function patternWords(pattern: string): string {
  const simple = /^\^(?:(\[[^^\]][^\]]*\]))?(\[[^^\]][^\]]*\])(?:([*+])|\{(\d+)(?:,(\d+))?\})?\$$/.exec(pattern);
  if (!simple) return `a text that matches ${pattern}`;
  const [, first, rest, , least, most] = simple;
  const extra = first === undefined ? 0 : 1;
  const exact = least !== undefined && most === undefined;
  const length = exact
    ? `exactly ${Number(least) + extra} `
    : most === undefined
      ? ''
      : `at most ${Number(most) + extra} `;
  const body = and(characterWords(rest ?? '').map((word) => (word.startsWith('`') ? word : `${word}s`)));
  const start =
    first === undefined || first === rest
      ? ''
      : `, starting with ${or(characterWords(first).map((word) => (word.startsWith('`') ? word : `a ${word}`)))}`;
  return `${length}${body}${start}`;
}

/** What a character class holds: `letter`, `digit`, and its signs in backticks. */
function characterWords(characterClass: string): string[] {
  let rest = characterClass.slice(1, -1);
  const words: string[] = [];
  for (const [range, name] of classWords) {
    if (!rest.includes(range)) continue;
    words.push(name);
    rest = rest.replace(range, '');
  }
  const signs = rest.replaceAll('\\', '');
  return signs === '' ? words : [...words, `\`${signs}\``];
}

/** First sentence of a field's description, without its full stop. */
export function description(schema: Schema | undefined): string | undefined {
  const text = schema?.['description'];
  if (typeof text !== 'string') return undefined;
  const sentence = /^.*?[.!?](?=\s|$)/s.exec(text)?.[0] ?? text;
  return sentence.replace(/\.$/, '');
}

/** A value that a field could have, for the fix of a missing key: its default, an example, its only value. */
export function exampleOf(schema: Schema | undefined): string | undefined {
  const values: readonly (Json | undefined)[] = [
    schema?.['default'],
    Array.isArray(schema?.['examples']) ? schema['examples'][0] : undefined,
    Array.isArray(schema?.['enum']) ? schema['enum'][0] : undefined,
    schema?.['const'],
  ];
  const value = values.find(
    (candidate) => candidate !== undefined && (typeof candidate !== 'object' || candidate === null),
  );
  return value === undefined
    ? undefined
    : typeof value === 'string' && /^[A-Za-z][\w ./-]*$/.test(value)
      ? value
      : JSON.stringify(value);
}

/** Branches of a union as alternatives: titles or types. */
export function branchWords(branches: readonly (Schema | undefined)[]): string {
  return or(
    branches.map((branch) => (typeof branch?.['title'] === 'string' ? branch['title'] : branchForm(branch ?? {}))),
  );
}

function branchForm(branch: Schema): string {
  const required = branch['required'];
  const keys = Array.isArray(required)
    ? required.filter((key): key is string => typeof key === 'string')
    : Object.keys(asSchema(branch['properties']) ?? {});
  return branch['type'] === 'object' && keys.length > 0
    ? `a map with ${and(keys.map((key) => `\`${key}\``))}`
    : expectation(branch);
}
