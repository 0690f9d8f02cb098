/**
 * Strings that mean themselves without quotes in YAML 1.1 and 1.2: they start with a letter, `_`, `/`, `$` or an option's
 * dashes, hold no `: ` and no ` #`, and end in neither a colon nor a blank.
 */
const plainText = /^(?:[A-Za-z_/$]|--?[A-Za-z])(?:[\w./@%+=,~\-()$;&*?<>|^!]|:(?=[^\s])| (?=[^\s#]))*$/;

/** Quantities, durations and CIDR blocks: they start with a digit, and no version of YAML takes them for a number. */
const plainMeasure =
  /^(?:\d+(?:\.\d+)?(?:m|k|Ki|Mi|Gi|Ti|M|G|T|%)|(?:\d+(?:ms|h|m|s|d|w|y))+|\d+\.\d+\.\d+\.\d+\/\d+)$/;

/** Words that one version or the other takes for a boolean, null or a number. */
const wordWithMeaning = /^(?:y|n|yes|no|on|off|true|false|null|nan|inf)$/i;
const longestWord = 5;

/** Not printable in YAML, or a line break in one of its versions: only an escape can hold it. */
const mustEscape = /[\0-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]|\p{Surrogate}/u;
const mustEscapeInBlock = /[\0-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]|\p{Surrogate}/u;
/** What `JSON.stringify` leaves as it is. */
const leftByJson = /[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]/g;

/** Parsers look no further than this many characters for the colon after a key. */
const longestImplicitKey = 1000;

/**
 * A string as the value of a key or an item of a list.
 * @param indent of the lines of a block, where it becomes one.
 */
export function scalarText(text: string, indent: string): string {
  if (isPlain(text)) return text;
  return text.includes('\n') && fitsBlock(text) ? blockText(text, indent) : quotedText(text);
}

/** A string as a key. A very long one needs the explicit form, whose colon starts a line of its own. */
export function keyText(key: string, indent: string): string {
  const text = isPlain(key) ? key : quotedText(key);
  return text.length > longestImplicitKey ? `? ${text}\n${indent}` : text;
}

function isPlain(text: string): boolean {
  if (plainText.test(text)) return text.length > longestWord || !wordWithMeaning.test(text);
  return plainMeasure.test(text);
}

function quotedText(text: string): string {
  if (/["\\]/.test(text) && !mustEscape.test(text)) return `'${text.replaceAll("'", "''")}'`;
  return JSON.stringify(text).replace(
    leftByJson,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** A literal block keeps every line as it is, but what ends in a line of blanks alone is read differently by parsers. */
function fitsBlock(text: string): boolean {
  return !mustEscapeInBlock.test(text) && !/(?:^|\n)[ \t]*$/.test(text.replace(/\n+$/, ''));
}

function blockText(text: string, indent: string): string {
  const body = text.endsWith('\n') ? text.slice(0, -1) : text;
  // A first line that starts with a blank hides where the indentation ends: say it.
  const indicator = /^\n*[ \t]/.test(text) ? '2' : '';
  const chomping = !text.endsWith('\n') ? '-' : body.endsWith('\n') ? '+' : '';
  const lines = body.split('\n').map((line) => (line === '' ? '' : indent + line));
  return `|${indicator}${chomping}\n${lines.join('\n')}`;
}
