import type { Artifact } from '../../schemas/primitives/artifact';
import { TerraformSchemas, type PackageReader } from '../../schemas/upstream/terraform/schemas';
import type { Installation } from '../host/host';
import { checkTerraform, type TerraformVerdict } from './terraform';
import { compiledFiles, loadCompiled, type CompiledTerraform } from './terraform-compiled';

export interface InstalledOptions {
  /** Names of the workspaces to judge; the others are only read. */
  readonly only: ReadonlySet<string>;
  /** Folder of what a build compiled, below Slipway's own. */
  readonly compiledFolder: string;
}

/** Judges Terraform files by the provider packages that are installed, with the validators of the build where it has them. */
export async function checkInstalled(
  installation: Installation,
  artifacts: readonly Artifact[],
  { only, compiledFolder }: InstalledOptions,
): Promise<TerraformVerdict> {
  const reader: PackageReader = { readText: (name, path) => installation.readPackage(name, path) };
  const compiled = readCompiled(installation, compiledFolder);
  const schemas = new TerraformSchemas(reader, compiled?.members);
  if (compiled?.isOf(schemas) === true) return checkTerraform(artifacts, { schemas, compiled, only });
  return checkTerraform(artifacts, { schemas: new TerraformSchemas(reader), only });
}

function readCompiled({ files }: Installation, folder: string): CompiledTerraform | undefined {
  const [code, cache] = [compiledFiles.code, compiledFiles.cache].map((name) => `${folder}/${name}`) as [
    string,
    string,
  ];
  if (!files.exists(code)) return undefined;
  // The code is ASCII: no bytes to decode.
  const text = Buffer.from(files.readBytes(code)).toString('latin1');
  return loadCompiled(text, files.exists(cache) ? files.readBytes(cache) : undefined);
}
