import type { JsonObject } from '../../schemas/primitives/artifact';
import type { Finding } from '../../schemas/primitives/finding';
import { loadKinds } from '../../synth/catalogue';
import { awsExamples, differences, edit, followed, type Components } from '../support/edits';

/** Kinds whose `name:` is in the name of what holds data, or must not be destroyed. */
const namedKinds = [
  'audit-trail',
  'aurora-postgres',
  'backup-plan',
  'bucket',
  'cluster',
  'file-system',
  'karpenter-access',
  'parameter',
  'postgres',
  'redis',
  'repositories',
  'secret',
];

/** Input without the fields that are null. */
function stated(input: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(input).filter(([, value]) => value !== null));
}

/** What to do to the description; nothing of what to do where it was never applied. */
function adviceOf({ fix }: Finding): string {
  return fix.replace(/; where nothing .*/, '');
}

/** Kinds that something is said of where a name becomes another, each with the fixes; following them makes all as it was. */
async function told(
  was: JsonObject,
  is: JsonObject,
  kinds?: readonly string[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const fixes = new Map<string, readonly string[]>();
  for (const { kind, of } of await awsExamples()) {
    if (kinds?.includes(kind) === false) continue;
    const first = await edit(of('example', was), of('example', is));
    const lost = first.findings.filter(({ code }) => code === 'data-replaced');
    if (lost.length === 0) continue;
    fixes.set(kind, [...new Set([...(fixes.get(kind) ?? []), ...lost.map(adviceOf)])]);
    const second = await edit(of('example', was), of('example', stated({ ...is, ...followed(lost) })));
    expect([kind, second.findings, differences(second)]).toEqual([kind, [], []]);
  }
  return fixes;
}

/** One fix for all kinds, but for those that are told others. */
function allOf(fix: string, others: Readonly<Record<string, readonly string[]>> = {}) {
  const end = ', or describe a new component beside it';
  return new Map(namedKinds.map((kind) => [kind, (others[kind] ?? [fix]).map((each) => `${each}${end}`)]));
}

describe('a component that holds data and whose name changes', () => {
  it('is told to take out a name that it had not, and is then as it was', async () => {
    expect(await told({}, { name: 'acme-other' })).toEqual(
      // One of its examples has a name.
      allOf('take name out', { repositories: ['take name out', 'keep the name (name: shop)'] }),
    );
  }, 120_000);

  it('is told which name it had, without what follows it in those of its entries', async () => {
    const fix = allOf('keep the name (name: acme-first)', { parameter: ['keep the name (name: /acme-first)'] });
    expect(await told({ name: 'acme-first' }, { name: 'acme-second' }, namedKinds)).toEqual(fix);
    expect(await told({ name: 'acme-first' }, { name: 'acme-test-example-2' }, namedKinds)).toEqual(fix);
  }, 120_000);

  it('is told of the names that change where an entry has come to it as well', async () => {
    const before = { secret: { keys: { name: 'acme/one', entries: { jwt: {} } } } };
    const after = { secret: { keys: { name: 'acme/two', entries: { jwt: {}, oauth: {} } } } };
    const { findings } = await edit(before, after);
    expect(findings.map(adviceOf)).toEqual(['keep the name (name: acme/one), or describe a new component beside it']);
  });

  it('is not told to give all its entries a name that was one entry’s own', async () => {
    const of = (one: JsonObject): Components => ({ repositories: { images: { repositories: { one, two: {} } } } });
    const { findings } = await edit(of({ name: 'shop/one' }), of({}));
    expect(findings.map(adviceOf)).toEqual(['keep the value, or describe a new component beside it']);
  });
});

/** The first example of a composite kind, under a key and with more said of it. */
async function composite(kind: string): Promise<(key: string, more: JsonObject) => Components> {
  const [example] = Object.values((await loadKinds([kind])).get(kind)?.examples ?? {});
  const others = (example?.with ?? {}) as unknown as Components;
  const input = example?.input as JsonObject;
  return (key, more) => ({ ...others, [kind]: { [key]: { ...input, ...more } } });
}

describe('what comes before the old one goes, and is patched under its name', () => {
  const network: JsonObject = {
    main: {
      cidr: '10.0.0.0/16',
      natGateways: 'none',
      zones: { 'us-east-1a': { private: '10.0.11.0/24' }, 'us-east-1b': { private: '10.0.12.0/24' } },
    },
  };
  const patched = (description: string): JsonObject => ({
    patches: { 'aws_security_group.cache': { description } },
  });

  it('is told to take the patch out', async () => {
    const of = (more: JsonObject) => ({ network, redis: { cache: more } }) as unknown as Components;
    const { findings } = await edit(of({}), of(patched('Sessions')));
    expect(findings.map(({ code, fix }) => `${code}: ${fix}`)).toEqual([
      expect.stringMatching(/^name-still-taken: take description out of the patch of aws_security_group.cache; /),
    ]);
  });

  it('is told what the patch was', async () => {
    const of = (more: JsonObject) => ({ network, redis: { cache: more } }) as unknown as Components;
    const { findings } = await edit(of(patched('Sessions of 2019')), of(patched('Sessions')));
    expect(findings.map(({ fix }) => fix)).toEqual([expect.stringMatching(/leave it at "Sessions of 2019"$/)]);
  });
});

describe('a part whose name is a field of the whole', () => {
  const images = { reports: { repository: 'registry.example.com/postgres', tag: '15.10' } };

  it.each([
    [{ loginName: 'shop/reports' }, {}, 'keep the name (loginName: shop/reports)'],
    [{ loginName: 'shop/reports' }, { loginName: 'shop/other' }, 'keep the name (loginName: shop/reports)'],
    [{}, { loginName: 'shop/other' }, 'take loginName out'],
  ])('is told that field: %j after %j', async (was, is, fix) => {
    const of = await composite('database-schema');
    const first = await edit(of('reports', was), of('reports', is), { images });
    expect(first.findings.map(adviceOf)).toEqual([`${fix}, or describe a new component beside it`]);
    const after = of('reports', stated({ ...is, ...followed(first.findings) }));
    const second = await edit(of('reports', was), after, { images });
    expect([second.findings, differences(second)]).toEqual([[], []]);
  });
});

describe('a part whose name is that of its key alone', () => {
  it('is told to keep the key', async () => {
    const of = await composite('karpenter');
    const { findings } = await edit(of('nodes-here', {}), of('elsewhere', { renamedFrom: 'nodes-here' }));
    expect(findings.map(adviceOf)).toEqual(['keep the key nodes-here, or describe a new component beside it']);
  });
});
