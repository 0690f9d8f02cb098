import { VpcEndpoint } from '@cdktf/provider-aws/lib/vpc-endpoint';
import { VpcSecurityGroupIngressRule } from '@cdktf/provider-aws/lib/vpc-security-group-ingress-rule';
import { cidrsOf, zonesOf } from './input';
import { regional, regionOf } from '../facets/region';
import type { Context } from './resources';

/** Ways to AWS services that stay inside the VPC. */
export function addEndpoints(context: Context): void {
  addGatewayEndpoints(context);
  if (context.props.interfaceEndpoints.length > 0) addInterfaceEndpoints(context);
}

function serviceName({ props, settings }: Context, service: string): string {
  return `com.amazonaws.${regionOf(settings, props.region)}.${service}`;
}

function addGatewayEndpoints(context: Context): void {
  const { scope, self, props, own, attribute } = context;
  const roles = [
    ...(cidrsOf(props, 'public').length > 0 ? ['public'] : []),
    ...zonesOf(props).map((zone) => `private-${zone}`),
    ...(cidrsOf(props, 'data').length > 0 ? ['data'] : []),
  ];
  for (const service of props.gatewayEndpoints) {
    new VpcEndpoint(scope, `endpoint-${service}`, {
      vpcId: own('vpcId'),
      vpcEndpointType: 'Gateway',
      serviceName: serviceName(context, service),
      routeTableIds: roles.map((role) => attribute('aws_route_table', 'id', role)),
      tags: { Name: self.physicalName('free-text', service) },
      ...regional(context),
    });
  }
}

function addInterfaceEndpoints(context: Context): void {
  const { scope, self, props, own, ownList } = context;
  new VpcSecurityGroupIngressRule(scope, 'endpoints$ingress', {
    securityGroupId: own('securityGroupId'),
    cidrIpv4: props.cidr,
    ipProtocol: 'tcp',
    fromPort: 443,
    toPort: 443,
    description: 'The VPC to the interface endpoints',
    ...regional(context),
  });
  for (const service of props.interfaceEndpoints) {
    new VpcEndpoint(scope, `endpoint-${service.replace(/\./g, '-')}`, {
      vpcId: own('vpcId'),
      vpcEndpointType: 'Interface',
      serviceName: serviceName(context, service),
      subnetIds: ownList('privateSubnetIds'),
      securityGroupIds: [own('securityGroupId')],
      privateDnsEnabled: true,
      tags: { Name: self.physicalName('free-text', service.replace(/\./g, '-')) },
      ...regional(context),
    });
  }
}
