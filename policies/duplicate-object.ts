import { subjectOf } from '../schemas/graph/objects';
import { groupBy } from '../schemas/primitives/group-by';
import { defineRule } from './rule';

/** An object of a cluster is rendered once: of two, each sync undoes the other. */
export const rule = defineRule({
  id: 'duplicate-object',
  subjects: (graph) =>
    graph.clusters.flatMap(({ objects }) => [
      ...groupBy(objects, (object) => `${object.group}/${subjectOf(object)}`).values(),
    ]),
  judge: ([first, ...others]) =>
    others.map((other) => ({
      place: other.place,
      subject: subjectOf(other),
      message: `it is rendered in ${first?.place.artifact.path ?? ''} too: each sync undoes the other`,
      fix: 'Give one of the two another name, or describe it once.',
      related: first ? [{ place: first.place, message: 'the first one' }] : [],
    })),
});
