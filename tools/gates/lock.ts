import type { OwnGate, Problem } from './gate';

interface LockEntry {
  readonly version?: string;
  readonly resolved?: string;
  readonly integrity?: string;
  readonly inBundle?: boolean;
  readonly optional?: boolean;
  readonly os?: readonly string[];
  readonly cpu?: readonly string[];
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

/**
 * `npm ci` works on every machine: the lock file holds the binaries of all platforms, also where the one who wrote it
 * could not see them, and names no host to fetch from. What is fetched has the hash that it had: a binary of another
 * platform than Linux on x64 or arm64 may lack it, since npm writes only hashes of what its registry showed.
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
    const unhashed = Object.entries(packages)
      .filter(([path, entry]) => path !== '' && needsHash(entry) && entry.integrity === undefined)
      .map(([path]) => `${path} has no integrity: take its entry out and run npm install --package-lock-only`);
    return [...absent, ...hosted, ...unhashed].map((message): Problem => ({ file, line: 1, message }));
  },
};

/** What is in a bundle comes with the hash of that; binaries of platforms that CI is not on may go without. */
function needsHash({ inBundle = false, optional = false, os = ['linux'], cpu = ['x64'] }: LockEntry): boolean {
  const isElsewhere = !os.includes('linux') || !cpu.some((name) => name === 'x64' || name === 'arm64');
  return !inBundle && !(optional && isElsewhere);
}

/** Looks where Node would: below the package, then below each folder above it. */
function isLocked(packages: Readonly<Record<string, LockEntry>>, from: string, name: string): boolean {
  for (let folder = from; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf('node_modules/') - 1))) {
    if (packages[`${folder}${folder === '' ? '' : '/'}node_modules/${name}`] !== undefined) return true;
    if (folder === '') return false;
  }
}
