/**
 * Writes `docs/kinds.md`, `docs/errors.md` and `docs/settings.md` from the catalogues of kinds and codes, the schema of
 * settings, and the rows that the committed output of each kind serves: `node --import tsx tools/docs.ts`.
 */
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import process, { stderr, stdout } from 'node:process';
import { fileURLToPath } from 'node:url';
import { documentPages } from '../synth/docs/pages';
import { writeFileAtomic } from '../synth/host/files';
import { createNodeHost } from '../synth/host/node-host';
import { committedRows } from '../tests/rows/served';

async function main(): Promise<void> {
  // Checks of rows say `expect`, a global where jest runs them; here it is the same one, on its own.
  const { expect } = createRequire(import.meta.url)('expect') as { expect: unknown };
  Object.assign(globalThis, { expect });
  const root = dirname(dirname(fileURLToPath(import.meta.url)));
  const host = createNodeHost({ root });
  const served = await committedRows(root, host);
  for (const [path, text] of Object.entries(await documentPages(served))) {
    if (host.exists(path) && host.readText(path) === text) continue;
    await writeFileAtomic(host, path, text);
    stdout.write(`${path}\n`);
  }
}

main().catch((error: unknown) => {
  stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  process.exitCode = 2;
});
