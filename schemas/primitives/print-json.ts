import type { Json, JsonObject } from './artifact';
import { isPlainObject } from './plain-object';

/**
 * Canonical JSON: keys in code-unit order, two spaces, LF, a newline at the end. The same value gives the same bytes,
 * however it was put together.
 *
 * @param source file to edit instead; named under `//`, which Terraform reads as a comment and which sorts first.
 * @see https://developer.hashicorp.com/terraform/language/syntax/json#comment-properties
 * @throws TypeError on what JSON can't hold (undefined, NaN, a Date), with its JSON pointer: a fault of the maker.
 */
export function printJson(value: Json, source?: string): string {
  if (source === undefined) return `${printValue(value, '', '')}\n`;
  if (!isPlainObject(value)) throw new TypeError('only an object can carry the mark of its source');
  return `${printValue({ ...value, '//': jsonMark(source) }, '', '')}\n`;
}

/** What stands under `//` of a rendered file. */
export function jsonMark(source: string): JsonObject {
  return { 'generated-by': 'slipway', regenerate: 'slipway synth', source };
}

function printValue(value: Json, indent: string, pointer: string): string {
  if (typeof value === 'string') return JSON.stringify(value);
  if (value === null || typeof value === 'boolean') return String(value);
  if (typeof value === 'number') return printNumber(value, pointer);
  const inner = `${indent}  `;
  if (Array.isArray(value)) {
    if (value.length === 0) return '[]';
    // Not map(): it would leave a hole in the list out.
    const items = Array.from(value, (item, index) => inner + printValue(item, inner, `${pointer}/${index}`));
    return `[\n${items.join(',\n')}\n${indent}]`;
  }
  if (!isPlainObject(value)) throw notJson(value, pointer);
  const keys = Object.keys(value).sort();
  if (keys.length === 0) return '{}';
  const lines = keys.map(
    (key) => `${inner}${JSON.stringify(key)}: ${printValue(value[key] as Json, inner, `${pointer}/${key}`)}`,
  );
  return `{\n${lines.join(',\n')}\n${indent}}`;
}

function printNumber(value: number, pointer: string): string {
  if (!Number.isFinite(value)) throw notJson(value, pointer);
  return JSON.stringify(value);
}

function notJson(value: unknown, pointer: string): TypeError {
  return new TypeError(`not a JSON value at ${pointer === '' ? 'the root' : pointer}: ${String(value)}`);
}
