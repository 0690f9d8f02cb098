import { Lb } from '@cdktf/provider-aws/lib/lb';
import { LbListener } from '@cdktf/provider-aws/lib/lb-listener';
import { Route53Record } from '@cdktf/provider-aws/lib/route53-record';
import { Wafv2WebAclAssociation } from '@cdktf/provider-aws/lib/wafv2-web-acl-association';
import type { AwsContext } from '../../schemas/contract/kind';
import { tlsPolicies } from '../../schemas/contract/tls';
import { besideNetwork } from '../facets/region';
import type { Props } from './input';

type Context = AwsContext<Props>;

export function addBalancer(context: Context): void {
  const { scope, self, props, own, ref } = context;
  const internal = props.scheme === 'internal';
  new Lb(scope, 'this', {
    name: self.physicalName('load-balancer'),
    loadBalancerType: 'application',
    internal,
    securityGroups: [own('securityGroupId')],
    subnets: ref(props.network).list(internal ? 'privateSubnetIds' : 'publicSubnetIds'),
    ipAddressType: 'ipv4',
    idleTimeout: props.idleTimeoutSeconds,
    enableHttp2: props.http2,
    // Requests that are no proper HTTP reach no service.
    dropInvalidHeaderFields: true,
    desyncMitigationMode: 'defensive',
    enableDeletionProtection: props.protect,
    ...accessLogs(context),
    ...besideNetwork(context),
  });
  addListeners(context);
  if (props.webAcl === undefined) return;
  new Wafv2WebAclAssociation(scope, 'this$web-acl', {
    resourceArn: own('arn'),
    webAclArn: ref(props.webAcl).text('arn'),
    ...besideNetwork(context),
  });
}

/** The bucket is named once its policy is in force: AWS tries to write when logs are switched on. */
function accessLogs({ self, uses, ref }: Context) {
  const logs = uses.find(({ access, to }) => to.kind === 'bucket' && access === 'deliver-logs');
  if (!logs) return {};
  return { accessLogs: { bucket: ref(logs.to.name).text('nameWithPolicy'), prefix: self.name, enabled: true } };
}

function addListeners(context: Context): void {
  const { scope, props, own, ref } = context;
  if (props.certificate === undefined) return;
  new LbListener(scope, 'this$https', {
    loadBalancerArn: own('arn'),
    port: 443,
    protocol: 'HTTPS',
    sslPolicy: tlsPolicies[props.minimumTls],
    certificateArn: ref(props.certificate).text('arn'),
    routingHttpResponseServerEnabled: false,
    routingHttpResponseStrictTransportSecurityHeaderValue: 'max-age=31536000',
    routingHttpResponseXContentTypeOptionsHeaderValue: 'nosniff',
    defaultAction: [
      {
        type: 'fixed-response',
        fixedResponse: { contentType: 'text/plain', messageBody: 'Not found', statusCode: '404' },
      },
    ],
    ...besideNetwork(context),
  });
  new LbListener(scope, 'http$listener', {
    loadBalancerArn: own('arn'),
    port: 80,
    protocol: 'HTTP',
    defaultAction: [{ type: 'redirect', redirect: { protocol: 'HTTPS', port: '443', statusCode: 'HTTP_301' } }],
    ...besideNetwork(context),
  });
}

export function addRecords({ scope, props, own, ref }: Context): void {
  for (const host of Object.keys(props.hosts).sort()) {
    const zone = props.hosts[host]?.zone;
    if (zone === undefined) continue;
    new Route53Record(scope, `host-${host.replace(/\./g, '-')}`, {
      zoneId: ref(zone).text('zoneId'),
      name: host,
      type: 'A',
      alias: { name: own('dnsName'), zoneId: own('zoneId'), evaluateTargetHealth: true },
    });
  }
}
