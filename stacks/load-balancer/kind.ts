import { DataAwsLb } from '@cdktf/provider-aws/lib/data-aws-lb';
import { DataAwsLbListener } from '@cdktf/provider-aws/lib/data-aws-lb-listener';
import { VpcSecurityGroupIngressRule } from '@cdktf/provider-aws/lib/vpc-security-group-ingress-rule';
import { defineAwsKind, type AwsContext } from '../../schemas/contract/kind';
import { known, runtime, type OutputContext } from '../../schemas/contract/output';
import { publicEdge } from '../facets/examples';
import { besideNetwork } from '../facets/region';
import { constraints } from './constraints';
import { Input, type Props } from './input';
import { metrics } from './metrics';
import { addBalancer, addRecords } from './resources';

/** The way in for HTTP. Services put their rules on its listener by `expose`. */
export const loadBalancer = defineAwsKind<typeof Input>({
  kind: 'load-balancer',
  summary: 'An application load balancer: TLS on 443, a redirect on 80, nothing behind it but what services expose.',
  creates: [
    'the load balancer with its security group, which lets ports 80 and 443 in and nothing out but to what it uses',
    'a listener on 443 that answers 404 where no rule matches, and one on 80 that redirects to it',
    'an alias record for each host',
    'the association with a web ACL, and access logs into the bucket that it uses with deliver-logs',
    'nothing but records, where the load balancer exists already',
  ],
  input: Input,
  examples: {
    'on the internet': { input: { certificate: 'edge', hosts: { 'api.example.com': {} } }, with: without(publicEdge) },
    'inside the network': { input: { scheme: 'internal', certificate: 'edge' }, with: without(publicEdge) },
    'one that is there already': {
      input: { existing: { name: 'shared', securityGroupId: 'sg-0a1b2c3d4e5f60718' } },
      with: without(publicEdge),
    },
  },
  outputs: {
    vpcId: runtime('Id of the VPC that it is in.', 'platform', ({ props, ref }) => ref(props.network).text('vpcId')),
    arn: runtime('ARN.', 'platform', (context) => context.attribute(typeOf(context, 'lb'), 'arn')),
    arnSuffix: runtime('Last part of the ARN, by which CloudWatch names it.', 'platform', (context) =>
      context.attribute(typeOf(context, 'lb'), 'arn_suffix'),
    ),
    dnsName: runtime('Name that AWS gives it.', 'platform', (context) =>
      context.attribute(typeOf(context, 'lb'), 'dns_name'),
    ),
    zoneId: runtime('Route 53 zone of that name.', 'platform', (context) =>
      context.attribute(typeOf(context, 'lb'), 'zone_id'),
    ),
    listenerArn: runtime('ARN of the listener on 443, which rules go to.', 'platform', (context) =>
      context.attribute(typeOf(context, 'lb_listener'), 'arn'),
    ),
    subnetCidrs: known('Addresses that it reaches its targets from.', ({ props, ref }) =>
      ref(props.network).list(props.scheme === 'internal' ? 'privateSubnetCidrs' : 'publicSubnetCidrs'),
    ),
    hosts: known('Host names that point at it.', ({ props }) => Object.keys(props.hosts)),
  },
  securityGroup: ({ self, props }) => ({
    description: `Load balancer ${self.nameKey}`,
    egress: 'none',
    network: props.network,
    ...(props.existing ? { existingId: props.existing.securityGroupId } : {}),
  }),
  metrics,
  constraints,
  layers: { foundation, platform },
});

/** Its examples stand on the edge without the load balancer of the edge. */
function without({ 'load-balancer': _, ...others }: typeof publicEdge) {
  return others;
}

function typeOf({ props }: OutputContext<Props>, type: string): string {
  return `${props.existing ? 'data.' : ''}aws_${type}`;
}

const webPorts = { http: 80, https: 443 } as const;

/** Who may come in; everything else about the group follows from connections. */
function foundation(context: AwsContext<Props>): void {
  const { scope, props, own, ref } = context;
  if (props.existing) return;
  const everyone = props.scheme === 'internal' ? [ref(props.network).text('cidr')] : ['0.0.0.0/0'];
  const networks = props.allowFrom ?? everyone;
  for (const [name, port] of Object.entries(webPorts)) {
    for (const [index, cidrIpv4] of networks.entries()) {
      new VpcSecurityGroupIngressRule(scope, `${name}${index === 0 ? '' : `-${index + 1}`}$ingress`, {
        securityGroupId: own('securityGroupId'),
        cidrIpv4,
        ipProtocol: 'tcp',
        fromPort: port,
        toPort: port,
        description: `${cidrIpv4 === '0.0.0.0/0' ? 'Everyone' : cidrIpv4} to port ${port}`,
        ...besideNetwork(context),
      });
    }
  }
}

function platform(context: AwsContext<Props>): void {
  const { scope, props, attribute } = context;
  if (props.existing) {
    new DataAwsLb(scope, 'this$balancer', { name: props.existing.name, ...besideNetwork(context) });
    new DataAwsLbListener(scope, 'this$listener', {
      loadBalancerArn: attribute('data.aws_lb', 'arn'),
      port: webPorts.https,
      ...besideNetwork(context),
    });
  } else {
    addBalancer(context);
  }
  addRecords(context);
}
