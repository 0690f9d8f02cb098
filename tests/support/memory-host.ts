import { findInstallation, NodeInstallation } from '../../synth/host/installation';
import {
  HostError,
  type Entry,
  type FileStatus,
  type Host,
  type ProcessIdentity,
  type RunResult,
  type Terminal,
} from '../../synth/host/host';
import { parentOf, pathFault } from '../../synth/host/path';

type Step =
  'read' | 'stat' | 'list' | 'create folder' | 'write' | 'rename' | 'link' | 'remove' | 'remove folder' | 'sync';

interface Content {
  bytes: Uint8Array;
  modifiedMs: number;
  /** What a power cut would leave; undefined for nothing. */
  synced: Uint8Array | undefined;
}

/** Thrown by a step of a process that was killed, and by every one after it. */
export class Killed extends Error {}

/**
 * What goes wrong at a step, if anything: asked before each one.
 * @param changes number of steps so far that change the disk; @param all number of all steps so far
 */
export type Fault = (step: Step, path: string, count: { changes: number; all: number }) => string | undefined;

const changing: ReadonlySet<Step> = new Set([
  'create folder',
  'write',
  'rename',
  'link',
  'remove',
  'remove folder',
  'sync',
]);
const silent: Terminal = { isTTY: false, columns: undefined, write: () => undefined };

/**
 * A machine in memory, on which any step can fail. Folders and names are durable at once and in order, as a journaling
 * file system keeps them; the content of a file is durable once it was synced.
 */
export class MemoryHost implements Host {
  readonly installation = new NodeInstallation(findInstallation(__dirname));
  readonly root = '/memory';
  readonly env: Record<string, string | undefined> = {};
  readonly stdout = silent;
  readonly stderr = silent;
  /** Folders hold null. */
  readonly #entries = new Map<string, Content | null>();
  /** Steps since the fault was set. */
  readonly steps = { changes: 0, all: 0 };
  #fault: Fault = () => undefined;
  #killed = false;
  #clock = 0;
  #pid = 1;
  readonly #alive = new Set<number>([1]);
  /** True to find `a` where `A` stands, as macOS and Windows do. */
  foldsCase = false;

  constructor(files: Readonly<Record<string, string>> = {}) {
    for (const [path, text] of Object.entries(files)) this.put(path, text);
  }

  /** Puts a file without a step, folders included, as an editor or git would. */
  put(path: string, text: string): void {
    for (let folder = parentOf(path); folder !== '.'; folder = parentOf(folder)) this.#entries.set(folder, null);
    const bytes = Buffer.from(text);
    this.#entries.set(path, { bytes, synced: bytes, modifiedMs: (this.#clock += 1) });
  }

  drop(path: string): void {
    for (const key of [...this.#entries.keys()])
      if (key === path || key.startsWith(`${path}/`)) this.#entries.delete(key);
  }

  /** Text of every file and `null` for every folder, by path. */
  tree(...roots: readonly string[]): Record<string, string | null> {
    const paths = [...this.#entries.keys()].filter((path) =>
      roots.some((root) => path === root || path.startsWith(`${root}/`)),
    );
    return Object.fromEntries(paths.sort().map((path) => [path, textOf(this.#entries.get(path))]));
  }

  faultBy(fault: Fault): void {
    this.#fault = fault;
    Object.assign(this.steps, { changes: 0, all: 0 });
  }

  /** A new process on the same disk; the one before it is over. */
  restart(): void {
    this.#alive.delete(this.#pid);
    this.newProcess();
  }

  /** Another process on the same disk, beside this one and no part of the faults. */
  otherProcess(): Host {
    const self = { pid: 1000 + this.#pid, started: 'other', machine: 'memory' };
    this.#alive.add(self.pid);
    return new Proxy<Host>(this, {
      get: (_, name) => {
        if (name === 'self') return () => self;
        const value: unknown = Reflect.get(this, name, this);
        return typeof value === 'function' ? (value.bind(this) as unknown) : value;
      },
    });
  }

  /** A new process beside the one before it. */
  newProcess(): void {
    this.#pid += 1;
    this.#alive.add(this.#pid);
    this.#killed = false;
    this.faultBy(() => undefined);
  }

  /** Cuts the power: what was not synced is torn at the share that is given. */
  powerCut(share: number): void {
    for (const content of this.#entries.values()) {
      if (content === null || content.synced === content.bytes) continue;
      content.bytes = content.synced ?? content.bytes.slice(0, Math.floor(content.bytes.length * share));
      content.synced = content.bytes;
    }
    this.#clock += 60_000;
    this.restart();
  }

  readText(path: string): string {
    return Buffer.from(this.readBytes(path)).toString('utf8');
  }

  readBytes(path: string): Uint8Array {
    this.#step('read', path);
    const content = this.#entries.get(this.#find(path));
    if (content === null) throw new HostError('EISDIR', 'read', path);
    if (content === undefined) throw new HostError('ENOENT', 'read', path);
    return content.bytes;
  }

  exists(path: string): boolean {
    return this.stat(path) !== undefined;
  }

  stat(path: string): FileStatus | undefined {
    this.#step('stat', path);
    if (path === '.') return { kind: 'directory', size: 0, modifiedMs: 0 };
    const content = this.#entries.get(this.#find(path));
    if (content === undefined) return undefined;
    if (content === null) return { kind: 'directory', size: 0, modifiedMs: 0 };
    return { kind: 'file', size: content.bytes.length, modifiedMs: content.modifiedMs };
  }

  list(path: string): Entry[] {
    this.#step('list', path);
    if (path !== '.' && this.#entries.get(this.#find(path)) === undefined) throw new HostError('ENOENT', 'list', path);
    if (path !== '.' && this.#entries.get(this.#find(path)) !== null) throw new HostError('ENOTDIR', 'list', path);
    return this.#children(path)
      .sort()
      .map((child) => ({
        name: child.slice(child.lastIndexOf('/') + 1),
        kind: this.#entries.get(child) === null ? 'directory' : 'file',
      }));
  }

  createDirectory(path: string): void {
    this.#step('create folder', path);
    this.#requireFree('create folder', path);
    this.#entries.set(path, null);
  }

  createFile(path: string, content: string | Uint8Array): void {
    const bytes = Buffer.from(content as string);
    const torn = this.#step('write', path);
    this.#requireFree('write', path);
    const part = torn === undefined ? bytes : bytes.subarray(0, Math.floor(bytes.length / 2));
    this.#entries.set(path, { bytes: part, synced: undefined, modifiedMs: (this.#clock += 1) });
    if (torn !== undefined) this.#fail(torn, 'write', path);
  }

  rename(from: string, to: string): void {
    this.#step('rename', to);
    const content = this.#entries.get(this.#find(from));
    if (content === undefined) throw new HostError('ENOENT', 'rename', to);
    this.#requireFolder('rename', to);
    if (this.#entries.get(this.#find(to)) === null) throw new HostError('EISDIR', 'rename', to);
    this.#entries.delete(this.#find(to));
    this.#entries.delete(this.#find(from));
    this.#entries.set(to, content);
    for (const [path, child] of [...this.#entries]) {
      if (!path.startsWith(`${from}/`)) continue;
      this.#entries.delete(path);
      this.#entries.set(to + path.slice(from.length), child);
    }
  }

  link(from: string, to: string): void {
    this.#step('link', to);
    const content = this.#entries.get(this.#find(from));
    if (content === undefined) throw new HostError('ENOENT', 'link', to);
    this.#requireFree('link', to);
    this.#entries.set(to, content);
  }

  removeFile(path: string): void {
    this.#step('remove', path);
    const content = this.#entries.get(this.#find(path));
    if (content === undefined) throw new HostError('ENOENT', 'remove', path);
    if (content === null) throw new HostError('EISDIR', 'remove', path);
    this.#entries.delete(this.#find(path));
  }

  removeDirectory(path: string): void {
    this.#step('remove folder', path);
    const content = this.#entries.get(path);
    if (content === undefined) throw new HostError('ENOENT', 'remove folder', path);
    if (content !== null) throw new HostError('ENOTDIR', 'remove folder', path);
    if (this.#children(path).length > 0) throw new HostError('ENOTEMPTY', 'remove folder', path);
    this.#entries.delete(path);
  }

  sync(paths: readonly string[]): Promise<void> {
    return new Promise((resolve) => {
      for (const path of paths) {
        this.#step('sync', path);
        const content = this.#entries.get(this.#find(path));
        if (content === undefined) throw new HostError('ENOENT', 'sync', path);
        if (content !== null) content.synced = content.bytes;
      }
      resolve();
    });
  }

  readonly asks: boolean = false;

  ask(): Promise<string> {
    return Promise.reject(new Error('nobody is there'));
  }

  askHidden(): Promise<string> {
    return Promise.reject(new Error('nobody is there'));
  }

  readStdin(): Promise<string> {
    return Promise.resolve('');
  }

  now(): number {
    return (this.#clock += 1);
  }

  elapsedMs(): number {
    return (this.#clock += 1);
  }

  run(): Promise<RunResult> {
    return Promise.resolve({ outcome: 'missing', status: -1, stdout: '', stderr: '' });
  }

  self(): ProcessIdentity {
    return { pid: this.#pid, started: String(this.#pid), machine: 'memory' };
  }

  isAlive({ pid }: ProcessIdentity): boolean {
    return this.#alive.has(pid);
  }

  /** @returns what tears a write, which then fails in the middle */
  #step(step: Step, path: string): 'kill' | 'ENOSPC' | undefined {
    const fault = pathFault(path);
    if (fault !== undefined) throw new HostError('EOUTSIDE', step, path);
    if (this.#killed) throw new Killed();
    this.steps.all += 1;
    if (changing.has(step)) this.steps.changes += 1;
    const wrong = this.#fault(step, path, this.steps);
    if (wrong === undefined) return undefined;
    if (step === 'write' && (wrong === 'tear' || wrong === 'ENOSPC')) return wrong === 'tear' ? 'kill' : 'ENOSPC';
    return this.#fail(wrong === 'tear' ? 'kill' : wrong, step, path);
  }

  #fail(wrong: string, step: Step, path: string): never {
    if (wrong !== 'kill') throw new HostError(wrong, step, path);
    this.#killed = true;
    throw new Killed();
  }

  #requireFolder(step: Step, path: string): void {
    const parent = parentOf(path);
    if (parent === '.') return;
    const content = this.#entries.get(this.#find(parent));
    if (content === undefined) throw new HostError('ENOENT', step, path);
    if (content !== null) throw new HostError('ENOTDIR', step, path);
  }

  #requireFree(step: Step, path: string): void {
    this.#requireFolder(step, path);
    if (this.#entries.has(this.#find(path))) throw new HostError('EEXIST', step, path);
  }

  /** The spelling under which an entry stands. */
  #find(path: string): string {
    if (!this.foldsCase || this.#entries.has(path)) return path;
    const folded = path.toLowerCase();
    return [...this.#entries.keys()].find((key) => key.toLowerCase() === folded) ?? path;
  }

  #children(folder: string): string[] {
    return [...this.#entries.keys()].filter((path) => parentOf(path) === folder);
  }
}

function textOf(content: Content | null | undefined): string | null {
  return content === null || content === undefined ? null : Buffer.from(content.bytes).toString('utf8');
}
