/**
 * Writes `docs/coverage.md` from the rows and the committed output: `node --import tsx tools/docs/coverage.ts`. Where the
 * systems that rows tell of have been taken out, there is nothing to write.
 */
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import process, { stderr, stdout } from 'node:process';
import { fileURLToPath } from 'node:url';
import { writeFileAtomic } from '../../synth/host/files';
import { createNodeHost } from '../../synth/host/node-host';
import { rows } from '../../tests/rows/catalogue';
import { coveragePage, readOutput } from '../../tests/rows/coverage';
import { mutate } from '../../tests/rows/mutants';
import { outputOf } from '../../tests/rows/row';
import { examplesStand } from '../../tests/support/examples';

const path = 'docs/coverage.md';

async function main(): Promise<void> {
  if (!examplesStand) return;
  // Checks say `expect`, a global where jest runs them; here it is the same one, on its own.
  const { expect } = createRequire(import.meta.url)('expect') as { expect: unknown };
  Object.assign(globalThis, { expect });
  const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
  const host = createNodeHost({ root });
  const output = readOutput(root);
  const page = coveragePage(rows, (row) => mutate(row, outputOf(row, output)));
  if (host.exists(path) && host.readText(path) === page) return;
  await writeFileAtomic(host, path, page);
  stdout.write(`${path}\n`);
}

main().catch((error: unknown) => {
  stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  process.exitCode = 2;
});
