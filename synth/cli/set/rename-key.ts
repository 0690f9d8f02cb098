import type { SourcedDocument } from '../../load/yaml-document';
import { nodeAt } from './layout';
import { scalarText } from './scalar';

/**
 * The text of a file with another name for a key; every other byte stays.
 * @returns nothing where the file has no such key, or writes it in another way than by itself or in quotes
 */
export function renameKeyText(
  { text, root }: Pick<SourcedDocument, 'text' | 'root'>,
  keys: readonly string[],
  name: string,
): string | undefined {
  const start = nodeAt(root, keys)?.keyStart;
  const key = keys.at(-1);
  if (start === undefined || key === undefined) return undefined;
  const written = [key, `"${key}"`, `'${key}'`].find((each) => text.startsWith(each, start));
  if (written === undefined) return undefined;
  return text.slice(0, start) + scalarText(name) + text.slice(start + written.length);
}
