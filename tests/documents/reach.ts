import { BlockList } from 'node:net';
import type { Json, JsonObject } from '../../schemas/primitives/artifact';
import { at, entries, list, text } from '../rows/values';

type Labels = Readonly<Record<string, Json>>;

/** Where a pod may want to go: a pod with the labels of its namespace and its own, or an address outside of the cluster. */
export type Target =
  | { readonly namespace: { readonly name: string; readonly labels: Labels }; readonly pod: Labels }
  | { readonly address: string };

export interface Port {
  readonly protocol: 'TCP' | 'UDP';
  readonly port: number;
}

/** Whether one NetworkPolicy lets the pods that it selects go to a port of a target. @see https://kubernetes.io/docs/concepts/services-networking/network-policies/ */
export function letsOut(policy: JsonObject, target: Target, wanted: Port): boolean {
  const own = at(policy, 'metadata', 'namespace');
  return list(at(policy, 'spec', 'egress')).some((rule) => {
    const ports = list(at(rule, 'ports'));
    const peers = list(at(rule, 'to'));
    const through = ports.length === 0 || ports.some((port) => admits(port, wanted));
    return through && (peers.length === 0 || peers.some((peer) => isMeant(peer, target, own)));
  });
}

/** Named ports are not known here; none of the policies uses one. */
function admits(stated: Json, { protocol, port }: Port): boolean {
  const [first, last] = [at(stated, 'port'), at(stated, 'endPort') ?? at(stated, 'port')];
  if ((at(stated, 'protocol') ?? 'TCP') !== protocol) return false;
  return first === undefined || (Number(first) <= port && port <= Number(last));
}

function isMeant(peer: Json, target: Target, own: Json | undefined): boolean {
  const block = at(peer, 'ipBlock');
  // What stands behind an address is told by the address alone, and a pod by its labels alone.
  if ('address' in target) {
    const outside = list(at(block, 'except')).some((range) => contains(range, target.address));
    return block !== undefined && contains(at(block, 'cidr'), target.address) && !outside;
  }
  if (block !== undefined) return false;
  const [namespaces, pods] = [at(peer, 'namespaceSelector'), at(peer, 'podSelector')];
  const there = namespaces === undefined ? target.namespace.name === own : matches(namespaces, target.namespace.labels);
  return there && (pods === undefined || matches(pods, target.pod));
}

/** A selector without labels takes everything. */
function matches(selector: Json, labels: Labels): boolean {
  if (at(selector, 'matchExpressions') !== undefined) throw new Error('expressions of selectors are not known here');
  return entries(at(selector, 'matchLabels')).every(([key, value]) => labels[key] === value);
}

function contains(range: Json | undefined, address: string): boolean {
  const [network = '', prefix] = text(range).split('/');
  const ranges = new BlockList();
  ranges.addSubnet(network, Number(prefix));
  return ranges.check(address);
}
