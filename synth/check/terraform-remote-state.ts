import type { Json, JsonObject } from '../../schemas/primitives/artifact';
import { isTemplate, type Step } from './hcl-template';
import type { Resource, TerraformWorkspace } from './terraform-workspace';

/** A read of an output of another workspace. */
export interface RemoteRead {
  readonly workspace: string;
  readonly output: string;
  readonly rest: readonly Step[];
}

/**
 * Tells which workspace a remote state means: by the backend that each workspace declares for itself, otherwise by
 * the names that Slipway gives (the workspace's name, or the key `<workspace>/terraform.tfstate`).
 */
export class RemoteStates {
  private readonly byBackend = new Map<string, string>();

  constructor(private readonly workspaces: ReadonlyMap<string, TerraformWorkspace>) {
    for (const { name, settings } of workspaces.values()) {
      for (const { body } of settings) {
        for (const key of backendsOf(body)) this.byBackend.set(key, name);
      }
    }
  }

  /** What a resource's steps read of another workspace; nothing where they don't, or where it can't be told. */
  read(resource: Resource, steps: readonly Step[]): RemoteRead | undefined {
    const [attribute, output, ...rest] = steps;
    if (attribute?.kind !== 'attribute' || !OUTPUTS[resource.type]?.includes(attribute.name)) return undefined;
    const workspace = this.producer(resource);
    const name = output?.kind === 'attribute' ? output.name : output?.kind === 'index' ? output.key : undefined;
    if (workspace?.known !== true || typeof name !== 'string') return undefined;
    return { workspace: workspace.name, output: name, rest };
  }

  /** The workspace that a `terraform_remote_state` or `tfe_outputs` names; nothing where it can't be told. */
  producer(resource: Resource): { readonly name: string; readonly known: boolean } | undefined {
    if (resource.mode !== 'data') return undefined;
    const key = stateKey(resource);
    if (key === undefined) return undefined;
    const declared = this.byBackend.get(key);
    if (declared !== undefined) return { name: declared, known: true };
    const name = key.slice(key.indexOf(' ') + 1).replace(/\/terraform\.tfstate$/, '');
    return { name, known: this.workspaces.has(name) };
  }
}

/** Attributes under which outputs are read. */
const OUTPUTS: Readonly<Record<string, readonly string[]>> = {
  terraform_remote_state: ['outputs'],
  tfe_outputs: ['values', 'nonsensitive_values'],
};

function stateKey({ type, body }: Resource): string | undefined {
  if (type === 'tfe_outputs') return keyOf('remote', body['workspace']);
  if (type !== 'terraform_remote_state') return undefined;
  const config = objectOf(body['config']);
  if (body['backend'] === 'remote') return keyOf('remote', objectOf(config['workspaces'])['name']);
  return body['backend'] === 's3' ? keyOf('s3', config['key']) : undefined;
}

/** Where a workspace keeps its own state, as its `terraform` block says. */
function backendsOf(body: JsonObject): string[] {
  const backend = objectOf(body['backend']);
  const names = [objectOf(body['cloud']), objectOf(backend['remote'])].map(({ workspaces }) =>
    keyOf('remote', objectOf(workspaces ?? null)['name']),
  );
  return [...names, keyOf('s3', objectOf(backend['s3'])['key'])].filter((key) => key !== undefined);
}

function keyOf(kind: 'remote' | 's3', name: Json | undefined): string | undefined {
  return typeof name === 'string' && name !== '' && !isTemplate(name) ? `${kind} ${name}` : undefined;
}

function objectOf(value: Json | undefined): JsonObject {
  const single = Array.isArray(value) ? value[0] : value;
  return single !== null && typeof single === 'object' && !Array.isArray(single) ? single : {};
}
