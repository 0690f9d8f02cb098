import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { rows } from './catalogue';
import { coveragePage, readOutput } from './coverage';
import { mutate, type Mutants } from './mutants';
import { outputOf, type Row } from './row';

const root = join(__dirname, '..', '..');
const output = readOutput(root);
const known = new Map<Row, Mutants>();

/** What became of a row's mutants, worked out once. */
function mutantsOf(row: Row): Mutants {
  const found = known.get(row) ?? mutate(row, outputOf(row, output));
  known.set(row, found);
  return found;
}

describe.each(rows.map((row) => [row.id, row.title, row] as const))('%s %s', (_id, _title, row) => {
  test.each(Object.entries(row.states))('%s', (_sentence, check) => {
    check(outputOf(row, output));
  });

  test('each value that it states is missed when it is altered or gone', () => {
    const { survivors, killed } = mutantsOf(row);
    expect(survivors).toEqual([]);
    expect(killed).toBeGreaterThan(0);
  });
});

test('the table of coverage is what the rows and the committed output give', () => {
  expect(readFileSync(join(root, 'docs', 'coverage.md'), 'utf8')).toBe(coveragePage(rows, mutantsOf));
});
