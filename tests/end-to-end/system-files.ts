import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { renderArtifact } from '../../synth/write/output';
import type { Finding } from '../../schemas/primitives/finding';
import type { Host } from '../../synth/host/host';
import { synthesize } from '../../synth/pipeline';

export const repository = join(__dirname, '../..');

/** Texts by path, relative to the repository that they make up. */
export type FileTexts = Readonly<Record<string, string>>;

/** Every file below some folders of a repository. */
export function readTree(root: string, ...folders: readonly string[]): Record<string, string> {
  const files: Record<string, string> = {};
  for (const folder of folders) {
    for (const entry of readdirSync(join(root, folder), { withFileTypes: true, recursive: true })) {
      if (!entry.isFile()) continue;
      const path = join(entry.parentPath, entry.name);
      files[path.slice(root.length + 1)] = readFileSync(path, 'utf8');
    }
  }
  return files;
}

export interface Printed {
  /** Bytes of every rendered file, by path. */
  readonly files: FileTexts;
  readonly findings: readonly Finding[];
}

/** Renders what a host describes, as `slipway synth` would write it. */
export async function print(host: Host, patterns: readonly string[] = []): Promise<Printed> {
  const { outputs, findings } = await synthesize(host, patterns);
  const files = outputs.flatMap(({ artifacts, source }) =>
    artifacts.map((artifact) => [artifact.path, renderArtifact(artifact, source)] as const),
  );
  return { files: Object.fromEntries(files), findings };
}
