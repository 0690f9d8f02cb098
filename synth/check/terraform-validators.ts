import type { Ajv, ErrorObject, ValidateFunction } from 'ajv';
import { JsonSchemaWriter } from '../../schemas/upstream/terraform/json-schema';
import type { StoredSchemas, TerraformSchemas } from '../../schemas/upstream/terraform/schemas';
import { splitKey, type TypeKey, type TypeSchema } from '../../schemas/upstream/terraform/type-schema';

/** What ajv has against a block of a type; empty where nothing. */
export type Judge = (key: TypeKey, body: unknown) => readonly ErrorObject[];

/** The module that {@link compileTerraformValidators} writes. */
export interface CompiledTerraform {
  /** npm versions of the provider packages that it was made from, by provider. */
  readonly packages: Readonly<Record<string, string>>;
  /** Schemas of the types, as JSON text: parsed only when asked for. */
  readonly schemas: Readonly<Record<string, string>>;
  readonly validators: Readonly<Record<string, ValidateFunction>>;
}

const AJV_OPTIONS = {
  allErrors: true,
  inlineRefs: false,
  messages: false,
  strict: false,
  unicodeRegExp: false,
  validateFormats: false,
  validateSchema: false,
} as const;

/** The schemas of a build, unless an installed provider package is another one than it was made from. */
export function storedSchemas(compiled: CompiledTerraform): StoredSchemas {
  return (key) => {
    const text = compiled.schemas[key];
    return text === undefined ? undefined : (JSON.parse(text) as TypeSchema);
  };
}

/** Whether a build was made from the installed provider packages. */
export function isCurrent(compiled: CompiledTerraform, schemas: TerraformSchemas): boolean {
  return Object.entries(compiled.packages).every(([name, version]) => schemas.provider(name)?.package === version);
}

/**
 * Validators of types: those of the build, the rest compiled here, each when first asked for.
 *
 * @param keys every type that will be asked for
 */
export async function createJudge(
  keys: Iterable<TypeKey>,
  schemas: TerraformSchemas,
  compiled?: CompiledTerraform,
): Promise<Judge> {
  const missing = [...keys].filter((key) => compiled?.validators[key] === undefined);
  const ajv = missing.length === 0 ? undefined : await createAjv(missing, schemas);
  return (key, body) => {
    const validate = compiled?.validators[key] ?? ajv?.getSchema(key);
    if (validate === undefined) throw new Error(`no validator for ${key}`);
    return validate(body) ? [] : (validate.errors ?? []);
  };
}

/**
 * Compiles validators ahead of time.
 *
 * @param keys types that runs are likely to meet; any other one is compiled in the run
 * @returns text of a CommonJS module without imports, of the form {@link CompiledTerraform}
 */
export async function compileTerraformValidators(keys: readonly TypeKey[], schemas: TerraformSchemas): Promise<string> {
  const sorted = [...new Set(keys)].sort();
  const ajv = await createAjv(sorted, schemas, { source: true, lines: true });
  const standalone = (await import('ajv/dist/standalone/index.js')).default as unknown as StandaloneModule;
  const standaloneCode = typeof standalone === 'function' ? standalone : standalone.default;
  const code = standaloneCode(ajv, Object.fromEntries(sorted.map((key) => [key, key])));
  if (code.includes('require(')) throw new Error('a validator needs a module at run time');
  const texts = Object.fromEntries(sorted.map((key) => [key, JSON.stringify(knownSchema(key, schemas))]));
  const packages: Record<string, string> = {};
  for (const key of sorted) {
    const provider = providerOfKey(key);
    const installed = schemas.provider(provider);
    if (installed !== undefined) packages[provider] = installed.package;
  }
  return [
    `exports.packages = ${JSON.stringify(packages)};`,
    `exports.schemas = ${JSON.stringify(texts)};`,
    `exports.validators = (function () { const exports = {};\n${withoutUnused(code)}\nreturn exports; })();`,
    '',
  ].join('\n');
}

type StandaloneCode = (ajv: Ajv, names: Record<string, string>) => string;
/** The package is CommonJS: what its default import is depends on who loads it. */
type StandaloneModule = StandaloneCode | { readonly default: StandaloneCode };

async function createAjv(
  keys: readonly TypeKey[],
  schemas: TerraformSchemas,
  code: { readonly source?: boolean; readonly lines?: boolean } = {},
): Promise<Ajv> {
  const { Ajv } = await import('ajv');
  const writer = new JsonSchemaWriter((name) => schemas.definition(name));
  for (const key of keys) writer.addType(key, knownSchema(key, schemas));
  const ajv = new Ajv({ ...AJV_OPTIONS, code: { ...code, optimize: false } });
  for (const schema of writer.schemas.values()) ajv.addSchema(schema);
  return ajv;
}

/** ajv writes every schema out, though most validators never look at theirs: a third of the text. */
function withoutUnused(code: string): string {
  const uses = new Map<string, number>();
  for (const [name] of code.matchAll(/\bschema\d+\b/g)) uses.set(name, (uses.get(name) ?? 0) + 1);
  return code
    .split('\n')
    .filter((line) => {
      const name = /^const (schema\d+) = .*;$/.exec(line)?.[1];
      return name === undefined || (uses.get(name) ?? 0) > 1;
    })
    .join('\n');
}

function knownSchema(key: TypeKey, schemas: TerraformSchemas): TypeSchema {
  const found = schemas.lookup(...splitKey(key));
  if (found.kind !== 'known') throw new Error(`no schema for ${key}`);
  return found.schema;
}

function providerOfKey(key: TypeKey): string {
  return splitKey(key)[1].split('_')[0] ?? '';
}
