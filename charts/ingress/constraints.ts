import { certificateNames } from '../../schemas/contract/certificate';
import type { Constraint, ConstraintContext } from '../../schemas/contract/kind';
import type { OutputContext } from '../../schemas/contract/output';
import { isCovered } from '../../schemas/primitives/domain';
import { slowAnswers } from '../../schemas/contract/expose';
import type { Props } from './input';

type Zones = Readonly<Record<string, { readonly public?: string }>>;

/** The network of the cluster that its namespace is in. */
export function networkOf({ props, ref }: OutputContext<Props>): string {
  const cluster = ref(props.namespace).component.props['cluster'] as string;
  return ref(cluster).component.props['network'] as string;
}

/** Routes of all hosts, with the pointer of each. */
export function routesOf({ hosts }: Props) {
  return Object.entries(hosts).flatMap(([host, { routes }]) =>
    Object.entries(routes).map(([name, route]) => ({ host, name, route, at: `/hosts/${host}/routes/${name}` })),
  );
}

function regionOf(component: string, { ref }: ConstraintContext<Props>): string | undefined {
  return ref(component).component.props['region'] as string | undefined;
}

export const constraints: readonly Constraint<Props>[] = [
  {
    id: 'service-of-another-namespace',
    meaning: 'An Ingress leads to Services of its own namespace alone.',
    fix: 'move the service, or describe an ingress in its namespace',
    violations: (props, { ref }) =>
      routesOf(props).flatMap(({ route, at }) => {
        const namespace = ref(route.service).component.props['namespace'] as string;
        return namespace === props.namespace
          ? []
          : [{ at: `${at}/service`, found: `${route.service} is in ${namespace}, not in ${props.namespace}` }];
      }),
  },
  {
    id: 'one-path-twice',
    meaning: 'A path of a host leads to one service.',
    fix: 'remove one of the routes, or give it another path',
    violations: (props) => {
      const routes = routesOf(props);
      return routes.flatMap(({ host, route, at }, index) => {
        const first = routes.findIndex(
          (other) => other.host === host && other.route.path === route.path && other.route.match === route.match,
        );
        return first === index
          ? []
          : [{ at: `${at}/path`, found: `${routes[first]?.name ?? ''} has ${route.match} ${route.path} too` }];
      });
    },
  },
  {
    id: 'host-without-certificate',
    meaning: 'The certificate is for every host.',
    fix: 'add the host, or a wildcard over it, to the alternatives of the certificate',
    violations: ({ hosts, certificate }, { ref }) => {
      const names = certificateNames(ref(certificate).component);
      return Object.keys(hosts)
        .filter((host) => !isCovered(host, names))
        .map((host) => ({ at: `/hosts/${host}`, found: `${certificate} is for ${names.join(', ')}` }));
    },
  },
  {
    id: 'region-of-certificate',
    meaning: 'A load balancer and its certificate are in one region.',
    fix: 'make a certificate in the region of the network',
    violations: ({ certificate }, context) =>
      regionOf(certificate, context) === regionOf(networkOf(context), context)
        ? []
        : [{ at: '/certificate', found: `${certificate} is in ${regionOf(certificate, context) ?? 'another region'}` }],
  },
  {
    id: 'two-zones',
    meaning: 'A load balancer stands in subnets of two zones at least; one of the internet in public ones.',
    fix: 'give the network another zone, or public subnets',
    violations: ({ scheme }, context) => {
      const network = networkOf(context);
      const zones = Object.values(context.ref(network).component.props['zones'] as Zones);
      const usable = scheme === 'internal' ? zones : zones.filter((zone) => zone.public !== undefined);
      const what = scheme === 'internal' ? 'zones' : 'public subnets';
      return usable.length >= 2 ? [] : [{ at: '/scheme', found: `${network} has ${usable.length} ${what}` }];
    },
  },
  {
    id: 'health-timeout-over-interval',
    meaning: 'A load balancer waits for an answer less long than it takes between two checks.',
    fix: 'lower health.timeoutSeconds or raise health.intervalSeconds',
    violations: ({ health }) => slowAnswers(health),
  },
  {
    id: 'web-acl-scope',
    meaning: 'The web ACL of a load balancer is a regional one.',
    fix: 'name a web ACL of scope regional',
    violations: ({ webAcl }, { ref }) =>
      webAcl === undefined || ref(webAcl).component.props['scope'] === 'regional'
        ? []
        : [{ at: '/webAcl', found: `${webAcl} is for CloudFront` }],
  },
  {
    id: 'one-bucket-for-logs',
    meaning: 'Access logs go to one bucket, which the environment of the load balancer describes.',
    fix: 'describe a bucket for the logs in this environment, and use that one alone with deliver-logs',
    violations: (_, { self, uses }) =>
      uses
        .filter(({ access }) => access === 'deliver-logs')
        .flatMap(({ to }, index) => {
          const at = `/uses/${to.name}`;
          if (index > 0) return [{ at, found: 'a second bucket for logs' }];
          return to.environment === self.environment ? [] : [{ at, found: `${to.name} belongs to ${to.environment}` }];
        }),
  },
];
