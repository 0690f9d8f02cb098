import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeCopy } from '../tools/gates/console';
import { repositoryTree } from '../tools/gates/tree';

const count = 10;

/** A build of its own with ten more kinds in the catalogue that no environment uses: what a run pays for what it does not name. */
export function withUnusedKinds(root: string): { readonly slipway: string; remove(): void } {
  const copy = makeCopy(root, repositoryTree(root));
  const source = readFileSync(join(root, 'stacks/log-group.ts'), 'utf8');
  const names = Array.from({ length: count }, (_, index) => `unused${index}`);
  for (const name of names)
    writeFileSync(
      join(copy.folder, `stacks/${name}.ts`),
      source.replace("kind: 'log-group'", `kind: '${name}'`).replace('export const logGroup', `export const ${name}`),
    );
  const registry = join(copy.folder, 'synth/catalogue.ts');
  const lines = names.map((name) => `  ${name}: async () => (await import('../stacks/${name}')).${name},\n`).join('');
  writeFileSync(
    registry,
    readFileSync(registry, 'utf8').replace(/^( {2}'web-acl': )/m, (line) => `${lines}${line}`),
  );
  const built = spawnSync('node', ['--import', 'tsx', 'tools/build.ts', '--force'], {
    cwd: copy.folder,
    encoding: 'utf8',
  });
  if (built.status !== 0) throw new Error(`the build with unused kinds failed:\n${built.stdout}${built.stderr}`);
  return {
    slipway: join(copy.folder, 'bin/slipway'),
    remove: () => {
      copy.remove();
    },
  };
}
