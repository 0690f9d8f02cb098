import { Route53HealthCheck } from '@cdktf/provider-aws/lib/route53-health-check';
import { Route53Record } from '@cdktf/provider-aws/lib/route53-record';
import type { Static } from '@sinclair/typebox';
import {
  choice,
  group,
  input,
  integer,
  list,
  optional,
  optionalReference,
  port,
  reference,
  text,
} from '../../schemas/contract/fields';
import { defineAwsKind, type AwsContext } from '../../schemas/contract/kind';
import { known, runtime } from '../../schemas/contract/output';
import { domainPattern, isInDomain, wildcardPattern } from '../../schemas/primitives/domain';
import { publicEdge } from '../facets/examples';
import { outsideZone } from '../facets/hosts';
import { recordValue, strangeValues } from './values';

const Input = input({
  zone: reference('Zone that it is in.', ['zone']),
  host: text('Full name, `api.example.com` or `*.example.com`.', { pattern: wildcardPattern, maxLength: 253 }),
  alias: optionalReference('Load balancer or distribution that the name points at.', ['load-balancer', 'cdn']),
  type: choice('Type of a record that states `values`.', ['A', 'AAAA', 'CNAME', 'TXT', 'MX', 'CAA', 'SRV', 'NS'], {
    default: 'A',
  }),
  values: optional(
    list('What the record says, instead of `alias`.', text('Value.', { maxLength: 4000 }), {
      minItems: 1,
      uniqueItems: true,
    }),
  ),
  ttlSeconds: integer('How long resolvers keep `values`, in seconds.', { minimum: 0, maximum: 604_800, default: 300 }),
  health: optional(
    group('Check from outside; while it fails, a failover record gives way to its secondary.', {
      host: optional(text('Host that is asked, where it differs.', { pattern: domainPattern })),
      protocol: choice('Protocol.', ['HTTPS', 'HTTP', 'TCP'], { default: 'HTTPS' }),
      port: port('Port.', { default: 443 }),
      path: text('Path.', { pattern: '^/', maxLength: 255, default: '/health' }),
      intervalSeconds: choice('Between two checks, in seconds; 10 costs more.', [10, 30], { default: 30 }),
      failures: integer('Failures in a row that make it unhealthy.', { minimum: 1, maximum: 10, default: 3 }),
    }),
  ),
  failover: optional(
    choice('Part that it plays among two records of one host: the secondary answers while the primary is unhealthy.', [
      'primary',
      'secondary',
    ]),
  ),
  weight: optional(integer('Share of the answers among several records of one host.', { minimum: 0, maximum: 255 })),
});

type Props = Static<typeof Input>;

/** A name in DNS. */
export const record = defineAwsKind<typeof Input>({
  kind: 'record',
  summary:
    'A DNS record: an alias of a load balancer or distribution, or stated values; with health check and failover.',
  creates: [
    'the record, and its IPv6 twin where the target has IPv6 addresses',
    'a health check where one is described',
  ],
  input: Input,
  examples: {
    'a verification text': {
      input: { host: 'example.com', type: 'TXT', values: ['site-verification=abc'] },
      with: { zone: { main: { domain: 'example.com' } } },
    },
    'the primary of two regions': {
      input: { host: 'api.example.com', alias: 'alb', failover: 'primary', health: { path: '/health' } },
      with: publicEdge,
    },
  },
  outputs: {
    host: known('Name.', ({ props }) => props.host),
    healthCheckId: runtime('Id of the health check.', 'platform', ({ props, attribute }) =>
      props.health ? attribute('aws_route53_health_check', 'id') : undefined,
    ),
  },
  constraints: [
    {
      id: 'one-target',
      meaning: 'A record states exactly one of `alias` and `values`.',
      fix: 'state alias or values',
      violations: ({ alias, values }) => {
        if ((alias === undefined) !== (values === undefined)) return [];
        return [
          {
            at: alias === undefined ? '' : '/values',
            found: alias === undefined ? 'neither is stated' : 'both are stated',
          },
        ];
      },
    },
    {
      id: 'host-outside-zone',
      meaning: 'A record’s host is in its zone.',
      fix: 'name the zone of the host',
      violations: ({ host, zone, type }, context) => {
        const name = host.replace(/^\*\./, '');
        // A delegation stands in the zone above what it gives away.
        if (type === 'NS' && isInDomain(name, context.ref(zone).component.props['domain'] as string)) return [];
        return outsideZone(name, zone, context).map((found) => ({ at: '/host', ...found }));
      },
    },
    {
      id: 'value-of-another-type',
      meaning: 'Values have the form that the type of the record asks for.',
      fix: 'correct the value, or state another type',
      violations: ({ type, values = [] }) =>
        strangeValues(type, values).map(({ index, found }) => ({ at: `/values/${index}`, found })),
    },
    {
      id: 'cname-at-apex',
      meaning: 'The name of a zone itself can’t be a CNAME, and a CNAME has one value.',
      fix: 'use an alias, or A and AAAA records; give a CNAME one value',
      violations: ({ host, zone, type, values }, { ref }) => {
        if (type !== 'CNAME' || !values) return [];
        if (values.length > 1) return [{ at: '/values', found: `${values.length} values` }];
        return host === ref(zone).component.props['domain']
          ? [{ at: '/type', found: `${host} is the name of the zone` }]
          : [];
      },
    },
    {
      id: 'failover-without-health',
      meaning: 'The primary of two records has a way to be unhealthy: an alias or a health check.',
      fix: 'describe health',
      violations: ({ alias, failover, health }) =>
        failover === 'primary' && alias === undefined && !health
          ? [{ at: '/failover', found: 'the primary has no health check' }]
          : [],
    },
    {
      id: 'two-routing-policies',
      meaning: 'A record is chosen by failover or by weight, not by both.',
      fix: 'remove failover or weight',
      violations: ({ failover, weight }) =>
        failover !== undefined && weight !== undefined ? [{ at: '/weight', found: 'failover is stated too' }] : [],
    },
    {
      id: 'wildcard-without-host',
      meaning: 'A wildcard can’t be asked for its health.',
      fix: 'state health.host',
      violations: ({ host, health }) =>
        health && health.host === undefined && host.startsWith('*')
          ? [{ at: '/health', found: `${host} is no host` }]
          : [],
    },
  ],
  layers: { platform },
});

function platform(context: AwsContext<Props>): void {
  const { scope, props, ref, attribute } = context;
  if (props.health) addHealthCheck(context, props.health);
  const shared = {
    zoneId: ref(props.zone).text('zoneId'),
    name: props.host,
    ...routing(context),
    ...(props.health ? { healthCheckId: attribute('aws_route53_health_check', 'id') } : {}),
  };
  if (props.alias === undefined) {
    new Route53Record(scope, 'this', {
      ...shared,
      type: props.type,
      ttl: props.ttlSeconds,
      records: (props.values ?? []).map((value) => recordValue(props.type, value)),
    });
    return;
  }
  const target = ref(props.alias);
  const alias = {
    name: target.text('dnsName'),
    zoneId: target.text('zoneId'),
    evaluateTargetHealth: target.component.kind !== 'cdn',
  };
  new Route53Record(scope, 'this', { ...shared, type: 'A', alias });
  if (target.has('ipv6')) new Route53Record(scope, 'ipv6', { ...shared, type: 'AAAA', alias });
}

function routing({ self, props }: AwsContext<Props>) {
  const setIdentifier = `${self.environment}-${self.name}`;
  if (props.failover !== undefined)
    return { setIdentifier, failoverRoutingPolicy: { type: props.failover.toUpperCase() } };
  return props.weight === undefined ? {} : { setIdentifier, weightedRoutingPolicy: { weight: props.weight } };
}

function addHealthCheck({ scope, self, props }: AwsContext<Props>, health: NonNullable<Props['health']>): void {
  new Route53HealthCheck(scope, 'this$health', {
    fqdn: health.host ?? props.host,
    type: health.protocol,
    port: health.port,
    ...(health.protocol === 'TCP' ? {} : { resourcePath: health.path }),
    ...(health.protocol === 'HTTPS' ? { enableSni: true } : {}),
    requestInterval: health.intervalSeconds,
    failureThreshold: health.failures,
    measureLatency: true,
    tags: { Name: self.physicalName('free-text') },
  });
}
