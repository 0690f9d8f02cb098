import { certificateNames } from '../../schemas/contract/certificate';
import type { Constraint, ConstraintContext } from '../../schemas/contract/kind';
import { isCovered } from '../../schemas/primitives/domain';
import { hostsInZones } from '../facets/hosts';
import { regionOf } from '../facets/region';
import type { Props } from './input';

/** Keys of the buckets that it serves. */
function served({ uses }: Pick<ConstraintContext<Props>, 'uses'>): string[] {
  return uses.filter(({ access }) => access === 'serve').map(({ to }) => to.name);
}

export const constraints: readonly Constraint<Props>[] = [
  {
    id: 'nothing-to-serve',
    meaning: 'A distribution uses a bucket with `serve`.',
    fix: 'add uses: { <bucket>: serve }',
    violations: (_, context) => (served(context).length === 0 ? [{ at: '', found: 'it serves no bucket' }] : []),
  },
  {
    id: 'tls-without-certificate',
    meaning: 'Which version of TLS users speak is chosen with a certificate of its own alone.',
    fix: 'state certificate and hosts, or leave minimumTls out',
    violations: ({ certificate, minimumTls }) =>
      certificate === undefined && minimumTls !== '1.2'
        ? [{ at: '/minimumTls', found: `TLS ${minimumTls} with the certificate that AWS gives` }]
        : [],
  },
  {
    id: 'unused-origin',
    meaning: '`origins` and `defaultOrigin` name buckets that it uses with `serve`.',
    fix: 'add the bucket to uses, or correct its key',
    violations: ({ origins, defaultOrigin }, context) => {
      const keys = served(context);
      const named = [
        ...Object.keys(origins).map((key) => ({ key, at: `/origins/${key}` })),
        ...(defaultOrigin === undefined ? [] : [{ key: defaultOrigin, at: '/defaultOrigin' }]),
      ];
      return named
        .filter(({ key }) => !keys.includes(key))
        .map(({ key, at }) => ({ at, found: `${key} is not among ${keys.join(', ')}` }));
    },
  },
  {
    id: 'default-missing',
    meaning:
      'Where there are several buckets, one takes the paths that no pattern matches, and the others have patterns.',
    fix: 'state defaultOrigin, and origins.<bucket>.paths of each other bucket',
    violations: ({ origins, defaultOrigin }, context) => {
      const keys = served(context);
      if (keys.length < 2) return [];
      if (defaultOrigin === undefined) return [{ at: '', found: `it serves ${keys.join(', ')}, none by default` }];
      return keys
        .filter((key) => key !== defaultOrigin && (origins[key]?.paths ?? []).length === 0)
        .map((key) => ({ at: '/origins', found: `no path goes to ${key}` }));
    },
  },
  {
    id: 'same-path-twice',
    meaning: 'Each path pattern goes to one bucket.',
    fix: 'remove one of the two',
    violations: ({ origins }) => {
      const owners = new Map<string, string>();
      return Object.entries(origins).flatMap(([key, { paths }]) =>
        paths.flatMap((path, index) => {
          const owner = owners.get(path) ?? key;
          owners.set(path, owner);
          return owner === key ? [] : [{ at: `/origins/${key}/paths/${index}`, found: `${path} goes to ${owner}` }];
        }),
      );
    },
  },
  {
    id: 'bucket-of-another-environment',
    meaning: 'It serves buckets, and writes logs to one, whose policy its own environment makes.',
    fix: 'describe the cdn in the environment of the bucket',
    violations: (_, { self, uses }) =>
      uses
        .filter(({ to }) => to.kind === 'bucket' && to.environment !== self.environment)
        .map(({ to }) => ({ at: `/uses/${to.name}`, found: `${to.name} belongs to ${to.environment}` })),
  },
  {
    id: 'hosts-without-certificate',
    meaning: 'Hosts have a certificate of us-east-1 that is for each of them; a certificate has hosts.',
    fix: 'name a certificate of us-east-1 that covers the hosts',
    violations: ({ hosts, certificate }, { ref }) => {
      const names = Object.keys(hosts);
      if (certificate === undefined)
        return names.length === 0 ? [] : [{ at: '/hosts', found: 'no certificate is stated' }];
      if (names.length === 0) return [{ at: '/certificate', found: 'no hosts are stated' }];
      const { component } = ref(certificate);
      const covered = certificateNames(component);
      const region = regionOf(component.settings, component.props['region'] as string | undefined);
      return [
        ...(region === 'us-east-1' ? [] : [{ at: '/certificate', found: `${certificate} is in ${region}` }]),
        ...names
          .filter((host) => !isCovered(host, covered))
          .map((host) => ({ at: `/hosts/${host}`, found: `${certificate} is for ${covered.join(', ')}` })),
      ];
    },
  },
  hostsInZones,
  {
    id: 'web-acl-scope',
    meaning: 'The web ACL of a distribution has the scope cloudfront.',
    fix: 'name a web ACL of scope cloudfront',
    violations: ({ webAcl }, { ref }) =>
      webAcl === undefined || ref(webAcl).component.props['scope'] === 'cloudfront'
        ? []
        : [{ at: '/webAcl', found: `${webAcl} is a regional one` }],
  },
];
