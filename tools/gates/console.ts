import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { env } from 'node:process';
import type { Tree } from './gate';
import { readMarkdown, type Fence } from './markdown';

/**
 * Blocks of a document that are carried out, in order, in one copy of the repository:
 *
 * - `<!-- run -->` before a `console` block: each `$ ` line is run by bash (`\` at its end joins the next line); the
 *   lines below it, if any, must appear in this order in what it prints, `…` standing for any text;
 * - `<!-- run, exit 1 -->`: the same, for commands that end with that code;
 * - `<!-- write path/to/file -->` before any block: the block is written to that file.
 */
export interface Step {
  readonly line: number;
  readonly action: Write | Run;
}

interface Write {
  readonly write: string;
  readonly content: string;
}

interface Run {
  readonly run: string;
  readonly expected: readonly string[];
  readonly exit: number;
}

/** The steps of one document; empty where it has none. */
export function stepsOf(text: string): Step[] {
  return readMarkdown(text).fences.flatMap(stepsOfFence);
}

function stepsOfFence(fence: Fence): Step[] {
  const target = /^write\s+(\S+)$/.exec(fence.mark)?.[1];
  if (target !== undefined) {
    return [{ line: fence.line, action: { write: target, content: `${fence.content}\n` } }];
  }
  const run = /^run(?:,\s*exit\s+(\d+))?$/.exec(fence.mark);
  if (run === null) return [];
  const exit = Number(run[1] ?? 0);
  return commandsOf(fence).map(({ line, command, expected }) => ({ line, action: { run: command, expected, exit } }));
}

interface Command {
  readonly line: number;
  command: string;
  readonly expected: string[];
}

function commandsOf(fence: Fence): Command[] {
  const commands: Command[] = [];
  for (const [index, line] of fence.content.split('\n').entries()) {
    const last = commands.at(-1);
    if (last?.command.endsWith('\\') === true && last.expected.length === 0) {
      last.command = `${last.command.slice(0, -1)} ${line.replace(/^>/, '').trim()}`;
    } else if (line.startsWith('$ ')) {
      commands.push({ line: fence.line + 1 + index, command: line.slice(2), expected: [] });
    } else if (line.trim() !== '') {
      last?.expected.push(line);
    }
  }
  return commands;
}

/** Carries out one step in a copy. Undefined when it went as the document says, else what did not. */
export function carryOut(copy: string, { action }: Step): string | undefined {
  if ('write' in action) {
    const file = join(copy, action.write);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, action.content);
    return undefined;
  }
  const { status, stdout, stderr } = spawnSync('bash', ['-euo', 'pipefail', '-c', action.run], {
    cwd: copy,
    encoding: 'utf8',
    env: { ...env, PATH: `${join(copy, 'bin')}${delimiter}${env['PATH'] ?? ''}`, NO_COLOR: '1' },
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: 120_000,
  });
  const printed = `${stdout}${stderr}`;
  if (status !== action.exit)
    return `$ ${action.run}\nexit code ${String(status)}, not ${String(action.exit)}\n${printed}`;
  const absent = firstAbsent(action.expected, printed);
  return absent === undefined ? undefined : `$ ${action.run}\ndid not print, in this order: ${absent}\n${printed}`;
}

/** The first expected line that is not found after the one before it. */
export function firstAbsent(expected: readonly string[], printed: string): string | undefined {
  const lines = printed.split('\n').map((line) => line.trimEnd());
  let from = 0;
  for (const line of expected.filter((each) => each.trim() !== '…')) {
    const pattern = new RegExp(`^${line.trimEnd().split('…').map(escape).join('.*')}$`);
    const index = lines.findIndex((each, at) => at >= from && pattern.test(each));
    if (index === -1) return line;
    from = index + 1;
  }
  return undefined;
}

function escape(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

/** A copy of the repository to try things in: its own files, the build, and the installed packages by link. */
export function makeCopy(root: string, tree: Tree): { readonly folder: string; remove(): void } {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'slipway-docs-')));
  for (const file of tree.files) cpSync(join(root, file), join(folder, file));
  cpSync(join(root, 'dist'), join(folder, 'dist'), { recursive: true });
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'), 'dir');
  spawnSync('git', ['init', '-q'], { cwd: folder });
  return {
    folder,
    remove: () => {
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
