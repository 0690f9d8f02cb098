/**
 * The shape of one Terraform type (resource, data source or provider block): which arguments may be written and which
 * attributes may be referenced. Plain JSON, so that a build can store it.
 */
export type ValueType =
  'string' | 'number' | 'bool' | 'any' | ListType | SetType | MapType | ObjectType | DefinitionType;

export interface ListType {
  readonly list: ValueType;
}
export interface SetType {
  readonly set: ValueType;
}
export interface MapType {
  readonly map: ValueType;
}
export interface ObjectType {
  readonly object: Members;
}
/** A shape that contains itself (statements of a WAF rule), by its name in the overlay's definitions. */
export interface DefinitionType {
  readonly definition: string;
}

export type Members = Readonly<Record<string, Member>>;

/** One argument, nested block or attribute. */
export interface Member {
  readonly type: ValueType;
  /** `computed`: may be referenced, never set. */
  readonly use: 'required' | 'optional' | 'computed';
  /** Written as a nested block: an object, or a list of them. */
  readonly block?: true;
  /** How often a block may appear; a required block appears at least once. @default any number of times */
  readonly min?: number;
  readonly max?: number;
  /** Elements of this attribute are objects in which every key must stand, with `null` for what is not meant. */
  readonly complete?: true;
  /** Read before expressions are evaluated: no `${…}`. */
  readonly literal?: true;
  /** The values that the provider takes. */
  readonly values?: readonly (string | number)[];
}

export interface TypeSchema {
  readonly members: Members;
  /** Sets of arguments of the top level of which so many may be given. */
  readonly choices?: readonly Choice[];
}

/** `one`: exactly one of the arguments; `most`: one at most; `all`: all or none. */
export interface Choice {
  readonly rule: 'one' | 'most' | 'all';
  readonly of: readonly string[];
}

/** What stands before the name of a type: `resource.aws_vpc`, `data.aws_ami`, `provider.aws`, `block.output`. */
export type TypeMode = 'resource' | 'data' | 'ephemeral' | 'provider' | 'block';

/** `resource.aws_vpc`: the key under which a schema is stored. */
export type TypeKey = `${TypeMode}.${string}`;

export function typeKey(mode: TypeMode, type: string): TypeKey {
  return `${mode}.${type}`;
}

/**
 * What the CDKTF classes do not say of a type: values that are allowed, counts of blocks, arguments that exclude each
 * other, shapes that are `any` there. Members are named by their path: `rule.filter`.
 */
export interface MemberOverlay {
  readonly type?: ValueType;
  readonly use?: Member['use'];
  readonly block?: true;
  readonly min?: number;
  readonly max?: number;
}

export function splitKey(key: TypeKey): [TypeMode, string] {
  const dot = key.indexOf('.');
  return [key.slice(0, dot) as TypeMode, key.slice(dot + 1)];
}
