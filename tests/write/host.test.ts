import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, readlinkSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createDirectories, readTextIfThere, removeTree, writeFileAtomic } from '../../synth/host/files';
import { HostError } from '../../synth/host/host';
import { foldersAbove, parentOf, pathFault } from '../../synth/host/path';
import { dropTempHosts, tempHost } from '../support/temp-host';

afterAll(dropTempHosts);

/** Code of what a step throws. */
function codeOf(step: () => unknown): string {
  try {
    step();
  } catch (error) {
    return error instanceof HostError ? error.code : String(error);
  }
  return 'nothing thrown';
}

async function codeOfAsync(step: Promise<unknown>): Promise<string> {
  const error: unknown = await step.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  return codeOf(() => {
    throw error;
  });
}

describe('paths', () => {
  it.each(['/etc/passwd', '../a', 'a/../b', 'a//b', './a', 'a/', '', 'C:/a', 'a\\b', 'a\0b'])('refuses %j', (path) => {
    const host = tempHost();
    expect(pathFault(path)).toBeDefined();
    expect(codeOf(() => host.readText(path))).toBe('EOUTSIDE');
    expect(codeOf(() => host.exists(path))).toBe('EOUTSIDE');
    expect(codeOf(() => host.createFile(path, 'x'))).toBe('EOUTSIDE');
    expect(codeOf(() => host.removeFile(path))).toBe('EOUTSIDE');
  });

  it.each(['a', 'a/b', '.github/workflows/x.yml', '..a/b..', '.'])('takes %j', (path) => {
    expect(pathFault(path)).toBeUndefined();
  });

  it('knows the folders above a path', () => {
    expect([parentOf('a/b/c'), parentOf('a')]).toEqual(['a/b', '.']);
    expect(foldersAbove('a/b/c')).toEqual(['a/b', 'a']);
  });
});

describe('links', () => {
  it('are followed by a read as long as they stay inside the repository', () => {
    const host = tempHost({ 'real/a.yaml': 'a' });
    symlinkSync('real', join(host.root, 'folder'));
    symlinkSync('real/a.yaml', join(host.root, 'file'));
    expect([host.readText('folder/a.yaml'), host.readText('file')]).toEqual(['a', 'a']);
    expect(host.list('folder')).toEqual([{ name: 'a.yaml', kind: 'file' }]);
  });

  it('that lead outside are refused, and named as links where they stand', () => {
    const host = tempHost();
    symlinkSync('/etc', join(host.root, 'folder'));
    symlinkSync('/etc/passwd', join(host.root, 'file'));
    for (const path of ['folder/passwd', 'file']) expect(codeOf(() => host.readText(path))).toBe('EOUTSIDE');
    expect(codeOf(() => host.list('folder'))).toBe('EOUTSIDE');
    expect(codeOf(() => host.stat('folder/passwd'))).toBe('EOUTSIDE');
    expect([host.stat('folder')?.kind, host.stat('file')?.kind]).toEqual(['link', 'link']);
  });

  it('are refused on the way of a write, wherever they lead', async () => {
    const host = tempHost({ 'real/a.yaml': 'a' });
    symlinkSync('real', join(host.root, 'folder'));
    symlinkSync('real/a.yaml', join(host.root, 'file'));
    expect(codeOf(() => host.createFile('folder/b.yaml', 'b'))).toBe('ELINKED');
    expect(codeOf(() => host.removeFile('folder/a.yaml'))).toBe('ELINKED');
    expect(await codeOfAsync(writeFileAtomic(host, 'file', 'b'))).toBe('ELINKED');
    expect(host.readText('real/a.yaml')).toBe('a');
    expect(host.list('.slipway')).toEqual([{ name: '.gitignore', kind: 'file' }]);
  });

  it('in a folder that is removed are removed themselves, not what they lead to', () => {
    const host = tempHost({ 'real/a.yaml': 'a', 'gone/deep/b.yaml': 'b' });
    symlinkSync('../real', join(host.root, 'gone/link'));
    removeTree(host, 'gone');
    expect([host.exists('gone'), host.readText('real/a.yaml')]).toEqual([false, 'a']);
  });
});

describe('files', () => {
  it('are listed in code-unit order with what they are', () => {
    const host = tempHost({ b: '', Z: '', 'a/x': '' });
    expect(host.list('.')).toEqual([
      { name: 'Z', kind: 'file' },
      { name: 'a', kind: 'directory' },
      { name: 'b', kind: 'file' },
    ]);
  });

  it('that are missing are an absence to stat, exists and readTextIfThere, and an ENOENT to a read', () => {
    const host = tempHost({ a: '' });
    expect([host.stat('x'), host.stat('a/x'), host.exists('x/y'), readTextIfThere(host, 'x')]).toEqual([
      undefined,
      undefined,
      false,
      undefined,
    ]);
    expect(codeOf(() => host.readText('x'))).toBe('ENOENT');
    expect(codeOf(() => host.readBytes('x/y'))).toBe('ENOENT');
    expect(codeOf(() => host.list('x'))).toBe('ENOENT');
    expect(codeOf(() => host.readText('.'))).toBe('EISDIR');
  });

  it('that are no regular files are not read, since a pipe would never end', () => {
    const host = tempHost();
    execFileSync('mkfifo', [join(host.root, 'pipe')]);
    expect(host.stat('pipe')?.kind).toBe('other');
    expect(codeOf(() => host.readText('pipe'))).toBe('EINVAL');
  });

  it('are made only where none is, and replaced whole', async () => {
    const host = tempHost();
    host.createFile('a', 'one');
    expect(codeOf(() => host.createFile('a', 'two'))).toBe('EEXIST');
    await writeFileAtomic(host, 'a', 'two');
    await writeFileAtomic(host, 'deep/er/b', new Uint8Array([104, 105]));
    expect([host.readText('a'), host.readText('deep/er/b'), host.readText('.slipway/.gitignore')]).toEqual([
      'two',
      'hi',
      '*\n',
    ]);
  });

  it('get the folders they need, and no folder twice', () => {
    const host = tempHost({ 'a/x': '' });
    createDirectories(host, 'a/b/c');
    createDirectories(host, 'a/b/c');
    expect(host.stat('a/b/c')?.kind).toBe('directory');
    expect(codeOf(() => createDirectories(host, 'a/x/y'))).toBe('EEXIST');
    expect(codeOf(() => host.removeDirectory('a/b'))).toBe('ENOTEMPTY');
  });

  it('can be synced, folders too', async () => {
    const host = tempHost({ 'a/x': 'x', 'a/y': 'y' });
    await expect(host.sync(['a/x', 'a/y', 'a', '.'])).resolves.toBeUndefined();
    expect(await codeOfAsync(host.sync(['missing']))).toBe('ENOENT');
  });

  it('found through a folder that became a link after it was first used are refused once the folder was removed', () => {
    const host = tempHost({ 'a/b/x': 'x' });
    host.removeFile('a/b/x');
    host.removeDirectory('a/b');
    symlinkSync('/tmp', join(host.root, 'a/b'));
    expect(codeOf(() => host.createFile('a/b/slipway-must-not-be-here', ''))).toBe('ELINKED');
    expect(readlinkSync(join(host.root, 'a/b'))).toBe('/tmp');
  });
});

describe('commands', () => {
  it('give exit code and output, get input and variables, and run in the folder that is named', async () => {
    const host = tempHost({ 'sub/x': '' });
    const script =
      'process.stdin.pipe(process.stdout); process.stderr.write(process.env.WORD + process.cwd()); process.exitCode = 3';
    const result = await host.run(process.execPath, ['-e', script], {
      input: 'hello',
      env: { WORD: 'word' },
      directory: 'sub',
    });
    expect(result).toEqual({ outcome: 'exited', status: 3, stdout: 'hello', stderr: `word${join(host.root, 'sub')}` });
  });

  it('that are missing or killed are a value too', async () => {
    const host = tempHost();
    expect(await host.run('no-such-command-anywhere', [])).toMatchObject({ outcome: 'missing', status: -1 });
    const killed = await host.run(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { timeoutMs: 50 });
    expect(killed).toMatchObject({ outcome: 'killed', status: -1 });
    const deaf = await host.run(process.execPath, ['-e', ''], { input: 'x'.repeat(1_000_000) });
    expect(deaf).toMatchObject({ outcome: 'exited', status: 0 });
  });
});

describe('processes', () => {
  it('know themselves as alive, and a number used again as someone else', () => {
    const host = tempHost();
    const self = host.self();
    expect(host.isAlive(self)).toBe(true);
    expect(host.isAlive({ ...self, started: '' })).toBe(true);
    expect(host.isAlive({ ...self, started: 'another-boot-1' })).toBe(self.started === '');
    expect(host.isAlive({ ...self, pid: 2 ** 22 + 1 })).toBe(false);
    expect(host.isAlive({ ...self, pid: 2 ** 22 + 1, machine: 'elsewhere' })).toBe(true);
  });
});

it('keeps a large file with every byte', () => {
  const host = tempHost();
  const bytes = Uint8Array.from({ length: 70_000 }, (_, index) => index % 256);
  writeFileSync(join(host.root, 'bytes'), bytes);
  mkdirSync(join(host.root, 'sub'));
  host.link('bytes', 'sub/again');
  expect(codeOf(() => host.link('bytes', 'sub/again'))).toBe('EEXIST');
  expect(Buffer.compare(host.readBytes('sub/again'), readFileSync(join(host.root, 'bytes')))).toBe(0);
});
