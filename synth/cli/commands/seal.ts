import type { Finding } from '../../../schemas/primitives/finding';
import { sealLabel, sealScopes } from '../../../schemas/primitives/seal';
import { commandLine } from '../../../schemas/primitives/position';
import { discoverEnvironments } from '../../discover';
import { writeFileAtomic } from '../../host/files';
import { isLock, takeLock } from '../../write/lock';
import { recover } from '../../write/recover';
import { reportOptions, type Command, type ExitCode } from '../command';
import { sealInto, type Sealed } from '../seal/seal';
import { readValue } from '../seal/value';
import { Session } from '../session';
import { changedLines } from '../set/changed-lines';
import type { Refusal } from '../set/change';

export const seal: Command = {
  name: 'seal',
  summary: 'put a secret of low sensitivity into a description, sealed for its cluster',
  usage: '<system>/<environment> <component> <key> [options]',
  details: [
    'The value comes from standard input, without the line break that ends it, or from a file as it is. On a terminal it is',
    'asked for, twice, and not shown.',
    'It is sealed with the certificate of the cluster, environments/<system>/<environment>.sealing.pem, which is public.',
    'A component that is not described yet is made; then --namespace and --scope may say where it goes.',
  ].join('\n'),
  options: {
    file: { type: 'string', value: 'path', description: 'take the value from a file below the repository' },
    print: { type: 'boolean', description: 'print the sealed value, and change nothing' },
    namespace: { type: 'string', value: 'component', description: 'namespace of a new sealed secret' },
    scope: { type: 'string', value: sealScopes.join('|'), description: 'who may use a new sealed secret' },
    ...reportOptions,
  },
  examples: [
    ['pass show test-account/key | slipway seal pingvas/dev test-account api_key', 'from a password manager'],
    ['slipway seal pingvas/dev test-account api_key --print < value', 'to be put somewhere by hand'],
  ],
  async run(context) {
    const session = new Session(context);
    const lock = takeLock(session.host, 'slipway seal');
    if (!isLock(lock)) return refuse(session, { findings: [lock] });
    try {
      const recovered = await recover(session.host, { lock });
      const result = await answer(session);
      if ('findings' in result) return refuse(session, result, recovered);
      return await finish(session, result, recovered);
    } finally {
      lock.release();
    }
  },
};

async function answer(session: Session): Promise<Sealed | Refusal> {
  const { host, context } = session;
  const { positionals, options } = context;
  const [where, component, key] = positionals;
  if (where === undefined || component === undefined || key === undefined || positionals.length > 3)
    return { findings: [wrongArguments(positionals.length)] };
  const value = await readValue(host, text(options['file']));
  if ('code' in value) return { findings: [value] };
  const fields = Object.fromEntries(
    ['namespace', 'scope'].flatMap((field) => {
      const stated = text(options[field]);
      return stated === undefined ? [] : [[field, stated]];
    }),
  );
  return sealInto({ host, all: discoverEnvironments(host), where, component, key, fields, value: value.bytes });
}

function text(option: unknown): string | undefined {
  return typeof option === 'string' ? option : undefined;
}

function refuse(session: Session, { findings, change }: Refusal, recovered: readonly Finding[] = []): ExitCode {
  if (change) session.texts.set(change.file, change.after);
  session.report([...recovered, ...findings], {}, ['nothing was changed']);
  return 1;
}

async function finish(
  session: Session,
  { change, sealed, sealedFor }: Sealed,
  recovered: readonly Finding[],
): Promise<ExitCode> {
  const { file, before, after, warnings = [] } = change;
  if (session.context.options['print'] === true) {
    session.report(recovered, { sealed: { value: sealed, ...sealedFor } }, [sealed]);
    return session.exitCode(recovered);
  }
  await writeFileAtomic(session.host, file, after);
  const { line } = changedLines(before, after);
  const label = sealLabel(sealedFor);
  const use = label === '' ? 'any Secret of the cluster' : label;
  session.texts.set(file, after);
  const said = [...recovered, ...warnings];
  session.report(said, { sealed: { file, line, ...sealedFor } }, [
    `${file}:${line}: sealed ${sealedFor.scope} for ${use}; now run slipway synth`,
  ]);
  return session.exitCode(said);
}

/** Nothing of the arguments is shown: one of them may be the value. */
function wrongArguments(count: number): Finding {
  return {
    code: 'wrong-arguments',
    severity: 'error',
    at: commandLine,
    subject: 'slipway seal',
    message:
      count > 3
        ? 'the value does not go on the command line, where others can read it'
        : 'it takes an environment, a component and a key',
    expected: 'slipway seal <system>/<environment> <component> <key>',
    fix:
      count > 3
        ? 'type the value when asked, or pipe it in, and change it: it has been readable'
        : 'see slipway seal --help',
  };
}
