import { subjectOf } from '../schemas/graph/objects';
import { below } from '../schemas/graph/place';
import { valueAt } from '../schemas/graph/values';
import { defineRule } from './rule';
import { scalersIn, targetOf } from './support/scalers';

/** A workload whose replicas a scaler rules states none: each sync would set them back. */
export const rule = defineRule({
  id: 'replicas-beside-scaler',
  subjects: (graph) => scalersIn(graph).filter(({ scales }) => scales === 'replicas'),
  judge: (scaler) => {
    const target = targetOf(scaler);
    if (!target || valueAt(target.body, '/spec/replicas') === undefined) return [];
    return [
      {
        place: below(target.place, '/spec/replicas'),
        subject: subjectOf(target),
        message: `it states replicas, and ${subjectOf(scaler.reference.from)} scales it: every sync sets them back`,
        fix: 'Take replicas out.',
        related: [{ place: scaler.reference.place, message: 'the scaler' }],
      },
    ];
  },
});
