import fc from 'fast-check';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse, stringify } from 'yaml';
import type { Kind } from '../../schemas/contract/kind';
import { catalogue, loadKinds } from '../../synth/catalogue';
import { inOrder } from '../../synth/load/order';
import { synthesize } from '../../synth/pipeline';
import { planWrite } from '../../synth/write/plan';
import { MemoryHost } from '../support/memory-host';

const system = join(__dirname, '../../environments/pingvas');
const descriptions = readdirSync(system).filter((file) => file.endsWith('.yaml') && !file.endsWith('.test.yaml'));

type Schema = Readonly<Record<string, unknown>>;
type Shuffle = (keys: readonly string[], pointer: string) => readonly string[];

function below(schema: Schema | undefined, key: string): Schema | undefined {
  const { properties = {}, patternProperties = {} } = (schema ?? {}) as Readonly<
    Record<string, Readonly<Record<string, Schema>>>
  >;
  return properties[key] ?? Object.values(patternProperties)[0];
}

/** The same description with the keys of its maps in another order, but of those that are laid out as they are written. */
function shuffled(
  value: unknown,
  shuffle: Shuffle,
  { pointer, schema }: { pointer: string; schema?: Schema },
): unknown {
  if (typeof value !== 'object' || value === null) return value;
  const inner = (key: string, item: unknown): unknown => {
    const next = below(schema, key);
    return shuffled(item, shuffle, { pointer: `${pointer}/${key}`, ...(next && { schema: next }) });
  };
  if (Array.isArray(value)) return value.map((item, index) => inner(String(index), item));
  const map = value as Record<string, unknown>;
  const keys = schema?.['x-order'] === 'written' ? Object.keys(map) : shuffle(Object.keys(map), pointer);
  return Object.fromEntries(keys.map((key) => [key, inner(key, map[key])]));
}

describe('the order of keys in a description', () => {
  let kinds: ReadonlyMap<string, Kind>;
  let original: ReadonlyMap<string, string>;

  beforeAll(async () => {
    kinds = await loadKinds(Object.keys(catalogue));
    original = await rendered((keys) => keys);
  }, 60_000);

  /** Every file that a run would write, with its text. */
  async function rendered(shuffle: Shuffle): Promise<Map<string, string>> {
    const named = [...kinds].map(([name, kind]) => [name, { patternProperties: { '': kind.input } }] as const);
    const schema = { properties: { components: { properties: Object.fromEntries(named) } } };
    const files = descriptions.map((file) => {
      const value: unknown = parse(readFileSync(join(system, file), 'utf8'));
      const text = stringify(shuffled(value, shuffle, { pointer: file, schema }), { aliasDuplicateObjects: false });
      return [`environments/pingvas/${file}`, text] as const;
    });
    const host = new MemoryHost(Object.fromEntries(files));
    const { findings, outputs, complete } = await synthesize(host, []);
    expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
    const plan = await planWrite(host, outputs, { complete });
    return new Map([...plan.files, ...plan.lists].map(({ path, after }) => [path, after?.text ?? '']));
  }

  it('changes no file: reversed, every byte is the same', async () => {
    const reversed = await rendered((keys) => [...keys].reverse());
    expect([...reversed.keys()].sort()).toEqual([...original.keys()].sort());
    for (const [path, text] of reversed) expect(`${path}\n${text}`).toBe(`${path}\n${original.get(path) ?? ''}`);
    expect(reversed.size).toBeGreaterThan(100);
  }, 60_000);

  it('changes no file, however it is shuffled', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(), async (seed) => {
        const rank = (text: string): string => createHash('sha256').update(`${seed} ${text}`).digest('hex');
        const other = await rendered((keys, pointer) =>
          [...keys].sort((a, b) => (rank(`${pointer}/${a}`) < rank(`${pointer}/${b}`) ? -1 : 1)),
        );
        const changed = [...other].filter(([path, text]) => original.get(path) !== text).map(([path]) => path);
        expect(changed).toEqual([]);
        expect(other.size).toBe(original.size);
      }),
      { numRuns: 3, seed: 20_261_121 },
    );
  }, 120_000);

  it('is kept where a schema says that it means something, and nowhere else', () => {
    const written = { type: 'object', 'x-order': 'written' };
    const value = { b: { z: 1, y: [{ d: 1, c: 2 }] }, a: { z: 1, y: { d: 1, c: 2 } } };
    expect(JSON.stringify(inOrder(value, { properties: { a: written } }))).toBe(
      '{"a":{"z":1,"y":{"c":2,"d":1}},"b":{"y":[{"c":2,"d":1}],"z":1}}',
    );
  });
});
