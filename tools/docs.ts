/**
 * Writes `docs/kinds.md` and `docs/errors.md` from the catalogues of kinds and codes: `node --import tsx tools/docs.ts`.
 */
import { dirname } from 'node:path';
import process, { stderr, stdout } from 'node:process';
import { fileURLToPath } from 'node:url';
import { documentPages } from '../synth/docs/pages';
import { writeFileAtomic } from '../synth/host/files';
import { createNodeHost } from '../synth/host/node-host';

async function main(): Promise<void> {
  const host = createNodeHost({ root: dirname(dirname(fileURLToPath(import.meta.url))) });
  for (const [path, text] of Object.entries(await documentPages())) {
    if (host.exists(path) && host.readText(path) === text) continue;
    await writeFileAtomic(host, path, text);
    stdout.write(`${path}\n`);
  }
}

main().catch((error: unknown) => {
  stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  process.exitCode = 2;
});
