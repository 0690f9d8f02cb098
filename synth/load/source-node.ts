import type { Position } from '../../schemas/primitives/position';
import { pointerKeys } from './pointer';
import type { SourceText } from './source-text';

/**
 * What of a value can't be judged, since a finding already says what is wrong with it:
 * - `unreadable`: the value itself (an alias, a tag, nothing where a value belongs);
 * - `incomplete`: a map that lost a key.
 */
export type Broken = 'unreadable' | 'incomplete';

/** Where one value of a file stands. Offsets count UTF-16 code units of the file's text. */
export interface SourceNode {
  readonly source: SourceText;
  /** Offset of its key; a list item and the root have none. */
  readonly keyStart?: number;
  /** Offset of the value. */
  readonly start: number;
  /** Offset behind the value. */
  readonly end: number;
  /** By key, or by index as text. */
  readonly children?: ReadonlyMap<string, SourceNode>;
  readonly broken?: Broken;
}

export function keyPosition(node: SourceNode): Position {
  return node.source.positionAt(node.keyStart ?? node.start);
}

export function valuePosition(node: SourceNode): Position {
  return node.source.positionAt(node.start);
}

/** A tree that has the same form as the value that it describes. */
interface Tree<Self> {
  readonly children?: ReadonlyMap<string, Self>;
}

/** The node that a pointer names, or with `exact: false` the nearest parent that there is. */
export function findNode<Node extends Tree<Node>>(
  root: Node,
  pointer: string,
): { readonly node: Node; readonly exact: boolean } {
  let node = root;
  for (const key of pointerKeys(pointer)) {
    const child = node.children?.get(key);
    if (!child) return { node, exact: false };
    node = child;
  }
  return { node, exact: true };
}
