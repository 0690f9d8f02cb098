import {
  closeSync,
  fsync,
  linkSync,
  lstatSync,
  mkdirSync,
  open,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmdirSync,
  unlinkSync,
  writeFileSync,
  type Dirent,
  type Stats,
} from 'node:fs';
import { sep } from 'node:path';
import { promisify } from 'node:util';
import { HostError, type Entry, type EntryKind, type Files, type FileStatus } from './host';
import { parentOf, pathFault } from './path';

/** Files syncing at once: as many as Node's pool has threads. */
const syncsAtOnce = 4;

/** {@link Files} on the real disk. Steps are synchronous: for small files that is several times faster. */
export class NodeFiles implements Files {
  /** Folders known to stand without a link on the way; emptied when a folder goes. */
  readonly #plainFolders = new Set<string>(['.']);

  /** @param root absolute, itself resolved. */
  constructor(readonly root: string) {}

  readText(path: string): string {
    return this.#attempt('read', path, () => readFileSync(this.#toRead(path), 'utf8'));
  }

  readBytes(path: string): Uint8Array {
    return this.#attempt('read', path, () => readFileSync(this.#toRead(path)));
  }

  exists(path: string): boolean {
    return this.stat(path) !== undefined;
  }

  stat(path: string): FileStatus | undefined {
    return this.#attempt('stat', path, () => {
      const stats = this.#lstat(path);
      return stats && { kind: kindOf(stats), size: stats.size, modifiedMs: stats.mtimeMs };
    });
  }

  list(path: string): Entry[] {
    return this.#attempt('list', path, () => {
      const absolute = this.#resolveInside(path, 'list');
      const entries = readdirSync(absolute, { withFileTypes: true });
      return entries
        .map((entry) => ({ name: entry.name, kind: kindOf(entry) }))
        .sort((a, b) => (a.name < b.name ? -1 : 1));
    });
  }

  createDirectory(path: string): void {
    this.#attempt('create folder', path, () => {
      mkdirSync(this.#toWrite(path, 'create folder'));
    });
  }

  createFile(path: string, content: string | Uint8Array): void {
    this.#attempt('write', path, () => {
      writeFileSync(this.#toWrite(path, 'write'), content, { flag: 'wx' });
    });
  }

  rename(from: string, to: string): void {
    this.#attempt('rename', to, () => {
      const source = this.#toWrite(from, 'rename');
      const target = this.#toWrite(to, 'rename');
      if (this.#lstat(to)?.isSymbolicLink() === true) throw new HostError('ELINKED', 'rename', to);
      if (this.#plainFolders.has(from)) this.#forgetFolders();
      renameSync(source, target);
    });
  }

  link(from: string, to: string): void {
    this.#attempt('link', to, () => {
      linkSync(this.#toWrite(from, 'link'), this.#toWrite(to, 'link'));
    });
  }

  removeFile(path: string): void {
    this.#attempt('remove', path, () => {
      unlinkSync(this.#toWrite(path, 'remove'));
    });
  }

  removeDirectory(path: string): void {
    this.#attempt('remove folder', path, () => {
      const absolute = this.#toWrite(path, 'remove folder');
      this.#forgetFolders();
      rmdirSync(absolute);
    });
  }

  async sync(paths: readonly string[]): Promise<void> {
    const waiting = [...paths];
    const worker = async (): Promise<void> => {
      for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) await this.#syncOne(path);
    };
    await Promise.all(Array.from({ length: Math.min(syncsAtOnce, waiting.length) }, worker));
  }

  #forgetFolders(): void {
    this.#plainFolders.clear();
    this.#plainFolders.add('.');
  }

  async #syncOne(path: string): Promise<void> {
    const absolute = this.#toWrite(path, 'sync');
    try {
      const handle = await promisify(open)(absolute, 'r');
      try {
        await promisify(fsync)(handle);
      } finally {
        closeSync(handle);
      }
    } catch (error) {
      // Some systems have no way to sync a folder; what it holds is then as safe as that system makes it.
      if (['EISDIR', 'EPERM', 'EINVAL', 'ENOTSUP'].includes(codeOf(error))) return;
      throw asHostError(error, 'sync', path);
    }
  }

  /** Absolute path for a read: links are followed as long as they stay inside. */
  #toRead(path: string): string {
    const absolute = this.#resolveInside(path, 'read');
    const stats = lstatSync(absolute);
    // A pipe or a device would block, or never end.
    if (!stats.isFile() && !stats.isDirectory()) throw new HostError('EINVAL', 'read', path);
    return absolute;
  }

  #resolveInside(path: string, operation: string): string {
    const absolute = this.#absolute(path, operation);
    if (this.#plainFolders.has(path)) return absolute;
    if (this.#findLink(parentOf(path)) === undefined && !lstatSync(absolute).isSymbolicLink()) return absolute;
    const real = realpathSync.native(absolute);
    if (real !== this.root && !real.startsWith(this.root.endsWith(sep) ? this.root : this.root + sep)) {
      throw new HostError('EOUTSIDE', operation, path);
    }
    return real;
  }

  /** Absolute path for a step that changes the disk: no link on the way, wherever it leads. */
  #toWrite(path: string, operation: string): string {
    const absolute = this.#absolute(path, operation);
    if (this.#findLink(parentOf(path)) !== undefined) throw new HostError('ELINKED', operation, path);
    return absolute;
  }

  /** Status without following: also where a folder on the way is a link, which then must not lead outside. */
  #lstat(path: string): Stats | undefined {
    const absolute = this.#absolute(path, 'stat');
    try {
      const folder = parentOf(path);
      if (this.#findLink(folder) !== undefined) this.#resolveInside(folder, 'stat');
      else if (!this.#plainFolders.has(folder)) return undefined;
      return lstatSync(absolute, { throwIfNoEntry: false });
    } catch (error) {
      if (codeOf(error) === 'ENOTDIR' || codeOf(error) === 'ENOENT') return undefined;
      throw error;
    }
  }

  /** The outermost link among a folder and those above it. */
  #findLink(folder: string): string | undefined {
    if (this.#plainFolders.has(folder)) return undefined;
    const above = this.#findLink(parentOf(folder));
    if (above !== undefined) return above;
    // Nothing stands below a folder that is not there: before the first run, that is most of them.
    if (!this.#plainFolders.has(parentOf(folder))) return undefined;
    const stats = lstatSync(this.#absolute(folder, 'stat'), { throwIfNoEntry: false });
    if (stats?.isSymbolicLink() === true) return folder;
    if (stats?.isDirectory() === true) this.#plainFolders.add(folder);
    return undefined;
  }

  #absolute(path: string, operation: string): string {
    const fault = pathFault(path);
    if (fault !== undefined) throw new HostError('EOUTSIDE', operation, path);
    if (path === '.') return this.root;
    return `${this.root}${sep}${sep === '/' ? path : path.replaceAll('/', sep)}`;
  }

  #attempt<Result>(operation: string, path: string, step: () => Result): Result {
    try {
      return step();
    } catch (error) {
      throw asHostError(error, operation, path);
    }
  }
}

function kindOf(entry: Stats | Dirent): EntryKind {
  if (entry.isFile()) return 'file';
  if (entry.isDirectory()) return 'directory';
  return entry.isSymbolicLink() ? 'link' : 'other';
}

/** Code of an error of the system; told by its shape, since a test runner's realm has an `Error` of its own. */
export function codeOf(error: unknown): string {
  return typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string'
    ? error.code
    : '';
}

function asHostError(error: unknown, operation: string, path: string): unknown {
  if (error instanceof HostError || codeOf(error) === '') return error;
  return new HostError(codeOf(error), operation, path);
}
