import { layers, workspaceName } from '../../schemas/contract/layers';
import type { Artifact, JsonObject } from '../../schemas/primitives/artifact';
import { isPlainObject } from '../../schemas/primitives/plain-object';
import type { Files } from '../host/host';
import type { Environment } from '../model';

/**
 * The Terraform files of some environments as they stand in the repository: what the last applied description made of
 * them. Files that hold no JSON object say nothing; the write step reports them.
 */
export function readCommitted(
  files: Pick<Files, 'list' | 'readText' | 'stat'>,
  environments: readonly Environment[],
): Artifact[] {
  return environments.flatMap((environment) =>
    layers.flatMap((layer) => {
      const folder = `workspaces/${workspaceName(environment.system, environment.name, layer)}`;
      if (files.stat(folder)?.kind !== 'directory') return [];
      return files
        .list(folder)
        .filter(({ name, kind }) => kind === 'file' && name.endsWith('.tf.json'))
        .flatMap(({ name }) => readArtifact(`${folder}/${name}`, files.readText(`${folder}/${name}`)));
    }),
  );
}

/** A committed Terraform file; nothing where it holds no JSON object. */
export function readArtifact(path: string, text: string): Artifact[] {
  const content = parse(text);
  const origin = { at: { file: path, line: 1, column: 1 }, subject: path };
  return content ? [{ path, plane: 'terraform', content, origin }] : [];
}

function parse(text: string): JsonObject | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isPlainObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}
