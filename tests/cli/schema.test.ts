import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { documentPages, editorFiles } from '../../synth/docs/pages';
import { createNodeHost } from '../../synth/host/node-host';
import { committedRows } from '../rows/served';
import { MemoryHost } from '../support/memory-host';
import { slipway, slipwayJson } from './kit';

const root = resolve(__dirname, '../..');
const environment = 'schemas/editor/environment.schema.json';

/** Files that are not as they would be written: their names alone, since their differences fill screens. */
function stale(files: Readonly<Record<string, string>>): string[] {
  return Object.entries(files).flatMap(([path, text]) => {
    const file = join(root, path);
    return existsSync(file) && readFileSync(file, 'utf8') === text ? [] : [path];
  });
}

describe('slipway schema', () => {
  it('writes the five schemas, and on the next run nothing', async () => {
    const host = new MemoryHost();
    const first = await slipway(host, 'schema');
    expect(first).toMatchObject({ code: 0, stdout: expect.stringContaining('5 written, 0 unchanged') as string });
    const { modifiedMs } = host.stat(environment) ?? {};
    expect((await slipway(host, 'schema')).stdout).toBe('0 written, 5 unchanged\n');
    expect(host.stat(environment)?.modifiedMs).toBe(modifiedMs);
  });

  it('compares with --check, and says what to run', async () => {
    const host = new MemoryHost(await editorFiles());
    expect((await slipway(host, 'schema', '--check')).code).toBe(0);
    host.put(environment, '{}\n');
    const { code, stdout } = await slipway(host, 'schema', '--check');
    expect(code).toBe(1);
    expect(stdout).toMatch(
      new RegExp(`^error stale-schema {2}${environment}\n {2}it is not what the kinds say\n {2}fix:`, 'm'),
    );
    expect(stdout).toContain('fix:      run: slipway schema');
    expect(host.readText(environment)).toBe('{}\n');
    expect(await slipwayJson(host, 'schema', '--check')).toMatchObject({ stale: [environment] });
  });
});

describe('what is committed', () => {
  it('has the editor schemas that the kinds make: else run slipway schema', async () => {
    expect(stale(await editorFiles())).toEqual([]);
  });

  it('has the pages that catalogues and rows make: else run npm run docs', async () => {
    const served = await committedRows(root, createNodeHost({ root }));
    expect(stale(await documentPages(served))).toEqual([]);
  }, 120_000);
});
