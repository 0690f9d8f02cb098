/**
 * Builds `dist/` from the sources: `node --import tsx tools/build.ts [--force]`.
 * Does nothing when no source has changed since the last build.
 */
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import process, { argv, stderr, stdout, pid } from 'node:process';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { writeChunks } from './build/chunks';
import { fold } from './build/fold';
import { inputs } from './build/inputs';
import { lighten } from './build/lighten';
import { productMakers } from './build/products';
import { buildInputs, stampOf } from './build/stamp';
import { warm, withDescriptions } from './build/warm';

/** Files whose `import()` opens a chunk of its own; everywhere else it runs lazily within its chunk. */
const splitPoints: readonly string[] = ['synth/cli/main.ts', 'synth/cli/commands.ts'];

export interface BundleOptions {
  /** Absolute path of the folder that holds the sources. */
  readonly root: string;
  /** First file, below the root. */
  readonly entry: string;
  /** Folder to write into, absolute. */
  readonly directory: string;
  readonly splitPoints: readonly string[];
}

/** One file for the command line, and chunks where a split point says so. Names are kept, so traces read well. */
export async function bundle(options: BundleOptions): Promise<void> {
  const { outputFiles } = await build({
    absWorkingDir: options.root,
    entryPoints: { main: options.entry },
    outdir: options.directory,
    outExtension: { '.js': '.mjs' },
    chunkNames: 'chunks/[name]-[hash]',
    bundle: true,
    write: false,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    legalComments: 'none',
    external: ['@cdktf/hcl2json'],
    plugins: [lighten, inputs, fold(options.root, options.splitPoints)],
    logLevel: 'warning',
  });
  await writeChunks(options.directory, outputFiles);
}

async function makeProducts(directory: string): Promise<void> {
  for (const load of productMakers) {
    const maker = await load();
    const start = performance.now();
    await maker.make(directory);
    stdout.write(`build: ${maker.name}, ${(performance.now() - start).toFixed(0)} ms\n`);
  }
}

async function main(): Promise<void> {
  const start = performance.now();
  const root = dirname(dirname(fileURLToPath(import.meta.url)));
  const directory = join(root, 'dist');
  const stampFile = join(directory, '.stamp');
  const stamp = stampOf(root, buildInputs);
  const last = existsSync(stampFile) ? readFileSync(stampFile, 'utf8') : '';
  if (last === stamp && !argv.includes('--force')) return;
  // Made beside and put in place whole: a command that runs meanwhile finds the last build.
  const fresh = join(root, `.cache/dist-${String(pid)}`);
  const old = `${fresh}-old`;
  mkdirSync(fresh, { recursive: true });
  await makeProducts(fresh);
  await bundle({ root, entry: 'synth/cli/main.ts', directory: fresh, splitPoints });
  if (existsSync(directory)) renameSync(directory, old);
  renameSync(fresh, directory);
  rmSync(old, { recursive: true, force: true });
  // In its place: a cache is of the file that was run, and the run reads the products.
  withDescriptions(root, (folder) => warm(directory, { args: ['synth'], folder }));
  writeFileSync(join(directory, '.stamp'), stamp);
  stdout.write(`build: dist/slipway.cjs, ${(performance.now() - start).toFixed(0)} ms\n`);
}

if (argv[1] === fileURLToPath(import.meta.url)) {
  main().catch((error: unknown) => {
    stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
    process.exitCode = 2;
  });
}
