import type { Constraint } from '../../schemas/contract/kind';
import { contains, overlaps, parseCidr } from '../../schemas/primitives/cidr';
import { keyConstraints } from '../facets/key';
import type { Props } from './input';

/** Networks that EKS takes for Services. @see https://docs.aws.amazon.com/eks/latest/APIReference/API_KubernetesNetworkConfigRequest.html */
const privateNetworks = ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16'].map(parseCidr);

function serviceCidrFault(cidr: string): string | undefined {
  const parsed = parseCidr(cidr);
  if (!privateNetworks.some((network) => contains(network, parsed))) return `${cidr} is no private network`;
  return parsed.prefix < 12 || parsed.prefix > 24 ? `${cidr} has prefix length ${parsed.prefix}` : undefined;
}

export const constraints: readonly Constraint<Props>[] = [
  ...keyConstraints<Props>(),
  {
    id: 'service-ports-reversed',
    meaning: 'The first of a range of ports is not above the last.',
    fix: 'exchange servicePorts.from and servicePorts.to',
    violations: ({ servicePorts: ports }) =>
      ports && ports.from > ports.to
        ? [{ at: '/servicePorts/from', found: `first port ${ports.from} is above the last, ${ports.to}` }]
        : [],
  },
  {
    id: 'service-network',
    meaning: 'Services have a private network of prefix length 12 to 24.',
    fix: 'choose a private network such as 172.20.0.0/16',
    violations: ({ serviceCidr }) => {
      const found = serviceCidrFault(serviceCidr);
      return found === undefined ? [] : [{ at: '/serviceCidr', found }];
    },
  },
  {
    id: 'services-in-the-network',
    meaning: 'The addresses of Services are none of the VPC.',
    fix: 'choose another network for Services',
    violations: ({ serviceCidr, network }, { ref }) => {
      const vpc = ref(network).component.props['cidr'] as string;
      return overlaps(parseCidr(serviceCidr), parseCidr(vpc))
        ? [{ at: '/serviceCidr', found: `${serviceCidr} overlaps the VPC, ${vpc}` }]
        : [];
    },
  },
  {
    id: 'network-of-another-region',
    meaning: 'A cluster stands in the region of its environment.',
    fix: 'name a network of that region, or describe the cluster in an environment of the other',
    violations: ({ network }, { ref }) => {
      const region = ref(network).component.props['region'] as string | undefined;
      return region === undefined ? [] : [{ at: '/network', found: `network ${network} is in ${region}` }];
    },
  },
  {
    id: 'single-zone',
    meaning: 'The control plane needs subnets in two zones at least.',
    fix: 'give the network a second zone',
    violations: ({ network }, { ref }) => {
      const zones = Object.keys(ref(network).component.props['zones'] ?? {});
      return zones.length < 2 ? [{ at: '/network', found: `network ${network} has ${zones.length} zone` }] : [];
    },
  },
  {
    id: 'principal-twice',
    meaning: 'A principal enters the cluster by one entry.',
    fix: 'remove one of the two',
    violations: ({ access }) => {
      const entries = Object.entries(access);
      return entries.flatMap(([name, { principalArn }], index) => {
        const [other] = entries.slice(0, index).find(([, entry]) => entry.principalArn === principalArn) ?? [];
        return other === undefined
          ? []
          : [{ at: `/access/${name}/principalArn`, found: `${principalArn} is that of ${other}` }];
      });
    },
  },
  {
    id: 'cluster-admin-of-a-namespace',
    meaning: 'Policy cluster-admin is given for the whole cluster alone.',
    fix: 'use policy admin, or leave out namespaces',
    violations: ({ access }) =>
      Object.entries(access).flatMap(([name, { policy, namespaces }]) =>
        policy === 'cluster-admin' && namespaces !== undefined
          ? [{ at: `/access/${name}/namespaces`, found: `cluster-admin of ${namespaces.join(', ')}` }]
          : [],
      ),
  },
];
