import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Tree } from './gate';

/** Every file of a repository that git tracks or would track. */
export function repositoryTree(root: string): Tree {
  const options = { cwd: root, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 } as const;
  const listed = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], options);
  const files = [...new Set(listed.split('\0'))].filter((file) => file !== '' && isFile(join(root, file))).sort();
  return { files, read: (path) => readFileSync(join(root, path), 'utf8') };
}

function isFile(path: string): boolean {
  return existsSync(path) && statSync(path).isFile();
}
