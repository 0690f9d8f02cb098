import type { Json } from '../../schemas/primitives/artifact';
import type { Member, Members, ValueType } from '../../schemas/upstream/terraform/type-schema';

/** Members of a shape that names itself. */
export type Definitions = (name: string) => Members;

/** The members of an object type, through its name where it has one. */
export function membersOf(type: ValueType, definitions: Definitions): Members | undefined {
  if (typeof type === 'string') return undefined;
  if ('object' in type) return type.object;
  return 'definition' in type ? definitions(type.definition) : undefined;
}

/** What the elements of a list, set or map are; nothing for other types. */
export function itemOf(type: ValueType): ValueType | undefined {
  if (typeof type === 'string') return undefined;
  if ('list' in type) return type.list;
  if ('set' in type) return type.set;
  return 'map' in type ? type.map : undefined;
}

/** A type in words: `a list of strings`. */
export function describeType(type: ValueType): string {
  if (type === 'string') return 'a string';
  if (type === 'number') return 'a number';
  if (type === 'bool') return 'true or false';
  if (type === 'any') return 'any value';
  if ('list' in type) return `a list of ${plural(type.list)}`;
  if ('set' in type) return `a set of ${plural(type.set)}`;
  if ('map' in type) return `a map of ${plural(type.map)}`;
  return 'an object';
}

function plural(type: ValueType): string {
  if (type === 'string') return 'strings';
  if (type === 'number') return 'numbers';
  if (type === 'bool') return 'booleans';
  if (type === 'any') return 'values';
  if ('list' in type || 'set' in type) return 'lists';
  return 'map' in type ? 'maps' : 'objects';
}

export function describeMember(member: Member): string {
  if (member.values !== undefined) return `one of ${member.values.join(', ')}`;
  if (member.block !== true) return describeType(member.type);
  return member.max === 1 ? 'a block (an object)' : 'a block (an object, or a list of objects)';
}

/** A value in a message: shortened, and of a list or an object only what it is. */
export function describeValue(value: Json): string {
  if (Array.isArray(value)) return value.length === 0 ? 'an empty list' : 'a list';
  if (value !== null && typeof value === 'object') return 'an object';
  const text = JSON.stringify(value);
  return text.length > 60 ? `${text.slice(0, 57)}…"` : text;
}

/** Whether a value may stand where another type is expected, as far as the two are known. */
export function fits(expected: ValueType, actual: ValueType): boolean {
  const wanted = formOf(expected);
  const given = formOf(actual);
  return wanted === 'any' || given === 'any' || wanted === given;
}

function formOf(type: ValueType): 'any' | 'single' | 'list' | 'map' {
  if (type === 'any') return 'any';
  if (typeof type === 'string') return 'single';
  if ('list' in type || 'set' in type) return 'list';
  return 'map';
}
