import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { execPath } from 'node:process';
import { carryOut, firstAbsent, stepsOf } from '../../tools/gates/console';
import { docsGate } from '../../tools/gates/docs';
import { printProblem, type Gate, type OwnGate, type Tree } from '../../tools/gates/gate';
import { gates } from '../../tools/gates/list';
import { lockGate } from '../../tools/gates/lock';
import { slug } from '../../tools/gates/markdown';
import { pinsGate } from '../../tools/gates/pins';
import { runGates, type GateResult } from '../../tools/gates/run';
import { testedGate } from '../../tools/gates/tested';
import { countTests } from '../../tools/gates/tests';
import { machineGate, uncheckedGate, unfinishedGate } from '../../tools/gates/words';

const root = resolve(__dirname, '../..');

function treeOf(files: Readonly<Record<string, string>>): Tree {
  return { files: Object.keys(files).sort(), read: (path) => files[path] ?? '' };
}

/** Words that this file may not hold in one piece, since the gates read it too. */
function word(...parts: readonly string[]): string {
  return parts.join('');
}

/** What a gate says of a tree, as it prints it. */
function said(gate: OwnGate, files: Readonly<Record<string, string>>): string[] {
  return gate.judge(treeOf(files)).map(printProblem);
}

describe('the gate for documents', () => {
  test('a link to a file that is not there, and one that leads out, are named with their lines', () => {
    expect(said(docsGate, { 'README.md': 'a\n[b](docs/none.md)\n[c](../outside.md)\n[d](/etc)\n' })).toEqual([
      'README.md:2 link docs/none.md: there is no docs/none.md',
      'README.md:3 link ../outside.md leads out of the repository',
      'README.md:4 link /etc leads out of the repository',
    ]);
  });

  test('an anchor without its heading is named; headings as GitHub counts them, and ids, are found', () => {
    const page = '# Why `uses`?\n## Twice\n## Twice\n<a id="here"></a>\n';
    const links = '[a](p.md#why-uses) [b](p.md#twice-1) [c](p.md#here) [d](p.md#twice-2)';
    expect(said(docsGate, { 'docs/p.md': page, 'docs/q.md': links })).toEqual([
      'docs/q.md:1 link p.md#twice-2: docs/p.md has no heading #twice-2',
    ]);
    expect(slug('Add a kind: [bucket](x.md), `name:` & more')).toBe('add-a-kind-bucket-name--more');
  });

  test('links to folders, pages of the web and text in code are left alone', () => {
    const page = '[a](stacks) [b](stacks/) [c](https://example.com/x) `[d](none.md)`\n```text\n[e](none.md)\n```\n';
    expect(said(docsGate, { 'README.md': page, 'stacks/bucket.ts': '' })).toEqual([]);
  });

  test('blocks of data that do not parse, and a block that is never closed, are named', () => {
    const page = '```json\n{"a":}\n```\n```yaml\na: [b\n```\n```yaml\na: 1\n---\nb: 2\n```\n```ts\n';
    expect(said(docsGate, { 'docs/x.md': page })).toEqual([
      expect.stringMatching(/^docs\/x\.md:1 this JSON does not parse: /),
      expect.stringMatching(/^docs\/x\.md:4 this YAML does not parse: /),
      'docs/x.md:12 this code block is never closed',
    ]);
  });
});

describe('the gates for words', () => {
  test('unfinished words are found in sources and documents, not in generated files', () => {
    const text = `x\n// ${word('TO', 'DO')} later\n`;
    expect(
      said(unfinishedGate, {
        'stacks/a.ts': text,
        'docs/a.md': `a ${word('place', 'holder')}`,
        'workspaces/a/b.tf.json': text,
      }),
    ).toEqual([
      `docs/a.md:1 «${word('place', 'holder')}»: unfinished: say what it is, or build it`,
      `stacks/a.ts:2 «${word('TO', 'DO')}»: unfinished: do it, or open an issue and link it`,
    ]);
  });

  test('a test that is skipped and a check that is switched off are found', () => {
    const lines = [
      word('test.sk', 'ip', "('a', f);"),
      word('const b = c a', 's any;'),
      word('// eslint-', 'disable-line'),
      'items.only(1);',
    ];
    const text = lines.join('\n');
    expect(said(uncheckedGate, { 'tests/a.test.ts': text, 'docs/a.md': text })).toEqual([
      `tests/a.test.ts:1 «${word('test.sk', 'ip')}»: a test that does not run`,
      `tests/a.test.ts:2 «${word('a', 's any')}»: a type thrown away: narrow it from unknown`,
      `tests/a.test.ts:3 «${word('eslint-', 'disable')}»: a check switched off: mend what it found`,
    ]);
  });

  test("paths of one person's machine are found in generated files too, links and mount points are not", () => {
    const machine = `"path": "${word('/ho', 'me/ann/slipway/x')}"\n${word('C:\\Us', 'ers\\ann')}\n`;
    const fine = 'https://example.com/home/x\nmountPath: /tmp\nsrc/work/a/b\n';
    expect(said(machineGate, { 'workspaces/a.tf.json': machine, 'docs/a.md': fine })).toEqual([
      `workspaces/a.tf.json:1 «"${word('/ho', 'me/ann/')}»: a path of one person's machine`,
      `workspaces/a.tf.json:2 «${word('C:\\Us', 'ers\\')}»: a path of one person's machine`,
    ]);
  });
});

describe('the gate for workflows', () => {
  const head = 'name: a\npermissions: {}\njobs:\n';

  test('an action without a commit or without its version, and a workflow that keeps all permissions, are named', () => {
    const loose = `${head}  - uses: actions/checkout@v7\n  - uses: actions/cache@27d5ce7f107fe9357f9df03efb73ab90386fccae\n`;
    expect(said(pinsGate, { '.github/workflows/a.yml': loose, '.github/workflows/b.yml': 'name: b\n' })).toEqual([
      '.github/workflows/a.yml:4 actions/checkout@v7 is not pinned: write the 40 digits of a commit, and the version behind #',
      '.github/workflows/a.yml:5 actions/cache@27d5ce7f107fe9357f9df03efb73ab90386fccae says no version: write it behind #',
      '.github/workflows/b.yml:1 no top-level `permissions: {}`: each job asks for what it needs',
    ]);
  });

  test('pinned actions, local ones and workflows of this repository are fine', () => {
    const pinned = `${head}  - uses: actions/cache@27d5ce7f107fe9357f9df03efb73ab90386fccae # v5.0.5\n  - uses: ./.github/actions/x\n`;
    expect(said(pinsGate, { '.github/workflows/a.yml': pinned, 'docs/b.yml': 'uses: a/b@v1' })).toEqual([]);
  });
});

test('a platform that the lock file leaves out, and a host it names, are told', () => {
  const integrity = 'sha512-aaaa';
  const packages = {
    '': {},
    'node_modules/a': {
      version: '1.0.0',
      integrity,
      optionalDependencies: { 'a-linux': '1.0.0', 'a-darwin': '1.0.0', b: '1.0.0' },
    },
    'node_modules/a/node_modules/a-linux': { version: '1.0.0', integrity },
    'node_modules/b': { version: '1.0.0', integrity, resolved: 'https://registry.example/b.tgz' },
  };
  expect(said(lockGate, { 'package-lock.json': JSON.stringify({ packages }) })).toEqual([
    'package-lock.json:1 node_modules/a may need a-darwin, which is not locked: npm ci would refuse',
    'package-lock.json:1 node_modules/b names the host it came from: npm install with omit-lockfile-registry-resolved',
  ]);
});

test('a package without a hash is told, unless it is in a bundle or a binary of a platform that CI is not on', () => {
  const packages = {
    '': {},
    'node_modules/a': { version: '1.0.0' },
    'node_modules/a-linux': { version: '1.0.0', optional: true, os: ['linux'], cpu: ['arm64'] },
    'node_modules/a-linux-s390x': { version: '1.0.0', optional: true, os: ['linux'], cpu: ['s390x'] },
    'node_modules/a-darwin': { version: '1.0.0', optional: true, os: ['darwin'], cpu: ['arm64'] },
    'node_modules/b-darwin': { version: '1.0.0', os: ['darwin'] },
    'node_modules/c': { version: '1.0.0', integrity: 'sha512-aaaa' },
    'node_modules/c/node_modules/d': { version: '1.0.0', inBundle: true },
  };
  const remedy = 'has no integrity: take its entry out and run npm install --package-lock-only';
  expect(said(lockGate, { 'package-lock.json': JSON.stringify({ packages }) })).toEqual([
    `package-lock.json:1 node_modules/a ${remedy}`,
    `package-lock.json:1 node_modules/a-linux ${remedy}`,
    `package-lock.json:1 node_modules/b-darwin ${remedy}`,
  ]);
});

test('a kind that no test names is named, part of another name is not enough', () => {
  const files = {
    'stacks/bucket.ts': '',
    'charts/service.ts': '',
    'tests/a.test.ts': "import '../stacks/bucket-policy'; // service",
  };
  expect(said(testedGate, files)).toEqual(['stacks/bucket.ts:1 no test names «bucket»']);
});

describe('the runner of gates', () => {
  const none = treeOf({});

  async function run(...list: Gate[]): Promise<GateResult[]> {
    return runGates(list, { root, tree: none, parallel: 2, report: () => undefined });
  }

  test('a command that fails, is missing or is stopped has failed, with what it printed', async () => {
    const [bad, missing, stopped] = await Promise.all([
      run({ name: 'bad', command: [execPath, '-e', 'console.log("why"); process.exit(3)'] }),
      run({ name: 'missing', command: ['no-such-tool'] }),
      run({ name: 'stopped', command: [execPath, '-e', 'process.kill(process.pid)'] }),
    ]);
    expect(bad).toMatchObject([{ ok: false, text: 'why\n' }]);
    expect(missing).toMatchObject([
      { ok: false, text: expect.stringContaining('no-such-tool does not run') as string },
    ]);
    expect(stopped).toMatchObject([{ ok: false, text: expect.stringContaining('stopped by SIGTERM') as string }]);
  });

  test('an own gate with a problem has failed, and one without has not', async () => {
    const broken: OwnGate = { name: 'broken', judge: () => [{ file: 'a', line: 2, message: 'b' }] };
    const fine: OwnGate = { name: 'fine', judge: () => [] };
    const results = await run(broken, fine);
    expect(results.map(({ name, ok, text }) => ({ name, ok, text }))).toEqual([
      { name: 'broken', ok: false, text: 'a:2 b' },
      { name: 'fine', ok: true, text: '' },
    ]);
  });

  test('a test file that does not load, a skipped test and a run without a report count as failed', () => {
    const report = { numPassedTests: 5, numFailedTests: 0, numRuntimeErrorTestSuites: 0, numPendingTests: 0 };
    expect(countTests(report, 0)).toEqual({ passed: 5, failed: 0 });
    expect(countTests({ ...report, numRuntimeErrorTestSuites: 1 }, 1)).toEqual({ passed: 5, failed: 1 });
    expect(countTests({ ...report, numPendingTests: 2 }, 0)).toEqual({ passed: 5, failed: 2 });
    expect(countTests(report, 1)).toEqual({ passed: 5, failed: 1 });
    expect(countTests(undefined, 1)).toEqual({ passed: 0, failed: 1 });
  });

  test('every gate has a name of its own', () => {
    expect(new Set(gates.map((gate) => gate.name)).size).toBe(gates.length);
  });
});

/** A small house with each fault once, and what is allowed beside it. */
const crooked: Readonly<Record<string, string>> = {
  'charts/from-stacks.ts': "import { bucket } from '../stacks/bucket'; export const a = bucket;",
  'schemas/from-stacks.ts': "import { bucket } from '../stacks/bucket'; export const a = bucket;",
  'schemas/index.ts': "export { leaf as b } from './leaf';",
  'schemas/leaf.ts': "import { b } from './index'; export type Leaf = typeof b; export const leaf = 1;",
  'schemas/plain.ts': 'export const plain = 1;',
  'stacks/bucket.ts': "import { plain } from '../schemas/plain'; export const bucket = plain;",
  'stacks/from-nowhere.ts': "import { none } from './none'; export const a = none;",
  'stacks/from-package.ts':
    "import * as aws from '@cdktf/provider-aws'; import * as es from 'esbuild'; export const a = [aws, es];",
  'synth/build/build.ts':
    "import { bucket } from '../../stacks/bucket'; export interface Built { a: 1 } export const build = bucket;",
  'synth/cli/main.ts': "import { build } from '../build/build'; export const main = build;",
  'synth/host/files.ts':
    "import { readFileSync } from 'node:fs'; import { build } from '../build/build'; export const a = [readFileSync, build];",
  'synth/load/from-build.ts':
    "import { readFileSync } from 'node:fs'; import { build, type Built } from '../build/build'; export const a = (b: Built) => [readFileSync, build, b];",
  'synth/load/from-cli.ts': "import { main } from '../cli/main'; export const a = main;",
  'synth/load/type-of-build.ts': "import type { Built } from '../build/build'; export const a = (b: Built) => b;",
};

describe('import directions', () => {
  let copy: string;

  beforeAll(() => {
    copy = mkdtempSync(join(tmpdir(), 'slipway-directions-'));
    for (const [file, text] of Object.entries(crooked)) {
      mkdirSync(dirname(join(copy, file)), { recursive: true });
      writeFileSync(join(copy, file), text);
    }
    cpSync(join(root, '.dependency-cruiser.cjs'), join(copy, '.dependency-cruiser.cjs'));
    cpSync(join(root, 'tsconfig.json'), join(copy, 'tsconfig.json'));
    cpSync(join(root, 'package.json'), join(copy, 'package.json'));
    symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'), 'dir');
  });

  afterAll(() => {
    rmSync(copy, { recursive: true, force: true });
  });

  test('each rule of the house is seen to fail, and what is allowed passes', () => {
    const program = join(root, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
    const args = [
      program,
      '--config=.dependency-cruiser.cjs',
      '--output-type=json',
      'schemas',
      'stacks',
      'charts',
      'synth',
    ];
    const { stdout } = spawnSync(execPath, args, { cwd: copy, encoding: 'utf8', maxBuffer: 1 << 26 });
    const report = JSON.parse(stdout) as { summary: { violations: { from: string; rule: { name: string } }[] } };
    const found = new Set(report.summary.violations.map(({ from, rule }) => `${from} ${rule.name}`));
    expect([...found].sort()).toEqual([
      'charts/from-stacks.ts charts-direction',
      'schemas/from-stacks.ts schemas-direction',
      'schemas/index.ts no-cycles',
      'schemas/leaf.ts no-barrels',
      'stacks/from-nowhere.ts unresolvable',
      'stacks/from-package.ts no-development-package',
      'stacks/from-package.ts no-provider-root',
      'synth/host/files.ts host-below',
      'synth/load/from-build.ts machine-through-host',
      'synth/load/from-build.ts step-load-alone',
      'synth/load/from-cli.ts cli-on-top',
      'synth/load/from-cli.ts step-load-alone',
    ]);
  });
});

describe('documents that are carried out', () => {
  const page = [
    '<!-- write a/b.txt -->',
    '```text',
    'hello',
    '```',
    '',
    '<!-- run -->',
    '```console',
    '$ cat \\',
    '    a/b.txt',
    'hello',
    '$ printf "one\\ntwo 2\\nthree\\n"',
    'one',
    'two …',
    '```',
    '<!-- run, exit 3 -->',
    '```console',
    '$ exit 3',
    '```',
    '```console',
    '$ never',
    '```',
  ].join('\n');
  let copy: string;

  beforeAll(() => {
    copy = mkdtempSync(join(tmpdir(), 'slipway-console-'));
  });

  afterAll(() => {
    rmSync(copy, { recursive: true, force: true });
  });

  test('marked blocks are written and run in order, unmarked ones are not', () => {
    const steps = stepsOf(page);
    expect(steps.map((step) => step.line)).toEqual([2, 8, 11, 17]);
    expect(steps.map((step) => carryOut(copy, step))).toEqual([undefined, undefined, undefined, undefined]);
  });

  test('another exit code, or a line that is not printed, is told', () => {
    const told = stepsOf('<!-- run -->\n```console\n$ echo a\nb\n$ exit 1\n```\n').map((step) => carryOut(copy, step));
    expect(told).toEqual([
      expect.stringContaining('did not print, in this order: b'),
      expect.stringContaining('exit code 1, not 0'),
    ]);
  });

  test('expected lines are looked for in order', () => {
    expect(firstAbsent(['a', '…', 'c'], 'a\nb\nc')).toBeUndefined();
    expect(firstAbsent(['c', 'a'], 'a\nb\nc')).toBe('a');
    expect(firstAbsent(['a (…) z'], 'a (b) z')).toBeUndefined();
  });
});
