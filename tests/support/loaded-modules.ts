import { execFileSync } from 'node:child_process';
import { relative, resolve } from 'node:path';
import { argv, execPath, stdout } from 'node:process';
import { createNodeHost } from '../../synth/host/node-host';
import { synthesize } from '../../synth/pipeline';

const root = resolve(__dirname, '../..');

/** Modules of kinds, without extension, that a fresh process loads to render every environment of a folder. */
export function loadedKindModules(folder: string): string[] {
  const printed = execFileSync(execPath, ['--import', 'tsx', __filename, folder], { cwd: root, encoding: 'utf8' });
  return JSON.parse(printed) as string[];
}

async function main(folder: string): Promise<void> {
  await synthesize(createNodeHost({ root: folder }), []);
  const modules = Object.keys(require.cache).map((file) => relative(root, file).replaceAll('\\', '/'));
  const kinds = modules.filter((file) => /^(?:stacks|charts)\/.*\.ts$/.test(file)).map((file) => file.slice(0, -3));
  stdout.write(JSON.stringify(kinds));
}

// Only when it is the program, not when a test imports it.
if (argv[1] === __filename) void main(argv[2] ?? '');
