import type { ClusterGraph } from '../schemas/graph/cluster';
import { subjectOf, type KubernetesObject } from '../schemas/graph/objects';
import { below } from '../schemas/graph/place';
import { textAt } from '../schemas/graph/values';
import { nearest } from '../schemas/primitives/nearest';
import { defineRule } from './rule';

/** Claims that want one volume, or any volume without a class, find it. */
export const rule = defineRule({
  id: 'missing-volume',
  subjects: (graph) =>
    graph.clusters.flatMap((cluster) =>
      cluster
        .ofKind('PersistentVolumeClaim')
        .filter((claim) => textAt(claim.body, '/spec/volumeName') !== undefined || hasNoClass(claim))
        .map((claim) => ({ cluster, claim })),
    ),
  judge: ({ cluster, claim }) => {
    const volume = textAt(claim.body, '/spec/volumeName');
    const subject = subjectOf(claim);
    if (volume === undefined) {
      if (volumesWithoutClass(cluster).some((candidate) => suits(candidate, claim))) return [];
      return [
        {
          place: below(claim.place, '/spec/storageClassName'),
          subject,
          message: 'it names no storage class and no volume, and no volume without a class suits it: it stays pending',
          fix: 'Name a storage class or a volume.',
        },
      ];
    }
    const place = below(claim.place, '/spec/volumeName');
    if (!cluster.find('PersistentVolume', '', volume)) {
      const near = nearest(volume, cluster.names('PersistentVolume', ''));
      return [
        {
          place,
          subject,
          message: `it names PersistentVolume ${volume}, which is neither rendered nor declared as made elsewhere`,
          fix: near === undefined ? 'Describe the volume.' : `Did you mean ${near}?`,
        },
      ];
    }
    const rendered = cluster.ofKind('PersistentVolume').find(({ name }) => name === volume);
    if (!rendered || suits(rendered, claim)) return [];
    return [
      {
        place,
        subject,
        message: `PersistentVolume ${volume} is kept for another claim`,
        expected: `claimRef of ${volume} names ${claim.namespace}/${claim.name}`,
        fix: 'Give every claim a volume of its own.',
        related: [{ place: below(rendered.place, '/spec/claimRef'), message: 'the claim that it is kept for' }],
      },
    ];
  },
});

function hasNoClass({ body }: KubernetesObject): boolean {
  return textAt(body, '/spec/storageClassName') === '';
}

function volumesWithoutClass(cluster: ClusterGraph): KubernetesObject[] {
  return cluster.ofKind('PersistentVolume').filter(({ body }) => (textAt(body, '/spec/storageClassName') ?? '') === '');
}

/** A volume is for anyone, or for the claim that it names. */
function suits({ body }: KubernetesObject, claim: KubernetesObject): boolean {
  const name = textAt(body, '/spec/claimRef/name');
  return name === undefined || (name === claim.name && textAt(body, '/spec/claimRef/namespace') === claim.namespace);
}
