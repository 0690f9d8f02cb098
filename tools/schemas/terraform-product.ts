import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { TerraformSchemas } from '../../schemas/upstream/terraform/schemas';
import type { TypeKey } from '../../schemas/upstream/terraform/type-schema';
import { compileTerraformValidators, typesImported } from './terraform-compile';
import { NodeInstallation } from '../../synth/host/installation';

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** Validators of the Terraform types that our kinds make; others are compiled when they are met. */
export const terraformValidators = {
  name: 'validators of Terraform',
  async make(directory: string): Promise<void> {
    const installation = new NodeInstallation(root);
    const schemas = new TerraformSchemas({ readText: (name, path) => installation.readPackage(name, path) });
    const { code, cache } = await compileTerraformValidators(typesOfKinds(), schemas);
    const folder = join(directory, 'validators');
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'terraform.js'), code);
    writeFileSync(join(folder, 'terraform.cache'), cache);
  },
};

/** Types whose classes our kinds import, and the providers: what a build compiles beside what is part of Terraform. */
export function typesOfKinds(): TypeKey[] {
  const stacks = readdirSync(join(root, 'stacks'), { recursive: true, encoding: 'utf8' });
  const sources = stacks
    .filter((file) => file.endsWith('.ts'))
    .map((file) => readFileSync(join(root, 'stacks', file), 'utf8'));
  return ['provider.aws', 'provider.tfe', ...sources.flatMap(typesImported)];
}
