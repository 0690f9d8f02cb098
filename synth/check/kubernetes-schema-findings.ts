import type { ErrorObject } from 'ajv';
import type { Code } from '../../schemas/codes/catalogue';
import type { Finding, Severity } from '../../schemas/primitives/finding';
import { nearest } from '../../schemas/primitives/nearest';
import type { Position } from '../../schemas/primitives/position';
import { wordsOf } from '../../schemas/upstream/kubernetes/forms';
import type { Schema } from '../../schemas/upstream/kubernetes/schema';

/** An object that is judged, and where it stands. */
export interface ManifestPlace {
  /** File that holds it, below the repository root. */
  readonly path: string;
  /** JSON pointer of the object in its document: empty, or `/items/0` in a `List`. */
  readonly pointer: string;
  /** `Deployment dev/user`: what findings about it are about. */
  readonly subject: string;
  /** Place to edit for a JSON pointer of the document, or for the key that the pointer ends with. */
  readonly positionOf: (pointer: string, ofKey?: boolean) => Position;
}

/** What is wrong at one place of an object. */
export interface Remark {
  readonly code: Code;
  /** JSON pointer below the object. */
  readonly pointer: string;
  readonly message: string;
  readonly expected?: string;
  readonly fix: string;
  /** @default 'error' */
  readonly severity?: Severity;
  /** The key of the place is at fault, not what it holds. */
  readonly ofKey?: true;
}

export function manifestFinding(place: ManifestPlace, remark: Remark): Finding {
  const { pointer, severity = 'error', ofKey, ...said } = remark;
  const whole = place.pointer + pointer;
  const at = place.positionOf(whole, ofKey);
  return { ...said, severity, at, subject: place.subject, output: `${place.path}#${whole}` };
}

/** What ajv found, said once and in words. */
export function schemaRemarks(errors: readonly ErrorObject[], kind: string): Remark[] {
  const told = new Set<string>();
  const remarks: Remark[] = [];
  for (const error of withoutConsequences(errors)) {
    const remark = remarkOf(error, kind);
    const key = `${remark.code} ${remark.pointer} ${remark.message}`;
    if (told.has(key)) continue;
    told.add(key);
    remarks.push(remark);
  }
  return remarks;
}

/** Keywords whose error repeats, or is repeated by, the errors of the schemas below them. */
const junctors: readonly string[] = ['anyOf', 'oneOf', 'not'];

function withoutConsequences(errors: readonly ErrorObject[]): ErrorObject[] {
  const joined = errors.filter(({ keyword }) => junctors.includes(keyword));
  const mistyped = new Set(errors.filter(({ keyword }) => keyword === 'type').map(({ instancePath }) => instancePath));
  return errors.filter((error) => {
    if (error.keyword === 'if' || error.keyword === 'propertyNames') return false;
    if (error.keyword !== 'type' && error.propertyName === undefined && mistyped.has(error.instancePath)) return false;
    return !joined.some((above) => above !== error && error.schemaPath.startsWith(`${above.schemaPath}/`));
  });
}

function remarkOf(error: ErrorObject, kind: string): Remark {
  const say = sayings[error.keyword] ?? otherwise;
  const { instancePath, propertyName } = error;
  const field = fieldName(instancePath);
  if (propertyName === undefined) return say(error, { field, found: foundValue(error, kind), pointer: instancePath });
  const found = JSON.stringify(propertyName);
  return say(error, { field: `a key of ${field}`, found, pointer: `${instancePath}/${token(propertyName)}` });
}

interface Words {
  /** The place as people write it: `spec.containers[0].image`. */
  readonly field: string;
  /** The value that is there. */
  readonly found: string;
  /** JSON pointer of the place: of the value, where a key is meant. */
  readonly pointer: string;
}

type Saying = (error: ErrorObject, words: Words) => Remark;

const outOfRange =
  (relation: string, unit = ''): Saying =>
  (error, { field, found, pointer }) => {
    const limit = String((error.params as { limit: unknown }).limit);
    return {
      code: 'manifest-value-out-of-range',
      pointer,
      message: `${field} is ${found}`,
      expected: `${relation} ${limit}${unit === '' ? '' : ` ${unit}${limit === '1' ? '' : 's'}`}`,
      fix: 'Use a value within the bounds.',
    };
  };

const sayings: Readonly<Record<string, Saying>> = {
  additionalProperties: (error, { field }) => unknownField(error, field),
  required: (error, { field }) => missingField(error, field, [missingProperty(error)]),
  anyOf: (error, words) => {
    const choices = ((error.schema ?? []) as Schema[]).flatMap(({ required }) => required ?? []);
    return choices.length === 0 ? otherwise(error, words) : missingField(error, words.field, choices);
  },
  type: (error, { field, found }) => {
    const types = [(error.params as { type: string | string[] }).type].flat().filter((type) => type !== 'null');
    return {
      code: 'manifest-wrong-type',
      pointer: error.instancePath,
      message: `${field} is ${found}`,
      expected: types.map((type) => typeWords[type] ?? type).join(' or '),
      fix: 'Write a value of that type.',
    };
  },
  enum: (error, { field, found }) => {
    const allowed = (error.params as { allowedValues: unknown[] }).allowedValues.filter((value) => value !== null);
    const near = typeof error.data === 'string' ? nearest(error.data, allowed.map(String)) : undefined;
    return {
      code: 'manifest-value-not-allowed',
      pointer: error.instancePath,
      message: `${field} is ${found}`,
      expected: allowed.map(String).join(', '),
      fix: near === undefined ? 'Use one of the allowed values.' : `Did you mean ${near}?`,
    };
  },
  minimum: outOfRange('at least'),
  exclusiveMinimum: outOfRange('more than'),
  maximum: outOfRange('at most'),
  exclusiveMaximum: outOfRange('less than'),
  minLength: outOfRange('at least', 'character'),
  maxLength: outOfRange('at most', 'character'),
  minItems: outOfRange('at least', 'item'),
  maxItems: outOfRange('at most', 'item'),
  minProperties: outOfRange('at least', 'key'),
  maxProperties: outOfRange('at most', 'key'),
  pattern: (error, { field, found, pointer }) => {
    const pattern = (error.params as { pattern: string }).pattern;
    return {
      code: 'manifest-malformed-value',
      pointer,
      message: `${field} is ${found}`,
      expected: wordsOf(pattern) ?? `a text that matches ${pattern}`,
      fix: 'Write it in that form.',
    };
  },
  uniqueItems: (error, { field }) => {
    const { i, j } = error.params as { i: number; j: number };
    return {
      code: 'manifest-repeated-item',
      pointer: `${error.instancePath}/${String(Math.max(i, j))}`,
      message: `${field} has the same item twice`,
      fix: 'Keep one of them.',
    };
  },
};

function otherwise(error: ErrorObject, { field, found }: Words): Remark {
  return {
    code: 'manifest-malformed-value',
    pointer: error.instancePath,
    message: `${field} is ${found}, which its schema refuses (${error.keyword})`,
    fix: 'Write a value that the definition of the kind allows.',
  };
}

const typeWords: Readonly<Record<string, string>> = {
  object: 'a mapping',
  array: 'a list',
  string: 'a text',
  integer: 'an integer',
  number: 'a number',
  boolean: 'true or false',
};

/** As many names as are worth reading. */
const maximumNames = 12;

function unknownField(error: ErrorObject, field: string): Remark {
  const name = (error.params as { additionalProperty: string }).additionalProperty;
  const names = Object.keys((error.parentSchema as Schema).properties ?? {});
  const near = nearest(name, names);
  const listed = names.length <= maximumNames ? names : [...names.slice(0, maximumNames), '…'];
  return {
    code: 'manifest-unknown-field',
    pointer: `${error.instancePath}/${token(name)}`,
    ofKey: true,
    message: `${field} has no field ${JSON.stringify(name)}`,
    expected: listed.length === 0 ? 'an empty mapping' : listed.join(', '),
    fix: near === undefined ? 'Take the field out.' : `Did you mean ${near}?`,
  };
}

function missingProperty(error: ErrorObject): string {
  return (error.params as { missingProperty: string }).missingProperty;
}

function missingField(error: ErrorObject, field: string, names: readonly string[]): Remark {
  const named = names.join(' or ');
  return {
    code: 'manifest-missing-field',
    pointer: error.instancePath,
    message: `${field} has no ${named}`,
    fix: `Add ${named}.`,
  };
}

/** `/spec/containers/0/image` → `spec.containers[0].image`; the whole object is called so. */
export function fieldName(pointer: string): string {
  if (pointer === '') return 'the object';
  const steps = pointer
    .slice(1)
    .split('/')
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));
  let name = '';
  for (const step of steps) {
    if (/^\d+$/.test(step)) name += `[${step}]`;
    else if (/^[\w$-]+$/.test(step)) name += name === '' ? step : `.${step}`;
    else name += `[${JSON.stringify(step)}]`;
  }
  return name;
}

/** A key as a step of a JSON pointer. */
export function token(key: string | number): string {
  return String(key).replaceAll('~', '~0').replaceAll('/', '~1');
}

const maximumText = 60;

/** The value in words. What a Secret holds is not repeated: messages end up in logs. */
function foundValue(error: ErrorObject, kind: string): string {
  const value: unknown = error.data;
  if (value === null) return 'null';
  if (Array.isArray(value)) return `a list of ${String(value.length)}`;
  if (typeof value === 'object') return 'a mapping';
  if (kind === 'Secret' && /^\/(?:data|stringData)\//.test(error.instancePath))
    return `${typeWords[typeof value] ?? typeof value} (not shown)`;
  const text = JSON.stringify(value);
  return text.length <= maximumText ? text : `${text.slice(0, maximumText)}…`;
}
