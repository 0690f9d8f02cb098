import fc from 'fast-check';
import { stringify } from 'yaml';
import type { Json, JsonObject } from '../../schemas/primitives/artifact';
import { appendText } from '../../synth/cli/set/append';
import { removeText } from '../../synth/cli/set/remove';
import { readYaml, type SourcedDocument } from '../../synth/load/yaml-document';
import { MemoryHost } from '../support/memory-host';
import { shop, slipway } from './kit';

const prod = 'environments/shop/prod.yaml';

/** The lines that a command line prints; of what is refused, the exit code, what is wrong and what to do. */
async function set(...args: readonly string[]): Promise<string[]> {
  const host = new MemoryHost(shop);
  const before = host.tree('environments');
  const { code, stdout } = await slipway(host, 'set', ...args);
  const lines = stdout.trimEnd().split('\n');
  if (code === 0) return lines;
  expect(host.tree('environments')).toEqual(before);
  return [`exit ${code}`, ...lines.filter((line) => /^error|^ {2}fix:/.test(line)).map((line) => line.trim())];
}

function inText(text: string, edit: (document: SourcedDocument) => string | undefined): string | undefined {
  const { document } = readYaml({ file: 'a.yaml', bytes: Buffer.from(text) });
  return document && edit(document);
}

const appended = (text: string, path: string, value: Json) =>
  inText(text, (document) => appendText(document, path.split('.'), value));
const removed = (text: string, path: string) => inText(text, (document) => removeText(document, path.split('.')));

describe('slipway set --append', () => {
  it('adds an item to a list', async () => {
    const item = '{ afterDays: 365, to: GLACIER }';
    expect(await set('shop/prod', 'images.transitions', '--append', item)).toEqual([
      `${prod}:8`,
      '-       transitions: [{ afterDays: 90, to: STANDARD_IA }] # cold after a season',
      '+       transitions: [{ afterDays: 90, to: STANDARD_IA }, { afterDays: 365, to: GLACIER }] # cold after a season',
    ]);
  });

  it('makes the list where there is none', async () => {
    const item = '{ afterDays: 365, to: GLACIER }';
    expect(await set('shop/prod', 'reports.transitions', '--append', item)).toEqual([
      `${prod}:13`,
      '+       transitions: [{ afterDays: 365, to: GLACIER }]',
    ]);
  });

  it('does not hide the list of the system behind a list of one item', async () => {
    const system = 'environments/shop/system.yaml';
    const host = new MemoryHost({
      ...shop,
      [system]: `${shop[system] ?? ''}      transitions: [{ afterDays: 90, to: STANDARD_IA }]\n`,
      [prod]: 'base: base\n',
    });
    const item = '{ afterDays: 365, to: GLACIER }';
    const { code, stdout } = await slipway(
      host,
      'set',
      'shop/prod',
      'components.bucket.images.transitions',
      '--append',
      item,
    );
    expect(code).toBe(1);
    expect(stdout).toContain(`the list is that of ${system}`);
  });

  it('refuses what is no list, and what makes the description wrong', async () => {
    expect((await set('shop/prod', 'images.name', '--append', 'x'))[2]).toContain('it is no list');
    const [exit, error] = await set('shop/prod', 'images.transitions', '--append', '{ afterDays: 30, to: ICE }');
    expect([exit, error]).toEqual(['exit 1', expect.stringContaining('error unknown-value')]);
  });
});

describe('slipway set --remove', () => {
  it('takes out a key, and leaves the comments', async () => {
    expect(await set('shop/prod', 'images.transitions', '--remove')).toEqual([
      `${prod}:8`,
      '-       transitions: [{ afterDays: 90, to: STANDARD_IA }] # cold after a season',
    ]);
  });

  it('leaves an empty map where the last key goes', async () => {
    expect(await set('shop/prod', 'reports.versioning', '--remove')).toEqual([
      `${prod}:11`,
      '-     reports:',
      '-       versioning: false',
      '+     reports: {}',
    ]);
  });

  it('takes out an item of a list, by its place or its value', async () => {
    const expected = [
      `${prod}:8`,
      '-       transitions: [{ afterDays: 90, to: STANDARD_IA }] # cold after a season',
      '+       transitions: [] # cold after a season',
    ];
    expect(await set('shop/prod', 'images.transitions[0]', '--remove')).toEqual(expected);
    const item = '{ to: STANDARD_IA, afterDays: 90 }';
    expect(await set('shop/prod', 'images.transitions', '--remove', item)).toEqual(expected);
  });

  it.each([
    [['images.expireAfterDays', '--remove'], 'slipway set shop/prod images.expireAfterDays null takes it out'],
    [['reports.expireAfterDays', '--remove'], `${prod} does not state it`],
    [['images.transitions', '--remove', 'x'], 'has no list there that holds the value'],
    [['images.transitions', '--remove', '--append', 'x'], 'see slipway set --help'],
    [['images.transitions', '--append'], 'see slipway set --help'],
  ])('refuses %j', async (args, fix) => {
    const [exit, , advice] = await set('shop/prod', ...args);
    expect(exit).toBe('exit 1');
    expect(advice).toContain(fix);
  });
});

describe('an item more in the text of a file', () => {
  it.each<[situation: string, change: { text: string; path: string; value: Json; after: string }]>([
    ['a block', { text: 'a:\n  - x # one\nb: 1\n', path: 'a', value: 'y', after: 'a:\n  - x # one\n  - y\nb: 1\n' }],
    [
      'a block of maps',
      { text: 'a:\n- b: 1\n  c: 2\n', path: 'a', value: { b: 3 }, after: 'a:\n- b: 1\n  c: 2\n- { b: 3 }\n' },
    ],
    [
      'a list in a list',
      { text: 'a:\n  - - x\n  - - y\n', path: 'a.0', value: 'z', after: 'a:\n  - - x\n    - z\n  - - y\n' },
    ],
    ['brackets', { text: 'a: [x] # why\n', path: 'a', value: 'y', after: 'a: [x, y] # why\n' }],
    ['empty brackets', { text: 'a: []\n', path: 'a', value: 'y', after: 'a: [y]\n' }],
    [
      'brackets of several lines',
      {
        text: 'a: [\n  x, # one\n  y # two\n]\n',
        path: 'a',
        value: 'z',
        after: 'a: [\n  x, # one\n  y, # two\n  z\n]\n',
      },
    ],
    [
      'brackets that end with a comma',
      { text: 'a: [\n  x,\n  y, # two\n]\n', path: 'a', value: 'z', after: 'a: [\n  x,\n  y, # two\n  z,\n]\n' },
    ],
    ['no line end at the end', { text: 'a:\n  - x', path: 'a', value: 'y', after: 'a:\n  - x\n  - y\n' }],
  ])('fits into %s', (_, { text, path, value, after }) => {
    expect(appended(text, path, value)).toBe(after);
  });
});

describe('an entry less in the text of a file', () => {
  it.each<[situation: string, change: { text: string; path: string; after: string }]>([
    ['a block of keys', { text: 'a: 1 # one\n# two\nb: 2\nc: 3\n', path: 'b', after: 'a: 1 # one\n# two\nc: 3\n' }],
    ['a key with a block', { text: 'a:\n  b: 1\n\n# c\nc: 3\n', path: 'a', after: '\n# c\nc: 3\n' }],
    ['a block of items', { text: 'a:\n  - x # one\n  - y\n', path: 'a.0', after: 'a:\n  - y\n' }],
    ['the first key of an item', { text: 'a:\n  - b: 1 # one\n    c: 2\n', path: 'a.0.b', after: 'a:\n  - c: 2\n' }],
    ['the first item of an item', { text: 'a:\n- - x\n  - y\n- z\n', path: 'a.0.0', after: 'a:\n- - y\n- z\n' }],
    ['brackets', { text: 'a: [x, y, z]\n', path: 'a.1', after: 'a: [x, z]\n' }],
    ['the end of brackets', { text: 'a: { b: 1, c: 2 }\n', path: 'a.c', after: 'a: { b: 1 }\n' }],
    [
      'brackets of several lines',
      { text: 'a: [\n  x, # one\n  y # two\n]\n', path: 'a.1', after: 'a: [\n  x, # one\n]\n' },
    ],
    ['line ends of Windows', { text: 'a: 1\r\nb: 2\r\n', path: 'a', after: 'b: 2\r\n' }],
  ])('leaves the rest of %s', (_, { text, path, after }) => {
    expect(removed(text, path)).toBe(after);
  });

  it('keeps what stands between the first key of an item and the next', () => {
    const after = removed('a:\n  - b: 1\n    # why\n    c: 2\n', 'a.0.b') ?? '';
    expect(after).toContain('# why');
    expect(readYaml({ file: 'a.yaml', bytes: Buffer.from(after) }).document?.value).toEqual({ a: [{ c: 2 }] });
  });
});

const scalar: fc.Arbitrary<Json> = fc.oneof(
  fc.boolean(),
  fc.integer(),
  fc.constantFrom('x', '1.10', 'null', '- a', '#', 'a: b', 'one\ntwo\n', '[', ''),
);
const { value: anyValue } = fc.letrec<{ value: Json }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 3, depthSize: 'small' },
    scalar,
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(fc.constantFrom('a', 'b', 'c', 'd e'), tie('value'), { maxKeys: 3 }),
  ),
}));
const document = fc.dictionary(fc.constantFrom('p', 'q', 'r'), anyValue, { minKeys: 1 });
const layout = fc.record({
  indentSeq: fc.boolean(),
  collectionStyle: fc.constantFrom('any' as const, 'flow' as const),
});

const listIn = fc.record({ list: fc.array(anyValue, { maxLength: 3 }), nested: fc.boolean() });

/** Paths of everything in a value. */
function pathsOf(value: Json, path: readonly string[] = []): string[][] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, child]) => [[...path, key], ...pathsOf(child, [...path, key])]);
}

function parentOf(value: JsonObject, path: readonly string[]): Record<string, Json> | Json[] {
  return path.slice(0, -1).reduce<Json>((at, key) => (at as JsonObject)[key] as Json, value) as JsonObject;
}

describe('whatever a file holds', () => {
  it('an entry that is taken out is gone, and nothing else', () => {
    fc.assert(
      fc.property(document, layout, fc.nat(), (value, options, choice) => {
        const paths = pathsOf(value);
        const path = paths[choice % paths.length] as string[];
        const after = inText(stringify(value, options), (read) => removeText(read, path)) ?? '?';
        const parent = parentOf(value, path);
        if (Array.isArray(parent)) parent.splice(Number(path.at(-1)), 1);
        else Reflect.deleteProperty(parent, path.at(-1) as string);
        expect(readYaml({ file: 'a.yaml', bytes: Buffer.from(after) }).document?.value).toEqual(value);
      }),
      { numRuns: 500 },
    );
  });

  it('an item that is added stands at the end of its list, and nothing else changes', () => {
    fc.assert(
      fc.property(listIn, scalar, layout, ({ list, nested }, item, options) => {
        const value = nested ? { a: [{ b: list }, 1] } : { a: list, b: 1 };
        const path = nested ? ['a', '0', 'b'] : ['a'];
        const after = inText(stringify(value, options), (read) => appendText(read, path, item)) ?? '?';
        list.push(item);
        expect(readYaml({ file: 'a.yaml', bytes: Buffer.from(after) }).document?.value).toEqual(value);
      }),
      { numRuns: 500 },
    );
  });
});
