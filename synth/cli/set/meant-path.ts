import { descriptionSchema } from '../../../schemas/contract/description';
import type { Json } from '../../../schemas/primitives/artifact';
import { isPlainObject } from '../../../schemas/primitives/plain-object';
import { loadKinds } from '../../catalogue';
import { componentSchema } from '../../load/component-schema';
import { pointerOf, valueAt } from '../../load/pointer';
import { asSchema, resolved, type Schema } from '../../load/schema-lookup';
import { readYaml } from '../../load/yaml-document';
import type { Change, ChangeInput, Refusal } from './change';
import { filesOf } from './target';

/** Keys with dots between them, read once more by what the schema and the files know: `hosts.api.example.com.zone`. */
type Path = readonly string[];

/** Most readings of one path that are tried. */
const mostReadings = 8;

/** The first reading of a path under which the change is not refused; the refusal of the likeliest where all are. */
export async function firstMeant(
  input: ChangeInput,
  change: (input: ChangeInput) => Promise<Change | Refusal>,
): Promise<Change | Refusal> {
  let refused: Refusal | undefined;
  for (const keys of await readings(input)) {
    const result = await change({ ...input, target: { ...input.target, keys } });
    if ('file' in result) return result;
    refused ??= result;
  }
  return refused ?? { findings: [] };
}

/** What a path may mean, the likeliest first; as it is read by its dots alone where no schema has a place for it. */
async function readings({ sources, all, target, asked }: ChangeInput): Promise<Path[]> {
  const { keys } = target;
  // A pointer says where a key ends.
  if (asked.path.startsWith('/')) return [keys];
  const [top, kind = ''] = keys;
  const depth = top === 'components' ? 3 : 0;
  const schema = depth === 0 ? asSchema(descriptionSchema) : await schemaOfKind(kind);
  if (!schema) return [keys];
  const pointer = pointerOf(keys.slice(0, depth));
  const values = filesOf(all, target)
    .filter((file) => sources.exists(file))
    .map((file) => valueAt(readYaml({ file, bytes: sources.readBytes(file) }).document?.value, pointer) as Json);
  const found = waysThrough(schema, { root: schema, values }, keys.slice(depth));
  const ways = found.length === 0 ? [keys] : found.map((way) => [...keys.slice(0, depth), ...way]);
  return [...new Map(ways.map((way) => [pointerOf(way), way])).values()].slice(0, mostReadings);
}

async function schemaOfKind(name: string): Promise<Schema | undefined> {
  const kind = (await loadKinds([name])).get(name);
  return kind && componentSchema(kind);
}

interface Known {
  readonly root: Schema;
  /** What files hold there. */
  readonly values: readonly (Json | undefined)[];
}

/** The keys that lead through a schema to a value. */
function waysThrough(unresolved: Schema, known: Known, keys: Path): Path[] {
  const [key, ...rest] = keys;
  if (key === undefined) return [[]];
  const schema = resolved(known.root, unresolved);
  const branches = ['anyOf', 'oneOf', 'allOf'].flatMap((word) => schemasIn(schema[word]));
  const named = asSchema(asSchema(schema['properties'])?.[key]);
  const item = /^[0-9]+$/.test(key) ? asSchema(schema['items']) : undefined;
  return [
    ...[named, item].flatMap((inner) => (inner ? waysBelow(inner, known, [[key], rest]) : [])),
    ...(named ? [] : waysOfMap(schema, known, keys)),
    ...branches.flatMap((branch) => waysThrough(branch, known, keys)),
  ];
}

/** Keys of a map may hold dots: first those that stand there, then any. */
function waysOfMap(schema: Schema, known: Known, keys: Path): Path[] {
  const [pattern] = Object.values(asSchema(schema['patternProperties']) ?? {});
  const inner = asSchema(pattern) ?? asSchema(schema['additionalProperties']);
  const joined = keys.map((_, index) => index + 1).filter((count) => count === 1 || isJoinable(keys.slice(0, count)));
  const stands = (count: number): boolean =>
    known.values.some((value) => isPlainObject(value) && Object.hasOwn(value, keys.slice(0, count).join('.')));
  const existing = joined.filter(stands).reverse();
  if (inner)
    return [...existing, ...joined.filter((count) => !stands(count))].flatMap((count) =>
      waysBelow(inner, known, [[keys.slice(0, count).join('.')], keys.slice(count)]),
    );
  if (schema['type'] !== 'object' || schema['properties'] !== undefined) return [];
  // Nothing is said of what it holds.
  const [longest = 1] = existing;
  return waysBelow({ type: 'object' }, known, [[keys.slice(0, longest).join('.')], keys.slice(longest)]);
}

function waysBelow(schema: Schema, { root, values }: Known, [first, rest]: readonly [Path, Path]): Path[] {
  const [key = ''] = first;
  const below = values.map((value) => valueAt(value, pointerOf(first)) as Json | undefined);
  return waysThrough(schema, { root, values: below }, rest).map((way) => [key, ...way]);
}

/** What was quoted for its dots is whole. */
function isJoinable(keys: Path): boolean {
  return keys.every((key) => !key.includes('.'));
}

function schemasIn(value: unknown): Schema[] {
  const found: readonly unknown[] = Array.isArray(value) ? value : [];
  return found.map(asSchema).filter((schema) => schema !== undefined);
}
