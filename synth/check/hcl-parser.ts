import type { Call, InvalidTemplate, Reference, Step, Template } from './hcl-template';

/**
 * Reads a template with HashiCorp's own parser (WASM, offline). Loaded when first needed: 160 ms.
 *
 * @see https://github.com/hashicorp/terraform-cdk/tree/main/packages/%40cdktf/hcl2json
 */
export async function parseTemplate(text: string): Promise<Template | InvalidTemplate> {
  const { getExpressionAst } = await import('@cdktf/hcl2json');
  // A heredoc is the one form in which quotes and backslashes mean themselves, as they do in a JSON file's template.
  let marker = 'TEXT';
  while (text.includes(marker)) marker += '_';
  try {
    const tree = (await getExpressionAst('template', `<<${marker}\n${text}\n${marker}\n`)) as Node | null;
    if (tree === null) return { kind: 'invalid', message: 'it is no template' };
    return new TreeReader().template(tree, text.startsWith('${'));
  } catch (error) {
    return { kind: 'invalid', message: messageOf(error) };
  }
}

/** `getExpressionAst errors on input string '…': template:0,6-7: Extra characters…; Template interpolation…` → what counts. */
function messageOf(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  const diagnostic = /template:\d+,\d+(?:-\d+(?:,\d+)?)?: ([\s\S]*)/.exec(text)?.[1] ?? text;
  return diagnostic.split('\n')[0]?.trim() ?? diagnostic;
}

/** A node of the syntax tree, as far as it is read here. */
interface Node {
  readonly type: string;
  readonly children?: readonly (Node | null)[] | null;
  readonly meta?: Readonly<Record<string, unknown>> | null;
}

interface Part {
  readonly type: 'nameTraversal' | 'indexTraversal';
  readonly segment: string;
}

class TreeReader {
  private readonly references: Reference[] = [];
  private readonly calls: Call[] = [];

  /** @param inserts whether the text begins with `${`: `%{ if … }` yields a string, whatever it holds */
  template(tree: Node, inserts: boolean): Template {
    const parts = childrenOf(tree).filter((node) => !isEmptyText(node));
    const [only] = parts;
    const last = parts.at(-1);
    // The heredoc's own line break is the last part.
    const whole = inserts && parts.length === 2 && textOf(only) === undefined && textOf(last) === '\n';
    const inserted: Reference[] = [];
    for (const part of parts) {
      const reference = this.read(part, new Set());
      if (reference !== undefined) inserted.push(reference);
    }
    return { kind: 'template', references: this.references, calls: this.calls, whole, inserted };
  }

  /** Collects what a node reads and calls; the reference that it is, where it is nothing else. */
  private read(node: Node, bound: ReadonlySet<string>): Reference | undefined {
    const chain = this.chain(node, bound);
    if (chain !== undefined) return chain.bound ? undefined : chain.reference;
    if (node.type === 'function') this.readCall(node, bound);
    else if (node.type === 'for') this.readFor(node, bound);
    else for (const child of childrenOf(node)) this.read(child, bound);
    return undefined;
  }

  private readCall(node: Node, bound: ReadonlySet<string>): void {
    const children = childrenOf(node);
    const spread = node.meta?.['expandedFinalArgument'] === true;
    this.calls.push({ name: String(node.meta?.['name']), count: children.length, spread });
    for (const child of children) this.read(child, bound);
  }

  private readFor(node: Node, bound: ReadonlySet<string>): void {
    const [collection, ...rest] = childrenOf(node);
    if (collection !== undefined) this.read(collection, bound);
    const names = [node.meta?.['keyVar'], node.meta?.['valVar']].filter((name) => typeof name === 'string');
    for (const child of rest) this.read(child, new Set([...bound, ...names]));
  }

  /** A reference with its steps, which the tree holds as nested nodes. Collected once it is complete. */
  private chain(node: Node, bound: ReadonlySet<string>): Chain | undefined {
    const found = this.steps(node, bound);
    if (found === undefined) return undefined;
    const reference: Reference = { root: found.root, steps: found.steps };
    const isBound = bound.has(found.root);
    if (!isBound) this.references.push(reference);
    for (const key of found.keys) this.read(key, bound);
    return { reference, bound: isBound };
  }

  private steps(node: Node, bound: ReadonlySet<string>): Steps | undefined {
    const [source, second] = childrenOf(node);
    if (node.type === 'scopeTraversal') {
      const [root, ...steps] = partsOf(node);
      return root === undefined ? undefined : { root: root.segment, steps: steps.map(stepOf), keys: [] };
    }
    if (source === undefined) return undefined;
    const inner = this.steps(source, bound);
    if (inner === undefined) return undefined;
    if (node.type === 'relativeTraversal') return { ...inner, steps: [...inner.steps, ...partsOf(node).map(stepOf)] };
    if (node.type === 'index' && second !== undefined) {
      return { ...inner, steps: [...inner.steps, { kind: 'index' }], keys: [...inner.keys, second] };
    }
    if (node.type === 'splat') {
      const each = second === undefined ? { steps: [], keys: [] } : eachSteps(second);
      const steps = [...inner.steps, splatOf(node), ...each.steps];
      return { ...inner, steps, keys: [...inner.keys, ...each.keys] };
    }
    return undefined;
  }
}

interface Chain {
  readonly reference: Reference;
  readonly bound: boolean;
}

interface Steps {
  readonly root: string;
  readonly steps: readonly Step[];
  /** Expressions of computed indexes. */
  readonly keys: readonly Node[];
}

/** What applies to each element of a splat: nodes around an anonymous one. */
function eachSteps(node: Node): Pick<Steps, 'steps' | 'keys'> {
  const [source, second] = childrenOf(node);
  const inner = source === undefined ? { steps: [], keys: [] } : eachSteps(source);
  if (node.type === 'relativeTraversal') return { ...inner, steps: [...inner.steps, ...partsOf(node).map(stepOf)] };
  if (node.type === 'index' && second !== undefined) {
    return { steps: [...inner.steps, { kind: 'index' }], keys: [...inner.keys, second] };
  }
  if (node.type === 'splat') {
    const each = second === undefined ? { steps: [], keys: [] } : eachSteps(second);
    return { steps: [...inner.steps, splatOf(node), ...each.steps], keys: [...inner.keys, ...each.keys] };
  }
  return inner;
}

function splatOf(node: Node): Step {
  return { kind: 'splat', full: node.meta?.['anonSymbolExpression'] !== '.*' };
}

function childrenOf(node: Node): Node[] {
  return (node.children ?? []).filter((child) => child !== null);
}

function partsOf(node: Node): readonly Part[] {
  return (node.meta?.['traversal'] ?? []) as readonly Part[];
}

function stepOf({ type, segment }: Part): Step {
  if (type === 'nameTraversal') return { kind: 'attribute', name: segment };
  return { kind: 'index', key: segment.startsWith('"') ? (JSON.parse(segment) as string) : Number(segment) };
}

/** The text of a part that is plain text. */
function textOf(node: Node | undefined): unknown {
  return node?.type === 'literalValue' && node.meta?.['type'] === 'string' ? node.meta['value'] : undefined;
}

function isEmptyText(node: Node): boolean {
  return textOf(node) === '';
}
