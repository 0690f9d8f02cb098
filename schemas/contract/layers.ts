/**
 * The life cycles that Terraform state is split by, in the order in which they are applied. A resource may read
 * resources of its own layer and of earlier ones, never of later ones: that keeps the graph of workspaces acyclic.
 */
export const layers = ['foundation', 'data', 'platform'] as const;

/**
 * - `foundation`: network, every security group, keys, zones, certificates, repositories, web ACLs.
 * - `data`: what holds state.
 * - `platform`: compute, load balancers, edge, observability; and with the consumer, every rule, attachment, record
 *   alias and grant.
 */
export type Layer = (typeof layers)[number];

/** Name of a workspace, and of its folder under `workspaces/`. */
export function workspaceName(system: string, environment: string, layer: Layer): string {
  return `${system}-${environment}-${layer}`;
}

/** Name of the workspace that is applied by hand before all others of a system. */
export function bootstrapName(system: string): string {
  return `${system}-bootstrap`;
}

/** Path of the roles and policies that it makes: no other workspace's role may touch what is below it. */
export const bootstrapPath = '/bootstrap/';
