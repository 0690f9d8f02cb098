import { _ } from 'ajv';
import type { JsonObject } from '../../schemas/primitives/artifact';
import { catalogue, loadKinds } from '../../synth/catalogue';
import { createAjv } from '../../synth/load/ajv';
import { componentSchema } from '../../synth/load/component-schema';
import { fileSchemas, inputName } from '../../synth/load/judge';
import { accepting, addAccept, schemaConstant } from './accept';
import { expression } from './expression';

/** What ajv would have the code ask for at run time, and what it is handed instead (`Helpers`). */
const handedIn: Readonly<Record<string, string>> = {
  'require("ajv/dist/runtime/ucs2length").default': 'length',
  'require("ajv/dist/runtime/equal").default': 'equal',
};

/** What accepts the inputs of every kind of the catalogue, and the files: name → code, `({formats,length,equal})=>accept`. */
export async function compileInputs(): Promise<Map<string, string>> {
  const kinds = await loadKinds(Object.keys(catalogue));
  const schemas = [
    ...Object.entries(fileSchemas).map(([name, schema]) => [inputName.file(name), schema] as const),
    ...[...kinds].map(([name, kind]) => [inputName.kind(name), componentSchema(kind)] as const),
  ];
  return new Map(await Promise.all(schemas.map(async ([name, schema]) => [name, await compileInput(schema)] as const)));
}

async function compileInput(schema: JsonObject): Promise<string> {
  const ajv = createAjv({ allErrors: false, code: { source: true, optimize: 1, formats: _`formats` } });
  addAccept(ajv);
  const { source } = ajv.compile(accepting(schema));
  if (source === undefined) throw new Error('ajv kept no source');
  const { scopeValues, validateCode, validateName } = source;
  const constants: string[] = [];
  for (const [prefix, values] of Object.entries(scopeValues))
    for (const { str, value } of values ?? [])
      constants.push(constant({ prefix, name: str, value, code: validateCode }));
  return expression(`({formats,length,equal})=>{${constants.join('')}${validateCode};return ${validateName.str}}`);
}

interface Constant {
  readonly prefix: string;
  readonly name: string;
  readonly value: { readonly ref: unknown; readonly code?: unknown } | undefined;
  readonly code: string;
}

function constant({ prefix, name, value, code }: Constant): string {
  if (prefix === 'schema') return schemaConstant(name, (value?.ref ?? {}) as JsonObject, code);
  // A part of the schema with an address of its own: none of our kinds has any, and descriptions are trees.
  if (prefix === 'validate' || prefix === 'wrapper' || prefix === 'root')
    throw new Error('an input refers to a schema');
  const made = String(value?.code);
  const expression = handedIn[made] ?? made;
  if (expression.includes('require(')) throw new Error(`a helper that is not known: ${expression}`);
  return `const ${name}=${expression};`;
}
