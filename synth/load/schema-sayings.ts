import type { Code } from '../../schemas/codes/catalogue';
import { nearest } from '../../schemas/primitives/nearest';
import { asSchema, schemaOfKey, type Schema, type SchemaError } from './schema-lookup';
import {
  and,
  branchWords,
  countWords,
  description,
  exampleOf,
  expectation,
  formOf,
  foundWords,
  keysInWords,
  oneOf,
  or,
  patternWords,
  shown,
  typeInWords,
  typeNames,
} from './schema-words';

/** A validator's error with what is needed to speak of it. */
export interface Fault {
  readonly error: SchemaError;
  readonly root: Schema;
  /** The schema that the keyword stands in. */
  readonly schema: Schema;
  /** What was judged. */
  readonly found: unknown;
  /** As it is written in the file, quotes included. */
  readonly written: string | undefined;
  /** Key of what was judged; items of lists and the root have none. */
  readonly key: string | undefined;
}

/** What a finding says, and of which part: the value itself, or a key below it. */
export interface Saying {
  readonly code: Code;
  readonly message: string;
  readonly expected?: string;
  readonly fix: string;
  /** The key below the judged map that the finding is about. */
  readonly child?: string;
  /** The key is not there. */
  readonly absent?: boolean;
}

/** What each keyword of a schema has to say. Those that are not here speak through others. */
export const sayings: Readonly<Record<string, (fault: Fault) => readonly Saying[]>> = {
  type: (fault) => [wrongType(fault)],
  enum: (fault) => [unknownValue(fault, listParameter(fault, 'allowedValues'))],
  const: (fault) => [unknownValue(fault, [fault.error.params['allowedValue']])],
  discriminator: (fault) => [discriminator(fault)],
  pattern: wrongForm,
  format: wrongForm,
  minLength: wrongLength,
  maxLength: wrongLength,
  minimum: outOfRange,
  maximum: outOfRange,
  exclusiveMinimum: outOfRange,
  exclusiveMaximum: outOfRange,
  multipleOf: outOfRange,
  minItems: wrongCount,
  maxItems: wrongCount,
  minProperties: wrongCount,
  maxProperties: wrongCount,
  uniqueItems: (fault) => [repeatedItem(fault)],
  contains: (fault) => [
    {
      code: 'wrong-count',
      message: `${shown(fault.found)} has no item that is asked for`,
      expected: containsWords(fault),
      fix: `add ${containsWords(fault)}`,
    },
  ],
  required: (fault) => [missingKey(fault, textParameter(fault, 'missingProperty'))],
  dependentRequired: (fault) => [missingCompanion(fault)],
  dependencies: (fault) => [missingCompanion(fault)],
  additionalProperties: (fault) => [unknownKey(fault, textParameter(fault, 'additionalProperty'))],
  unevaluatedProperties: (fault) => [unknownKey(fault, textParameter(fault, 'unevaluatedProperty'))],
  propertyNames: (fault) => [
    wrongKey(fault, textParameter(fault, 'propertyName'), asSchema(fault.schema['propertyNames']) ?? {}),
  ],
  'false schema': (fault) => [
    {
      code: 'not-allowed',
      message: `${fault.key === undefined ? shown(fault.found) : `\`${fault.key}\``} can't stand here`,
      fix: 'take it out',
    },
  ],
  not: (fault) => [notAllowed(fault)],
  requiredAlternatives: (fault) => [missingAlternative(fault)],
  severalForms: (fault) => [severalForms(fault)],
  noFormMatches: (fault) => [noForm(fault)],
};

function textParameter({ error }: Fault, name: string): string {
  const value = error.params[name];
  return typeof value === 'string' ? value : '';
}

function listParameter({ error }: Fault, name: string): unknown[] {
  const value = error.params[name];
  return Array.isArray(value) ? (value as unknown[]) : [];
}

function named({ key }: Fault): string {
  return key === undefined ? 'the value' : `\`${key}\``;
}

function wrongType(fault: Fault): Saying {
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
    message: `${named(fault)} is ${foundWords(fault.found)}, not ${typeInWords(types)}`,
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

function unknownValue(fault: Fault, allowed: readonly unknown[]): Saying {
  const texts = allowed.filter((value): value is string => typeof value === 'string');
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

function discriminator(fault: Fault): Saying {
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

function wrongForm(fault: Fault): Saying[] {
  const stated = formOf(fault.schema) ?? 'another form';
  const about = description(fault.schema);
  if (fault.found === '')
    return [
      { code: 'wrong-length', message: `${named(fault)} is an empty text`, expected: stated, fix: `write ${stated}` },
    ];
  return [
    {
      code: 'wrong-form',
      message: `${foundWords(fault.found)} has not the form of ${named(fault)}${about === undefined ? '' : ` (${about})`}`,
      expected: stated,
      fix: `write ${stated}`,
    },
  ];
}

function wrongLength(fault: Fault): Saying[] {
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

function outOfRange(fault: Fault): Saying[] {
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

function wrongCount(fault: Fault): Saying[] {
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

function repeatedItem(fault: Fault): Saying {
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

function containsWords({ schema }: Fault): string {
  return expectation(asSchema(schema['contains']) ?? {});
}

function missingKey(fault: Fault, key: string): Saying {
  const field = schemaOfKey(fault.root, fault.error, key);
  const about = description(field);
  const allowed = listParameter(fault, 'allowedValues');
  const expected = allowed.length > 0 ? oneOf(allowed) : field && expectation(field, key);
  const example = allowed.length > 0 ? String(allowed[0]) : exampleOf(field);
  return {
    code: 'missing-key',
    message: `\`${key}\` is missing${about === undefined ? '' : `: ${about}`}`,
    ...(expected !== undefined && { expected }),
    fix: `add \`${key}\`${example === undefined ? '' : `, such as \`${key}: ${example}\``}`,
    child: key,
    absent: true,
  };
}

function missingCompanion(fault: Fault): Saying {
  const key = textParameter(fault, 'missingProperty');
  const beside = textParameter(fault, 'property');
  return { ...missingKey(fault, key), message: `\`${beside}\` needs \`${key}\` beside it, which is missing` };
}

function unknownKey(fault: Fault, key: string): Saying {
  const properties = Object.keys(asSchema(fault.schema['properties']) ?? {});
  const patterns = Object.keys(asSchema(fault.schema['patternProperties']) ?? {});
  if (properties.length === 0 && patterns.length > 0)
    return wrongKey(fault, key, { pattern: patterns[0], 'x-form': fault.schema['x-key-form'] });
  const present = asSchema(fault.found) ?? {};
  const open = properties.filter((name) => !Object.hasOwn(present, name));
  const near = nearest(key, open);
  return {
    code: 'unknown-key',
    message: `there is no key \`${key}\`${fault.key === undefined ? ' here' : ` in \`${fault.key}\``}`,
    expected: keysInWords(open.length > 0 ? open : properties),
    fix: near === undefined ? 'take it out' : `write \`${near}\``,
    child: key,
  };
}

function wrongKey(fault: Fault, key: string, schema: Schema): Saying {
  const expected =
    formOf(schema) ??
    (Array.isArray(schema['enum'])
      ? oneOf(schema['enum'])
      : typeof schema['maxLength'] === 'number'
        ? `at most ${schema['maxLength']} characters`
        : patternWords('another name'));
  const near = Array.isArray(schema['enum'])
    ? nearest(
        key,
        schema['enum'].filter((name): name is string => typeof name === 'string'),
      )
    : undefined;
  return {
    code: 'wrong-key',
    message: `${shown(key)} can't be a key of ${named(fault)}`,
    expected,
    fix: near === undefined ? 'choose another key' : `write \`${near}\``,
    child: key,
  };
}

function notAllowed(fault: Fault): Saying {
  const about = description(asSchema(fault.schema['not'])) ?? description(fault.schema);
  const denied = asSchema(fault.schema['not'])?.['required'];
  const keys = Array.isArray(denied) ? denied.filter((key): key is string => typeof key === 'string') : [];
  const found =
    keys.length > 0
      ? `${and(keys.map((key) => `\`${key}\``))} can't stand ${keys.length > 1 ? 'together' : 'here'}`
      : `${named(fault)} can't be ${foundWords(fault.found)}`;
  const [last] = keys.slice(-1);
  return {
    code: 'not-allowed',
    message: `${found}${about === undefined ? '' : ` (${about})`}`,
    fix: keys.length > 1 ? 'keep one of them' : 'take it out, or write another value',
    ...(last !== undefined && { child: last }),
  };
}

function missingAlternative(fault: Fault): Saying {
  const keys = listParameter(fault, 'keys').map((group) =>
    and((Array.isArray(group) ? group : []).map((key) => `\`${String(key)}\``)),
  );
  return { code: 'missing-key', message: `${or(keys)} is missing`, expected: or(keys), fix: `add ${or(keys)}` };
}

function severalForms(fault: Fault): Saying {
  const keys = listParameter(fault, 'keys').map(String);
  const [last] = keys.slice(-1);
  if (last === undefined || keys.length < 2)
    return {
      code: 'no-form-matches',
      message: `${named(fault)} has several of its forms at once`,
      expected: 'exactly one form',
      fix: 'take out what belongs to the other forms',
    };
  return {
    code: 'not-allowed',
    message: `${and(keys.map((key) => `\`${key}\``))} can't stand together`,
    expected: `exactly one of them`,
    fix: 'keep one of them',
    child: last,
  };
}

function noForm(fault: Fault): Saying {
  const branches = listParameter(fault, 'branches').map((branch) => asSchema(branch));
  const about = description(fault.schema);
  return {
    code: 'no-form-matches',
    message: `${named(fault)} is ${shown(fault.found)} of none of the forms that it can have${about === undefined ? '' : ` (${about})`}`,
    expected: branchWords(branches),
    fix: `write ${branchWords(branches)}`,
  };
}
