import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { transform, type OutputFile, type TransformOptions } from 'esbuild';

const form: TransformOptions = {
  format: 'cjs',
  platform: 'node',
  target: 'node20',
  charset: 'ascii',
  // White space alone: shorter names would take the sense out of traces.
  minifyWhitespace: true,
  lineLimit: 160,
  legalComments: 'none',
};

/**
 * Writes the chunks of a bundle as functions for the loader, with the loader beside them. esbuild cuts chunks of ES
 * modules only, and Node takes a cache of compiled code for scripts only.
 *
 * @param outputs the chunks, `*.mjs`, as esbuild would have written them below the directory
 */
export async function writeChunks(directory: string, outputs: readonly OutputFile[]): Promise<void> {
  for (const { path, text } of outputs) {
    const { code } = await transform(text, { ...form, supported: { 'dynamic-import': false } });
    const linked = code.replace(/\brequire\("(\.[^"]*)\.mjs"\)/g, 'require("$1.cjs")');
    const file = join(directory, relative(directory, path).replace(/\.mjs$/, '.cjs'));
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, `(function(exports,require,module,__filename,__dirname){${linked}})`);
  }
  const loader = readFileSync(join(dirname(fileURLToPath(import.meta.url)), 'loader.ts'), 'utf8');
  writeFileSync(join(directory, 'slipway.cjs'), (await transform(loader, { ...form, loader: 'ts' })).code);
}
