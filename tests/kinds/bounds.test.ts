import type { Kind } from '../../schemas/contract/kind';
import { catalogue, loadKinds } from '../../synth/catalogue';
import { casesOf, type BoundCase } from './cases';
import { judge, placeOf } from './judge';

const names = Object.keys(catalogue);

/** What is wrong with how a case is told; nothing when all is well. */
async function faultOf({ components, path, below = [], code, words }: BoundCase): Promise<string | undefined> {
  const { findings, place } = await judge(components);
  const told = findings.map((finding) => `${finding.code} ${placeOf(finding)}`).join(', ');
  const wanted = `${code} ${place([...path, ...below])}`;
  if (told !== wanted) return `${told} instead of ${wanted}: ${findings.map(({ message }) => message).join('; ')}`;
  const { expected = '', fix } = findings[0] as (typeof findings)[number];
  const unsaid = words.filter((word) => !expected.includes(word));
  if (unsaid.length > 0) return `expected "${expected}" does not tell ${unsaid.join()}`;
  return expected === '' || fix === '' || expected.startsWith('a text that matches') ? `told: ${expected}` : undefined;
}

it('all kinds together have more than 1500 cases, and each has some', async () => {
  const kinds = await loadKinds(names);
  const cases = [...kinds.values()].map((kind) => casesOf(kind).cases.length);
  expect(cases.filter((count) => count === 0)).toEqual([]);
  expect(cases.reduce((sum, count) => sum + count, 0)).toBeGreaterThan(1500);
});

describe.each(names)('the kind %s', (name) => {
  let kind: Kind;

  beforeAll(async () => {
    kind = (await loadKinds([name])).get(name) as Kind;
  });

  it('has an example that each of its bounds can be tried on', () => {
    expect(casesOf(kind).underived).toEqual([]);
  });

  it('refuses a value just past each bound, where it stands, and tells what may stand there', async () => {
    const faults: Record<string, string> = {};
    for (const one of casesOf(kind).cases) {
      const fault = await faultOf(one);
      if (fault !== undefined) faults[one.title] = fault;
    }
    expect(faults).toEqual({});
  }, 30_000);
});
