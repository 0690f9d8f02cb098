import { HostError, isHostError, type Files } from './host';
import { foldersAbove, parentOf } from './path';

/** Folder for what is only of use to the run under way; on the same file system as the output. */
export const scratchFolder = '.slipway';

/** Makes the scratch folder, and keeps git from seeing it in any repository. */
export function createScratchFolder(files: Files): void {
  createDirectories(files, scratchFolder);
  const ignore = `${scratchFolder}/.gitignore`;
  if (files.exists(ignore)) return;
  try {
    files.createFile(ignore, '*\n');
  } catch (error) {
    if (!isHostError(error, 'EEXIST')) throw error;
  }
}

/** Makes a folder and what is missing above it. */
export function createDirectories(files: Files, path: string): void {
  if (path === '.') return;
  for (const folder of [...foldersAbove(path).reverse(), path]) {
    const kind = files.stat(folder)?.kind;
    if (kind === 'directory') continue;
    if (kind === 'link') throw new HostError('ELINKED', 'create folder', folder);
    try {
      files.createDirectory(folder);
    } catch (error) {
      // Another process may have been faster.
      if (!isHostError(error, 'EEXIST') || files.stat(folder)?.kind !== 'directory') throw error;
    }
  }
}

/**
 * Replaces the content of one file, or makes it: written beside, synced, then renamed, so that a reader and a killed run
 * see the old content or the new. A link at the path is refused. For many files at once there is `synth/write`.
 */
export async function writeFileAtomic(files: Files, path: string, content: string | Uint8Array): Promise<void> {
  createDirectories(files, parentOf(path));
  createScratchFolder(files);
  const temporary = `${scratchFolder}/file-${path.replaceAll('/', '-')}`;
  removeFileIfThere(files, temporary);
  try {
    files.createFile(temporary, content);
    await files.sync([temporary]);
    files.rename(temporary, path);
  } catch (error) {
    removeFileIfThere(files, temporary);
    throw error;
  }
}

export function removeFileIfThere(files: Files, path: string): void {
  try {
    files.removeFile(path);
  } catch (error) {
    if (!isHostError(error, 'ENOENT')) throw error;
  }
}

/** Removes a folder with all that is in it; links in it are removed, never followed. */
export function removeTree(files: Files, path: string): void {
  const status = files.stat(path);
  if (status === undefined) return;
  if (status.kind !== 'directory') {
    files.removeFile(path);
    return;
  }
  for (const entry of files.list(path)) {
    if (entry.kind === 'directory') removeTree(files, `${path}/${entry.name}`);
    else files.removeFile(`${path}/${entry.name}`);
  }
  files.removeDirectory(path);
}

/** Reads a file where there is one. */
export function readTextIfThere(files: Files, path: string): string | undefined {
  try {
    return files.readText(path);
  } catch (error) {
    if (isHostError(error, 'ENOENT', 'ENOTDIR')) return undefined;
    throw error;
  }
}
