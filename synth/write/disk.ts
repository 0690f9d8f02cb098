import { isHostError, type EntryKind, type Files } from '../host/host';
import { foldersAbove, parentOf } from '../host/path';
import { digest } from './digest';

/** Digest of a file; undefined where it went away since it was seen. */
export function digestOf(files: Files, path: string): string | undefined {
  try {
    return digest(files.readBytes(path));
  } catch (error) {
    if (isHostError(error, 'ENOENT')) return undefined;
    throw error;
  }
}

/**
 * What stands on the disk, one reading of each folder. Names are compared as they are listed, so that on a system that
 * folds case `App.yaml` is not taken for `app.yaml`.
 */
export class Disk {
  readonly #folders = new Map<string, ReadonlyMap<string, EntryKind>>();

  constructor(readonly files: Files) {}

  /** Undefined where nothing stands, or where a folder on the way is none. */
  kindAt(path: string): EntryKind | undefined {
    return this.entries(parentOf(path)).get(path.slice(path.lastIndexOf('/') + 1));
  }

  /** The path itself or the folder on the way to it that is a link, if any; outermost first. */
  linkAt(path: string): string | undefined {
    return [...foldersAbove(path).reverse(), path].find((place) => this.kindAt(place) === 'link');
  }

  /** The folder on the way that is a file, if any. */
  fileAbove(path: string): string | undefined {
    return foldersAbove(path).find((folder) => this.kindAt(folder) === 'file' || this.kindAt(folder) === 'other');
  }

  /** Digest of a plain file; undefined where none stands. */
  digestAt(path: string): string | undefined {
    return this.kindAt(path) === 'file' ? digestOf(this.files, path) : undefined;
  }

  /** Entries of a plain folder by name; none where it is missing, a link or a file. */
  entries(folder: string): ReadonlyMap<string, EntryKind> {
    const known = this.#folders.get(folder);
    if (known !== undefined) return known;
    const entries =
      folder === '.' || this.kindAt(folder) === 'directory' ? this.#read(folder) : new Map<string, EntryKind>();
    this.#folders.set(folder, entries);
    return entries;
  }

  #read(folder: string): Map<string, EntryKind> {
    try {
      return new Map(this.files.list(folder).map(({ name, kind }) => [name, kind]));
    } catch (error) {
      // Gone since its parent was read.
      if (isHostError(error, 'ENOENT')) return new Map();
      throw error;
    }
  }
}
