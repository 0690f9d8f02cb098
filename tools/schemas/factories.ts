import { Ajv, type Options, type ValidateFunction } from 'ajv';
import type { Schema } from '../../schemas/upstream/kubernetes/schema';
import { accepting, addAccept, schemaConstant } from './accept';

/**
 * Schemas as code that says yes or no, `(need,length)=>validator`: a validator asks for those that its schema refers to by
 * their names. `CompiledValidators` runs them.
 *
 * @param schemas by the names under which they refer to each other, all of them
 */
export function compileFactories(schemas: ReadonlyMap<string, Schema>, options: Options): Map<string, string> {
  const ajv = new Ajv({ ...options, allErrors: false, messages: false, code: { source: true, optimize: 1 } });
  addAccept(ajv);
  const ids = new Map([...schemas.keys()].map((name, index) => [name, idOf(name, index)]));
  for (const [name, schema] of schemas) ajv.addSchema(accepting(schema), ids.get(name));
  const validators = new Map<ValidateFunction['schemaEnv'], string>();
  const functions = new Map<string, ValidateFunction>();
  for (const name of schemas.keys()) {
    const validate = ajv.getSchema(ids.get(name) ?? '');
    if (validate === undefined) throw new Error(`no validator of ${name}`);
    functions.set(name, validate);
    validators.set(validate.schemaEnv, name);
  }
  return new Map([...functions].map(([name, validate]) => [name, factory(validate, validators)]));
}

/** References are relative addresses: the slash in the name of a kind would lead them astray. */
function idOf(name: string, index: number): string {
  return name.includes('/') ? `kind-${String(index)}` : name;
}

function factory({ source }: ValidateFunction, names: ReadonlyMap<ValidateFunction['schemaEnv'], string>): string {
  if (source === undefined) throw new Error('ajv kept no source');
  const needed = (env: unknown): string => {
    const name = names.get(env as ValidateFunction['schemaEnv']);
    if (name === undefined) throw new Error('a reference to an unknown definition');
    return `need(${JSON.stringify(name)})`;
  };
  const constants: string[] = [];
  for (const [prefix, values] of Object.entries(source.scopeValues)) {
    for (const value of values ?? []) {
      const made = value.value as { ref: unknown; code?: unknown };
      if (prefix === 'schema') constants.push(schemaConstant(value.str, made.ref as Schema, source.validateCode));
      else if (prefix === 'validate')
        constants.push(`const ${value.str}=${needed((made.ref as ValidateFunction).schemaEnv)};`);
      else if (prefix === 'wrapper') constants.push(`const ${value.str}={validate:${needed(made.ref)}};`);
      else constants.push(`const ${value.str}=${runtimeCode(String(made.code))};`);
    }
  }
  return `(need,length)=>{${constants.join('')}${source.validateCode};return ${source.validateName.str}}`;
}

/** ajv's own helpers are handed in, so that the code stands alone. */
function runtimeCode(code: string): string {
  if (code === 'require("ajv/dist/runtime/ucs2length").default') return 'length';
  if (code.includes('require(')) throw new Error(`a helper that is not known: ${code}`);
  return code;
}
