import { nearest } from '../../../schemas/primitives/nearest';
import type { Finding } from '../../../schemas/primitives/finding';
import { commandLine } from '../../../schemas/primitives/position';
import { isLock, takeLock } from '../../write/lock';
import { reportOptions, type Command } from '../command';
import { newKind } from '../new/kind';
import { questions } from '../new/system/questions';
import { shapes } from '../new/system/shapes';
import { newSystem } from '../new/system/system';
import type { Maker } from '../new/maker';
import { Session } from '../session';
import { writeUnder } from '../write-output';

/** What can be made, by the word that follows `new`. */
const makers: Readonly<Record<string, Maker>> = { kind: newKind, system: newSystem };

export const newCommand: Command = {
  name: 'new',
  summary: 'write a new system, or the files of a new kind: source, test, line in the registry',
  usage: '<kind|system> <name> [options]',
  details: [
    'What it writes works and passes every check; it is there to be changed into what is wanted.',
    ...Object.entries(shapes).map(([shape, what]) => `A system of shape ${shape}: ${what}.`),
    'On a terminal it asks for what is not stated.',
  ].join('\n'),
  options: {
    plane: { type: 'string', value: 'aws|kubernetes', description: 'kind: where it makes something' },
    ...Object.fromEntries(
      questions.map(({ option, value, text }) => [
        option,
        { type: 'string', value, description: `system: ${text}` } as const,
      ]),
    ),
    ...reportOptions,
  },
  examples: [
    [
      'slipway new system shop --shape fleet --account 111122223333 --domain shop.example --backend cloud:shop --repository https://github.com/shop/infrastructure',
      'environments/shop/, rendered',
    ],
    ['slipway new kind health-check --plane aws', 'stacks/health-check.ts and its test'],
    ['slipway new kind feature-flags --plane kubernetes', 'charts/feature-flags.ts and its test'],
  ],
  async run(context) {
    const session = new Session(context);
    const what = context.positionals[0] ?? '';
    const maker = Object.hasOwn(makers, what) ? makers[what] : undefined;
    const lock = takeLock(session.host, 'slipway new');
    if (!isLock(lock)) return refuse(session, [lock]);
    try {
      const made = maker ? await maker.make(context) : [unknown(what)];
      if (!('files' in made)) return refuse(session, made);
      const { files, next, renders } = made;
      const lines = [...files, '', 'next:', ...next.map((line) => `  ${line}`)];
      if (renders === true)
        return await writeUnder(session, lock, { patterns: [], data: { files, next }, lines: [...lines, ''] });
      session.report([], { files, next }, lines);
      return 0;
    } finally {
      lock.release();
    }
  },
};

function refuse(session: Session, findings: readonly Finding[]): 1 {
  session.report(findings, {}, ['nothing was written']);
  return 1;
}

function unknown(what: string): Finding {
  const near = nearest(what, Object.keys(makers));
  return {
    code: 'wrong-arguments',
    severity: 'error',
    at: commandLine,
    subject: `slipway new ${what}`.trimEnd(),
    message: what === '' ? 'new what?' : `there is nothing called ${what} to make`,
    expected: Object.values(makers)
      .map(({ usage }) => usage)
      .join(', '),
    fix: near === undefined ? 'see slipway new --help' : `did you mean ${near}?`,
  };
}
