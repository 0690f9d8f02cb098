import { sortFindings, type Finding } from '../../../schemas/primitives/finding';
import { commandLine } from '../../../schemas/primitives/position';
import { discoverEnvironments, selectEnvironments } from '../../discover';
import { resolveEnvironments } from '../../environments';
import { writeFileAtomic } from '../../host/files';
import { readYaml } from '../../load/yaml-document';
import type { Environment } from '../../model';
import { unmatchedPattern } from '../../pipeline';
import { isLock, takeLock } from '../../write/lock';
import { recover } from '../../write/recover';
import { declaredOutputs } from '../bind/declared';
import { examplesRefused, exampleValues } from '../bind/examples';
import { judgeOutputs, type BoundValue } from '../bind/judge';
import { planBindings, type BindPlan, type Difference } from '../bind/plan';
import { readOutputs, type OutputSource } from '../bind/read';
import { reportOptions, type Command, type ExitCode } from '../command';
import { counted, Session } from '../session';

export const bind: Command = {
  name: 'bind',
  summary: 'read the values that only AWS knows into the bindings of environments',
  usage: '[environment...] [options]',
  details: [
    'By default Terraform is asked: `terraform output -json` in each workspace that gives such a value.',
    'With --from only the named workspaces are read; the bindings keep what they say of the others.',
    'Nothing is written while there is an error. Render anew afterwards: slipway synth.',
  ].join('\n'),
  options: {
    from: {
      type: 'string',
      multiple: true,
      value: 'workspace=file',
      description: 'read what `terraform output -json` has printed; - is standard input',
    },
    examples: {
      type: 'boolean',
      description: 'ask nobody, and make up what is missing: for an environment of which nothing is applied yet',
    },
    check: { type: 'boolean', description: 'write nothing; exit 1 if bindings differ from what AWS says' },
    strict: { type: 'boolean', description: 'fail on warnings too: workspaces without outputs, unknown outputs' },
    ...reportOptions,
  },
  examples: [
    ['slipway bind pingvas/dev', 'after an apply'],
    ['slipway bind shop/staging --examples', 'before the first apply'],
    ['slipway bind --check', 'what a scheduled run asks of every environment'],
    [
      'terraform -chdir=workspaces/pingvas-dev-data output -json | slipway bind pingvas/dev --from pingvas-dev-data=-',
      'without Terraform being started by it',
    ],
  ],
  async run(context) {
    const session = new Session(context);
    if (context.options['check'] === true) return finish(session, await prepare(session));
    const lock = takeLock(session.host, 'slipway bind');
    if (!isLock(lock)) {
      session.report([lock], {}, ['nothing was changed']);
      return 1;
    }
    try {
      const recovered = await recover(session.host, { lock });
      const prepared = await prepare(session);
      const all = { ...prepared, findings: [...recovered, ...prepared.findings] };
      if (session.exitCode(all.findings) === 0) await write(session, all.plans);
      return finish(session, all);
    } finally {
      lock.release();
    }
  },
};

interface Prepared {
  readonly plans: readonly BindPlan[];
  readonly findings: readonly Finding[];
  readonly toolFailed: boolean;
}

async function prepare(session: Session): Promise<Prepared> {
  const { host, context } = session;
  const all = discoverEnvironments(host);
  const { selected, unmatched } = selectEnvironments(all, context.positionals);
  const { sources, malformed } = sourcesOf(context.options['from']);
  const wrong = [
    ...unmatched.map((pattern) => unmatchedPattern(pattern, all)),
    ...(context.options['examples'] === true && (sources.length > 0 || context.options['check'] === true)
      ? [wrongArgument('--examples', 'it goes with neither --from nor --check')]
      : []),
    ...malformed.map((text) => wrongArgument(`--from ${text}`, 'it names no workspace with a file')),
  ];
  if (wrong.length > 0) return { plans: [], findings: wrong, toolFailed: false };
  const { environments, findings } = await resolveEnvironments(host, all, selected);
  if (session.exitCode(findings) !== 0) return { plans: [], findings, toolFailed: false };
  if (context.options['examples'] === true) return { ...exampled(session, environments, findings), toolFailed: false };
  const plans = await Promise.all(environments.map((environment) => planOf(session, environment, sources)));
  const used = new Set(plans.flatMap(({ workspaces }) => workspaces));
  return {
    plans: plans.flatMap(({ plan }) => plan ?? []),
    findings: sortFindings([
      ...findings,
      ...plans.flatMap((plan) => plan.findings),
      ...sources.filter(({ workspace }) => !used.has(workspace)).map(strangeWorkspace),
    ]),
    toolFailed: plans.some(({ toolFailed }) => toolFailed),
  };
}

function exampled({ host }: Session, environments: readonly Environment[], findings: readonly Finding[]) {
  return {
    findings: sortFindings([...findings, ...environments.flatMap(examplesRefused)]),
    plans: environments.map((environment) => {
      const declared = declaredOutputs(environment);
      const values = exampleValues(environment, declared);
      return planBindings(host, { environment, declared, values, examples: true });
    }),
  };
}

async function planOf(session: Session, environment: Environment, sources: readonly OutputSource[]) {
  const declared = declaredOutputs(environment);
  const workspaces = [...new Set(declared.map(({ workspace }) => workspace))];
  const bound = new Set(declared.flatMap((output) => (output.bound ? [output.workspace] : [])));
  const asked = workspaces.flatMap((workspace) => {
    const file = sources.find((source) => source.workspace === workspace)?.file;
    return file === undefined && (sources.length > 0 || !bound.has(workspace)) ? [] : [{ workspace, file }];
  });
  const read = await Promise.all(
    asked.map(async ({ workspace, file }) => ({ workspace, ...(await readOutputs(session.host, workspace, file)) })),
  );
  const failures = read.flatMap((result) => ('finding' in result ? [result] : []));
  const judged = read.flatMap((result) =>
    'outputs' in result ? [judgeOutputs(result.workspace, result.outputs, declared)] : [],
  );
  const values = judged.flatMap((result) => result.values);
  return {
    workspaces,
    // What was not asked about is not touched.
    ...(asked.length === 0 ? {} : { plan: planBindings(session.host, { environment, declared, values }) }),
    findings: [...failures.map(({ finding }) => finding), ...judged.flatMap((result) => result.findings)],
    toolFailed: failures.some(({ toolFailed }) => toolFailed),
  };
}

async function write(session: Session, plans: readonly BindPlan[]): Promise<void> {
  for (const { file, before, after } of plans) if (after !== before) await writeFileAtomic(session.host, file, after);
}

function finish(session: Session, { plans, findings, toolFailed }: Prepared): ExitCode {
  const checking = session.context.options['check'] === true;
  const failed = session.exitCode(findings) !== 0;
  const changed = plans.filter(({ before, after }) => before !== after);
  const drift = checking ? changed.flatMap((plan) => driftOf(session, plan)) : [];
  const all = sortFindings([...findings, ...drift]);
  const data = { bindings: changed.map(({ file, differences }) => ({ file, differences })) };
  const lines = checking || failed ? [] : changed.flatMap(({ file, differences }) => [file, ...differences.map(told)]);
  session.report(all, data, [...lines, conclusion(checking, failed, changed)]);
  return toolFailed ? 2 : session.exitCode(all);
}

function conclusion(checking: boolean, failed: boolean, changed: readonly BindPlan[]): string {
  const values = changed.reduce((sum, { differences }) => sum + differences.length, 0);
  if (checking) return `${counted(values, 'value')} of AWS not as the bindings say; nothing was written`;
  if (failed) return 'nothing was changed';
  return changed.length === 0
    ? 'the bindings say so already'
    : `${counted(values, 'value')} bound; now run slipway synth`;
}

function told({ component, output, before, after }: Difference): string {
  return `  ${component}.${output}: ${shown(before)} → ${shown(after)}`;
}

function shown(value: BoundValue | undefined): string {
  if (value === undefined) return 'nothing';
  return typeof value === 'string' ? value : `[${value.join(', ')}]`;
}

function driftOf(session: Session, { environment, file, differences }: BindPlan): Finding[] {
  const { document } = session.host.exists(file)
    ? readYaml({ file, bytes: session.host.readBytes(file) })
    : { document: undefined };
  const place = (pointer: string) => document?.positionOf(pointer) ?? { file, line: 1, column: 1 };
  const fix = `run slipway bind ${environment.label} and then slipway synth`;
  const stale = { code: 'stale-binding', severity: 'error', fix } as const;
  if (differences.length === 0)
    return [{ ...stale, at: place('/example'), subject: file, message: 'true values are marked as examples' }];
  return differences.map(({ component, output, before, after }) => ({
    ...stale,
    at: place(`/bindings/${component}/${output}`),
    subject: `${environment.label} ${component}.${output}`,
    message: `the bindings say ${shown(before)}`,
    expected: shown(after),
  }));
}

function sourcesOf(option: unknown): { readonly sources: OutputSource[]; readonly malformed: string[] } {
  const texts = Array.isArray(option) ? option.map(String) : [];
  const parts = texts.map((text) => ({ text, match: /^([^=]+)=(.+)$/.exec(text) }));
  return {
    sources: parts.flatMap(({ match }) => (match ? [{ workspace: match[1] ?? '', file: match[2] ?? '' }] : [])),
    malformed: parts.filter(({ match }) => match === null).map(({ text }) => text),
  };
}

function strangeWorkspace({ workspace, file }: OutputSource): Finding {
  return wrongArgument(
    `--from ${workspace}=${file}`,
    `no selected environment has a workspace ${workspace} with outputs`,
  );
}

function wrongArgument(subject: string, message: string): Finding {
  return {
    code: 'wrong-arguments',
    severity: 'error',
    at: commandLine,
    subject,
    message,
    expected: 'slipway bind [environment...] [--from <workspace>=<file>]',
    fix: 'see slipway bind --help',
  };
}
