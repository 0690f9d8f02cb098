import type { ClusterGraph } from '../schemas/graph/cluster';
import { subjectOf, type KubernetesObject } from '../schemas/graph/objects';
import { below } from '../schemas/graph/place';
import { select, textAt } from '../schemas/graph/values';
import { nearest } from '../schemas/primitives/nearest';
import { defineRule } from './rule';

/** Namespaces that objects are put into are there. */
export const rule = defineRule({
  id: 'missing-namespace',
  subjects: (graph) =>
    graph.clusters.flatMap((cluster) =>
      [...firstIn(cluster)].map(([namespace, [object, count]]) => ({ cluster, namespace, object, count })),
    ),
  judge: ({ cluster, namespace, object, count }) => {
    if (cluster.find('Namespace', '', namespace) || isMadeBySync(cluster, namespace)) return [];
    const near = nearest(namespace, cluster.names('Namespace', ''));
    const others = count === 1 ? '' : `, and so are ${count - 1} more`;
    return [
      {
        place: below(object.place, '/metadata/namespace'),
        subject: subjectOf(object),
        message: `it is in the namespace ${namespace}${others}, which is neither rendered nor declared as made elsewhere`,
        fix: near === undefined ? `Describe a namespace ${namespace}.` : `Did you mean ${near}?`,
      },
    ];
  },
});

/** The first object of each namespace, and how many there are: one missing namespace is said once. */
function firstIn({ objects }: ClusterGraph): Map<string, [KubernetesObject, number]> {
  const first = new Map<string, [KubernetesObject, number]>();
  for (const object of objects) {
    if (object.namespace === '') continue;
    const [known, count] = first.get(object.namespace) ?? [object, 0];
    first.set(object.namespace, [known, count + 1]);
  }
  return first;
}

/** @see https://argo-cd.readthedocs.io/en/stable/user-guide/sync-options/#create-namespace */
function isMadeBySync(cluster: ClusterGraph, namespace: string): boolean {
  return cluster
    .ofKind('Application')
    .some(
      ({ body }) =>
        textAt(body, '/spec/destination/namespace') === namespace &&
        select(body, '/spec/syncPolicy/syncOptions/*').some(({ value }) => value === 'CreateNamespace=true'),
    );
}
