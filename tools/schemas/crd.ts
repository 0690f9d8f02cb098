import { parseAllDocuments } from 'yaml';
import { forms } from '../../schemas/upstream/kubernetes/forms';
import type { Schema, Scope } from '../../schemas/upstream/kubernetes/schema';
import { metadataForm } from './corrections';
import { int32, typesOf, withNull, type Definition } from './json-schema';
import { identity } from './openapi';
import { portablePattern } from './pattern';

interface CrdVersion {
  readonly name: string;
  readonly served: boolean;
  readonly schema: { readonly openAPIV3Schema: Schema };
}

interface Crd {
  readonly kind: string;
  readonly spec: {
    readonly group: string;
    readonly scope: Scope;
    readonly names: { readonly kind: string };
    readonly versions: readonly CrdVersion[];
  };
}

/** Strict definitions of the served versions in a YAML file of custom resource definitions, one a resource. */
export function readCustomResources(text: string): Definition[] {
  const definitions: Definition[] = [];
  for (const document of parseAllDocuments(text)) {
    const crd = document.toJS() as Crd | null;
    if (crd?.kind !== 'CustomResourceDefinition') continue;
    const { group, scope, names, versions } = crd.spec;
    for (const version of versions.filter(({ served }) => served)) {
      const name = `${group}/${version.name} ${names.kind}`;
      const schema = resource(version.schema.openAPIV3Schema, name);
      const rules = hasRules(schema);
      definitions.push({ name, scope, ...(rules && { rules }), schema });
    }
  }
  return definitions;
}

function resource(source: Schema, name: string): Schema {
  const strict = convert(source, name);
  const { required, properties } = identity(name);
  // The API server judges the metadata of every object alike; a definition may only narrow it.
  const { type: _type, additionalProperties: _closed, ...narrower } = strict.properties?.['metadata'] ?? {};
  const metadata: Schema = {
    $ref: '#/$defs/meta.v1.ObjectMeta',
    allOf: [{ $ref: `#/$defs/${metadataForm('', '')}` }],
    type: 'object',
    ...narrower,
  };
  return {
    ...strict,
    // A name that stood twice would make the schema invalid, and kubeconform skip it.
    required: [...new Set([...(required ?? []), 'metadata', ...(strict.required ?? [])])],
    properties: { ...strict.properties, ...properties, metadata },
  };
}

/** Whether there is more to judge than JSON Schema can say. The status of a resource is no part of a manifest. */
function hasRules({ properties }: Schema): boolean {
  const text = JSON.stringify({ ...properties, status: undefined });
  return text.includes('"x-kubernetes-validations"') || text.includes('"x-kubernetes-list-map-keys"');
}

/**
 * One node of a structural schema, made strict: what the API server would drop as unknown is refused.
 *
 * @see https://kubernetes.io/docs/tasks/extend-kubernetes/custom-resources/custom-resource-definitions/#specifying-a-structural-schema
 */
function convert(source: Schema, place: string): Schema {
  const open = source['x-kubernetes-preserve-unknown-fields'] === true;
  const converted: Schema = { ...values(source), ...kept(source) };
  if (source['x-kubernetes-int-or-string'] === true) {
    converted.type = ['integer', 'string'];
    delete converted.anyOf;
  }
  if (source.items !== undefined) converted.items = convert(source.items, `${place}[]`);
  if (typeof source.additionalProperties === 'object')
    converted.additionalProperties = convert(source.additionalProperties, `${place}{}`);
  else if (source.type === 'object' && !open) converted.additionalProperties = false;
  if (source.properties !== undefined) addProperties(converted, source, place);
  if (open) converted['x-kubernetes-preserve-unknown-fields'] = true;
  if (source['x-kubernetes-list-type'] === 'set' && scalar(source.items)) converted['uniqueItems'] = true;
  if (typesOf(converted).length === 0 && !open && source.type === undefined)
    throw new Error(`${place}: a node without type`);
  return source['nullable'] === true ? withNull(converted) : converted;
}

function addProperties(converted: Schema, source: Schema, place: string): void {
  const properties: Record<string, Schema> = {};
  // A default is filled in before the object is judged.
  const required = (source.required ?? []).filter((field) => source.properties?.[field]?.['default'] === undefined);
  for (const [field, value] of Object.entries(source.properties ?? {})) {
    const schema = convert(value, `${place}.${field}`);
    properties[field] = required.includes(field) ? schema : withNull(schema);
  }
  converted.properties = properties;
  delete converted.required;
  if (required.length > 0) converted.required = [...required].sort();
}

/** Keywords that judge a value, in forms that every validator reads alike. */
const valueKeywords = [
  'type',
  'enum',
  'minimum',
  'maximum',
  'exclusiveMinimum',
  'exclusiveMaximum',
  'multipleOf',
  'minLength',
  'maxLength',
  'minItems',
  'maxItems',
  'minProperties',
  'maxProperties',
  'uniqueItems',
  'required',
] as const;

function values(source: Schema): Schema {
  const schema: Schema = {};
  for (const keyword of valueKeywords) copy(source, schema, keyword);
  if (source.pattern !== undefined) schema.pattern = portablePattern(source.pattern);
  for (const keyword of ['allOf', 'anyOf', 'oneOf'] as const) {
    const parts = source[keyword];
    if (parts !== undefined) schema[keyword] = parts.map(junctor);
  }
  if (source.not !== undefined) schema.not = junctor(source.not);
  return format(schema, source['format']);
}

function copy(from: Schema, to: Schema, keyword: string): void {
  if (from[keyword] !== undefined) to[keyword] = from[keyword];
}

/** Below a junctor only values are judged; structure stands outside of it. */
function junctor(source: Schema): Schema {
  const schema = values(source);
  if (source.items !== undefined) schema.items = junctor(source.items);
  if (source.properties !== undefined)
    schema.properties = Object.fromEntries(
      Object.entries(source.properties).map(([field, value]) => [field, junctor(value)]),
    );
  return schema;
}

function format(schema: Schema, name: unknown): Schema {
  if (name === 'int32') return int32(schema);
  if (name === 'byte') return { pattern: forms.base64.pattern, ...schema };
  if (name === 'date-time') return { pattern: forms.time.pattern, ...schema };
  return schema;
}

/** What the rules of a resource need: the rules themselves, and the defaults that are filled in before they run. */
function kept(source: Schema): Schema {
  const schema: Schema = {};
  if (source['default'] !== undefined) schema['default'] = source['default'];
  const rules = source['x-kubernetes-validations'] as readonly { rule: string; message?: string }[] | undefined;
  if (rules !== undefined)
    schema['x-kubernetes-validations'] = rules.map(({ rule, message }) => ({
      rule: rule.trim(),
      ...(message === undefined ? {} : { message }),
    }));
  const keys = source['x-kubernetes-list-map-keys'];
  if (source['x-kubernetes-list-type'] === 'map' && keys !== undefined) schema['x-kubernetes-list-map-keys'] = keys;
  return schema;
}

function scalar(items: Schema | undefined): boolean {
  return ['string', 'integer', 'number', 'boolean'].includes(String(items?.type));
}
