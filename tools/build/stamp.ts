import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { arch, versions } from 'node:process';

/** What a build reads: folders (whole) and files below the root. */
export const buildInputs: readonly string[] = [
  'charts',
  'package-lock.json',
  'policies',
  'schemas',
  'stacks',
  'synth',
  'tools/build',
  'tools/build.ts',
  'tools/schemas',
  'tsconfig.json',
];

/** Hash over names and contents of everything a build reads, and over the engine that it compiles for; not file times. */
export function stampOf(root: string, inputs: readonly string[]): string {
  const hash = createHash('sha256').update(`${versions.v8} ${arch}\0`);
  for (const input of inputs) {
    for (const file of filesBelow(root, input)) {
      const content = readFileSync(join(root, file));
      hash.update(`${file}\0${String(content.length)}\0`).update(content);
    }
  }
  return hash.digest('hex');
}

function filesBelow(root: string, path: string): string[] {
  if (!existsSync(join(root, path))) return [];
  if (statSync(join(root, path)).isFile()) return [path];
  const entries = readdirSync(join(root, path), { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  return entries.flatMap((entry) => {
    const name = `${path}/${entry.name}`;
    return entry.isDirectory() ? filesBelow(root, name) : [name];
  });
}
