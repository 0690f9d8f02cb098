/**
 * Pins the identity of what is new: `node --import tsx tools/identity.ts`. Adds lines to the table, and takes none out:
 * a line that goes is a resource that Terraform destroys or an object that Argo CD prunes, which somebody has to mean.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import process, { argv, stderr, stdout } from 'node:process';
import { fileURLToPath } from 'node:url';
import type { Kind } from '../schemas/contract/kind';
import type { Artifact, Origin } from '../schemas/primitives/artifact';
import { addressesOf } from '../synth/build/identity-blocks';
import { catalogue, loadKinds } from '../synth/catalogue';
import { renderExample } from '../synth/docs/example';
import { exampleFacts, exampleKey } from '../synth/docs/kind-facts';

/** The table, below the root of the repository. */
export const identityTable = 'tests/fixtures/identity.txt';

/** What the examples of every kind make: `<kind> <address, object or physical name>`, sorted. */
export async function identityLines(): Promise<string[]> {
  const kinds = await loadKinds(Object.keys(catalogue));
  const lines = new Set<string>();
  for (const kind of kinds.values()) for (const line of await linesOf(kind)) lines.add(line);
  return [...lines].sort();
}

/** The lines of the table. */
export function pinnedLines(text: string): string[] {
  return text.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
}

async function linesOf(kind: Kind): Promise<string[]> {
  const found: string[] = [];
  for (const { components } of exampleFacts(kind)) {
    const { built, findings } = await renderExample(components);
    if (!built) throw new Error(`the example of ${kind.kind} does not render: ${findings[0]?.message ?? ''}`);
    // By place: the parts that a composite kind stands for have that of the composite.
    const { line, column } = built.environment.positionOf(`/components/${kind.kind}/${exampleKey}`);
    const isOwn = ({ at }: Origin): boolean => at.line === line && at.column === column;
    const names = built.environment.names.filter(({ component }) => isOwn(component.origin));
    found.push(
      ...built.artifacts.filter(({ origin }) => isOwn(origin)).flatMap(identitiesOf),
      ...names.map(({ rule, name }) => `${rule} ${name}`),
    );
  }
  return found.map((identity) => `${kind.kind}: ${identity}`);
}

/** The path of a manifest holds cluster, app, namespace, kind and name. */
function identitiesOf({ path, plane, content }: Artifact): string[] {
  if (typeof content === 'string') return [path];
  return plane === 'kubernetes' ? [path] : addressesOf(content);
}

const head = [
  '# Logical ids, physical names and paths that the examples of each kind have.',
  '# A line that goes or changes is something that is destroyed and made anew: `renamedFrom`, `moved` or a new name for',
  '# the old thing first. What is new is added by: node --import tsx tools/identity.ts',
];

async function main(): Promise<void> {
  const file = join(dirname(dirname(fileURLToPath(import.meta.url))), identityTable);
  const pinned = pinnedLines(readFileSync(file, 'utf8'));
  const added = (await identityLines()).filter((line) => !pinned.includes(line));
  writeFileSync(file, `${[...head, ...[...pinned, ...added].sort()].join('\n')}\n`);
  stdout.write(added.map((line) => `${line}\n`).join(''));
}

if (argv[1] === fileURLToPath(import.meta.url)) {
  main().catch((error: unknown) => {
    stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
    process.exitCode = 2;
  });
}
