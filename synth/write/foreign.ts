import { compareText } from '../../schemas/primitives/finding';
import { foldersAbove, parentOf } from '../host/path';
import type { Disk } from './disk';
import type { Layout } from './output';

interface Search {
  readonly layout: Layout;
  /** Paths that some owner has. */
  readonly known: ReadonlySet<string>;
  /** Paths of the run's owners; undefined where the run is of all of them. Cost follows these, not the repository. */
  readonly own: readonly string[] | undefined;
}

/** Files and links in folders of output alone that are nobody's. For a limited run, in the folders of its own files. */
export function findForeign(disk: Disk, { layout, known, own }: Search): string[] {
  const knownFolders = new Set([...known].flatMap((path) => foldersAbove(path)));
  const foreign: string[] = [];
  const search = (folder: string): void => {
    for (const [name, kind] of disk.entries(folder)) {
      const path = `${folder}/${name}`;
      if (layout.tolerated.includes(name) || known.has(path)) continue;
      if (kind !== 'directory') foreign.push(path);
      else if (own === undefined || !knownFolders.has(path)) search(path);
    }
  };
  const inRoot = (folder: string): boolean =>
    layout.roots.some((root) => folder === root || folder.startsWith(`${root}/`));
  const starts = own === undefined ? layout.roots : new Set(own.map(parentOf).filter(inRoot));
  for (const start of starts) search(start);
  return [...new Set(foreign)].sort(compareText);
}
