import { conditionFault, hostsWithoutCertificate, slowAnswers } from '../../../schemas/contract/expose';
import type { Constraint, ConstraintContext } from '../../../schemas/contract/kind';
import type { Props } from '../input';

type Way = Props['expose'][string];

/** Faults of each way in, with the pointer of the field. */
function ofEachWay(
  fault: (way: Way, context: ConstraintContext<Props>) => readonly { readonly at: string; readonly found: string }[],
): Constraint<Props>['violations'] {
  return ({ expose }, context) =>
    Object.entries(expose).flatMap(([name, way]) =>
      fault(way, context).map(({ at, found }) => ({ at: `/expose/${name}${at}`, found })),
    );
}

function hostsOf(way: Way, { ref }: ConstraintContext<Props>): readonly string[] {
  return way.hosts ?? Object.keys(ref(way.via).component.props['hosts'] ?? {});
}

export const wayConstraints: readonly Constraint<Props>[] = [
  {
    id: 'way-without-port',
    meaning: 'A load balancer sends to the port of the container.',
    fix: 'state container.port',
    violations: ({ container, expose }) =>
      container.port === undefined && Object.keys(expose).length > 0
        ? [{ at: '/expose', found: 'the container has no port' }]
        : [],
  },
  {
    id: 'way-without-condition',
    meaning: 'A listener rule says which hosts or paths it is for.',
    fix: 'state hosts or paths, or give the load balancer hosts',
    violations: ofEachWay((way, context) =>
      conditionFault(way.paths, hostsOf(way, context)) === 'none' ? [{ at: '', found: 'neither hosts nor paths' }] : [],
    ),
  },
  {
    id: 'too-many-conditions',
    meaning: 'A listener rule has at most five hosts and paths together.',
    fix: 'take wildcards, or make another way in for the others',
    violations: ofEachWay((way, context) => {
      const hosts = hostsOf(way, context);
      const found = `${way.paths.length + hosts.length} hosts and paths`;
      return conditionFault(way.paths, hosts) === 'too-many' ? [{ at: '', found }] : [];
    }),
  },
  {
    id: 'host-without-certificate',
    meaning: 'The certificate of the load balancer is for every host of a way in.',
    fix: 'correct the host, or add it to the alternatives of the certificate',
    violations: ofEachWay((way, context) =>
      hostsWithoutCertificate(way.via, hostsOf(way, context), context.ref).map((host) => ({
        at: way.hosts === undefined ? '' : `/hosts/${way.hosts.indexOf(host)}`,
        found: `no name of it covers ${host}`,
      })),
    ),
  },
  {
    id: 'health-timeout-over-interval',
    meaning: 'A load balancer waits for an answer less long than it takes between two checks.',
    fix: 'lower health.timeoutSeconds or raise health.intervalSeconds',
    violations: ofEachWay(({ health }) => slowAnswers(health)),
  },
  {
    id: 'way-from-another-network',
    meaning: 'A load balancer reaches instances of its own network.',
    fix: 'take a load balancer of the network',
    violations: ofEachWay(({ via }, { props, ref }) => {
      const network = ref(via).component.props['network'] as string;
      return network === props.network ? [] : [{ at: '/via', found: `${via} is in ${network}` }];
    }),
  },
  {
    id: 'judge-without-way',
    meaning: 'A load balancer judges instances that it sends requests to.',
    fix: 'expose the fleet, or let EC2 judge, with a healthCommand',
    violations: ({ healthCheck, expose }) =>
      healthCheck.type === 'ELB' && Object.keys(expose).length === 0
        ? [{ at: '/healthCheck/type', found: 'ELB, and no way in' }]
        : [],
  },
];
