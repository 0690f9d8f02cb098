import type { Component } from './component';

/** Label of every node of a node group, with its component's key as value: known before the group exists. */
export const nodeGroupLabel = 'slipway.dev/node-group';

export interface Toleration {
  readonly key: string;
  readonly operator: 'Equal' | 'Exists';
  readonly value?: string;
  readonly effect: string;
}

/** What puts pods on the nodes of one group and on no others. */
export interface Placement {
  readonly nodeSelector: Readonly<Record<string, string>>;
  readonly tolerations: readonly Toleration[];
}

/** What nodes keep pods off by. */
export interface Taints {
  readonly taints?: Readonly<Record<string, { readonly value?: string; readonly effect: string }>>;
}

/** Placement on a component of kind `node-group`. */
export function placementOn(nodeGroup: Component): Placement {
  const { taints = {} } = nodeGroup.props as Taints;
  return {
    nodeSelector: { [nodeGroupLabel]: nodeGroup.name },
    tolerations: Object.entries(taints).map(([key, { value, effect }]) =>
      value === undefined ? { key, operator: 'Exists', effect } : { key, operator: 'Equal', value, effect },
    ),
  };
}
