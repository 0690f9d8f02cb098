import type { Constraint } from '../../schemas/contract/kind';
import { isInDomain } from '../../schemas/primitives/domain';

interface Hosts {
  readonly hosts: Readonly<Record<string, { readonly zone: string }>>;
}

/** Constraint of kinds that have names in zones. */
export const hostsInZones: Constraint<Hosts> = {
  id: 'host-outside-zone',
  meaning: 'Every host is in its zone.',
  fix: 'state the zone of the host',
  violations: ({ hosts }, { ref }) =>
    Object.entries(hosts).flatMap(([host, { zone }]) => {
      const domain = ref(zone).component.props['domain'] as string;
      return isInDomain(host, domain) ? [] : [{ at: `/hosts/${host}`, found: `${host} is not in ${domain}` }];
    }),
};
