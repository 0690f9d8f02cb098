import type { Component } from '../../schemas/contract/component';
import type { Constraint, ConstraintContext, Violation } from '../../schemas/contract/kind';
import { isInDomain } from '../../schemas/primitives/domain';

interface Hosts {
  readonly hosts: Readonly<Record<string, { readonly zone: string }>>;
}

/** Constraint of kinds that have names in zones. */
export const hostsInZones: Constraint<Hosts> = {
  id: 'host-outside-zone',
  meaning: 'Every host is in its zone.',
  fix: 'state the zone of the host',
  violations: ({ hosts }, context) =>
    Object.entries(hosts).flatMap(([host, { zone }]) =>
      outsideZone(host, zone, context).map((found) => ({ at: `/hosts/${host}`, ...found })),
    ),
};

/** What is wrong with a name in a zone, if anything: it is in another domain, or below one that the zone has given away. */
export function outsideZone(
  host: string,
  zone: string,
  { ref, siblings }: Pick<ConstraintContext, 'ref' | 'siblings'>,
): Omit<Violation, 'at'>[] {
  const domain = domainOf(ref(zone).component);
  if (!isInDomain(host, domain)) return [{ found: `${host} is not in ${domain}` }];
  const [taker] = siblings('zone')
    .filter((other) => other.props['parent'] !== undefined && isBelow(domainOf(other), domain))
    .filter((other) => isInDomain(host, domainOf(other)))
    .sort((a, b) => domainOf(b).length - domainOf(a).length);
  if (!taker) return [];
  // Resolvers follow the delegation, and never ask the zone above for what is below it.
  const found = `${host} is in ${domainOf(taker)}, which ${zone} leaves to the zone ${taker.name}`;
  return [{ found, fix: `state \`zone: ${taker.name}\`` }];
}

function domainOf({ props }: Component): string {
  return props['domain'] as string;
}

function isBelow(domain: string, above: string): boolean {
  return domain !== above && isInDomain(domain, above);
}
