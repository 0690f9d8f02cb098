import type { Json } from './artifact';
import { isPlainObject } from './plain-object';

/** Lays one value over another: objects key by key, all else replaced. As RFC 7386, but `null` is a value and deletes nothing. */
export function mergeJson(target: Json | undefined, patch: Json): Json {
  if (!isPlainObject(target) || !isPlainObject(patch)) return patch;
  const result = { ...target };
  for (const [key, value] of Object.entries(patch)) result[key] = mergeJson(result[key], value);
  return result;
}

/** A value without those keys of it that were left out. */
export function withoutAbsent(fields: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}
