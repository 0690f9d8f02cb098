import { removeFileIfThere, readTextIfThere, scratchFolder } from '../host/files';
import type { Files } from '../host/host';
import { parentOf, pathFault } from '../host/path';

/** Stands from before the first change of the tree until after the last. */
export const journalPath = `${scratchFolder}/journal.json`;
const journalVersion = 1;

/** One file that changes. Its new content is staged as `<stage>/new/<index>`, its old one goes to `<stage>/old/<index>`. */
export interface JournalEntry {
  readonly path: string;
  readonly index: number;
  /** SHA-256 of the old content; null where there is none. */
  readonly before: string | null;
  /** SHA-256 of the new content; null where the file goes. */
  readonly after: string | null;
  /** The old content is someone's work: it is kept aside. */
  readonly keep: boolean;
}

export interface Journal {
  readonly version: typeof journalVersion;
  readonly stage: string;
  /** Files that go stand before files that come, since a folder may become a file and the other way round. */
  readonly entries: readonly JournalEntry[];
  /** Folders that were missing at the start, outermost first. */
  readonly newFolders: readonly string[];
}

export function newJournal(parts: Omit<Journal, 'version'>): Journal {
  return { version: journalVersion, ...parts };
}

export function standingJournal(files: Files): boolean {
  return files.exists(journalPath);
}

/** Durable before it stands, and standing whole: what follows relies on it after a power cut as well. */
export async function writeJournal(files: Files, journal: Journal): Promise<void> {
  const staged = `${journal.stage}/journal.json`;
  files.createFile(staged, JSON.stringify(journal));
  await files.sync([staged]);
  files.rename(staged, journalPath);
  await files.sync([parentOf(journalPath)]);
}

/** `damaged` where one stands that this program did not write. */
export function readJournal(files: Files): Journal | 'damaged' | undefined {
  const text = readTextIfThere(files, journalPath);
  if (text === undefined) return undefined;
  try {
    const value: unknown = JSON.parse(text);
    return isJournal(value) ? value : 'damaged';
  } catch {
    return 'damaged';
  }
}

export function dropJournal(files: Files): void {
  removeFileIfThere(files, journalPath);
}

/** Name of a run's stage: never one of another process that is alive. */
export function stageName(pid: number): string {
  return `${stagePrefix}${pid}`;
}

/** Of a folder in the scratch folder. */
export const stagePrefix = 'stage-';

function isJournal(value: unknown): value is Journal {
  if (typeof value !== 'object' || value === null) return false;
  const { version, stage, entries, newFolders } = value as Partial<Record<keyof Journal, unknown>>;
  if (version !== journalVersion || typeof stage !== 'string' || !isStage(stage)) return false;
  if (!Array.isArray(newFolders) || !newFolders.every(isPath)) return false;
  return Array.isArray(entries) && entries.every(isEntry);
}

function isStage(path: string): boolean {
  return new RegExp(`^${scratchFolder.replace('.', '\\.')}/${stagePrefix}\\d+$`).test(path);
}

function isEntry(value: unknown): value is JournalEntry {
  if (typeof value !== 'object' || value === null) return false;
  const { path, index, before, after, keep } = value as Partial<Record<keyof JournalEntry, unknown>>;
  return isPath(path) && Number.isSafeInteger(index) && isHash(before) && isHash(after) && typeof keep === 'boolean';
}

function isPath(value: unknown): value is string {
  return typeof value === 'string' && pathFault(value) === undefined && value !== '.';
}

function isHash(value: unknown): value is string | null {
  return value === null || (typeof value === 'string' && /^[0-9a-f]{64}$/.test(value));
}
