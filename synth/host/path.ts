/** Why a path is no repository-relative one, or undefined where it is. The root itself is `.`. */
export function pathFault(path: string): string | undefined {
  if (path === '.') return undefined;
  if (path === '') return 'the path is empty';
  if (path.includes('\0')) return 'the path holds a NUL character';
  if (path.includes('\\')) return 'the path holds a backslash; folders are separated by /';
  if (path.startsWith('/') || /^[A-Za-z]:/.test(path)) return 'the path is absolute';
  for (const segment of path.split('/')) {
    if (segment === '..') return 'the path holds ..';
    if (segment === '' || segment === '.') return 'the path holds an empty or . segment';
  }
  return undefined;
}

/** Folder of a path: `a/b/c` gives `a/b`, `a` gives `.`. */
export function parentOf(path: string): string {
  const slash = path.lastIndexOf('/');
  return slash < 0 ? '.' : path.slice(0, slash);
}

/** Every folder above a path, nearest first, without the root: `a/b/c` gives `a/b`, `a`. */
export function foldersAbove(path: string): string[] {
  const folders: string[] = [];
  for (let folder = parentOf(path); folder !== '.'; folder = parentOf(folder)) folders.push(folder);
  return folders;
}
