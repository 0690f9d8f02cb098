import type { Json, JsonObject } from '../../schemas/primitives/artifact';
import { at, entries, list } from './values';

/** What a policy says of one way, in one line a rule: ports, then the other side. */
export function rulesIn(policy: JsonObject, way: 'ingress' | 'egress'): string[] {
  const rules = list(at(policy, 'spec', way)) as JsonObject[];
  return rules.map((rule) => {
    const ports = list(rule['ports']).map((port) => `${shown(at(port, 'protocol'))} ${shown(at(port, 'port'))}`);
    const peers = list(rule[way === 'egress' ? 'to' : 'from']).map(peerOf);
    return `${ports.join(' ')}: ${peers.join(' | ')}`;
  });
}

function peerOf(peer: Json): string {
  const block = at(peer, 'ipBlock');
  const but = list(at(block, 'except')).map((range) => ` except ${shown(range)}`);
  if (block !== undefined) return `${shown(at(block, 'cidr'))}${but.join('')}`;
  const selectors = [at(peer, 'namespaceSelector', 'matchLabels'), at(peer, 'podSelector', 'matchLabels')];
  return selectors.map(labelsOf).join(' ');
}

/** Labels of a selector, `key=value`. */
export function labelsOf(labels: Json | undefined): string {
  return entries(labels)
    .map(([key, value]) => `${key}=${shown(value)}`)
    .join(' ');
}

function shown(value: Json | undefined): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : JSON.stringify(value);
}
