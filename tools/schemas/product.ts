import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { SchemaStore } from '../../schemas/upstream/kubernetes/store';
import { compileValidators } from './compile';

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/**
 * Validators of the Kubernetes versions that the environments name, and of all custom resources, in `validators/`.
 * Other versions are compiled when they are met, which takes some tenths of a second more.
 */
export const kubernetesValidators = {
  name: 'validators of Kubernetes',
  async make(directory: string): Promise<void> {
    const store = new SchemaStore((path) => readFileSync(join(root, path), 'utf8'));
    const folder = join(directory, 'validators');
    mkdirSync(folder, { recursive: true });
    for (const { name, code, cache } of await compileValidators(store, namedVersions(store))) {
      writeFileSync(join(folder, `${name}.js`), code);
      writeFileSync(join(folder, `${name}.cache`), cache);
    }
  },
};

/** Every known version that stands in an environment file as a `version:`. The newest where there is none. */
function namedVersions(store: SchemaStore): string[] {
  const environments = join(root, 'environments');
  const files = existsSync(environments) ? readdirSync(environments, { recursive: true, encoding: 'utf8' }) : [];
  const text = files
    .filter((file) => file.endsWith('.yaml'))
    .map((file) => readFileSync(join(environments, file), 'utf8'))
    .join('\n');
  const named = new Set([...text.matchAll(/\bversion: *["']?(\d+\.\d+)\b/g)].map((match) => match[1]));
  const versions = store.knownVersions().filter((version) => named.has(version));
  return versions.length > 0 ? versions : store.knownVersions().slice(-1);
}
