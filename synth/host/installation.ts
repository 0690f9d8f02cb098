import { existsSync, readFileSync, realpathSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Files, Installation } from './host';
import { NodeFiles } from './node-files';

/** Where this code is installed: the nearest folder above it with Slipway's schemas. */
export function findInstallation(start: string): string {
  for (let folder = realpathSync.native(start); ; folder = dirname(folder)) {
    if (existsSync(join(folder, 'schemas', 'upstream')) && existsSync(join(folder, 'package.json'))) return folder;
    if (dirname(folder) === folder) throw new Error(`no installation of slipway above ${start}`);
  }
}

export class NodeInstallation implements Installation {
  readonly files: Files;
  private readonly packages = new Map<string, string | undefined>();
  private readonly resolve: NodeJS.RequireResolve;

  constructor(root: string) {
    this.resolve = createRequire(join(root, 'package.json')).resolve;
    this.files = new NodeFiles(root);
  }

  readPackage(packageName: string, path: string): string | undefined {
    const folder = this.folderOf(packageName);
    const file = folder === undefined ? undefined : join(folder, path);
    return file !== undefined && existsSync(file) ? readFileSync(file, 'utf8') : undefined;
  }

  /** Wherever the package manager has put it. */
  private folderOf(packageName: string): string | undefined {
    if (!this.packages.has(packageName)) this.packages.set(packageName, this.findPackage(packageName));
    return this.packages.get(packageName);
  }

  private findPackage(packageName: string): string | undefined {
    try {
      return dirname(this.resolve(`${packageName}/package.json`));
    } catch {
      return undefined;
    }
  }
}
