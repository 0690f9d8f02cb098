import type { Schema } from '../../schemas/upstream/kubernetes/schema';
import { resolved, type Resolve } from './kubernetes-schema-rules';

/**
 * A value as the rules of its schema see it: integers apart from other numbers, defaults filled in, nulls of optional
 * fields gone, and fields under the names that CEL can read.
 */
export function toCel(schema: Schema, value: unknown, resolve: Resolve): unknown {
  const node = resolved(schema, resolve);
  if (typeof value === 'number') return isWhole(node, value) ? BigInt(value) : value;
  if (Array.isArray(value)) return value.map((item: unknown) => toCel(node.items ?? {}, item, resolve));
  if (typeof value !== 'object' || value === null) return value;
  const fields = value as Readonly<Record<string, unknown>>;
  const seen: Record<string, unknown> = {};
  for (const [name, inner] of Object.entries(fields)) {
    const property = node.properties?.[name];
    if (property !== undefined && inner === null) continue;
    const rest = typeof node.additionalProperties === 'object' ? node.additionalProperties : {};
    seen[property === undefined ? name : celName(name)] = toCel(property ?? rest, inner, resolve);
  }
  for (const [name, property] of Object.entries(node.properties ?? {})) {
    const { default: filled } = resolved(property, resolve);
    if (filled !== undefined && (fields[name] ?? undefined) === undefined)
      seen[celName(name)] = toCel(property, filled, resolve);
  }
  return seen;
}

/** A number of the schema's own kind `number` stays a fraction, `2` as well as `2.5`. */
function isWhole(node: Schema, value: number): boolean {
  const types = [node.type].flat();
  return Number.isInteger(value) && (types.includes('integer') || !types.includes('number'));
}

/** Words that CEL keeps for itself. */
const reserved: ReadonlySet<string> = new Set(
  (
    'true false null in as break const continue else for function if import let loop package namespace return var ' +
    'void while'
  ).split(' '),
);

/**
 * The name of a field in a rule.
 *
 * @see https://kubernetes.io/docs/tasks/extend-kubernetes/custom-resources/custom-resource-definitions/#validation-rules
 */
function celName(name: string): string {
  if (reserved.has(name)) return `__${name}__`;
  return name
    .replaceAll('__', '__underscores__')
    .replaceAll('.', '__dot__')
    .replaceAll('-', '__dash__')
    .replaceAll('/', '__slash__');
}
