import { join } from 'node:path';
import { rows } from './catalogue';
import { mutate } from './mutants';
import { OutputTree } from './output-tree';
import { outputOf } from './row';

const output = OutputTree.read(join(__dirname, '..', '..'), ['workspaces', 'clusters', '.github/workflows']);

describe.each(rows.map((row) => [row.id, row.title, row] as const))('%s %s', (_id, _title, row) => {
  test.each(Object.entries(row.states))('%s', (_sentence, check) => {
    check(outputOf(row, output));
  });

  test('each value that it states is missed when it is altered or gone', () => {
    const { survivors, killed } = mutate(row, outputOf(row, output));
    expect(survivors).toEqual([]);
    expect(killed).toBeGreaterThan(0);
  });
});
