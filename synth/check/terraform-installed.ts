import { TerraformSchemas } from '../../schemas/upstream/terraform/schemas';
import type { Artifact } from '../../schemas/primitives/artifact';
import type { Installation } from '../host/installation';
import { checkTerraform, type TerraformVerdict } from './terraform';

export interface InstalledOptions {
  /** Names of the workspaces to judge; the others are only read. */
  readonly only: ReadonlySet<string>;
  readonly compiledFolder: string;
}

/** Judges Terraform files by the provider packages that are installed. */
export async function checkInstalled(
  installation: Installation,
  artifacts: readonly Artifact[],
  options: InstalledOptions,
): Promise<TerraformVerdict> {
  const schemas = new TerraformSchemas({ readText: (name, path) => installation.readPackage(name, path) });
  return checkTerraform(artifacts, { schemas, only: options.only });
}
