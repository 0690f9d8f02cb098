import type { Ajv, ErrorObject, Options, ValidateFunction } from 'ajv';
import { JsonSchemaWriter } from '../../schemas/upstream/terraform/json-schema';
import type { TerraformSchemas } from '../../schemas/upstream/terraform/schemas';
import { splitKey, type TypeKey, type TypeSchema } from '../../schemas/upstream/terraform/type-schema';
import type { CompiledTerraform } from './terraform-compiled';

/** How ajv reads what `JsonSchemaWriter` writes: made by our own code, so ajv need not judge it first. */
export const ajvOptions: Options = {
  inlineRefs: false,
  messages: false,
  strict: false,
  unicodeRegExp: false,
  validateFormats: false,
  validateSchema: false,
};

/** Judges blocks by their types: validators of the build accept what is right, ajv says what is wrong with the rest. */
export class TypeJudge {
  private validators: Promise<Validators> | undefined;

  constructor(
    private readonly schemas: TerraformSchemas,
    private readonly compiled?: CompiledTerraform,
  ) {}

  /** What ajv has against a block of a type; empty where nothing. @throws where the type has no schema */
  async errors(key: TypeKey, body: unknown): Promise<readonly ErrorObject[]> {
    if (this.compiled?.has(key) === true && this.compiled.accepts(key, body)) return [];
    this.validators ??= this.open();
    return (await this.validators).errors(key, body);
  }

  private async open(): Promise<Validators> {
    const { Ajv } = await import('ajv');
    return new Validators(this.schemas, new Ajv({ ...ajvOptions, allErrors: true, code: { optimize: false } }));
  }
}

/** Validators that say everything that is wrong; each compiled when it is first asked for. */
class Validators {
  private readonly writer: JsonSchemaWriter;
  private readonly compiled = new Map<TypeKey, ValidateFunction>();
  private added = 0;

  constructor(
    private readonly schemas: TerraformSchemas,
    private readonly ajv: Ajv,
  ) {
    this.writer = new JsonSchemaWriter((name) => schemas.definition(name));
  }

  errors(key: TypeKey, body: unknown): readonly ErrorObject[] {
    const validate = this.compiled.get(key) ?? this.compile(key);
    return validate(body) ? [] : (validate.errors ?? []);
  }

  private compile(key: TypeKey): ValidateFunction {
    this.writer.addType(key, knownSchema(key, this.schemas));
    for (const [id, schema] of [...this.writer.schemas].slice(this.added)) this.ajv.addSchema(schema, id);
    this.added = this.writer.schemas.size;
    const validate = this.ajv.getSchema(key);
    if (validate === undefined) throw new Error(`no validator for ${key}`);
    this.compiled.set(key, validate);
    return validate;
  }
}

/** The schema of a type that must have one. @throws where it has none */
export function knownSchema(key: TypeKey, schemas: TerraformSchemas): TypeSchema {
  const found = schemas.lookup(...splitKey(key));
  if (found.kind !== 'known') throw new Error(`no schema for ${key}`);
  return found.schema;
}
