import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { execPath } from 'node:process';
import { withKind } from '../../synth/cli/new/registry';
import { createNodeHost } from '../../synth/host/node-host';
import { makeCopy } from '../../tools/gates/console';
import { repositoryTree } from '../../tools/gates/tree';
import { MemoryHost } from '../support/memory-host';
import { slipway, slipwayJson } from './kit';

const root = resolve(__dirname, '../..');
const registry = readFileSync(join(root, 'synth/catalogue.ts'), 'utf8');

function names(text: string): string[] {
  return [...text.matchAll(/^ {2}'?([a-z][a-z0-9-]*)'?: async/gm)].map(([, name]) => name ?? '');
}

describe('slipway new kind', () => {
  it.each([
    ['aws', 'stacks'],
    ['kubernetes', 'charts'],
  ])('writes source, test and registry line for %s, and says what to do next', async (plane, folder) => {
    const host = new MemoryHost({ 'synth/catalogue.ts': registry });
    const { code, stdout } = await slipway(host, 'new', 'kind', 'turn-stile', '--plane', plane);
    expect(code).toBe(0);
    expect(stdout.split('\n').slice(0, 3)).toEqual([
      `${folder}/turn-stile.ts`,
      `tests/${folder}/turn-stile.test.ts`,
      'synth/catalogue.ts',
    ]);
    expect(stdout).toContain('next:');
    const after = host.readText('synth/catalogue.ts');
    expect(after).toContain(`  'turn-stile': async () => (await import('../${folder}/turn-stile')).turnStile,\n`);
    expect(names(after)).toEqual([...names(registry), 'turn-stile'].sort());
    expect(host.readText(`${folder}/turn-stile.ts`)).toContain('export const turnStile = define');
  });

  it.each([
    [['kind', 'bucket', '--plane', 'aws'], 'kind-exists', 'choose another name'],
    [['kind', 'TurnStile', '--plane', 'aws'], 'invalid-kind-name', 'choose another name'],
    [['kind', 'new', '--plane', 'aws'], 'invalid-kind-name', 'choose another name'],
    [['kind', '../up', '--plane', 'aws'], 'invalid-kind-name', 'choose another name'],
    [['kind', 'a'.repeat(41), '--plane', 'aws'], 'invalid-kind-name', 'choose another name'],
    [['kind', 'there', '--plane', 'aws'], 'kind-exists', 'choose another name'],
    [['kind', 'turn-stile'], 'wrong-arguments', 'name the kind, and the plane'],
    [['kind', 'turn-stile', '--plane', 'azure'], 'wrong-arguments', 'name the kind, and the plane'],
    [['kind', '--plane', 'aws'], 'wrong-arguments', 'name the kind, and the plane'],
    [['kinds', 'a', '--plane', 'aws'], 'wrong-arguments', 'did you mean kind?'],
    [[], 'wrong-arguments', 'see slipway new --help'],
  ])('refuses %j with %s and writes nothing', async (args, code, fix) => {
    const host = new MemoryHost({ 'synth/catalogue.ts': registry, 'tests/stacks/there.test.ts': '' });
    const before = host.tree('synth', 'stacks', 'charts', 'tests');
    const { code: exit, stdout } = await slipway(host, 'new', ...args);
    expect(exit).toBe(1);
    expect(stdout).toMatch(new RegExp(`^error ${code}\\b`, 'm'));
    expect(stdout).toContain(`fix:      ${fix}`);
    expect(host.tree('synth', 'stacks', 'charts', 'tests')).toEqual(before);
  });

  it('says so in a repository that is not that of Slipway', async () => {
    const { findings } = await slipwayJson(new MemoryHost(), 'new', 'kind', 'turn-stile', '--plane', 'aws');
    expect(findings).toEqual([expect.objectContaining({ code: 'no-registry' })]);
  });

  it('breaks a registry line that would be too long, as the formatter does', () => {
    const kind = 'x-very-long-name-of-a-kind-that-is-longer';
    const after = withKind(registry, { kind, constant: 'xVery', module: `stacks/${kind}`, words: '' });
    expect(after).toContain(`  '${kind}': async () =>\n    (await import('../stacks/${kind}')).xVery,\n`);
  });
});

describe('what slipway new kind writes', () => {
  const copy = makeCopy(root, repositoryTree(root));
  const kinds = [
    { kind: 'anew', plane: 'aws', folder: 'stacks' },
    { kind: 'turn-stile-of-an-unusually-long-name-1', plane: 'aws', folder: 'stacks' },
    { kind: 'another', plane: 'kubernetes', folder: 'charts' },
    { kind: 'turn-stile-of-an-unusually-long-name-2', plane: 'kubernetes', folder: 'charts' },
  ] as const;
  const files = kinds.flatMap(({ kind, folder }) => [`${folder}/${kind}.ts`, `tests/${folder}/${kind}.test.ts`]);

  afterAll(() => {
    copy.remove();
  });

  /** What a tool has to say; nothing where all is well. */
  function run(tool: string, ...args: readonly string[]): string {
    const { status, stdout, stderr } = spawnSync(execPath, [join('node_modules', tool), ...args], {
      cwd: copy.folder,
      encoding: 'utf8',
    });
    return status === 0 ? '' : `${stdout}${stderr}`;
  }

  it('is typed, formatted, linted, and passes its tests', async () => {
    const host = createNodeHost({ root: copy.folder });
    for (const { kind, plane } of kinds)
      expect((await slipway(host, 'new', 'kind', kind, '--plane', plane)).code).toBe(0);
    const config = { extends: './tsconfig.json', include: [], files: [...files, 'synth/catalogue.ts'] };
    writeFileSync(join(copy.folder, 'tsconfig.new.json'), JSON.stringify(config));
    const faults = run('typescript/bin/tsc', '-p', 'tsconfig.new.json').split('\n');
    expect(faults.filter((line) => files.some((file) => line.startsWith(file)))).toEqual([]);
    expect(run('prettier/bin/prettier.cjs', '--check', ...files, 'synth/catalogue.ts')).toBe('');
    expect(run('eslint/bin/eslint.js', '--max-warnings=0', ...files)).toBe('');
    expect(run('jest/bin/jest.js', '--ci', ...files.filter((file) => file.startsWith('tests/')))).toBe('');
  }, 180_000);
});
