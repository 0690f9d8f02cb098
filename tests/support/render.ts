import { descriptionSchema, type Bindings, type Description, type Images } from '../../schemas/contract/description';
import type { JsonObject } from '../../schemas/primitives/artifact';
import type { Finding } from '../../schemas/primitives/finding';
import { buildEnvironment, type BuiltEnvironment } from '../../synth/build/build';
import { catalogue, loadKinds } from '../../synth/catalogue';
import { createAjv } from '../../synth/load/ajv';
import { loadComponents } from '../../synth/load/components';
import type { Environment } from '../../synth/model';
import { resolveEnvironment } from '../../synth/resolve/resolve';

/** What a test says of an environment; everything left out has a sensible value. */
export interface TestDescription {
  readonly name?: string;
  readonly components: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  readonly settings?: JsonObject;
  readonly images?: Images;
  readonly bindings?: Bindings;
  readonly base?: Environment;
}

export interface Rendered {
  readonly environment: Environment;
  readonly findings: readonly Finding[];
  readonly built: BuiltEnvironment | undefined;
  /** Rendered objects by path. */
  readonly files: Readonly<Record<string, JsonObject>>;
}

const settings = {
  owner: 'platform',
  costCentre: 'cc-1',
  aws: { account: '111122223333', region: 'us-east-1', regions: { dr: 'us-west-2' } },
  terraform: { backend: { cloud: { organization: 'acme' } } },
  repository: { url: 'https://github.com/acme/infrastructure' },
};

/** Renders an environment `acme/<name>` from components as they would stand in its file. */
export async function render(test: TestDescription): Promise<Rendered> {
  const name = test.name ?? 'test';
  const description = structuredClone({
    ...settings,
    ...test.settings,
    components: test.components,
  }) as unknown as Description;
  createAjv().compile(descriptionSchema)(description);
  const file = `environments/acme/${name}.yaml`;
  const positionOf = (pointer: string) => ({ file: `${file}#${pointer}`, line: 1, column: 1 });
  const findings: Finding[] = [];
  const value = {
    value: description as never,
    positionOf,
    keyPositionOf: positionOf,
    brokenAt: () => undefined,
    removedAt: () => undefined,
    writtenAt: () => undefined,
  };
  const { components, composites, kinds } = await loadComponents(
    { place: { system: 'acme', environment: name }, loadKinds, kindNames: Object.keys(catalogue) },
    value as never,
    findings,
  );
  const loaded = {
    system: 'acme',
    name,
    file,
    description,
    components,
    composites,
    images: test.images ?? {},
    bindings: test.bindings ?? {},
    exampleBindings: false,
    positionOf,
    keyPositionOf: positionOf,
    statedAt: positionOf,
    sideKeyAt: () => undefined,
  };
  const resolved = resolveEnvironment({ loaded, kinds, ...(test.base ? { base: test.base } : {}) });
  const before = [...findings, ...resolved.findings];
  const built = before.length === 0 ? buildEnvironment(resolved.environment) : undefined;
  const files = Object.fromEntries(
    (built?.artifacts ?? []).map((artifact) => [artifact.path, artifact.content as JsonObject]),
  );
  return { environment: resolved.environment, findings: [...before, ...(built?.findings ?? [])], built, files };
}

/** Renders what has images and bindings for more than takes them. */
export async function renderGenerously(test: TestDescription): Promise<Rendered> {
  const rendered = await render(test);
  const findings = rendered.findings.filter(({ code }) => code !== 'unused-image' && code !== 'unused-binding');
  return { ...rendered, findings };
}

/** All resources of one type in the rendered workspaces, by logical id. */
export function resources(rendered: Rendered, type: string): Record<string, JsonObject> {
  return Object.assign(
    {},
    ...Object.values(rendered.files).map(
      (content) => ((content['resource'] ?? {}) as Record<string, JsonObject>)[type] ?? {},
    ),
  ) as Record<string, JsonObject>;
}

/** The one manifest of a kind and name. */
export function manifest(rendered: Rendered, kind: string, name: string): JsonObject {
  const found = Object.values(rendered.files).filter(
    (content) => content['kind'] === kind && (content['metadata'] as JsonObject | undefined)?.['name'] === name,
  );
  if (found.length !== 1) throw new Error(`${found.length} manifests ${kind}/${name}`);
  return found[0] as JsonObject;
}
