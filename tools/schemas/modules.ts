import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';

/** A Go module that schemas are made from. */
export interface ModuleSource {
  readonly module: string;
  /** Exact version, with its `v`. */
  readonly moduleVersion: string;
  /** SPDX identifier. */
  readonly licence: string;
  /** Checksum of the module's content as Go's checksum database has it (`h1:…`). */
  readonly sum: string;
}

interface Downloaded {
  readonly Dir?: string;
  readonly Sum?: string;
  readonly Error?: string;
}

/**
 * Folder of a module's content in Go's module cache, fetched where it is missing.
 *
 * @throws where Go is missing, the module can't be had, its content is not the one recorded, or its licence is another
 */
export async function downloadModule(source: ModuleSource): Promise<string> {
  const name = `${source.module}@${source.moduleVersion}`;
  const { stdout } = await promisify(execFile)('go', ['mod', 'download', '-json', name], {
    env: { ...process.env, GOFLAGS: '-mod=mod' },
  });
  const answer = JSON.parse(stdout) as Downloaded;
  if (answer.Dir === undefined) throw new Error(`${name}: ${answer.Error ?? 'no folder'}`);
  if (answer.Sum !== source.sum)
    throw new Error(`${name}: content has checksum ${answer.Sum ?? '(none)'}, recorded is ${source.sum}`);
  assertLicence(source, answer.Dir);
  return answer.Dir;
}

/** First lines by which a licence text is known. */
const licenceMarks: Readonly<Record<string, RegExp>> = { 'Apache-2.0': /^\s*Apache License\s+Version 2\.0/ };

function assertLicence(source: ModuleSource, directory: string): void {
  const text = readFileSync(join(directory, 'LICENSE'), 'utf8');
  const mark = licenceMarks[source.licence];
  if (mark?.test(text) !== true) throw new Error(`${source.module}: LICENSE is not ${source.licence}`);
}
