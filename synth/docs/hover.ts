import type { Json } from '../../schemas/primitives/artifact';
import { asSchema, type Schema } from '../load/schema-lookup';
import { or } from '../load/schema-words';
import { descriptionOf, takes } from './fields';

/** What an editor shows of a field: what it is, what it takes, and what leaving it out means. */
export function hoverText(schema: Schema, key: string): string | undefined {
  const description = descriptionOf(schema);
  const notes = [takesNote(schema, key), absenceNote(schema)].filter(Boolean).join(' ');
  return [description, notes].filter(Boolean).join('\n\n') || undefined;
}

/** Maps and references say it by themselves. */
function takesNote(schema: Schema, key: string): string {
  const words = takes(schema, key);
  return /^(map|list|anything|text|true or false)\b/.test(words) || words === '' ? '' : `Takes: ${words}.`;
}

function absenceNote(schema: Schema): string {
  const value = schema['default'];
  if (value !== undefined && !isEmpty(value)) return `Default: \`${JSON.stringify(value)}\`.`;
  const reference = asSchema(schema['x-reference']);
  const kinds = reference?.['kinds'];
  return reference?.['sole'] === true && Array.isArray(kinds)
    ? `Default: the only ${or(kinds.map(String))} in reach.`
    : '';
}

function isEmpty(value: Json): boolean {
  return typeof value === 'object' && value !== null && Object.keys(value).length === 0;
}
