import type { Json } from '../../../schemas/primitives/artifact';
import type { SourceNode } from '../../load/source-node';
import type { SourcedDocument } from '../../load/yaml-document';
import { isFlow, isMapNode, lastOffset, lineEnd, lineEnding, lineStart, nodeAt } from './layout';
import { flowText } from './scalar';

/**
 * The text of a file with one item more at the end of a list, in the style of that list; every other byte stays.
 * @returns nothing where the path leads to no list
 */
export function appendText(
  { text, root }: Pick<SourcedDocument, 'text' | 'root'>,
  keys: readonly string[],
  value: Json,
): string | undefined {
  const list = nodeAt(root, keys);
  if (!list?.children || isMapNode(text, list)) return undefined;
  return isFlow(text, list) ? appendToFlow(text, list, flowText(value)) : appendToBlock(text, list, flowText(value));
}

function appendToBlock(text: string, list: SourceNode, item: string): string {
  const indent = ' '.repeat(list.start - lineStart(text, list.start));
  const at = lineEnd(text, lastOffset(text, list));
  const before = text.slice(0, at);
  const eol = lineEnding(text);
  return `${before}${before.endsWith('\n') ? '' : eol}${indent}- ${item}${eol}${text.slice(at)}`;
}

function appendToFlow(text: string, list: SourceNode, item: string): string {
  const last = [...(list.children?.values() ?? [])].at(-1);
  if (!last) return `${text.slice(0, list.start)}[${item}]${text.slice(list.end)}`;
  return appendAsLine(text, last, item) ?? `${text.slice(0, last.end)}, ${item}${text.slice(last.end)}`;
}

/** Where the last item has a line of its own, the new one gets one too, below what is said of the last. */
function appendAsLine(text: string, last: SourceNode, item: string): string | undefined {
  const indent = /^[ \t]*$/.exec(text.slice(lineStart(text, last.start), last.start))?.[0];
  const rest = /^([ \t]*,)?[ \t]*(?:#.*)?\r?\n/.exec(text.slice(last.end));
  if (indent === undefined || !rest) return undefined;
  const [line, comma] = rest;
  const end = comma === undefined ? '' : ',';
  return [
    text.slice(0, last.end),
    comma === undefined ? ',' : '',
    line,
    `${indent}${item}${end}${lineEnding(text)}`,
    text.slice(last.end + line.length),
  ].join('');
}
