/** JSON pointers. @see RFC 6901 */

/** The keys that a pointer names, outermost first; the root has none. */
export function pointerKeys(pointer: string): string[] {
  if (pointer === '') return [];
  return pointer
    .slice(1)
    .split('/')
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'));
}

/** The pointer of a key below another pointer. */
export function childPointer(pointer: string, key: string): string {
  return `${pointer}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`;
}

/** The pointer that names a value by its keys, outermost first. */
export function pointerOf(keys: readonly string[]): string {
  return keys.reduce(childPointer, '');
}

/** The value that a pointer names; `undefined` where there is none. Reads own properties alone. */
export function valueAt(value: unknown, pointer: string): unknown {
  let found = value;
  for (const key of pointerKeys(pointer)) {
    if (typeof found !== 'object' || found === null || !Object.hasOwn(found, key)) return undefined;
    found = (found as Readonly<Record<string, unknown>>)[key];
  }
  return found;
}
