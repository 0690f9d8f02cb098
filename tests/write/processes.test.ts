import { spawn, type ChildProcess } from 'node:child_process';
import { chmodSync, chownSync } from 'node:fs';
import { join } from 'node:path';
import { buildSync } from 'esbuild';
import { lockPath } from '../../synth/write/lock';
import { recover } from '../../synth/write/recover';
import { dropTempHosts, tempHost } from '../support/temp-host';
import { trees } from '../support/write-forever';
import { check, write } from '../support/writing';

afterAll(dropTempHosts);

describe('real processes', () => {
  const killed = 100;
  const atOnce = 4;
  let script = '';

  beforeAll(() => {
    script = join(tempHost().root, 'write-forever.cjs');
    buildSync({
      entryPoints: [join(__dirname, '../support/write-forever.ts')],
      bundle: true,
      platform: 'node',
      format: 'cjs',
      outfile: script,
      logLevel: 'error',
    });
  });

  it('killed at a hundred random moments leave the old tree or the new one to the next command', async () => {
    const seen = new Map<string, number>();
    const random = randomBy(42);
    const outcomes = ['one tree', 'one tree, recovered'];
    // How often a moment falls into a write is up to the machine: as many more as it takes to meet both outcomes.
    const isDone = (run: number): boolean =>
      run >= killed / atOnce && (run >= (10 * killed) / atOnce || outcomes.every((key) => (seen.get(key) ?? 0) > 5));
    const lane = async (): Promise<void> => {
      const host = tempHost();
      for (let run = 0; !isDone(run); run += 1) {
        await killAfter(start(script, host.root), random() * 40);
        const findings = await recover(host);
        expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
        const clean = await Promise.all(trees.map(async (tree) => (await check(host, tree)).length === 0));
        const which = clean.indexOf(true);
        const key = `${which >= 0 ? 'one tree' : 'mixed'}${findings.length > 0 ? ', recovered' : ''}`;
        seen.set(key, (seen.get(key) ?? 0) + 1);
      }
    };
    await Promise.all(Array.from({ length: atOnce }, lane));
    expect([...seen.keys()]).not.toContainEqual(expect.stringContaining('mixed'));
    expect(seen.get('one tree, recovered')).toBeGreaterThan(5);
    expect(seen.get('one tree')).toBeGreaterThan(5);
  }, 120_000);

  it('that may not write are told where, and change nothing', async () => {
    const host = tempHost();
    await write(host, trees[0] ?? []);
    for (const folder of [join(script, '..'), host.root, join(host.root, '.slipway')]) chmodSync(folder, 0o755);
    if (noRoot !== undefined) chownSync(join(host.root, '.slipway'), noRoot, noRoot);
    for (const folder of ['clusters/main', 'clusters/main/both', 'clusters/main/only-0'])
      chmodSync(join(host.root, folder), 0o555);
    const said = await outputOf(start(script, host.root, { times: '2', uid: noRoot }));
    expect(said).toMatch(/^ready\ndone 0\noutput-not-writable can't rename \S+: no right to do that \(EACCES\)\n$/);
    expect(await check(host, trees[0] ?? [])).toEqual([]);
    for (const folder of ['clusters/main', 'clusters/main/both', 'clusters/main/only-0'])
      chmodSync(join(host.root, folder), 0o755);
  });

  it('that write at once take turns: each is done or told of the other, and the tree is one of theirs', async () => {
    const host = tempHost();
    const said = await Promise.all(
      Array.from({ length: 4 }, () => outputOf(start(script, host.root, { times: '60' }))),
    );
    const lines = said.flatMap((text) => text.trim().split('\n'));
    const kinds = new Set(lines.map((line) => line.split(' ')[0]));
    for (const kind of kinds)
      expect([
        'ready',
        'done',
        'run-in-progress',
        'output-changed-meanwhile',
        'run-unfinished',
        'output-in-the-way',
      ]).toContain(kind);
    expect(kinds).toContain('done');
    expect(await recover(host)).toEqual([]);
    const clean = await Promise.all(trees.map(async (tree) => (await check(host, tree)).length === 0));
    expect(clean).toContain(true);
    expect(host.exists(lockPath)).toBe(false);
  }, 60_000);
});

/** Any user but root, whom no rights of a folder refuse anything; undefined where this process is none. */
const noRoot = process.getuid?.() === 0 ? 65_534 : undefined;

function start(script: string, root: string, { times = 'forever', uid }: StartOptions = {}): ChildProcess {
  const user = uid === undefined ? {} : { uid };
  return spawn(process.execPath, [script, root, times], { stdio: ['ignore', 'pipe', 'inherit'], ...user });
}

interface StartOptions {
  readonly times?: string;
  readonly uid?: number | undefined;
}

/** Kills a process some milliseconds after it wrote its first tree. */
function killAfter(child: ChildProcess, milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    child.stdout?.once('data', () => setTimeout(() => child.kill('SIGKILL'), milliseconds));
    child.on('close', () => {
      resolve();
    });
  });
}

function outputOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve) => {
    let text = '';
    child.stdout?.on('data', (chunk: Buffer) => (text += chunk.toString()));
    child.on('close', () => {
      resolve(text);
    });
  });
}

/** Numbers from 0 to 1, the same for the same seed (Park and Miller). */
function randomBy(seed: number): () => number {
  let state = seed;
  return () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;
}
