import type { Member, Members, TypeKey, TypeSchema, ValueType } from './type-schema';

/** A JSON Schema (draft 7) document, or a part of one. */
export type JsonSchema = { readonly [keyword: string]: unknown };

/** A string that Terraform evaluates may stand for a number or a boolean; for a list or a map it must be one `${…}`. */
const TEMPLATE = '(?:^|[^$])\\$\\{|(?:^|[^%])%\\{';
const WHOLE = '^\\$\\{[\\s\\S]*\\}$';
const NUMBER = '^-?\\d+(?:\\.\\d+)?(?:[eE][+-]?\\d+)?$';

const SCALARS: Readonly<Record<'string' | 'number' | 'bool', JsonSchema>> = {
  string: { type: ['string', 'number', 'boolean'] },
  number: { type: ['number', 'string'], pattern: `${NUMBER}|${TEMPLATE}` },
  bool: { type: ['boolean', 'string'], pattern: `^(?:true|false)$|${TEMPLATE}` },
};

const LITERAL_BOOL: JsonSchema = { type: ['boolean', 'string'], pattern: '^(?:true|false)$' };

/** Writes the shapes of Terraform types as JSON Schemas. Equal parts are written once and named by `$ref`, across types too. */
export class JsonSchemaWriter {
  /** Every schema by the name that others refer to it by; those of types stand under their key. */
  readonly schemas = new Map<string, JsonSchema>();
  private readonly ids = new Map<string, string>();

  /** @param definition members of a shape that names itself */
  constructor(private readonly definition: (name: string) => Members) {}

  /** Writes a type, and what it needs, unless it stands already. */
  addType(key: TypeKey, schema: TypeSchema): void {
    if (this.schemas.has(key)) return;
    this.schemas.set(key, { type: 'object', ...this.body(schema.members, true) });
  }

  private put(schema: JsonSchema): JsonSchema {
    const text = JSON.stringify(schema);
    let id = this.ids.get(text);
    if (id === undefined) {
      id = `part.${this.ids.size}`;
      this.ids.set(text, id);
      this.schemas.set(id, schema);
    }
    return { $ref: id };
  }

  /** The keys of an object, whatever its type; blocks may hold comments. */
  private body(members: Members, block: boolean): JsonSchema {
    const properties: Record<string, JsonSchema> = block ? { '//': {} } : {};
    const required: string[] = [];
    for (const [name, member] of Object.entries(members)) {
      if (member.use === 'computed') continue;
      if (member.use === 'required' || (member.complete === true && !block)) required.push(name);
      properties[name] = this.member(member);
    }
    return { additionalProperties: false, ...(required.length === 0 ? {} : { required }), properties };
  }

  private member(member: Member): JsonSchema {
    const nullable = member.use !== 'required';
    if (member.block === true) return this.block(member);
    const schema =
      member.literal === true
        ? LITERAL_BOOL
        : member.values === undefined
          ? this.value(member.type)
          : withValues(member);
    return this.put(nullable ? orNull(schema) : schema);
  }

  private block(member: Member): JsonSchema {
    const content = contentOf(member.type);
    const min = member.min ?? (member.use === 'required' ? 1 : undefined);
    return this.put({
      type: member.use === 'required' ? ['array', 'object'] : ['array', 'object', 'null'],
      ...this.object(content, true),
      items: { type: 'object', ...this.object(content, true) },
      ...(min === undefined ? {} : { minItems: min }),
      ...(member.max === undefined ? {} : { maxItems: member.max }),
    });
  }

  /** Reference to the keys of an object. */
  private object(type: ValueType, block: boolean): JsonSchema {
    if (typeof type === 'object' && 'object' in type) return this.put(this.body(type.object, block));
    if (typeof type === 'object' && 'definition' in type) return this.defined(type.definition);
    throw new Error('a block holds something that is no object');
  }

  private defined(name: string): JsonSchema {
    const id = `definition.${name}`;
    if (!this.schemas.has(id)) {
      // Claimed before its members are written: they may lead back to it.
      this.schemas.set(id, {});
      this.schemas.set(id, this.body(this.definition(name), true));
    }
    return { $ref: id };
  }

  private value(type: ValueType): JsonSchema {
    if (type === 'any') return {};
    if (typeof type === 'string') return SCALARS[type];
    if ('list' in type) return { type: ['array', 'string'], pattern: WHOLE, items: this.put(this.value(type.list)) };
    if ('set' in type) return { type: ['array', 'string'], pattern: WHOLE, items: this.put(this.value(type.set)) };
    if ('map' in type) {
      return {
        type: ['object', 'string'],
        pattern: WHOLE,
        additionalProperties: this.put(orNull(this.value(type.map))),
      };
    }
    return { type: ['object', 'string'], pattern: WHOLE, ...this.object(type, false) };
  }
}

function contentOf(type: ValueType): ValueType {
  if (typeof type === 'string') return type;
  if ('list' in type) return type.list;
  if ('set' in type) return type.set;
  return type;
}

function orNull(schema: JsonSchema): JsonSchema {
  const type = schema['type'];
  return Array.isArray(type) ? { ...schema, type: [...(type as string[]), 'null'] } : schema;
}

function withValues({ type, values = [] }: Member): JsonSchema {
  const pattern = `^(?:${values.map((value) => escape(String(value))).join('|')})$|${TEMPLATE}`;
  if (type === 'number') return { ...SCALARS.number, pattern, if: { type: 'number' }, then: { enum: values } };
  const scalar = { type: 'string', pattern };
  if (type === 'string') return { ...scalar, type: ['string'] };
  return { type: ['array', 'string'], items: scalar };
}

function escape(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
