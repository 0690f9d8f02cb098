import type { Component } from '../../schemas/contract/component';

/** Add-ons that a node needs to become ready. They are daemons: without nodes they count as active. */
export const nodeAddons = ['kube-proxy', 'eks-pod-identity-agent', 'vpc-cni'] as const;

/** What must be there before a cluster's nodes, as far as it is in the same workspace. */
export function beforeNodes(cluster: Component, from: Component): string[] {
  if (cluster.environment !== from.environment) return [];
  return nodeAddons.map((addon) => `aws_eks_addon.${cluster.id}_${addon.replace(/-/g, '_')}`);
}

/** What must be there before add-ons that run as ordinary pods: without a node they never become active. */
export function beforePods(nodes: Component, from: Component): string[] {
  return nodes.environment === from.environment ? [`aws_eks_node_group.${nodes.id}`] : [];
}
