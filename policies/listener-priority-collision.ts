import { inside } from '../schemas/graph/place';
import type { TerraformResource } from '../schemas/graph/terraform';
import { defineRule } from './rule';

/** Rules of one listener, of whatever workspace, have priorities of their own: AWS refuses the second of a number. */
export const rule = defineRule({
  id: 'listener-priority-collision',
  subjects: ({ terraform }) => {
    const same = new Map<string, TerraformResource[]>();
    for (const resource of terraform.ofType('aws_lb_listener_rule')) {
      const listener = terraform.identity(resource.body['listener_arn'], resource.workspace);
      const priority = terraform.identity(resource.body['priority'], resource.workspace);
      if (listener === undefined || priority === undefined) continue;
      const list = same.get(`${listener} ${priority}`);
      if (list) list.push(resource);
      else same.set(`${listener} ${priority}`, [resource]);
    }
    return same.values();
  },
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
