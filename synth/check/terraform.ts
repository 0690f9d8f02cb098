import type { Artifact, Json, JsonObject } from '../../schemas/primitives/artifact';
import type { Finding } from '../../schemas/primitives/finding';
import type { TerraformSchemas } from '../../schemas/upstream/terraform/schemas';
import { splitKey, typeKey, type TypeKey, type TypeMode } from '../../schemas/upstream/terraform/type-schema';
import type { CompiledTerraform } from './terraform-compiled';
import { checkArguments, type ArgumentsContext } from './terraform-arguments';
import { checkBackends, checkIgnoredChanges, checkProviders, checkRefactorings, checkUnused } from './terraform-blocks';
import { checkCidrs } from './terraform-cidr';
import {
  exposedIn,
  objectsIn,
  occurrencesIn,
  readTemplates,
  templateText,
  type Occurrence,
} from './terraform-expressions';
import { checkCycles, checkProducers, checkWorkspaceCycles } from './terraform-graph';
import { above, findingAt, inside, type Place, positionIn } from './terraform-place';
import { checkReferences } from './terraform-references';
import { RemoteStates } from './terraform-remote-state';
import type { ResolveContext } from './terraform-resolve';
import { TypeJudge } from './terraform-validators';
import { readWorkspaces, type TerraformWorkspace } from './terraform-workspace';

export interface TerraformCheckOptions {
  readonly schemas: TerraformSchemas;
  /** Validators of a build; types that it lacks are compiled in the run. */
  readonly compiled?: CompiledTerraform;
  /** Names of the workspaces to judge; the others are only read. @default all */
  readonly only?: ReadonlySet<string>;
}

export interface TerraformVerdict {
  readonly findings: readonly Finding[];
  /** Resources and data sources whose type has a schema. */
  readonly judged: number;
  /** What can't be judged by declaration: files and modules, with the reason. */
  readonly opaque: readonly { readonly subject: string; readonly reason: string }[];
  /** Addresses, with their workspace, of types without a schema. */
  readonly unknown: readonly string[];
}

/**
 * Judges rendered Terraform files: each workspace as the union of its files, against the schemas of the providers,
 * against what it declares, and against the other workspaces that it reads.
 *
 * @param artifacts every file of the run, base environments included; those of other planes are passed over
 */
export async function checkTerraform(
  artifacts: readonly Artifact[],
  options: TerraformCheckOptions,
): Promise<TerraformVerdict> {
  const { workspaces, findings } = readWorkspaces(artifacts);
  const judged = [...workspaces.values()].filter(({ name }) => options.only?.has(name) ?? true);
  const judgedFindings = findings.filter(({ output = '' }) =>
    judged.some(({ name }) => output.startsWith(`workspaces/${name}/`)),
  );
  const blocks = judged.flatMap((workspace) => typedBlocks(workspace));
  const judge = new TypeJudge(options.schemas, options.compiled);
  const run = new Run(options.schemas, { judge, definitions: (name) => options.schemas.definition(name) });
  for (const block of blocks) await run.block(block);
  const isJudged = new Set(judged);
  const occurrences = new Map(
    [...workspaces.values()].map((workspace) => [
      workspace,
      (isJudged.has(workspace) ? occurrencesIn : exposedIn)(workspace, options.schemas),
    ]),
  );
  const texts = [...occurrences.values()].flatMap((list) => list.map(templateText));
  const remoteStates = new RemoteStates(workspaces);
  const context: ResolveContext = {
    workspaces,
    schemas: options.schemas,
    templates: await readTemplates(texts),
    remoteStates,
  };
  for (const workspace of judged) run.workspace(workspace, occurrences.get(workspace) ?? [], context);
  const cycles = checkWorkspaceCycles(workspaces, remoteStates);
  return {
    findings: [...judgedFindings, ...run.findings, ...checkCidrs(judged, context), ...cycles],
    judged: run.judged,
    opaque: judged.flatMap(opaqueIn),
    unknown: run.unknown,
  };
}

/** Every type that the files of a run use: what a build compiles ahead of time. */
export function terraformTypesIn(artifacts: readonly Artifact[], schemas: TerraformSchemas): TypeKey[] {
  const keys = new Set<TypeKey>();
  for (const workspace of readWorkspaces(artifacts).workspaces.values()) {
    for (const { key, mode, type } of typedBlocks(workspace)) {
      if (schemas.lookup(mode, type).kind === 'known') keys.add(key);
    }
  }
  return [...keys].sort();
}

/** A block with the type that judges it. */
interface Typed {
  readonly key: TypeKey;
  readonly mode: TypeMode;
  readonly type: string;
  readonly place: Place;
  readonly body: JsonObject;
  readonly subject: string;
  readonly workspace: string;
}

function typedBlocks(workspace: TerraformWorkspace): Typed[] {
  const typed: Typed[] = [];
  const add = (key: TypeKey, block: { readonly place: Place; readonly body: JsonObject }, subject: string): void => {
    const [mode, type] = splitKey(key);
    typed.push({ key, mode, type, place: block.place, body: block.body, subject, workspace: workspace.name });
  };
  for (const resource of workspace.resources.values())
    add(typeKey(resource.mode, resource.type), resource, resource.address);
  for (const [name, provider] of workspace.providers) add(`provider.${provider.name}`, provider, `provider ${name}`);
  for (const variable of workspace.variables.values()) add('block.variable', variable, `var.${variable.name}`);
  for (const output of workspace.outputs.values()) add('block.output', output, `output.${output.name}`);
  for (const block of workspace.moved) add('block.moved', block, 'moved');
  for (const block of workspace.removed) add('block.removed', block, 'removed');
  for (const block of workspace.imports) add('block.import', block, 'import');
  for (const block of workspace.settings) {
    add('block.terraform', block, 'terraform');
    for (const inner of settingsBlocks(block)) add(`block.${inner.type}`, inner, inner.subject);
  }
  for (const resource of workspace.resources.values()) {
    const backend = resource.body['backend'];
    if (resource.type !== 'terraform_remote_state' || (backend !== 's3' && backend !== 'remote')) continue;
    for (const [place, body] of objectsIn(resource.body['config'] ?? null, inside(resource.place, 'config'))) {
      add(`block.backend_${backend}`, { place, body }, `config of ${resource.address}`);
    }
  }
  return typed;
}

/** The backend, the `cloud` block and the providers of a `terraform` block. */
function* settingsBlocks({
  place,
  body,
}: {
  place: Place;
  body: JsonObject;
}): Generator<{ type: string; place: Place; body: JsonObject; subject: string }> {
  const inner = (key: string, value: Json = body[key] ?? null): Iterable<[Place, JsonObject]> =>
    objectsIn(value, inside(place, key));
  for (const [at, block] of inner('cloud')) yield { type: 'cloud', place: at, body: block, subject: 'cloud' };
  for (const [at, kinds] of inner('backend')) {
    for (const [kind, value] of Object.entries(kinds)) {
      if (kind !== 's3' && kind !== 'remote') continue;
      for (const [where, block] of objectsIn(value, inside(at, kind))) {
        yield { type: `backend_${kind}`, place: where, body: block, subject: `backend ${kind}` };
      }
    }
  }
  for (const [at, providers] of inner('required_providers')) {
    for (const [name, value] of Object.entries(providers)) {
      for (const [where, block] of objectsIn(value, inside(at, name))) {
        yield { type: 'required_provider', place: where, body: block, subject: `required_providers.${name}` };
      }
    }
  }
}

function opaqueIn({ opaque, modules }: TerraformWorkspace): { subject: string; reason: string }[] {
  return [
    ...opaque.map(({ path, opaque: reason = '' }) => ({ subject: path, reason })),
    ...[...modules.keys()].map((name) => ({ subject: `module.${name}`, reason: 'what a module makes is not read' })),
  ];
}

class Run {
  readonly findings: Finding[] = [];
  readonly unknown: string[] = [];
  judged = 0;

  constructor(
    private readonly schemas: TerraformSchemas,
    private readonly context: ArgumentsContext,
  ) {}

  async block(block: Typed): Promise<void> {
    const found = this.schemas.lookup(block.mode, block.type);
    const isResource = ['resource', 'data', 'ephemeral'].includes(block.mode);
    if (found.kind === 'known') {
      if (isResource) this.judged++;
      this.findings.push(...(await checkArguments({ ...block, schema: found.schema }, this.context)));
      return;
    }
    this.unknown.push(`${block.workspace}: ${block.subject}`);
    const { subject, place } = block;
    if (found.kind === 'misnamed') {
      const misnamed = findingAt('terraform-type-misnamed', place, {
        subject,
        message: `the ${found.provider} provider has no ${block.mode === 'data' ? 'data source' : 'resource'} ${block.type}`,
        fix: found.nearest === undefined ? 'Write a type that the provider has.' : `Write ${found.nearest}.`,
      });
      // Its arguments, which may have lines of their own, are not at fault.
      this.findings.push({ ...misnamed, at: positionIn(above(place)) });
      return;
    }
    this.findings.push(
      findingAt('terraform-type-unknown', place, {
        subject,
        severity: 'warning',
        message: `no schema of ${block.type} is at hand; its content is not judged`,
        fix: `Install the package @cdktf/provider-${found.provider}.`,
      }),
    );
  }

  workspace(workspace: TerraformWorkspace, occurrences: readonly Occurrence[], context: ResolveContext): void {
    const { findings, edges } = checkReferences(workspace, occurrences, context);
    this.findings.push(...findings);
    this.findings.push(...checkCycles(workspace, edges));
    this.findings.push(...checkProducers(workspace, context.remoteStates));
    this.findings.push(...checkBackends(workspace));
    this.findings.push(...checkRefactorings(workspace));
    this.findings.push(...checkProviders(workspace, this.schemas));
    this.findings.push(...checkUnused(workspace, edges));
    for (const resource of workspace.resources.values())
      this.findings.push(...checkIgnoredChanges(resource, this.schemas));
  }
}
