import { workspaceName, type Layer, layers } from '../../schemas/contract/layers';
import type { TerraformGraph } from '../../schemas/graph/terraform';
import { isObject, textAt } from '../../schemas/graph/values';
import type { Artifact, Json, JsonObject, Origin } from '../../schemas/primitives/artifact';
import { compareText } from '../../schemas/primitives/finding';
import { Workspace } from '../../stacks/workspace';
import type { WorkspaceInProgress } from './aws';
import type { BuiltEnvironment } from './build';
import { Findings } from './findings';
import { renderWorkspace, workspaceFile } from './terraform';

/** A `removed`, `moved` or `import` block that a file has to hold. */
export interface KeptBlock {
  readonly path: string;
  readonly workspace: string;
  readonly key: 'removed' | 'moved' | 'import';
  readonly block: JsonObject;
  readonly origin: Origin;
}

/** An environment with blocks in its files; files and workspaces that nothing else needs any more are kept for them. */
export function keepBlocks(
  built: BuiltEnvironment,
  blocks: readonly KeptBlock[],
  before: TerraformGraph,
): BuiltEnvironment {
  const own = new Map(
    layers.map((layer) => [workspaceName(built.environment.system, built.environment.name, layer), layer]),
  );
  const mine = blocks.filter(({ workspace }) => own.has(workspace));
  if (mine.length === 0) return built;
  const artifacts = new Map(built.artifacts.map((artifact) => [artifact.path, artifact]));
  const workspaces = [...built.workspaces];
  for (const name of new Set(mine.map(({ workspace }) => workspace))) {
    const settings = `workspaces/${name}/${workspaceFile}`;
    if (!artifacts.has(settings)) {
      const empty = emptyWorkspace(built, own.get(name) as Layer);
      workspaces.push(empty);
      for (const artifact of renderWorkspace(empty, new Findings())) artifacts.set(artifact.path, artifact);
    }
    const present = artifacts.get(settings);
    if (present) artifacts.set(settings, withProviders(present, name, before));
  }
  for (const path of new Set(mine.map((block) => block.path))) {
    const here = mine.filter((block) => block.path === path);
    artifacts.set(path, withBlocks(artifacts.get(path), path, here));
  }
  const order = (workspace: WorkspaceInProgress): number => layers.indexOf(workspace.layer);
  return { ...built, artifacts: [...artifacts.values()], workspaces: workspaces.sort((a, b) => order(a) - order(b)) };
}

function emptyWorkspace({ environment }: BuiltEnvironment, layer: Layer): WorkspaceInProgress {
  return {
    environment,
    layer,
    stack: new Workspace(layer, environment.settings),
    scopes: new Map(),
    reads: new Map(),
  };
}

/** Terraform forgets and destroys a resource through the provider configuration that it was made by. */
function withProviders(settings: Artifact, workspace: string, before: TerraformGraph): Artifact {
  const content = settings.content as JsonObject;
  const providers = isObject(content['provider']) ? content['provider'] : {};
  const present = [providers['aws'] ?? []].flat() as JsonObject[];
  const aliases = new Set(present.map((provider) => textAt(provider, '/alias')));
  const lacking = before.providers(workspace, 'aws').filter((provider) => {
    const alias = textAt(provider, '/alias');
    return alias !== undefined && !aliases.has(alias);
  });
  if (lacking.length === 0) return settings;
  return { ...settings, content: { ...content, provider: { ...providers, aws: [...present, ...lacking] } } };
}

function withBlocks(artifact: Artifact | undefined, path: string, blocks: readonly KeptBlock[]): Artifact {
  const origin = blocks[0]?.origin;
  if (!origin) throw new Error(`no blocks for ${path}`);
  const content: JsonObject = { ...((artifact?.content ?? {}) as JsonObject) };
  const origins: Record<string, Origin> = { ...artifact?.origins };
  for (const key of ['removed', 'moved', 'import'] as const) {
    const added = blocks.filter((block) => block.key === key);
    if (added.length === 0) continue;
    const present: Json[] = [content[key] ?? []].flat();
    const all = [...present, ...added.map(({ block }) => block)];
    // Those that moved before come after those that move now, as they did in the output that they are kept from.
    content[key] = key === 'moved' ? all : firstOfName(all);
    if (artifact && artifact.origin !== origin) origins[`/${key}`] = origin;
  }
  return {
    ...(artifact ?? { path, plane: 'terraform', origin }),
    content,
    ...(Object.keys(origins).length === 0 ? {} : { origins }),
  };
}

/** Blocks in order of name; the first to speak of a resource decides. */
function firstOfName(blocks: readonly Json[]): Json[] {
  const byName = new Map<string, Json>();
  for (const block of blocks) if (!byName.has(nameOf(block))) byName.set(nameOf(block), block);
  return [...byName.values()].sort((a, b) => compareText(nameOf(a), nameOf(b)));
}

function nameOf(block: Json): string {
  return textAt(block, '/from') ?? textAt(block, '/to') ?? '';
}
