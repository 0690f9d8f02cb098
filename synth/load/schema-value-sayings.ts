import { nearest } from '../../schemas/primitives/nearest';
import { repaired } from './repairs';
import { foundIn, isOwnKey, listParameter, named, textParameter, type Fault, type Saying } from './schema-fault';
import { asSchema, type Schema } from './schema-lookup';
import {
  branchWords,
  countWords,
  description,
  expectation,
  formOf,
  foundWords,
  keysInWords,
  oneOf,
  shown,
  typeInWords,
  typeNames,
} from './schema-words';

export function wrongType(fault: Fault): Saying {
  const types = typeNames(fault.error.params['type']);
  const branches = listParameter(fault, 'branches').map((branch) => asSchema(branch));
  const single = types.length === 1 && branches.length === 0;
  const expected =
    branches.length > 0
      ? branchWords(branches)
      : single
        ? expectation({ ...fault.schema, type: types[0] }, fault.key)
        : typeInWords(types);
  return {
    code: 'wrong-type',
    message: `${named(fault)} is ${foundIn(fault)}, not ${typeInWords(types)}`,
    expected,
    fix: branches.length > 0 ? `write ${expected}` : typeFix(fault, types, expected),
  };
}

/** Whether a text has the form that its schema asks for. */
function fits(schema: Schema, text: string): boolean {
  return typeof schema['pattern'] !== 'string' || new RegExp(schema['pattern'], 'u').test(text);
}

const truthWords: Readonly<Record<string, boolean>> = {
  yes: true,
  on: true,
  y: true,
  true: true,
  no: false,
  off: false,
  n: false,
  false: false,
};

/** The change that is most likely meant, by what was found and what was asked for. */
function typeFix({ found, written, key, schema }: Fault, types: readonly string[], expected: string): string {
  const scalar = typeof found === 'number' || typeof found === 'boolean';
  const quoted = written ?? String(found);
  if (types.includes('string') && scalar && fits(schema, quoted)) return `put it in quotes: "${quoted}"`;
  if (typeof found === 'string') {
    const truth = truthWords[found.toLowerCase()];
    if (types.includes('boolean') && truth !== undefined)
      return `write \`${String(truth)}\`${written?.startsWith(found) ? '; in YAML 1.2, only `true` and `false` are truth values' : ', without quotes'}`;
    const leading = /^\s*(-?[0-9]+(?:\.[0-9]+)?)\s*[A-Za-z%]*\s*$/.exec(found)?.[1];
    if ((types.includes('integer') || types.includes('number')) && leading !== undefined)
      return `write the number alone, without ${leading === found ? 'quotes' : 'unit'}: ${leading}`;
  }
  if (types.includes('integer') && typeof found === 'number')
    return `write ${Math.floor(found)} or ${Math.ceil(found)}`;
  if (types.includes('array') && (scalar || typeof found === 'string'))
    return `write it as a list: [${written ?? String(found)}]`;
  if (types.includes('object') && Array.isArray(found))
    return 'write a map: each entry under a name of its own (`name: …`) instead of a dash';
  return `write ${key === undefined ? '' : `\`${key}\` as `}${expected}`;
}

export function unknownValue(fault: Fault, allowed: readonly unknown[]): Saying {
  const texts = allowed.filter((value): value is string => typeof value === 'string');
  const quoted = texts.find((text) => text === (fault.written ?? String(fault.found)));
  if (typeof fault.found !== 'string' && quoted !== undefined)
    return {
      code: 'unknown-value',
      message: `${named(fault)} is ${foundIn(fault)}, not a text`,
      expected: oneOf(allowed),
      fix: `put it in quotes: "${quoted}"`,
    };
  const near = typeof fault.found === 'string' ? nearest(fault.found, texts) : undefined;
  const only = allowed.length === 1 ? allowed[0] : undefined;
  const instead = near ?? only;
  return {
    code: 'unknown-value',
    message: `${named(fault)} can't be ${shown(fault.found)}`,
    expected: oneOf(allowed),
    fix:
      instead === undefined
        ? `write ${oneOf(allowed)}`
        : `write ${typeof instead === 'string' ? `\`${instead}\`` : shown(instead)}`,
  };
}

export function discriminator(fault: Fault): Saying {
  const tag = textParameter(fault, 'tag');
  const found = fault.error.params['tagValue'];
  if (found === undefined)
    return {
      code: 'missing-key',
      message: `\`${tag}\`, which says of which form this is, is missing`,
      fix: `add \`${tag}\``,
      child: tag,
      absent: true,
    };
  return {
    code: 'unknown-value',
    message: `\`${tag}\` can't be ${shown(found)}`,
    expected: 'the name of a form that the schema has',
    fix: `write a \`${tag}\` that exists`,
    child: tag,
  };
}

export function wrongForm(fault: Fault): Saying[] {
  const stated = formOf(fault.schema) ?? 'another form';
  const about = description(fault.schema);
  const meant = repaired(fault.found, fault.schema);
  if (fault.found === '')
    return [
      { code: 'wrong-length', message: `${named(fault)} is an empty text`, expected: stated, fix: `write ${stated}` },
    ];
  return [
    {
      code: 'wrong-form',
      message: `${foundWords(fault.found)} ${isOwnKey(fault) ? `of ${named(fault)} has not the right form` : `has not the form of ${named(fault)}`}${about === undefined ? '' : ` (${about})`}`,
      expected: stated,
      fix: meant === undefined ? `write ${stated}` : `write ${meant}`,
    },
  ];
}

export function wrongLength(fault: Fault): Saying[] {
  const length = typeof fault.found === 'string' ? Array.from(fault.found).length : 0;
  const expected = expectation(
    { ...fault.schema, pattern: undefined, format: undefined, 'x-form': undefined },
    fault.key,
  );
  const message =
    length === 0
      ? `${named(fault)} is an empty text`
      : `${named(fault)} has ${length} character${length === 1 ? '' : 's'}`;
  return [
    {
      code: 'wrong-length',
      message,
      expected,
      fix: length === 0 ? 'write a text, or take the key out' : `write ${expected}`,
    },
  ];
}

const rangeWords: Readonly<Record<string, string>> = {
  minimum: 'below',
  maximum: 'above',
  exclusiveMinimum: 'not above',
  exclusiveMaximum: 'not below',
  multipleOf: 'no multiple of',
};

export function outOfRange(fault: Fault): Saying[] {
  const expected = expectation(fault.schema, fault.key);
  return [
    {
      code: 'out-of-range',
      message: `${named(fault)} is ${shown(fault.found)}, which is ${rangeWords[fault.error.keyword] ?? 'not'} ${shown(fault.schema[fault.error.keyword])}`,
      expected,
      fix: `write ${expected}`,
    },
  ];
}

export function wrongCount(fault: Fault): Saying[] {
  const count = Array.isArray(fault.found) ? fault.found.length : Object.keys(asSchema(fault.found) ?? {}).length;
  const known = Object.keys(asSchema(fault.schema['properties']) ?? {});
  const what = Array.isArray(fault.found) ? 'item' : 'key';
  const least = fault.error.keyword.startsWith('min');
  const expected = `${typeInWords([what === 'item' ? 'array' : 'object'])}${countWords(fault.schema)}${known.length > 0 ? `: ${keysInWords(known)}` : ''}`;
  return [
    {
      code: 'wrong-count',
      message: `${named(fault)} has ${count === 0 ? 'no' : count} ${what}${count === 1 ? '' : 's'}`,
      expected,
      fix: least ? `add ${known.length > 0 ? keysInWords(known) : `${what}s`}` : `take ${what}s out`,
    },
  ];
}

export function repeatedItem(fault: Fault): Saying {
  const { i, j } = fault.error.params as { readonly i?: number; readonly j?: number };
  const items = Array.isArray(fault.found) ? (fault.found as unknown[]) : [];
  const later = Math.max(i ?? 0, j ?? 0);
  return {
    code: 'repeated-item',
    message: `${shown(items[later])} stands twice in ${named(fault)}`,
    expected: 'each item once',
    fix: 'take one of the two out',
    child: String(later),
  };
}

export function containsWords({ schema }: Fault): string {
  return expectation(asSchema(schema['contains']) ?? {});
}

export function noForm(fault: Fault): Saying {
  const branches = listParameter(fault, 'branches').map((branch) => asSchema(branch));
  const about = description(fault.schema);
  return {
    code: 'no-form-matches',
    message: `${named(fault)} is ${shown(fault.found)} of none of the forms that it can have${about === undefined ? '' : ` (${about})`}`,
    expected: branchWords(branches),
    fix: `write ${branchWords(branches)}`,
  };
}
