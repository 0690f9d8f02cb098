import { createDirectories, removeTree, scratchFolder } from '../host/files';
import { HostError, isHostError, type Files } from '../host/host';
import { foldersAbove, parentOf } from '../host/path';
import { digestOf } from './disk';
import { dropJournal, type Journal, type JournalEntry } from './journal';

/** Where content that someone typed into the output is kept when it goes. */
export const keptFolder = `${scratchFolder}/hand-edited`;

/**
 * Up to this many files are synced one by one before a run is over. More come only from a first rendering or a change of
 * everything, where waiting for the disk would cost more than all the rest; a power cut in the seconds after such a run
 * may leave files that the next `slipway synth` writes again.
 */
const syncedFiles = 64;

/**
 * The changes of one journal. Each can be made and unmade any number of times, from whatever state a killed run left:
 * what was done is read from the disk, by hash. Content that is neither the old nor the new, typed in by someone in
 * between or torn by a power cut, is set aside, never lost and never taken for ours.
 */
export class Transaction {
  /** Paths whose content was set aside. */
  readonly setAside: string[] = [];

  constructor(
    readonly files: Files,
    readonly journal: Journal,
  ) {}

  /** True where every new content is there, in its place or staged. */
  canRedo(): boolean {
    return this.journal.entries.every(
      (entry) =>
        entry.after === null || [entry.path, this.#staged(entry)].some((path) => this.#digestAt(path) === entry.after),
    );
  }

  /** True where every old content is there, in its place or moved away. */
  canUndo(): boolean {
    return this.journal.entries.every(
      (entry) =>
        entry.before === null || [entry.path, this.#old(entry)].some((path) => this.#digestAt(path) === entry.before),
    );
  }

  /** Brings the tree to the new state. */
  redo(): void {
    for (const entry of this.journal.entries) {
      const found = this.#digestAt(entry.path);
      if (found === (entry.after ?? undefined)) continue;
      if (found !== undefined) this.#moveAway(entry, found, entry.before);
      if (entry.after === null) continue;
      this.#moveFolderAway(entry);
      createDirectories(this.files, parentOf(entry.path));
      this.files.rename(this.#staged(entry), entry.path);
    }
  }

  /** Brings the tree to the old state. Needs no room on the disk: what was there was only renamed. */
  undo(): void {
    for (const entry of [...this.journal.entries].reverse()) {
      const found = this.#digestAt(entry.path);
      if (found === (entry.before ?? undefined)) continue;
      if (found !== undefined) this.#moveAway(entry, found, entry.after);
      if (this.files.exists(this.#oldFolder(entry))) this.files.rename(this.#oldFolder(entry), entry.path);
      if (entry.before === null) continue;
      this.#removeEmptyFolder(entry.path);
      createDirectories(this.files, parentOf(entry.path));
      // Where the old content was changed in the moment of its replacement, what was set aside is the nearest to it.
      const old = this.files.exists(this.#old(entry)) ? this.#old(entry) : `${keptFolder}/${entry.path}`;
      this.files.rename(old, entry.path);
    }
    for (const folder of [...this.journal.newFolders].reverse()) this.#removeIfEmpty(folder);
  }

  /** Removes the folders that the changes left empty, up to the first folder of the path. */
  #removeEmptiedFolders(): void {
    for (const { path } of this.journal.entries.filter(({ after }) => after === null)) {
      for (const folder of foldersAbove(path).slice(0, -1)) if (!this.#removeIfEmpty(folder)) break;
    }
  }

  /** Keeps the old content of files that were changed by hand. */
  #keepHandEdited(): void {
    for (const entry of this.journal.entries.filter(({ keep }) => keep)) {
      if (this.files.exists(this.#old(entry))) this.#keep(this.#old(entry), entry.path);
    }
  }

  /** @param expected hash of what the journal knows of; anything else is set aside. */
  #moveAway(entry: JournalEntry, found: string, expected: string | null): void {
    if (found !== expected) {
      this.#keep(entry.path, entry.path);
      this.setAside.push(entry.path);
    } else {
      this.files.rename(entry.path, expected === entry.after ? this.#staged(entry) : this.#old(entry));
    }
  }

  #keep(from: string, path: string): void {
    const target = `${keptFolder}/${path}`;
    createDirectories(this.files, parentOf(target));
    this.files.rename(from, target);
  }

  /** A folder becomes a file. It is not removed, since to make it again would need room on the disk. */
  #moveFolderAway(entry: JournalEntry): void {
    if (this.files.stat(entry.path)?.kind !== 'directory') return;
    if (this.#holdsFiles(entry.path)) throw new HostError('ENOTEMPTY', 'replace folder', entry.path);
    this.files.rename(entry.path, this.#oldFolder(entry));
  }

  #holdsFiles(folder: string): boolean {
    return this.files
      .list(folder)
      .some(({ name, kind }) => kind !== 'directory' || this.#holdsFiles(`${folder}/${name}`));
  }

  /** A file becomes a file again where there was a folder for a while. */
  #removeEmptyFolder(path: string): void {
    if (this.files.stat(path)?.kind !== 'directory') return;
    for (const { name, kind } of this.files.list(path))
      if (kind === 'directory') this.#removeEmptyFolder(`${path}/${name}`);
    this.files.removeDirectory(path);
  }

  #removeIfEmpty(folder: string): boolean {
    try {
      this.files.removeDirectory(folder);
      return true;
    } catch (error) {
      // Someone's file is in it, or it is a mount point or a link: it stays.
      if (isHostError(error, 'ENOTEMPTY', 'EEXIST', 'EBUSY', 'ENOTDIR', 'ELINKED')) return false;
      return isHostError(error, 'ENOENT') || rethrow(error);
    }
  }

  /** Returns when what was written would survive a power cut. */
  async sync(): Promise<void> {
    const written = this.journal.entries.filter(({ after }) => after !== null).map(({ path }) => path);
    if (written.length > syncedFiles) return;
    await this.files.sync([...written, ...new Set(written.map(parentOf))]);
  }

  /** The last steps of a change that was made: from here on the tree is the new one. */
  finish(): void {
    this.#removeEmptiedFolders();
    this.#keepHandEdited();
    this.drop();
  }

  /** The last steps of a change that was unmade, or never begun. */
  drop(): void {
    dropJournal(this.files);
    try {
      removeTree(this.files, this.journal.stage);
    } catch (error) {
      // A stage without a journal means nothing: a later command removes it.
      if (!isHostError(error)) throw error;
    }
  }

  #digestAt(path: string): string | undefined {
    return this.files.stat(path)?.kind === 'file' ? digestOf(this.files, path) : undefined;
  }

  #staged({ index }: JournalEntry): string {
    return `${this.journal.stage}/new/${index}`;
  }

  #oldFolder({ index }: JournalEntry): string {
    return `${this.journal.stage}/old/${index}-folder`;
  }

  #old({ index }: JournalEntry): string {
    return `${this.journal.stage}/old/${index}`;
  }
}

function rethrow(error: unknown): never {
  throw error;
}
