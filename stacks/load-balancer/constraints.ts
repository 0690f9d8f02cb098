import { certificateNames } from '../../schemas/contract/certificate';
import type { Constraint } from '../../schemas/contract/kind';
import { isCovered } from '../../schemas/primitives/domain';
import { hostsInZones } from '../facets/hosts';
import type { Props } from './input';

type Zones = Readonly<Record<string, { readonly public?: string }>>;

export const constraints: readonly Constraint<Props>[] = [
  {
    id: 'certificate-missing',
    meaning: 'A new load balancer has a certificate.',
    fix: 'describe a certificate and name it, or name a load balancer that exists',
    violations: ({ certificate, existing }) =>
      certificate === undefined && !existing
        ? [{ at: '', found: 'neither certificate nor existing is stated', lacks: '/certificate' }]
        : [],
  },
  {
    id: 'existing-left-as-it-is',
    meaning: 'An existing load balancer keeps its own web ACL and its own place for logs.',
    fix: 'remove the line',
    violations: ({ existing, webAcl }, { uses }) =>
      existing
        ? [
            ...(webAcl === undefined ? [] : ['/webAcl']),
            ...uses.filter(({ access }) => access === 'deliver-logs').map(({ to }) => `/uses/${to.name}`),
          ].map((at) => ({ at, found: 'the load balancer is an existing one' }))
        : [],
  },
  {
    id: 'two-zones',
    meaning: 'A load balancer stands in subnets of two zones at least; one of the internet in public ones.',
    fix: 'give the network another zone, or public subnets',
    violations: ({ network, scheme, existing }, { ref }) => {
      if (existing) return [];
      const zones = Object.values(ref(network).component.props['zones'] as Zones);
      const usable = scheme === 'internal' ? zones : zones.filter((zone) => zone.public !== undefined);
      return usable.length >= 2
        ? []
        : [
            {
              at: '/network',
              found: `${network} has ${usable.length} ${scheme === 'internal' ? 'zones' : 'public subnets'}`,
            },
          ];
    },
  },
  hostsInZones,
  {
    id: 'host-without-certificate',
    meaning: 'The certificate is for every host.',
    fix: 'add the host, or a wildcard over it, to the alternatives of the certificate',
    violations: ({ hosts, certificate }, { ref }) => {
      if (certificate === undefined) return [];
      const names = certificateNames(ref(certificate).component);
      return Object.keys(hosts)
        .filter((host) => !isCovered(host, names))
        .map((host) => ({ at: `/hosts/${host}`, found: `${certificate} is for ${names.join(', ')}` }));
    },
  },
  {
    id: 'region-of-certificate',
    meaning: 'Load balancer, certificate and network are in one region.',
    fix: 'make a certificate in the region of the network',
    violations: ({ certificate, network }, { ref }) => {
      if (certificate === undefined) return [];
      const region = (key: string) => ref(key).component.props['region'] as string | undefined;
      return region(certificate) === region(network)
        ? []
        : [
            {
              at: '/certificate',
              found: `${certificate} is in ${region(certificate) ?? 'the region of the environment'}`,
            },
          ];
    },
  },
  {
    id: 'web-acl-scope',
    meaning: 'The web ACL of a load balancer is a regional one, in the region of its network.',
    fix: 'name a web ACL of scope regional',
    violations: ({ webAcl, network }, { ref }) => {
      if (webAcl === undefined) return [];
      const { scope, region } = ref(webAcl).component.props;
      return scope === 'regional' && region === ref(network).component.props['region']
        ? []
        : [
            {
              at: '/webAcl',
              found: scope === 'regional' ? `${webAcl} is in another region` : `${webAcl} is for CloudFront`,
            },
          ];
    },
  },
  {
    id: 'logs-of-another-environment',
    meaning: 'Logs go to one bucket, which the environment of the load balancer describes, and which is in its region.',
    fix: 'describe a bucket for the logs in this environment, and use that one alone with deliver-logs',
    violations: ({ network }, { self, uses, ref }) => {
      const buckets = uses.filter(({ access, to }) => to.kind === 'bucket' && access === 'deliver-logs');
      return buckets.flatMap(({ to }, index) => {
        const at = `/uses/${to.name}`;
        if (index > 0) return [{ at, found: 'a second bucket for logs' }];
        if (to.environment !== self.environment) return [{ at, found: `${to.name} belongs to ${to.environment}` }];
        return to.props['region'] === ref(network).component.props['region']
          ? []
          : [{ at, found: `${to.name} is in another region` }];
      });
    },
  },
];
