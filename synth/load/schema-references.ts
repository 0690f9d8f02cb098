import { pointerKeys } from './pointer';
import { asSchema, resolved, type Schema, type SchemaError } from './schema-lookup';

/** A schema that judges a place, by the path from the root, and by the one that a validator knows it by. */
interface Candidate {
  readonly schema: Schema;
  readonly path: string;
  /** Behind a reference, paths start anew. */
  readonly known: string;
}

/** Keywords that hold schemas for the same value. */
const sameValue = ['anyOf', 'oneOf', 'allOf', 'then', 'else', 'if', 'not'] as const;

/**
 * A validator that does not inline `$ref` reports paths from the schema that is referred to, as if that were the root.
 * This puts the whole path back, by walking the schema along the place of each error.
 */
export function wholePaths(root: Schema, errors: readonly SchemaError[]): readonly SchemaError[] {
  if (!JSON.stringify(root).includes('"$ref"')) return errors;
  return errors.map((error) => {
    const candidates = schemasAt(root, pointerKeys(error.instancePath)).filter(
      ({ schema }) => schema[error.keyword] !== undefined,
    );
    const candidate =
      candidates.find(({ path }) => `${path}/${error.keyword}` === decoded(error.schemaPath)) ??
      candidates.find(({ known }) => `${known}/${error.keyword}` === decoded(error.schemaPath));
    return candidate ? { ...error, schemaPath: encoded(`${candidate.path}/${error.keyword}`) } : error;
  });
}

/** Every schema that has a say at a place. */
function schemasAt(root: Schema, keys: readonly string[]): Candidate[] {
  let candidates = alternatives(root, { schema: root, path: '#', known: '#' });
  for (const key of keys)
    candidates = candidates
      .flatMap((candidate) => childrenAt(candidate, key))
      .flatMap((child) => alternatives(root, child));
  return candidates;
}

/** A schema, what it refers to, and its branches. A schema that refers to itself is followed once. */
function alternatives(root: Schema, candidate: Candidate, seen: ReadonlySet<Schema> = new Set()): Candidate[] {
  if (seen.has(candidate.schema)) return [];
  const followed = new Set([...seen, candidate.schema]);
  const reference = candidate.schema['$ref'];
  if (typeof reference === 'string') {
    const target = resolved(root, candidate.schema);
    return [candidate, ...alternatives(root, { schema: target, path: decoded(reference), known: '#' }, followed)];
  }
  const branches = sameValue.flatMap((keyword) => {
    const held = candidate.schema[keyword];
    return Array.isArray(held)
      ? held.map((schema, index) => below(candidate, schema, [keyword, String(index)]))
      : [below(candidate, held, [keyword])];
  });
  return [candidate, ...branches.flatMap((branch) => (branch ? alternatives(root, branch, followed) : []))];
}

function childrenAt(candidate: Candidate, key: string): Candidate[] {
  const { schema } = candidate;
  const properties = asSchema(schema['properties']);
  const patterns = Object.keys(asSchema(schema['patternProperties']) ?? {}).filter((pattern) =>
    new RegExp(pattern, 'u').test(key),
  );
  const children = [
    ...(properties && Object.hasOwn(properties, key) ? [below(candidate, properties[key], ['properties', key])] : []),
    ...patterns.map((pattern) =>
      below(candidate, asSchema(schema['patternProperties'])?.[pattern], ['patternProperties', pattern]),
    ),
    below(candidate, schema['additionalProperties'], ['additionalProperties']),
    below(candidate, schema['items'], ['items']),
  ];
  return children.filter((child) => child !== undefined);
}

function below({ path, known }: Candidate, value: unknown, keys: readonly string[]): Candidate | undefined {
  const schema = asSchema(value);
  const suffix = keys.map((key) => `/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
  return schema && { schema, path: path + suffix, known: known + suffix };
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

function encoded(path: string): string {
  return path.replaceAll('%', '%25');
}
