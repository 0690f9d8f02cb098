import type { Finding } from '../../schemas/primitives/finding';
import { nearest } from '../../schemas/primitives/nearest';
import type { Position } from '../../schemas/primitives/position';
import type { SourcedValue } from './merge';
import { childPointer, pointerKeys, valueAt } from './pointer';
import type { Fault, Saying } from './schema-fault';
import { asSchema, lastKey, schemaOf, type Schema, type SchemaError } from './schema-lookup';
import { sayings } from './schema-sayings';
import { wholePaths } from './schema-references';
import { condenseUnions } from './schema-unions';

export interface SchemaFindingsInput {
  /** The schema that was validated against. */
  readonly schema: object;
  /** What the validator says (ajv with `allErrors`). */
  readonly errors: readonly SchemaError[];
  /** The merged description, for places. */
  readonly value: SourcedValue;
  /** Pointer of what was validated. */
  readonly at: string;
  /** What it is, as findings name it: `pingvas/prod bucket images`. */
  readonly subject: string;
  /** What was validated, where it is not what stands at `at`: the expansion of a composite kind. */
  readonly data?: unknown;
}

/** Keywords whose errors only announce those of others. */
const announcements: ReadonlySet<string> = new Set(['if', 'allOf', '$ref']);

/** Keywords that judge one value: of several at one place, the first says enough. */
const valueKeywords = [
  'type',
  'enum',
  'const',
  'discriminator',
  'requiredAlternatives',
  'severalForms',
  'noFormMatches',
  'format',
  'pattern',
  'minLength',
  'maxLength',
  'minimum',
  'maximum',
  'exclusiveMinimum',
  'exclusiveMaximum',
  'multipleOf',
  'minItems',
  'maxItems',
  'contains',
  'minProperties',
  'maxProperties',
  'not',
  'false schema',
];

/** The validator's errors as findings in the user's terms: one for each mistake, at the place to edit. */
export function schemaFindings(input: SchemaFindingsInput): Finding[] {
  const root = asSchema(input.schema) ?? {};
  const data = input.data === undefined ? valueAt(input.value.value, input.at) : input.data;
  const relevant = input.errors.filter(
    (error) => !announcements.has(error.keyword) && error.propertyName === undefined,
  );
  const errors = withoutEchoes(
    condenseUnions(wholePaths(root, relevant), { root, data }).filter((error) => !isBroken(input, error)),
  );
  return errors.flatMap((error) => findingsOf(input, error, { root, data }));
}

/** A finding has said already why this can't be judged. */
function isBroken({ value, at }: SchemaFindingsInput, error: SchemaError): boolean {
  const broken = value.brokenAt(at + error.instancePath);
  return (
    broken === 'unreadable' ||
    (broken === 'incomplete' && (error.keyword === 'required' || error.keyword === 'minProperties'))
  );
}

/** One error for each value, none for a key that is missing because it is misspelled, and one for a key of a wrong form. */
function withoutEchoes(errors: readonly SchemaError[]): SchemaError[] {
  const best = new Map<string, number>();
  for (const error of errors) {
    const rank = valueKeywords.indexOf(error.keyword);
    if (rank !== -1) best.set(error.instancePath, Math.min(rank, best.get(error.instancePath) ?? rank));
  }
  const seen = new Set<string>();
  return errors.filter((error) => {
    const rank = valueKeywords.indexOf(error.keyword);
    if (rank !== -1 && best.get(error.instancePath) !== rank) return false;
    const identity = JSON.stringify([
      error.instancePath,
      error.keyword,
      error.keyword === 'required' || rank === -1 ? error.params : null,
    ]);
    if (seen.has(identity)) return false;
    seen.add(identity);
    if (error.keyword === 'additionalProperties') return !isMisnamed(error, errors);
    return error.keyword !== 'required' || !isMisspelled(error, errors);
  });
}

/** A key that is unknown because it has not the form that keys of its map have, which says more. */
function isMisnamed(unknown: SchemaError, errors: readonly SchemaError[]): boolean {
  return errors.some(
    ({ keyword, instancePath, params }) =>
      keyword === 'propertyNames' &&
      instancePath === unknown.instancePath &&
      params['propertyName'] === unknown.params['additionalProperty'],
  );
}

function isMisspelled(missing: SchemaError, errors: readonly SchemaError[]): boolean {
  const name = missing.params['missingProperty'];
  if (typeof name !== 'string') return false;
  return errors.some((error) => {
    const unknown = error.params['additionalProperty'] ?? error.params['unevaluatedProperty'];
    return (
      error.instancePath === missing.instancePath && typeof unknown === 'string' && nearest(unknown, [name]) === name
    );
  });
}

function findingsOf(
  input: SchemaFindingsInput,
  error: SchemaError,
  { root, data }: { readonly root: Schema; readonly data: unknown },
): Finding[] {
  const pointer = input.at + error.instancePath;
  const found = valueAt(data, error.instancePath);
  const fault: Fault = {
    error,
    root,
    schema: schemaOf(root, error),
    found,
    // What a composite kind stands for may hold another value than what is written there.
    written: valueAt(input.value.value, pointer) === found ? input.value.writtenAt(pointer) : undefined,
    inOtherFiles: (key, other) => fileOf(input.value, pointer, key) !== fileOf(input.value, pointer, other),
    key: lastKey(pointer),
  };
  const said = sayings[error.keyword]?.(fault) ?? [anyError(error)];
  return said.map((saying) => finding(input, pointer, saying));
}

function fileOf(value: SourcedValue, pointer: string, key: string): string {
  return value.keyPositionOf(childPointer(pointer, key)).file;
}

function anyError(error: SchemaError): Saying {
  return {
    code: 'not-allowed',
    message: `the value breaks the rule \`${error.keyword}\` of its schema`,
    fix: 'see `slipway explain` for what it can be',
  };
}

function finding(input: SchemaFindingsInput, pointer: string, { child, absent, ...saying }: Saying): Finding {
  const { value, subject } = input;
  const base = { ...saying, severity: 'error', subject } as const;
  if (child === undefined) return { ...base, at: placeOf(value, pointer) };
  const childAt = childPointer(pointer, child);
  if (!absent) return { ...base, at: value.keyPositionOf(childAt) };
  const removed = value.removedAt(childAt);
  if (!removed) return { ...base, at: value.keyPositionOf(pointer) };
  return {
    ...base,
    at: removed,
    message: `${saying.message} (\`null\` removes it here)`,
    fix: `take the \`null\` out, or write a value`,
  };
}

/** A map or list that starts below its key is shown at the key. */
function placeOf(value: SourcedValue, pointer: string): Position {
  const position = value.positionOf(pointer);
  const key = value.keyPositionOf(pointer);
  const found = valueAt(value.value, pointer);
  const collection = typeof found === 'object' && found !== null;
  return pointerKeys(pointer).length > 0 && collection && key.file === position.file && key.line < position.line
    ? key
    : position;
}
