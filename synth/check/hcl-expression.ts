import { CollectionReader, LITERALS } from './hcl-collections';
import { IDENTIFIER, Unsupported } from './hcl-scanner';
import type { Call, Reference, Step, Template } from './hcl-template';

/**
 * Reads the templates that Slipway writes, without HashiCorp's parser, which takes 160 ms to start: text with `${…}`
 * holding references, literals, strings, function calls, lists, objects on one line, `for`, operators and conditionals.
 *
 * Strict: what it does not know for certain (`%{…}`, comments, strip markers, heredocs, unusual spacing) it
 * leaves to the parser, and so does it with mistakes. It never says that a text is wrong.
 *
 * @returns nothing where the text is for the parser
 * @see https://github.com/hashicorp/hcl/blob/main/hclsyntax/spec.md
 */
export function readTemplate(text: string): Template | undefined {
  try {
    return new TemplateReader(text).read();
  } catch (error) {
    if (error instanceof Unsupported) return undefined;
    throw error;
  }
}

const NUMBER = /\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const OPERATOR = /==|!=|<=|>=|&&|\|\||[<>+\-*%]|\/(?![/*])/y;
const ESCAPE = /\\(?:[nrt"\\]|u[0-9a-fA-F]{4})/y;
const FOR = /for(?=[ \t])/y;

class TemplateReader extends CollectionReader {
  private readonly references: Reference[] = [];
  private readonly calls: Call[] = [];
  private readonly inserted: Reference[] = [];

  read(): Template {
    let insertions = 0;
    let hasText = false;
    while (this.at < this.text.length) {
      if (this.insertionStarts()) {
        const only = this.insertion();
        if (only !== undefined) this.inserted.push(only);
        insertions++;
      } else {
        hasText = true;
      }
    }
    const { references, calls, inserted } = this;
    return { kind: 'template', references, calls, inserted, whole: insertions === 1 && !hasText };
  }

  /** `${…}`; the reference where it holds nothing else. */
  private insertion(): Reference | undefined {
    this.at += 2;
    this.space();
    const only = this.expression();
    this.space();
    this.take('}');
    return only;
  }

  /** The reference that the expression is, where it is nothing else. */
  protected override expression(): Reference | undefined {
    let only = this.operand();
    this.space();
    while (this.match(OPERATOR) !== undefined) {
      only = undefined;
      this.space();
      this.operand();
      this.space();
    }
    if (!this.skip('?')) return only;
    this.space();
    this.expression();
    this.space();
    this.take(':');
    this.space();
    this.expression();
    return undefined;
  }

  private operand(): Reference | undefined {
    switch (this.text[this.at]) {
      case '-':
      case '!':
        this.at++;
        this.operand();
        return undefined;
      case '"':
        this.string();
        return undefined;
      case '(':
        this.group();
        return undefined;
      case '[':
        this.list();
        return undefined;
      case '{':
        this.object();
        return undefined;
      default:
        if (this.match(NUMBER) === undefined) return this.named();
        this.afterNumber();
        return undefined;
    }
  }

  private afterNumber(): void {
    if (/[\w.]/.test(this.text[this.at] ?? '')) throw new Unsupported();
  }

  private group(): void {
    this.at++;
    this.space();
    this.expression();
    this.space();
    this.take(')');
    this.steps();
  }

  private list(): void {
    this.at++;
    this.space();
    if (this.match(FOR) === undefined) this.items(']');
    else this.comprehension(']');
    this.steps();
  }

  private object(): void {
    const start = this.at;
    this.at++;
    this.space();
    if (this.match(FOR) !== undefined) this.comprehension('}');
    else this.entries();
    // Line breaks separate the items of an object: left to the parser.
    if (/[\r\n]/.test(this.text.slice(start, this.at))) throw new Unsupported();
    this.steps();
  }

  /** A literal, a function call or a reference. */
  private named(): Reference | undefined {
    const root = this.match(IDENTIFIER);
    if (root === undefined) throw new Unsupported();
    if (this.text[this.at] === '(' || this.text.startsWith('::', this.at)) {
      this.call(root);
      return undefined;
    }
    if (LITERALS.has(root)) {
      if (/[.[]/.test(this.text[this.at] ?? '')) throw new Unsupported();
      return undefined;
    }
    const index = this.references.length;
    const reference: Reference = { root, steps: this.steps() };
    if (this.bound.includes(root)) return undefined;
    // Before what its computed indexes read, in the order of the text.
    this.references.splice(index, 0, reference);
    return reference;
  }

  private call(first: string): void {
    let name = first;
    while (this.skip('::')) {
      const part = this.match(IDENTIFIER);
      if (part === undefined) throw new Unsupported();
      name += `::${part}`;
    }
    this.take('(');
    const index = this.calls.length;
    this.space();
    const { count, spread } = this.items(')');
    this.calls.splice(index, 0, { name, count, spread });
    this.steps();
  }

  private steps(): Step[] {
    const steps: Step[] = [];
    for (;;) {
      if (!this.text.startsWith('...', this.at) && this.skip('.')) {
        if (this.skip('*')) steps.push(this.attributeSplat(steps));
        else steps.push(this.attribute());
      } else if (this.text[this.at] === '[') {
        steps.push(this.index());
      } else {
        return this.endSteps(steps);
      }
    }
  }

  /** Steps may follow a space, which nobody writes. */
  private endSteps(steps: Step[]): Step[] {
    const end = this.at;
    this.space();
    if (
      this.at > end &&
      (this.text[this.at] === '[' || (this.text[this.at] === '.' && !this.text.startsWith('...', this.at)))
    )
      throw new Unsupported();
    this.at = end;
    return steps;
  }

  /** `.*`, which may not follow another one. */
  private attributeSplat(before: readonly Step[]): Step {
    if (before.some((step) => step.kind === 'splat' && !step.full)) throw new Unsupported();
    return { kind: 'splat', full: false };
  }

  private attribute(): Step {
    const name = this.match(IDENTIFIER);
    if (name === undefined) throw new Unsupported();
    return { kind: 'attribute', name };
  }

  private index(): Step {
    this.at++;
    if (this.skip('*]')) return { kind: 'splat', full: true };
    this.space();
    const start = this.at;
    this.expression();
    const source = this.text.slice(start, this.at).trim();
    this.space();
    this.take(']');
    if (/^\d+$/.test(source)) return { kind: 'index', key: Number(source) };
    if (/^"[^"\\$%]*"$/.test(source)) return { kind: 'index', key: source.slice(1, -1) };
    return { kind: 'index' };
  }

  /** A quoted string; what it inserts counts as read. */
  protected override string(): void {
    this.at++;
    for (;;) {
      const character = this.text[this.at];
      if (character === undefined || character === '\n' || character === '\r') throw new Unsupported();
      if (character === '"') break;
      if (character === '\\') {
        if (this.match(ESCAPE) === undefined) throw new Unsupported();
      } else if (this.insertionStarts()) {
        this.insertion();
      }
    }
    this.at++;
    if (/[.[]/.test(this.text[this.at] ?? '')) throw new Unsupported();
  }
}
