import { inside } from '../schemas/graph/place';
import type { TerraformGraph, TerraformResource } from '../schemas/graph/terraform';
import { groupBy } from '../schemas/primitives/group-by';
import { defineRule } from './rule';

/** Arguments by which Route 53 chooses among records of one name. */
const routings = ['failover_routing_policy', 'weighted_routing_policy', 'latency_routing_policy'];

/** Records of one name in one zone, of whatever workspace, live beside each other: Route 53 refuses what can't. */
export const rule = defineRule({
  id: 'conflicting-records',
  subjects: ({ terraform }) =>
    groupBy(terraform.ofType('aws_route53_record'), (record) => keyOf(record, terraform)).values(),
  judge: (records) =>
    records.flatMap((record, index) => {
      const [conflict] = records.slice(0, index).flatMap((earlier) => {
        const found = conflictOf(record, earlier);
        return found === undefined ? [] : [{ earlier, found }];
      });
      if (!conflict) return [];
      const { earlier, found } = conflict;
      return [
        {
          place: inside(record.place, 'name'),
          subject: record.address,
          message: `${found}, and ${earlier.address} in ${earlier.workspace} has that name`,
          expected:
            'one record of a name and type, or several that are all chosen by failover or all by weight; a CNAME alone',
          fix: 'Describe the name once, or state failover or weight on each.',
          related: [{ place: inside(earlier.place, 'name'), message: 'the other one' }],
        },
      ];
    }),
});

/** Zone and name; nothing of a record that takes the place of another (`allow_overwrite`), as proofs of certificates do. */
function keyOf({ body, workspace }: TerraformResource, terraform: TerraformGraph): string | undefined {
  const zone = terraform.identity(body['zone_id'], workspace);
  const name = terraform.identity(body['name'], workspace);
  if (zone === undefined || name === undefined || body['allow_overwrite'] === true) return undefined;
  return `${zone} ${name.replace(/\.$/, '').toLowerCase()}`;
}

/** @see https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/resource-record-sets-values-shared.html */
function conflictOf({ body: one }: TerraformResource, { body: other }: TerraformResource): string | undefined {
  if (one['type'] !== other['type'])
    return [one['type'], other['type']].includes('CNAME') ? 'a CNAME stands beside no other record' : undefined;
  const [routing, beside] = [routingOf(one), routingOf(other)];
  if (routing !== beside) return 'records of a name and type are all chosen in one way';
  if (routing === undefined) return 'there is one record of a name and type';
  if (one['set_identifier'] === other['set_identifier']) return 'each of several records has an identifier of its own';
  return routing === 'failover_routing_policy' && JSON.stringify(one[routing]) === JSON.stringify(other[routing])
    ? 'of two records one is the primary and one the secondary'
    : undefined;
}

function routingOf(body: TerraformResource['body']): string | undefined {
  return routings.find((argument) => body[argument] !== undefined);
}
