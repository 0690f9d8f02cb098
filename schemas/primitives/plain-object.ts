/** A map of plain data: one with a prototype of its own (a Date, a construct, a token) is none. */
export function isPlainObject<Value>(value: Value): value is Extract<Value, { [key: string]: unknown }> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  // The last: an object of another realm, such as a test runner's.
  return prototype === null || prototype === Object.prototype || Object.getPrototypeOf(prototype) === null;
}
