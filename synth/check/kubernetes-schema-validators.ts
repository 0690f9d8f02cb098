import { Ajv, type ErrorObject, type Options, type ValidateFunction } from 'ajv';
import { referencePrefix, type Schema } from '../../schemas/upstream/kubernetes/schema';
import { type KindSchema, type SchemaStore } from '../../schemas/upstream/kubernetes/store';

/** How ajv reads the committed schemas. They are made by our own command, so ajv need not judge them first. */
export const ajvOptions: Options = {
  strict: false,
  validateSchema: false,
  inlineRefs: false,
  // Patterns are written for Go and read alike without the `u` flag.
  unicodeRegExp: false,
  logger: false,
};

/** References by the names under which ajv is given the definitions. */
export function byName(schema: Schema): Schema {
  return rename(schema) as Schema;
}

function rename(value: unknown): unknown {
  if (value === null || typeof value !== 'object') return value;
  if (Array.isArray(value)) return value.map(rename);
  const renamed: Record<string, unknown> = {};
  for (const [key, inner] of Object.entries(value))
    renamed[key] = key === '$ref' && typeof inner === 'string' ? inner.slice(referencePrefix.length) : rename(inner);
  return renamed;
}

/** Validators of one version of Kubernetes that say everything that is wrong; compiled as kinds are asked for. */
export class Validators {
  private readonly ajv = new Ajv({
    ...ajvOptions,
    allErrors: true,
    verbose: true,
    messages: false,
    code: { optimize: false },
  });
  private readonly added = new Set<string>();
  private readonly compiled = new Map<string, ValidateFunction>();

  constructor(
    private readonly store: SchemaStore,
    private readonly version: string,
  ) {}

  /** Everything in the object that its schema refuses. */
  errors(kind: KindSchema, object: unknown): ErrorObject[] {
    const validate = this.validator(kind);
    return validate(object) ? [] : [...(validate.errors ?? [])];
  }

  private validator(kind: KindSchema): ValidateFunction {
    const name = `${kind.apiVersion} ${kind.kind}`;
    let validate = this.compiled.get(name);
    if (validate !== undefined) return validate;
    for (const [definition, schema] of this.store.closure(kind, this.version)) {
      if (this.added.has(definition)) continue;
      this.added.add(definition);
      this.ajv.addSchema(byName(schema), definition);
    }
    validate = this.ajv.compile(byName(kind.schema));
    this.compiled.set(name, validate);
    return validate;
  }
}
