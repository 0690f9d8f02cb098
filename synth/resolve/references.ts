import type { TSchema } from '@sinclair/typebox';
import { token } from '../../schemas/graph/place';
import type { Finding } from '../../schemas/primitives/finding';
import { nearest } from '../../schemas/primitives/nearest';
import type { LoadedComponent, LoadedEnvironment } from '../load/model';
import { inReach, locate, type Environment } from '../model';

export interface ReferenceInput {
  readonly environment: Environment;
  readonly loaded: LoadedEnvironment;
  readonly described: LoadedComponent;
  readonly findings: Finding[];
}

interface Reference {
  readonly kinds: readonly string[];
  readonly sole: boolean;
  /** Filled in where one is in reach, and no mistake where none is. */
  readonly assumed?: boolean;
}

/** A field that names another component: `holder[key]` is the name, or nothing where it was left out. */
interface Field {
  readonly reference: Reference;
  readonly holder: Record<string, unknown>;
  readonly key: string;
  readonly pointer: string;
}

/** Checks every field that names another component, and fills in those that were left out where only one can be meant. */
export function resolveReferences(input: ReferenceInput): void {
  const kind = input.environment.kinds.get(input.described.kind);
  if (!kind) return;
  for (const field of referencesIn(kind.input, input.described.props, '')) {
    const stated = field.holder[field.key];
    if (typeof stated === 'string') checkStated(input, field, stated);
    else if (field.reference.sole || field.reference.assumed === true) fillIn(input, field);
  }
}

function* referencesIn(schema: TSchema, value: unknown, pointer: string): Generator<Field> {
  if (typeof value !== 'object' || value === null) return;
  const holder = value as Record<string, unknown>;
  yield* namesOf(schema, holder, pointer);
  for (const [key, part] of partsOf(schema, value)) {
    const reference = part['x-reference'] as Reference | undefined;
    const at = `${pointer}/${key}`;
    if (reference) yield { reference, holder, key, pointer: at };
    else yield* referencesIn(part, holder[key], at);
  }
}

/** Keys of a map that name components. */
function* namesOf(schema: TSchema, holder: Readonly<Record<string, unknown>>, pointer: string): Generator<Field> {
  const names = schema['propertyNames'] as TSchema | undefined;
  const reference = names?.['x-reference'] as Reference | undefined;
  if (!reference) return;
  for (const key of Object.keys(holder)) {
    yield { reference, holder: { [key]: key }, key, pointer: `${pointer}${token(key)}` };
  }
}

/** Fields and items of a value with their schemas: those that a schema names, whether or not the value has them. */
function partsOf(schema: TSchema, value: object): [string, TSchema][] {
  if (Array.isArray(value)) {
    const items = schema['items'] as TSchema | undefined;
    return items ? value.map((_, index) => [String(index), items]) : [];
  }
  const properties = Object.entries((schema['properties'] ?? {}) as Record<string, TSchema>);
  const [pattern] = Object.values((schema['patternProperties'] ?? {}) as Record<string, TSchema>);
  return pattern ? [...properties, ...Object.keys(value).map((key): [string, TSchema] => [key, pattern])] : properties;
}

function fillIn(input: ReferenceInput, { reference, holder, key, pointer }: Field): void {
  const { environment, described } = input;
  const candidates = inReach(environment).filter(({ component }) => reference.kinds.includes(component.kind));
  const own = candidates.filter((candidate) => candidate.environment === environment);
  const [only] = own.length === 1 ? own : candidates.length === 1 ? candidates : [];
  if (only) {
    holder[key] = only.component.name;
    return;
  }
  if (!reference.sole) return;
  const what = reference.kinds.join(' or ');
  const field = pointer.slice(1).replace(/\//g, '.');
  const names = candidates.map(({ component }) => component.name).join(', ');
  input.findings.push({
    ...(candidates.length === 0
      ? {
          code: 'missing-component',
          message: `it needs a ${what} (field ${field}), and ${environment.label} has none in reach`,
          fix: `describe a component of kind ${what}`,
        }
      : {
          code: 'ambiguous-component',
          message: `field ${field} is left out, and could mean ${names}`,
          fix: `state ${field}`,
        }),
    severity: 'error',
    at: environment.positionOf(described.pointer),
    subject: subjectOf(input),
  });
}

function kindsInWords(kinds: readonly string[]): string {
  return kinds.length === 1
    ? `a component of kind ${kinds.join()}`
    : `a component of one of the kinds ${kinds.join(', ')}`;
}

function checkStated(input: ReferenceInput, { reference, pointer }: Field, stated: string): void {
  const { environment, described, findings } = input;
  const found = locate(environment, stated);
  if (found && reference.kinds.includes(found.component.kind)) return;
  const fitting = inReach(environment).filter(({ component }) => reference.kinds.includes(component.kind));
  const names = fitting.map(({ component }) => component.name);
  const near = nearest(stated, names);
  findings.push({
    code: found ? 'wrong-kind-of-component' : 'unknown-component',
    severity: 'error',
    at: environment.positionOf(`${described.pointer}${pointer}`),
    subject: subjectOf(input),
    message: found ? `${stated} is of kind ${found.component.kind}` : `there is no component ${stated}`,
    expected: `${kindsInWords(reference.kinds)}${names.length > 0 ? `: ${names.join(', ')}` : ''}`,
    fix: near === undefined ? 'name one that exists, or describe it' : `did you mean ${near}?`,
  });
}

function subjectOf({ environment, described }: ReferenceInput): string {
  return `${environment.label} ${described.kind} ${described.name}`;
}
