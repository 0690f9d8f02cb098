import { subjectOf, type KubernetesObject } from '../schemas/graph/objects';
import { defineRule } from './rule';

/** An object of a cluster is rendered once: of two, each sync undoes the other. */
export const rule = defineRule({
  id: 'duplicate-object',
  subjects: (graph) => graph.clusters.flatMap(({ objects }) => [...grouped(objects).values()]),
  judge: ([first, ...others]) =>
    others.map((other) => ({
      place: other.place,
      subject: subjectOf(other),
      message: `it is rendered in ${first?.place.artifact.path ?? ''} too: each sync undoes the other`,
      fix: 'Give one of the two another name, or describe it once.',
      related: first ? [{ place: first.place, message: 'the first one' }] : [],
    })),
});

function grouped(objects: readonly KubernetesObject[]): Map<string, KubernetesObject[]> {
  const groups = new Map<string, KubernetesObject[]>();
  for (const object of objects) {
    const key = `${object.group}/${subjectOf(object)}`;
    const list = groups.get(key);
    if (list) list.push(object);
    else groups.set(key, [object]);
  }
  return groups;
}
