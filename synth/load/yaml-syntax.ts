import { Composer, type CST, type Document, type ErrorCode, type YAMLError } from 'yaml';
import type { Code } from '../../schemas/codes/catalogue';
import type { Finding } from '../../schemas/primitives/finding';
import { comparePositions } from '../../schemas/primitives/position';
import type { SourceText } from './source-text';
import { joinRuns, structural, tabWithin, withoutEchoesOfTabs } from './yaml-echoes';
import type { Scan, Unclosed } from './yaml-scan';

/** What is said of a syntax mistake; `at` is an offset where it is not the parser's own. */
interface Saying {
  readonly code: Code;
  readonly message: string;
  readonly expected?: string;
  readonly fix: string;
  readonly at?: number;
}

type Say = (text: string, offset: number) => Saying;

/** The document, if the scan holds exactly one whose syntax is sound, and every mistake of syntax. */
export function composeYaml(
  source: SourceText,
  scan: Scan,
): { readonly document?: Document.Parsed; readonly findings: Finding[] } {
  const findings = scan.unclosed
    .filter((open) => tabWithin(source.text, open) === undefined)
    .map((open) => unclosed(source, open));
  const documents = scan.tokens.filter((token) => token.type === 'document');
  const second = documents[1];
  if (second) findings.push(severalDocuments(source, second.offset, documents.length));
  const first = scan.tokens.indexOf(second as CST.Token);
  const tokens = second ? scan.tokens.slice(0, first) : scan.tokens;
  const document = compose(tokens, source.text.length);
  findings.push(...syntaxFindings(source, scan, document?.errors ?? []));
  const sound = document && document.errors.length === 0 && findings.length === 0;
  return sound ? { document, findings } : { findings };
}

function compose(tokens: readonly CST.Token[], length: number): Document.Parsed | undefined {
  const options = {
    version: '1.2',
    schema: 'core',
    merge: false,
    resolveKnownTags: false,
    uniqueKeys: false,
    prettyErrors: false,
    logLevel: 'silent',
  } as const;
  // The parser makes an Error of each mistake; a hostile file has many thousands, and each stack trace costs more than the rest.
  const { stackTraceLimit } = Error;
  Error.stackTraceLimit = 0;
  try {
    const [document] = new Composer(options).compose(tokens, true, length);
    return document;
  } finally {
    Error.stackTraceLimit = stackTraceLimit;
  }
}

function severalDocuments(source: SourceText, offset: number, count: number): Finding {
  return {
    code: 'several-documents',
    severity: 'error',
    at: source.positionAt(offset),
    subject: source.file,
    message: `another document starts here; the file holds ${count}`,
    expected: 'one document in each file',
    fix: 'take the line `---` out, or give each document a file of its own',
  };
}

function unclosed(source: SourceText, open: Unclosed): Finding {
  const quote = open.text === '"' || open.text === "'";
  const close = quote ? open.text : open.text === '[' ? ']' : '}';
  return {
    code: 'unclosed',
    severity: 'error',
    at: source.positionAt(open.offset),
    subject: source.file,
    message: quote
      ? `the quote ${open.text} is not closed on its line, nor on deeper indented lines below`
      : `the bracket ${open.text} is not closed before the next key`,
    expected: `a closing ${close}`,
    fix: `add ${close} where the ${quote ? 'text' : open.text === '[' ? 'list' : 'map'} ends`,
  };
}

/** Mistakes in what is a finding anyhow: anchors, aliases, tags and directives. */
const saidElsewhere: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  'ALIAS_PROPS',
  'BAD_ALIAS',
  'BAD_DIRECTIVE',
  'BAD_PROP_ORDER',
  'MULTIPLE_ANCHORS',
  'MULTIPLE_TAGS',
]);

/** One finding a line: what follows the first mistake of a line is mostly its echo. */
function syntaxFindings(source: SourceText, scan: Scan, errors: readonly YAMLError[]): Finding[] {
  const findings = scan.unclosed.flatMap((open): Finding[] => {
    const tab = tabWithin(source.text, open);
    return tab === undefined ? [] : [findingOf(source, tabAt(tab))];
  });
  const lines = new Set(findings.map(({ at }) => at.line));
  for (const error of outsideUnclosed(scan.unclosed, errors)) {
    if (saidElsewhere.has(error.code) || error.message.startsWith('Missing directives-end')) continue;
    const offset = Math.min(error.pos[0], source.text.length);
    const finding = findingOf(source, { at: offset, ...mistake(source.text, offset, error.code) });
    if (lines.has(finding.at.line)) continue;
    lines.add(finding.at.line);
    findings.push(finding);
    // The lines of a block text whose first line is wrong are read as keys.
    if (error.message.startsWith('Block scalar header')) break;
  }
  findings.sort((a, b) => comparePositions(a.at, b.at));
  return joinRuns(withoutEchoesOfTabs(findings));
}

function findingOf(source: SourceText, { at, ...saying }: Saying & { readonly at: number }): Finding {
  return { ...saying, severity: 'error', at: source.positionAt(at), subject: source.file };
}

/** A line that a tab indents is nothing but that, whatever the parser made of it. */
function mistake(text: string, offset: number, code: ErrorCode): Saying {
  const saying = (sayings[code] ?? anyMistake)(text, offset);
  const start = text.lastIndexOf('\n', (saying.at ?? offset) - 1) + 1;
  indentation.lastIndex = start;
  const tab = indentation.exec(text)?.[0].indexOf('\t') ?? -1;
  return structural.has(saying.code) && tab !== -1 ? tabAt(start + tab) : saying;
}

const indentation = /[ \t]*/y;

/** The errors, in order of place, that do not come of a quote or bracket which was not closed. One pass: a hostile file has many of both. */
function outsideUnclosed(unclosed: readonly Unclosed[], errors: readonly YAMLError[]): YAMLError[] {
  const opens = [...unclosed].sort((a, b) => a.offset - b.offset);
  let next = 0;
  let until = -1;
  return [...errors]
    .sort((a, b) => a.pos[0] - b.pos[0])
    .filter(({ pos: [offset] }) => {
      for (let open = opens[next]; open && open.offset <= offset; open = opens[next]) {
        until = Math.max(until, open.until + 1);
        next += 1;
      }
      return offset > until;
    });
}

const sayings: Readonly<Partial<Record<ErrorCode, Say>>> = {
  TAB_AS_INDENT: (text, offset) => tabAt(text.indexOf('\t', offset)),
  BAD_INDENT: (text, offset) => ({
    at: firstWord(text, offset),
    code: 'bad-indentation',
    message: 'this line is indented differently from the keys or items that it stands among',
    expected: 'the same column for all keys of a map and all items of a list',
    fix: 'align it with its neighbours',
  }),
  BAD_DQ_ESCAPE: (text, offset) => ({
    code: 'bad-escape',
    message: `${JSON.stringify(text.slice(offset, offset + 2))} is no escape that double quotes know`,
    expected: 'an escape such as \\n, \\t, \\" or \\u00e4',
    fix: 'double the backslash, or use single quotes, in which a backslash is a backslash',
  }),
  BAD_SCALAR_START: (text, offset) => ({
    code: 'needs-quotes',
    message: `a text can't start with ${text.charAt(offset)} unless it is in quotes`,
    fix: `put it in quotes: ${quoted(lineRest(text, offset))}`,
  }),
  BLOCK_AS_IMPLICIT_KEY: (text, offset) => secondKey(text, offset),
  MULTILINE_IMPLICIT_KEY: (text, offset) => missingColon(text, offset),
  MISSING_CHAR: (text, offset) => missingColon(text, offset),
  UNEXPECTED_TOKEN: (text, offset) => unexpected(text, offset),
};

function tabAt(offset: number): Saying & { readonly at: number } {
  return {
    at: offset,
    code: 'tab-indentation',
    message: 'a tab is used as indentation',
    expected: 'spaces',
    fix: 'replace the tab with spaces, two a level',
  };
}

/** Where the line starts that a parser means: empty ones may stand before it. */
function firstWord(text: string, offset: number): number {
  blank.lastIndex = offset;
  const length = blank.exec(text)?.[0].length ?? 0;
  return offset + length < text.length ? offset + length : offset;
}

const blank = /(?: *\r?\n)* */y;

function anyMistake(text: string, offset: number): Saying {
  return {
    code: 'yaml-syntax',
    message: `${found(text, offset)} can't stand here`,
    expected: 'YAML 1.2',
    fix: 'check indentation, quotes and brackets here and on the line before',
  };
}

/** `a: b: c`, and a key that is indented below a value. */
function secondKey(text: string, offset: number): Saying {
  const rest = lineRest(text, offset);
  if (/^[?-]\s/.test(rest)) return sameLine(rest);
  if (!/:(\s|$)/.test(rest)) {
    return {
      code: 'bad-indentation',
      message: `${found(text, offset)} is a value, and the next line is indented below it as if it were a map`,
      expected: 'either a value or keys below',
      fix: 'align the next line with the key of this one, or take the value away',
    };
  }
  return {
    code: 'needs-quotes',
    message: `a second \`: \` on one line`,
    expected: 'one key and one value on a line',
    fix: `put the value in quotes: ${quoted(rest)}; or move the second key to a line of its own`,
  };
}

function missingColon(text: string, offset: number): Saying {
  const line = lineRest(text, offset);
  if (line === '') return anyMistake(text, offset);
  if (text.slice(text.lastIndexOf('\n', offset - 1) + 1, offset).trimEnd() === '---') {
    return {
      code: 'yaml-syntax',
      message: `${shown(line)} starts on the line of \`---\``,
      expected: 'nothing behind `---`',
      fix: `move ${shown(line)} to a line of its own`,
    };
  }
  const glued = /^([^\s:"'[{]+):([^\s:/].*)$/.exec(line);
  if (glued) {
    return {
      code: 'missing-colon',
      message: `${shown(line)} has no space after its colon, so it is a text and no key`,
      expected: '`key: value`',
      fix: `write ${shown(`${glued[1] ?? ''}: ${glued[2] ?? ''}`)}`,
    };
  }
  return {
    code: 'missing-colon',
    message: `${shown(line)} is no key, since no colon follows it`,
    expected: '`key: value`',
    fix: `write ${shown(`${line}: …`)}, or indent the line if it continues the text above`,
  };
}

function sameLine(rest: string): Saying {
  return {
    code: 'yaml-syntax',
    message: `${shown(rest)} starts on the line of its key`,
    expected: 'a list below its key, or in brackets',
    fix: `move ${shown(rest)} to a line of its own`,
  };
}

function unexpected(text: string, offset: number): Saying {
  const rest = lineRest(text, offset);
  const before = text.slice(text.lastIndexOf('\n', offset - 1) + 1, offset).trimEnd();
  if (/["']$/.test(before)) {
    return {
      code: 'yaml-syntax',
      message: `${found(text, offset)} follows the closing quote`,
      expected: 'nothing but a comment behind a quoted text',
      fix: 'put the quotes around all of it; double a single quote inside single quotes',
    };
  }
  if (/[|>][-+0-9]*$/.test(before)) {
    return {
      code: 'yaml-syntax',
      message: `${shown(rest)} follows the sign of a block text`,
      expected: 'nothing but `-`, `+`, a digit or a comment behind | or >',
      fix: 'start the text on the next line',
    };
  }
  return /^[?-]\s/.test(rest) && before !== '' ? sameLine(rest) : anyMistake(text, offset);
}

function lineRest(text: string, offset: number): string {
  const end = text.indexOf('\n', offset);
  return text.slice(offset, end === -1 ? undefined : end).trimEnd();
}

function found(text: string, offset: number): string {
  const rest = lineRest(text, offset);
  return rest === '' ? 'the end of the line' : shown(rest);
}

function shown(text: string): string {
  return `\`${text.length > 40 ? `${text.slice(0, 39)}…` : text}\``;
}

function quoted(text: string): string {
  return `'${(text.length > 60 ? `${text.slice(0, 59)}…` : text).replaceAll("'", "''")}'`;
}
