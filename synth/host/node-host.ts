import { readFileSync, realpathSync } from 'node:fs';
import { hostname } from 'node:os';
import type { Host, Installation, ProcessIdentity, RunOptions, RunResult, Terminal } from './host';
import { findInstallation, NodeInstallation } from './installation';
import { codeOf, NodeFiles } from './node-files';

export interface NodeHostOptions {
  /** Folder of the repository. @default the current folder */
  readonly root?: string;
}

/** The real machine. Made once, where the program starts. */
export function createNodeHost(options: NodeHostOptions = {}): Host {
  return new NodeHost(realpathSync.native(options.root ?? process.cwd()));
}

class NodeHost extends NodeFiles implements Host {
  readonly env = process.env;
  #installation: Installation | undefined;
  readonly stdout = terminal(process.stdout);
  readonly stderr = terminal(process.stderr);
  #self: ProcessIdentity | undefined;

  get installation(): Installation {
    this.#installation ??= new NodeInstallation(findInstallation(__dirname));
    return this.#installation;
  }

  async readStdin(): Promise<string> {
    if (process.stdin.isTTY) return '';
    const chunks: Buffer[] = [];
    for await (const chunk of process.stdin) chunks.push(Buffer.from(chunk as Uint8Array));
    return Buffer.concat(chunks).toString('utf8');
  }

  get asks(): boolean {
    return process.stdin.isTTY && process.stdout.isTTY;
  }

  async ask(question: string): Promise<string> {
    const { ask } = await import('./node-ask');
    return ask(question, { input: process.stdin, output: process.stdout });
  }

  async askHidden(question: string): Promise<string> {
    const { askHidden } = await import('./node-ask');
    return askHidden(question, { input: process.stdin, output: process.stderr });
  }

  now(): number {
    return Date.now();
  }

  elapsedMs(): number {
    // Not `performance`: the module behind it is not there until somebody asks.
    return Number(process.hrtime.bigint()) / 1e6;
  }

  async run(command: string, args: readonly string[], options: RunOptions = {}): Promise<RunResult> {
    const { runProcess } = await import('./node-run');
    const directory = options.directory === undefined ? this.root : `${this.root}/${options.directory}`;
    return runProcess(command, args, { ...options, directory });
  }

  self(): ProcessIdentity {
    this.#self ??= { pid: process.pid, started: startOf(process.pid), machine: hostname() };
    return this.#self;
  }

  isAlive(other: ProcessIdentity): boolean {
    if (other.machine !== this.self().machine) return true;
    try {
      process.kill(other.pid, 0);
    } catch (error) {
      // EPERM: it is there, and belongs to someone else.
      if (codeOf(error) === 'ESRCH') return false;
    }
    const started = startOf(other.pid);
    if (started === ended) return false;
    return started === '' || other.started === '' || started === other.started;
  }
}

/** What {@link startOf} says of a process that is over and only waits for its parent to ask. */
const ended = 'ended';

/** Boot of the machine and start of a process in clock ticks since then, from Linux's `/proc`; elsewhere empty. */
function startOf(pid: number): string {
  try {
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
    const status = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The second field is the command's name in parentheses and may hold blanks: count from its end.
    const fields = status.slice(status.lastIndexOf(')') + 2).split(' ');
    const [state, ticks] = [fields[0], fields[19]];
    if (state === 'Z' || state === 'X') return ended;
    return ticks === undefined ? '' : `${boot}-${ticks}`;
  } catch {
    return '';
  }
}

function terminal(stream: NodeJS.WriteStream): Terminal {
  let guarded = false;
  return {
    isTTY: stream.isTTY,
    get columns() {
      return stream.isTTY ? stream.columns : undefined;
    },
    write(text) {
      if (!guarded) {
        guarded = true;
        stream.on('error', endQuietlyOnClosedPipe);
      }
      stream.write(text);
    },
  };
}

/** `slipway explain … | head` closes the pipe early: that is no failure of ours. */
function endQuietlyOnClosedPipe(error: NodeJS.ErrnoException): void {
  if (error.code === 'EPIPE') process.exit();
  throw error;
}
