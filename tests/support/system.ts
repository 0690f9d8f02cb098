import type { JsonObject } from '../../schemas/primitives/artifact';
import type { BuiltEnvironment } from '../../synth/build/build';
import { buildSystem, type BuiltSystem } from '../../synth/build/system';
import { render, type Rendered } from './render';

const network = {
  main: {
    cidr: '10.0.0.0/16',
    zones: {
      'us-east-1a': { public: '10.0.1.0/24', private: '10.0.11.0/24' },
      'us-east-1b': { public: '10.0.2.0/24', private: '10.0.12.0/24' },
    },
  },
};

export interface SystemSettings {
  /** Settings of both environments. */
  readonly all?: JsonObject;
  readonly shared?: JsonObject;
  readonly dev?: JsonObject;
  /** What `dev` has beside its bucket and its cache. */
  readonly components?: Readonly<Record<string, JsonObject>>;
  /** Images of an environment that the repositories keep. */
  readonly keepOf?: JsonObject;
}

/** A system of two environments: `shared`, with a network, and `dev`, with a bucket, that stands on it. */
export interface RenderedSystem {
  readonly system: BuiltSystem;
  readonly environments: readonly Rendered[];
  /** Objects by path, those of the environments included. */
  readonly files: Readonly<Record<string, JsonObject>>;
  /** Texts by path: workflows. */
  readonly texts: Readonly<Record<string, string>>;
}

export async function renderSystem(settings: SystemSettings = {}): Promise<RenderedSystem> {
  const shared = await render({
    name: 'shared',
    components: {
      network,
      bucket: { logs: {} },
      redis: { cache: {} },
      repositories: { images: { repositories: { api: {}, worker: {} }, keepOf: settings.keepOf ?? {} } },
    },
    settings: { ...settings.all, ...settings.shared },
  });
  const dev = await render({
    name: 'dev',
    base: shared.environment,
    components: { redis: { queue: {} }, bucket: { files: {} }, ...settings.components },
    images: { api: { tag: '0.1.0' }, worker: { tag: '0.1.0' }, proxy: { tag: '1', repository: 'docker.io/proxy' } },
    settings: { ...settings.all, ...settings.dev },
  });
  const environments = [dev, shared];
  const built = environments.map(({ built: each, findings }) => {
    if (each) return each;
    throw new Error(JSON.stringify(findings));
  });
  const system = buildSystem('acme', built);
  return { system, environments, ...contents(built, system) };
}

function contents(built: readonly BuiltEnvironment[], system: BuiltSystem): Pick<RenderedSystem, 'files' | 'texts'> {
  const artifacts = [...built.flatMap((each) => each.artifacts), ...system.artifacts];
  const files: Record<string, JsonObject> = {};
  const texts: Record<string, string> = {};
  for (const { path, content } of artifacts) {
    if (typeof content === 'string') texts[path] = content;
    else files[path] = content;
  }
  return { files, texts };
}

/** All resources of a type in the bootstrap workspace, by logical id. */
export function bootstrapped(
  { files }: RenderedSystem,
  type: string,
  { section = 'resource', workspace = 'acme-bootstrap' } = {},
): Record<string, JsonObject> {
  const blocks = Object.entries(files)
    .filter(([path]) => path.startsWith(`workspaces/${workspace}/`))
    .map(([, content]) => ((content[section] ?? {}) as Record<string, JsonObject>)[type] ?? {});
  return Object.assign({}, ...blocks) as Record<string, JsonObject>;
}
