import type { Static } from '@sinclair/typebox';
import { cidr, choice, flag, group, input, list, mapOf, optional, text } from '../../schemas/contract/fields';
import { logEncryptionField, retentionDaysField } from '../facets/log-group';
import { regionField } from '../facets/region';

const subnetId = (description: string) => text(description, { pattern: '^subnet-[0-9a-f]{8,17}$' });

export const Input = input({
  cidr: cidr('Addresses of the VPC, /16 to /28.'),
  zones: mapOf(
    'Subnets by availability zone (`us-east-1a`). Every zone has the same tiers.',
    group('Subnets of one zone, /16 to /28 each.', {
      public: optional(cidr('Subnet with a route to the internet: load balancers and NAT gateways.')),
      private: cidr('Subnet that reaches the internet through a NAT gateway: nodes, instances, data stores.'),
      data: optional(cidr('Subnet without a route out, for data stores that are kept apart.')),
    }),
    { minProperties: 1 },
  ),
  natGateways: choice(
    '`single`: one in the first zone, which the others depend on. `per-zone`: one each. `none`: private subnets have no way out.',
    ['single', 'per-zone', 'none'],
    { default: 'single' },
  ),
  gatewayEndpoints: list(
    'Services that are reached without NAT and without charge.',
    choice('Service.', ['s3', 'dynamodb']),
    { default: ['s3'], uniqueItems: true },
  ),
  interfaceEndpoints: list(
    'AWS services that are reached at addresses of the VPC, each charged by zone and hour: `ecr.api`, `ecr.dkr`, `logs`, `ssm`…',
    text('Service, as at the end of its endpoint service name.', { pattern: '^[a-z][a-z0-9.-]*$' }),
    { default: [], uniqueItems: true },
  ),
  flowLogs: group(
    'Record of the connections into, out of and inside the VPC.',
    {
      enabled: flag('Keep it.', { default: true }),
      traffic: choice('What is recorded.', ['ALL', 'ACCEPT', 'REJECT'], { default: 'ALL' }),
      aggregationSeconds: choice('Period that one record sums up, in seconds.', [60, 600], { default: 600 }),
      retentionDays: retentionDaysField,
      encryption: logEncryptionField,
    },
    { default: {} },
  ),
  region: regionField,
  existing: optional(
    group(
      'A VPC that is there already: nothing is created, and the plan fails where it differs from what `cidr` and `zones` say.',
      {
        vpcId: optional(text('Id of the VPC. Left out, it is found by `tags`.', { pattern: '^vpc-[0-9a-f]{8,17}$' })),
        tags: mapOf('Tags of the VPC, which no other VPC of the region has.', text('Value.', { maxLength: 256 }), {
          default: {},
        }),
        zones: mapOf(
          'Ids by availability zone: the zones and tiers of `zones`. Left out, subnets are found by their addresses.',
          group('Ids of one zone.', {
            public: optional(subnetId('Id of the public subnet.')),
            private: subnetId('Id of the private subnet.'),
            data: optional(subnetId('Id of the data subnet.')),
            privateRouteTable: optional(
              text('Id of the route table of the private subnet.', { pattern: '^rtb-[0-9a-f]{8,17}$' }),
            ),
          }),
          { default: {} },
        ),
        discoveryTag: optional(text('Value of the tag `karpenter.sh/discovery` on the private subnets.')),
      },
    ),
  ),
});

export type Props = Static<typeof Input>;

export const tiers = ['public', 'private', 'data'] as const;

export type Tier = (typeof tiers)[number];

/** Zones in order of name: the order of every list of subnets. */
export function zonesOf(props: Props): string[] {
  return Object.keys(props.zones).sort();
}

/** Networks of a tier in order of zones; empty where the network has no such tier. */
export function cidrsOf(props: Props, tier: Tier): string[] {
  return zonesOf(props).flatMap((zone) => props.zones[zone]?.[tier] ?? []);
}

/** Zones that have a NAT gateway. */
export function natZones(props: Props): string[] {
  if (props.natGateways === 'none' || props.existing) return [];
  return props.natGateways === 'single' ? zonesOf(props).slice(0, 1) : zonesOf(props);
}

/** Zone through whose NAT gateway a zone goes out. */
export function natZoneOf(props: Props, zone: string): string | undefined {
  const zones = natZones(props);
  return zones.includes(zone) ? zone : zones[0];
}
