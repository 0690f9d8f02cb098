import type { Position } from '../../schemas/primitives/position';
import { displayCells, type Cell } from './display';

/** One line of a file with its number, cut to the width, and where the caret line goes below it. */
export interface Excerpt {
  readonly lines: readonly { readonly number: number; readonly text: string }[];
  /** Columns before the carets, and how many carets; counted in cells of the terminal. */
  readonly caret: { readonly indent: number; readonly width: number };
}

/** Code units of a line that are looked at on each side of a column: lines of a megabyte stay cheap. */
const window = 400;

/** The line that a position is in, after the line before it, for context. */
export function excerptOf(text: string, at: Position, width: number): Excerpt | undefined {
  const lines = linesAround(text, at.line);
  if (!lines) return undefined;
  const { line, previous } = lines;
  const cut = cutLine(line, { start: at.column - 1, length: spanLength(line, at.column - 1) }, width);
  const context =
    previous !== undefined && previous.trim() !== ''
      ? [{ number: at.line - 1, text: cutLine(previous, { start: 0, length: 0 }, width).text }]
      : [];
  return { lines: [...context, { number: at.line, text: cut.text }], caret: { indent: cut.indent, width: cut.width } };
}

function linesAround(text: string, number: number): { readonly line: string; readonly previous?: string } | undefined {
  const clean = text.startsWith('\ufeff') ? text.slice(1) : text;
  let start = 0;
  let previous: string | undefined;
  for (let current = 1; current < number; current += 1) {
    const end = clean.indexOf('\n', start);
    if (end === -1) return undefined;
    previous = clean.slice(start, end);
    start = end + 1;
  }
  const end = clean.indexOf('\n', start);
  const line = withoutReturn(clean.slice(start, end === -1 ? undefined : end));
  return previous === undefined ? { line } : { line, previous: withoutReturn(previous) };
}

function withoutReturn(line: string): string {
  return line.endsWith('\r') ? line.slice(0, -1) : line;
}

/** Code units of the key, value or sign that starts at an offset of a line of YAML or JSON. */
export function spanLength(line: string, start: number): number {
  const rest = line.slice(start, start + window);
  const first = rest.charAt(0);
  if (first === '"') return (/^"(?:[^"\\]|\\.)*"/.exec(rest)?.[0] ?? rest).trimEnd().length;
  if (first === "'") return (/^'(?:[^']|'')*'/.exec(rest)?.[0] ?? rest).trimEnd().length;
  if (/^[[{]/.test(first)) return bracketLength(rest);
  if (/^[&*!]/.test(first)) return (/^[^\s,\]}]+/.exec(rest)?.[0] ?? rest).length;
  if (/^\s/.test(first)) return (/^\s+/.exec(rest)?.[0] ?? rest).length;
  const inFlow = isInFlow(line.slice(Math.max(0, start - window), start));
  const end = inFlow ? /:(?:\s|$)|\s#|[,\]}]/ : /:(?:\s|$)|\s#/;
  const found = end.exec(rest);
  return Math.max(1, (found ? rest.slice(0, found.index) : rest).trimEnd().length);
}

/** Up to the bracket that closes on the same line, or the opening one alone. */
function bracketLength(rest: string): number {
  let depth = 0;
  for (let at = 0; at < rest.length; at += 1) {
    const character = rest.charAt(at);
    if (character === '[' || character === '{') depth += 1;
    if (character === ']' || character === '}') depth -= 1;
    if (depth === 0) return at + 1;
  }
  return 1;
}

function isInFlow(before: string): boolean {
  let depth = 0;
  for (const character of before) {
    if (character === '[' || character === '{') depth += 1;
    if (character === ']' || character === '}') depth -= 1;
  }
  return depth > 0;
}

interface Cut {
  readonly text: string;
  readonly indent: number;
  readonly width: number;
}

/** A line in terminal cells, cut around a span where it is wider than the terminal. */
function cutLine(line: string, span: { readonly start: number; readonly length: number }, width: number): Cut {
  const from = characterStart(line, Math.max(0, span.start - window));
  const cells = displayCells(line.slice(from, characterStart(line, span.start + 2 * window)));
  const start = span.start - from;
  const indent = widthOf(cells.filter((cell) => cell.offset < start));
  const wanted = widthOf(cells.filter((cell) => cell.offset >= start && cell.offset < start + span.length));
  if (from === 0 && indent <= width && widthOf(cells) <= width && line.length <= span.start + 2 * window)
    return { text: cells.map((cell) => cell.text).join(''), indent, width: Math.max(1, wanted) };
  return cutCells(
    { cells, indent, wanted, cutBefore: from > 0, cutAfter: line.length > span.start + 2 * window },
    width,
  );
}

interface WideLine {
  readonly cells: readonly Cell[];
  readonly indent: number;
  readonly wanted: number;
  readonly cutBefore: boolean;
  readonly cutAfter: boolean;
}

/** Keeps a third of the width before the span; `…` stands where something is left out. */
function cutCells({ cells, indent, wanted, cutBefore, cutAfter }: WideLine, width: number): Cut {
  const skip =
    indent + Math.min(wanted, width) + 1 > width || cutBefore ? Math.max(0, indent - Math.floor(width / 3)) : 0;
  const before = skip > 0 || cutBefore;
  const room = width - (before ? 1 : 0) - 1;
  let column = 0;
  let kept = '';
  let keptWidth = 0;
  let skipped = 0;
  let full = false;
  for (const cell of cells) {
    if (column < skip) skipped += cell.width;
    else if (keptWidth + cell.width > room) full = true;
    else if (!full) {
      kept += cell.text;
      keptWidth += cell.width;
    }
    column += cell.width;
  }
  const caretIndent = indent - skipped + (before ? 1 : 0);
  const text = `${before ? '…' : ''}${kept}${full || cutAfter ? '…' : ''}`;
  return {
    text,
    indent: caretIndent,
    width: Math.max(1, Math.min(wanted, keptWidth + (before ? 1 : 0) - caretIndent)),
  };
}

function widthOf(cells: readonly Cell[]): number {
  return cells.reduce((sum, cell) => sum + cell.width, 0);
}

/** An offset that does not split a surrogate pair. */
function characterStart(line: string, offset: number): number {
  const code = line.charCodeAt(offset);
  return code >= 0xdc00 && code <= 0xdfff ? offset - 1 : offset;
}
