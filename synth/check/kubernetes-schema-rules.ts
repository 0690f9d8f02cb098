import type { Rule, Schema } from '../../schemas/upstream/kubernetes/schema';
import { token } from './kubernetes-schema-findings';

/** Gives the definition that a reference names. */
export type Resolve = (reference: string) => Schema;

/** A rule in CEL, and a value that it must hold for. */
export interface RuleSite {
  readonly rule: Rule;
  readonly node: Schema;
  readonly value: unknown;
  /** JSON pointer of the value. */
  readonly pointer: string;
}

/** Two items of a list that share the fields by which its items are told apart. */
export interface RepeatedItem {
  /** JSON pointer of the later item. */
  readonly pointer: string;
  /** Fields with their values: `type=Ready`. */
  readonly key: string;
}

/** What a custom resource's schema asks for beyond what JSON Schema can say. */
export interface RulesOfObject {
  readonly sites: RuleSite[];
  /** Rules about a change: there is no earlier object to compare with. */
  readonly transitions: RuleSite[];
  readonly repeated: RepeatedItem[];
}

/** Walks the object along its schema, which it fits. */
export function rulesOf(schema: Schema, object: unknown, resolve: Resolve): RulesOfObject {
  const found: RulesOfObject = { sites: [], transitions: [], repeated: [] };
  visit({ schema, value: object, pointer: '' }, found, resolve);
  return found;
}

interface Node {
  readonly schema: Schema;
  readonly value: unknown;
  readonly pointer: string;
}

function visit(at: Node, found: RulesOfObject, resolve: Resolve): void {
  const node = resolved(at.schema, resolve);
  // The API server drops a null, and fills in a default, before it judges.
  const value = at.value ?? node.default;
  if (value === undefined || value === null) return;
  for (const rule of node['x-kubernetes-validations'] ?? []) {
    const sites = /\boldSelf\b/.test(rule.rule) ? found.transitions : found.sites;
    sites.push({ rule, node, value, pointer: at.pointer });
  }
  for (const child of children(node, value, at.pointer)) visit(child, found, resolve);
  if (Array.isArray(value)) addRepeated({ ...at, schema: node, value }, found);
}

function children(node: Schema, value: unknown, pointer: string): Node[] {
  if (typeof value !== 'object' || value === null) return [];
  const { items, properties = {}, additionalProperties } = node;
  if (Array.isArray(value)) {
    if (items === undefined) return [];
    return value.map((item: unknown, index) => ({
      schema: items,
      value: item,
      pointer: `${pointer}/${String(index)}`,
    }));
  }
  const fields = value as Readonly<Record<string, unknown>>;
  const own = Object.entries(properties)
    .filter(([name, { $ref, default: filledIn }]) => (fields[name] ?? $ref ?? filledIn) !== undefined)
    .map(([name, schema]) => ({ schema, value: fields[name], pointer: `${pointer}/${token(name)}` }));
  if (typeof additionalProperties !== 'object') return own;
  const others = Object.keys(fields).filter((key) => !Object.hasOwn(properties, key));
  return [
    ...own,
    ...others.map((key) => ({ schema: additionalProperties, value: fields[key], pointer: `${pointer}/${token(key)}` })),
  ];
}

function addRepeated({ schema, value, pointer }: Node, found: RulesOfObject): void {
  const keys = schema['x-kubernetes-list-map-keys'];
  if (keys === undefined) return;
  const seen = new Set<string>();
  for (const [index, item] of (value as readonly Readonly<Record<string, unknown>>[]).entries()) {
    const defaults = schema.items?.properties ?? {};
    const fields = keys
      .map((key) => `${key}=${JSON.stringify(item[key] ?? defaults[key]?.default ?? null)}`)
      .join(', ');
    if (seen.has(fields)) found.repeated.push({ pointer: `${pointer}/${String(index)}`, key: fields });
    seen.add(fields);
  }
}

export function resolved(schema: Schema, resolve: Resolve): Schema {
  return schema.$ref === undefined ? schema : resolve(schema.$ref);
}
