import type { Constraint } from '../../schemas/contract/kind';
import { contains, overlaps, parseCidr } from '../../schemas/primitives/cidr';
import { zonesOfRegion } from '../../schemas/upstream/aws/regions';
import { regionOf, unknownRegion } from '../facets/region';
import { tiers, zonesOf, type Props, type Tier } from './input';

interface Subnet {
  readonly zone: string;
  readonly tier: Tier;
  readonly cidr: string;
}

function subnetsOf(props: Props): Subnet[] {
  return zonesOf(props).flatMap((zone) =>
    tiers.flatMap((tier) => {
      const cidr = props.zones[zone]?.[tier];
      return cidr === undefined ? [] : [{ zone, tier, cidr }];
    }),
  );
}

const pointer = ({ zone, tier }: Subnet): string => `/zones/${zone}/${tier}`;

/** AWS makes VPCs and subnets of these prefix lengths alone. */
function sizeFault(cidr: string): string | undefined {
  const { prefix } = parseCidr(cidr);
  return prefix < 16 || prefix > 28 ? `${cidr} has prefix length ${prefix}` : undefined;
}

/** @see https://docs.aws.amazon.com/vpc/latest/userguide/vpc-cidr-blocks.html */
export const constraints: readonly Constraint<Props>[] = [
  {
    id: 'size',
    meaning: 'A VPC and its subnets have prefix lengths from 16 to 28.',
    fix: 'choose a prefix length from 16 to 28',
    violations: (props) =>
      [
        { at: '/cidr', cidr: props.cidr },
        ...subnetsOf(props).map((subnet) => ({ at: pointer(subnet), cidr: subnet.cidr })),
      ].flatMap(({ at, cidr }) => {
        const found = sizeFault(cidr);
        return found === undefined ? [] : [{ at, found }];
      }),
  },
  {
    id: 'subnet-outside-vpc',
    meaning: 'Every subnet lies in the VPC.',
    fix: 'move the subnet into the VPC’s network, or widen the VPC',
    violations: (props) =>
      subnetsOf(props)
        .filter(({ cidr }) => !contains(parseCidr(props.cidr), parseCidr(cidr)))
        .map((subnet) => ({ at: pointer(subnet), found: `${subnet.cidr} is not in ${props.cidr}` })),
  },
  {
    id: 'overlapping-subnets',
    meaning: 'No two subnets have an address in common.',
    fix: 'give the subnet a network of its own',
    violations: (props) => {
      const subnets = subnetsOf(props);
      return subnets.flatMap((subnet, index) => {
        const other = subnets.slice(0, index).find(({ cidr }) => overlaps(parseCidr(cidr), parseCidr(subnet.cidr)));
        return other
          ? [
              {
                at: pointer(subnet),
                found: `${subnet.cidr} overlaps ${other.cidr}, the ${other.tier} subnet of ${other.zone}`,
              },
            ]
          : [];
      });
    },
  },
  {
    id: 'zone-of-another-region',
    meaning: 'Every zone is one of the network’s region.',
    fix: 'name a zone of the region, or state `region`',
    violations: (props, { self }) => {
      const region = regionOf(self.settings, props.region);
      if (region === undefined) return [];
      const known = zonesOfRegion(region);
      return zonesOf(props)
        .filter((zone) => !known.includes(zone))
        .map((zone) => ({
          at: `/zones/${zone}`,
          found: `${zone} is no zone of ${region}, which has ${known.join(', ')}`,
          ...(known[0] === undefined ? {} : { fix: `name a zone of the region, such as ${known[0]}, or state region` }),
        }));
    },
  },
  unknownRegion,
  {
    id: 'endpoint-twice',
    meaning: 'A service has one endpoint: a gateway, which costs nothing, or an interface.',
    fix: 'remove it from interfaceEndpoints',
    violations: ({ gatewayEndpoints, interfaceEndpoints }) =>
      interfaceEndpoints.flatMap((service, index) =>
        gatewayEndpoints.some((gateway) => gateway === service)
          ? [{ at: `/interfaceEndpoints/${index}`, found: `${service} has a gateway` }]
          : [],
      ),
  },
  {
    id: 'uneven-tiers',
    meaning: 'Every zone has the same tiers.',
    fix: 'give each zone a subnet of the tier, or none of them',
    violations: (props) =>
      (['public', 'data'] as const).flatMap((tier) => {
        const without = zonesOf(props).filter((zone) => props.zones[zone]?.[tier] === undefined);
        if (without.length === zonesOf(props).length) return [];
        return without.map((zone) => ({
          at: `/zones/${zone}`,
          found: `${zone} has no ${tier} subnet, and others have one`,
        }));
      }),
  },
  {
    id: 'nat-without-public-subnets',
    meaning: 'NAT gateways stand in public subnets.',
    fix: 'give the zones public subnets, or state `natGateways: none`',
    violations: (props) =>
      props.existing === undefined &&
      props.natGateways !== 'none' &&
      zonesOf(props).some((zone) => props.zones[zone]?.public === undefined)
        ? [{ at: '/natGateways', found: `natGateways is ${props.natGateways}, and a zone has no public subnet` }]
        : [],
  },
  {
    id: 'existing-left-as-it-is',
    meaning: 'Nothing is added to an existing VPC.',
    fix: 'remove interfaceEndpoints, or describe endpoints with aws-resource',
    violations: ({ existing, interfaceEndpoints }) =>
      existing && interfaceEndpoints.length > 0
        ? [{ at: '/interfaceEndpoints', found: 'the VPC is an existing one' }]
        : [],
  },
  {
    id: 'existing-found',
    meaning: 'An existing VPC is named by its id or by its tags.',
    fix: 'state existing.vpcId or existing.tags',
    violations: ({ existing }) =>
      existing && (existing.vpcId === undefined) === (Object.keys(existing.tags).length === 0)
        ? [{ at: '/existing', found: existing.vpcId === undefined ? 'neither is stated' : 'both are stated' }]
        : [],
  },
  {
    id: 'existing-subnets',
    meaning: 'An existing VPC has an id for each subnet that `zones` describes, and no other; or for none of them.',
    fix: 'state the ids of the same zones and tiers in `existing.zones` as in `zones`, or leave them all out',
    violations: ({ existing, zones }) => {
      if (!existing || Object.keys(existing.zones).length === 0) return [];
      const all = [...new Set([...Object.keys(zones), ...Object.keys(existing.zones)])].sort();
      return all.flatMap((zone) =>
        tiers
          .filter((tier) => (zones[zone]?.[tier] === undefined) !== (existing.zones[zone]?.[tier] === undefined))
          .map((tier) =>
            zones[zone]?.[tier] === undefined
              ? { at: `/existing/zones/${zone}`, found: `zones has no ${tier} subnet in ${zone}` }
              : {
                  at: existing.zones[zone] ? `/existing/zones/${zone}` : '/existing/zones',
                  found: `there is no id of the ${tier} subnet in ${zone}`,
                },
          ),
      );
    },
  },
];
