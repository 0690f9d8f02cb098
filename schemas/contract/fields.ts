import {
  Type,
  type SchemaOptions,
  type TObject,
  type TProperties,
  type TSchema,
  type TString,
  type TUnsafe,
} from '@sinclair/typebox';
import { regionNames } from '../upstream/aws/regions';

/**
 * Building blocks of input schemas. Every field takes its description first, since no field may go without one.
 * A field with a default is always present in a kind's props.
 */

/** A map of named things; keys are component-style names. */
export function mapOf<Item extends TSchema>(description: string, item: Item, options: SchemaOptions = {}) {
  return Type.Record(Type.String({ pattern: '^[a-zA-Z0-9][a-zA-Z0-9._/-]{0,62}$' }), item, {
    description,
    additionalProperties: false,
    ...options,
  });
}

/** An object that refuses keys it does not know. */
export function group<Properties extends TProperties>(
  description: string,
  properties: Properties,
  options: SchemaOptions = {},
): TObject<Properties> {
  return Type.Object(properties, { description, additionalProperties: false, ...options });
}

/** The input of a kind. */
export function input<Properties extends TProperties>(properties: Properties): TObject<Properties> {
  return Type.Object(properties, { additionalProperties: false });
}

export function text(
  description: string,
  options: SchemaOptions & { pattern?: string; minLength?: number; maxLength?: number } = {},
) {
  return Type.String({ description, minLength: 1, ...options });
}

export function integer(
  description: string,
  options: SchemaOptions & { minimum: number; maximum: number; multipleOf?: number },
) {
  return Type.Integer({ description, ...options });
}

export function number(
  description: string,
  options: SchemaOptions & { minimum: number; maximum: number; multipleOf?: number },
) {
  return Type.Number({ description, ...options });
}

export function flag(description: string, options: SchemaOptions = {}) {
  return Type.Boolean({ description, ...options });
}

/** One of a few words or numbers. */
export function choice<const Values extends readonly (string | number)[]>(
  description: string,
  values: Values,
  options: SchemaOptions = {},
): TUnsafe<Values[number]> {
  return Type.Unsafe<Values[number]>({ description, enum: [...values], ...options });
}

/** Code of a region of AWS, such as `us-east-1`. */
export function awsRegion(description: string, options: SchemaOptions = {}) {
  return Type.Unsafe<string>({ description, enum: [...regionNames], ...options });
}

/** Plain list of scalars or of truly ordered values. */
export function list<Item extends TSchema>(
  description: string,
  item: Item,
  options: SchemaOptions & { minItems?: number; maxItems?: number; uniqueItems?: boolean } = {},
) {
  return Type.Array(item, { description, ...options });
}

/** Leave it out, and the component does without (there is no default). */
export function optional<Field extends TSchema>(field: Field) {
  return Type.Optional(field);
}

/**
 * Key of another component of one of these kinds, in this environment or one it stands on. Left out, it means the only
 * one of these kinds in reach; none or several is a finding. Resolve puts the key in, so that props always have it.
 */
export function reference(description: string, kinds: readonly string[], options: SchemaOptions = {}): TString {
  const field = Type.String({ description, 'x-reference': { kinds: [...kinds], sole: true }, ...options });
  // Optional in the schema, since it may be left out; not in the type, since resolve puts it in.
  return Type.Optional(field);
}

/** As `reference`, but it has to be stated: of a composite kind, what its parts use is known before anything is filled in. */
export function statedReference(description: string, kinds: readonly string[], options: SchemaOptions = {}): TString {
  return Type.String({ description, 'x-reference': { kinds: [...kinds], sole: true }, ...options });
}

/** As `reference`, but nothing is assumed when it is left out. */
export function optionalReference(description: string, kinds: readonly string[], options: SchemaOptions = {}) {
  return Type.Optional(Type.String({ description, 'x-reference': { kinds: [...kinds], sole: false }, ...options }));
}

/** As `reference`, but where none or several are in reach it stays left out: of what only some inputs need. */
export function assumedReference(description: string, kinds: readonly string[], options: SchemaOptions = {}) {
  return Type.Optional(
    Type.String({ description, 'x-reference': { kinds: [...kinds], sole: false, assumed: true }, ...options }),
  );
}

/** Port number, 1 to 65,535. */
export function port(description: string, options: SchemaOptions = {}) {
  return Type.Integer({ description, minimum: 1, maximum: 65535, ...options });
}

/** Value of a label or taint of Kubernetes, which may be empty. */
export function labelValue(description: string, options: SchemaOptions = {}) {
  return Type.String({
    description,
    maxLength: 63,
    pattern: '^([A-Za-z0-9]([A-Za-z0-9_.-]*[A-Za-z0-9])?)?$',
    'x-form': 'letters, digits and _.-, starting and ending with a letter or digit, or an empty text',
    ...options,
  });
}

/** Keys of labels and taints of Kubernetes: a name, which a domain may stand before. */
export const labelKeys = {
  pattern: '^([a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?/)?[A-Za-z0-9]([A-Za-z0-9_.-]{0,61}[A-Za-z0-9])?$',
  'x-form': 'a name such as dedicated or example.com/dedicated',
};

/** IPv4 network in CIDR notation. */
export function cidr(description: string, options: SchemaOptions = {}) {
  return Type.String({
    description,
    format: 'ipv4-cidr',
    pattern: '^[0-9]{1,3}(\\.[0-9]{1,3}){3}/[0-9]{1,2}$',
    'x-form': 'an IPv4 network such as 10.0.0.0/16',
    ...options,
  });
}

/** Kubernetes quantity: `500m`, `1.5`, `128Mi`. */
export function quantity(description: string, options: SchemaOptions = {}) {
  return Type.String({
    description,
    pattern: '^[0-9]+(\\.[0-9]+)?(m|k|M|G|T|P|E|Ki|Mi|Gi|Ti|Pi|Ei)?$',
    'x-form': 'a Kubernetes quantity such as 500m, 1.5 or 128Mi',
    ...options,
  });
}
