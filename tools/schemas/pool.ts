import { createHash } from 'node:crypto';
import type { Schema } from '../../schemas/upstream/kubernetes/schema';
import { canonicalJson, type Definition } from './json-schema';

/** Parts shorter than this are repeated rather than shared. */
const minimumLength = 160;

/** Shared parts of definitions, and the definitions that refer to them. */
export interface Pooled {
  readonly shared: Definition[];
  readonly definitions: Definition[];
}

/** Stores parts that stand in several places once, under a name made from their content. */
export function pool(definitions: readonly Definition[]): Pooled {
  const uses = new Map<string, number>();
  for (const { schema } of definitions) eachPart(schema, (part) => count(part, uses), true);
  const shared = new Map<string, Definition>();
  const share = (schema: Schema, whole: boolean): Schema => {
    const key = canonicalJson(schema);
    const often = !whole && (uses.get(key) ?? 0) > 1;
    const name = often ? `part-${createHash('sha256').update(key).digest('hex').slice(0, 8)}` : '';
    if (often && shared.has(name)) return { $ref: `#/$defs/${name}` };
    const smaller = mapParts(schema, (part) => share(part, false));
    if (!often) return smaller;
    shared.set(name, { name, schema: smaller });
    return { $ref: `#/$defs/${name}` };
  };
  const result = definitions.map((definition) => ({ ...definition, schema: share(definition.schema, true) }));
  return { shared: [...shared.values()], definitions: result };
}

/** Counts a part; false where it was met before, so that what is inside it is counted once for all its places. */
function count(part: Schema, uses: Map<string, number>): boolean {
  const key = canonicalJson(part);
  if (key.length < minimumLength) return true;
  const before = uses.get(key) ?? 0;
  uses.set(key, before + 1);
  return before === 0;
}

function eachPart(schema: Schema, visit: (part: Schema) => boolean, whole = false): void {
  if (!whole && !visit(schema)) return;
  mapParts(schema, (part) => {
    eachPart(part, visit);
    return part;
  });
}

/** The schema with its direct parts replaced. Parts below a junctor stay: they are no structure. */
function mapParts(schema: Schema, map: (part: Schema) => Schema): Schema {
  const result = { ...schema };
  if (schema.properties !== undefined)
    result.properties = Object.fromEntries(
      Object.entries(schema.properties).map(([field, part]) => [field, part.$ref === undefined ? map(part) : part]),
    );
  if (schema.items !== undefined) result.items = map(schema.items);
  if (typeof schema.additionalProperties === 'object') result.additionalProperties = map(schema.additionalProperties);
  return result;
}
