import { nearest } from '../../../schemas/primitives/nearest';
import type { Finding } from '../../../schemas/primitives/finding';
import { isLock, takeLock } from '../../write/lock';
import { reportOptions, type Command } from '../command';
import { newKind } from '../new/kind';
import type { Maker } from '../new/maker';
import { Session } from '../session';

/** What can be made, by the word that follows `new`. */
const makers: Readonly<Record<string, Maker>> = { kind: newKind };

export const newCommand: Command = {
  name: 'new',
  summary: 'write the files of a new kind: source, test, line in the registry',
  usage: 'kind <name> --plane <aws|kubernetes> [options]',
  details: 'What it writes works and passes every check; it is there to be changed into what is wanted.',
  options: {
    plane: { type: 'string', value: 'aws|kubernetes', description: 'where the kind makes something' },
    ...reportOptions,
  },
  examples: [
    ['slipway new kind health-check --plane aws', 'stacks/health-check.ts and its test'],
    ['slipway new kind feature-flags --plane kubernetes', 'charts/feature-flags.ts and its test'],
  ],
  async run(context) {
    const session = new Session(context);
    const what = context.positionals[0] ?? '';
    const maker = Object.hasOwn(makers, what) ? makers[what] : undefined;
    const lock = takeLock(session.host, 'slipway new');
    if (!isLock(lock)) return refuse(session, lock);
    try {
      const made = maker ? await maker.make(context) : unknown(what);
      if ('code' in made) return refuse(session, made);
      const { files, next } = made;
      session.report([], { files, next }, [...files, '', 'next:', ...next.map((line) => `  ${line}`)]);
      return 0;
    } finally {
      lock.release();
    }
  },
};

function refuse(session: Session, finding: Finding): 1 {
  session.report([finding], {}, ['nothing was written']);
  return 1;
}

function unknown(what: string): Finding {
  const near = nearest(what, Object.keys(makers));
  return {
    code: 'wrong-arguments',
    severity: 'error',
    at: { file: 'environments', line: 1, column: 1 },
    subject: `slipway new ${what}`.trimEnd(),
    message: what === '' ? 'new what?' : `there is nothing called ${what} to make`,
    expected: Object.values(makers)
      .map(({ usage }) => usage)
      .join(', '),
    fix: near === undefined ? 'see slipway new --help' : `did you mean ${near}?`,
  };
}
