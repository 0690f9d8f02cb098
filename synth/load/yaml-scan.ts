import { CST, Lexer, Parser } from 'yaml';
import type { Finding } from '../../schemas/primitives/finding';
import type { SourceText } from './source-text';

/** Deepest nesting of maps and lists. The deepest manifest that Kubernetes takes has about twenty levels. */
export const maxDepth = 64;

/** Most lexical tokens of one file; a file within the size limit that has more is not a description. */
export const maxTokens = 200_000;

/** A token that matters beyond its place in the tree. */
export interface Mark {
  readonly offset: number;
  /** As written: `&name`, `*name`, `!tag`, `%YAML 1.1`. */
  readonly text: string;
}

/** A quote or bracket that nothing closes. */
export interface Unclosed extends Mark {
  /** Where the reader gave up on it, and reads on. */
  readonly until: number;
}

export interface Scan {
  /** Concrete syntax, unless a limit stopped the scan. */
  readonly tokens: CST.Token[];
  readonly anchors: Mark[];
  readonly aliases: Mark[];
  readonly tags: Mark[];
  readonly directives: Mark[];
  readonly unclosed: Unclosed[];
  /** The limit that was passed: nothing after it was read. */
  readonly limit?: Finding;
}

const closing: Readonly<Record<string, string>> = { '[': ']', '{': '}' };

/** Reads a text token by token, so that hostile nesting and sheer number stop it before anything recurses or grows. */
export function scanYaml(source: SourceText): Scan {
  const scanner = new Scanner(source);
  const limit = scanner.run();
  return limit ? { ...scanner.scan, limit } : scanner.scan;
}

class Scanner {
  readonly scan: Scan = { tokens: [], anchors: [], aliases: [], tags: [], directives: [], unclosed: [] };
  private readonly parser = new Parser();
  private readonly brackets: Mark[] = [];
  private scalarFollows = false;
  private count = 0;

  constructor(private readonly source: SourceText) {}

  /** The limit that stopped it, if one did. */
  run(): Finding | undefined {
    for (const lexeme of new Lexer().lex(this.source.text)) {
      const offset = this.parser.offset;
      this.count += 1;
      if (this.count > maxTokens) return this.tooMany(offset);
      this.note(lexeme, offset);
      for (const token of this.parser.next(lexeme)) this.scan.tokens.push(token);
      if (this.tooDeep()) return this.deep(offset);
    }
    for (const token of this.parser.end()) this.scan.tokens.push(token);
    this.giveUp(this.source.text.length);
    return undefined;
  }

  private note(text: string, offset: number): void {
    if (this.scalarFollows) {
      this.scalarFollows = false;
      return;
    }
    const mark = { offset, text };
    switch (CST.tokenType(text)) {
      case 'scalar':
        this.scalarFollows = true;
        break;
      case 'anchor':
        this.scan.anchors.push(mark);
        break;
      case 'alias':
        this.scan.aliases.push(mark);
        break;
      case 'tag':
        this.scan.tags.push(mark);
        break;
      case 'directive-line':
        this.scan.directives.push(mark);
        break;
      case 'flow-seq-start':
      case 'flow-map-start':
        this.brackets.push(mark);
        break;
      case 'flow-seq-end':
      case 'flow-map-end':
        if (closing[this.brackets.at(-1)?.text ?? ''] === text) this.brackets.pop();
        break;
      case 'flow-error-end':
        this.giveUp(offset);
        break;
      case 'single-quoted-scalar':
      case 'double-quoted-scalar':
        if (!isClosed(text)) this.scan.unclosed.push({ offset, text: text.charAt(0), until: offset + text.length });
        break;
      default:
    }
  }

  /** No open bracket will be closed any more. A quote without end has swallowed what would have closed them. */
  private giveUp(until: number): void {
    const quoted = this.scan.unclosed.at(-1)?.until === until;
    for (const open of this.brackets.splice(0)) if (!quoted) this.scan.unclosed.push({ ...open, until });
  }

  private tooDeep(): boolean {
    const { stack } = this.parser;
    return stack.length > maxDepth && stack.filter((token) => CST.isCollection(token)).length > maxDepth;
  }

  private deep(offset: number): Finding {
    return {
      code: 'too-deep',
      severity: 'error',
      at: this.source.positionAt(offset),
      subject: this.source.file,
      message: `maps and lists nest deeper than ${maxDepth} levels here; nothing after this place was read`,
      expected: `at most ${maxDepth} levels`,
      fix: 'take levels out',
    };
  }

  private tooMany(offset: number): Finding {
    return {
      code: 'file-too-large',
      severity: 'error',
      at: this.source.positionAt(offset),
      subject: this.source.file,
      message: `the file has more than ${maxTokens} keys, values and signs; nothing after this place was read`,
      expected: `at most ${maxTokens} keys, values and signs`,
      fix: 'split the description into environments, or take out what is not a description',
    };
  }
}

/** Whether a quoted scalar, as the lexer cut it, ends with its quote. */
function isClosed(text: string): boolean {
  const quote = text.charAt(0);
  if (text.length < 2 || !text.endsWith(quote)) return false;
  // A doubled single quote stands for one; an odd run at the end holds the closing one.
  if (quote === "'") return (/'*$/.exec(text.slice(1))?.[0].length ?? 0) % 2 === 1;
  return (/\\*$/.exec(text.slice(1, -1))?.[0].length ?? 0) % 2 === 0;
}
