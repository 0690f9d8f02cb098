import type { JsonObject } from '../../schemas/primitives/artifact';
import { eachSize, foundation, groups, layers, subnetsOf, zones, type Size } from './accunode';
import type { OutputTree } from './output-tree';
import type { Row } from './row';
import { at, list, pick, sorted } from './values';

const everyone = '0.0.0.0/0';
const tiers = { public: [1, 2], private: [11, 12], data: [21, 22] } as const;
/** Who reaches whom, on which port. */
const paths = [
  ['alb', 'api', 8000],
  ['api', 'cache', 6379],
  ['api', 'db', 5432],
  ['worker', 'cache', 6379],
  ['worker', 'db', 5432],
] as const;

export const an01: Row = {
  id: 'AN-01',
  title: 'VPC in us-east-1 with public and private subnets in two zones, narrow security groups and one NAT gateway',
  states: {
    'the VPC of each size has the block 10.0.0.0/16, in us-east-1': (output) => {
      eachSize((_, workspace) => {
        const vpcs = Object.values(output.resources(workspace('foundation'), 'aws_vpc'));
        expect(vpcs.map((vpc) => vpc['cidr_block'])).toEqual(['10.0.0.0/16']);
        const providers = output.file(`workspaces/${workspace('foundation')}/_workspace.tf.json`)['provider'];
        expect(list(at(providers, 'aws')).map((provider) => at(provider, 'region'))).toEqual(['us-east-1']);
      });
    },
    'public subnets are 10.0.1.0/24 and 10.0.2.0/24, private ones 10.0.11.0/24 and 10.0.12.0/24, those of the data 10.0.21.0/24 and 10.0.22.0/24, in two zones':
      (output) => {
        eachSize((_, workspace) => {
          const subnets = output.resources(workspace('foundation'), 'aws_subnet');
          const found = Object.entries(subnets).map(([id, subnet]) => [
            id,
            pick(subnet, ['availability_zone', 'cidr_block']),
          ]);
          expect(sorted(found)).toEqual(sorted(Object.entries(tiers).flatMap(subnetsExpected)));
        });
      },
    'one NAT gateway, in the first public subnet, lets the private ones out; public ones have the internet gateway, those of the data no way out':
      (output) => {
        eachSize((_, workspace) => {
          const gateways = Object.values(output.resources(workspace('foundation'), 'aws_nat_gateway'));
          expect(gateways.map((each) => pick(each, ['subnet_id', 'connectivity_type']))).toEqual([
            { subnet_id: '${aws_subnet.main_public_us_east_1a.id}', connectivity_type: 'public' },
          ]);
          expect(sorted(Object.values(output.resources(workspace('foundation'), 'aws_route')))).toEqual(sorted(routes));
          const tables = output.resources(workspace('foundation'), 'aws_route_table_association');
          expect(sorted(Object.values(tables))).toEqual(sorted(associations()));
        });
      },
    'load balancer, API, workers, database and cache have a security group each': (output) => {
      eachSize((size, workspace) => {
        const found = Object.values(output.resources(workspace('foundation'), 'aws_security_group'));
        expect(sorted(found.map((each) => pick(each, ['name', 'vpc_id'])))).toEqual(
          sorted(
            ['alb', 'api', 'cache', 'db', 'worker'].map((name) => ({
              name: `accunode-${size.name}-${name}`,
              vpc_id: '${aws_vpc.main.id}',
            })),
          ),
        );
      });
    },
    'everyone reaches the load balancer on 80 and 443, it the API, API and workers database and cache, and nobody anything else':
      (output) => {
        eachSize((size) => {
          expect(sorted(rulesOf(output, size, 'ingress'))).toEqual(
            sorted([
              ...[80, 443].map((port) => rule('${aws_security_group.alb.id}', { cidr_ipv4: everyone }, port)),
              ...paths.map(([from, to, port]) =>
                rule(groupOf(to), { referenced_security_group_id: groupOf(from) }, port),
              ),
            ]),
          );
        });
      },
    'API and workers go out on 443 alone, beside database and cache': (output) => {
      eachSize((size) => {
        expect(sorted(rulesOf(output, size, 'egress'))).toEqual(
          sorted([
            ...['api', 'worker'].map((name) => rule(`\${aws_security_group.${name}.id}`, { cidr_ipv4: everyone }, 443)),
            ...paths.map(([from, to, port]) =>
              rule(groupOf(from), { referenced_security_group_id: groupOf(to) }, port),
            ),
          ]),
        );
      });
    },
    'instances stand in the private subnets, without a public address': (output) => {
      eachSize((_, workspace) => {
        for (const id of groups) {
          const [network, ...others] = list(
            output.resource(workspace('platform'), 'aws_launch_template', id)['network_interfaces'],
          );
          expect(others).toEqual([]);
          expect(pick(network, ['associate_public_ip_address', 'security_groups'])).toEqual({
            associate_public_ip_address: 'false',
            security_groups: [groupOf(id.replace(/_.*/, ''))],
          });
          const group = output.resource(workspace('platform'), 'aws_autoscaling_group', id);
          expect(group['vpc_zone_identifier']).toEqual(subnetsOf('private'));
        }
      });
    },
    'no subnet gives what starts in it a public address': (output) => {
      eachSize((_, workspace) => {
        const subnets = Object.values(output.resources(workspace('foundation'), 'aws_subnet'));
        expect(subnets.map((subnet) => subnet['map_public_ip_on_launch'])).toEqual(subnets.map(() => false));
        expect(subnets).toHaveLength(6);
      });
    },
    'database and cache stand in the subnets without a way out, and the database has no public address': (output) => {
      eachSize((_, workspace) => {
        const database = output.resource(workspace('data'), 'aws_db_instance', 'db');
        expect(pick(database, ['publicly_accessible', 'vpc_security_group_ids'])).toEqual({
          publicly_accessible: false,
          vpc_security_group_ids: [groupOf('db')],
        });
        const cache = output.resource(workspace('data'), 'aws_elasticache_replication_group', 'cache');
        expect(cache['security_group_ids']).toEqual([groupOf('cache')]);
      });
    },
  },
};

function subnetsExpected([tier, numbers]: [string, readonly number[]]) {
  return zones.map((zone, index) => [
    `main_${tier}_${zone.replaceAll('-', '_')}`,
    { availability_zone: zone, cidr_block: `10.0.${numbers[index] ?? ''}.0/24` },
  ]);
}

const routes = [
  ...['a', 'b'].map((zone) => ({
    destination_cidr_block: everyone,
    nat_gateway_id: '${aws_nat_gateway.main_nat_us_east_1a.id}',
    route_table_id: `\${aws_route_table.main_private_us_east_1${zone}.id}`,
  })),
  {
    destination_cidr_block: everyone,
    gateway_id: '${aws_internet_gateway.main.id}',
    route_table_id: '${aws_route_table.main_public.id}',
  },
];

function associations() {
  return ['a', 'b'].flatMap((zone) =>
    [`public`, `private_us_east_1${zone}`, 'data'].map((table) => ({
      route_table_id: `\${aws_route_table.main_${table}.id}`,
      subnet_id: `\${aws_subnet.main_${table.replace(/_.*/, '')}_us_east_1${zone}.id}`,
    })),
  );
}

function groupOf(name: string): string {
  return foundation(`${name}_security_group_id`);
}

function rule(group: string, other: JsonObject, port: number) {
  return {
    from_port: port,
    ip_protocol: 'tcp',
    ...other,
    security_group_id: group,
    to_port: port,
  };
}

const ruleFields = [
  'from_port',
  'ip_protocol',
  'cidr_ipv4',
  'referenced_security_group_id',
  'security_group_id',
  'to_port',
];

function rulesOf(output: OutputTree, { name }: Size, way: 'ingress' | 'egress') {
  return layers.flatMap((layer) =>
    Object.values(output.resources(`accunode-${name}-${layer}`, `aws_vpc_security_group_${way}_rule`)).map((each) =>
      Object.fromEntries(Object.entries(pick(each, ruleFields)).filter(([, value]) => value !== undefined)),
    ),
  );
}
