import { printJson } from '../../schemas/primitives/print-json';
import { compareText } from '../../schemas/primitives/finding';
import type { Artifact } from '../../schemas/primitives/artifact';
import type { Kind } from '../../schemas/contract/kind';
import { catalogue, loadKinds } from '../catalogue';
import { addressesOf } from '../build/identity-blocks';
import { editorFolder, editorSchemas } from './editor-schema';
import { renderExample } from './example';
import { exampleKey, kindFacts, type KindFacts } from './kind-facts';
import type { KindPageEntry, ServedRows } from './kinds-page';

/** The editor schemas of every kind there is: text by path. */
export async function editorFiles(): Promise<Readonly<Record<string, string>>> {
  return Object.fromEntries(
    Object.entries(editorSchemas(await allKinds())).map(([name, schema]) => [
      `${editorFolder}/${name}`,
      printJson(schema),
    ]),
  );
}

/** The pages that are made of the catalogues of kinds and codes, and of the schema of settings: text by path. `served` has the rows of each kind. */
export async function documentPages(served: ServedRows): Promise<Readonly<Record<string, string>>> {
  const { kindsPage } = await import('./kinds-page');
  const { errorsPage } = await import('./errors-page');
  const { settingsPage } = await import('./settings-page');
  const entries: KindPageEntry[] = [];
  for (const kind of await allKinds()) {
    const facts = await kindFacts(kind);
    entries.push({ facts, renders: await rendersOf(facts), rows: served[kind.kind] ?? [] });
  }
  return {
    'docs/kinds.md': kindsPage(entries),
    'docs/errors.md': errorsPage(entries.map(({ facts }) => facts)),
    'docs/settings.md': settingsPage(),
  };
}

async function allKinds(): Promise<Kind[]> {
  return [...(await loadKinds(Object.keys(catalogue))).values()];
}

/** What the first example makes, by type. Its other components make something too: what is theirs is left out. */
async function rendersOf({ kind, examples: [example] }: KindFacts): Promise<string[]> {
  if (!example) return [];
  const { built } = await renderExample(example.components);
  if (!built) return [];
  const counts = new Map<string, number>();
  // By place: the parts that a composite kind stands for have that of the composite.
  const { line, column } = built.environment.positionOf(`/components/${kind}/${exampleKey}`);
  for (const artifact of built.artifacts.filter(({ origin: { at } }) => at.line === line && at.column === column))
    for (const type of typesOf(artifact)) counts.set(type, (counts.get(type) ?? 0) + 1);
  return [...counts]
    .sort(([a], [b]) => compareText(a, b))
    .map(([type, count]) => (count === 1 ? type : `${count} × ${type}`));
}

function typesOf({ content, plane }: Artifact): string[] {
  if (typeof content === 'string') return [];
  if (plane === 'kubernetes') return [content['kind'] as string];
  return addressesOf(content).map((address) => address.split('.')[0] ?? '');
}
