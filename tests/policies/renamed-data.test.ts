import { TerraformGraph } from '../../schemas/graph/terraform';
import { typeNames } from '../../schemas/graph/type-names';
import { textAt } from '../../schemas/graph/values';
import type { Artifact, Json, JsonObject } from '../../schemas/primitives/artifact';
import type { Finding } from '../../schemas/primitives/finding';
import { isPlainObject } from '../../schemas/primitives/plain-object';
import { keepData } from '../../synth/build/data-safety';
import { catalogue, loadKinds } from '../../synth/catalogue';
import { checkDataSafety } from '../../synth/check/data-safety';
import { checkTakenNames } from '../../synth/check/taken-name';
import { render, type Rendered } from '../support/render';

type Components = Readonly<Record<string, Readonly<Record<string, JsonObject>>>>;

function terraformOf({ built }: Rendered): Artifact[] {
  return (built?.artifacts ?? []).filter(({ plane }) => plane === 'terraform');
}

/** What is said of an edit, and the names before and after of all that is one thing before and after. */
async function edit(before: Components, after: Components) {
  const [old, next] = [await render({ components: before }), await render({ components: after })];
  if (!old.built || !next.built) throw new Error(next.findings.map(({ message }) => message).join('\n'));
  const kept = keepData([next.built], terraformOf(old));
  const rendered = kept.built.flatMap(({ artifacts }) => artifacts.filter(({ plane }) => plane === 'terraform'));
  const change = { before: new TerraformGraph(terraformOf(old)), after: new TerraformGraph(rendered) };
  const lost = [...checkDataSafety([next.environment], change), ...checkTakenNames(change)];
  return { ...change, findings: [...kept.findings, ...lost] };
}

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

/** What the fixes of findings say to add to the component. */
function followed(findings: readonly Finding[]): JsonObject {
  const names = new Set(findings.flatMap(({ fix }) => /\bname: ([^,)]+)/.exec(fix)?.[1] ?? []));
  const patches = findings.flatMap(({ fix }) => {
    const [, address, argument, value] = /patches: \{ (\S+): \{ (\w+): ("[^"]*") \} \}/.exec(fix) ?? [];
    return address === undefined ? [] : [[address, { [argument ?? '']: JSON.parse(value ?? '""') as string }] as const];
  });
  expect(names.size).toBeLessThanOrEqual(1);
  const [name] = names;
  return {
    ...(name === undefined ? {} : { name }),
    ...(patches.length === 0 ? {} : { patches: Object.fromEntries(patches) }),
  };
}

/** Names that differ, and what is not moved but made anew or given up. */
function differences({ before, after }: Awaited<ReturnType<typeof edit>>): string[] {
  const moved = new Map(
    after.all.flatMap(({ workspace }) =>
      after
        .blocks(workspace, 'moved')
        .map(({ body }) => [`${workspace} ${textAt(body, '/to') ?? ''}`, textAt(body, '/from')]),
    ),
  );
  const left = new Set(before.all.map(({ workspace, address }) => `${workspace} ${address}`));
  const differing = after.all.flatMap(({ workspace, address, type, body }) => {
    const from = moved.get(`${workspace} ${address}`) ?? address;
    const was = before.resource(workspace, from);
    left.delete(`${workspace} ${from}`);
    const { argument = '' } = typeNames[type] ?? {};
    const [old, now] = [was?.body[argument], body[argument]];
    const unknown = typeof now === 'string' && now.startsWith('${');
    return was && (unknown || JSON.stringify(old) === JSON.stringify(now)) ? [] : [address];
  });
  return [...differing, ...left];
}

const long = 'a-key-that-is-long-enough-to-be-shortened-for-one-service';

async function examples(): Promise<{ readonly kind: string; readonly of: (key: string) => Components }[]> {
  const kinds = await loadKinds(Object.keys(catalogue));
  return [...kinds].flatMap(([kind, { plane, examples }]) =>
    plane !== 'aws'
      ? []
      : Object.values(examples).map((example) => {
          const others = (example.with ?? {}) as unknown as Components;
          const of = (key: string) => ({ ...others, [kind]: { ...others[kind], [key]: example.input as JsonObject } });
          return { kind, of };
        }),
  );
}

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
    for (const { kind, of } of await examples()) {
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
    expect(first.findings.map(({ code, fix }) => [code, fix])).toEqual([
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
    expect((await edit(before, after)).findings.map(({ code, fix }) => [code, fix])).toEqual([
      ['data-replaced', 'keep the value, or describe a new component beside it'],
    ]);
  });

  it('has nothing to be told where its key is in no name', async () => {
    const before = { secret: { keys: { entries: { jwt: {} } } }, key: { app: {} } };
    const after = { secret: { tokens: { entries: { jwt: {} }, renamedFrom: 'keys' } }, key: { app: {} } };
    expect((await edit(before, after)).findings).toEqual([]);
  });
});
