import type { Member, Members, ValueType } from './type-schema';

/**
 * Reads the shape of a Terraform type out of the compiled JavaScript of its CDKTF class.
 *
 * The generator writes regular code: `synthesizeAttributes` and `*ToTerraform` name every argument in snake case with
 * its mapper (the type), `resetX()` stands where an argument is optional, `get*Attribute('x')` and
 * `new FooList(this, "x", wrapsSet)` name what may be referenced, and `super(…)` of an output reference tells a single
 * block from a list of them. Nothing is run.
 *
 * @param code the text of `index.js`, followed by that of `index-structs/structs*.js` where the package has them
 * @throws where the code has a form that is not known: the package was made by another generator
 * @see https://github.com/hashicorp/terraform-cdk/tree/main/packages/%40cdktf/provider-generator
 */
export function extractMembers(code: string): Members {
  const parts = splitCode(code);
  const root = [...parts.classes.values()].find((candidate) => candidate.root);
  if (root === undefined) throw new Error('no resource, data source or provider class in the code of the type');
  return new Extraction(parts).members(root.assigned, root);
}

interface ClassCode {
  /** Extends TerraformResource, TerraformDataSource or TerraformProvider. */
  readonly root: boolean;
  /** `snake_case` key → the mapper expression, of `synthesizeAttributes`. */
  readonly assigned: ReadonlyMap<string, string>;
  /** `snake_case` key → what a reference to it yields. */
  readonly readable: ReadonlyMap<string, Readable>;
  /** Properties that may be left out: what the `reset…()` methods unset. */
  readonly optional: ReadonlySet<string>;
  /** `one`: a block that may stand once, kept as a list of one; `object`: one object; `item`: an item of a collection. */
  readonly nesting: 'one' | 'object' | 'item';
}

type Readable = { readonly type: ValueType } | { readonly className: string; readonly set: boolean };

interface CodeParts {
  readonly classes: ReadonlyMap<string, ClassCode>;
  /** Name of the function without `ToTerraform` → `snake_case` key → mapper expression. */
  readonly structs: ReadonlyMap<string, ReadonlyMap<string, string>>;
}

const CLASS = /^class (\w+) extends cdktf\.(\w+) \{$/gm;
const STRUCT = /^function (\w+)ToTerraform\(struct\) \{$/gm;
const ASSIGNMENT = /^ {8,12}(\w+): (.+),$/gm;
const RESET = /^ {4}reset\w+\(\) \{\n {8}this\._(\w+)(?:\.internalValue)? = undefined;$/gm;
const GETTER = /return (.*)this\.(get\w*Attribute|interpolationForAttribute)\('(\w+)'\)/g;
const COMPLEX = /= new ([\w.]+)\(this, "(\w+)"(?:, (true|false))?\);$/gm;
const ROOTS = new Set(['TerraformResource', 'TerraformDataSource', 'TerraformProvider']);

function splitCode(code: string): CodeParts {
  const classes = new Map<string, ClassCode>();
  for (const match of code.matchAll(CLASS)) {
    const [, name = '', base = ''] = match;
    classes.set(name, readClass(blockAt(code, match.index, '\n}'), ROOTS.has(base)));
  }
  const structs = new Map<string, ReadonlyMap<string, string>>();
  for (const match of code.matchAll(STRUCT)) {
    const body = blockAt(code, match.index, '\n}');
    structs.set(match[1] ?? '', readAssignments(body.slice(body.lastIndexOf('\n    return {'))));
  }
  return { classes, structs };
}

function blockAt(code: string, start: number, closing: string): string {
  const end = code.indexOf(closing, start);
  return code.slice(start, end === -1 ? undefined : end + 1);
}

function readClass(body: string, root: boolean): ClassCode {
  const synthesis = root ? body.indexOf('\n    synthesizeAttributes() {') : -1;
  const assigned = synthesis === -1 ? new Map<string, string>() : readAssignments(blockAt(body, synthesis, '\n    }'));
  const optional = new Set<string>();
  for (const match of body.matchAll(RESET)) optional.add(match[1] ?? '');
  const readable = new Map<string, Readable>();
  for (const match of body.matchAll(GETTER)) {
    const [, before = '', getter = '', key = ''] = match;
    readable.set(key, { type: getterType(getter, before.includes('tolist(')) });
  }
  for (const match of body.matchAll(COMPLEX)) {
    const [, className = '', key = '', set] = match;
    readable.set(key, { className, set: set === 'true' });
  }
  const nesting = body.includes('super(terraformResource, terraformAttribute, false, 0)')
    ? 'one'
    : body.includes('super(terraformResource, terraformAttribute, false)')
      ? 'object'
      : 'item';
  return { root, assigned, readable, optional, nesting };
}

function readAssignments(body: string): ReadonlyMap<string, string> {
  const assigned = new Map<string, string>();
  for (const match of body.matchAll(ASSIGNMENT)) assigned.set(match[1] ?? '', match[2] ?? '');
  return assigned;
}

const GETTER_TYPES: Readonly<Record<string, ValueType>> = {
  getStringAttribute: 'string',
  getNumberAttribute: 'number',
  getBooleanAttribute: 'bool',
  getStringMapAttribute: { map: 'string' },
  getNumberMapAttribute: { map: 'number' },
  getBooleanMapAttribute: { map: 'bool' },
  getAnyMapAttribute: { map: 'any' },
  interpolationForAttribute: 'any',
};
const ITEM_TYPES: Readonly<Record<string, ValueType>> = {
  getListAttribute: 'string',
  getNumberListAttribute: 'number',
};
const MAP_CLASSES: Readonly<Record<string, ValueType>> = {
  'cdktf.StringMap': { map: 'string' },
  'cdktf.NumberMap': { map: 'number' },
  'cdktf.BooleanMap': { map: 'bool' },
  'cdktf.AnyMap': 'any',
};

function getterType(getter: string, set: boolean): ValueType {
  const item = ITEM_TYPES[getter];
  if (item !== undefined) return set ? { set: item } : { list: item };
  const type = GETTER_TYPES[getter];
  if (type === undefined) throw new Error(`getter of an unknown form: ${getter}`);
  return type;
}

/** A mapper expression, taken apart. */
interface Mapper {
  readonly type: ValueType | { readonly struct: string; readonly collection?: 'list' | 'map' };
  /** The second argument of `listMapper`: whether the objects are written as blocks. */
  readonly block: boolean;
  readonly complete: boolean;
}

const SCALARS: Readonly<Record<string, ValueType>> = {
  stringToTerraform: 'string',
  numberToTerraform: 'number',
  booleanToTerraform: 'bool',
  anyToTerraform: 'any',
};

function readMapper(expression: string): Mapper {
  const complete = /^[\w.]+ === undefined \? null : /.exec(expression);
  const call = expression.slice(complete?.[0].length ?? 0);
  const { type, block } = readCall(call);
  return { type, block, complete: complete !== null };
}

function readCall(call: string): Omit<Mapper, 'complete'> {
  const scalar = /^cdktf\.(\w+ToTerraform)\b/.exec(call)?.[1];
  const scalarType = scalar === undefined ? undefined : SCALARS[scalar];
  if (scalarType !== undefined) return { type: scalarType, block: false };
  const collection = /^cdktf\.(list|hash)Mapper\((.*)$/.exec(call);
  if (collection === null) {
    const struct = /^(?:\(0, )?(?:\w+\.)?([a-z]\w*)ToTerraform\b/.exec(call)?.[1];
    if (struct === undefined) throw new Error(`argument of an unknown form: ${call}`);
    return { type: { struct }, block: true };
  }
  const [, kind, rest = ''] = collection;
  const inner = readCall(rest).type;
  const block = /^(?:\w+\.)?\w+, true\)/.test(rest);
  if (typeof inner === 'object' && 'struct' in inner) {
    return {
      type: { struct: inner.struct, collection: kind === 'list' ? 'list' : 'map' },
      block: kind === 'hash' || block,
    };
  }
  return { type: kind === 'list' ? { list: inner } : { map: inner }, block: false };
}

class Extraction {
  constructor(private readonly parts: CodeParts) {}

  members(assigned: ReadonlyMap<string, string>, code: ClassCode | undefined): Members {
    const members: Record<string, Member> = {};
    for (const [key, expression] of assigned) members[key] = this.argument(key, expression, code);
    for (const [key, readable] of code?.readable ?? []) {
      members[key] ??= { type: this.readableType(readable), use: 'computed' };
    }
    return members;
  }

  private argument(key: string, expression: string, code: ClassCode | undefined): Member {
    const mapper = readMapper(expression);
    const readable = code?.readable.get(key);
    const use = code === undefined || isOptional(expression, code) ? 'optional' : 'required';
    const { type } = mapper;
    if (typeof type === 'object' && 'struct' in type) return this.structArgument({ ...mapper, type }, readable, use);
    const base = { use, ...(mapper.complete ? { complete: true as const } : {}) } as const;
    // The mapper of a list is the same for a set; only its getter tells them apart.
    if (typeof type === 'object' && 'list' in type && readable !== undefined && 'type' in readable) {
      const isSet = typeof readable.type === 'object' && 'set' in readable.type;
      return { type: isSet ? { set: type.list } : type, ...base };
    }
    return { type, ...base };
  }

  private structArgument(
    mapper: Mapper & { readonly type: { readonly struct: string; readonly collection?: 'list' | 'map' } },
    readable: Readable | undefined,
    use: 'required' | 'optional',
  ): Member {
    const { struct, collection } = mapper.type;
    const assigned = this.parts.structs.get(struct);
    if (assigned === undefined) throw new Error(`no function ${struct}ToTerraform in the code of the type`);
    const code = this.parts.classes.get(`${struct.charAt(0).toUpperCase()}${struct.slice(1)}OutputReference`);
    const members = this.members(assigned, code);
    const object: ValueType = { object: members };
    if (collection === 'map') return { type: { map: object }, use };
    const complete = Object.values(members).some((member) => member.complete) ? { complete: true as const } : {};
    if (collection === 'list') {
      const set = readable !== undefined && 'className' in readable && readable.set;
      const block = mapper.block && complete.complete === undefined ? { block: true as const } : {};
      return { type: set ? { set: object } : { list: object }, use, ...block, ...complete };
    }
    if (code?.nesting === 'one') return { type: { list: object }, use, block: true, max: 1 };
    return { type: object, use, block: true };
  }

  private readableType(readable: Readable): ValueType {
    if ('type' in readable) return readable.type;
    const map = MAP_CLASSES[readable.className];
    if (map !== undefined) return map;
    const name = /^(\w+?)(OutputReference|List|Map)$/.exec(readable.className);
    if (name === null) throw new Error(`attribute of an unknown class: ${readable.className}`);
    const [, base = '', form = ''] = name;
    const code = this.parts.classes.get(`${base}OutputReference`);
    if (code === undefined) throw new Error(`no class ${base}OutputReference in the code of the type`);
    const object: ValueType = { object: this.members(new Map(), code) };
    if (form === 'Map') return { map: object };
    if (form === 'List') return readable.set ? { set: object } : { list: object };
    return code.nesting === 'one' ? { list: object } : object;
  }
}

/** `this._engineVersion` and `struct.engineVersion` are optional where some `reset…()` unsets `this._engineVersion`. */
function isOptional(expression: string, code: ClassCode): boolean {
  const property = /(?:this\._|struct\.)(\w+)(?:\.internalValue)?\)?$/.exec(expression)?.[1];
  return (
    property !== undefined && (code.optional.has(property) || code.optional.has(property.replace(/Attribute$/, '')))
  );
}
