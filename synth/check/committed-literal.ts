import type { TerraformGraph, TerraformResource } from '../../schemas/graph/terraform';

/** Terraform as it stands in the repository, and as it is to be. */
export interface TerraformChange {
  readonly before: TerraformGraph;
  readonly after: TerraformGraph;
}

/** What an argument comes to before apply, as text; nothing where it is unknown until then, or left to a default. */
export function literalOf(
  graph: TerraformGraph,
  { body, workspace }: TerraformResource,
  argument: string,
): string | undefined {
  const value = body[argument];
  if (value === undefined || value === null) return undefined;
  return typeof value === 'string' ? graph.literal(value, workspace) : JSON.stringify(value);
}

/** The committed resource that a rendered one was: of the same address, or of the one that it moves from. */
export function predecessorOf(
  { workspace, address }: TerraformResource,
  { before, after }: TerraformChange,
): TerraformResource | undefined {
  const moved = after.blocks(workspace, 'moved').find(({ body }) => body['to'] === address);
  const from = moved?.body['from'];
  return (
    (typeof from === 'string' ? before.resource(workspace, from) : undefined) ?? before.resource(workspace, address)
  );
}
