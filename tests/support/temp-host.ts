import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Host } from '../../synth/host/host';
import { createNodeHost } from '../../synth/host/node-host';

const made: string[] = [];

/** A real host in a new folder with these files; {@link dropTempHosts} removes it. */
export function tempHost(files: Readonly<Record<string, string>> = {}): Host {
  const root = mkdtempSync(join(tmpdir(), 'slipway-'));
  made.push(root);
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), content);
  }
  return createNodeHost({ root });
}

/** For `afterAll`. */
export function dropTempHosts(): void {
  for (const root of made.splice(0)) rmSync(root, { recursive: true, force: true });
}
