import type { Artifact } from '../primitives/artifact';
import { ClusterGraph } from './cluster';
import { givenByAddon } from './given';
import { clusterOfPath, objectsOf, type KubernetesObject } from './objects';
import { TerraformGraph } from './terraform';

/** Everything that a run has rendered, indexed once: what rules over many objects read. */
export interface OutputGraph {
  readonly clusters: readonly ClusterGraph[];
  readonly terraform: TerraformGraph;
  /** Every environment was rendered. Where some are missing, what they would hold is not missed. */
  readonly complete: boolean;
  /** Folders that are not there any more, since the component of each was renamed. */
  readonly former: ReadonlyMap<string, FormerFolder>;
}

/** What became of the component that a folder was of. */
export interface FormerFolder {
  /** Key that it had. */
  readonly from: string;
  /** Key that it has. */
  readonly to: string;
  /** Folder that it has. */
  readonly folder: string;
}

/** What is known beside the files. */
export type Circumstances = Partial<Pick<OutputGraph, 'complete' | 'former'>>;

/** Indexes rendered files. Those of environments that are only read belong to it like any other. */
export function buildGraph(
  artifacts: readonly Artifact[],
  { complete = true, former = new Map() }: Circumstances = {},
): OutputGraph {
  const objects = new Map<string, KubernetesObject[]>();
  for (const artifact of artifacts) {
    const cluster = artifact.plane === 'kubernetes' ? clusterOfPath(artifact.path) : undefined;
    if (cluster === undefined) continue;
    const list = objects.get(cluster) ?? [];
    objects.set(cluster, list);
    list.push(...objectsOf(artifact));
  }
  const terraform = new TerraformGraph(artifacts);
  return {
    clusters: [...objects].map(([name, list]) => new ClusterGraph(name, list, givenByAddons(terraform, name))),
    terraform,
    complete,
    former,
  };
}

function givenByAddons(terraform: TerraformGraph, cluster: string): string[] {
  return terraform.ofType('aws_eks_addon').flatMap(({ body, workspace }) => {
    const of = terraform.literal(body['cluster_name'], workspace) ?? cluster;
    return of === cluster ? (givenByAddon[terraform.literal(body['addon_name'], workspace) ?? ''] ?? []) : [];
  });
}
