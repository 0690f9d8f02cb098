import { inside } from '../schemas/graph/place';
import { groupBy } from '../schemas/primitives/group-by';
import { defineRule } from './rule';

/** Rules of one listener, of whatever workspace, have priorities of their own: AWS refuses the second of a number. */
export const rule = defineRule({
  id: 'listener-priority-collision',
  subjects: ({ terraform }) =>
    groupBy(terraform.ofType('aws_lb_listener_rule'), ({ body, workspace }) => {
      const listener = terraform.identity(body['listener_arn'], workspace);
      const priority = terraform.identity(body['priority'], workspace);
      return listener === undefined || priority === undefined ? undefined : `${listener} ${priority}`;
    }).values(),
  judge: ([first, ...others], { terraform }) =>
    others.map((other) => ({
      place: inside(other.place, 'priority'),
      subject: other.address,
      message: `priority ${terraform.identity(other.body['priority'], other.workspace) ?? ''} of its listener is that of ${first?.address ?? ''} in ${first?.workspace ?? ''}`,
      expected: 'a number from 1 to 50000 that no other rule of the listener has',
      fix: 'State another priority.',
      related: first ? [{ place: inside(first.place, 'priority'), message: 'the other one' }] : [],
    })),
});
