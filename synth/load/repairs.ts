import { formatCidr, readCidr } from '../../schemas/primitives/cidr';
import { formats } from './formats';
import type { Schema } from './schema-lookup';

/** What was most likely meant by a text of a wrong form, by how such texts are mostly wrong. */
const repairs: readonly ((text: string) => string)[] = [
  (text) => text.trim(),
  (text) => text.replace(/\s+/g, ''),
  // Kubernetes counts in Mi and Gi where people say MB and GB.
  (text) =>
    text.replace(/^([0-9.]+)\s*([kmgtp])i?b?$/i, (_, number, unit) => `${number}${String(unit).toUpperCase()}i`),
  // The network that an address is in.
  (text) => {
    const reading = readCidr(text);
    return reading.kind === 'invalid' ? text : formatCidr(reading.cidr);
  },
  (text) => text.toLowerCase(),
  (text) => text.toLowerCase().replace(/[_\s]+/g, '-'),
];

/** The text that was most likely meant; nothing where no small change makes one of the form. */
export function repaired(found: unknown, schema: Schema): string | undefined {
  if (typeof found !== 'string') return undefined;
  return repairs.map((repair) => repair(found)).find((text) => text !== found && fits(text, schema));
}

function fits(text: string, { pattern, format, minLength, maxLength }: Schema): boolean {
  const length = Array.from(text).length;
  if (typeof minLength === 'number' && length < minLength) return false;
  if (typeof maxLength === 'number' && length > maxLength) return false;
  if (typeof pattern === 'string' && !new RegExp(pattern, 'u').test(text)) return false;
  return typeof format !== 'string' || formats[format]?.(text) !== false;
}
