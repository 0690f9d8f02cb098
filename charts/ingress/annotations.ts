import type { KubernetesContext } from '../../schemas/contract/kind';
import { defaultTags } from '../../schemas/contract/tags';
import { tlsPolicies } from '../../schemas/contract/tls';
import type { Props } from './input';

type Context = KubernetesContext<Props>;

const prefix = 'alb.ingress.kubernetes.io/';

/** `key=value` pairs with commas between them, as the controller reads maps. */
function pairs(entries: Readonly<Record<string, string | number | boolean>>): string {
  return Object.entries(entries)
    .map(([key, value]) => `${key}=${value}`)
    .sort()
    .join(',');
}

/**
 * What the controller makes of the Ingress. Rules of security groups are Terraform's, so it manages none.
 * @see https://kubernetes-sigs.github.io/aws-load-balancer-controller/latest/guide/ingress/annotations/
 */
export function annotationsOf(context: Context): Record<string, string> {
  const { props, own, ref, settings } = context;
  return prefixed({
    'certificate-arn': ref(props.certificate).text('arn'),
    'listen-ports': JSON.stringify([{ HTTP: 80 }, { HTTPS: 443 }]),
    // What a browser should hear of every answer, and nothing of the server.
    'listener-attributes.HTTPS-443': pairs({
      'routing.http.response.server.enabled': false,
      'routing.http.response.strict_transport_security.header_value': 'max-age=31536000',
      'routing.http.response.x_content_type_options.header_value': 'nosniff',
    }),
    'load-balancer-attributes': pairs(balancerAttributes(context)),
    'load-balancer-name': own('loadBalancerName'),
    'manage-backend-security-group-rules': 'false',
    scheme: props.scheme,
    'security-groups': own('securityGroupId'),
    'ssl-policy': tlsPolicies[props.minimumTls],
    'ssl-redirect': '443',
    tags: pairs(defaultTags(settings)),
    'target-group-attributes': pairs({ 'deregistration_delay.timeout_seconds': props.drainSeconds }),
    'target-type': 'ip',
    ...health(props),
    ...(props.webAcl === undefined ? {} : { 'wafv2-acl-arn': ref(props.webAcl).text('arn') }),
  });
}

function prefixed(entries: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(entries)
      .map(([key, value]) => [`${prefix}${key}`, value] as const)
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );
}

function balancerAttributes({ self, props, uses, ref }: Context): Record<string, string | number | boolean> {
  const logs = uses.find(({ access }) => access === 'deliver-logs');
  return {
    'deletion_protection.enabled': props.protect,
    'idle_timeout.timeout_seconds': props.idleTimeoutSeconds,
    'routing.http.desync_mitigation_mode': 'defensive',
    // Requests that are no proper HTTP reach no service.
    'routing.http.drop_invalid_header_fields.enabled': true,
    'routing.http2.enabled': props.http2,
    ...(logs
      ? {
          'access_logs.s3.enabled': true,
          'access_logs.s3.bucket': ref(logs.to.name).text('name'),
          'access_logs.s3.prefix': self.name,
        }
      : {}),
  };
}

function health({ health: check }: Props): Record<string, string> {
  return {
    'healthcheck-path': check.path,
    'healthcheck-interval-seconds': String(check.intervalSeconds),
    'healthcheck-timeout-seconds': String(check.timeoutSeconds),
    'healthy-threshold-count': String(check.healthyThreshold),
    'unhealthy-threshold-count': String(check.unhealthyThreshold),
    'success-codes': check.matcher,
  };
}
