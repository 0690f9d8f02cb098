import type { TSchema } from '@sinclair/typebox';
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
}

/** Checks every field that names another component, and fills in those that were left out where only one can be meant. */
export function resolveReferences(input: ReferenceInput): void {
  const kind = input.environment.kinds.get(input.described.kind);
  if (kind) walk(input, kind.input, input.described.props as Record<string, unknown>, '');
}

function walk(input: ReferenceInput, schema: TSchema, value: unknown, pointer: string): void {
  if (Array.isArray(value)) {
    const itemSchema = schema['items'] as TSchema;
    const reference = itemSchema['x-reference'] as Reference | undefined;
    value.forEach((item, index) => {
      if (reference && typeof item === 'string') checkStated(input, reference, item, `${pointer}/${index}`);
      else walk(input, itemSchema, item, `${pointer}/${index}`);
    });
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return;
  const record = value as Record<string, unknown>;
  const properties = (schema['properties'] ?? {}) as Record<string, TSchema>;
  for (const [key, property] of Object.entries(properties)) {
    const reference = property['x-reference'] as Reference | undefined;
    if (reference) resolveOne(input, { reference, record, key, pointer: `${pointer}/${key}` });
    else if (record[key] !== undefined) walk(input, property, record[key], `${pointer}/${key}`);
  }
  const patterns = Object.values((schema['patternProperties'] ?? {}) as Record<string, TSchema>);
  const [pattern] = patterns;
  if (!pattern) return;
  const itemReference = pattern['x-reference'] as Reference | undefined;
  for (const key of Object.keys(record)) {
    if (itemReference) resolveOne(input, { reference: itemReference, record, key, pointer: `${pointer}/${key}` });
    else walk(input, pattern, record[key], `${pointer}/${key}`);
  }
}

interface Place {
  readonly reference: Reference;
  readonly record: Record<string, unknown>;
  readonly key: string;
  readonly pointer: string;
}

function resolveOne(input: ReferenceInput, { reference, record, key, pointer }: Place): void {
  const { environment, described } = input;
  const stated = record[key];
  if (typeof stated === 'string') {
    checkStated(input, reference, stated, pointer);
    return;
  }
  if (!reference.sole) return;
  const candidates = inReach(environment).filter(({ component }) => reference.kinds.includes(component.kind));
  const own = candidates.filter((candidate) => candidate.environment === environment);
  const only = own.length === 1 ? own[0] : candidates.length === 1 ? candidates[0] : undefined;
  if (only) {
    record[key] = only.component.name;
    return;
  }
  const what = reference.kinds.join(' or ');
  input.findings.push({
    code: candidates.length === 0 ? 'missing-component' : 'ambiguous-component',
    severity: 'error',
    at: environment.positionOf(described.pointer),
    subject: `${environment.label} ${described.kind} ${described.name}`,
    message:
      candidates.length === 0
        ? `it needs a ${what} (field ${pointer.slice(1)}), and ${environment.label} has none in reach`
        : `field ${pointer.slice(1)} is left out, and could mean ${candidates.map(({ component }) => component.name).join(', ')}`,
    fix: candidates.length === 0 ? `describe a component of kind ${what}` : `state ${pointer.slice(1)}`,
  });
}

function checkStated(input: ReferenceInput, reference: Reference, stated: string, pointer: string): void {
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
    subject: `${environment.label} ${described.kind} ${described.name}`,
    message: found ? `${stated} is a ${found.component.kind}` : `there is no component ${stated}`,
    expected: `a ${reference.kinds.join(' or ')}${names.length > 0 ? `: ${names.join(', ')}` : ''}`,
    fix: near === undefined ? 'name one that exists, or describe it' : `did you mean ${near}?`,
  });
}
