import { isMap, isScalar, isSeq, parseDocument, stringify, type Node } from 'yaml';
import type { Json } from '../../../schemas/primitives/artifact';

/**
 * What an argument may mean: first what YAML takes it for, then, where that is no text, the text as it stands. What
 * stands in quotes as a whole is the text between them and nothing else.
 */
export function meaningsOf(argument: string): Json[] {
  const parsed = parsedArgument(argument);
  if (parsed === undefined) return [argument];
  return typeof parsed === 'string' ? [parsed] : [parsed, argument];
}

/** Only what would be written again as it stands counts as a number: `1.10` and `007` are rather versions and codes. */
function parsedArgument(argument: string): Json | undefined {
  if (/^(true|false|null)$/.test(argument)) return JSON.parse(argument) as Json;
  if (/^-?[0-9]/.test(argument)) {
    const number = Number(argument);
    return Number.isFinite(number) && String(number) === argument ? number : undefined;
  }
  if (!/^\s*[[{"']/.test(argument)) return undefined;
  const document = parseDocument(argument);
  return document.errors.length > 0 || !isPlain(document.contents) ? undefined : (document.toJS() as Json);
}

/** Neither aliases nor tags: a description holds none. */
function isPlain(node: Node | null): boolean {
  if (node === null) return true;
  if (isMap<Node, Node | null>(node))
    return node.tag === undefined && node.items.every(({ key, value }) => isPlain(key) && isPlain(value));
  if (isSeq<Node>(node)) return node.items.every(isPlain);
  return isScalar(node) && !/^!/.test(node.tag ?? '');
}

/** A value on one line, as it may stand in a block or within brackets. */
export function flowText(value: Json): string {
  if (Array.isArray(value)) return `[${value.map(flowText).join(', ')}]`;
  if (typeof value === 'object' && value !== null) {
    const pairs = Object.entries(value).map(([key, child]) => `${scalarText(key)}: ${flowText(child)}`);
    return pairs.length === 0 ? '{}' : `{ ${pairs.join(', ')} }`;
  }
  return typeof value === 'string' ? scalarText(value) : JSON.stringify(value);
}

/**
 * A text without quotes where it means itself.
 * @param like the scalar that it replaces, whose quotes it keeps
 */
export function scalarText(text: string, like = ''): string {
  if (like.startsWith('"') || /[\n,[\]{}]/.test(text)) return JSON.stringify(text);
  if (like.startsWith("'")) return `'${text.replaceAll("'", "''")}'`;
  return stringify(text, { lineWidth: 0 }).trimEnd();
}
