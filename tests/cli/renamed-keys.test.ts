import { join } from 'node:path';
import { parse } from 'yaml';
import { readTree } from '../end-to-end/system-files';
import { MemoryHost } from '../support/memory-host';
import { slipway, slipwayJson } from './kit';

const files = readTree(join(__dirname, '../fixtures/systems/unbound-value'), 'environments');
const prod = 'environments/acme/prod.yaml';
const bindings = 'environments/acme/prod.bindings.yaml';
const images = 'environments/acme/prod.images.yaml';

interface Said {
  readonly code: string;
  readonly fix: string;
  readonly related?: readonly { readonly file: string; readonly line: number }[];
}

/** What a run finds, apart from notes. */
async function found(host: MemoryHost): Promise<Said[]> {
  const { findings } = (await slipwayJson(host, 'synth')) as { findings: (Said & { severity: string })[] };
  return findings.filter(({ severity }) => severity !== 'note');
}

/** A system with a Redis that its service uses, rendered and written, of which something is then changed. */
async function changed(...changes: readonly (readonly [from: string, to: string])[]): Promise<MemoryHost> {
  const host = new MemoryHost(files);
  await slipway(host, 'bind', '--examples');
  expect(await slipway(host, 'synth')).toMatchObject({ code: 0 });
  const text = changes.reduce((before, [from, to]) => before.replace(from, to), files[prod] ?? '');
  host.put(prod, text);
  return host;
}

const cacheRenamed = [
  [
    'cache: { authentication: false }',
    'sessions: { authentication: false, renamedFrom: cache, name: acme-prod-cache }',
  ],
  ['uses: { cache: write }', 'uses: { sessions: write }'],
] as const;
const apiRenamed = ['api: { port', 'web: { renamedFrom: api, port'] as const;

function lineOf(host: MemoryHost, file: string, text: string): number {
  return (
    host
      .readText(file)
      .split('\n')
      .findIndex((line) => line.includes(text)) + 1
  );
}

describe('values that stand under the key that a component had before', () => {
  it('are found there, and their key is what is to be changed', async () => {
    const host = await changed(...cacheRenamed);
    const said = await found(host);
    expect(new Set(said.map(({ code, fix }) => `${code}: ${fix}`))).toEqual(
      new Set([`unbound-value: rename the key cache to sessions in ${bindings}, as the component was renamed`]),
    );
    expect(said[0]?.related).toMatchObject([{ file: bindings, line: lineOf(host, bindings, 'cache:') }]);
    host.put(bindings, host.readText(bindings).replace('cache:', 'sessions:'));
    expect(await found(host)).toEqual([]);
  });

  it('are carried along where values are made up', async () => {
    const host = await changed(...cacheRenamed);
    const { cache } = (parse(host.readText(bindings)) as { bindings: Record<string, unknown> }).bindings;
    expect(await slipway(host, 'bind', '--examples')).toMatchObject({ code: 0 });
    expect(parse(host.readText(bindings))).toMatchObject({ example: true, bindings: { sessions: cache } });
    expect(parse(host.readText(bindings))).not.toHaveProperty('bindings.cache');
    expect(await found(host)).toEqual([]);
  });

  it('are carried along where another workspace is read', async () => {
    const host = await changed(...cacheRenamed);
    const before = parse(host.readText(bindings)) as { bindings: { cache: Record<string, unknown> } };
    const outputs = ['certificate_authority', 'cluster_security_group_id', 'endpoint', 'vpc_id'];
    const values = Object.fromEntries(outputs.map((output) => [`eks_${output}`, { value: output }]));
    host.put('outputs.json', JSON.stringify(values));
    const bound = await slipway(host, 'bind', '--from', 'acme-prod-platform=outputs.json');
    expect(bound).toMatchObject({ code: 0 });
    const after = parse(host.readText(bindings)) as { bindings: { sessions?: Record<string, unknown> } };
    expect(after.bindings.sessions).toEqual(before.bindings.cache);
  });

  it('are none where nothing stands under the old key', async () => {
    const host = await changed(...cacheRenamed);
    host.put(bindings, host.readText(bindings).replace('cache:', 'store:'));
    const said = await found(host);
    expect(said.find(({ code }) => code === 'unbound-value')?.fix).toContain('slipway bind acme/prod --examples');
    // The other key is nobody's.
    expect(said.find(({ code }) => code === 'unused-binding')?.fix).toContain('correct it or take it out');
  });
});

describe('a line that names a component by the key it had before', () => {
  it.each([
    ['uses', cacheRenamed.slice(0, 1)],
    [
      'a reference',
      [
        ['    main:', '    vpc:\n      renamedFrom: main'],
        ['redis:\n    cache: {', 'redis:\n    cache: { network: main,'],
      ],
    ],
  ] as const)('is told the key that it has now: %s', async (_, changes) => {
    const said = await found(await changed(...changes));
    expect(
      said.map(({ code, fix }) => [code, fix.replace(/sessions|vpc/, 'NEW').replace(/cache|main/, 'OLD')]),
    ).toEqual([['unknown-component', 'name NEW, which OLD was renamed to']]);
  });
});

describe('an image that stands under the key that a component had before', () => {
  it('is found there, and its key is what is to be changed', async () => {
    const host = await changed(apiRenamed);
    expect(await found(host)).toMatchObject([
      {
        code: 'missing-image',
        fix: `rename the key api to web in ${images}, as the component was renamed`,
        related: [{ file: images, line: 2 }],
      },
    ]);
    host.put(images, host.readText(images).replace('api:', 'web:'));
    expect(await found(host)).toEqual([]);
  });

  it('is that of the component that has the old key now', async () => {
    const host = await changed(apiRenamed, ['  service:\n', '  service:\n    api: { port: 9090 }\n']);
    expect(await found(host)).toMatchObject([{ code: 'missing-image', fix: 'add the image to that file' }]);
  });

  it.each([
    ['api: {}', `, and add repository: 111122223333.dkr.ecr.us-east-1.amazonaws.com/acme/prod/api`],
    ['web: {}', ''],
  ])('stays in the repository that it is in: %s', async (repositories, more) => {
    const host = await changed(apiRenamed, [
      'components:\n',
      `components:\n  repositories: { registry: { repositories: { ${repositories} } } }\n`,
    ]);
    host.put(images, 'images:\n  api: { tag: 0.1.0 }\n');
    expect(await found(host)).toMatchObject([
      { fix: `rename the key api to web in ${images}, as the component was renamed${more}` },
    ]);
  });

  it('comes under the new key with its new version, and all else that is said of it', async () => {
    const host = await changed(apiRenamed);
    const { stdout } = await slipway(host, 'set', 'acme/prod', '--image', 'web', '0.2.0');
    expect(stdout.split('\n').slice(0, 3)).toEqual([
      `${images}:2`,
      '-   api: { repository: public.ecr.aws/acme/app, tag: 0.1.0 }',
      '+   web: { repository: public.ecr.aws/acme/app, tag: 0.2.0 }',
    ]);
    expect(await found(host)).toEqual([]);
  });

  it('comes under the new key with the repository that it stays in', async () => {
    const registry = 'components:\n  repositories: { registry: { repositories: { api: {} } } }\n';
    const host = await changed(apiRenamed, ['components:\n', registry]);
    host.put(images, '# what runs\nimages:\n  "api": { tag: 0.1.0 }\n');
    await slipway(host, 'set', 'acme/prod', '--image', 'web', '0.2.0');
    expect(host.readText(images)).toBe(
      '# what runs\nimages:\n  web: { tag: 0.2.0, repository: 111122223333.dkr.ecr.us-east-1.amazonaws.com/acme/prod/api }\n',
    );
    expect(await found(host)).toEqual([]);
  });

  it('that is pinned to a digest is so under the new key too', async () => {
    const host = await changed(apiRenamed);
    const digest = `sha256:${'a'.repeat(64)}`;
    const text = `images:\n  api: { repository: public.ecr.aws/acme/app, tag: v1, digest: "${digest}" }\n`;
    host.put(images, text);
    const { code, stdout } = await slipway(host, 'set', 'acme/prod', '--image', 'web', 'v2');
    expect([code, stdout]).toEqual([1, expect.stringContaining('error digest-wins')]);
    expect(host.readText(images)).toBe(text);
  });
});
