import { buildEnvironment } from '../../synth/build/build';
import { explainComponent } from '../../synth/cli/explain/component';
import { discoverEnvironments } from '../../synth/discover';
import { resolveEnvironments } from '../../synth/environments';
import type { Environment } from '../../synth/model';
import { readTree, repository } from '../end-to-end/system-files';
import { MemoryHost } from '../support/memory-host';
import { slipway } from './kit';

const host = new MemoryHost(readTree(repository, 'environments'));
const files = discoverEnvironments(host);

interface Explained {
  readonly name: string;
  readonly values: readonly { readonly path: string; readonly from: string }[];
  readonly files: readonly unknown[];
}

async function resolved(label: string): Promise<Environment> {
  const { environments } = await resolveEnvironments(
    host,
    files,
    files.filter((file) => file.label === label),
  );
  return environments[0] as Environment;
}

function explanations(environment: Environment): Explained[] {
  const { artifacts } = buildEnvironment(environment);
  return [...environment.components.values()].map((component) => {
    const view = { seenFrom: environment, artifacts, width: 120 };
    return explainComponent({ component, environment }, view).data['component'] as Explained;
  });
}

describe.each(files.map(({ label }) => label))('slipway explain %s', (label) => {
  test('lists every component with the line of its description', async () => {
    const { code, stdout } = await slipway(host, 'explain', label);
    expect(code).toBe(0);
    for (const { kind, name, origin } of (await resolved(label)).components.values())
      expect(stdout).toMatch(new RegExp(`^ {2}${kind} +${name} +${origin.at.file}:${origin.at.line}( |$)`, 'm'));
  });

  test('tells of each component the files that it is in, and of each of its values where it comes from', async () => {
    const all = explanations(await resolved(label));
    expect(all.filter(({ files: own }) => own.length === 0)).toEqual([]);
    const sources = all.flatMap(({ values }) => values.map(({ from }) => from));
    const source =
      /^(environments\/\S+\.yaml:\d+|default of \S+|the only .+ in reach|what environments\/\S+ stands for|the recommended \S+ of \S+)$/;
    expect(sources.filter((from) => !source.test(from))).toEqual([]);
  });
});

describe('a part of a composite component', () => {
  test('is listed as one', async () => {
    const { stdout } = await slipway(host, 'explain', 'pingvas/shared');
    expect(stdout).toMatch(/^ {2}helm-release +karpenter-definitions .* part of karpenter karpenter$/m);
  });

  test('names the others', async () => {
    const { stdout } = await slipway(host, 'explain', 'pingvas/shared', 'karpenter-definitions');
    expect(stdout).toMatch(
      /^pingvas\/shared helm-release karpenter-definitions, part of karpenter karpenter, described/,
    );
    expect(stdout).toMatch(/^all parts of karpenter karpenter:\n( {2}\S+ +karpenter\S*\n){3}/m);
  });
});
