import { writeCodes } from '../../schemas/codes/write';
import type { Finding } from '../../schemas/primitives/finding';
import { removeFileIfThere, removeTree, scratchFolder } from '../host/files';
import { HostError, type Entry, type Host } from '../host/host';
import { hostFinding, interrupted, startOf } from './findings';
import { journalPath, readJournal, stagePrefix, type Journal } from './journal';
import { isLock, isLocked, takeLock, type Lock } from './lock';
import { keptFolder, Transaction } from './transaction';

export interface RecoverOptions {
  /** For the message to other runs. @default slipway */
  readonly command?: string;
  /** The lock, where the caller holds it already. @default taken and released here */
  readonly lock?: Lock;
}

/**
 * Completes what an interrupted run began, or undoes it where the new content is lost. Every command calls it first; where
 * nothing was interrupted it costs one look at a folder.
 * @returns a note of what was done; an error where another run is at work or nothing can be done
 */
export async function recover(host: Host, options: RecoverOptions = {}): Promise<Finding[]> {
  try {
    const entries = scratch(host);
    const journal = entries.some(({ name }) => `${scratchFolder}/${name}` === journalPath);
    if (!journal && !entries.some(isStage)) return [];
    // The stage of a run that has not begun to change anything.
    if (!journal && options.lock === undefined && isLocked(host)) return [];
    const lock = options.lock ?? takeLock(host, options.command ?? 'slipway');
    if (!isLock(lock)) return journal ? [lock] : [];
    try {
      return await underLock(host);
    } finally {
      if (options.lock === undefined) lock.release();
    }
  } catch (error) {
    if (error instanceof HostError)
      return [hostFinding(error), interrupted('an interrupted run could not be completed')];
    throw error;
  }
}

async function underLock(host: Host): Promise<Finding[]> {
  const journal = readJournal(host);
  if (journal === 'damaged') return [hopeless('its journal can not be read')];
  const findings = journal === undefined ? [] : await settle(host, journal);
  if (!findings.some(({ severity }) => severity === 'error')) clean(host);
  return findings;
}

async function settle(host: Host, journal: Journal): Promise<Finding[]> {
  const transaction = new Transaction(host, journal);
  if (transaction.canRedo()) {
    try {
      transaction.redo();
      await transaction.sync();
      transaction.finish();
      return [recovered(transaction, 'completed')];
    } catch (error) {
      if (!(error instanceof HostError) || !transaction.canUndo()) throw error;
    }
  } else if (!transaction.canUndo()) {
    return [hopeless('files that it needs are gone from .slipway/')];
  }
  transaction.undo();
  transaction.drop();
  return [recovered(transaction, 'undone')];
}

/** Removes what interrupted runs left and nothing needs. */
function clean(host: Host): void {
  for (const entry of scratch(host)) {
    const path = `${scratchFolder}/${entry.name}`;
    if (isStage(entry)) removeTree(host, path);
    else if (entry.kind === 'file' && /^lock[.-]/.test(entry.name)) removeFileIfThere(host, path);
  }
}

function scratch(host: Host): Entry[] {
  return host.stat(scratchFolder)?.kind === 'directory' ? host.list(scratchFolder) : [];
}

function isStage({ name, kind }: Entry): boolean {
  return kind === 'directory' && name.startsWith(stagePrefix);
}

function recovered({ journal, setAside }: Transaction, how: 'completed' | 'undone'): Finding {
  const edited =
    setAside.length === 0 ? '' : `; ${setAside.length} changed since, whose content is kept in ${keptFolder}/`;
  return {
    code: 'run-recovered',
    severity: setAside.length === 0 ? 'note' : 'warning',
    at: startOf(journalPath),
    subject: 'repository',
    message: `an interrupted run was ${how}: ${journal.entries.length} files${edited}`,
    fix: writeCodes['run-recovered'].fix,
    related: setAside.map((path) => ({ at: startOf(path), message: `changed since; kept as ${keptFolder}/${path}` })),
  };
}

function hopeless(why: string): Finding {
  return {
    ...interrupted(`an interrupted run can be neither completed nor undone: ${why}`),
    fix: writeCodes['run-unfinished'].fix,
  };
}
