import { foldersAbove } from '../host/path';
import type { Layout } from './output';

/** True where output may stand. */
export function allows(layout: Layout, path: string): boolean {
  return pathRefusal(layout, path) === undefined;
}

/** Why output may not stand at a path; undefined where it may. */
export function pathRefusal(layout: Layout, path: string): string | undefined {
  if (path.startsWith('/')) return 'it is absolute';
  for (const segment of path.split('/')) {
    const refusal = segmentRefusal(segment);
    if (refusal !== undefined) return refusal;
  }
  const folders = foldersAbove(path);
  const allowed = [...layout.roots, ...layout.shared];
  if (!allowed.some((folder) => folders.includes(folder))) return `it is in none of ${allowed.join(', ')}`;
  return undefined;
}

/** Bytes; the limit of every common file system. */
const longestSegment = 255;
/** Names of devices on Windows, with any extension. */
const device = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i;

function segmentRefusal(segment: string): string | undefined {
  if (segment === '..') return 'it holds ..';
  if (segment === '' || segment === '.') return 'it holds an empty or . segment';
  // All of these are one byte long, and the same in every encoding and on every system.
  if (!/^[A-Za-z0-9._@+=-]+$/.test(segment))
    return `"${segment}" holds other characters than letters, digits and ._@+=-`;
  if (segment.endsWith('.')) return `"${segment}" ends in a dot`;
  if (device.test(segment)) return `"${segment}" is the name of a device on Windows`;
  if (segment.length > longestSegment)
    return `a name in it is ${segment.length} characters long, and ${longestSegment} is the limit`;
  return undefined;
}

/** Paths that fold to the same are one file on macOS and Windows. */
export function folded(path: string): string {
  return path.toLowerCase();
}
