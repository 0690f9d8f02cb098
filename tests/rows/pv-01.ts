import type { Row } from './row';

const workspace = 'pingvas-shared-foundation';
const zones = ['us-east-1a', 'us-east-1b', 'us-east-1c'];

export const pv01: Row = {
  id: 'PV-01',
  title: 'VPC with public and private subnets in three zones and one NAT gateway',
  states: {
    'the VPC has the block 10.0.0.0/16': (output) => {
      expect(output.resource(workspace, 'aws_vpc', 'main')['cidr_block']).toBe('10.0.0.0/16');
    },
    'public subnets are 10.0.1.0/24 to 10.0.3.0/24, one a zone': (output) => {
      expect(subnets(output, 'public')).toEqual(zones.map((zone, index) => [zone, `10.0.${index + 1}.0/24`]));
    },
    'private subnets are 10.0.11.0/24 to 10.0.13.0/24, one a zone': (output) => {
      expect(subnets(output, 'private')).toEqual(zones.map((zone, index) => [zone, `10.0.${index + 11}.0/24`]));
    },
    'one NAT gateway stands in the public subnet of the first zone': (output) => {
      const gateways = Object.values(output.resources(workspace, 'aws_nat_gateway'));
      expect(gateways.map((gateway) => gateway['subnet_id'])).toEqual(['${aws_subnet.main_public_us_east_1a.id}']);
    },
    'each private subnet leaves by the NAT gateway, each public one by the internet gateway': (output) => {
      expect(waysOut(output, 'private')).toEqual(
        zones.map((zone) => [zone, ...way('nat', '${aws_nat_gateway.main_nat_us_east_1a.id}')]),
      );
      expect(waysOut(output, 'public')).toEqual(
        zones.map((zone) => [zone, ...way('internet', '${aws_internet_gateway.main.id}')]),
      );
    },
  },
};

function subnets(output: Parameters<Row['states'][string]>[0], tier: string) {
  const found = Object.entries(output.resources(workspace, 'aws_subnet')).filter(([id]) =>
    id.startsWith(`main_${tier}_`),
  );
  return found.map(([, subnet]) => [subnet['availability_zone'], subnet['cidr_block']]);
}

function way(kind: 'nat' | 'internet', gateway: string) {
  return ['0.0.0.0/0', ...(kind === 'nat' ? [gateway, undefined] : [undefined, gateway])];
}

/** Zone of each subnet of a tier, and what its route table's routes lead to. */
function waysOut(output: Parameters<Row['states'][string]>[0], tier: string) {
  const routes = Object.values(output.resources(workspace, 'aws_route'));
  return Object.entries(output.resources(workspace, 'aws_route_table_association'))
    .filter(([id]) => id.startsWith(`main_${tier}_`))
    .flatMap(([, { subnet_id: subnet, route_table_id: table }]) => {
      const zone = zones.find((each) => subnet === `\${aws_subnet.main_${tier}_${each.replaceAll('-', '_')}.id}`);
      return routes
        .filter((route) => route['route_table_id'] === table)
        .map((route) => [zone, route['destination_cidr_block'], route['nat_gateway_id'], route['gateway_id']]);
    });
}
