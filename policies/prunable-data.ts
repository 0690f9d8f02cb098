import { subjectOf, type KubernetesObject } from '../schemas/graph/objects';
import { below, inside } from '../schemas/graph/place';
import { selectTexts } from '../schemas/graph/values';
import { defineRule, type RuleFinding } from './rule';

const syncOptions = 'argocd.argoproj.io/sync-options';

/** Kinds whose deletion deletes data, or all that is of their kind. */
const holdingData: ReadonlySet<string> = new Set([
  'CustomResourceDefinition',
  'Namespace',
  'PersistentVolume',
  'PersistentVolumeClaim',
  'VolumeSnapshot',
  'VolumeSnapshotContent',
]);

/** @see https://argo-cd.readthedocs.io/en/stable/user-guide/sync-options/ */
const wanted = ['Prune=false', 'Delete=false'];

/** Fields that let Kubernetes delete data with the object that claimed it, by kind. */
const deleting: Readonly<Record<string, readonly string[]>> = {
  PersistentVolume: ['/spec/persistentVolumeReclaimPolicy'],
  // @see https://kubernetes.io/docs/concepts/workloads/controllers/statefulset/#persistentvolumeclaim-retention
  StatefulSet: [
    '/spec/persistentVolumeClaimRetentionPolicy/whenDeleted',
    '/spec/persistentVolumeClaimRetentionPolicy/whenScaled',
  ],
  VolumeSnapshotClass: ['/deletionPolicy'],
  VolumeSnapshotContent: ['/spec/deletionPolicy'],
};

/** Neither Argo CD nor Kubernetes itself deletes what holds data. */
export const rule = defineRule({
  id: 'prunable-data',
  subjects: (graph) =>
    graph.clusters.flatMap((cluster) =>
      cluster.objects.filter(({ kind }) => holdingData.has(kind) || deleting[kind] !== undefined),
    ),
  judge: (object) => [...(holdingData.has(object.kind) ? prunable(object) : []), ...deleted(object)],
});

function deleted(object: KubernetesObject): RuleFinding[] {
  return (deleting[object.kind] ?? []).flatMap((path) =>
    selectTexts(object.body, path)
      .filter(({ text }) => text === 'Delete')
      .map(({ pointer }) => ({
        place: below(object.place, pointer),
        subject: subjectOf(object),
        message: 'the data is deleted with the object that claimed it',
        expected: 'Retain',
        fix: 'Set Retain.',
      })),
  );
}

function prunable(object: KubernetesObject): RuleFinding[] {
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
}
