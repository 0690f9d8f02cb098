import { compareText } from '../../schemas/primitives/finding';
import { isHostError, type Files } from '../host/host';
import { pathFault } from '../host/path';

/**
 * The lists of owned files: one a owner, committed, under `.slipway-owned/`. A line is `<sha-256>  <path>`, the format of
 * `sha256sum -c`. Only what a list names may be removed, and a hash that fits neither list nor description tells a hand
 * edit. One list an owner, so that a run limited to one environment, and branches on different ones, never touch the same.
 */
export const ownedFolder = '.slipway-owned';
const extension = '.sha256';

export interface OwnedList {
  readonly owner: string;
  readonly path: string;
  readonly text: string;
  /** Hashes by path. More than one after a merge that kept the lines of both sides. */
  readonly files: ReadonlyMap<string, ReadonlySet<string>>;
  /** Numbers of the lines that were ignored, from 1. */
  readonly ignoredLines: readonly number[];
}

const ownerName = /^[a-z0-9][a-z0-9._-]*(?:\/[a-z0-9][a-z0-9._-]*)?$/;

export function listPath(owner: string): string {
  if (!ownerName.test(owner)) throw new RangeError(`no name of an owner: ${owner}`);
  return `${ownedFolder}/${owner}${extension}`;
}

export function printList(owner: string, files: ReadonlyMap<string, string>): string {
  const paths = [...files.keys()].sort(compareText);
  return [
    `# Files that slipway wrote for ${owner}, each with its SHA-256. Written by: slipway synth`,
    `# Compare with: sha256sum -c ${listPath(owner)}`,
    ...paths.map((path) => `${files.get(path) ?? ''}  ${path}`),
    '',
  ].join('\n');
}

/** @param allows false for a path that is outside the folders where output may stand. */
export function parseList(owner: string, text: string, allows: (path: string) => boolean): OwnedList {
  const files = new Map<string, Set<string>>();
  const ignoredLines: number[] = [];
  text.split('\n').forEach((line, index) => {
    const [, hash, path] = /^([0-9a-f]{64}) [ *](.+?)\r?$/.exec(line) ?? [];
    if (hash !== undefined && path !== undefined && pathFault(path) === undefined && allows(path)) {
      const hashes = files.get(path) ?? new Set();
      files.set(path, hashes.add(hash));
    } else if (!/^(?:#.*)?\r?$/.test(line)) {
      ignoredLines.push(index + 1);
    }
  });
  return { owner, path: listPath(owner), text, files, ignoredLines };
}

/** Every list there is, by owner. */
export function readLists(files: Files, allows: (path: string) => boolean): Map<string, OwnedList> {
  const lists = new Map<string, OwnedList>();
  const read = (folder: string, prefix: string): void => {
    for (const entry of listIfThere(files, folder)) {
      const path = `${folder}/${entry.name}`;
      if (entry.kind === 'directory' && prefix === '') read(path, `${entry.name}/`);
      if (entry.kind !== 'file' || !entry.name.endsWith(extension)) continue;
      const owner = prefix + entry.name.slice(0, -extension.length);
      if (ownerName.test(owner)) lists.set(owner, parseList(owner, files.readText(path), allows));
    }
  };
  read(ownedFolder, '');
  return lists;
}

function listIfThere(files: Files, folder: string): ReturnType<Files['list']> {
  try {
    return files.list(folder);
  } catch (error) {
    if (isHostError(error, 'ENOENT', 'ENOTDIR')) return [];
    throw error;
  }
}
