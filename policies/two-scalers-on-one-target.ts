import { subjectOf } from '../schemas/graph/objects';
import { groupBy } from '../schemas/primitives/group-by';
import { defineRule } from './rule';
import { goesByRequests, scalersIn, targetKey, type Scaler } from './support/scalers';

/** One workload has one scaler of its replicas, and one of its requests where the two do not work against each other. */
export const rule = defineRule({
  id: 'two-scalers-on-one-target',
  subjects: (graph) => groupBy(scalersIn(graph), (scaler) => `${scaler.cluster.name}/${targetKey(scaler)}`).values(),
  judge: ([first, ...others]) => {
    if (!first) return [];
    return others.flatMap((other) => {
      if (other.scales !== first.scales && !fight(first, other)) return [];
      const what = other.scales === first.scales ? other.scales : 'requests that the other goes by';
      return [
        {
          place: other.reference.place,
          subject: subjectOf(other.reference.from),
          message: `it scales ${other.reference.kind} ${other.reference.name}, and so does ${subjectOf(first.reference.from)}: both change its ${what}`,
          fix: 'Keep one of the two.',
          related: [{ place: first.reference.place, message: 'the other scaler' }],
        },
      ];
    });
  },
});

/** A VPA changes the requests that a horizontal scaler measures use by. @see https://kubernetes.io/docs/concepts/workloads/autoscaling/vertical-pod-autoscale/ */
function fight(a: Scaler, b: Scaler): boolean {
  return [a, b].some(({ scales, reference }) => scales === 'replicas' && goesByRequests(reference.from));
}
