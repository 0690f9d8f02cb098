import { applyWrite } from '../../write/apply';
import { planWrite } from '../../write/plan';
import { isLock, takeLock, type Lock } from '../../write/lock';
import { recover } from '../../write/recover';
import { reportOptions, type Command, type CommandContext, type ExitCode } from '../command';
import { compareWithDisk } from '../compare';
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

/** Holds the lock from first to last, so that a second run is told who is at work rather than what has changed. */
async function write(context: CommandContext): Promise<ExitCode> {
  const session = new Session(context);
  const lock = takeLock(session.host, 'slipway synth');
  if (!isLock(lock)) {
    session.report([lock], {}, []);
    return 1;
  }
  try {
    return await writeUnder(session, lock);
  } finally {
    lock.release();
  }
}

async function writeUnder(session: Session, lock: Lock): Promise<ExitCode> {
  const recovered = await recover(session.host, { lock });
  const synthesis = await session.synthesize(session.context.positionals);
  const { data, lines } = summaryOf(synthesis);
  const findings = [...recovered, ...synthesis.findings];
  const blocked = session.exitCode(findings, synthesis.counts.unknown);
  if (blocked !== 0) {
    session.report(findings, { summary: data }, [...lines, `nothing was written; ${session.seconds()}`]);
    return blocked;
  }
  const plan = await planWrite(session.host, synthesis.outputs, { complete: synthesis.complete });
  const result = await applyWrite(session.host, plan, { lock });
  const all = [...findings, ...result.findings];
  const { written, unchanged, pruned } = result;
  session.report(all, { summary: { ...data, written, unchanged, pruned } }, [
    ...lines,
    `${written} written, ${unchanged} unchanged, ${pruned} pruned; ${session.seconds()}`,
  ]);
  return session.exitCode(all, synthesis.counts.unknown);
}

async function compare(context: CommandContext): Promise<ExitCode> {
  const session = new Session(context);
  const { findings, synthesis } = await compareWithDisk(session);
  const { data, lines } = summaryOf(synthesis);
  session.report(findings, { summary: data }, [...lines, `nothing was written; ${session.seconds()}`]);
  return session.exitCode(findings, synthesis.counts.unknown);
}
