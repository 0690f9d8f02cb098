import { inside } from '../schemas/graph/place';
import type { TerraformGraph, TerraformResource } from '../schemas/graph/terraform';
import { groupBy } from '../schemas/primitives/group-by';
import { defineRule } from './rule';

const types = ['aws_vpc_security_group_ingress_rule', 'aws_vpc_security_group_egress_rule'];
const peers = ['referenced_security_group_id', 'cidr_ipv4', 'cidr_ipv6', 'prefix_list_id'];

/** A rule of a security group is made once, across all workspaces: AWS refuses the second one. */
export const rule = defineRule({
  id: 'duplicate-security-group-rule',
  subjects: ({ terraform }) =>
    groupBy(
      types.flatMap((type) => terraform.ofType(type)),
      (resource) => keyOf(resource, terraform),
    ).values(),
  judge: ([first, ...others]) =>
    others.map((other) => ({
      place: inside(other.place, 'security_group_id'),
      subject: other.address,
      message: `the rule stands in ${first?.workspace ?? ''} already, as ${first?.address ?? ''}: AWS refuses a second one of the same group, peer and ports`,
      fix: 'Describe the path once.',
      related: first ? [{ place: first.place, message: 'the first one' }] : [],
    })),
});

/** What AWS tells rules apart by; nothing where a part is not known. @see https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_AuthorizeSecurityGroupIngress.html */
function keyOf({ type, body, workspace }: TerraformResource, terraform: TerraformGraph): string | undefined {
  const peer = peers.find((argument) => body[argument] !== undefined);
  const parts = ['security_group_id', 'ip_protocol', ...(peer === undefined ? [] : [peer])].map((argument) =>
    terraform.identity(body[argument], workspace),
  );
  if (peer === undefined || parts.includes(undefined)) return undefined;
  const ports = ['from_port', 'to_port'].map((argument) => terraform.identity(body[argument], workspace) ?? '');
  return [type, peer, ...parts, ...ports].join(' ');
}
