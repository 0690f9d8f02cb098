import type { Ajv } from 'ajv';
import { Script } from 'node:vm';
import { builtinTypes } from '../../schemas/upstream/terraform/builtin';
import { providerOf, type TerraformSchemas } from '../../schemas/upstream/terraform/schemas';
import { splitKey, type TypeKey } from '../../schemas/upstream/terraform/type-schema';
import { compiledFiles } from './terraform-compiled';
import { createAjv, knownSchema, type CompiledTerraform } from './terraform-validators';

export interface CompiledFiles {
  /** A JavaScript expression without imports, in ASCII. */
  readonly code: string;
  readonly cache: Uint8Array;
}

export interface CompileOptions {
  /** Shortens the code. @default as it is */
  readonly minify?: (code: string) => Promise<string>;
}

/**
 * Compiles validators ahead of time, with the schemas of their types; what is part of Terraform itself is always among
 * them, and what no class is imported for.
 *
 * @param types those that runs are likely to meet; any other one is compiled in the run
 */
export async function compileTerraformValidators(
  types: readonly TypeKey[],
  schemas: TerraformSchemas,
  { minify = async (code) => Promise.resolve(code) }: CompileOptions = {},
): Promise<CompiledFiles> {
  const keys = [...new Set([...types, ...(Object.keys(builtinTypes) as TypeKey[])])].sort();
  const ajv = await createAjv(keys, schemas, { source: true, lines: true });
  const validators = await validatorsOf(ajv, keys);
  const texts = Object.fromEntries(keys.map((key) => [key, JSON.stringify(knownSchema(key, schemas))]));
  const statements = [
    'const exports = {};',
    validators,
    `const packages = ${JSON.stringify(packagesOf(keys, schemas))};`,
    `const schemas = ${JSON.stringify(texts)};`,
    'return { packages, schemas, validators: exports };',
  ];
  const short = await minify(`x=(function(){\n${statements.join('\n')}\n})()`);
  // Assigned to a name, or a minifier would drop what nobody reads.
  const code = `(${short
    .trimEnd()
    .replace(/^x ?= ?/, '')
    .replace(/;$/, '')})`;
  return { code, cache: warmCache(code) };
}

/** Types whose CDKTF classes a source file imports: `@cdktf/provider-aws/lib/vpc`. */
export function typesImported(source: string): TypeKey[] {
  const imports = source.matchAll(/@cdktf\/provider-(\w+)\/lib\/([\w-]+)/g);
  return [...imports].map(([, provider = '', folder = '']): TypeKey => {
    const name = folder.replaceAll('-', '_');
    if (folder === 'provider') return `provider.${provider}`;
    if (folder.startsWith(`data-${provider}-`)) return `data.${name.slice('data_'.length)}`;
    return `resource.${provider}_${name}`;
  });
}

async function validatorsOf(ajv: Ajv, keys: readonly TypeKey[]): Promise<string> {
  const loaded = (await import('ajv/dist/standalone/index.js')).default as unknown as StandaloneModule;
  const standalone = typeof loaded === 'function' ? loaded : loaded.default;
  const code = standalone(ajv, Object.fromEntries(keys.map((key) => [key, key])));
  if (code.includes('require(')) throw new Error('a validator needs a module at run time');
  return withoutUnused(code);
}

type Standalone = (ajv: Ajv, names: Record<string, string>) => string;
/** The package is CommonJS: what its default import is depends on who loads it. */
type StandaloneModule = Standalone | { readonly default: Standalone };

function packagesOf(keys: readonly TypeKey[], schemas: TerraformSchemas): Record<string, string> {
  const packages: Record<string, string> = {};
  for (const key of keys) {
    const provider = providerOf(splitKey(key)[1]);
    const installed = schemas.provider(provider);
    if (installed !== undefined) packages[provider] = installed.package;
  }
  return packages;
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

/** Runs each validator once, since V8 keeps the machine form of what has run alone. */
function warmCache(code: string): Uint8Array {
  const script = new Script(code, { filename: compiledFiles.code });
  const { validators } = script.runInThisContext() as CompiledTerraform;
  for (const validate of Object.values(validators)) validate({});
  return script.createCachedData();
}
