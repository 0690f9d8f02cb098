/** The text has a form that the own grammar does not read; not necessarily a wrong one. */
export class Unsupported extends Error {}

export const IDENTIFIER = /[A-Za-z_][A-Za-z0-9_-]*/y;
const SPACE = /[ \t\r\n]*/y;

/** A place in a text, and what stands there. */
export class Scanner {
  protected at = 0;

  constructor(protected readonly text: string) {}

  /** Steps over one character of text, or one escape, unless `${` starts here. */
  protected insertionStarts(): boolean {
    const { text, at } = this;
    const character = text[at];
    if (character !== '$' && character !== '%') {
      this.at++;
      return false;
    }
    if (text[at + 1] === '{') {
      if (character === '%' || text[at + 2] === '~') throw new Unsupported();
      return true;
    }
    if (text[at + 1] === character) {
      if (text[at + 2] === character) throw new Unsupported();
      this.at += text[at + 2] === '{' ? 3 : 2;
      return false;
    }
    this.at++;
    return false;
  }

  protected match(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.text)?.[0];
    if (found === undefined) return undefined;
    this.at += found.length;
    return found;
  }

  protected space(): void {
    this.match(SPACE);
  }

  protected skip(token: string): boolean {
    if (!this.text.startsWith(token, this.at)) return false;
    this.at += token.length;
    return true;
  }

  protected take(token: string): void {
    if (!this.skip(token)) throw new Unsupported();
  }
}
