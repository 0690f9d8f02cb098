import { writeCodes } from '../../schemas/codes/write';
import type { Finding, Severity } from '../../schemas/primitives/finding';
import { createDirectories, removeTree, scratchFolder } from '../host/files';
import { HostError, type Host } from '../host/host';
import { foldersAbove } from '../host/path';
import { writeWarnings } from './check';
import { Disk } from './disk';
import { hostFinding, interrupted, startOf } from './findings';
import { newJournal, stageName, standingJournal, writeJournal, type JournalEntry } from './journal';
import { isLock, takeLock, type Lock } from './lock';
import type { PlannedFile, WritePlan } from './plan';
import { keptFolder, Transaction } from './transaction';

export interface WriteResult {
  /** False where nothing was changed, since something stands in the way. */
  readonly done: boolean;
  /** Files written, lists of owned files not counted. */
  readonly written: number;
  readonly unchanged: number;
  readonly pruned: number;
  readonly findings: readonly Finding[];
}

export interface ApplyOptions {
  /** For the message to other runs. @default slipway synth */
  readonly command?: string;
  /** The lock, where the caller holds it already; it keeps it. @default taken and released here */
  readonly lock?: Lock;
}

/**
 * Makes a plan true: all of it or nothing. New content is staged beside, a journal says what is to be done, and then file
 * after file is renamed into its place. Whatever fails on the way is undone; a run that is killed leaves the journal, and
 * the next command completes it (`recover`).
 */
export async function applyWrite(host: Host, plan: WritePlan, options: ApplyOptions = {}): Promise<WriteResult> {
  const changes = [...plan.files, ...plan.lists].filter(({ state }) => state !== 'unchanged');
  const findings = [...plan.findings, ...writeWarnings(plan)];
  if (findings.some(({ severity }) => severity === 'error')) return refused(plan, findings);
  if (changes.length === 0) return result(plan, findings);
  try {
    const lock = options.lock ?? takeLock(host, options.command ?? 'slipway synth');
    if (!isLock(lock)) return refused(plan, [...findings, lock]);
    try {
      const faults = await change(host, changes);
      const all = [...findings, ...faults];
      return faults.some(({ severity }) => severity === 'error') ? refused(plan, all) : result(plan, all);
    } finally {
      if (options.lock === undefined) lock.release();
    }
  } catch (error) {
    if (error instanceof HostError) return refused(plan, [...findings, hostFinding(error)]);
    throw error;
  }
}

function result(plan: WritePlan, findings: readonly Finding[]): WriteResult {
  const count = (test: (file: PlannedFile) => boolean): number => plan.files.filter(test).length;
  return {
    done: true,
    written: count(({ state, after }) => state !== 'unchanged' && after !== undefined),
    unchanged: count(({ state }) => state === 'unchanged'),
    pruned: count(({ state }) => state === 'stale'),
    findings,
  };
}

function refused(plan: WritePlan, findings: readonly Finding[]): WriteResult {
  return { done: false, written: 0, unchanged: plan.files.length, pruned: 0, findings };
}

/** Under the lock. Errors among what it returns say why nothing changed. */
async function change(host: Host, changes: readonly PlannedFile[]): Promise<Finding[]> {
  if (standingJournal(host)) return [interrupted('another run was interrupted since this one began')];
  const disk = new Disk(host);
  // What another run has just written as it should be needs no writing.
  const open = changes.filter(({ path, after }) => disk.digestAt(path) !== after?.digest);
  const moved = open.filter(({ path, before }) => disk.digestAt(path) !== before);
  if (moved.length > 0) return [changedMeanwhile(moved)];
  if (open.length === 0) return [];
  const transaction = await prepare(host, open, disk);
  try {
    transaction.redo();
    await transaction.sync();
  } catch (error) {
    return [
      asFinding(error),
      ...attempt(() => {
        transaction.undo();
        transaction.drop();
      }, 'error'),
    ];
  }
  const faults = attempt(() => {
    transaction.finish();
  }, 'warning');
  return transaction.setAside.length === 0 ? faults : [...faults, editedMeanwhile(transaction.setAside)];
}

/** A step after which a journal that still stands says what is left to do. */
function attempt(step: () => void, severity: Severity): Finding[] {
  try {
    step();
    return [];
  } catch (error) {
    const finding = asFinding(error);
    return [
      { ...finding, severity },
      { ...interrupted('this run could not end'), severity },
    ];
  }
}

/** What is no failure of the system is a fault of this program. */
function asFinding(error: unknown): Finding {
  if (error instanceof HostError) return hostFinding(error);
  throw error;
}

/** Stages what is new and writes the journal. A failure leaves nothing behind. */
async function prepare(host: Host, changes: readonly PlannedFile[], disk: Disk): Promise<Transaction> {
  const stage = `${scratchFolder}/${stageName(host.self().pid)}`;
  // What goes before what comes: a folder may become a file.
  const ordered = [
    ...changes.filter(({ after }) => after === undefined),
    ...changes.filter(({ after }) => after !== undefined),
  ];
  const entries = ordered.map(({ path, before, after, keep }, index): JournalEntry => ({
    path,
    index,
    before: before ?? null,
    after: after?.digest ?? null,
    keep,
  }));
  const folders = new Set(entries.flatMap(({ path, after }) => (after === null ? [] : foldersAbove(path))));
  const newFolders = [...folders].filter((folder) => disk.kindAt(folder) !== 'directory').sort();
  const transaction = new Transaction(host, newJournal({ stage, entries, newFolders }));
  try {
    removeTree(host, stage);
    for (const folder of [stage, `${stage}/new`, `${stage}/old`]) createDirectories(host, folder);
    ordered.forEach(({ after }, index) => {
      if (after !== undefined) host.createFile(`${stage}/new/${index}`, after.text);
    });
    await writeJournal(host, transaction.journal);
  } catch (error) {
    // A stage without a journal means nothing: what can't be removed now is removed by a later command.
    attempt(() => {
      transaction.drop();
    }, 'warning');
    throw error;
  }
  return transaction;
}

function changedMeanwhile(moved: readonly PlannedFile[]): Finding {
  const [first] = moved;
  const more = moved.length === 1 ? '' : ` and ${moved.length - 1} more`;
  return {
    code: 'output-changed-meanwhile',
    severity: 'error',
    at: startOf(first?.path ?? ''),
    subject: first?.owner ?? '',
    message: `${first?.path ?? ''}${more} changed while new content was rendered`,
    fix: writeCodes['output-changed-meanwhile'].fix,
    related: moved.map(({ path }) => ({ at: startOf(path), message: 'changed meanwhile' })),
  };
}

/** Changed in the very moment of its replacement. */
function editedMeanwhile(paths: readonly string[]): Finding {
  return {
    code: 'output-hand-edited',
    severity: 'warning',
    at: startOf(paths[0] ?? ''),
    subject: 'repository',
    message: `${paths.length} files changed while they were replaced; what they held is kept in ${keptFolder}/`,
    fix: writeCodes['output-hand-edited'].fix,
    related: paths.map((path) => ({ at: startOf(path), message: `kept as ${keptFolder}/${path}` })),
  };
}
