import type { SourceNode } from '../../load/source-node';

export function isMapNode(text: string, { start, children }: SourceNode): boolean {
  if (!children) return false;
  const [first] = children.values();
  return first ? first.keyStart !== undefined : text.charAt(start) === '{';
}

export function isFlow(text: string, { start }: SourceNode): boolean {
  return text.charAt(start) === '{' || text.charAt(start) === '[';
}

/** Columns before the keys of a block map. */
export function columnOf(text: string, map: SourceNode): number {
  const [first] = map.children?.values() ?? [];
  const start = first?.keyStart ?? map.start;
  return start - lineStart(text, start);
}

/** Where the last thing in a value ends; ends of blocks include the comments and empty lines below them. */
export function lastOffset(text: string, node: SourceNode): number {
  const last = isFlow(text, node) ? undefined : [...(node.children?.values() ?? [])].at(-1);
  return last ? lastOffset(text, last) : node.end;
}

/** Start of the line below an offset. */
export function lineEnd(text: string, offset: number): number {
  if (text.charAt(offset - 1) === '\n') return offset;
  const end = text.indexOf('\n', offset);
  return end === -1 ? text.length : end + 1;
}

/** Start of the line that an offset is in. */
export function lineStart(text: string, offset: number): number {
  return text.lastIndexOf('\n', offset - 1) + 1;
}

export function lineEnding(text: string): string {
  return text.includes('\r\n') ? '\r\n' : '\n';
}

/** The value that keys lead to. */
export function nodeAt(root: SourceNode, keys: readonly string[]): SourceNode | undefined {
  return keys.reduce<SourceNode | undefined>((node, key) => node?.children?.get(key), root);
}
