import type { ClusterGraph } from '../schemas/graph/cluster';
import { subjectOf, type KubernetesObject } from '../schemas/graph/objects';
import { below } from '../schemas/graph/place';
import type { Reference } from '../schemas/graph/references';
import { matches, selectorText } from '../schemas/graph/selectors';
import { valueAt } from '../schemas/graph/values';
import { defineRule } from './rule';
import { judgeReference, referencesIn } from './support/missing';

type Subject =
  | { readonly cluster: ClusterGraph; readonly reference: Reference }
  | { readonly cluster: ClusterGraph; readonly budget: KubernetesObject };

/** What scalers scale is there, and disruption budgets are about pods that exist. */
export const rule = defineRule<Subject>({
  id: 'missing-scale-target',
  subjects: (graph) => [
    ...referencesIn(graph, 'scale-target'),
    ...graph.clusters.flatMap((cluster) =>
      cluster.ofKind('PodDisruptionBudget').map((budget) => ({ cluster, budget })),
    ),
  ],
  judge: (subject, graph) => {
    if ('reference' in subject) return judgeReference(subject, graph, 'Name the workload that it scales.');
    const { cluster, budget } = subject;
    const selector = valueAt(budget.body, '/spec/selector');
    const found = cluster.templates.some(
      ({ namespace, labels }) => namespace === budget.namespace && matches(labels, selector),
    );
    if (found || cluster.hasUnseenPods(budget.namespace)) return [];
    return [
      {
        place: below(budget.place, '/spec/selector'),
        subject: subjectOf(budget),
        message: `its selector (${selectorText(selector)}) matches no pod: it protects nothing`,
        fix: 'Give the selector the labels of the pods.',
      },
    ];
  },
});
