import { isLock, takeLock } from '../../write/lock';
import { reportOptions, type Command, type CommandContext, type ExitCode } from '../command';
import { compareWithDisk } from '../compare';
import { Session } from '../session';
import { summaryOf } from '../summary';
import { writeUnder } from '../write-output';

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
    return await writeUnder(session, lock, { patterns: context.positionals });
  } finally {
    lock.release();
  }
}

async function compare(context: CommandContext): Promise<ExitCode> {
  const session = new Session(context);
  const { findings, synthesis } = await compareWithDisk(session);
  const { data, lines } = summaryOf(synthesis);
  session.report(findings, { summary: data }, [...lines, `nothing was written; ${session.seconds()}`]);
  return session.exitCode(findings, synthesis.counts.unknown);
}
