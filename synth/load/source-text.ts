import type { Finding } from '../../schemas/primitives/finding';
import type { Position } from '../../schemas/primitives/position';

/** A description file as it was read from disk. */
export interface SourceFile {
  /** Path below the repository root, `/`-separated. */
  readonly file: string;
  readonly bytes: Uint8Array;
}

/** Largest description, in bytes: some hundred times what a large environment needs. */
export const maxBytes = 1024 * 1024;

/** Decoded text of a file, without its byte-order mark, and the way from offsets to positions. */
export class SourceText {
  private lineStarts: number[] | undefined;

  constructor(
    readonly file: string,
    readonly text: string,
  ) {}

  positionAt(offset: number): Position {
    const starts = (this.lineStarts ??= lineStartsOf(this.text));
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return { file: this.file, line: low + 1, column: offset - (starts[low] ?? 0) + 1 };
  }
}

function lineStartsOf(text: string): number[] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}

/** Bytes to text: size, encoding and characters that don't belong into a text file. Without `source`, nothing more can be read. */
export function decodeText(input: SourceFile): { readonly source?: SourceText; readonly findings: Finding[] } {
  const start = { file: input.file, line: 1, column: 1 };
  if (input.bytes.length > maxBytes) {
    const message = `the file has ${mebibytes(input.bytes.length)} MiB, more than the ${mebibytes(maxBytes)} MiB that are read`;
    return {
      findings: [
        {
          code: 'file-too-large',
          severity: 'error',
          at: start,
          subject: input.file,
          message,
          expected: `at most ${maxBytes} bytes`,
          fix: 'split the description into environments, or take out what is not a description',
        },
      ],
    };
  }
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(input.bytes);
  } catch {
    return { findings: [notUtf8(input)] };
  }
  const source = new SourceText(input.file, text);
  const control = controlCharacters(source);
  return control.length > 0 ? { findings: control } : { source, findings: hiddenCharacters(source) };
}

function mebibytes(bytes: number): string {
  return (bytes / 1024 / 1024).toFixed(1).replace('.0', '');
}

function notUtf8(input: SourceFile): Finding {
  const offset = firstInvalidByte(input.bytes);
  const before = new SourceText(input.file, new TextDecoder().decode(input.bytes.subarray(0, offset)));
  const [first, second] = input.bytes;
  const utf16 = (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
  const byte = (input.bytes[offset] ?? 0).toString(16).toUpperCase().padStart(2, '0');
  return {
    code: 'not-utf-8',
    severity: 'error',
    at: before.positionAt(before.text.length),
    subject: input.file,
    message: utf16 ? 'the file is UTF-16, not UTF-8' : `byte 0x${byte} (offset ${offset}) is not UTF-8`,
    expected: 'text in UTF-8, with or without a byte-order mark',
    fix: 'save the file as UTF-8',
  };
}

/** Offset of the first byte that no UTF-8 sequence holds. @see RFC 3629, section 4 */
function firstInvalidByte(bytes: Uint8Array): number {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let at = 0;
  while (at < bytes.length) {
    const length = sequenceLength(bytes[at] ?? 0);
    if (length === 0) return at;
    if (length > 1) {
      try {
        decoder.decode(bytes.subarray(at, at + length));
      } catch {
        return at;
      }
    }
    at += length;
  }
  return at;
}

function sequenceLength(lead: number): number {
  if (lead < 0x80) return 1;
  if (lead >= 0xc2 && lead <= 0xdf) return 2;
  if (lead >= 0xe0 && lead <= 0xef) return 3;
  return lead >= 0xf0 && lead <= 0xf4 ? 4 : 0;
}

/** First and last code point of each range. */
type Ranges = readonly (readonly [number, number])[];

/** C0 and C1 controls but tab and line ends, and the two non-characters that YAML excludes. */
const controlRanges: Ranges = [
  [0x00, 0x08],
  [0x0b, 0x0c],
  [0x0e, 0x1f],
  [0x7f, 0x9f],
  [0xfffe, 0xffff],
];

/** Characters that change how a line reads without being seen: direction marks and overrides, line separators, stray byte-order marks. */
const hiddenRanges: Ranges = [
  [0x061c, 0x061c],
  [0x200e, 0x200f],
  [0x2028, 0x202e],
  [0x2066, 0x2069],
  [0xfeff, 0xfeff],
];

/** A carriage return on its own is no line end. */
const controlPattern = new RegExp(`${characterClass(controlRanges)}|\\r(?!\\n)`, 'g');
const hiddenPattern = new RegExp(characterClass(hiddenRanges), 'g');

function characterClass(ranges: Ranges): string {
  const escaped = (code: number) => `\\u${code.toString(16).padStart(4, '0')}`;
  return `[${ranges.map(([first, last]) => `${escaped(first)}-${escaped(last)}`).join('')}]`;
}

/** The first control character in a value (which may come from an escape), as `U+0000`. */
export function controlCharacter(text: string): string | undefined {
  controlPattern.lastIndex = 0;
  const match = controlPattern.exec(text);
  return match ? codePoint(match[0]) : undefined;
}

function codePoint(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}

function controlCharacters(source: SourceText): Finding[] {
  return onePerLine(source, controlPattern).map(({ offset, character }) => ({
    code: 'control-character',
    severity: 'error',
    at: source.positionAt(offset),
    subject: source.file,
    message:
      character === '\r'
        ? 'a carriage return (U+000D) without a line feed'
        : `control character ${codePoint(character)}`,
    expected: 'printable text, with LF or CRLF at line ends',
    fix: character === '\r' ? 'save the file with LF line ends' : 'delete the character',
  }));
}

function hiddenCharacters(source: SourceText): Finding[] {
  return onePerLine(source, hiddenPattern).map(({ offset, character }) => ({
    code: 'hidden-character',
    severity: 'error',
    at: source.positionAt(offset),
    subject: source.file,
    message: `invisible character ${codePoint(character)}: the line does not say what it seems to say`,
    expected: 'characters that a reviewer can see',
    fix: 'delete the character',
  }));
}

function onePerLine(source: SourceText, pattern: RegExp): { readonly offset: number; readonly character: string }[] {
  const found: { readonly offset: number; readonly character: string }[] = [];
  pattern.lastIndex = 0;
  for (let match = pattern.exec(source.text); match; match = pattern.exec(source.text)) {
    found.push({ offset: match.index, character: match[0] });
    const lineEnd = source.text.indexOf('\n', match.index);
    if (lineEnd === -1) break;
    pattern.lastIndex = lineEnd;
  }
  return found;
}
