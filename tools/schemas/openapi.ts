import { forms } from '../../schemas/upstream/kubernetes/forms';
import { references, type Schema, type Scope } from '../../schemas/upstream/kubernetes/schema';
import { metadataForm, metadataForms } from './corrections';
import { int32, withNull, withoutNull, type Definition } from './json-schema';

/** A group-version file of Kubernetes' `api/openapi-spec/v3`. */
export interface OpenApiFile {
  readonly components?: { readonly schemas?: Record<string, Schema> };
  readonly paths?: Record<string, Record<string, unknown>>;
}

interface GroupVersionKind {
  readonly group: string;
  readonly version: string;
  readonly kind: string;
}

/** Definition → field (`field[]` for its items) → allowed values. */
export type Enums = ReadonlyMap<string, ReadonlyMap<string, readonly string[]>>;

/** Types that stand for themselves in a schema: each is too small to be worth a reference. */
const plainTypes: Readonly<Record<string, Schema>> = {
  'intstr.IntOrString': { type: ['integer', 'string'] },
  'runtime.RawExtension': { type: 'object' },
  'apiextensions.v1.JSON': {},
  'meta.v1.FieldsV1': { type: 'object' },
  'meta.v1.Patch': { type: 'object' },
  // Written as an empty object, `subresources: { status: {} }`.
  'apiextensions.v1.CustomResourceSubresourceStatus': { type: 'object' },
  'apiextensions.v1.JSONSchemaPropsOrArray': { $ref: '#/$defs/apiextensions.v1.JSONSchemaProps' },
};

/** Definitions that the document describes loosely, written out. `null` is in, as in every definition. */
const strictDefinitions: Readonly<Record<string, Schema>> = {
  'resource.Quantity': { type: ['string', 'number', 'null'], pattern: forms.quantity.pattern },
  'meta.v1.Time': { type: ['string', 'null'], pattern: forms.time.pattern },
  'meta.v1.MicroTime': { type: ['string', 'null'], pattern: forms.time.pattern },
  'apiextensions.v1.JSONSchemaPropsOrBool': {
    type: ['boolean', 'object', 'null'],
    if: { type: 'object' },
    then: { $ref: '#/$defs/apiextensions.v1.JSONSchemaProps' },
  },
  'apiextensions.v1.JSONSchemaPropsOrStringArray': {
    type: ['array', 'object', 'null'],
    if: { type: 'object' },
    then: { $ref: '#/$defs/apiextensions.v1.JSONSchemaProps' },
    else: { items: { type: 'string' } },
  },
};

/** Strict kinds of one version of Kubernetes and the definitions that they need, by name. */
export function readDefinitions(files: readonly OpenApiFile[], enums: Enums): Map<string, Definition> {
  const schemas = new Map<string, Schema>();
  for (const file of files)
    for (const [name, schema] of Object.entries(file.components?.schemas ?? {})) schemas.set(shortName(name), schema);
  const scopes = readScopes(files);
  const definitions = new Map<string, Definition>(metadataForms.map((form) => [form.name, form]));
  const add = (name: string): void => {
    if (definitions.has(name)) return;
    const source = schemas.get(name);
    const schema = strictDefinitions[name] ?? (source && new Converter(name, enums).definition(source));
    if (schema === undefined) throw new Error(`no definition ${name}`);
    definitions.set(name, { name, schema });
    references(schema).forEach(add);
  };
  for (const [name, schema] of schemas) {
    const kind = kindOf(name, schema);
    if (kind === undefined) continue;
    add(name);
    definitions.set(kindName(kind), kindDefinition(name, kind, scopes.get(kindName(kind))));
  }
  return definitions;
}

/** A whole object: the definition of its type, and what holds of an object that stands for itself. */
function kindDefinition(definition: string, kind: GroupVersionKind, scope: Scope | undefined): Definition {
  const name = kindName(kind);
  const schema: Schema = { $ref: `#/$defs/${definition}`, type: 'object', ...identity(name) };
  if (scope === undefined) return { name, schema };
  schema.required = ['apiVersion', 'kind', 'metadata'];
  schema.properties = { ...schema.properties, metadata: { $ref: `#/$defs/${metadataForm(kind.group, kind.kind)}` } };
  return { name, scope, schema };
}

/** What makes an object one of this kind. */
export function identity(name: string): Schema {
  const [apiVersion, kind] = name.split(' ');
  return {
    required: ['apiVersion', 'kind'],
    properties: { apiVersion: { enum: [apiVersion] }, kind: { enum: [kind] } },
  };
}

/** `io.k8s.api.core.v1.Pod` → `core.v1.Pod`; the first part is the first label of a kind's group. */
export function shortName(name: string): string {
  const short = name.split('.').slice(-3).join('.');
  if (name.endsWith('.resource.Quantity')) return 'resource.Quantity';
  if (name.endsWith('.intstr.IntOrString')) return 'intstr.IntOrString';
  if (name.endsWith('.runtime.RawExtension')) return 'runtime.RawExtension';
  return short.replace(/^apiserverinternal\./, 'internal.');
}

/** Definitions of the API machinery itself (options, watch events, discovery) are no kinds of a manifest. */
function kindOf(name: string, schema: Schema): GroupVersionKind | undefined {
  const kinds = schema['x-kubernetes-group-version-kind'] as readonly GroupVersionKind[] | undefined;
  return kinds?.length === 1 && !name.startsWith('meta.') ? kinds[0] : undefined;
}

function kindName({ group, version, kind }: GroupVersionKind): string {
  return `${group === '' ? version : `${group}/${version}`} ${kind}`;
}

/** Scope of each kind that can be put at a path of its own. */
function readScopes(files: readonly OpenApiFile[]): Map<string, Scope> {
  const scopes = new Map<string, Scope>();
  for (const file of files) {
    for (const [path, operations] of Object.entries(file.paths ?? {})) {
      if (!path.endsWith('/{name}')) continue;
      const put = operations['put'] as { readonly 'x-kubernetes-group-version-kind'?: GroupVersionKind } | undefined;
      const kind = put?.['x-kubernetes-group-version-kind'];
      if (kind !== undefined) scopes.set(kindName(kind), scopeOf(path, kind.kind));
    }
  }
  return scopes;
}

function scopeOf(path: string, kind: string): Scope {
  return path.includes('/namespaces/{namespace}/') && kind !== 'Namespace' ? 'Namespaced' : 'Cluster';
}

/** Makes one definition strict. */
class Converter {
  constructor(
    private readonly name: string,
    private readonly enums: Enums,
  ) {}

  definition(source: Schema): Schema {
    return withNull(this.object(source));
  }

  private object(source: Schema): Schema {
    const required = new Set(source.required);
    const properties: Record<string, Schema> = {};
    for (const [field, value] of Object.entries(source.properties ?? {})) {
      const schema = this.schema(value, field);
      properties[field] = required.has(field) ? present(schema) : withNull(schema);
    }
    return {
      type: 'object',
      ...(source.properties === undefined ? {} : { properties }),
      ...(required.size === 0 ? {} : { required: [...required].sort() }),
      additionalProperties: false,
    };
  }

  private schema(source: Schema, field: string): Schema {
    const reference = source.$ref ?? source.allOf?.[0]?.$ref;
    if (reference !== undefined) return this.reference(reference);
    if (source.items !== undefined) return { type: 'array', items: present(this.schema(source.items, `${field}[]`)) };
    if (typeof source.additionalProperties === 'object')
      return { type: 'object', additionalProperties: present(this.schema(source.additionalProperties, `${field}[]`)) };
    return this.scalar(source, field);
  }

  private reference(reference: string): Schema {
    const name = shortName(reference.slice(reference.lastIndexOf('/') + 1));
    return plainTypes[name] ?? { $ref: `#/$defs/${name}` };
  }

  private scalar(source: Schema, field: string): Schema {
    if (typeof source.type !== 'string' || source.type === 'object')
      throw new Error(`${this.name}.${field}: a form that is not known: ${JSON.stringify(source)}`);
    const schema: Schema = { type: source.type };
    if (source['format'] === 'int32') return int32(schema);
    if (source['format'] === 'byte') return { ...schema, pattern: forms.base64.pattern };
    const values = this.enums.get(this.name)?.get(field);
    return values === undefined ? schema : { ...schema, enum: [...values] };
  }
}

/** Types of the definitions that are no objects, without null. */
const scalarTypes: Readonly<Record<string, string | string[]>> = {
  '#/$defs/resource.Quantity': ['string', 'number'],
  '#/$defs/meta.v1.Time': 'string',
  '#/$defs/meta.v1.MicroTime': 'string',
  '#/$defs/apiextensions.v1.JSONSchemaPropsOrBool': ['boolean', 'object'],
  '#/$defs/apiextensions.v1.JSONSchemaPropsOrStringArray': ['array', 'object'],
};

function present(schema: Schema): Schema {
  return withoutNull(schema, scalarTypes[schema.$ref ?? ''] ?? 'object');
}
