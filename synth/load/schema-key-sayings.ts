import { nearest } from '../../schemas/primitives/nearest';
import { listParameter, named, textParameter, type Fault, type Saying } from './schema-fault';
import { asSchema, schemaOfKey, type Schema } from './schema-lookup';
import {
  and,
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
} from './schema-words';

export function missingKey(fault: Fault, key: string): Saying {
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

export function missingCompanion(fault: Fault): Saying {
  const key = textParameter(fault, 'missingProperty');
  const beside = textParameter(fault, 'property');
  return { ...missingKey(fault, key), message: `\`${beside}\` needs \`${key}\` beside it, which is missing` };
}

export function unknownKey(fault: Fault, key: string): Saying {
  const properties = Object.keys(asSchema(fault.schema['properties']) ?? {});
  const patterns = Object.keys(asSchema(fault.schema['patternProperties']) ?? {});
  if (properties.length === 0 && patterns.length > 0)
    return wrongKey(fault, key, { pattern: patterns[0], 'x-form': fault.schema['x-key-form'] });
  const present = asSchema(fault.found) ?? {};
  const open = properties.filter((name) => !Object.hasOwn(present, name));
  // What another file states can be stated here too, and then takes the place of that.
  const near = nearest(
    key,
    properties.filter((name) => open.includes(name) || fault.inOtherFiles(key, name)),
  );
  return {
    code: 'unknown-key',
    message: `there is no key \`${key}\`${fault.key === undefined ? ' here' : ` in \`${fault.key}\``}`,
    expected: or([keysInWords(open.length > 0 ? open : properties), ...prefixed(fault.schema)]),
    fix: near === undefined ? 'name one that there is, or leave it out' : `write \`${near}\``,
    child: key,
  };
}

/** In words, the keys that a map takes beside those that it names. */
function prefixed(schema: Schema): string[] {
  const form = schema['x-key-form'];
  return schema['patternProperties'] !== undefined && typeof form === 'string' ? [form] : [];
}

export function wrongKey(fault: Fault, key: string, schema: Schema): Saying {
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

export function notAllowed(fault: Fault): Saying {
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

export function missingAlternative(fault: Fault): Saying {
  const keys = listParameter(fault, 'keys').map((group) =>
    and((Array.isArray(group) ? group : []).map((key) => `\`${String(key)}\``)),
  );
  return { code: 'missing-key', message: `${or(keys)} is missing`, expected: or(keys), fix: `add ${or(keys)}` };
}

export function severalForms(fault: Fault): Saying {
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
