import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parse, stringify } from 'yaml';
import type { Json, JsonObject } from '../../schemas/primitives/artifact';
import { isPlainObject } from '../../schemas/primitives/plain-object';
import { printJson } from '../../schemas/primitives/print-json';
import { printYaml } from '../../schemas/primitives/print-yaml';
import type { Host } from '../../synth/host/host';
import { MemoryHost } from '../support/memory-host';
import { dropTempHosts, tempHost } from '../support/temp-host';
import { print, readTree, repository, type FileTexts, type Printed } from './system-files';

/** Read once: what the tests compare is one description, whoever edits the files meanwhile. */
const description: FileTexts = readTree(repository, 'environments');
let plain: Printed;

beforeAll(async () => {
  plain = await print(new MemoryHost(description));
}, 60_000);

afterAll(dropTempHosts);

/** Paths whose texts differ, or that one side alone has. */
function differing(before: FileTexts, after: FileTexts): string[] {
  return [...new Set([...Object.keys(before), ...Object.keys(after)])]
    .filter((path) => before[path] !== after[path])
    .sort();
}

/** The same order in every run of the tests, and no order that anything would sort by. */
function shuffled<Item>(items: readonly Item[], textOf: (item: Item) => string): Item[] {
  const weight = (item: Item): number =>
    Array.from(textOf(item)).reduce((sum, letter) => (sum * 31 + (letter.codePointAt(0) ?? 0)) % 7919, 17);
  return [...items].sort((a, b) => weight(a) - weight(b));
}

function shuffleKeys(value: Json, depth = Infinity): Json {
  if (!isPlainObject(value) || depth === 0) return value;
  const entries = Object.entries(value).map(([key, child]) => [key, shuffleKeys(child, depth - 1)] as const);
  return Object.fromEntries(shuffled(entries, ([key]) => key));
}

/** A description with its settings in another order, and the fields of every component. Entries stay in theirs: dashboards show them so. */
function reorder(text: string): string {
  const value = parse(text) as JsonObject;
  if (!isPlainObject(value['components'])) return stringify(shuffleKeys(value));
  const { components, ...settings } = value;
  const kinds = Object.entries(components).map(([kind, named]) => {
    const fields = Object.entries(named as JsonObject).map(([name, component]) => [name, shuffleKeys(component, 1)]);
    return [kind, Object.fromEntries(fields) as JsonObject];
  });
  return stringify(
    shuffleKeys({ ...(shuffleKeys(settings) as JsonObject), components: Object.fromEntries(kinds) as JsonObject }, 1),
  );
}

/** The same host, with folders that list their entries in another order. */
function shufflingLists(host: Host): Host {
  return new Proxy(host, {
    get(target, name) {
      if (name === 'list') return (path: string) => shuffled(target.list(path), (entry) => entry.name);
      const value: unknown = Reflect.get(target, name, target);
      return typeof value === 'function' ? (value.bind(target) as unknown) : value;
    },
  });
}

describe('the output of the committed environments', () => {
  it('is there, and has no error', () => {
    expect(Object.keys(plain.files).length).toBeGreaterThan(100);
    expect(plain.findings.filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  it('is the same bytes from a folder on disk that already holds it, listed in another order', async () => {
    const host = tempHost({ ...description, ...plain.files });
    const again = await print(shufflingLists(host));
    expect(differing(plain.files, again.files)).toEqual([]);
  }, 60_000);

  it('is the same bytes with the settings, and the fields of every component, in another order', async () => {
    const other = Object.fromEntries(Object.entries(description).map(([path, text]) => [path, reorder(text)]));
    expect(differing(description, other).length).toBeGreaterThan(0);
    const again = await print(shufflingLists(new MemoryHost(other)));
    expect(differing(plain.files, again.files)).toEqual([]);
  }, 60_000);

  it('has the same Applications, waves included, with its kinds in another order', async () => {
    const file = 'environments/pingvas/shared.yaml';
    const value = parse(description[file] ?? '') as JsonObject;
    const kinds = Object.fromEntries(Object.entries(value['components'] as JsonObject).reverse());
    const host = new MemoryHost({ ...description, [file]: stringify({ ...value, components: kinds }) });
    const { files } = await print(host, ['pingvas/shared']);
    const applications = Object.keys(files).filter((path) => path.includes('root/argocd/application-'));
    expect(applications.length).toBeGreaterThan(3);
    expect(applications.filter((path) => files[path] !== plain.files[path])).toEqual([]);
  }, 60_000);

  it('is the same bytes written from Tokyo, in Turkish, with no program in reach', () => {
    const { root } = tempHost(description);
    const tsx = pathToFileURL(createRequire(__filename).resolve('tsx')).href;
    const { status, stderr, stdout } = spawnSync(
      process.execPath,
      ['--import', tsx, join(repository, 'synth/cli/main.ts'), 'synth'],
      { cwd: root, env: { PATH: '', TZ: 'Asia/Tokyo', LC_ALL: 'tr_TR.UTF-8' }, encoding: 'utf8' },
    );
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toContain('files');
    const paths = Object.keys(plain.files);
    const written = paths.map(
      (path) => [path, existsSync(join(root, path)) ? readFileSync(join(root, path), 'utf8') : ''] as const,
    );
    expect(differing(plain.files, Object.fromEntries(written))).toEqual([]);
  }, 60_000);
});

describe('a change of one line', () => {
  const limit = /(general:\n(?: {6}.*\n)*? {6}limits: \{ cpu: )\d+/;

  it('of a node pool changes that line of its manifest, and nothing else anywhere', async () => {
    const file = 'environments/pingvas/shared.yaml';
    const before = description[file] ?? '';
    expect(before).toMatch(limit);
    const changed = await print(new MemoryHost({ ...description, [file]: before.replace(limit, '$1977') }));
    const paths = differing(plain.files, changed.files);
    expect(paths).toEqual([expect.stringMatching(/^clusters\/.*\/nodepool-general\.yaml$/)]);
    const [old, now] = [plain.files, changed.files].map((files) => (files[paths[0] ?? ''] ?? '').split('\n'));
    expect(now?.length).toBe(old?.length);
    expect(now?.filter((line, index) => line !== old?.[index]).map((line) => line.trim())).toEqual([
      expect.stringMatching(/^cpu: "?977"?$/),
    ]);
  }, 60_000);

  it('of an image changes the one Deployment that runs it', async () => {
    const file = 'environments/pingvas/dev.images.yaml';
    const before = description[file] ?? '';
    const changed = await print(
      new MemoryHost({ ...description, [file]: before.replace(/(gallery-service: \{ tag: )\w+/, '$1another') }),
    );
    expect(differing(plain.files, changed.files)).toEqual([
      expect.stringMatching(/^clusters\/.*\/dev\/deployment-gallery-service\.yaml$/),
    ]);
  }, 60_000);
});

describe('a file of the output', () => {
  it.each([
    ['Terraform', '.tf.json', (text: string) => printJson(JSON.parse(text) as Json)],
    ['Kubernetes', '.yaml', reprintManifest],
  ])('for %s that is parsed and printed again is the same bytes, mark included', (_, extension, reprint) => {
    const files = Object.entries(plain.files).filter(
      ([path]) => /^(clusters|workspaces)\//.test(path) && path.endsWith(extension),
    );
    expect(files.length).toBeGreaterThan(20);
    expect(files.filter(([, text]) => reprint(text) !== text).map(([path]) => path)).toEqual([]);
  });
});

/** The mark stands in the first line, from where its source is taken. */
function reprintManifest(text: string): string {
  const source = /^# Generated by slipway from (\S+);/.exec(text)?.[1];
  return printYaml(parse(text) as JsonObject, source);
}
