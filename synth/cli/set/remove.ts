import type { SourceNode } from '../../load/source-node';
import type { SourcedDocument } from '../../load/yaml-document';
import { isFlow, isMapNode, lastOffset, lineEnd, lineStart, nodeAt } from './layout';

/**
 * The text of a file without one key of a map or one item of a list; every other byte stays, comments above it too. What
 * holds nothing any more becomes `{}` or `[]`: without a value it would mean something else.
 * @returns nothing where the file does not hold it
 */
export function removeText(
  { text, root }: Pick<SourcedDocument, 'text' | 'root'>,
  keys: readonly string[],
): string | undefined {
  const holder = nodeAt(root, keys.slice(0, -1));
  const key = keys.at(-1);
  const entries = [...(holder?.children ?? [])];
  const index = entries.findIndex(([name]) => name === key);
  if (!holder || index === -1) return undefined;
  if (entries.length === 1) return emptied(text, holder);
  const place = { text, holder, entries: entries.map(([, node]) => node), index };
  const { from, to } = isFlow(text, holder) ? inFlow(place) : inBlock(place);
  return text.slice(0, from) + text.slice(to);
}

interface Place {
  readonly text: string;
  readonly holder: SourceNode;
  readonly entries: readonly SourceNode[];
  readonly index: number;
}

interface Range {
  readonly from: number;
  readonly to: number;
}

function emptied(text: string, holder: SourceNode): string {
  const empty = isMapNode(text, holder) ? '{}' : '[]';
  if (isFlow(text, holder)) return text.slice(0, holder.start) + empty + text.slice(holder.end);
  const before = text.slice(0, holder.start);
  const line = /:[ \t]*\r?\n[ \t]*$/.exec(before);
  const start = line ? `${before.slice(0, line.index)}: ` : before;
  const end = lineEnd(text, lastOffset(text, holder));
  const ending = /\r?\n$/.exec(text.slice(0, end))?.[0] ?? '';
  return start + empty + ending + text.slice(end);
}

function inFlow({ text, entries, index }: Place): Range {
  const entry = entries[index] as SourceNode;
  const start = entry.keyStart ?? entry.start;
  const from = lineStart(text, start);
  const rest = /^[ \t]*,?[ \t]*(?:#.*)?\r?\n/.exec(text.slice(entry.end));
  if (rest && text.slice(from, start).trim() === '') return { from, to: entry.end + rest[0].length };
  const next = entries[index + 1];
  if (next) return { from: start, to: next.keyStart ?? next.start };
  return { from: entries[index - 1]?.end ?? start, to: entry.end };
}

function inBlock({ text, holder, entries, index }: Place): Range {
  const starts = startsOf(text, holder, entries);
  const start = starts[index] as number;
  const to = lineEnd(text, lastOffset(text, entries[index] as SourceNode));
  const from = lineStart(text, start);
  if (text.slice(from, start).trim() === '') return { from, to };
  // It shares its line with the dash of the item that it is in: the next one comes up to that, unless comments stand between.
  const next = starts[index + 1] as number;
  return text.slice(to, next).trim() === '' ? { from: start, to: next } : { from: start - 1, to: to - 1 };
}

/** Where each key, or the dash of each item, stands. */
function startsOf(text: string, holder: SourceNode, entries: readonly SourceNode[]): number[] {
  const column = holder.start - lineStart(text, holder.start);
  return entries.map((entry, index) => {
    const previous = entries[index - 1];
    if (entry.keyStart !== undefined || !previous) return entry.keyStart ?? holder.start;
    const end = lineEnd(text, lastOffset(text, previous));
    const dash = new RegExp(`^ {${column}}-`, 'm').exec(text.slice(end));
    return end + (dash?.index ?? 0) + column;
  });
}
