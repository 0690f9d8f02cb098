import { subjectOf } from '../schemas/graph/objects';
import { inside } from '../schemas/graph/place';
import { defineRule, type RuleFinding } from './rule';

const syncOptions = 'argocd.argoproj.io/sync-options';

/** Kinds whose deletion deletes data, or all that is of their kind. */
const holdingData: ReadonlySet<string> = new Set([
  'CustomResourceDefinition',
  'Namespace',
  'PersistentVolume',
  'PersistentVolumeClaim',
]);

/** @see https://argo-cd.readthedocs.io/en/stable/user-guide/sync-options/ */
const wanted = ['Prune=false', 'Delete=false'];

/** Argo CD neither prunes nor deletes what holds data. */
export const rule = defineRule({
  id: 'prunable-data',
  subjects: (graph) => graph.clusters.flatMap((cluster) => cluster.objects.filter(({ kind }) => holdingData.has(kind))),
  judge: (object): RuleFinding[] => {
    const options = (object.annotations[syncOptions] ?? '').split(',').map((option) => option.trim());
    const lacking = wanted.filter((option) => !options.includes(option));
    if (lacking.length === 0) return [];
    return [
      {
        place: inside(object.place, 'metadata', 'annotations', syncOptions),
        subject: subjectOf(object),
        message: `it goes when it is no longer described, with all that it holds: ${lacking.join(' and ')} is not set`,
        expected: `${syncOptions}: ${wanted.join(',')}`,
        fix: 'Set the annotation.',
      },
    ];
  },
});
