import { discoverEnvironments } from '../../discover';
import { writeFileAtomic } from '../../host/files';
import type { Finding } from '../../../schemas/primitives/finding';
import { commandLine } from '../../../schemas/primitives/position';
import { isLock, takeLock } from '../../write/lock';
import { recover } from '../../write/recover';
import { reportOptions, type Command, type CommandContext, type ExitCode } from '../command';
import { changed, changeTo, textOf, withText, type Change, type ChangeInput, type Refusal } from '../set/change';
import { changedLines } from '../set/changed-lines';
import { appended, removed } from '../set/entries';
import { withFormerImage } from '../set/former-image';
import { imageAssignments, untakenImage } from '../set/image';
import { firstMeant } from '../set/meant-path';
import { findTarget } from '../set/target';
import { Session } from '../session';

export const set: Command = {
  name: 'set',
  summary: 'change one value of a description, and keep its comments and layout',
  usage: '<system>[/<environment>] <path> [<value>] [options]',
  details: [
    'The path is <component>.<field>, a setting such as terraform.autoApply, or a JSON pointer (/components/…). A key that',
    'holds dots stands as it is, such as hosts.api.example.com.zone, or in quotes where that could mean something else.',
    'The value is YAML. Where it would not be right, nothing is changed and the findings say why.',
    'With --append, the value becomes the last item of the list. With --remove, the key or item goes that the path names,',
    'or the item of this value in the list that it names; comments above it stay.',
    'With --image, the path is the name of an image and the value its tag, tag@digest or digest.',
  ].join('\n'),
  options: {
    image: { type: 'boolean', description: 'change the version of an image in the images file of the environment' },
    append: { type: 'boolean', description: 'add the value to the end of a list' },
    remove: { type: 'boolean', description: 'take out a key, or an item of a list' },
    ...reportOptions,
  },
  examples: [
    ['slipway set pingvas/dev redis.snapshotRetentionDays 3', 'in the environment file'],
    ["slipway set pingvas/dev images.transitions '[{ afterDays: 90, to: GLACIER }]'", 'a list as a whole'],
    ["slipway set pingvas/dev images.transitions --append '{ afterDays: 365, to: GLACIER }'", 'one item more'],
    ['slipway set pingvas/dev redis.snapshotRetentionDays --remove', 'what the system or a default says again'],
    ['slipway set pingvas logRetentionDays 30', 'for all environments of a system'],
    ['slipway set pingvas/prod --image user-service v1.4.2', 'what runs'],
  ],
  async run(context) {
    const session = new Session(context);
    const lock = takeLock(session.host, 'slipway set');
    if (!isLock(lock)) return refuse(session, { findings: [lock] });
    try {
      const recovered = await recover(session.host, { lock });
      const result = await answer(context);
      if (!('file' in result)) return refuse(session, result, recovered);
      return await write(session, result, recovered);
    } finally {
      lock.release();
    }
  },
};

async function answer({ host, positionals, options }: CommandContext): Promise<Change | Refusal> {
  const [where, path, value, ...surplus] = positionals;
  const ways = ['append', 'image', 'remove'].filter((option) => options[option] === true);
  const [way] = ways;
  if (where === undefined || path === undefined) return wrongArguments(positionals, 'it needs a place and a path');
  if (surplus.length > 0) return wrongArguments(positionals, `${surplus.join(' ')} is more than one value`);
  if (ways.length > 1) return wrongArguments(positionals, `--${ways.join(' and --')} do not go together`);
  const all = discoverEnvironments(host);
  const ofImage = way === 'image';
  const target = findTarget({ sources: host, all, where, path: ofImage ? '/images' : path });
  if ('code' in target) return { findings: [target] };
  const input = { sources: host, all, target, asked: { where, path } };
  if (way === 'remove') return firstMeant(input, (meant) => removed(meant, value));
  if (value === undefined) return wrongArguments(positionals, 'it needs a value; --remove does without');
  if (!ofImage)
    return firstMeant(input, (meant) => (way === 'append' ? appended(meant, value) : changeTo(meant, value)));
  if (!where.includes('/')) return wrongArguments(positionals, '--image needs an environment');
  const file = target.file.replace(/\.yaml$/, '.images.yaml');
  const untaken = await untakenImage(input);
  if (untaken) return { findings: [untaken] };
  return changeImage({ ...input, target: { ...target, file } }, value);
}

/** Another version of an image; that of a component which has been renamed comes under its new key with it. */
async function changeImage(input: ChangeInput, version: string): Promise<Change | Refusal> {
  const { sources, target, asked } = input;
  const { file } = target;
  const renamed = await withFormerImage(input, file);
  const current = renamed === undefined ? sources : withText(sources, file, renamed);
  const assignments = imageAssignments(current, { file, name: asked.path, version });
  if ('code' in assignments) return { findings: [assignments] };
  const result = await changed({ ...input, sources: current }, assignments);
  return 'file' in result && renamed !== undefined ? { ...result, before: textOf(sources, file) } : result;
}

function refuse(session: Session, { findings, change }: Refusal, recovered: readonly Finding[] = []): ExitCode {
  if (change) session.texts.set(change.file, change.after);
  session.report([...recovered, ...findings], {}, ['nothing was changed']);
  return 1;
}

async function write(session: Session, change: Change, recovered: readonly Finding[]): Promise<ExitCode> {
  const { file, before, after, warnings = [] } = change;
  const said = [...recovered, ...warnings];
  const lines = changedLines(before, after);
  if (before !== after) await writeFileAtomic(session.host, file, after);
  const { line, removed, added } = lines;
  session.texts.set(file, after);
  session.report(
    said,
    { changed: before === after ? null : { file, line, removed, added } },
    before === after
      ? [`${file} says so already`]
      : [`${file}:${line}`, ...removed.map((text) => `- ${text}`), ...added.map((text) => `+ ${text}`)],
  );
  return session.exitCode(said);
}

function wrongArguments(positionals: readonly string[], message: string): Refusal {
  const finding: Finding = {
    code: 'wrong-arguments',
    severity: 'error',
    at: commandLine,
    subject: `slipway set ${positionals.join(' ')}`.trimEnd(),
    message,
    expected: `slipway set ${set.usage}`,
    fix: 'see slipway set --help; a value with blanks goes in quotes',
  };
  return { findings: [finding] };
}
