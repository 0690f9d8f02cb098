import { Script } from 'node:vm';
import { builtinTypes } from '../../schemas/upstream/terraform/builtin';
import { JsonSchemaWriter } from '../../schemas/upstream/terraform/json-schema';
import { providerOf, type TerraformSchemas } from '../../schemas/upstream/terraform/schemas';
import { splitKey, type TypeKey } from '../../schemas/upstream/terraform/type-schema';
import { compiledFiles, readScript } from '../../synth/check/terraform-compiled';
import { ajvOptions, knownSchema } from '../../synth/check/terraform-validators';
import { compileFactories } from './factories';
import { expression } from './expression';

export interface BuiltTerraform {
  /** A JavaScript expression without imports, in ASCII. */
  readonly code: string;
  readonly cache: Uint8Array;
}

/**
 * Compiles validators ahead of time, with the shapes of their types; what is part of Terraform itself is always among
 * them, and what no class is imported for.
 *
 * @param types those that runs are likely to meet; any other one is compiled in the run
 */
export async function compileTerraformValidators(
  types: readonly TypeKey[],
  schemas: TerraformSchemas,
): Promise<BuiltTerraform> {
  const keys = [...new Set([...types, ...(Object.keys(builtinTypes) as TypeKey[])])].sort();
  const writer = new JsonSchemaWriter((name) => schemas.definition(name));
  for (const key of keys) writer.addType(key, knownSchema(key, schemas));
  // Most parts are a type of text or number: shorter where they are asked for than called.
  const factories = [...compileFactories(writer.schemas, { ...ajvOptions, inlineRefs: true })].map(
    ([name, factory]) => `${JSON.stringify(name)}:${factory}`,
  );
  const members = Object.fromEntries(keys.map((key) => [key, JSON.stringify(schemas.ownMembers(...splitKey(key)))]));
  const code = await expression(
    `{packages:${JSON.stringify(packagesOf(keys, schemas))},members:${JSON.stringify(members)},make:{${factories.join(',\n')}}}`,
  );
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

function packagesOf(keys: readonly TypeKey[], schemas: TerraformSchemas): Record<string, string> {
  const packages: Record<string, string> = {};
  for (const key of keys) {
    const provider = providerOf(splitKey(key)[1]);
    const installed = schemas.provider(provider);
    if (installed !== undefined) packages[provider] = installed.package;
  }
  return packages;
}

function warmCache(code: string): Uint8Array {
  const script = new Script(code, { filename: compiledFiles.code });
  readScript(script).callAll();
  return script.createCachedData();
}
