import type { OutputTree } from './output-tree';
import { allMade, made, workspaceOf, zones } from './profit-sentinel';
import type { Row } from './row';
import { at, pick, text } from './values';

const subnets = {
  main_public_us_east_1a: ['us-east-1a', '10.0.0.0/24'],
  main_public_us_east_1b: ['us-east-1b', '10.0.1.0/24'],
  main_private_us_east_1a: ['us-east-1a', '10.0.2.0/24'],
  main_private_us_east_1b: ['us-east-1b', '10.0.3.0/24'],
} as const;

export const ps01: Row = {
  id: 'PS-01',
  title: 'VPC 10.0.0.0/16 in us-east-1 with two public and two private subnets, ways out and flow logs',
  states: {
    'the VPC is 10.0.0.0/16, in us-east-1 of one account': (output) => {
      expect(made(output, 'foundation', 'aws_vpc.main')['cidr_block']).toBe('10.0.0.0/16');
      const file = output.file(`workspaces/${workspaceOf('foundation')}/_workspace.tf.json`);
      const provider = at(file, 'provider', 'aws', 0);
      expect([at(provider, 'region'), at(provider, 'allowed_account_ids', 0)]).toEqual(['us-east-1', '222233334444']);
    },
    'two zones have a public and a private subnet each, at the addresses of the document': (output) => {
      const found = allMade(output, 'foundation', 'aws_subnet');
      expect(
        Object.keys(found)
          .filter((id) => id.startsWith('main_'))
          .sort(),
      ).toEqual(Object.keys(subnets).sort());
      for (const [id, [zone, cidr]] of Object.entries(subnets))
        expect(pick(found[id], ['availability_zone', 'cidr_block', 'map_public_ip_on_launch', 'vpc_id'])).toEqual({
          availability_zone: zone,
          cidr_block: cidr,
          map_public_ip_on_launch: false,
          vpc_id: '${aws_vpc.main.id}',
        });
    },
    'public subnets go out by the internet gateway': (output) => {
      expect(made(output, 'foundation', 'aws_internet_gateway.main')['vpc_id']).toBe('${aws_vpc.main.id}');
      expect(made(output, 'foundation', 'aws_route.main_public')).toEqual({
        destination_cidr_block: '0.0.0.0/0',
        gateway_id: '${aws_internet_gateway.main.id}',
        route_table_id: '${aws_route_table.main_public.id}',
      });
      for (const zone of zones) expect(tableOf(output, `main_public_${zone}`)).toBe('main_public');
    },
    'each private subnet goes out by a NAT gateway in the public subnet of its own zone': (output) => {
      for (const zone of zones) {
        const nat = made(output, 'foundation', `aws_nat_gateway.main_nat_${zone}`);
        expect(pick(nat, ['allocation_id', 'subnet_id'])).toEqual({
          allocation_id: `\${aws_eip.main_nat_${zone}.id}`,
          subnet_id: `\${aws_subnet.main_public_${zone}.id}`,
        });
        expect(made(output, 'foundation', `aws_eip.main_nat_${zone}`)['domain']).toBe('vpc');
        expect(made(output, 'foundation', `aws_route.main_private_${zone}`)).toEqual({
          destination_cidr_block: '0.0.0.0/0',
          nat_gateway_id: `\${aws_nat_gateway.main_nat_${zone}.id}`,
          route_table_id: `\${aws_route_table.main_private_${zone}.id}`,
        });
        expect(tableOf(output, `main_private_${zone}`)).toBe(`main_private_${zone}`);
      }
    },
    'every connection is recorded in an encrypted log group, for 90 days': (output) => {
      const log = made(output, 'foundation', 'aws_flow_log.main');
      expect(pick(log, ['vpc_id', 'traffic_type', 'log_destination_type', 'log_destination'])).toEqual({
        vpc_id: '${aws_vpc.main.id}',
        traffic_type: 'ALL',
        log_destination_type: 'cloud-watch-logs',
        log_destination: '${aws_cloudwatch_log_group.main_flow_logs.arn}',
      });
      const group = made(output, 'foundation', 'aws_cloudwatch_log_group.main_flow_logs');
      expect(pick(group, ['kms_key_id', 'retention_in_days'])).toEqual({
        kms_key_id: '${aws_kms_key.main_flow_logs.arn}',
        retention_in_days: 90,
      });
    },
  },
};

/** Route table of a subnet, by its id. */
function tableOf(output: OutputTree, subnet: string): string | undefined {
  const association = made(output, 'foundation', `aws_route_table_association.${subnet}`);
  expect(association['subnet_id']).toBe(`\${aws_subnet.${subnet}.id}`);
  return /^\$\{aws_route_table\.(\w+)\.id\}$/.exec(text(association['route_table_id']))?.[1];
}
