import type { JsonObject } from '../../schemas/primitives/artifact';
import type { Finding } from '../../schemas/primitives/finding';
import { printYaml } from '../../schemas/primitives/print-yaml';
import { buildEnvironment, type BuiltEnvironment } from '../build/build';
import { resolveEnvironments } from '../environments';
import type { Sources } from '../load/load';

/** Settings of the environment that an example stands in. */
export const exampleSettings: JsonObject = {
  owner: 'platform',
  costCentre: 'cc-1',
  aws: { account: '111122223333', region: 'us-east-1', regions: { dr: 'us-west-2' } },
  terraform: { backend: { cloud: { organization: 'acme' } } },
  repository: { url: 'https://github.com/acme/infrastructure' },
};

const place = { system: 'acme', name: 'example', label: 'acme/example', parts: [], systemParts: [] } as const;

/** What AWS and a release would give: components of an example go without where nothing is said. */
export interface ExampleValues {
  readonly bindings?: JsonObject;
  readonly images?: JsonObject;
}

/** Renders components as the whole of an environment `acme/example`. Nothing is built while there is a mistake. */
export async function renderExample(
  components: JsonObject,
  { bindings = {}, images = {} }: ExampleValues = {},
): Promise<{ readonly built?: BuiltEnvironment; readonly findings: readonly Finding[] }> {
  const sources = sourcesOf({
    'environments/acme/example.yaml': printYaml({ ...exampleSettings, components }),
    'environments/acme/example.bindings.yaml': printYaml({ example: true, bindings }),
    'environments/acme/example.images.yaml': printYaml({ images }),
  });
  const { environments, findings } = await resolveEnvironments(sources, [place], [place]);
  const [environment] = environments;
  if (!environment || findings.some(({ severity }) => severity === 'error')) return { findings };
  const built = buildEnvironment(environment);
  return { built, findings: [...findings, ...built.findings] };
}

/** Files that are in memory alone. */
export function sourcesOf(files: Readonly<Record<string, string>>): Sources {
  return {
    exists: (path) => Object.hasOwn(files, path),
    readBytes: (path) => new TextEncoder().encode(files[path]),
  };
}
