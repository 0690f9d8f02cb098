import { providesAnnotation } from '../schemas/graph/cluster';
import { subjectOf } from '../schemas/graph/objects';
import { inside } from '../schemas/graph/place';
import { defineRule } from './rule';

/** Declarations of what is made elsewhere can be read. */
export const rule = defineRule({
  id: 'malformed-provides',
  subjects: (graph) =>
    graph.clusters.flatMap((cluster) =>
      cluster.objects
        .filter(({ annotations }) => annotations[providesAnnotation] !== undefined)
        .map((object) => ({ object, entries: cluster.malformed.filter((found) => found.object === object) })),
    ),
  judge: ({ object, entries }) =>
    entries.map(({ entry }) => ({
      place: inside(object.place, 'metadata', 'annotations', providesAnnotation),
      subject: subjectOf(object),
      message: `it declares ${JSON.stringify(entry)}, which names no object`,
      expected: 'Kind/namespace/name, or Kind/name outside of namespaces',
      fix: 'Write kind, namespace and name, with / between them.',
    })),
});
