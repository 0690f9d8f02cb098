import { defineAwsKind, type AwsContext } from '../../schemas/contract/kind';
import { bound, forEach, known, runtime, type OutputContext } from '../../schemas/contract/output';
import { constraints } from './constraints';
import { addEndpoints } from './endpoints';
import { readExisting } from './existing';
import { addFlowLogs } from './flow-logs';
import { cidrsOf, Input, natZones, zonesOf, type Props, type Tier } from './input';
import { metrics } from './metrics';
import { addVpc } from './resources';

/** The network that everything else stands in. */
export const network = defineAwsKind<typeof Input>({
  kind: 'network',
  summary: 'A VPC with subnets in several zones, ways out, endpoints of AWS services and flow logs.',
  creates: [
    'VPC, subnets, internet gateway, NAT gateways with their addresses, route tables and routes',
    'the VPC’s default security group without a rule',
    'gateway endpoints, and interface endpoints with their security group where they are asked for',
    'flow logs into a log group with a retention and a KMS key of its own',
    'nothing, where the VPC exists already: it is looked up and compared',
  ],
  input: Input,
  examples: {
    'two zones behind one NAT gateway': {
      input: {
        cidr: '10.0.0.0/16',
        zones: {
          'us-east-1a': { public: '10.0.1.0/24', private: '10.0.11.0/24' },
          'us-east-1b': { public: '10.0.2.0/24', private: '10.0.12.0/24' },
        },
      },
    },
    'a VPC that is there already': {
      input: {
        cidr: '10.0.0.0/16',
        zones: {
          'us-east-1a': { public: '10.0.1.0/24', private: '10.0.11.0/24' },
          'us-east-1b': { public: '10.0.2.0/24', private: '10.0.12.0/24' },
        },
        existing: {
          vpcId: 'vpc-0a1b2c3d4e5f60718',
          zones: {
            'us-east-1a': { public: 'subnet-0a1b2c3d4e5f60711', private: 'subnet-0a1b2c3d4e5f60712' },
            'us-east-1b': { public: 'subnet-0a1b2c3d4e5f60713', private: 'subnet-0a1b2c3d4e5f60714' },
          },
        },
      },
    },
    'a VPC that is there already, found by its tags, and its subnets by their addresses': {
      input: {
        cidr: '10.0.0.0/16',
        zones: {
          'us-east-1a': { public: '10.0.1.0/24', private: '10.0.11.0/24' },
          'us-east-1b': { public: '10.0.2.0/24', private: '10.0.12.0/24' },
        },
        existing: { tags: { Name: 'main' } },
      },
    },
  },
  outputs: {
    vpcId: runtime('Id of the VPC.', 'foundation', (context) => context.attribute(typeOf(context, 'vpc'), 'id')),
    cidr: known('Addresses of the VPC.', ({ props }) => props.cidr),
    zones: known('Availability zones, in order of name: the order of all lists of subnets.', ({ props }) =>
      zonesOf(props),
    ),
    publicSubnetIds: runtime('Ids of the public subnets.', 'foundation', subnetIds('public')),
    privateSubnetIds: runtime('Ids of the private subnets.', 'foundation', subnetIds('private')),
    dataSubnetIds: runtime('Ids of the data subnets, where there are any.', 'foundation', subnetIds('data')),
    publicSubnetCidrs: known('Addresses of the public subnets.', ({ props }) => cidrsOf(props, 'public')),
    privateSubnetCidrs: known('Addresses of the private subnets.', ({ props }) => cidrsOf(props, 'private')),
    dataSubnetCidrs: known('Addresses of the data subnets, where there are any.', ({ props }) =>
      filled(cidrsOf(props, 'data')),
    ),
    privateRouteTableIds: runtime('Ids of the route tables of the private subnets.', 'foundation', privateRouteTables),
    natAddresses: bound('Public addresses that the private subnets go out by.', 'foundation', ({ props, attribute }) =>
      filled(natZones(props).map((zone) => attribute('aws_eip', 'public_ip', `nat-${zone}`))),
    ),
    natGatewayId: forEach(
      natZones,
      runtime('Id of the NAT gateway of a zone.', 'foundation', ({ attribute }: OutputContext<Props>, zone: string) =>
        attribute('aws_nat_gateway', 'id', `nat-${zone}`),
      ),
    ),
    discoveryTag: known('Value of the tag `karpenter.sh/discovery` on the private subnets.', ({ self, props }) =>
      props.existing ? props.existing.discoveryTag : self.physicalName('free-text'),
    ),
    endpointCidrs: known('Addresses of interface endpoints, where there are any.', ({ props }) =>
      props.interfaceEndpoints.length > 0 && !props.existing ? cidrsOf(props, 'private') : undefined,
    ),
  },
  securityGroup: ({ self, props }) =>
    props.interfaceEndpoints.length > 0 && !props.existing
      ? { description: `Interface endpoints of ${self.nameKey}`, egress: 'none', network: self.name }
      : undefined,
  metrics,
  constraints,
  layers: { foundation },
});

function foundation(context: AwsContext<Props>): void {
  if (context.props.existing) {
    readExisting(context);
    return;
  }
  addVpc(context);
  addEndpoints(context);
  if (context.props.flowLogs.enabled) addFlowLogs(context);
}

function typeOf({ props }: OutputContext<Props>, type: string): string {
  return `${props.existing ? 'data.' : ''}aws_${type}`;
}

/** A tier that is not there has no output, rather than an empty one. */
function filled(values: string[]): string[] | undefined {
  return values.length === 0 ? undefined : values;
}

function subnetIds(tier: Tier) {
  return (context: OutputContext<Props>) =>
    filled(
      zonesOf(context.props)
        .filter((zone) => context.props.zones[zone]?.[tier] !== undefined)
        .map((zone) => context.attribute(typeOf(context, 'subnet'), 'id', `${tier}-${zone}`)),
    );
}

function privateRouteTables({ props, attribute }: OutputContext<Props>): string[] | undefined {
  const zones = zonesOf(props);
  if (!props.existing) return zones.map((zone) => attribute('aws_route_table', 'id', `private-${zone}`));
  const stated = zones.flatMap((zone) => props.existing?.zones[zone]?.privateRouteTable ?? []);
  return stated.length === zones.length ? stated : undefined;
}
