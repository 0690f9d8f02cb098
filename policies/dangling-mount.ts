import { subjectOf } from '../schemas/graph/objects';
import { below } from '../schemas/graph/place';
import { containersOf, type PodTemplate } from '../schemas/graph/pod-templates';
import { selectTexts } from '../schemas/graph/values';
import { nearest } from '../schemas/primitives/nearest';
import { defineRule, type RuleFinding } from './rule';

/** Mounts have a volume, and volumes a mount. */
export const rule = defineRule({
  id: 'dangling-mount',
  subjects: (graph) => graph.clusters.flatMap(({ templates }) => templates),
  judge: (template) => {
    const volumes = volumesOf(template);
    const mounts = containersOf(template).flatMap(({ body, place }) =>
      ['/volumeMounts/*/name', '/volumeDevices/*/name'].flatMap((path) =>
        selectTexts(body, path).map(({ pointer, text }) => ({ name: text, place: below(place, pointer) })),
      ),
    );
    const subject = subjectOf(template.owner);
    const names = new Set(volumes.map(({ name }) => name));
    const mounted = new Set(mounts.map(({ name }) => name));
    return [
      ...mounts
        .filter(({ name }) => !names.has(name))
        .map(({ name, place }): RuleFinding => {
          const near = nearest(name, names);
          return {
            place,
            subject,
            message: `it mounts ${name}, and the pod has no such volume`,
            expected: names.size === 0 ? 'the pod has no volumes' : `one of ${[...names].join(', ')}`,
            fix: near === undefined ? 'Add the volume.' : `Did you mean ${near}?`,
          };
        }),
      ...volumes
        .filter(({ name }) => !mounted.has(name))
        .map(({ name, place }): RuleFinding => ({
          place,
          subject,
          severity: 'warning',
          message: `no container mounts the volume ${name}`,
          fix: 'Mount it, or take it out.',
        })),
    ];
  },
});

function volumesOf(template: PodTemplate) {
  const own = selectTexts(template.spec, '/volumes/*/name').map(({ pointer, text }) => ({
    name: text,
    place: below(template.place, `/spec${pointer}`),
  }));
  const claims = selectTexts(template.owner.body, '/spec/volumeClaimTemplates/*/metadata/name').map(
    ({ pointer, text }) => ({
      name: text,
      place: below(template.owner.place, pointer),
    }),
  );
  return [...own, ...claims];
}
