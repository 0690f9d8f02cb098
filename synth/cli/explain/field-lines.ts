import type { FieldFacts } from '../../docs/fields';
import { table } from '../table';

/** Fields with what leaving one out means, what it takes and what it is for. */
export function fieldLines(fields: readonly FieldFacts[], width: number): string[] {
  return table(
    fields.map((field) => [field.path, presence(field), `${field.takes}. ${field.description}`]),
    width,
  );
}

/** What leaving a field out means. */
export function presence(field: FieldFacts): string {
  if (field.default !== undefined) return shortJson(field.default);
  if (field.required) return 'required';
  return field.sole === true ? 'the only one' : '-';
}

const longestDefault = 24;

function shortJson(value: unknown): string {
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return text.length > longestDefault ? `${text.slice(0, longestDefault - 1)}…` : text;
}
