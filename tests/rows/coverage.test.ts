import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { rows } from './catalogue';
import { coveragePage, outputFolders } from './coverage';
import { OutputTree } from './output-tree';

const root = join(__dirname, '..', '..');

test('the table of coverage is what the rows and the committed output give', () => {
  const page = coveragePage(rows, OutputTree.read(root, outputFolders));
  expect(readFileSync(join(root, 'docs', 'coverage.md'), 'utf8')).toBe(page);
});
