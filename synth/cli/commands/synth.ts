import { applyWrite } from '../../write/apply';
import { checkWrite } from '../../write/check';
import { planWrite } from '../../write/plan';
import { recover } from '../../write/recover';
import { reportOptions, type Command, type CommandContext, type ExitCode } from '../command';
import { Session } from '../session';
import { summaryOf } from '../summary';

export const synth: Command = {
  name: 'synth',
  summary: 'render and check environments, and write what changed',
  usage: '[environment...] [options]',
  details:
    'Environments are named by system/environment, by system, by environment, or by a pattern with *. None means all.\nNothing is written while there is an error.',
  options: {
    check: { type: 'boolean', description: 'write nothing; exit 1 if a file differs from what would be written' },
    strict: { type: 'boolean', description: 'fail on warnings and on what could not be judged' },
    ...reportOptions,
  },
  examples: [
    ['slipway synth', 'every environment'],
    ['slipway synth pingvas/dev', 'one environment'],
    ["slipway synth 'pingvas/*'", 'every environment of one system'],
    ['slipway synth --check', 'what CI asks: is the committed output that of the description?'],
  ],
  run: (context) => (context.options['check'] === true ? compare(context) : write(context)),
};

async function write(context: CommandContext): Promise<ExitCode> {
  const session = new Session(context);
  const recovered = await recover(session.host);
  const synthesis = await session.synthesize(context.positionals);
  const { data, lines } = summaryOf(synthesis);
  const findings = [...recovered, ...synthesis.findings];
  const blocked = session.exitCode(findings, synthesis.counts.unknown);
  if (blocked !== 0) {
    session.report(findings, { summary: data }, [...lines, `nothing was written; ${session.seconds()}`]);
    return blocked;
  }
  const plan = await planWrite(session.host, synthesis.outputs, { complete: synthesis.complete });
  const result = await applyWrite(session.host, plan);
  const all = [...findings, ...result.findings];
  const { written, unchanged, pruned } = result;
  session.report(all, { summary: { ...data, written, unchanged, pruned } }, [...lines, `${written} written, ${unchanged} unchanged, ${pruned} pruned; ${session.seconds()}`]);
  return session.exitCode(all, synthesis.counts.unknown);
}

async function compare(context: CommandContext): Promise<ExitCode> {
  const session = new Session(context);
  const synthesis = await session.synthesize(context.positionals);
  const { data, lines } = summaryOf(synthesis);
  const plan = await planWrite(session.host, synthesis.outputs, { complete: synthesis.complete });
  const findings = [...synthesis.findings, ...checkWrite(plan)];
  session.report(findings, { summary: data }, [...lines, `nothing was written; ${session.seconds()}`]);
  return session.exitCode(findings, synthesis.counts.unknown);
}
