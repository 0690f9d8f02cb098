/**
 * `dist/slipway.cjs`, a file of its own that runs first: opens the bundle with what V8 made of it when it was built.
 * Reading four megabytes of code anew would be a third of a run. Where the engine is not the one of the build, or the
 * build was interrupted, V8 refuses or lacks the cache, and compiles as ever.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { Script } from 'node:vm';

// V8 optimises a function that has run through so many bytes of bytecode. At its own figure (132 KB) a third of the
// processor time of a run goes into optimising functions that are done soon after; at this one, only what a run of
// hundreds of environments repeats is optimised. Set before the first script: a cache is refused where flags differ.
setFlagsFromString('--interrupt-budget=1000000');

type Require = (name: string) => unknown;
/** What a chunk is wrapped in: `(exports, require, module, __filename, __dirname) => void`. */
type Body = (...parts: readonly [unknown, Require, { exports: unknown }, string, string]) => void;

const modules = new Map<string, { exports: unknown }>();

function open(file: string): unknown {
  const existing = modules.get(file);
  if (existing) return existing.exports;
  const module = { exports: {} as unknown };
  modules.set(file, module);
  // The code is ASCII: read as such, V8 keeps it at a byte a character.
  const script = new Script(readFileSync(file, 'latin1'), { filename: file, ...cacheOf(file) });
  const folder = dirname(file);
  const packages = createRequire(file);
  const require: Require = (name) => (name.startsWith('.') ? open(join(folder, name)) : packages(name));
  (script.runInThisContext() as Body)(module.exports, require, module, file, folder);
  return module.exports;
}

function cacheOf(file: string): { readonly cachedData?: Buffer } {
  try {
    return { cachedData: readFileSync(`${file}.cache`) };
  } catch {
    return {};
  }
}

open(join(__dirname, 'main.cjs'));
