import type { Json, JsonObject } from '../../schemas/primitives/artifact';
import type { Finding } from '../../schemas/primitives/finding';
import { isPlainObject } from '../../schemas/primitives/plain-object';
import { awsExamples, differences, edit, followed, type Components } from '../support/edits';

/** Components in which a key, and what refers to it, is another one. */
function withKey(value: Json, from: string, to: string): Json {
  if (value === from) return to;
  if (Array.isArray(value)) return value.map((item) => withKey(item, from, to));
  if (!isPlainObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [key === from ? to : key, withKey(item, from, to)]),
  );
}

/** The components after `from` of a kind is called `to`, with more said of it. */
function renamed(components: Components, { kind, from, to }: Renaming, more: JsonObject = {}): Components {
  const all = withKey(components, from, to) as unknown as Record<string, Record<string, JsonObject>>;
  return { ...all, [kind]: { ...all[kind], [to]: { ...all[kind]?.[to], renamedFrom: from, ...more } } };
}

interface Renaming {
  readonly kind: string;
  readonly from: string;
  readonly to: string;
}

const long = 'a-key-that-is-long-enough-to-be-shortened-for-one-service';

/** Kinds whose key is in the name of what holds data, or must not be destroyed. */
const dataKinds = [
  'audit-trail',
  'aurora-postgres',
  'backup-plan',
  'bucket',
  'cluster',
  'file-system',
  'karpenter-access',
  'postgres',
  'redis',
];

/** Renames what an example shows, and does what is then said. @returns what was said first */
async function follow(kind: string, from: string, before: Components): Promise<readonly Finding[]> {
  const renaming = { kind, from, to: 'other' };
  const first = await edit(before, renamed(before, renaming));
  // AWS takes no rule twice: none is made anew while the old one is there.
  expect([kind, differences(first).filter((made) => /security_group_\w+_rule/.test(made))]).toEqual([kind, []]);
  if (first.findings.length === 0) return [];
  expect(first.findings[0]?.fix).toContain(`(name: acme-test-${from})`);
  const second = await edit(before, renamed(before, renaming, followed(first.findings)));
  expect([kind, second.findings, differences(second)]).toEqual([kind, [], []]);
  return first.findings;
}

describe('a component that holds data and gets another key', () => {
  /** Of the kinds whose examples are renamed, those that something was said of, each with how much at most. */
  async function told(from: string, kinds?: readonly string[]): Promise<ReadonlyMap<string, number>> {
    const most = new Map<string, number>();
    for (const { kind, of } of await awsExamples()) {
      if (kinds?.includes(kind) === false) continue;
      const findings = await follow(kind, from, of(from));
      if (findings.length > 0) most.set(kind, Math.max(most.get(kind) ?? 0, findings.length));
    }
    return most;
  }

  const oneEach = new Map(dataKinds.map((kind) => [kind, 1]));

  it('is told one thing to do, and loses nothing by doing it', async () => {
    expect(await told('example')).toEqual(oneEach);
  }, 60_000);

  it('is told so where the name of the old key was too long for some of what it makes', async () => {
    expect(await told(long, dataKinds)).toEqual(oneEach);
  }, 60_000);

  const network = {
    main: {
      cidr: '10.0.0.0/16',
      natGateways: 'none',
      zones: { 'us-east-1a': { private: '10.0.11.0/24' }, 'us-east-1b': { private: '10.0.12.0/24' } },
    },
  };

  it('keeps a name that was stated, and the texts that AWS can’t change under it', async () => {
    const before = { network, redis: { cache: { name: 'sessions-2019' } } };
    const renaming = { kind: 'redis', from: 'cache', to: 'sessions' };
    const bare = renamed({ network, redis: { cache: {} } }, renaming);
    const first = await edit(before, bare);
    expect(first.findings.map(({ code, fix }) => [code, fix.replace(/; where nothing .*/, '')])).toEqual([
      [
        'data-replaced',
        'keep the name (name: sessions-2019): then all that cache was moves to sessions, and nothing is replaced',
      ],
    ]);
    const second = await edit(before, renamed(before, renaming));
    expect(second.findings.map(({ code, subject }) => [code, subject])).toEqual([
      ['name-still-taken', 'aws_elasticache_parameter_group.sessions'],
      ['name-still-taken', 'aws_security_group.sessions'],
    ]);
    const third = await edit(before, renamed(before, renaming, followed(second.findings)));
    expect([third.findings, differences(third)]).toEqual([[], []]);
  });

  it('is told so too of what changes beside its name', async () => {
    const before = { network, postgres: { ledger: { database: 'ledger' } } };
    const renaming = { kind: 'postgres', from: 'ledger', to: 'books' };
    const { findings } = await edit(before, renamed(before, renaming, { database: 'books' }));
    expect(findings.map(({ message }) => message.split(':')[0])).toEqual([
      'identifier changes from acme-test-ledger to acme-test-books',
      'db_name changes from ledger to books',
    ]);
  });

  it.each([
    ['aws-resource', { type: 'aws_sqs_queue', layer: 'data', holdsData: true, arguments: { name: 'jobs' } }, 'jobs'],
    ['zone', { domain: 'acme.test' }, 'acme.test'],
  ])('is told to keep a name that is a field of its own: that of an %s', async (kind, input, name) => {
    const text = JSON.stringify({ [kind]: { it: input } });
    const before = JSON.parse(text) as Components;
    const after = JSON.parse(text.replaceAll(name, `new.${name}`)) as Components;
    expect(
      (await edit(before, after)).findings.map(({ code, fix }) => [code, fix.replace(/; where nothing .*/, '')]),
    ).toEqual([['data-replaced', 'keep the value, or describe a new component beside it']]);
  });

  it('has nothing to be told where its key is in no name', async () => {
    const before = { secret: { keys: { entries: { jwt: {} } } }, key: { app: {} } };
    const after = { secret: { tokens: { entries: { jwt: {} }, renamedFrom: 'keys' } }, key: { app: {} } };
    expect((await edit(before, after)).findings).toEqual([]);
  });
});
