import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { execPath } from 'node:process';

/** A run of the bundle. */
export interface WarmRun {
  readonly args: readonly string[];
  /** Repository that it runs in. */
  readonly folder: string;
}

/**
 * Runs the bundle and keeps beside each script what V8 made of it, `*.cache`: the functions that ran, since those are what
 * the next run needs. Nothing depends on it but time, so that it may fail.
 *
 * @param directory the folder of the build, where it is to stay
 */
export function warm(directory: string, { args, folder }: WarmRun): void {
  const names = readdirSync(directory, { recursive: true, encoding: 'utf8' });
  const files = names.filter((name) => /\.c?js$/.test(name)).map((name) => join(directory, name));
  spawnSync(execPath, ['-e', program, join(directory, 'slipway.cjs'), ...args], {
    cwd: folder,
    env: { ...process.env, SLIPWAY_WARM: JSON.stringify(files) },
    stdio: 'ignore',
  });
}

/** Scripts are told by their text, and read without the caches that stand, which hold what no run needs. Each cache is put in place whole, for whoever starts meanwhile. */
const program = `
const { readFileSync, renameSync, writeFileSync } = require('node:fs');
const vm = require('node:vm');
const scripts = new Map();
vm.Script = class extends vm.Script {
  constructor(text, options) {
    super(text, { ...options, cachedData: undefined });
    scripts.set(text, this);
  }
};
const [loader] = process.argv.splice(1, 1, 'slipway');
process.on('exit', () => {
  for (const file of JSON.parse(process.env.SLIPWAY_WARM)) {
    const script = scripts.get(readFileSync(file, 'latin1'));
    if (script === undefined) continue;
    const cache = file.endsWith('.cjs') ? file + '.cache' : file.replace(/js$/, 'cache');
    writeFileSync(cache + '.fresh', script.createCachedData());
    renameSync(cache + '.fresh', cache);
  }
});
require(loader);
`;

/** A copy of the repository's descriptions with nothing rendered; it is removed when it was used. */
export function withDescriptions(root: string, use: (folder: string) => void): void {
  const folder = mkdtempSync(join(tmpdir(), 'slipway-warm-'));
  const environments = join(root, 'environments');
  try {
    if (existsSync(environments)) cpSync(environments, join(folder, 'environments'), { recursive: true });
    use(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
