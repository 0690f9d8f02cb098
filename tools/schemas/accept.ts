import type { Ajv, KeywordCxt } from 'ajv';

type Schema = Readonly<Record<string, unknown>>;

/** A schema whose validator says yes or no, without the objects that say what is wrong: ajv has the keyword `accept`. */
export function accepting(schema: Schema): Schema {
  return { accept: schema };
}

export function addAccept(ajv: Ajv): void {
  ajv.addKeyword({ keyword: 'accept', schemaType: 'object', code: acceptCode });
}

function acceptCode(cxt: KeywordCxt): void {
  cxt.subschema({ keyword: 'accept', createErrors: false }, cxt.gen.name('valid'));
}

/** The parts of a schema that the code of a validator looks into: names of properties, values of long lists. */
export function schemaConstant(name: string, schema: Schema, code: string): string {
  const tree: Record<string, unknown> = {};
  for (const [, steps = ''] of code.matchAll(new RegExp(`\\b${name}\\b((?:\\.[\\w$]+|\\["[^"]*"\\])*)`, 'g'))) {
    const path = [...steps.matchAll(/\.([\w$]+)|\["([^"]*)"\]/g)].map((step) => step[1] ?? step[2] ?? '');
    if (path.length === 0) throw new Error('the code uses a schema as a whole');
    keep(tree, schema, path);
  }
  return Object.keys(tree).length === 0 ? '' : `const ${name}=${JSON.stringify(tree)};`;
}

function keep(tree: Record<string, unknown>, schema: unknown, path: readonly string[]): void {
  const [step = '', ...rest] = path;
  const value = (schema as Schema)[step];
  if (rest.length > 0) {
    tree[step] ??= {};
    keep(tree[step] as Record<string, unknown>, value, rest);
  } else if (step === 'properties') {
    const kept = (tree[step] ??= {}) as Record<string, unknown>;
    for (const property of Object.keys(value as object)) kept[property] ??= {};
  } else tree[step] = value;
}
