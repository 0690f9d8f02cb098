/** What a terminal shows for one character as a user sees it. */
export interface Cell {
  /** Offset in the text, in UTF-16 code units. */
  readonly offset: number;
  readonly text: string;
  /** Columns that it takes. */
  readonly width: number;
}

/** Columns of a tab. */
const tabWidth = 4;

/** Blocks whose characters take two columns. @see Unicode Standard Annex #11, East Asian Width */
const wide: readonly (readonly [number, number])[] = [
  [0x1100, 0x115f],
  [0x2e80, 0x303e],
  [0x3041, 0x33ff],
  [0x3400, 0x4dbf],
  [0x4e00, 0x9fff],
  [0xa000, 0xa4cf],
  [0xac00, 0xd7a3],
  [0xf900, 0xfaff],
  [0xfe30, 0xfe6f],
  [0xff00, 0xff60],
  [0xffe0, 0xffe6],
  [0x1f300, 0x1faff],
  [0x20000, 0x3fffd],
];

let segmenter: Intl.Segmenter | undefined;

/** Text as cells: a tab is some spaces, what can't be seen is shown by a sign, so that no file can move the cursor or colour the report. */
export function displayCells(text: string): Cell[] {
  if (/^[\x20-\x7e]*$/.test(text))
    return Array.from(text, (character, offset) => ({ offset, text: character, width: 1 }));
  segmenter ??= new Intl.Segmenter('en', { granularity: 'grapheme' });
  return Array.from(segmenter.segment(text), ({ segment, index }) => ({ offset: index, ...shown(segment) }));
}

function shown(segment: string): { readonly text: string; readonly width: number } {
  if (segment === '\t') return { text: ' '.repeat(tabWidth), width: tabWidth };
  const code = segment.codePointAt(0) ?? 0;
  const sign = signOf(code);
  if (sign !== undefined) return { text: sign, width: 1 };
  return {
    text: visible(segment),
    width:
      /\p{Emoji_Presentation}/u.test(segment) || wide.some(([first, last]) => code >= first && code <= last) ? 2 : 1,
  };
}

/** The sign for a character that has no shape of its own. */
function signOf(code: number): string | undefined {
  if (code < 0x20) return String.fromCodePoint(0x2400 + code);
  if (code === 0x7f) return '\u2421';
  return /^[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]$/u.test(String.fromCodePoint(code)) ? '\ufffd' : undefined;
}

/** A character of several code points (an emoji of a family) may hold joiners, but nothing that turns the direction of text. */
function visible(segment: string): string {
  return segment.replace(/[\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/g, '\ufffd');
}

/** Text that is safe to print: on one line, without control sequences. */
export function safeText(text: string): string {
  return /^[\x20-\x7e]*$/.test(text)
    ? text
    : displayCells(text)
        .map((cell) => cell.text)
        .join('');
}
