import { Script } from 'node:vm';
import { Ajv, type ValidateFunction } from 'ajv';
import { transform } from 'esbuild';
import { references, type Schema } from '../../schemas/upstream/kubernetes/schema';
import type { SchemaStore } from '../../schemas/upstream/kubernetes/store';
import { ajvOptions, byName } from '../../synth/check/kubernetes-schema-validators';
import { CompiledValidators } from '../../synth/check/kubernetes-schema-compiled';
import { accepting, addAccept, schemaConstant } from './accept';

/** A file of validators as a build writes it: `<name>.js`, and `<name>.cache` beside it. */
export interface CompiledFile {
  /** `1.33`, or the group of custom resources: `karpenter.sh`. */
  readonly name: string;
  /** A JavaScript expression in ASCII. */
  readonly code: string;
  /** What V8 made of the code; of use to the same version of Node.js alone. */
  readonly cache: Uint8Array;
}

/**
 * Compiles the schemas of these versions of Kubernetes, and those of all custom resources, to code that says yes or no.
 * What is wrong is asked of ajv when a manifest is refused, so that the code stays small.
 */
export async function compileValidators(store: SchemaStore, versions: readonly string[]): Promise<CompiledFile[]> {
  const files: CompiledFile[] = [];
  // References from custom resources to Kubernetes' own definitions (metadata) are the same code in every version.
  const latest = store.knownVersions().at(-1) ?? '';
  for (const version of versions) files.push(await compileFile(store, { version }, version));
  for (const group of store.customGroups()) files.push(await compileFile(store, { group }, latest));
  return files;
}

type Part = Parameters<SchemaStore['entries']>[0];

/** @param version where the definitions are looked up that the file refers to and does not have */
async function compileFile(store: SchemaStore, own: Part, version: string): Promise<CompiledFile> {
  const entries = store.entries(own);
  const known = withNeeds(entries, store.entries({ version }));
  const factories = compileEntries([...entries.keys()], known);
  const rules = [...entries.keys()].filter((entry) => store.hasRules(own, entry));
  const lines = [...factories].map(([entry, factory]) => `${JSON.stringify(entry)}:${factory}`);
  // Assigned, or esbuild would drop it as a value that nobody reads.
  const text = `x={rules:${JSON.stringify(rules)},make:{${lines.join(',\n')}}}`;
  const minified = await transform(text, { minify: true, target: 'node20', charset: 'ascii', legalComments: 'none' });
  const code = `(${minified.code.trimEnd().replace(/^x=/, '').replace(/;$/, '')})`;
  return { name: 'version' in own ? own.version : own.group, code, cache: warmCache(code) };
}

/** The definitions, and those around them that they refer to. */
function withNeeds(own: ReadonlyMap<string, Schema>, around: ReadonlyMap<string, Schema>): Map<string, Schema> {
  const known = new Map(own);
  const waiting = [...own.values()].flatMap((schema) => references(schema));
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    const schema = around.get(name);
    if (known.has(name) || schema === undefined) continue;
    known.set(name, schema);
    waiting.push(...references(schema));
  }
  return known;
}

/** Runs each validator once, since V8 keeps the machine form of what has run alone. */
function warmCache(code: string): Uint8Array {
  const script = new Script(code);
  new CompiledValidators(script, (missing) => () => missing === '').callAll();
  return script.createCachedData();
}

/** Each definition as `(need,length)=>validator`. */
function compileEntries(names: readonly string[], known: ReadonlyMap<string, Schema>): Map<string, string> {
  const ajv = new Ajv({ ...ajvOptions, allErrors: false, messages: false, code: { source: true, optimize: 1 } });
  addAccept(ajv);
  const ids = new Map([...known.keys()].map((name, index) => [name, idOf(name, index)]));
  for (const [name, schema] of known) ajv.addSchema(accepting(byName(schema)), ids.get(name));
  const validators = new Map<ValidateFunction['schemaEnv'], string>();
  const functions = new Map<string, ValidateFunction>();
  for (const name of known.keys()) {
    const validate = ajv.getSchema(ids.get(name) ?? '');
    if (validate === undefined) throw new Error(`no validator of ${name}`);
    functions.set(name, validate);
    validators.set(validate.schemaEnv, name);
  }
  return new Map(names.map((name) => [name, factory(functions.get(name), validators)]));
}

/** References are relative addresses: the slash in the name of a kind would lead them astray. */
function idOf(name: string, index: number): string {
  return name.includes('/') ? `kind-${String(index)}` : name;
}

function factory(
  validate: ValidateFunction | undefined,
  names: ReadonlyMap<ValidateFunction['schemaEnv'], string>,
): string {
  const source = validate?.source;
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
