import { createHash } from 'node:crypto';
import { typeNames } from '../../schemas/graph/type-names';
import { TerraformGraph } from '../../schemas/graph/terraform';
import { isPlainObject } from '../../schemas/primitives/plain-object';
import { printYaml } from '../../schemas/primitives/print-yaml';
import type { Artifact, Json, JsonObject } from '../../schemas/primitives/artifact';
import { buildEnvironment } from '../../synth/build/build';
import { catalogue, loadKinds } from '../../synth/catalogue';
import { exampleSettings, sourcesOf } from '../../synth/docs/example';
import { exampleFacts } from '../../synth/docs/kind-facts';
import { resolveEnvironments } from '../../synth/environments';

const place = { system: 'acme', name: 'example', label: 'acme/example', parts: [], systemParts: [] } as const;

const markOf = (text: string): string => `u${createHash('sha256').update(text).digest('hex').slice(0, 12)}`;

/** What an example makes where every name that is asked for is one that nothing else has: u and twelve digits. */
async function buildWithMarks(components: JsonObject): Promise<readonly Artifact[]> {
  const text = printYaml({ ...exampleSettings, components });
  const { environments } = await resolveEnvironments(
    sourcesOf({ 'environments/acme/example.yaml': text }),
    [place],
    [place],
  );
  const [environment] = environments;
  if (!environment) throw new Error('the example does not resolve');
  for (const component of environment.components.values()) {
    const nameOf = component.physicalName.bind(component);
    Object.assign(component, {
      physicalName: (...of: Parameters<typeof nameOf>) => markOf([of[0], component.name, nameOf(...of)].join(' ')),
    });
  }
  return buildEnvironment(environment).artifacts;
}

const mark = /\bu[0-9a-f]{12}\b/g;

/** Arguments that are made of a name and are none, and what is put on a thing and refers to nothing. */
const mentions = new Set([
  'comment',
  'description',
  'final_snapshot_identifier',
  'tag_specifications',
  'tags',
  'template_body',
]);

/** `type.argument` of every argument that is a name somebody asked for. An ARN refers to what has one. */
function named({ all }: TerraformGraph): string[] {
  return all.flatMap(({ type, body }) =>
    Object.entries(body).flatMap(([key, value]) =>
      typeof value === 'string' && !/\$\{|^arn:/.test(value) && !mentions.has(key) && value.match(mark) !== null
        ? [`${type}.${key}`]
        : [],
    ),
  );
}

/** What an artifact says, without the names of what is only referred to. */
function textsOf(artifacts: readonly Artifact[], { all }: TerraformGraph): string[] {
  const bodies = all.map(({ type, body }) => {
    const { argument, referredTo } = typeNames[type] ?? {};
    const said = ([key]: readonly [string, Json]): boolean =>
      !mentions.has(key) && !(referredTo === true && key === argument);
    return Object.fromEntries(Object.entries(body).filter(said));
  });
  const others = artifacts.map(({ content }) => (isPlainObject(content) ? { ...content, resource: {} } : content));
  return [...bodies, ...others].map((value) => JSON.stringify(value));
}

async function graphs(): Promise<{ readonly graph: TerraformGraph; readonly artifacts: readonly Artifact[] }[]> {
  const kinds = await loadKinds(Object.keys(catalogue));
  const examples = [...kinds.values()].flatMap((kind) => exampleFacts(kind));
  const built = await Promise.all(examples.map(({ components }) => buildWithMarks(components)));
  return built.map((artifacts) => ({ artifacts, graph: new TerraformGraph(artifacts) }));
}

describe('the table of names', () => {
  let examples: Awaited<ReturnType<typeof graphs>> = [];
  beforeAll(async () => {
    examples = await graphs();
  });

  it('tells for every resource of every kind which argument holds the name that was asked for', () => {
    const arguments_ = new Set(examples.flatMap(({ graph }) => named(graph)));
    const known = new Set(Object.entries(typeNames).map(([type, { argument }]) => `${type}.${argument}`));
    const missing = [...arguments_].filter((argument) => !known.has(argument)).sort();
    expect(missing.map((argument) => `${argument} is not in schemas/graph/type-names.ts`)).toEqual([]);
    expect(arguments_.size).toBeGreaterThan(40);
  });

  it('calls those referred to whose names stand nowhere else, in no kind', () => {
    const elsewhere = examples.flatMap(({ artifacts, graph }) => {
      const texts = new Set(textsOf(artifacts, graph).flatMap((text) => text.match(mark) ?? []));
      return graph.all.flatMap(({ type, body, address }) => {
        const { argument = '', referredTo } = typeNames[type] ?? {};
        const marks = JSON.stringify(body[argument] ?? '').match(mark) ?? [];
        return referredTo === true && marks.some((each) => texts.has(each)) ? [address] : [];
      });
    });
    expect(elsewhere).toEqual([]);
  });
});
