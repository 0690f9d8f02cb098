import type { Construct } from 'constructs';
import type { Variable } from '../../schemas/contract/connection';
import { flag, group, integer, list, mapOf, optional, text } from '../../schemas/contract/fields';
import type { Constraint } from '../../schemas/contract/kind';
import { randomPassword } from './ephemeral';

const keyPattern = '^[A-Za-z][A-Za-z0-9_]{0,62}$';

/** Field `keys` of an entry. */
export const keysField = list(
  'Keys of its JSON document. Left out, its value is one string.',
  text('Key.', { pattern: keyPattern }),
  { default: [], uniqueItems: true },
);

/** Field `generate` of an entry. */
export const generateField = optional(
  group('Random values instead of ones that someone fills in: for every key that `with` has no value of.', {
    with: mapOf(
      'Values of keys that are no secret, such as a user name.',
      text('Value.', { pattern: '^[^"\\\\$%]*$', 'x-form': 'a text without ", \\, $ and %' }),
      { default: {}, propertyNames: { pattern: keyPattern } },
    ),
    length: integer('Characters of each random value.', { minimum: 16, maximum: 256, default: 48 }),
    punctuation: flag('Punctuation too, not letters and digits alone.', { default: false }),
    version: integer('A higher number makes new values.', { minimum: 1, maximum: 1_000_000, default: 1 }),
  }),
);

interface Generate {
  readonly with: Readonly<Record<string, string>>;
  readonly length: number;
  readonly punctuation: boolean;
  readonly version: number;
}

export interface Entry {
  readonly keys: readonly string[];
  readonly generate?: Generate;
}

/** Expression, without `${}`, of an entry's random value: ephemeral, for write-only arguments alone. */
export function randomValue(scope: Construct, id: string, { keys, generate }: Required<Entry>): string {
  if (keys.length === 0) return randomPassword(scope, id, generate);
  return jsonDocument(
    Object.fromEntries(
      keys.map((key) => {
        const stated = generate.with[key];
        return [key, stated === undefined ? randomPassword(scope, `${id}-${key}`, generate) : JSON.stringify(stated)];
      }),
    ),
  );
}

/** Expression of a JSON document with these expressions as values. */
export function jsonDocument(expressions: Readonly<Record<string, string>>): string {
  const parts = Object.entries(expressions).map(([key, expression]) => `${JSON.stringify(key)} = ${expression}`);
  return `jsonencode({ ${parts.join(', ')} })`;
}

/** Variables of an entry: one for each key, or one for the whole. */
export function secretVariables(secret: string, keys: readonly string[]): Record<string, Variable> {
  if (keys.length === 0) return { '': { secret, key: 'value' } };
  return Object.fromEntries(keys.map((key) => [key.toUpperCase(), { secret, key }]));
}

/** Of kinds with entries that may be generated. */
export function generatedKeys<Props>(entriesOf: (props: Props) => Readonly<Record<string, Entry>>): Constraint<Props> {
  return {
    id: 'generated-keys',
    meaning: 'Every key of `generate.with` is one of the entry’s keys, and at least one of these is left to be random.',
    fix: 'name the keys of the document in `keys`',
    violations: (props) =>
      Object.entries(entriesOf(props)).flatMap(([entry, { keys, generate }]) => {
        if (!generate) return [];
        const at = `/entries/${entry.replace(/\//g, '~1')}/generate/with`;
        const stated = Object.keys(generate.with);
        const unknown = stated.filter((key) => !keys.includes(key));
        if (unknown.length > 0)
          return unknown.map((key) => ({ at: `${at}/${key}`, found: `${entry} has no key ${key}` }));
        return keys.length > 0 && stated.length === keys.length
          ? [{ at, found: `no key of ${entry} is left to be random` }]
          : [];
      }),
  };
}
