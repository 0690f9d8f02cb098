import type { Host } from '../../host/host';
import { reportOptions, type Command } from '../command';
import { tools, type Tool } from '../doctor/tools';
import { Session } from '../session';
import { table } from '../table';

interface Examined extends Pick<Tool, 'name' | 'needed' | 'use'> {
  readonly version?: string;
  readonly from?: string;
  /** Its version is older than what is needed. */
  readonly tooOld?: true;
}

/** Columns where the output is no terminal. */
const defaultWidth = 120;

export const doctor: Command = {
  name: 'doctor',
  summary: 'say which tools are there, in which version, and what is not judged without the others',
  usage: '[options]',
  details: 'Slipway renders and checks without any of them but Node.js; exit code 1 where that is too old.',
  options: reportOptions,
  examples: [
    ['slipway doctor', 'a table of tools'],
    ['slipway doctor --json', 'for a script'],
  ],
  async run(context) {
    const session = new Session(context);
    const examined = await Promise.all(tools.map((tool) => examine(session.host, tool)));
    const rows = examined.map((tool) => [mark(tool), tool.name, found(tool), advice(tool)]);
    session.report([], { tools: examined }, table(rows, session.host.stdout.columns ?? defaultWidth, ''));
    return examined.some((tool) => tool.needed && (tool.version === undefined || tool.tooOld === true)) ? 1 : 0;
  },
};

async function examine(host: Host, tool: Tool): Promise<Examined> {
  const { name, needed, use, least } = tool;
  for (const command of tool.commands) {
    const version = await versionOf(host, tool, command);
    if (version === undefined) continue;
    const tooOld = least !== undefined && isOlder(version, least);
    return { name, needed, use, version, from: command, ...(tooOld ? { tooOld } : {}) };
  }
  return { name, needed, use };
}

/** Milliseconds after which a tool counts as broken. */
const patience = 10_000;

const anyVersion = /(\d+\.\d+(?:\.\d+)?(?:[-+][\w.]+)?)/;

async function versionOf(host: Host, { args, env, version }: Tool, command: string): Promise<string | undefined> {
  const result = await host.run(command, args, { timeoutMs: patience, ...(env ? { env } : {}) });
  if (result.outcome !== 'exited' || result.status !== 0) return undefined;
  return (version ?? anyVersion).exec(`${result.stdout}\n${result.stderr}`)?.[1] ?? 'there';
}

function isOlder(version: string, least: string): boolean {
  const [numbers, bounds] = [version, least].map((text) => text.split(/[.+-]/).map(Number));
  for (const [index, bound] of (bounds ?? []).entries()) {
    const number = numbers?.[index] ?? 0;
    if (number !== bound) return number < bound;
  }
  return false;
}

function mark({ version, tooOld }: Examined): string {
  return version === undefined ? '-' : tooOld === true ? '!' : '+';
}

function found({ version, tooOld }: Examined): string {
  return version === undefined ? 'missing' : `${version}${tooOld === true ? ', too old' : ''}`;
}

function advice({ version, use, needed }: Examined): string {
  return version === undefined && !needed ? use.without : use.for;
}
