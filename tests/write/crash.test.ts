import fc from 'fast-check';
import type { WriteResult } from '../../synth/write/apply';
import { isLock, lockPath, takeLock } from '../../synth/write/lock';
import { recover } from '../../synth/write/recover';
import { Killed, MemoryHost, type Fault } from '../support/memory-host';
import { brief, output } from '../support/outputs';
import { check, write } from '../support/writing';

const roots = ['clusters', 'workspaces', '.slipway-owned', 'docs'];
type Tree = Record<string, string | null>;

/** Everything a change can hold: files new, changed, gone and changed by hand, folders new and gone, file and folder swapped. */
const before = [
  output('pingvas/prod', {
    'clusters/main/a/x.yaml': 1,
    'clusters/main/a/edited.yaml': 1,
    'clusters/main/swap': 'file',
    'clusters/main/gone/deep/y.yaml': 1,
    'clusters/main/pair/one.yaml': 1,
  }),
  output('pingvas/dev', { 'workspaces/dev/main.tf.json': 1 }),
];
const after = [
  output('pingvas/prod', {
    'clusters/main/a/x.yaml': 2,
    'clusters/main/a/edited.yaml': 2,
    'clusters/main/swap/in.yaml': 1,
    'clusters/main/new/deep/z.yaml': 1,
    'clusters/main/pair': 'now a file',
  }),
  output('repository', { 'docs/kinds.md': 'kinds' }),
];

async function startingHost(): Promise<MemoryHost> {
  const host = new MemoryHost();
  await write(host, before);
  host.put('clusters/main/a/edited.yaml', 'typed by hand');
  return host;
}

async function bothTrees(): Promise<{ old: Tree; new: Tree; steps: number; all: number }> {
  const host = await startingHost();
  const old = host.tree(...roots);
  host.faultBy(() => undefined);
  expect(await write(host, after)).toMatchObject({ done: true });
  return { old, new: host.tree(...roots), steps: host.steps.changes, all: host.steps.all };
}

/** Without the folders, which the last steps of a run remove. */
function filesOf(tree: Tree): Tree {
  return Object.fromEntries(Object.entries(tree).filter(([, text]) => text !== null));
}

/** Runs a write into a fault. */
async function writeInto(host: MemoryHost, fault: Fault): Promise<WriteResult | 'killed'> {
  host.faultBy(fault);
  try {
    return await write(host, after);
  } catch (error) {
    if (error instanceof Killed) return 'killed';
    throw error;
  }
}

describe('a run that is killed', () => {
  it.each(['kill', 'tear'] as const)(
    'at any step (%s) leaves the old tree or the new one to the next command',
    async (how) => {
      const expected = await bothTrees();
      const seen = { old: 0, new: 0 };
      for (let step = 1; step <= expected.steps; step += 1) {
        const host = await startingHost();
        expect(await writeInto(host, (_, __, { changes }) => (changes === step ? how : undefined))).toBe('killed');
        host.restart();
        const findings = await recover(host);
        expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
        const tree = host.tree(...roots);
        const which = JSON.stringify(tree) === JSON.stringify(expected.old) ? 'old' : 'new';
        seen[which] += 1;
        expect(tree).toEqual(expected[which]);
        expect(host.tree('.slipway')).not.toHaveProperty(['.slipway/journal.json']);
        expect(Object.keys(host.tree('.slipway')).filter((path) => path.includes('stage-'))).toEqual([]);
        const kept = host.tree('.slipway/hand-edited')['.slipway/hand-edited/clusters/main/a/edited.yaml'];
        expect(kept).toBe(which === 'new' ? 'typed by hand' : undefined);
        expect(await write(host, after)).toMatchObject({ done: true });
        expect([host.tree(...roots), await check(host, after)]).toEqual([expected.new, []]);
      }
      expect(seen.old).toBeGreaterThan(10);
      expect(seen.new).toBeGreaterThan(10);
    },
  );

  it('and again while the next command completes its work, at any two steps, leaves the old tree or the new one', async () => {
    const expected = await bothTrees();
    for (let first = 14; first <= expected.steps; first += 3) {
      for (let second = 1; second < expected.steps; second += 2) {
        const host = await startingHost();
        await writeInto(host, (_, __, { changes }) => (changes === first ? 'kill' : undefined));
        host.restart();
        host.faultBy((_, __, { changes }) => (changes === second ? 'kill' : undefined));
        const ended = await recover(host).then(
          () => true,
          () => false,
        );
        host.restart();
        expect((await recover(host)).filter(({ severity }) => severity === 'error')).toEqual([]);
        const tree = host.tree(...roots);
        expect(tree).toEqual(JSON.stringify(tree) === JSON.stringify(expected.old) ? expected.old : expected.new);
        if (ended) break;
      }
    }
  });

  it('by a power cut, whatever share of the unsynced content survives, leaves the old tree or the new one', async () => {
    const expected = await bothTrees();
    const seen = new Set<string>();
    for (const share of [0, 0.5, 1]) {
      for (let step = 1; step <= expected.steps; step += 1) {
        const host = await startingHost();
        await writeInto(host, (_, __, { changes }) => (changes === step ? 'kill' : undefined));
        host.powerCut(share);
        const findings = await recover(host);
        expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
        for (const { message } of findings) seen.add(message.replace(/:.*/, ''));
        const tree = host.tree(...roots);
        expect(tree).toEqual(JSON.stringify(tree) === JSON.stringify(expected.old) ? expected.old : expected.new);
      }
    }
    expect([...seen].sort()).toEqual(['an interrupted run was completed', 'an interrupted run was undone']);
  });

  it('is told of, and its tree is no passing check before', async () => {
    const host = await startingHost();
    await writeInto(host, (step, path) =>
      step === 'rename' && path === 'clusters/main/a/x.yaml' ? 'kill' : undefined,
    );
    host.restart();
    expect(await check(host, after)).toContain('error run-unfinished .slipway/journal.json:1:1');
    expect(brief((await write(host, after)).findings)).toContain('error run-unfinished .slipway/journal.json:1:1');
    expect(brief(await recover(host))).toEqual(['note run-recovered .slipway/journal.json:1:1']);
    expect([await recover(host), await check(host, after)]).toEqual([[], []]);
  });

  it('whose tree was brought back by git is completed or left, never mixed', async () => {
    const expected = await bothTrees();
    for (let step = 14; step <= expected.steps; step += 1) {
      const host = await startingHost();
      await writeInto(host, (_, __, { changes }) => (changes === step ? 'kill' : undefined));
      host.restart();
      for (const root of roots) host.drop(root);
      for (const [path, text] of Object.entries(expected.old)) if (text !== null) host.put(path, text);
      await recover(host);
      const tree = host.tree(...roots);
      expect(tree).toEqual(JSON.stringify(tree) === JSON.stringify(expected.old) ? expected.old : expected.new);
    }
  });

  it('and whose files someone changed before the next command loses none of that', async () => {
    const host = await startingHost();
    await writeInto(host, (step, path) => (step === 'rename' && path === 'docs/kinds.md' ? 'kill' : undefined));
    host.restart();
    host.put('clusters/main/a/x.yaml', 'typed since');
    expect(brief(await recover(host))).toEqual(['warning run-recovered .slipway/journal.json:1:1']);
    expect(host.readText('.slipway/hand-edited/clusters/main/a/x.yaml')).toBe('typed since');
    expect(host.tree(...roots)).toEqual((await bothTrees()).old);
  });

  it.each([
    ['whose journal can’t be read', '.slipway/journal.json', '{"version":1,'],
    [
      'whose journal leads elsewhere',
      '.slipway/journal.json',
      JSON.stringify({
        version: 1,
        stage: '.slipway/stage-1',
        newFolders: [],
        entries: [{ path: '../x', index: 0, before: null, after: null, keep: false }],
      }),
    ],
  ])('%s is left for a person to judge', async (_, path, text) => {
    const host = await startingHost();
    host.put(path, text);
    const tree = host.tree(...roots);
    expect(brief(await recover(host))).toEqual(['error run-unfinished .slipway/journal.json:1:1']);
    expect([host.tree(...roots), host.readText(path)]).toEqual([tree, text]);
  });

  it('and whose staged and old files are both gone is left for a person to judge', async () => {
    const host = await startingHost();
    await writeInto(host, (step, path) => (step === 'rename' && path === 'docs/kinds.md' ? 'kill' : undefined));
    host.restart();
    for (const path of Object.keys(host.tree('.slipway'))) if (/\/(?:new|old)\//.test(path)) host.drop(path);
    expect(brief(await recover(host))).toEqual(['error run-unfinished .slipway/journal.json:1:1']);
  });
});

/** Trees of few files, so that any two have files new, changed and gone, and files that become folders. */
const anyOutput = fc
  .dictionary(
    fc.constantFrom('a', 'b', 'a/x', 'b/y', 'b/z', 'c/d/e', 'c/d', 'c/f', 'c'),
    fc.integer({ min: 0, max: 2 }),
  )
  .map((contents) =>
    Object.entries(contents).filter(([path]) => !Object.keys(contents).some((other) => other.startsWith(`${path}/`))),
  )
  .map((contents) => [
    output('pingvas/prod', Object.fromEntries(contents.map(([path, value]) => [`clusters/main/${path}`, `${value}`]))),
  ]);

describe('any change of any tree', () => {
  it('is made whole; killed at any step it is the old tree or the new one after the next command', async () => {
    await fc.assert(
      fc.asyncProperty(anyOutput, anyOutput, fc.nat(), async (one, two, moment) => {
        const host = new MemoryHost();
        await write(host, one);
        const old = host.tree(...roots);
        const fresh = new MemoryHost();
        await write(fresh, two);
        const expected = fresh.tree(...roots);
        const dry = new MemoryHost();
        await write(dry, one);
        dry.faultBy(() => undefined);
        expect(await write(dry, two)).toMatchObject({ done: true, findings: [] });
        expect([filesOf(dry.tree(...roots)), await check(dry, two)]).toEqual([filesOf(expected), []]);
        const step = 1 + (moment % Math.max(1, dry.steps.changes));
        host.faultBy((_, __, { changes }) => (changes === step ? 'kill' : undefined));
        await write(host, two).catch(() => undefined);
        host.restart();
        expect((await recover(host)).filter(({ severity }) => severity === 'error')).toEqual([]);
        const tree = host.tree(...roots);
        expect([old, dry.tree(...roots)]).toContainEqual(tree);
      }),
      { numRuns: 500 },
    );
  });
});

describe('a system that fails', () => {
  it.each(['ENOSPC', 'EDQUOT', 'EACCES', 'EROFS', 'EIO', 'EXDEV'])(
    'once with %s, at any step, leaves the old tree and says where',
    async (code) => {
      const expected = await bothTrees();
      const outcomes = new Set<string>();
      for (let step = 1; step <= expected.all; step += 1) {
        const host = await startingHost();
        const result = await writeInto(host, (_, __, { all }) => (all === step ? code : undefined));
        if (result === 'killed') throw new Error('nothing kills here');
        const errors = result.findings.filter(({ severity }) => severity === 'error');
        // The last steps clean up: there the tree is the new one, and a warning tells what is left to do.
        expect(filesOf(host.tree(...roots))).toEqual(filesOf(result.done ? expected.new : expected.old));
        expect(errors.length > 0).toBe(!result.done);
        for (const { code: said, at, fix } of errors)
          outcomes.add(`${said} ${at.file === '' || fix === '' ? 'nowhere' : 'somewhere'}`);
        host.restart();
        expect((await recover(host)).filter(({ severity }) => severity === 'error')).toEqual([]);
        expect(host.tree(...roots)).toEqual(result.done ? expected.new : expected.old);
        const again = await write(host, after);
        expect([step, brief(again.findings).filter((line) => line.startsWith('error'))]).toEqual([step, []]);
        expect(await check(host, after)).toEqual([]);
      }
      const named =
        code.startsWith('ENOSPC') || code === 'EDQUOT'
          ? 'disk-full'
          : code === 'EACCES' || code === 'EROFS'
            ? 'output-not-writable'
            : 'output-write-failed';
      expect([...outcomes]).toEqual([`${named} somewhere`]);
    },
  );

  it('for want of room from any step on leaves the old tree at once, since going back needs none', async () => {
    const expected = await bothTrees();
    for (let first = 1; first <= expected.steps; first += 1) {
      const host = await startingHost();
      const full: Fault = (step, _, { changes }) =>
        changes >= first && ['write', 'create folder', 'link'].includes(step) ? 'ENOSPC' : undefined;
      const result = await writeInto(host, full);
      if (result === 'killed') throw new Error('nothing kills here');
      expect(host.tree(...roots)).toEqual(result.done ? expected.new : expected.old);
      const said = result.findings.filter(({ severity }) => severity === 'error').map(({ code }) => code);
      expect(said).toEqual(result.done ? [] : ['disk-full']);
    }
  });

  it('at every step from any on never mixes the trees for good: once it is mended, one command settles it', async () => {
    const expected = await bothTrees();
    for (let first = 1; first <= expected.steps; first += 1) {
      const host = await startingHost();
      const result = await writeInto(host, (_, __, { changes }) => (changes >= first ? 'EROFS' : undefined));
      if (result === 'killed') throw new Error('nothing kills here');
      host.restart();
      expect((await recover(host)).filter(({ severity }) => severity === 'error')).toEqual([]);
      const tree = host.tree(...roots);
      expect(tree).toEqual(JSON.stringify(tree) === JSON.stringify(expected.old) ? expected.old : expected.new);
    }
  });

  it('to read is a finding too', async () => {
    const host = await startingHost();
    host.faultBy((step, path) => (step === 'read' && path.startsWith('clusters/') ? 'EACCES' : undefined));
    expect(brief((await write(host, after)).findings)).toEqual([
      'error output-not-writable clusters/main/a/x.yaml:1:1',
    ]);
  });
});

describe('two runs at once', () => {
  it('can’t both write: the second is told who does', async () => {
    const host = await startingHost();
    const first = takeLock(host, 'slipway synth');
    host.newProcess();
    const result = await write(host, after);
    expect([result.done, brief(result.findings.filter(({ severity }) => severity === 'error'))]).toEqual([
      false,
      ['error run-in-progress .slipway/lock:1:1'],
    ]);
    expect(result.findings.at(-1)?.message).toBe('`slipway synth` (process 1 on memory) is writing in this repository');
    if (isLock(first)) first.release();
    expect(await write(host, after)).toMatchObject({ done: true });
  });

  it('of which one only reads don’t disturb each other, unless the writing one is in the middle', async () => {
    const host = await startingHost();
    host.put('.slipway/stage-1/new/0', 'being staged');
    const lock = takeLock(host, 'slipway synth');
    host.newProcess();
    expect(await recover(host)).toEqual([]);
    expect(host.exists('.slipway/stage-1/new/0')).toBe(true);
    host.put('.slipway/journal.json', '{}');
    expect(brief(await recover(host))).toEqual(['error run-in-progress .slipway/lock:1:1']);
    expect(isLock(lock)).toBe(true);
  });

  it.each(['', '{', '{"pid":-1}', 'null'])(
    'are not made up from a lock that a power cut has torn (%j)',
    async (text) => {
      const host = await startingHost();
      host.put(lockPath, text);
      expect(brief((await write(host, after)).findings)).toContain('error run-in-progress .slipway/lock:1:1');
      host.powerCut(0);
      expect(await write(host, after)).toMatchObject({ done: true });
    },
  );

  it('that both find the lock of a dead one never both have it, wherever the first of them stands', async () => {
    for (let step = 1; step < 20; step += 1) {
      const host = await startingHost();
      takeLock(host, 'slipway synth');
      host.restart();
      // The second takes its turn in the middle of the first.
      const taken: boolean[] = [];
      let turn = false;
      host.faultBy((_, __, { changes }) => {
        if (changes !== step || turn) return undefined;
        turn = true;
        taken.push(isLock(takeLock(host.otherProcess(), 'the second')));
        return undefined;
      });
      const first = isLock(takeLock(host, 'the first'));
      expect([first, ...taken].filter(Boolean)).toHaveLength(1);
    }
  });

  it('work on a disk without hard links too', async () => {
    const host = await startingHost();
    host.faultBy((step) => (step === 'link' ? 'EPERM' : undefined));
    const lock = takeLock(host, 'slipway synth');
    expect([isLock(lock), isLock(takeLock(host.otherProcess(), 'the second'))]).toEqual([true, false]);
  });
});
