/** The part of JSON Schema (2020-12) that strict schemas are written in. */
export interface Schema {
  $ref?: string;
  type?: string | string[];
  properties?: Record<string, Schema>;
  required?: string[];
  additionalProperties?: boolean | Schema;
  items?: Schema;
  enum?: unknown[];
  propertyNames?: Schema;
  anyOf?: Schema[];
  allOf?: Schema[];
  oneOf?: Schema[];
  not?: Schema;
  if?: Schema;
  then?: Schema;
  else?: Schema;
  minimum?: number;
  maximum?: number;
  pattern?: string;
  maxLength?: number;
  /** Filled in by the API server before it judges the object; custom resources only. */
  default?: unknown;
  'x-kubernetes-validations'?: Rule[];
  /** Fields that no two items of a list may share. */
  'x-kubernetes-list-map-keys'?: string[];
  'x-kubernetes-preserve-unknown-fields'?: boolean;
  [keyword: string]: unknown;
}

/** A rule in CEL that a custom resource's schema carries. */
export interface Rule {
  readonly rule: string;
  readonly message?: string;
}

/** Where objects of a kind live. */
export type Scope = 'Namespaced' | 'Cluster';

/** What stands before the name of a definition in a reference. */
export const referencePrefix = '#/$defs/';

/** Names of the definitions that a schema refers to, sorted. */
export function references(schema: unknown): string[] {
  const names = new Set<string>();
  collect(schema, names);
  return [...names].sort();
}

function collect(value: unknown, names: Set<string>): void {
  if (value === null || typeof value !== 'object') return;
  if (Array.isArray(value)) {
    for (const item of value) collect(item, names);
    return;
  }
  for (const [key, inner] of Object.entries(value)) {
    // A property may be named `$ref` too: then a schema stands there, no text.
    if (key === '$ref' && typeof inner === 'string') names.add(inner.slice(referencePrefix.length));
    else collect(inner, names);
  }
}
