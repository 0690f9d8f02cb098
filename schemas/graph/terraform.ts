import type { Artifact, Json, JsonObject } from '../primitives/artifact';
import { below, inside, type Place } from './place';
import { isObject, objectAt, select, selectTexts, textAt, textsIn, valueAt } from './values';

/** One managed resource of a workspace. */
export interface TerraformResource {
  readonly type: string;
  /** Logical id. */
  readonly name: string;
  /** `aws_vpc.main`. */
  readonly address: string;
  readonly workspace: string;
  readonly body: JsonObject;
  readonly place: Place;
}

/** A block that says what becomes of a resource: `removed`, `moved` or `import`. */
export interface TerraformBlock {
  readonly body: JsonObject;
  readonly place: Place;
}

type BlockKey = 'removed' | 'moved' | 'import';

interface Workspace {
  readonly name: string;
  readonly resources: Map<string, TerraformResource>;
  readonly data: Map<string, JsonObject>;
  readonly outputs: Map<string, Json>;
  readonly providers: Map<string, JsonObject>;
  readonly blocks: Record<BlockKey, TerraformBlock[]>;
}

/** A whole expression that reads one attribute: `${aws_vpc.main.id}`, `${data.terraform_remote_state.x.outputs.y[0]}`. */
const SINGLE = /^\$\{([A-Za-z_][\w.-]*(?:\[\d+\])?)\}$/;
const STATE = /^data\.terraform_remote_state\.([\w-]+)\.outputs\.([\w-]+)(?:\[(\d+)\])?$/;
const ATTRIBUTE = /^([a-z]\w*\.[\w-]+)\.(\w+)$/;

/** The resources of all Terraform workspaces of the output. */
export class TerraformGraph {
  private readonly workspaces = new Map<string, Workspace>();
  private readonly types = new Map<string, TerraformResource[]>();

  constructor(artifacts: readonly Artifact[]) {
    for (const artifact of artifacts) {
      const name = /^workspaces\/([^/]+)\/[^/]+\.tf\.json$/.exec(artifact.path)?.[1];
      if (name === undefined || typeof artifact.content === 'string' || artifact.opaque !== undefined) continue;
      this.readFile(this.workspace(name), artifact, artifact.content);
    }
  }

  ofType(type: string): readonly TerraformResource[] {
    return this.types.get(type) ?? [];
  }

  get all(): TerraformResource[] {
    return [...this.types.values()].flat();
  }

  /** The resource of an address in a workspace. */
  resource(workspace: string, address: string): TerraformResource | undefined {
    return this.workspaces.get(workspace)?.resources.get(address);
  }

  resourcesIn(workspace: string): TerraformResource[] {
    return [...(this.workspaces.get(workspace)?.resources.values() ?? [])];
  }

  /** `removed`, `moved` or `import` blocks of a workspace. */
  blocks(workspace: string, key: BlockKey): readonly TerraformBlock[] {
    return this.workspaces.get(workspace)?.blocks[key] ?? [];
  }

  /** A data source of a workspace: `aws_iam_policy_document.api`. */
  dataSource(workspace: string, address: string): JsonObject | undefined {
    return this.workspaces.get(workspace)?.data.get(address);
  }

  /** Workspaces whose state a workspace reads. */
  readBy(workspace: string): string[] {
    const sources = [...(this.workspaces.get(workspace)?.data ?? [])];
    return sources.flatMap(([address, body]) =>
      address.startsWith('terraform_remote_state.') ? (stateName(body) ?? []) : [],
    );
  }

  /** Configurations of a provider in a workspace, the default one and those with an alias. */
  providers(workspace: string, provider: string): JsonObject[] {
    const configured = [...(this.workspaces.get(workspace)?.providers ?? [])];
    return configured.filter(([name]) => name.split('.')[0] === provider).map(([, body]) => body);
  }

  /**
   * What a value stands for, across workspaces: the literal where it is known, else the one place that makes it, as
   * `workspace:type.name.attribute`. Two values with one identity are the same value.
   */
  identity(value: Json | undefined, workspace: string): string | undefined {
    if (typeof value === 'number') return String(value);
    if (typeof value !== 'string') return undefined;
    const expression = SINGLE.exec(value)?.[1];
    if (expression === undefined) return value.includes('${') ? `${workspace}:${value}` : value;
    const state = STATE.exec(expression);
    if (state) return this.stateIdentity(workspace, state) ?? `${workspace}:${expression}`;
    const [, address, attribute] = ATTRIBUTE.exec(expression) ?? [];
    const resource = address === undefined ? undefined : this.workspaces.get(workspace)?.resources.get(address);
    const own = attribute === undefined ? undefined : resource?.body[attribute];
    if (typeof own === 'string' && own !== value) return this.identity(own, workspace);
    return `${workspace}:${expression}`;
  }

  /** The text that a value comes to before anything is applied, where it does. */
  literal(value: Json | undefined, workspace: string): string | undefined {
    const identity = this.identity(value, workspace);
    return identity === undefined || identity.includes('${') || this.isUnknown(identity) ? undefined : identity;
  }

  /** The resource that an expression reads, across workspaces. */
  resourceOf(value: Json | undefined, workspace: string): TerraformResource | undefined {
    const identity = this.identity(value, workspace);
    const [, home = '', address = ''] = /^([^:$]+):([a-z]\w*\.[\w-]+)\.\w+$/.exec(identity ?? '') ?? [];
    return this.workspaces.get(home)?.resources.get(address);
  }

  /** The provider that a resource is made by, as account and region: names are unique within one. */
  realm(resource: TerraformResource): { readonly account: string; readonly region: string } {
    const provider = this.providerOf(resource);
    const [account] = selectTexts(provider, '/allowed_account_ids/*');
    const region = textAt(resource.body, '/region') ?? textAt(provider, '/region');
    return { account: account?.text ?? '', region: region ?? '' };
  }

  /** Tags that the provider of a resource puts on all that it makes. */
  defaultTags(resource: TerraformResource): Record<string, string> {
    const [block] = [this.providerOf(resource)?.['default_tags']].flat();
    return textsIn(valueAt(block, '/tags'));
  }

  /** Tags that a resource will have: its own ones win over those of its provider. */
  tags(resource: TerraformResource): Record<string, string> {
    return { ...this.defaultTags(resource), ...textsIn(resource.body['tags']) };
  }

  private providerOf({ body, workspace }: TerraformResource): JsonObject | undefined {
    const reference = typeof body['provider'] === 'string' ? body['provider'].replace(/^\$\{|\}$/g, '') : 'aws';
    return this.workspaces.get(workspace)?.providers.get(reference);
  }

  private isUnknown(identity: string): boolean {
    const [home] = identity.split(':');
    return identity.includes(':') && this.workspaces.has(home ?? '');
  }

  private stateIdentity(workspace: string, [, id = '', output = '', index]: RegExpExecArray): string | undefined {
    const name = stateName(this.dataSource(workspace, `terraform_remote_state.${id}`));
    const source = name === undefined ? undefined : this.workspaces.get(name);
    const value = source?.outputs.get(output);
    const item = Array.isArray(value) ? value[Number(index ?? 0)] : value;
    return source ? this.identity(item, source.name) : undefined;
  }

  private workspace(name: string): Workspace {
    const existing = this.workspaces.get(name);
    if (existing) return existing;
    const made: Workspace = {
      name,
      resources: new Map(),
      data: new Map(),
      outputs: new Map(),
      providers: new Map(),
      blocks: { removed: [], moved: [], import: [] },
    };
    this.workspaces.set(name, made);
    return made;
  }

  private readFile(workspace: Workspace, artifact: Artifact, content: JsonObject): void {
    const root: Place = { artifact, pointer: '' };
    for (const { type, name, body } of labelled(content['resource'])) {
      const address = `${type}.${name}`;
      const place = inside(root, 'resource', type, name);
      const resource = { type, name, address, workspace: workspace.name, body, place };
      workspace.resources.set(address, resource);
      const list = this.types.get(type);
      if (list) list.push(resource);
      else this.types.set(type, [resource]);
    }
    for (const key of ['removed', 'moved', 'import'] as const) {
      for (const { pointer, value } of select(content, `/${key}/*`))
        if (isObject(value)) workspace.blocks[key].push({ body: value, place: below(root, pointer) });
    }
    for (const { type, name, body } of labelled(content['data'])) workspace.data.set(`${type}.${name}`, body);
    for (const [name, output] of Object.entries(objectAt(content, '/output')))
      workspace.outputs.set(name, (isObject(output) ? output['value'] : undefined) ?? null);
    for (const [name, blocks] of Object.entries(objectAt(content, '/provider'))) {
      for (const body of Array.isArray(blocks) ? blocks : [blocks]) {
        if (!isObject(body)) continue;
        const alias = textAt(body, '/alias');
        workspace.providers.set(alias === undefined ? name : `${name}.${alias}`, body);
      }
    }
  }
}

/** Name of the workspace that a remote state is of. */
function stateName(state: JsonObject | undefined): string | undefined {
  return textAt(state, '/config/workspaces/name') ?? textAt(state, '/config/key')?.replace(/\/terraform\.tfstate$/, '');
}

function labelled(blocks: Json | undefined): { type: string; name: string; body: JsonObject }[] {
  if (!isObject(blocks)) return [];
  return Object.entries(blocks).flatMap(([type, byName]) =>
    isObject(byName)
      ? Object.entries(byName).flatMap(([name, body]) => (isObject(body) ? [{ type, name, body }] : []))
      : [],
  );
}
