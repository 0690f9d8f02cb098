import { DataAwsRoute53Zone } from '@cdktf/provider-aws/lib/data-aws-route53-zone';
import { Route53Record } from '@cdktf/provider-aws/lib/route53-record';
import { Route53Zone } from '@cdktf/provider-aws/lib/route53-zone';
import type { Static } from '@sinclair/typebox';
import type { Component } from '../schemas/contract/component';
import type { Statement } from '../schemas/contract/connection';
import { flag, input, optionalReference, text } from '../schemas/contract/fields';
import { defineAwsKind, type AwsContext } from '../schemas/contract/kind';
import { known, runtime, type OutputContext } from '../schemas/contract/output';
import { domainPattern, isInDomain } from '../schemas/primitives/domain';

const Input = input({
  domain: text('Domain, such as `example.com`.', { pattern: domainPattern, maxLength: 253 }),
  existing: flag('The zone is there already: it is looked up by its domain, and not created.', { default: false }),
  parent: optionalReference('Zone of the domain above, which then points at this one.', ['zone']),
  protect: flag('Refuse to destroy the zone: a new one would have other name servers.', { default: true }),
});

type Props = Static<typeof Input>;

/** Route 53 always gives a zone four name servers. */
const nameServers = [0, 1, 2, 3] as const;

/** A public DNS zone. */
export const zone = defineAwsKind<typeof Input>({
  kind: 'zone',
  summary: 'A public DNS zone in Route 53, new or existing.',
  creates: ['the zone, unless it exists', 'an NS record in the zone of the domain above, where one is named'],
  input: Input,
  examples: {
    'a new zone': { input: { domain: 'example.com' } },
    'a zone that is there already': { input: { domain: 'example.com', existing: true } },
    'a zone below another': {
      input: { domain: 'dev.example.com', parent: 'root' },
      with: { zone: { root: { domain: 'example.com' } } },
    },
  },
  outputs: {
    domain: known('Domain.', ({ props }) => props.domain),
    zoneId: runtime('Id of the zone.', 'foundation', (context) => context.attribute(typeOf(context), 'zone_id')),
    nameServers: runtime('Name servers, for the registrar of the domain.', 'foundation', (context) =>
      nameServers.map((index) => context.attribute(typeOf(context), `name_servers[${index}]`)),
    ),
  },
  offers: {
    access: {
      'upsert-records': {
        description: 'Make and change address records, and delete none.',
        statements: ({ self, own }) => recordStatements(zoneArn(self, own('zoneId')), ['CREATE', 'UPSERT']),
        variables: () => ({ DOMAIN: { output: 'domain' } }),
      },
      'edit-records': {
        description: 'Make, change and delete address records.',
        statements: ({ self, own }) => recordStatements(zoneArn(self, own('zoneId')), ['CREATE', 'UPSERT', 'DELETE']),
        variables: () => ({ DOMAIN: { output: 'domain' } }),
      },
    },
  },
  constraints: [
    {
      id: 'outside-parent',
      meaning: 'The domain is below that of the parent zone.',
      fix: 'name the zone of the domain above, or leave parent out',
      violations: ({ domain, parent }, { ref }) => {
        if (parent === undefined) return [];
        const above = ref(parent).component.props['domain'] as string;
        return domain !== above && isInDomain(domain, above)
          ? []
          : [{ at: '/parent', found: `${domain} is not below ${above}` }];
      },
    },
  ],
  layers: { foundation },
});

function zoneArn({ settings }: Component, id: string): string {
  return `arn:${settings.aws.partition}:route53:::hostedzone/${id}`;
}

/**
 * Address records, and the text records that tell whose they are. Mail, delegations and the like are out of reach.
 * @see https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/specifying-rrset-conditions.html
 */
function recordStatements(zone: string, changes: readonly string[]): Statement[] {
  const held = (variable: string, values: readonly string[]) => ({
    test: 'ForAllValues:StringEquals',
    variable: `route53:ChangeResourceRecordSets${variable}`,
    values,
  });
  return [
    {
      actions: ['route53:ChangeResourceRecordSets'],
      resources: [zone],
      conditions: [held('Actions', changes), held('RecordTypes', ['A', 'AAAA', 'CNAME', 'TXT'])],
    },
    { actions: ['route53:ListResourceRecordSets', 'route53:ListTagsForResource'], resources: [zone] },
    {
      actions: ['route53:ListHostedZones', 'route53:ListTagsForResources'],
      resources: ['*'],
      why: 'lists of zones know no resource',
    },
  ];
}

function typeOf({ props }: OutputContext<Props>): string {
  return props.existing ? 'data.aws_route53_zone' : 'aws_route53_zone';
}

function foundation({ scope, self, props, ownList, ref }: AwsContext<Props>): void {
  if (props.existing) {
    new DataAwsRoute53Zone(scope, 'this$zone', { name: props.domain, privateZone: false });
  } else {
    new Route53Zone(scope, 'this$zone', {
      name: props.domain,
      comment: `${self.system}/${self.environment} ${self.name}`,
      forceDestroy: false,
      ...(props.protect ? { lifecycle: { preventDestroy: true } } : {}),
    });
  }
  if (props.parent === undefined) return;
  new Route53Record(scope, 'delegation', {
    zoneId: ref(props.parent).text('zoneId'),
    name: props.domain,
    type: 'NS',
    ttl: 172_800,
    records: ownList('nameServers'),
  });
}
