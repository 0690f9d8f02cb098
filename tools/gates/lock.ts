import type { OwnGate, Problem } from './gate';

interface LockEntry {
  readonly version?: string;
  readonly resolved?: string;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

/**
 * `npm ci` works on every machine: the lock file holds the binaries of all platforms, also where the one who wrote it
 * could not see them, and names no host to fetch from.
 */
export const lockGate: OwnGate = {
  name: 'lock file',
  judge(tree) {
    const file = 'package-lock.json';
    if (!tree.files.includes(file)) return [];
    const { packages } = JSON.parse(tree.read(file)) as { packages: Readonly<Record<string, LockEntry>> };
    const absent = Object.entries(packages).flatMap(([path, entry]) =>
      Object.keys(entry.optionalDependencies ?? {})
        .filter((name) => !isLocked(packages, path, name))
        .map((name) => `${path} may need ${name}, which is not locked: npm ci would refuse`),
    );
    const hosted = Object.entries(packages)
      .filter(([, entry]) => entry.resolved?.startsWith('http') === true)
      .map(([path]) => `${path} names the host it came from: npm install with omit-lockfile-registry-resolved`);
    return [...absent, ...hosted].map((message): Problem => ({ file, line: 1, message }));
  },
};

/** Looks where Node would: below the package, then below each folder above it. */
function isLocked(packages: Readonly<Record<string, LockEntry>>, from: string, name: string): boolean {
  for (let folder = from; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf('node_modules/') - 1))) {
    if (packages[`${folder}${folder === '' ? '' : '/'}node_modules/${name}`] !== undefined) return true;
    if (folder === '') return false;
  }
}
