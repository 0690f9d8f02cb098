import {
  isAlias,
  isMap,
  isScalar,
  isSeq,
  Scalar,
  type Pair,
  type ParsedNode,
  type Range,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml';
import type { Code } from '../../schemas/codes/catalogue';
import type { Json, JsonObject } from '../../schemas/primitives/artifact';
import type { Finding } from '../../schemas/primitives/finding';
import { childPointer } from './pointer';
import type { Broken, SourceNode } from './source-node';
import { keyPosition } from './source-node';
import { controlCharacter, type SourceText } from './source-text';

/** A value as plain data, and where its parts stand. */
export interface ReadValue {
  readonly value: Json;
  readonly node: SourceNode;
}

/** Keys that every object has without asking: as keys of a description they would stand in for those, or change the object itself. */
export const reservedKeys: ReadonlySet<string> = new Set([
  ...Object.getOwnPropertyNames(Object.prototype),
  'prototype',
]);

type MaybeNode = ParsedNode | null | undefined;

/** Where a value stands: its pointer, and its key if it has one. */
interface Place {
  readonly pointer: string;
  readonly keyStart?: number;
  readonly keyEnd?: number;
}

function keyOf({ keyStart }: { readonly keyStart?: number | undefined }): { readonly keyStart?: number } {
  return keyStart === undefined ? {} : { keyStart };
}

/** Composed nodes to plain data. What can't be plain data is a finding, and `null` stands in its place, marked as broken. */
export class ValueReader {
  readonly findings: Finding[] = [];
  /** Values that the text would unfold to if its aliases were followed. */
  unfolded = 0;
  private readonly sizes = new Map<string, number>();

  constructor(private readonly source: SourceText) {}

  read(node: MaybeNode, place: Place): ReadValue {
    const before = this.unfolded;
    this.unfolded += 1;
    // What carries a tag is not what its text says.
    const read =
      node?.tag !== undefined ? this.broken({ ...keyOf(place), ...this.span(node.range) }) : this.readNode(node, place);
    if (node && !isAlias(node)) this.measure(node.anchor, this.unfolded - before);
    return read;
  }

  private measure(anchor: string | undefined, size: number): void {
    if (anchor !== undefined) this.sizes.set(anchor, size);
  }

  private readNode(node: MaybeNode, place: Place): ReadValue {
    const key = keyOf(place);
    if (isAlias(node)) {
      this.unfolded += (this.sizes.get(node.source) ?? 1) - 1;
      return this.broken({ ...key, ...this.span(node.range) });
    }
    if (isMap<ParsedNode, ParsedNode | null>(node)) return this.readMap(node, place.pointer, key);
    if (isSeq<ParsedNode>(node)) return this.readList(node, place.pointer, key);
    if (!isScalar(node) || (node.value === null && node.source === '')) return this.empty(node, place);
    return this.readScalar(node, { source: this.source, ...key, ...this.span(node.range) });
  }

  private readMap(map: YAMLMap<ParsedNode, ParsedNode | null>, pointer: string, key: { keyStart?: number }): ReadValue {
    const value: JsonObject = {};
    const children = new Map<string, SourceNode>();
    let broken: Broken | undefined;
    for (const pair of map.items) {
      const name = this.readKey(pair);
      const keyRange = this.span(pair.key.range);
      const existing = name === undefined ? undefined : children.get(name);
      if (name !== undefined && existing) this.duplicate({ name, start: keyRange.start, existing });
      const child = this.read(pair.value, {
        pointer: childPointer(pointer, name ?? '?'),
        keyStart: keyRange.start,
        keyEnd: keyRange.end,
      });
      if (name === undefined) broken = 'incomplete';
      else if (!existing) {
        value[name] = child.value;
        children.set(name, child.node);
      }
    }
    return {
      value,
      node: { source: this.source, ...key, ...this.span(map.range), children, ...(broken && { broken }) },
    };
  }

  private readList(list: YAMLSeq<ParsedNode>, pointer: string, key: { keyStart?: number }): ReadValue {
    const children = new Map<string, SourceNode>();
    const value = list.items.map((item, index) => {
      const child = this.read(item, { pointer: childPointer(pointer, String(index)) });
      children.set(String(index), child.node);
      return child.value;
    });
    return { value, node: { source: this.source, ...key, ...this.span(list.range), children } };
  }

  /** The text of a key, or nothing where it can't be one. */
  private readKey(pair: Pair<ParsedNode, ParsedNode | null>): string | undefined {
    const { key } = pair;
    const { start } = this.span(key.range);
    if (!isScalar(key)) {
      // An alias is a finding already.
      if (!isAlias(key))
        this.add(start, {
          code: 'key-not-text',
          message: 'a map or list is used as a key',
          expected: 'a text',
          fix: 'give the entry a name, and put the map or list below it',
        });
      return undefined;
    }
    const written = key.source;
    if (typeof key.value === 'string')
      return this.textKey({ name: key.value, plain: key.type === Scalar.PLAIN, start });
    if (written === '')
      this.add(start, {
        code: 'key-not-text',
        message: 'the key before the colon is missing',
        expected: '`key: value`',
        fix: 'write the key',
      });
    else
      this.add(start, {
        code: 'key-not-text',
        message: `the key \`${written}\` reads as ${typeof key.value === 'number' ? 'a number' : `\`${String(key.value)}\``}, not as a text`,
        expected: 'a text',
        fix: `put it in quotes: "${written}"`,
      });
    return written === '' ? undefined : written;
  }

  private textKey({ name, plain, start }: { name: string; plain: boolean; start: number }): string | undefined {
    if (name === '<<' && plain) {
      this.add(start, {
        code: 'merge-key',
        message: '`<<` merges another map into this one, which is no part of YAML 1.2',
        expected: 'keys of its own',
        fix: 'write the keys out; what environments share stands in the system file',
      });
      return undefined;
    }
    if (reservedKeys.has(name)) {
      this.add(start, {
        code: 'reserved-key',
        message: `\`${name}\` can't be a key: in JavaScript every object has it already`,
        expected: 'any other name',
        fix: 'choose another name',
      });
      return undefined;
    }
    return name;
  }

  private duplicate({ name, start, existing }: { name: string; start: number; existing: SourceNode }): void {
    this.add(start, {
      code: 'duplicate-key',
      message: `the key \`${name}\` stands twice in one map`,
      expected: 'each key once',
      fix: 'keep one of the two, or join what stands below them',
      related: [{ at: keyPosition(existing), message: 'the first one' }],
    });
  }

  private readScalar(scalar: Scalar.Parsed, node: SourceNode): ReadValue {
    const { value } = scalar;
    if (typeof value === 'number') return this.readNumber({ value, written: scalar.source, node });
    if (typeof value === 'string') return this.readText(value, node);
    return { value: typeof value === 'boolean' ? value : null, node };
  }

  private readText(value: string, node: SourceNode): ReadValue {
    const lone = /\p{Surrogate}/u.exec(value)?.[0];
    const control = controlCharacter(value) ?? (lone && `U+${lone.charCodeAt(0).toString(16).toUpperCase()}`);
    if (control !== undefined)
      this.add(node.start, {
        code: 'control-character',
        message: `the value holds ${control}, written as an escape`,
        expected: 'printable text, tabs and line ends',
        fix: 'take the escape out',
      });
    return { value, node };
  }

  private readNumber({ value, written, node }: { value: number; written: string; node: SourceNode }): ReadValue {
    const quote = `put it in quotes if it is a text: "${written}"`;
    if (!Number.isFinite(value)) {
      this.add(node.start, {
        code: 'not-a-number',
        message: `\`${written}\` is no finite number`,
        expected: 'a finite number',
        fix: quote,
      });
    } else if (Number.isInteger(value) && !Number.isSafeInteger(value)) {
      const bound = Number.MAX_SAFE_INTEGER;
      this.add(node.start, {
        code: 'number-too-large',
        message: `\`${written}\` is too large to be kept exactly: it would become ${value}`,
        expected: `a number from ${-bound} to ${bound}`,
        fix: quote,
      });
    } else if (/^[-+]?0[0-9]/.test(written)) {
      this.add(node.start, {
        code: 'leading-zero',
        message: `\`${written}\` reads as the number ${value}: its leading zero is lost`,
        expected: 'a number without leading zeros, or a text in quotes',
        fix: `write "${written}" if it is a text (an account id, a file mode), else ${value}`,
      });
    } else {
      return { value: value === 0 ? 0 : value, node };
    }
    return this.broken(node);
  }

  /** Nothing where a value belongs. RFC 7386 would read it as "remove": too much for a value that was forgotten. */
  private empty(node: MaybeNode, { pointer, keyStart, keyEnd }: Place): ReadValue {
    const { start, end } = this.span(node?.range);
    const at = keyStart ?? start;
    if (pointer !== '') {
      const what =
        keyStart === undefined ? 'this item of the list' : `the key \`${this.source.text.slice(keyStart, keyEnd)}\``;
      this.add(at, {
        code: 'empty-value',
        message: `${what} has no value`,
        expected: 'a value',
        fix: 'write the value; `{}` for a map that takes all defaults; `null` to remove what another file sets',
      });
    }
    return this.broken({ ...keyOf({ keyStart }), start: at, end: keyEnd ?? end });
  }

  private broken(node: Omit<SourceNode, 'source'>): ReadValue {
    return { value: null, node: { ...node, source: this.source, broken: 'unreadable' } };
  }

  private span(range: Range | null | undefined): { readonly start: number; readonly end: number } {
    return { start: range?.[0] ?? 0, end: range?.[1] ?? 0 };
  }

  private add(offset: number, saying: Omit<Finding, 'severity' | 'at' | 'subject'> & { readonly code: Code }): void {
    this.findings.push({ ...saying, severity: 'error', at: this.source.positionAt(offset), subject: this.source.file });
  }
}
