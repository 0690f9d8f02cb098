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
    const { code } = await transform(withSharedCopies(text), { ...form, supported: { 'dynamic-import': false } });
    const linked = code.replace(/\brequire\("(\.[^"]*)\.mjs"\)/g, 'require("$1.cjs")');
    const file = join(directory, relative(directory, path).replace(/\.mjs$/, '.cjs'));
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, `(function(exports,require,module,__filename,__dirname){${linked}})`);
  }
  const loader = readFileSync(join(dirname(fileURLToPath(import.meta.url)), 'loader.ts'), 'utf8');
  writeFileSync(join(directory, 'slipway.cjs'), (await transform(loader, { ...form, loader: 'ts' })).code);
}

/** What esbuild copies the exports of a CommonJS module with, and the same with one copy for all who import it. */
const copying = /^var __toESM = ([\s\S]*?\n\)\));$/m;
const once = `((copy) => {
  const copies = [new WeakMap(), new WeakMap()];
  return (exports, isNodeMode) => {
    if (Object(exports) !== exports) return copy(exports, isNodeMode);
    const made = copies[isNodeMode ? 1 : 0];
    if (!made.has(exports)) made.set(exports, copy(exports, isNodeMode));
    return made.get(exports);
  };
})`;

/**
 * Otherwise each file that imports a package copies all that it exports: a dozen kinds each the thousand names of
 * Kubernetes' objects, some hundredths of a run.
 *
 * @throws where this version of esbuild writes it otherwise
 */
export function withSharedCopies(text: string): string {
  const shared = text.replace(copying, (_, copy: string) => `var __toESM = ${once}(${copy});`);
  if (shared === text && text.includes('var __toESM =')) throw new Error('esbuild copies exports in another form');
  return shared;
}
