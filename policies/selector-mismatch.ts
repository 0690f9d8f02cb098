import type { ClusterGraph } from '../schemas/graph/cluster';
import { subjectOf, type KubernetesObject } from '../schemas/graph/objects';
import { below } from '../schemas/graph/place';
import type { PodTemplate } from '../schemas/graph/pod-templates';
import { matches, selectorText } from '../schemas/graph/selectors';
import { valueAt } from '../schemas/graph/values';
import { defineRule } from './rule';
import { podsBehind } from './support/services';

type Subject =
  { readonly template: PodTemplate } | { readonly cluster: ClusterGraph; readonly service: KubernetesObject };

/** Workloads select the pods that they make, and Services select pods that are there. */
export const rule = defineRule<Subject>({
  id: 'selector-mismatch',
  subjects: (graph) =>
    graph.clusters.flatMap((cluster): Subject[] => [
      ...cluster.templates.filter(({ owner }) => selecting.has(owner.kind)).map((template) => ({ template })),
      ...cluster
        .ofKind('Service')
        .filter((service) => podsBehind(service, cluster) !== undefined)
        .map((service) => ({ cluster, service })),
    ]),
  judge: (subject) => ('template' in subject ? ownPods(subject.template) : servedPods(subject)),
});

/** Kinds whose selector has to match their own template. Jobs are given theirs. */
const selecting: ReadonlySet<string> = new Set(['Deployment', 'StatefulSet', 'DaemonSet', 'ReplicaSet']);

function ownPods({ owner, labels }: PodTemplate) {
  const selector = valueAt(owner.body, '/spec/selector');
  if (selector === undefined || matches(labels, selector)) return [];
  return [
    {
      place: below(owner.place, '/spec/selector'),
      subject: subjectOf(owner),
      message: `its selector (${selectorText(selector)}) does not match the labels of its own pods`,
      expected: selectorText({ matchLabels: { ...labels } }),
      fix: 'Give pods and selector the same labels.',
    },
  ];
}

function servedPods({ cluster, service }: { readonly cluster: ClusterGraph; readonly service: KubernetesObject }) {
  if (podsBehind(service, cluster)?.length !== 0 || cluster.hasUnseenPods(service.namespace)) return [];
  const selector = valueAt(service.body, '/spec/selector') ?? {};
  return [
    {
      place: below(service.place, '/spec/selector'),
      subject: subjectOf(service),
      message: `its selector (${selectorText({ matchLabels: selector })}) matches no pod: it sends nowhere`,
      fix: 'Give the selector the labels of the pods.',
    },
  ];
}
