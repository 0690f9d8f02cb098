import { dataTypeOf, importIdOf } from '../../schemas/graph/data-types';
import { movesIn, namesOf } from '../../schemas/graph/moves';
import { TerraformGraph, type TerraformResource } from '../../schemas/graph/terraform';
import { textAt } from '../../schemas/graph/values';
import { layers, workspaceName, type Layer } from '../../schemas/contract/layers';
import type { Artifact, Origin } from '../../schemas/primitives/artifact';
import type { Finding } from '../../schemas/primitives/finding';
import { nearest } from '../../schemas/primitives/nearest';
import type { Environment } from '../model';
import type { BuiltEnvironment } from './build';
import { keepBlocks, type KeptBlock } from './kept-blocks';
import { keptMoves } from './kept-moves';
import { protectionOf } from './protection';

/** Environments with what the committed output makes necessary: blocks for what is gone, and for what has moved. */
export interface KeptData {
  readonly built: readonly BuiltEnvironment[];
  readonly findings: readonly Finding[];
}

/**
 * Compares what was built with the committed output. A component with a tombstone yields `removed` blocks; what stands
 * in another workspace now yields `removed` there and `import` here. Blocks of an earlier run are kept, those that move
 * within a workspace among them, so that the output stays as it is until they are applied everywhere and somebody takes
 * them out.
 *
 * @param committed Terraform files of the same environments, as they stand in the repository
 */
export function keepData(built: readonly BuiltEnvironment[], committed: readonly Artifact[]): KeptData {
  if (committed.length === 0 && built.every(({ environment }) => Object.keys(environment.removed).length === 0))
    return { built, findings: [] };
  const before = new TerraformGraph(committed);
  const comparison: Comparison = {
    before,
    after: new TerraformGraph(built.flatMap(({ artifacts }) => artifacts)),
    homes: homesOf(built),
    findings: [],
  };
  // Moves first: what has moved is not destroyed, whatever a tombstone says of the component that it belonged to.
  const kept = [...moves(comparison), ...built.flatMap(({ environment }) => tombstones(environment, comparison))];
  const parted = built.map((environment) => keepBlocks(environment, kept, before));
  const after = new TerraformGraph(parted.flatMap(({ artifacts }) => artifacts));
  const moved = keptMoves(comparison.homes.keys(), before, after);
  return {
    built: parted.map((environment) => keepBlocks(environment, moved, before)),
    findings: comparison.findings,
  };
}

interface Comparison {
  readonly before: TerraformGraph;
  readonly after: TerraformGraph;
  /** Environment and layer of each workspace, by name. */
  readonly homes: ReadonlyMap<string, { readonly environment: Environment; readonly layer: Layer }>;
  readonly findings: Finding[];
}

function homesOf(built: readonly BuiltEnvironment[]): Comparison['homes'] {
  return new Map(
    built.flatMap(({ environment }) =>
      layers.map(
        (layer) => [workspaceName(environment.system, environment.name, layer), { environment, layer }] as const,
      ),
    ),
  );
}

function tombstones(environment: Environment, comparison: Comparison): KeptBlock[] {
  return Object.entries(environment.removed).flatMap(([key, fate]) => {
    const origin = { at: environment.positionOf(`/removed/${key}`), subject: `${environment.label} ${key}` };
    const say = (finding: Pick<Finding, 'code' | 'message' | 'fix'>): KeptBlock[] => {
      const at = environment.keyPositionOf(`/removed/${key}`);
      comparison.findings.push({ ...finding, severity: 'error', ...origin, at });
      return [];
    };
    const blocks = layers.flatMap((layer) => {
      const workspace = workspaceName(environment.system, environment.name, layer);
      return blocksOf(`workspaces/${workspace}/${key}.tf.json`, { workspace, fate, origin }, comparison);
    });
    if (blocks.length > 0) return blocks;
    if (environment.components.has(key))
      return say({
        code: 'tombstone-of-present',
        message: `${key} has a tombstone, and all that it was made of is described`,
        fix: 'take out the one or the other',
      });
    const near = nearest(key, committedKeys(environment, comparison));
    return say({
      code: 'tombstone-of-unknown',
      message: `the committed workspaces of ${environment.label} hold nothing of ${key}`,
      fix: near === undefined ? 'correct the key, or take the tombstone out' : `did you mean ${near}?`,
    });
  });
}

/** Components that the committed files of an environment are of, and that are described no more. */
function committedKeys(environment: Environment, { before }: Comparison): string[] {
  const paths = layers
    .map((layer) => workspaceName(environment.system, environment.name, layer))
    .flatMap((workspace) => before.resourcesIn(workspace).map(({ place }) => place.artifact.path));
  const keys = paths.map((path) => /([^/]+)\.tf\.json$/.exec(path)?.[1] ?? '');
  return [...new Set(keys)].filter((key) => !environment.components.has(key));
}

interface Tombstone {
  readonly workspace: string;
  readonly fate: 'forget' | 'destroy';
  readonly origin: Origin;
}

/** A `removed` block for each resource that a committed file declares, and for each that it says goodbye to already. */
function blocksOf(path: string, { workspace, fate, origin }: Tombstone, comparison: Comparison): KeptBlock[] {
  const { before, after, findings } = comparison;
  const declared = before.resourcesIn(workspace).filter(({ place }) => place.artifact.path === path);
  const gone = before
    .blocks(workspace, 'removed')
    .filter(({ place }) => place.artifact.path === path)
    .flatMap(({ body }) => textAt(body, '/from') ?? []);
  const moved = new Set(after.blocks(workspace, 'moved').map(({ body }) => textAt(body, '/from')));
  const goes = (address: string): boolean => !after.resource(workspace, address) && !moved.has(address);
  // A component of the same key may have come in its place: what is made of that one stays.
  const going = declared.filter(({ address }) => goes(address));
  if (fate === 'destroy') findings.push(...going.flatMap((resource) => refusal(resource, origin)));
  return [...new Set([...declared.map(({ address }) => address), ...gone])].filter(goes).map((from) => ({
    path,
    workspace,
    key: 'removed',
    block: { from, lifecycle: { destroy: fate === 'destroy' } },
    origin,
  }));
}

function refusal(resource: TerraformResource, origin: Origin): Finding[] {
  const protection = protectionOf(resource);
  if (protection === undefined) return [];
  return [
    {
      code: 'destroy-refused',
      severity: 'note',
      ...origin,
      message: `${resource.address} is to be destroyed, and ${protection.words}`,
      fix: protection.fix,
    },
  ];
}

/** What stands in another workspace of its system than before. */
function moves(comparison: Comparison): KeptBlock[] {
  const { before, after, homes } = comparison;
  return [...homes.keys()].flatMap((workspace) =>
    after.resourcesIn(workspace).flatMap((resource) => {
      const names = namesOf(resource.address, movesIn(before, workspace), movesIn(after, workspace));
      const known = [...names].some((name) => before.resource(workspace, name));
      if (known) return carriedBefore(resource, names, comparison);
      const source = sourceOf(resource, names, comparison);
      return source ? carry(resource, source, comparison) : [];
    }),
  );
}

/**
 * The committed resource that a new one is: of an address that it has or had, gone from where it was; in another
 * environment of its system, of the same physical name as well.
 */
function sourceOf(
  resource: TerraformResource,
  names: ReadonlySet<string>,
  { before, after, homes }: Comparison,
): TerraformResource | undefined {
  const home = homes.get(resource.workspace);
  for (const [workspace, { environment }] of homes) {
    const [candidate] = [...names].flatMap((name) => before.resource(workspace, name) ?? []);
    if (!candidate || after.resource(workspace, candidate.address)) continue;
    if (environment === home?.environment) return candidate;
    const name = dataTypeOf(resource)?.name;
    if (environment.system !== home?.environment.system || name === undefined) continue;
    const literal = after.literal(resource.body[name], resource.workspace);
    if (literal !== undefined && literal === before.literal(candidate.body[name], workspace)) return candidate;
  }
  return undefined;
}

function carry(resource: TerraformResource, source: TerraformResource, comparison: Comparison): KeptBlock[] {
  const { after, findings } = comparison;
  const { origin } = resource.place.artifact;
  const adopted = imports(after, resource);
  const id = importIdOf(resource, {
    literal: (argument) => after.literal(resource.body[argument], resource.workspace),
    realm: after.realm(resource),
  });
  if (!adopted && id === undefined) {
    // What holds nothing is made anew where it belongs, and destroyed where it was.
    if (!dataTypeOf(resource)) return [];
    findings.push({
      code: 'missing-import-id',
      severity: 'error',
      at: origin.at,
      subject: origin.subject,
      message: `${source.address} moves from ${source.workspace} to ${resource.workspace}, and its id is one that AWS made`,
      fix: `state it: adopt: { ${resource.address}: <id> }`,
      output: `${resource.place.artifact.path}#${resource.place.pointer}`,
    });
  }
  const { workspace, address, place } = source;
  return pair(resource, { workspace, address, path: place.artifact.path, id: adopted ? undefined : id });
}

/** A move of an earlier run, whose blocks stand in the committed files. */
function carriedBefore(
  resource: TerraformResource,
  names: ReadonlySet<string>,
  { before, after, homes }: Comparison,
): KeptBlock[] {
  const id = before
    .blocks(resource.workspace, 'import')
    .flatMap(({ body }) => (names.has(textAt(body, '/to') ?? '') ? (textAt(body, '/id') ?? []) : []))[0];
  if (id === undefined) return [];
  for (const workspace of homes.keys()) {
    if (workspace === resource.workspace) continue;
    const [source] = before.blocks(workspace, 'removed').flatMap(({ body, place }) => {
      const address = textAt(body, '/from') ?? '';
      const gone = names.has(address) && !after.resource(workspace, address);
      return gone ? [{ workspace, address, path: place.artifact.path }] : [];
    });
    if (source) return pair(resource, { ...source, id: imports(after, resource) ? undefined : id });
  }
  return [];
}

function imports(graph: TerraformGraph, { workspace, address }: TerraformResource): boolean {
  return graph.blocks(workspace, 'import').some(({ body }) => textAt(body, '/to') === address);
}

function pair(
  { address, workspace, place }: TerraformResource,
  source: {
    readonly workspace: string;
    readonly address: string;
    readonly path: string;
    readonly id: string | undefined;
  },
): KeptBlock[] {
  const { origin } = place.artifact;
  const removed: KeptBlock = {
    path: source.path,
    workspace: source.workspace,
    key: 'removed',
    block: { from: source.address, lifecycle: { destroy: false } },
    origin,
  };
  if (source.id === undefined) return [removed];
  const block = { to: address, id: source.id };
  return [removed, { path: place.artifact.path, workspace, key: 'import', block, origin }];
}
