import { workspaceName } from '../../schemas/contract/layers';
import type { JsonObject } from '../../schemas/primitives/artifact';
import { compareText } from '../../schemas/primitives/finding';
import type { Environment } from '../model';
import type { BuiltEnvironment } from './build';

/** A resource of a rendered workspace. */
export interface RenderedResource {
  readonly type: string;
  readonly id: string;
  readonly body: JsonObject;
}

/** Blocks of one section of the rendered workspaces of an environment: `resource`, `ephemeral`… */
export function renderedBlocks({ artifacts }: BuiltEnvironment, section: string): RenderedResource[] {
  return artifacts
    .filter(({ plane, content }) => plane === 'terraform' && typeof content !== 'string')
    .flatMap(({ content }) => Object.entries(((content as JsonObject)[section] ?? {}) as Record<string, JsonObject>))
    .flatMap(([type, byId]) => Object.entries(byId).map(([id, body]) => ({ type, id, body: body as JsonObject })));
}

/** Names that resources of a type have, as far as they stand there literally, in order. */
export function literalNames(blocks: readonly RenderedResource[], type: string, argument = 'name'): string[] {
  const names = blocks.flatMap(({ type: of, body }) => {
    const name = of === type ? body[argument] : undefined;
    return typeof name === 'string' && !name.includes('${') ? [name] : [];
  });
  return [...new Set(names)].sort(compareText);
}

/** Ids of the secrets that some version fills. */
export function filledSecrets(resources: readonly RenderedResource[]): ReadonlySet<string> {
  const ids = resources.flatMap(({ type, body }) => {
    const of = type === 'aws_secretsmanager_secret_version' ? body['secret_id'] : undefined;
    const id = typeof of === 'string' ? /^\$\{aws_secretsmanager_secret\.([^.}]+)\./.exec(of)?.[1] : undefined;
    return id === undefined ? [] : [id];
  });
  return new Set(ids);
}

/** Names of the workspaces of an environment, in order of application. */
export function workspacesOf({ environment, workspaces }: BuiltEnvironment): string[] {
  return workspaces.map(({ layer }) => workspaceNameOf(environment, layer));
}

export function workspaceNameOf(environment: Environment, layer: Parameters<typeof workspaceName>[2]): string {
  return workspaceName(environment.system, environment.name, layer);
}
