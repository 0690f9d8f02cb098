import type { FieldFacts } from './fields';
import { code, markdownTable } from './markdown';

/** Fields as pages list them; nothing where there is none. */
export function fieldTable(fields: readonly FieldFacts[]): string[] {
  return fields.length === 0
    ? []
    : markdownTable(
        ['field', 'takes', 'default', 'meaning'],
        fields.map((field) => [code(field.path), field.takes, absence(field), field.description]),
      );
}

/** What leaving a field out means. */
function absence(field: FieldFacts): string {
  if (field.default !== undefined) return code(JSON.stringify(field.default));
  if (field.required) return 'required';
  return field.sole === true ? 'the only one in reach' : '';
}
