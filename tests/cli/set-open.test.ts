import fc from 'fast-check';
import { stringify } from 'yaml';
import type { Json, JsonObject } from '../../schemas/primitives/artifact';
import { pointerOf, valueAt } from '../../synth/load/pointer';
import { readYaml } from '../../synth/load/yaml-document';
import { MemoryHost } from '../support/memory-host';
import { shop, slipway } from './kit';

const prod = 'environments/shop/prod.yaml';

/** What a file holds once a command line has changed it. */
async function after(files: Readonly<Record<string, string>>, file: string, ...args: string[]): Promise<unknown> {
  const host = new MemoryHost({ ...shop, ...files });
  const { code, stdout } = await slipway(host, 'set', 'shop/prod', ...args);
  if (code !== 0) return stdout;
  return readYaml({ file, bytes: host.readBytes(file) }).document?.value;
}

/** An environment with a resource of these arguments. */
function queue(args: Json): string {
  return stringify({ base: 'base', components: { 'aws-resource': { q: { type: 'aws_sqs_queue', arguments: args } } } });
}

async function argumentsAfter(args: Json, path: string, value: string): Promise<unknown> {
  const found = await after({ [prod]: queue(args) }, prod, `q.arguments.${path}`, value);
  return valueAt(found, '/components/aws-resource/q/arguments') ?? found;
}

describe('a path of slipway set through what no schema describes', () => {
  it.each<[situation: string, change: { from: Json; path: string; to: Json }]>([
    ['a key below one that stands', { from: { tags: { a: 'b' } }, path: 'tags.c', to: { tags: { a: 'b', c: 'x' } } }],
    ['a key for each dot where nothing stands', { from: {}, path: 'tags.c.d', to: { tags: { c: { d: 'x' } } } }],
    ['a key that holds dots', { from: { tags: { 'a.b': 1 } }, path: 'tags.a.b', to: { tags: { 'a.b': 'x' } } }],
    ['one in quotes', { from: { tags: {} }, path: 'tags."a.b"', to: { tags: { 'a.b': 'x' } } }],
    [
      'the longest way that stands',
      {
        from: { tags: { a: { q: 1 }, 'a.b': { q: 1 } } },
        path: 'tags.a.b.c',
        to: { tags: { a: { q: 1 }, 'a.b': { q: 1, c: 'x' } } },
      },
    ],
    [
      'the way that stands as a whole',
      {
        from: { tags: { 'a.b': { q: 1 }, a: { b: { c: 1 } } } },
        path: 'tags.a.b.c',
        to: { tags: { 'a.b': { q: 1 }, a: { b: { c: 'x' } } } },
      },
    ],
    ['an item of a list', { from: { list: [{ 'a.b': 1 }] }, path: 'list[0].a.b', to: { list: [{ 'a.b': 'x' }] } }],
  ])('names %s', async (_, { from, path, to }) => {
    expect(await argumentsAfter(from, path, 'x')).toEqual(to);
  });

  it('takes out the key that stands there', async () => {
    const args = { tags: { 'a.b': 1, c: 2 } };
    const found = await after({ [prod]: queue(args) }, prod, 'q.arguments.tags.a.b', '--remove');
    expect(valueAt(found, '/components/aws-resource/q/arguments')).toEqual({ tags: { c: 2 } });
  });

  it('names the keys of a manifest, those beside which others are described too', async () => {
    const manifest = {
      apiVersion: 'v1',
      kind: 'ConfigMap',
      metadata: { name: 'flags', labels: { 'example.com/part': 'a' } },
      data: { 'a.b': 'c' },
    };
    const text = stringify({ base: 'base', components: { manifest: { m: { manifest } } } });
    const changed = async (path: string): Promise<unknown> =>
      valueAt(await after({ [prod]: text }, prod, `m.manifest.${path}`, 'd'), '/components/manifest/m/manifest');
    expect(await changed('data.a.b')).toEqual({ ...manifest, data: { 'a.b': 'd' } });
    expect(await changed('data.e')).toEqual({ ...manifest, data: { 'a.b': 'c', e: 'd' } });
    expect(await changed('metadata.labels.example.com/part')).toEqual({
      ...manifest,
      metadata: { name: 'flags', labels: { 'example.com/part': 'd' } },
    });
  });

  it('is that of the file which is changed, and else that of another', async () => {
    const system = `${shop['environments/shop/system.yaml'] ?? ''}  aws-resource:
    q: { type: aws_sqs_queue, arguments: { tags: { a.b: 1 } } }
`;
    const files = { 'environments/shop/system.yaml': system };
    expect(valueAt(await after(files, prod, 'q.arguments.tags.a.b', 'x'), '/components/aws-resource')).toEqual({
      q: { arguments: { tags: { 'a.b': 'x' } } },
    });
  });

  it('changes the leaf that stands there and no other, whatever dots its keys hold', async () => {
    await fc.assert(
      fc.asyncProperty(fc.object(shape), fc.nat(), async (map, choice) => {
        const paths = pathsOf(map as JsonObject);
        const leaves = paths.filter((path) => typeof valueAt(map, pointerOf(path)) !== 'object');
        const leaf = leaves[choice % Math.max(leaves.length, 1)];
        // Where two things are read alike, quotes tell them apart.
        fc.pre(leaf !== undefined && paths.filter((other) => other.join('.') === leaf.join('.')).length === 1);
        const args = { settings: map as JsonObject };
        const changed = await argumentsAfter(args, ['settings', ...leaf].join('.'), 'changed');
        expect(changed).toEqual({ settings: withLeaf(map as JsonObject, leaf) });
      }),
      { numRuns: 40 },
    );
  });
});

const shape: fc.ObjectConstraints = {
  key: fc.stringMatching(/^[ab](\.[ab]){0,2}$/),
  values: [fc.integer(), fc.stringMatching(/^[a-z ]{1,5}$/)],
  maxDepth: 3,
  maxKeys: 4,
  withNullPrototype: false,
};

function pathsOf(value: Json): string[][] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, child]) => [[key], ...pathsOf(child).map((path) => [key, ...path])]);
}

function withLeaf(map: JsonObject, leaf: readonly string[]): JsonObject {
  const copy = structuredClone(map);
  const holder = valueAt(copy, pointerOf(leaf.slice(0, -1))) as JsonObject;
  holder[leaf.at(-1) ?? ''] = 'changed';
  return copy;
}
