import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Kind } from '../schemas/contract/kind';
import { outputsOf, valueOf } from '../synth/build/outputs';
import type { Finding } from '../schemas/primitives/finding';
import type { BuiltEnvironment } from '../synth/build/build';
import { catalogue, loadKinds } from '../synth/catalogue';
import { checkOutput } from '../synth/check/check';
import { branchesOf, fieldsOf, mapItem } from '../synth/docs/fields';
import { exampleFacts, exampleKey } from '../synth/docs/kind-facts';
import { findInstallation, NodeInstallation } from '../synth/host/installation';
import { asSchema, type Schema } from '../synth/load/schema-lookup';
import type { JsonObject } from '../schemas/primitives/artifact';
import { locate, type Located } from '../synth/model';
import { shop } from './cli/kit';
import { renderWithValues } from './support/example';
import { loadedKindModules } from './support/loaded-modules';
import { dropTempHosts, tempHost } from './support/temp-host';

const root = resolve(__dirname, '..');
const installation = new NodeInstallation(findInstallation(__dirname));
const names = Object.keys(catalogue);
/** Every test but those that go through the registry, which name no kind on purpose. */
const testTexts = readdirSync(join(root, 'tests'), { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.ts$/.test(file) && !/^(?:kinds|identity|editor)/.test(file))
  .map((file) => readFileSync(join(root, 'tests', file), 'utf8'))
  .join('\n');

/** Modules of kinds by name, read from the registry as it is written. */
const modules: Readonly<Record<string, string>> = Object.fromEntries(
  [
    ...readFileSync(join(root, 'synth/catalogue.ts'), 'utf8').matchAll(
      /^ {2}'?([a-z0-9-]+)'?: async \(\) =>\s+\(await import\('\.\.\/([^']+)'\)\)/gm,
    ),
  ].map(([, name = '', module = '']) => [name, module]),
);

async function kindOf(name: string): Promise<Kind> {
  return (await loadKinds([name])).get(name) as Kind;
}

/** Lists whose items are things with a name of their own, which a map would hold. */
function listsOfNamedThings(schema: Schema, path = ''): string[] {
  const items = asSchema(schema['items']);
  const values = mapItem(schema);
  const named = ['name', 'id', 'key'].filter((key) => asSchema(items?.['properties'])?.[key] !== undefined);
  return [
    ...(named.length > 0 ? [`${path}[].${named.join()}`] : []),
    ...Object.entries(asSchema(schema['properties']) ?? {}).flatMap(([key, value]) =>
      listsOfNamedThings(asSchema(value) ?? {}, `${path}.${key}`),
    ),
    ...(items ? listsOfNamedThings(items, `${path}[]`) : []),
    ...(values ? listsOfNamedThings(values, `${path}.<key>`) : []),
    ...branchesOf(schema).flatMap((branch) => listsOfNamedThings(branch, path)),
  ];
}

/** Outputs of an example that throw, are empty, or claim to be known and are expressions. */
function faultyOutputs({ environment }: BuiltEnvironment): string[] {
  const located = locate(environment, exampleKey) as Located;
  return Object.entries(outputsOf(located)).flatMap(([name, output]) => {
    const value = valueOf(located, output);
    if (value === undefined) return [];
    const parts = typeof value === 'string' ? [value] : value;
    if (parts.some((part) => part === '' || part.includes('undefined'))) return [`${name}: ${parts.join()}`];
    return output.how === 'known' && parts.some((part) => part.includes('${'))
      ? [`${name} is not known: ${parts.join()}`]
      : [];
  });
}

/** Argo CD's own objects lead to folders and namespaces of a whole repository, which no example is. */
function isOwn({ output }: Finding): boolean {
  return output?.includes('root/argocd/') !== true;
}

describe('the registry', () => {
  afterAll(dropTempHosts);

  it('is sorted, and names each kind as it names itself', async () => {
    expect(names).toEqual([...names].sort());
    expect(Object.keys(modules)).toEqual(names);
    const kinds = await Promise.all(names.map(kindOf));
    expect(kinds.map(({ kind }) => kind)).toEqual(names);
  });

  it('loads the kinds that an environment names, and no other', () => {
    const loaded = new Set(loadedKindModules(tempHost(shop).root));
    const kinds = names.filter((name) => loaded.has(modules[name] ?? ''));
    expect(kinds).toEqual(['bucket', 'network', 'zone']);
  });
});

describe.each(names)('the kind %s', (name) => {
  it('is exercised by a test', () => {
    expect(new RegExp(`(?<![\\w-])${name}(?![\\w-])['"]?\\s*[:,}]`).test(testTexts)).toBe(true);
  });

  it('stands for one part that has its key, and others whose keys begin with it, if it stands for several', async () => {
    const kind = await kindOf(name);
    if (kind.plane !== 'composite') return;
    for (const { components } of exampleFacts(kind)) {
      const { built } = await renderWithValues(components);
      const keys = [...(built?.environment.components.keys() ?? [])];
      const described = Object.values(components).flatMap((named) => Object.keys(named as JsonObject));
      expect(keys).toContain(exampleKey);
      expect(keys.filter((key) => !described.some((whole) => `${key}-`.startsWith(`${whole}-`)))).toEqual([]);
    }
  });

  it('describes every field, however deep, and what it creates', async () => {
    const kind = await kindOf(name);
    const bare = fieldsOf(kind.input as unknown as Schema).filter(({ description }) => description.trim() === '');
    expect(bare.map(({ path }) => path)).toEqual([]);
    expect(kind.summary).toMatch(/^[A-Z].*\.$/);
    expect(kind.creates.length).toBeGreaterThan(0);
  });

  it('holds things with names in maps, so that an override need not restate a list', async () => {
    expect(listsOfNamedThings((await kindOf(name)).input as unknown as Schema)).toEqual([]);
  });

  it('names each of its constraints once, and a test names it', async () => {
    const ids = ((await kindOf(name)).constraints ?? []).map(({ id }) => id);
    expect(ids).toEqual([...new Set(ids)]);
    expect(ids.filter((id) => !new RegExp(`(?<![\\w-])${id}(?![\\w-])`).test(testTexts))).toEqual([]);
  });

  it('has examples that render clean and are valid by the schemas of their makers', async () => {
    const examples = exampleFacts(await kindOf(name));
    expect(examples.length).toBeGreaterThan(0);
    for (const { title, components } of examples) {
      const { built, findings } = await renderWithValues(components);
      expect({ title, findings }).toEqual({ title, findings: [] });
      if (!built) continue;
      const checked = await checkOutput({
        installation,
        built: [built],
        artifacts: built.artifacts,
        context: [],
        committed: [],
        today: '2026-01-01',
        complete: true,
      });
      expect({ title, findings: checked.findings.filter(isOwn), unknown: checked.counts.unknown }).toEqual({
        title,
        findings: [],
        unknown: 0,
      });
      expect({ title, outputs: faultyOutputs(built) }).toEqual({ title, outputs: [] });
    }
  });
});
