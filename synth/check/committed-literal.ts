import type { TerraformGraph, TerraformResource } from '../../schemas/graph/terraform';

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
