import type { JsonObject } from '../../schemas/primitives/artifact';
import type { OutputTree } from './output-tree';
import { allMade } from './profit-sentinel';
import type { Row } from './row';
import { pick } from './values';

type Way = 'ingress' | 'egress';
const layers = ['foundation', 'platform'] as const;
const groups = ['alb', 'gpu_api', 'database', 'database_copy_recovery'];

export const ps11: Row = {
  id: 'PS-11',
  title: 'Load balancer to instances to database, instances out to 443, and no other path',
  states: {
    'there is a security group for each of the three, and one for the copy of the database': (output) => {
      expect(Object.keys(allMade(output, 'foundation', 'aws_security_group')).sort()).toEqual([...groups].sort());
    },
    'everyone reaches the load balancer on 443, and on 80, which redirects': (output) => {
      expect(rules(output, 'ingress', 'alb')).toEqual(
        [80, 443].map((port) => ({ ...tcp(port), cidr_ipv4: '0.0.0.0/0' })),
      );
    },
    'the load balancer reaches port 8000 of the instances, and nothing else': (output) => {
      expect(rules(output, 'egress', 'alb')).toEqual([{ ...tcp(8000), to: 'gpu_api' }]);
      expect(rules(output, 'ingress', 'gpu_api')).toEqual([{ ...tcp(8000), to: 'alb' }]);
    },
    'instances reach port 443 outside and port 5432 of the database, and nothing else': (output) => {
      expect(rules(output, 'egress', 'gpu_api')).toEqual([
        { ...tcp(443), cidr_ipv4: '0.0.0.0/0' },
        { ...tcp(5432), to: 'database' },
      ]);
    },
    'only instances reach the database, which reaches nothing': (output) => {
      expect(rules(output, 'ingress', 'database')).toEqual([{ ...tcp(5432), to: 'gpu_api' }]);
      expect(rules(output, 'egress', 'database')).toEqual([]);
    },
    'nothing reaches the copy until the region is lost': (output) => {
      for (const way of ['ingress', 'egress'] as const)
        expect(rules(output, way, 'database_copy_recovery')).toEqual([]);
    },
  },
};

function tcp(port: number) {
  return { ip_protocol: 'tcp', from_port: port, to_port: port };
}

/** Group that an expression of either layer means. */
function groupOf(expression: unknown): string {
  const [, own, exported] =
    /^\$\{(?:aws_security_group\.(\w+)\.id|data\.terraform_remote_state\.foundation\.outputs\.(\w+)_security_group_id)\}$/.exec(
      String(expression),
    ) ?? [];
  return own ?? exported ?? String(expression);
}

/** Rules of a group, by port. */
function rules(output: OutputTree, way: Way, group: string): unknown[] {
  const found = layers
    .flatMap((layer) => Object.values(allMade(output, layer, `aws_vpc_security_group_${way}_rule`)))
    .filter((rule) => output.seek(() => groupOf(rule['security_group_id']) === group));
  const port = (rule: JsonObject): number => output.seek(() => Number(rule['from_port']));
  return found
    .sort((a, b) => port(a) - port(b))
    .map((rule) => {
      expect(groupOf(rule['security_group_id'])).toBe(group);
      const other = 'referenced_security_group_id' in rule ? { to: groupOf(rule['referenced_security_group_id']) } : {};
      const open = 'cidr_ipv4' in rule ? { cidr_ipv4: rule['cidr_ipv4'] } : {};
      return { ...pick(rule, ['ip_protocol', 'from_port', 'to_port']), ...other, ...open };
    });
}
