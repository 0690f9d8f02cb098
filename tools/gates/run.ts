import { spawn } from 'node:child_process';
import { delimiter, join } from 'node:path';
import { env } from 'node:process';
import { printProblem, type CommandGate, type Gate, type OwnGate, type Tree } from './gate';

export interface GateResult {
  readonly name: string;
  readonly ok: boolean;
  /** What the gate printed, or its problems, one a line. */
  readonly text: string;
  readonly milliseconds: number;
}

export interface RunGatesOptions {
  /** Folder in which commands run. */
  readonly root: string;
  readonly tree: Tree;
  /** How many gates at a time. */
  readonly parallel: number;
  /** Called for each gate as it ends. */
  report(result: GateResult): void;
}

/** Runs the gates in the order given, a few at a time. A gate that can't run has failed. */
export async function runGates(gates: readonly Gate[], options: RunGatesOptions): Promise<GateResult[]> {
  const waiting = [...gates];
  const results: GateResult[] = [];
  const work = async (): Promise<void> => {
    for (let gate = waiting.shift(); gate !== undefined; gate = waiting.shift()) {
      const result = await runGate(gate, options);
      options.report(result);
      results.push(result);
    }
  };
  await Promise.all(Array.from({ length: options.parallel }, work));
  return results;
}

async function runGate(gate: Gate, options: RunGatesOptions): Promise<GateResult> {
  const start = performance.now();
  const { ok, text } = 'judge' in gate ? judge(gate, options.tree) : await runCommand(gate, options.root);
  return { name: gate.name, ok, text, milliseconds: performance.now() - start };
}

interface Outcome {
  readonly ok: boolean;
  readonly text: string;
}

function judge(gate: OwnGate, tree: Tree): Outcome {
  const problems = gate.judge(tree);
  return { ok: problems.length === 0, text: problems.map(printProblem).join('\n') };
}

function runCommand(gate: CommandGate, root: string): Promise<Outcome> {
  const [program = '', ...args] = gate.command;
  const path = [join(root, 'node_modules', '.bin'), env['PATH'] ?? ''].join(delimiter);
  return new Promise((resolve) => {
    const child = spawn(program, args, {
      cwd: root,
      env: { ...env, PATH: path, NO_COLOR: '1', FORCE_COLOR: '0' },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const chunks: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => chunks.push(chunk));
    child.on('error', (error) => {
      resolve({
        ok: false,
        text: `${program} does not run: ${error.message}${program.startsWith('.tools/') ? '; make tools installs it' : ''}`,
      });
    });
    child.on('close', (status, signal) => {
      const text = Buffer.concat(chunks).toString('utf8');
      resolve({ ok: status === 0, text: signal === null ? text : `${text}\nstopped by ${signal}` });
    });
  });
}
