import { IDENTIFIER, Scanner, Unsupported } from './hcl-scanner';

const IN = /in(?=[ \t])/y;
const IF = /if(?=[ \t(])/y;
export const LITERALS = new Set(['true', 'false', 'null']);

/** Reads what stands between brackets: arguments, items of lists, entries of objects, and `for`. */
export abstract class CollectionReader extends Scanner {
  /** Names that the `for` expressions around bind. */
  protected readonly bound: string[] = [];

  protected abstract expression(): unknown;
  protected abstract string(): void;

  /** Expressions with commas between them, and perhaps one at the end, up to the closing character. */
  protected items(closing: string): { count: number; spread: boolean } {
    let count = 0;
    while (!this.skip(closing)) {
      this.expression();
      count++;
      this.space();
      if (closing === ')' && this.skip('...')) {
        this.space();
        this.take(closing);
        return { count, spread: true };
      }
      if (!this.skip(',')) {
        this.take(closing);
        break;
      }
      this.space();
    }
    return { count, spread: false };
  }

  protected entries(): void {
    while (!this.skip('}')) {
      if (this.text[this.at] === '"') this.string();
      else if (this.match(IDENTIFIER) === undefined) throw new Unsupported();
      this.space();
      if (!this.skip(':')) this.take('=');
      if (this.text[this.at] === '=') throw new Unsupported();
      this.space();
      this.expression();
      this.space();
      if (!this.skip(',')) {
        this.take('}');
        break;
      }
      this.space();
    }
  }

  /** `k, v in collection : key => value if condition`, after `for`. */
  protected comprehension(closing: ']' | '}'): void {
    this.space();
    const names = [this.bind()];
    this.space();
    if (this.skip(',')) {
      this.space();
      names.push(this.bind());
      this.space();
    }
    if (this.match(IN) === undefined) throw new Unsupported();
    this.space();
    this.expression();
    this.space();
    this.take(':');
    this.bound.push(...names);
    this.space();
    this.expression();
    this.space();
    if (closing === '}') {
      this.take('=>');
      this.space();
      this.expression();
      this.space();
      this.skip('...');
      this.space();
    }
    if (this.match(IF) !== undefined) {
      this.space();
      this.expression();
      this.space();
    }
    this.take(closing);
    this.bound.splice(-names.length);
  }

  private bind(): string {
    const name = this.match(IDENTIFIER);
    if (name === undefined || LITERALS.has(name)) throw new Unsupported();
    return name;
  }
}
