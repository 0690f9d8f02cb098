import type { Json } from '../../../schemas/primitives/artifact';
import type { SourceNode } from '../../load/source-node';
import type { SourcedDocument } from '../../load/yaml-document';
import { columnOf, isFlow, isMapNode, lastOffset, lineEnd, lineEnding } from './layout';
import { flowText, scalarText } from './scalar';

/**
 * The text of a file with one value changed or added; every other byte stays. A missing key goes behind the last one of
 * its map, in the style of that map.
 * @returns nothing where the path leads into a list or through what is no map
 */
export function editText(
  { text, root }: Pick<SourcedDocument, 'text' | 'root'>,
  keys: readonly string[],
  value: Json,
): string | undefined {
  let node = root;
  for (const [depth, key] of keys.entries()) {
    const child = node.children?.get(key);
    if (!child) return isMapNode(text, node) ? insert(text, node, { keys: keys.slice(depth), value }) : undefined;
    node = child;
  }
  return replace(text, node, value);
}

/** A file of this one value. */
export function newText(keys: readonly string[], value: Json): string {
  return blockLines({ keys, value }, '', '\n');
}

interface Addition {
  readonly keys: readonly string[];
  readonly value: Json;
}

function replace(text: string, node: SourceNode, value: Json): string {
  const old = text.slice(node.start, node.end);
  const ending = /\r?\n$/.exec(old)?.[0] ?? '';
  const written = (typeof value === 'string' ? scalarText(value, old) : flowText(value)) + ending;
  const before = text.slice(0, node.start);
  // What stood in lines of its own goes up to its key, unless a comment stands between.
  const line = /:[ \t]*\r?\n[ \t]*$/.exec(before);
  const start = line ? `${before.slice(0, line.index)}: ` : before;
  return start + written + text.slice(node.end);
}

function insert(text: string, map: SourceNode, addition: Addition): string {
  const last = [...(map.children?.values() ?? [])].at(-1);
  if (isFlow(text, map)) return insertInFlow(text, map, { last, addition });
  const eol = lineEnding(text);
  const lines = blockLines(addition, ' '.repeat(columnOf(text, map)), eol);
  const at = lineEnd(text, last ? lastOffset(text, last) : map.end);
  const before = text.slice(0, at);
  return `${before}${before === '' || before.endsWith('\n') ? '' : eol}${lines}${text.slice(at)}`;
}

function insertInFlow(
  text: string,
  map: SourceNode,
  { last, addition }: { last: SourceNode | undefined; addition: Addition },
): string {
  const [key = '', ...rest] = addition.keys;
  const pair = `${scalarText(key)}: ${flowText(rest.reduceRight<Json>((value, inner) => ({ [inner]: value }), addition.value))}`;
  if (!last) return `${text.slice(0, map.start)}{ ${pair} }${text.slice(map.end)}`;
  return `${text.slice(0, last.end)}, ${pair}${text.slice(last.end)}`;
}

function blockLines({ keys, value }: Addition, indent: string, eol: string): string {
  return keys
    .map((key, depth) => {
      const end = depth === keys.length - 1 ? ` ${flowText(value)}` : '';
      return `${indent}${'  '.repeat(depth)}${scalarText(key)}:${end}${eol}`;
    })
    .join('');
}
