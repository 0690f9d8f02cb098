/**
 * The one door to the machine: file system, child processes, clock, environment variables, terminal.
 *
 * Paths are repository-relative with `/` on every machine. Absolute paths, `..`, and links that lead outside the
 * repository are refused, so that nothing read from a description can reach past it.
 */

/** What stands at a path. Links are named, never followed. */
export type EntryKind = 'file' | 'directory' | 'link' | 'other';

export interface Entry {
  readonly name: string;
  readonly kind: EntryKind;
}

export interface FileStatus {
  readonly kind: EntryKind;
  /** Bytes. */
  readonly size: number;
  /** Milliseconds since 1970, with the fraction that the file system keeps. */
  readonly modifiedMs: number;
}

/**
 * Single steps on files, each either done or thrown as {@link HostError}. Nothing here makes parent folders or removes
 * more than one thing: helpers made of these steps are in `./files`, so that a test can stop between any two.
 */
export interface Files {
  /** Text decoded as UTF-8, leniently: who must know about broken bytes reads them with `readBytes`. */
  readText(path: string): string;
  readBytes(path: string): Uint8Array;
  exists(path: string): boolean;
  /** Undefined where nothing is. A link is reported as a link. */
  stat(path: string): FileStatus | undefined;
  /** Entries of a folder by name in code-unit order. */
  list(path: string): Entry[];
  /** Makes one folder; its parent must stand. */
  createDirectory(path: string): void;
  /** Writes a file that must not exist yet. A failure may leave a part of it. */
  createFile(path: string, content: string | Uint8Array): void;
  /** Atomic, of a file or a folder; replaces a file at `to`. */
  rename(from: string, to: string): void;
  /** A second name for a file; fails with EEXIST where `to` stands, which makes it the way to take a lock. */
  link(from: string, to: string): void;
  removeFile(path: string): void;
  /** Removes an empty folder. */
  removeDirectory(path: string): void;
  /** Returns when the content of these files, and the entries of these folders, would survive a power cut. */
  sync(paths: readonly string[]): Promise<void>;
}

export interface Terminal {
  readonly isTTY: boolean;
  /** Width in characters, where it is a terminal. */
  readonly columns: number | undefined;
  write(text: string): void;
}

/** Who a process is, so that a process number used again is not taken for it. */
export interface ProcessIdentity {
  readonly pid: number;
  /** Start of the process and of the machine as the kernel counts them; empty where it can't be told. */
  readonly started: string;
  readonly machine: string;
}

export interface RunOptions {
  /** Folder below the repository root. @default the root */
  readonly directory?: string;
  /** Text for its standard input. @default none */
  readonly input?: string;
  /** Set on top of this process's variables; undefined removes one. */
  readonly env?: Readonly<Record<string, string | undefined>>;
  /** Milliseconds after which it is killed. @default no limit */
  readonly timeoutMs?: number;
}

export interface RunResult {
  /** `missing`: no such command. `killed`: by a signal, the time limit included. */
  readonly outcome: 'exited' | 'killed' | 'missing';
  /** Exit code; -1 unless it exited. */
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** What Slipway brings with itself: committed schemas, what its build made, and the packages that it stands on. */
export interface Installation {
  /** Slipway's own folder. */
  readonly files: Pick<Files, 'readText' | 'readBytes' | 'exists'>;
  /** A file of an installed package, by its path below the package's folder; nothing where there is none. */
  readPackage(packageName: string, path: string): string | undefined;
}

export interface Host extends Files {
  /** What Slipway brings with itself, wherever it is installed. */
  readonly installation: Installation;
  /** Absolute path of the repository, for messages to a person and for tools that want one; never for output. */
  readonly root: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly stdout: Terminal;
  readonly stderr: Terminal;
  /** Whole standard input as text; empty where it is a terminal. */
  readStdin(): Promise<string>;
  /** Somebody is there to answer questions: both ends are a terminal. */
  readonly asks: boolean;
  /**
   * One line from the terminal, after a question.
   * @throws BrokenOff
   */
  ask(question: string): Promise<string>;
  /**
   * The same, with an answer that the terminal does not show.
   * @throws BrokenOff
   */
  askHidden(question: string): Promise<string>;
  /** Milliseconds since 1970. */
  now(): number;
  /** Milliseconds on a clock that never jumps, for durations. */
  elapsedMs(): number;
  /** Runs a command without a shell and waits for it. A failure is a value, not an exception. */
  run(command: string, args: readonly string[], options?: RunOptions): Promise<RunResult>;
  self(): ProcessIdentity;
  /** False only where it is certain that the process is over; a process of another machine counts as alive. */
  isAlive(process: ProcessIdentity): boolean;
}

/** What the operating system says, or one of ours: a path that is absolute, malformed or leads outside; a link on the way of a write. */
export type HostErrorCode = 'EOUTSIDE' | 'ELINKED' | (string & {});

/** A step on files that failed. */
export class HostError extends Error {
  override readonly name = 'HostError';

  constructor(
    readonly code: HostErrorCode,
    /** The name of the step, `rename` say. */
    readonly operation: string,
    /** The path that was asked for. */
    readonly path: string,
  ) {
    super(`${operation} ${JSON.stringify(path)}: ${code}`);
  }
}

/** True for a failure of the host with one of these codes. */
export function isHostError(error: unknown, ...codes: readonly HostErrorCode[]): error is HostError {
  return error instanceof HostError && (codes.length === 0 || codes.includes(error.code));
}

/** Somebody who was asked pressed Ctrl-C or Ctrl-D: no fault, and nothing is to be done any more. */
export class BrokenOff extends Error {
  override readonly name = 'BrokenOff';
}
