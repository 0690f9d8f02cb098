import { writeCodes } from '../../schemas/codes/write';
import type { Finding } from '../../schemas/primitives/finding';
import { createScratchFolder, readTextIfThere, removeFileIfThere, scratchFolder } from '../host/files';
import { isHostError, type Host, type ProcessIdentity } from '../host/host';
import { digest } from './digest';
import { startOf } from './findings';

/** Stands while a run may change the repository. */
export const lockPath = `${scratchFolder}/lock`;

/** Far more than the writing of one line takes. */
const longestWriteMs = 10_000;

interface Holder extends ProcessIdentity {
  readonly command: string;
}

export interface Lock {
  release(): void;
}

/**
 * Takes the lock of the repository, or says who has it. The lock of a process that is over is taken over.
 * @param command for the message to others: `slipway synth`
 */
export function takeLock(host: Host, command: string): Lock | Finding {
  createScratchFolder(host);
  const { pid, started, machine } = host.self();
  // The time makes each text one of its kind, which the taking over of a dead one relies on.
  const own = JSON.stringify({ pid, started, machine, command, since: host.now() });
  const holder = take(host, lockPath, own);
  if (holder !== undefined) return inProgress(holder);
  return { release: () => release(host) };
}

/** A lock that can't be removed holds nobody up once this process is over. */
function release(host: Host): void {
  try {
    removeFileIfThere(host, lockPath);
  } catch (error) {
    if (!isHostError(error)) throw error;
  }
}

export function isLock(taken: Lock | Finding): taken is Lock {
  return 'release' in taken;
}

/** True where a process that is not known to be over holds the lock. */
export function isLocked(host: Host): boolean {
  const text = readTextIfThere(host, lockPath);
  return text !== undefined && isHeld(host, lockPath, parseHolder(text));
}

/**
 * Two runs may find the same dead lock. Removing it is the right of the one that holds a second lock, named after the dead
 * one's text; without that, the slower would remove the lock that the faster has just taken. A process that died holding
 * the second lock is dealt with in the same way.
 * @returns who has it, or undefined where it is taken now
 */
function take(host: Host, path: string, own: string): Holder | undefined {
  for (;;) {
    if (createWhole(host, path, own)) return undefined;
    const text = readTextIfThere(host, path);
    if (text === undefined) continue;
    const holder = parseHolder(text);
    if (isHeld(host, path, holder)) return holder;
    const right = `${path}.${digest(text).slice(0, 12)}`;
    const faster = take(host, right, own);
    if (faster !== undefined) return faster;
    try {
      if (readTextIfThere(host, path) === text) removeFileIfThere(host, path);
    } finally {
      removeFileIfThere(host, right);
    }
  }
}

/** Makes the file with all its text at once; false where it stands already. */
function createWhole(host: Host, path: string, text: string): boolean {
  const temporary = `${scratchFolder}/lock-${host.self().pid}`;
  removeFileIfThere(host, temporary);
  try {
    host.createFile(temporary, text);
    host.link(temporary, path);
    return true;
  } catch (error) {
    // ENOENT: a run that recovers has taken the temporary file for one of a dead process.
    if (isHostError(error, 'EEXIST', 'ENOENT')) return false;
    // Some file systems have no hard links.
    if (!isHostError(error, 'EPERM', 'ENOTSUP', 'ENOSYS', 'EMLINK')) throw error;
    return createDirectly(host, path, text);
  } finally {
    removeFileIfThere(host, temporary);
  }
}

function createDirectly(host: Host, path: string, text: string): boolean {
  try {
    host.createFile(path, text);
    return true;
  } catch (error) {
    if (isHostError(error, 'EEXIST')) return false;
    throw error;
  }
}

const unknownHolder: Holder = { pid: 0, started: '', machine: '', command: '' };

function parseHolder(text: string): Holder {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value !== 'object' || value === null) return unknownHolder;
    const { pid, started, machine, command } = value as Partial<Record<keyof Holder, unknown>>;
    if (typeof pid !== 'number' || !Number.isSafeInteger(pid) || pid <= 0) return unknownHolder;
    return { pid, started: String(started), machine: String(machine), command: String(command) };
  } catch {
    return unknownHolder;
  }
}

/** A lock without a readable text is one being written right now, or one that a power cut has torn. */
function isHeld(host: Host, path: string, holder: Holder): boolean {
  if (holder !== unknownHolder) return host.isAlive(holder);
  return host.now() - (host.stat(path)?.modifiedMs ?? 0) < longestWriteMs;
}

function inProgress(holder: Holder): Finding {
  const who =
    holder === unknownHolder
      ? 'a run that can not be told'
      : `\`${holder.command}\` (process ${holder.pid} on ${holder.machine})`;
  return {
    code: 'run-in-progress',
    severity: 'error',
    at: startOf(lockPath),
    subject: 'repository',
    message: `${who} is writing in this repository`,
    fix: writeCodes['run-in-progress'].fix,
  };
}
