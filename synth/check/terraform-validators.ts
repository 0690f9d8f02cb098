import type { Ajv, ErrorObject, ValidateFunction } from 'ajv';
import { JsonSchemaWriter } from '../../schemas/upstream/terraform/json-schema';
import type { StoredSchemas, TerraformSchemas } from '../../schemas/upstream/terraform/schemas';
import { splitKey, type TypeKey, type TypeSchema } from '../../schemas/upstream/terraform/type-schema';

/** What ajv has against a block of a type; empty where nothing. */
export type Judge = (key: TypeKey, body: unknown) => readonly ErrorObject[];

/** What a build compiled ahead of time. */
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

/** @param code how ajv writes its code, where it is to be kept */
export async function createAjv(
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

/** The schema of a type that must have one. @throws where it has none */
export function knownSchema(key: TypeKey, schemas: TerraformSchemas): TypeSchema {
  const found = schemas.lookup(...splitKey(key));
  if (found.kind !== 'known') throw new Error(`no schema for ${key}`);
  return found.schema;
}
