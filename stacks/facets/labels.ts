import type { Constraint } from '../../schemas/contract/kind';

/** Domains whose labels EKS refuses. @see https://docs.aws.amazon.com/eks/latest/userguide/create-managed-node-group.html */
const reservedDomains = ['kubernetes.io', 'k8s.io', 'eks.amazonaws.com'];

/** Of nodes that EKS starts. */
export const reservedLabel: Constraint<{ readonly labels: Readonly<Record<string, string>> }> = {
  id: 'reserved-label',
  meaning: 'Labels below kubernetes.io, k8s.io and eks.amazonaws.com are those of Kubernetes and EKS.',
  fix: 'take a domain of your own, or none',
  violations: ({ labels }) =>
    Object.keys(labels).flatMap((label) =>
      reservedDomains.some((domain) => label.includes(`${domain}/`))
        ? [{ at: `/labels/${label.replace(/\//g, '~1')}`, found: `${label} is reserved` }]
        : [],
    ),
};
