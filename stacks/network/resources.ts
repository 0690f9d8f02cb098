import { DefaultSecurityGroup } from '@cdktf/provider-aws/lib/default-security-group';
import { Eip } from '@cdktf/provider-aws/lib/eip';
import { InternetGateway } from '@cdktf/provider-aws/lib/internet-gateway';
import { NatGateway } from '@cdktf/provider-aws/lib/nat-gateway';
import { Route } from '@cdktf/provider-aws/lib/route';
import { RouteTable } from '@cdktf/provider-aws/lib/route-table';
import { RouteTableAssociation } from '@cdktf/provider-aws/lib/route-table-association';
import { Subnet } from '@cdktf/provider-aws/lib/subnet';
import { Vpc } from '@cdktf/provider-aws/lib/vpc';
import type { AwsContext } from '../../schemas/contract/kind';
import { regional } from '../facets/region';
import { cidrsOf, natZoneOf, natZones, tiers, zonesOf, type Props, type Tier } from './input';

export type Context = AwsContext<Props>;

function nameTag({ self }: Context, role?: string) {
  return { Name: self.physicalName('free-text', role) };
}

/** Tags by which the AWS Load Balancer Controller and Karpenter find subnets. */
function tierTags(context: Context, tier: Tier): Record<string, string> {
  if (tier === 'public') return { 'kubernetes.io/role/elb': '1' };
  if (tier === 'data') return {};
  return { 'kubernetes.io/role/internal-elb': '1', 'karpenter.sh/discovery': context.own('discoveryTag') };
}

/** VPC, subnets, gateways and routes. */
export function addVpc(context: Context): void {
  const { scope, props, own } = context;
  new Vpc(scope, 'this', {
    cidrBlock: props.cidr,
    enableDnsHostnames: true,
    enableDnsSupport: true,
    tags: nameTag(context),
    ...regional(context),
  });
  // Without rules: whoever forgets to name a group gets one that lets nothing through.
  new DefaultSecurityGroup(scope, 'this$default-group', {
    vpcId: own('vpcId'),
    tags: nameTag(context, 'default'),
    ...regional(context),
  });
  addSubnets(context);
  if (cidrsOf(props, 'public').length > 0) addPublicRoutes(context);
  addNatGateways(context);
  addPrivateRoutes(context);
  if (cidrsOf(props, 'data').length > 0) addDataRoutes(context);
}

function addSubnets(context: Context): void {
  const { scope, props, own } = context;
  for (const tier of tiers) {
    for (const zone of zonesOf(props)) {
      const cidrBlock = props.zones[zone]?.[tier];
      if (cidrBlock === undefined) continue;
      new Subnet(scope, `${tier}-${zone}$subnet`, {
        vpcId: own('vpcId'),
        availabilityZone: zone,
        cidrBlock,
        mapPublicIpOnLaunch: false,
        tags: { ...nameTag(context, `${tier}-${zone}`), tier, ...tierTags(context, tier) },
        ...regional(context),
      });
    }
  }
}

function addTable(context: Context, role: string): string {
  new RouteTable(context.scope, `${role}$table`, {
    vpcId: context.own('vpcId'),
    tags: nameTag(context, role),
    ...regional(context),
  });
  return context.attribute('aws_route_table', 'id', role);
}

function associate(context: Context, subnet: string, routeTableId: string): void {
  new RouteTableAssociation(context.scope, `${subnet}$association`, {
    subnetId: context.attribute('aws_subnet', 'id', subnet),
    routeTableId,
    ...regional(context),
  });
}

function addPublicRoutes(context: Context): void {
  const { scope, props, own, attribute } = context;
  new InternetGateway(scope, 'this$internet-gateway', {
    vpcId: own('vpcId'),
    tags: nameTag(context),
    ...regional(context),
  });
  const routeTableId = addTable(context, 'public');
  new Route(scope, 'public$route', {
    routeTableId,
    destinationCidrBlock: '0.0.0.0/0',
    gatewayId: attribute('aws_internet_gateway', 'id'),
    ...regional(context),
  });
  for (const zone of zonesOf(props)) associate(context, `public-${zone}`, routeTableId);
}

function addNatGateways(context: Context): void {
  const { scope, props, attribute } = context;
  for (const zone of natZones(props)) {
    new Eip(scope, `nat-${zone}$address`, {
      domain: 'vpc',
      tags: nameTag(context, `nat-${zone}`),
      ...regional(context),
    });
    new NatGateway(scope, `nat-${zone}$gateway`, {
      subnetId: attribute('aws_subnet', 'id', `public-${zone}`),
      allocationId: attribute('aws_eip', 'id', `nat-${zone}`),
      connectivityType: 'public',
      tags: nameTag(context, `nat-${zone}`),
      // A gateway that comes before the way to the internet fails to start.
      dependsOn: [{ fqn: `aws_internet_gateway.${context.self.id}` }],
      ...regional(context),
    });
  }
}

/** A table for each zone, whichever way out it has: changing `natGateways` then changes routes alone. */
function addPrivateRoutes(context: Context): void {
  const { scope, props, attribute } = context;
  for (const zone of zonesOf(props)) {
    const routeTableId = addTable(context, `private-${zone}`);
    associate(context, `private-${zone}`, routeTableId);
    const natZone = natZoneOf(props, zone);
    if (natZone === undefined) continue;
    new Route(scope, `private-${zone}$route`, {
      routeTableId,
      destinationCidrBlock: '0.0.0.0/0',
      natGatewayId: attribute('aws_nat_gateway', 'id', `nat-${natZone}`),
      ...regional(context),
    });
  }
}

/** No route but the VPC's own. */
function addDataRoutes(context: Context): void {
  const routeTableId = addTable(context, 'data');
  for (const zone of zonesOf(context.props)) associate(context, `data-${zone}`, routeTableId);
}
