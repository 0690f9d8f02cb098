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
    'private subnets leave by the NAT gateway, public ones by the internet gateway': (output) => {
      const routes = Object.values(output.resources(workspace, 'aws_route'));
      const ways = routes.map((route) => [route['destination_cidr_block'], route['nat_gateway_id'] ?? route['gateway_id']]);
      expect(ways.every(([destination]) => destination === '0.0.0.0/0')).toBe(true);
      expect(new Set(ways.map(([, way]) => way))).toEqual(new Set(['${aws_nat_gateway.main_us_east_1a.id}', '${aws_internet_gateway.main.id}']));
    },
  },
};

function subnets(output: Parameters<Row['states'][string]>[0], tier: string) {
  const found = Object.entries(output.resources(workspace, 'aws_subnet')).filter(([id]) => id.startsWith(`main_${tier}_`));
  return found.map(([, subnet]) => [subnet['availability_zone'], subnet['cidr_block']]);
}
