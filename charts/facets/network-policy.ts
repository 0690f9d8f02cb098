import { ApiObject, type Chart } from 'cdk8s';
import type {
  NetworkPolicyEgressRule,
  NetworkPolicyIngressRule,
  NetworkPolicyPeer,
} from 'cdk8s-plus-28/lib/imports/k8s';
import { objectId } from './object';

/** A set of pods, by namespace and labels. */
export interface Pods {
  readonly namespace: string;
  readonly labels: Readonly<Record<string, string>>;
}

/** Who or what stands at the other end of a path. */
export type Peer = { readonly pods: Pods } | { readonly cidr: string; readonly except?: readonly string[] };

export interface PathRule {
  readonly peers: readonly Peer[];
  readonly ports: readonly { readonly port: number; readonly to?: number; readonly protocol?: 'tcp' | 'udp' }[];
}

export interface PolicySpec {
  readonly name: string;
  readonly pods: Pods;
  readonly ingress: readonly PathRule[];
  readonly egress: readonly PathRule[];
}

/** What may reach a workload and what it may reach; everything else stays shut by the namespace's default deny. */
export function addNetworkPolicy(
  chart: Chart,
  spec: PolicySpec,
  annotations: Readonly<Record<string, string>> = {},
): void {
  const ingress: NetworkPolicyIngressRule[] = spec.ingress.map((rule) => ({
    from: rule.peers.map(toPeer),
    ports: rule.ports.map(toPort),
  }));
  const egress: NetworkPolicyEgressRule[] = spec.egress.map((rule) => ({
    to: rule.peers.map(toPeer),
    ports: rule.ports.map(toPort),
  }));
  new ApiObject(chart, objectId('NetworkPolicy', spec.name), {
    apiVersion: 'networking.k8s.io/v1',
    kind: 'NetworkPolicy',
    metadata: {
      name: spec.name,
      namespace: spec.pods.namespace,
      ...(Object.keys(annotations).length === 0 ? {} : { annotations: { ...annotations } }),
    },
    spec: { podSelector: { matchLabels: spec.pods.labels }, policyTypes: ['Ingress', 'Egress'], ingress, egress },
  });
}

function toPeer(peer: Peer): NetworkPolicyPeer {
  if ('cidr' in peer) return { ipBlock: { cidr: peer.cidr, ...(peer.except ? { except: [...peer.except] } : {}) } };
  return {
    namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': peer.pods.namespace } },
    podSelector: { matchLabels: { ...peer.pods.labels } },
  };
}

function toPort({ port, to, protocol }: PathRule['ports'][number]) {
  return {
    protocol: (protocol ?? 'tcp').toUpperCase(),
    port: port as never,
    ...(to === undefined ? {} : { endPort: to }),
  };
}
