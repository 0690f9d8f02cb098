import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The repository that a folder is in: the nearest one above with `environments/`, else the folder itself. */
export function findRoot(start: string): string {
  for (let folder = start; ; folder = dirname(folder)) {
    if (existsSync(join(folder, 'environments'))) return folder;
    if (dirname(folder) === folder) return start;
  }
}
