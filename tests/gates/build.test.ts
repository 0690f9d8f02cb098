import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { execPath } from 'node:process';
import { Script } from 'node:vm';
import { App, TerraformStack } from 'cdktf';
import { S3Bucket } from '@cdktf/provider-aws/lib/s3-bucket';
import type { JsonObject } from '../../schemas/primitives/artifact';
import { builtinTypes } from '../../schemas/upstream/terraform/builtin';
import { terraformTypesIn } from '../../synth/check/terraform';
import { bundle } from '../../tools/build';
import { withSharedCopies } from '../../tools/build/chunks';
import { withoutUnused } from '../../tools/build/lighten';
import { stampOf } from '../../tools/build/stamp';
import { warm } from '../../tools/build/warm';
import { typesOfKinds } from '../../tools/schemas/terraform-product';
import { artifactsOf, schemas, type Files } from '../fixtures/terraform/kit';
import { ofExamples } from '../support/examples';

const root = resolve(__dirname, '../..');
const provider = join(root, 'node_modules/@cdktf/provider-aws/lib');

/** A command line in little: one command in a chunk of its own, kinds behind lazy imports, both libraries. */
const program: Readonly<Record<string, string>> = {
  'main.ts': `
    const [command] = process.argv.slice(2);
    if (command === 'help') console.log('help');
    else void import('./synth').then(({ synth }) => synth(command ?? ''));`,
  'synth.ts': `
    import { App, TerraformStack } from 'cdktf';
    const kinds: Record<string, () => Promise<{ make(stack: TerraformStack): void }>> = {
      bucket: () => import('./bucket'),
      manifest: () => import('./manifest'),
    };
    console.error('started');
    export async function synth(kind: string): Promise<void> {
      const stack = new TerraformStack(new App({ outdir: 'unused', skipValidation: true }), 'one');
      (await kinds[kind]?.())?.make(stack);
      console.log(JSON.stringify((stack.toTerraform() as { resource?: unknown }).resource));
    }`,
  'bucket.ts': `
    import { S3Bucket } from '@cdktf/provider-aws/lib/s3-bucket';
    console.error('bucket loaded');
    export function make(stack: never): void {
      new S3Bucket(stack, 'images', { bucket: 'images', corsRule: [{ allowedMethods: ['GET'], allowedOrigins: ['*'] }] });
    }`,
  'manifest.ts': `
    import { App, Chart, Yaml } from 'cdk8s';
    import { KubeNamespace } from 'cdk8s-plus-28/lib/imports/k8s';
    console.error('manifest loaded');
    export function make(): void {
      const chart = new Chart(new App(), 'c');
      new KubeNamespace(chart, 'n', { metadata: { name: 'n' } });
      console.log(Yaml.stringify(chart.toJson()));
    }`,
};

describe('the bundle', () => {
  let folder: string;
  /** Where it runs: a repository that has nothing yet. */
  let empty: string;

  beforeAll(async () => {
    empty = mkdtempSync(join(tmpdir(), 'slipway-empty-'));
    folder = realpathSync(mkdtempSync(join(tmpdir(), 'slipway-build-')));
    for (const [file, text] of Object.entries(program)) writeFileSync(join(folder, file), text);
    symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'), 'dir');
    await bundle({ root: folder, entry: 'main.ts', directory: join(folder, 'dist'), splitPoints: ['main.ts'] });
  });

  afterAll(() => {
    for (const each of [folder, empty]) rmSync(each, { recursive: true, force: true });
  });

  /** With no PATH at all: nothing of the libraries may ask for another program. */
  function run(command: string): { readonly stdout: string; readonly stderr: string } {
    const result = spawnSync(execPath, [join(folder, 'dist/slipway.cjs'), command], {
      encoding: 'utf8',
      env: { PATH: '' },
      cwd: empty,
    });
    return { stdout: result.stdout, stderr: result.stderr };
  }

  test('a command that needs no library opens no chunk', () => {
    expect(run('help')).toEqual({ stdout: 'help\n', stderr: '' });
    expect(readdirSync(join(folder, 'dist/chunks')).filter((file) => file.endsWith('.cjs'))).toHaveLength(1);
  });

  test('only the kind that is named is loaded', () => {
    expect(run('bucket').stderr).toBe('started\nbucket loaded\n');
    expect(run('manifest').stderr).toBe('started\nmanifest loaded\n');
    expect(run('manifest').stdout).toContain('kind: Namespace');
  });

  test('leaves nothing where it runs', () => {
    expect(run('bucket').stdout).not.toBe('');
    expect(readdirSync(empty)).toEqual([]);
  });

  test('does the same from the code that V8 kept of a run, and from code that is compiled anew', () => {
    const fresh = run('bucket');
    warm(join(folder, 'dist'), { args: ['bucket'], folder });
    const caches = readdirSync(join(folder, 'dist'), { recursive: true, encoding: 'utf8' }).filter((file) =>
      file.endsWith('.cache'),
    );
    expect(caches).toContain('main.cjs.cache');
    expect(caches.length).toBeGreaterThan(1);
    expect(run('bucket')).toEqual(fresh);
    for (const cache of caches) writeFileSync(join(folder, 'dist', cache), 'of another engine');
    expect(run('bucket')).toEqual(fresh);
    for (const cache of caches) rmSync(join(folder, 'dist', cache));
  });

  test('what is left out of it changes nothing in what is rendered', () => {
    const stack = new TerraformStack(new App({ outdir: empty, skipValidation: true }), 'one');
    new S3Bucket(stack, 'images', { bucket: 'images', corsRule: [{ allowedMethods: ['GET'], allowedOrigins: ['*'] }] });
    const plain = stack.toTerraform() as { resource: unknown };
    expect(JSON.parse(run('bucket').stdout)).toEqual(JSON.parse(JSON.stringify(plain.resource)));
  });
});

test('files that import one package share one copy of its names', async () => {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'slipway-copies-')));
  writeFileSync(join(folder, 'common.cjs'), 'let reads = 0; exports.one = 1; exports.next = () => ++reads;');
  const take = "import * as common from './common.cjs'; export const own = common;";
  for (const name of ['a.ts', 'b.ts']) writeFileSync(join(folder, name), take);
  writeFileSync(
    join(folder, 'main.ts'),
    `import { own as a } from './a'; import { own as b } from './b';
     console.log(a === b, a.one, a.next(), b.next(), Object.keys(a).sort().join());`,
  );
  await bundle({ root: folder, entry: 'main.ts', directory: join(folder, 'dist'), splitPoints: [] });
  const { stdout } = spawnSync(execPath, [join(folder, 'dist/slipway.cjs')], { encoding: 'utf8' });
  rmSync(folder, { recursive: true, force: true });
  expect(stdout).toBe('true 1 1 2 default,next,one\n');
  expect(() => withSharedCopies('var __toESM = (mod) => mod;\n')).toThrow('another form');
});

test('provider modules lose their HCL printers, resets and inputs, and nothing else', () => {
  const sample = readdirSync(provider).filter((_, index) => index % 60 === 0);
  const modules = sample.map((name) => join(provider, name, 'index.js')).filter((file) => existsSync(file));
  expect(modules.length).toBeGreaterThan(25);
  for (const file of modules) {
    const before = readFileSync(file, 'utf8');
    const after = withoutUnused(before);
    expect(after).not.toMatch(/^function \w+ToHclTerraform/m);
    expect(after.match(/^class /gm)).toEqual(before.match(/^class /gm));
    expect(after.match(/^function \w+ToTerraform\(/gm)).toEqual(before.match(/^function \w+ToTerraform\(/gm));
    const getters = (code: string): string[] => [...code.matchAll(/^ {4}get (\w+)\(\)/gm)].map(([, name = '']) => name);
    const attributes = new Set(getters(before));
    const isInput = (name: string): boolean => name.endsWith('Input') && attributes.has(name.slice(0, -'Input'.length));
    expect(getters(after)).toEqual(getters(before).filter((name) => !isInput(name)));
    expect(after.match(/^ {4}(?:put\w+|set \w+|constructor)\(/gm)).toEqual(
      before.match(/^ {4}(?:put\w+|set \w+|constructor)\(/gm),
    );
    expect(after).not.toMatch(/^ {4}(?:reset\w+\(\)|static generateConfigForImport)/m);
    expect(new Script(`(exports, require) => {${after}}`)).toBeInstanceOf(Script);
  }
});

ofExamples(() => {
  test('a run over what stands here compiles no validator of Terraform: the build has them all', () => {
    const workspaces = join(root, 'workspaces');
    const files = readdirSync(workspaces, { recursive: true, encoding: 'utf8' }).filter((file) =>
      file.endsWith('.json'),
    );
    const contents = files.map((file) => [
      `workspaces/${file}`,
      JSON.parse(readFileSync(join(workspaces, file), 'utf8')) as JsonObject,
    ]);
    const met = terraformTypesIn(artifactsOf(Object.fromEntries(contents) as Files), schemas);
    expect(met.length).toBeGreaterThan(80);
    const built = new Set([...typesOfKinds(), ...Object.keys(builtinTypes)]);
    expect(met.filter((type) => !built.has(type))).toEqual([]);
  });
});

test('a build is due when a source is changed, added or renamed, and not otherwise', () => {
  const folder = mkdtempSync(join(tmpdir(), 'slipway-stamp-'));
  mkdirSync(join(folder, 'synth'));
  const stamp = (): string => stampOf(folder, ['synth', 'absent', 'one.json']);
  const stamps = [stamp()];
  const change = (file: string, text: string): void => {
    writeFileSync(join(folder, file), text);
    stamps.push(stamp());
  };
  change('synth/a.ts', 'a');
  change('synth/a.ts', 'b');
  change('synth/b.ts', '');
  change('one.json', '{}');
  expect(new Set(stamps).size).toBe(5);
  change('synth/a.ts', 'b');
  expect(stamps[5]).toBe(stamps[4]);
  rmSync(folder, { recursive: true, force: true });
});
