import type { TSchema } from '@sinclair/typebox';
import { token } from '../../schemas/graph/place';
import { withArticle } from '../../schemas/primitives/article';
import { isInDomain } from '../../schemas/primitives/domain';
import type { Finding } from '../../schemas/primitives/finding';
import type { LoadedComponent } from '../load/model';
import { inReach, locate, meantBy, type Environment, type Located } from '../model';

export interface ReferenceInput {
  readonly environment: Environment;
  readonly described: LoadedComponent;
  readonly findings: Finding[];
  readonly open: OpenReferences;
}

/** References that may be left out and were, though several components could be meant: findings by pointer, for where one is needed. */
export type OpenReferences = Map<string, Finding>;

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
  /** Its place below the component, outermost key first. */
  readonly path: readonly string[];
  /** The name is the key itself. */
  readonly named?: true;
}

/** Checks every field that names another component, and fills in those that were left out where only one can be meant. */
export function resolveReferences(input: ReferenceInput): void {
  const kind = input.environment.kinds.get(input.described.kind);
  if (!kind) return;
  for (const field of referencesIn(kind.input, input.described.props, [])) {
    const stated = field.holder[field.key];
    if (typeof stated === 'string') checkStated(input, field, stated);
    else if (field.reference.sole || field.reference.assumed === true) fillIn(input, field);
  }
}

function* referencesIn(schema: TSchema, value: unknown, path: readonly string[]): Generator<Field> {
  if (typeof value !== 'object' || value === null) return;
  const holder = value as Record<string, unknown>;
  yield* namesOf(schema, holder, path);
  for (const [key, part] of partsOf(schema, value)) {
    const reference = part['x-reference'] as Reference | undefined;
    const at = [...path, key];
    if (reference) yield { reference, holder, key, path: at };
    else yield* referencesIn(part, holder[key], at);
  }
}

/** Keys of a map that name components. */
function* namesOf(
  schema: TSchema,
  holder: Readonly<Record<string, unknown>>,
  path: readonly string[],
): Generator<Field> {
  const names = schema['propertyNames'] as TSchema | undefined;
  const reference = names?.['x-reference'] as Reference | undefined;
  if (!reference) return;
  for (const key of Object.keys(holder)) {
    yield { reference, holder: { [key]: key }, key, path: [...path, key], named: true };
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

function fillIn(input: ReferenceInput, field: Field): void {
  const { environment, described, findings, open } = input;
  const { reference, holder, key, path } = field;
  const candidates = inReach(environment).filter(({ component }) => reference.kinds.includes(component.kind));
  const own = candidates.filter((candidate) => candidate.environment === environment);
  const [only] = own.length === 1 ? own : candidates.length === 1 ? candidates : [];
  if (only) {
    holder[key] = only.component.name;
    return;
  }
  if (candidates.length === 0 && environment.collided.some(({ kind }) => reference.kinds.includes(kind))) return;
  const finding = candidates.length === 0 ? nothingMeant(input, field) : severalMeant(input, field, candidates);
  if (reference.sole) findings.push(finding);
  else if (candidates.length > 0) open.set(described.pointer + pointerOf(path), finding);
}

function nothingMeant(input: ReferenceInput, { reference, path }: Field): Finding {
  const what = reference.kinds.join(' or ');
  return {
    ...leftOut(input),
    code: 'missing-component',
    message: `it needs ${withArticle(what)} (field ${path.join('.')}), and ${input.environment.label} has none in reach`,
    fix: `describe a component of kind ${what}`,
  };
}

function severalMeant(input: ReferenceInput, field: Field, candidates: readonly Located[]): Finding {
  const { path } = field;
  const names = candidates.map(({ component }) => component.name);
  const likeliest = closestInDomain(field, candidates) ?? names[0] ?? '';
  return {
    ...leftOut(input),
    code: 'ambiguous-component',
    message: `field ${path.join('.')} is left out, and could mean ${names.join(', ')}`,
    expected: `one of ${names.join(', ')}`,
    fix: `state which, such as \`${lineOf(path, likeliest)}\``,
    related: candidates.map(({ component: { kind, name, origin } }) => ({ at: origin.at, message: `${kind} ${name}` })),
  };
}

/** Of several that are of a domain, as zones are: the one of the longest that the name beside the field, or above it, is in. */
function closestInDomain({ holder, path }: Field, candidates: readonly Located[]): string | undefined {
  const names = [...Object.values(holder), ...path].filter((value) => typeof value === 'string');
  const fitting = candidates.flatMap(({ component: { name, props } }) => {
    const { domain } = props;
    return typeof domain === 'string' && names.some((text) => isInDomain(text, domain)) ? [{ name, domain }] : [];
  });
  return fitting.sort((a, b) => b.domain.length - a.domain.length)[0]?.name;
}

function leftOut(input: ReferenceInput): Pick<Finding, 'severity' | 'at' | 'subject'> {
  const { environment, described } = input;
  return { severity: 'error', at: environment.keyPositionOf(described.pointer), subject: subjectOf(input) };
}

/** The line that states a field, as it may stand below the component, or below the item of a list that the field is of. */
function lineOf(path: readonly string[], value: string): string {
  const below = path.slice(path.findLastIndex((key) => /^[0-9]+$/.test(key)) + 1);
  return below
    .reverse()
    .reduce((inner, key, depth) => (depth === 0 ? `${key}: ${inner}` : `${key}: { ${inner} }`), value);
}

function pointerOf(path: readonly string[]): string {
  return path.map(token).join('');
}

function kindsInWords(kinds: readonly string[]): string {
  return kinds.length === 1
    ? `a component of kind ${kinds.join()}`
    : `a component of one of the kinds ${kinds.join(', ')}`;
}

function checkStated(input: ReferenceInput, { reference, path, named }: Field, stated: string): void {
  const { environment, described, findings } = input;
  const found = locate(environment, stated);
  if (found && reference.kinds.includes(found.component.kind)) return;
  if (environment.collided.some(({ kind, name }) => name === stated && reference.kinds.includes(kind))) return;
  const fitting = inReach(environment).filter(({ component }) => reference.kinds.includes(component.kind));
  const names = fitting.map(({ component }) => component.name);
  const at = described.pointer + pointerOf(path);
  findings.push({
    code: found ? 'wrong-kind-of-component' : 'unknown-component',
    severity: 'error',
    at: named ? environment.keyPositionOf(at) : environment.positionOf(at),
    subject: subjectOf(input),
    message: found ? `${stated} is of kind ${found.component.kind}` : `there is no component ${stated}`,
    expected: `${kindsInWords(reference.kinds)}${names.length > 0 ? `: ${names.join(', ')}` : ''}`,
    fix: meantBy(environment, stated, names),
  });
}

function subjectOf({ environment, described }: ReferenceInput): string {
  return `${environment.label} ${described.kind} ${described.name}`;
}
