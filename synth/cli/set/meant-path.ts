import { descriptionSchema } from '../../../schemas/contract/description';
import type { Json } from '../../../schemas/primitives/artifact';
import { isPlainObject } from '../../../schemas/primitives/plain-object';
import { loadKinds } from '../../catalogue';
import { componentSchema } from '../../load/component-schema';
import { pointerKeys, pointerOf, valueAt } from '../../load/pointer';
import { asSchema, resolved, type Schema } from '../../load/schema-lookup';
import { readYaml } from '../../load/yaml-document';
import type { Change, ChangeInput, Refusal } from './change';
import { isOpen, joinedKeys, waysOfOpen } from './open-map';
import { filesOf } from './target';

/** Keys with dots between them, read once more by what the schema and the files know: `hosts.api.example.com.zone`. */
type Path = readonly string[];

/** Most readings of one path that are tried. */
const mostReadings = 8;

/** The first reading of a path under which the change is neither refused nor warned of, or else the first that is not refused; the refusal of the likeliest where all are. */
export async function firstMeant(
  input: ChangeInput,
  change: (input: ChangeInput) => Promise<Change | Refusal>,
): Promise<Change | Refusal> {
  let warned: Change | undefined;
  let refused: Refusal | undefined;
  for (const keys of await readings(input)) {
    const result = await change({ ...input, target: { ...input.target, keys } });
    if (!('file' in result)) refused ??= result;
    else if (result.warnings === undefined) return result;
    else warned ??= result;
  }
  return warned ?? refused ?? { findings: [] };
}

/** What a path may mean, the likeliest first; as it is read by its dots alone where no schema has a place for it. */
async function readings(input: ChangeInput): Promise<Path[]> {
  const { target, asked } = input;
  const { keys } = target;
  // A pointer says where a key ends.
  if (asked.path.startsWith('/')) return [keys];
  const [top, kind = ''] = keys;
  const depth = top === 'components' ? 3 : 0;
  const schema = depth === 0 ? asSchema(descriptionSchema) : await schemaOfKind(kind);
  if (!schema) return [keys];
  const pointer = pointerOf(keys.slice(0, depth));
  const values = valuesOf(input).map((value) => valueAt(value, pointer) as Json | undefined);
  const found = waysThrough(schema, { root: schema, values }, keys.slice(depth));
  const ways = standingFirst(found, values).map((way) => [...keys.slice(0, depth), ...way]);
  return ways.length === 0 ? [keys] : ways.slice(0, mostReadings);
}

/** What the files hold that the path may lead into, the one that is changed first. */
function valuesOf({ sources, all, target }: ChangeInput): unknown[] {
  return [...new Set([target.file, ...filesOf(all, target)])]
    .filter((file) => sources.exists(file))
    .map((file) => readYaml({ file, bytes: sources.readBytes(file) }).document?.value);
}

/** Each way once; those that stand as a whole come first. */
function standingFirst(ways: readonly Path[], values: readonly (Json | undefined)[]): Path[] {
  const pointers = [...new Set(ways.map(pointerOf))];
  const stands = (pointer: string): number => {
    const index = values.findIndex((value) => valueAt(value, pointer) !== undefined);
    return index === -1 ? values.length : index;
  };
  return pointers.sort((a, b) => stands(a) - stands(b)).map(pointerKeys);
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
  const open = isOpen(schema) ? waysOfOpen(known.values, keys).filter(([first]) => !named || first !== key) : [];
  return [
    ...[named, item].flatMap((inner) => (inner ? waysBelow(inner, known, [key, rest]) : [])),
    ...(named ? [] : waysOfMap(schema, known, keys)),
    ...open,
    ...branches.flatMap((branch) => waysThrough(branch, known, keys)),
  ];
}

/** Keys of a map may hold dots: first those that stand there, then any. */
function waysOfMap(schema: Schema, known: Known, keys: Path): Path[] {
  const [pattern] = Object.values(asSchema(schema['patternProperties']) ?? {});
  const inner = asSchema(pattern) ?? asSchema(schema['additionalProperties']);
  if (!inner) return [];
  const joined = joinedKeys(keys);
  const stands = (name: string): boolean =>
    known.values.some((value) => isPlainObject(value) && Object.hasOwn(value, name));
  const existing = joined.filter(({ key }) => stands(key)).reverse();
  return [...existing, ...joined.filter(({ key }) => !stands(key))].flatMap(({ key, rest }) =>
    waysBelow(inner, known, [key, rest]),
  );
}

function waysBelow(schema: Schema, { root, values }: Known, [key, rest]: readonly [string, Path]): Path[] {
  const below = values.map((value) => valueAt(value, pointerOf([key])) as Json | undefined);
  return waysThrough(schema, { root, values: below }, rest).map((way) => [key, ...way]);
}

function schemasIn(value: unknown): Schema[] {
  const found: readonly unknown[] = Array.isArray(value) ? value : [];
  return found.map(asSchema).filter((schema) => schema !== undefined);
}
