import { asSchema, resolved, schemaAt, type Schema, type SchemaError } from './schema-lookup';
import { pointerKeys, valueAt } from './pointer';
import { typeNames } from './schema-words';

/** What the unions of a schema are judged by. */
export interface UnionContext {
  readonly root: Schema;
  /** The value that was validated. */
  readonly data: unknown;
}

/**
 * A validator reports every branch of every union that failed, and then the union itself. What is left here is the
 * branch that was meant, or one error that names the alternatives: one mistake, one error.
 */
export function condenseUnions(errors: readonly SchemaError[], context: UnionContext): SchemaError[] {
  const outermost = errors
    .filter(isUnion)
    .sort((a, b) => a.instancePath.length - b.instancePath.length || a.schemaPath.length - b.schemaPath.length)[0];
  if (!outermost) return [...errors];
  const before = errors.slice(0, errors.indexOf(outermost));
  const branches = branchesOf(outermost, context);
  const members = branches.map(({ prefix }) =>
    before.filter((error) => isBelow(error.instancePath, outermost.instancePath) && isBelow(error.schemaPath, prefix)),
  );
  const absorbed = new Set<SchemaError>([outermost, ...members.flat()]);
  const meant = pickBranch(
    { union: outermost, branches: branches.map(({ schema }, index) => ({ schema, errors: members[index] ?? [] })) },
    context,
  );
  return [
    ...condenseUnions(
      errors.filter((error) => !absorbed.has(error)),
      context,
    ),
    ...meant,
  ];
}

function isUnion(error: SchemaError): boolean {
  return error.keyword === 'anyOf' || error.keyword === 'oneOf';
}

function isBelow(path: string, parent: string): boolean {
  return path === parent || path.startsWith(`${parent}/`);
}

interface Branch {
  readonly schema: Schema;
  readonly errors: readonly SchemaError[];
}

interface Union {
  readonly union: SchemaError;
  readonly branches: readonly Branch[];
}

/** Branches with the path that their errors start with: their own, or that of the schema that they refer to. */
function branchesOf(
  union: SchemaError,
  { root }: UnionContext,
): { readonly schema: Schema; readonly prefix: string }[] {
  const branches = schemaAt(root, union.schemaPath);
  if (!Array.isArray(branches)) return [];
  return branches.map((branch, index) => {
    const schema = asSchema(branch) ?? {};
    const reference = schema['$ref'];
    const prefix =
      typeof reference === 'string'
        ? reference.includes('#')
          ? reference
          : `${reference}#`
        : `${union.schemaPath}/${index}`;
    return { schema: resolved(root, schema), prefix };
  });
}

function pickBranch(union: Union, context: UnionContext): SchemaError[] {
  const value = valueAt(context.data, union.union.instancePath);
  return (
    choices(union) ??
    exclusive(union) ??
    alternativeKeys(union) ??
    discriminated(union, value, context) ??
    typed(union, context) ??
    fewest(union.branches, union, context)
  );
}

function replaced({ union }: Union, keyword: string, params: SchemaError['params']): SchemaError[] {
  return [{ ...union, keyword, params }];
}

/** A union of fixed values is a list of allowed values. */
function choices(union: Union): SchemaError[] | undefined {
  const allowed: unknown[] = [];
  for (const { schema } of union.branches) {
    if (schema['const'] !== undefined) allowed.push(schema['const']);
    else if (Array.isArray(schema['enum'])) allowed.push(...schema['enum']);
    else return undefined;
  }
  return allowed.length > 0 ? replaced(union, 'enum', { allowedValues: allowed }) : undefined;
}

/** Several branches match where one should. */
function exclusive(union: Union): SchemaError[] | undefined {
  const passing = union.union.params['passingSchemas'];
  if (!Array.isArray(passing)) return undefined;
  const keys = passing.flatMap((index) => requiredOf(union.branches[index as number]?.schema));
  return replaced(union, 'severalForms', { keys: [...new Set(keys)] });
}

/** Branches that say nothing but which key must be there. */
function alternativeKeys(union: Union): SchemaError[] | undefined {
  const { instancePath } = union.union;
  const onlyKeys = union.branches.every(
    ({ errors }) =>
      errors.length > 0 && errors.every((error) => error.keyword === 'required' && error.instancePath === instancePath),
  );
  const sameMap = union.branches.every(({ schema }) => schema['properties'] === undefined);
  if (!onlyKeys || !sameMap) return undefined;
  return replaced(union, 'requiredAlternatives', { keys: union.branches.map(({ schema }) => requiredOf(schema)) });
}

function requiredOf(schema: Schema | undefined): string[] {
  const required = schema?.['required'];
  return Array.isArray(required) ? required.filter((key): key is string => typeof key === 'string') : [];
}

/** Maps that name their form in a key of their own (`type: …`). */
function discriminated(union: Union, value: unknown, context: UnionContext): SchemaError[] | undefined {
  const tag = discriminatorOf(union.branches, context.root);
  const map = asSchema(value);
  if (tag === undefined || !map) return undefined;
  const tags = union.branches.map(({ schema }) => tagValues(schema, tag, context.root));
  if (!Object.hasOwn(map, tag))
    return replaced(union, 'required', { missingProperty: tag, allowedValues: tags.flat() });
  const matching = union.branches.filter((_, index) => tags[index]?.includes(map[tag]));
  const keys = pointerKeys(union.union.instancePath).length;
  if (matching.length === 0)
    return [
      {
        ...union.union,
        keyword: 'enum',
        instancePath: `${union.union.instancePath}/${tag}`,
        params: { allowedValues: tags.flat(), depth: keys },
      },
    ];
  return fewest(matching, union, context);
}

function discriminatorOf(branches: readonly Branch[], root: Schema): string | undefined {
  const candidates = Object.keys(asSchema(branches[0]?.schema['properties']) ?? {});
  return candidates.find((key) => {
    const values = branches.flatMap(({ schema }) => tagValues(schema, key, root));
    return (
      branches.every(({ schema }) => tagValues(schema, key, root).length > 0) && new Set(values).size === values.length
    );
  });
}

function tagValues(schema: Schema, key: string, root: Schema): unknown[] {
  const properties = asSchema(schema['properties']);
  const field = properties && Object.hasOwn(properties, key) ? asSchema(properties[key]) : undefined;
  const tag = field && resolved(root, field);
  if (!tag) return [];
  if (tag['const'] !== undefined) return [tag['const']];
  return Array.isArray(tag['enum']) ? tag['enum'] : [];
}

/** Of branches with different types, those that the value's type fits. */
function typed(union: Union, context: UnionContext): SchemaError[] | undefined {
  const { instancePath } = union.union;
  const wrongType = ({ errors }: Branch) =>
    errors.some((error) => error.keyword === 'type' && error.instancePath === instancePath);
  const fitting = union.branches.filter((branch) => !wrongType(branch));
  if (fitting.length === 0) {
    const types = union.branches.flatMap(({ schema }) => typeNames(schema['type']));
    return replaced(union, 'type', { type: [...new Set(types)], branches: union.branches.map(({ schema }) => schema) });
  }
  return fitting.length < union.branches.length ? fewest(fitting, union, context) : undefined;
}

/** The errors of the one branch that has the fewest, or one error for all. */
function fewest(branches: readonly Branch[], union: Union, context: UnionContext): SchemaError[] {
  const condensed = branches.map(({ errors }) => condenseUnions(errors, context)).sort((a, b) => a.length - b.length);
  const [best, next] = condensed;
  if (best && best.length > 0 && (!next || best.length < next.length)) return best;
  return replaced(union, 'noFormMatches', { branches: branches.map(({ schema }) => schema) });
}
