import { formatCidr, readCidr } from '../../schemas/primitives/cidr';
import { formats } from './formats';
import type { Schema } from './schema-lookup';

/** What was most likely meant by a text of a wrong form, by how such texts are mostly wrong. */
const repairs: readonly ((text: string) => string)[] = [
  (text) => text.trim(),
  // Not between two numbers or two words: what they would be together, nobody wrote.
  (text) => text.replace(/\s+(?!\s|(?<=[0-9]\s+)[0-9]|(?<=[a-z]\s+)[a-z])/gi, ''),
  // Kubernetes counts in Mi and Gi where people say MB and GB.
  (text) =>
    text.replace(/^([0-9.]+)\s*([kmgtp])i?b?$/i, (_, number, unit) => `${number}${String(unit).toUpperCase()}i`),
  // The network that an address is in.
  (text) => {
    const reading = readCidr(text);
    return reading.kind === 'invalid' ? text : formatCidr(reading.cidr);
  },
  (text) => text.toLowerCase(),
];

/** Where names are of lower-case letters, blanks and underscores are mostly meant for hyphens. */
function hyphenated(text: string, schema: Schema): string[] {
  const name = text.toLowerCase().replace(/[_\s]+/g, '-');
  return fits(name.toUpperCase(), schema) ? [] : [name];
}

/** The text that was most likely meant; nothing where no small change makes one of the form. */
export function repaired(found: unknown, schema: Schema): string | undefined {
  if (typeof found !== 'string') return undefined;
  const texts = [...repairs.map((repair) => repair(found)), ...hyphenated(found, schema)];
  return texts.find((text) => text !== found && fits(text, schema));
}

function fits(text: string, { pattern, format, minLength, maxLength }: Schema): boolean {
  const length = Array.from(text).length;
  if (typeof minLength === 'number' && length < minLength) return false;
  if (typeof maxLength === 'number' && length > maxLength) return false;
  if (typeof pattern === 'string' && !new RegExp(pattern, 'u').test(text)) return false;
  return typeof format !== 'string' || formats[format]?.(text) !== false;
}
