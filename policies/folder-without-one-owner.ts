import { compareText } from '../schemas/primitives/finding';
import type { ClusterGraph } from '../schemas/graph/cluster';
import type { OutputGraph } from '../schemas/graph/output-graph';
import type { Place } from '../schemas/graph/place';
import { defineRule } from './rule';
import { appPathsOf } from './support/applications';

interface Folder {
  readonly folder: string;
  /** Its first manifest. */
  readonly place: Place;
  readonly owners: readonly { readonly name: string; readonly place: Place }[];
}

/** Every folder of a cluster that Argo CD rules is deployed by exactly one Application. */
export const rule = defineRule({
  id: 'folder-without-one-owner',
  subjects: (graph) => (graph.complete ? graph.clusters.flatMap((cluster) => foldersOf(cluster, graph.former)) : []),
  judge: ({ folder, place, owners }) => {
    const [first, second] = owners;
    if (first && second === undefined) return [];
    const names = owners.map(({ name }) => name).sort(compareText);
    return [
      {
        place: { artifact: place.artifact, pointer: '' },
        subject: folder,
        message: first
          ? `${names.length} Applications deploy it and undo each other’s work: ${names.join(', ')}`
          : 'no Application deploys it, so nothing of it ever reaches the cluster',
        fix: first ? 'Keep one of them.' : 'Name the app in an ApplicationSet, or describe an Application for it.',
        related: owners.map((owner) => ({ place: owner.place, message: `${owner.name} deploys it` })),
      },
    ];
  },
});

/** None where no Application deploys a folder of the output at all, or where only Argo CD can tell which do. */
function foldersOf(cluster: ClusterGraph, former: OutputGraph['former']): Folder[] {
  const { paths, unknown } = appPathsOf(cluster);
  const root = `clusters/${cluster.name}`;
  const own = paths.filter(({ path }) => path === root || path.startsWith(`${root}/`));
  if (unknown || own.length === 0) return [];
  const places = new Map<string, Place>();
  for (const { place } of cluster.objects) {
    const [, , app = '', ...rest] = place.artifact.path.split('/');
    const folder = `${root}/${app}`;
    if (rest.length > 0 && !places.has(folder)) places.set(folder, place);
  }
  return [...places].map(([folder, place]) => {
    const owners = own.filter(({ path }) => path === folder || path === root);
    // Whoever deploys the folder that it was is told so there.
    const named = owners.length > 0 ? owners : own.filter(({ path }) => former.get(path)?.folder === folder);
    return { folder, place, owners: named.map(({ name, object }) => ({ name, place: object.place })) };
  });
}
