/** A minor version of Kubernetes that Amazon EKS offers or has offered. */
export interface EksVersion {
  /** Last day of standard support. */
  readonly standardUntil: string;
  /** Last day of extended support, which costs six times as much an hour; the control plane is upgraded by force after it. */
  readonly extendedUntil: string;
}

/**
 * End of support of each version, as of 2026-04. A version that is offered and whose dates AWS has not announced to this
 * table has none; the rule is 14 months of standard support from its release on EKS, then 12 of extended.
 * @see https://docs.aws.amazon.com/eks/latest/userguide/kubernetes-versions.html
 */
export const eksVersions: Readonly<Record<string, EksVersion | undefined>> = {
  '1.28': { standardUntil: '2024-11-26', extendedUntil: '2025-11-26' },
  '1.29': { standardUntil: '2025-03-23', extendedUntil: '2026-03-23' },
  '1.30': { standardUntil: '2025-07-23', extendedUntil: '2026-07-23' },
  '1.31': { standardUntil: '2025-11-26', extendedUntil: '2026-11-26' },
  '1.32': { standardUntil: '2026-03-23', extendedUntil: '2027-03-23' },
  '1.33': { standardUntil: '2026-07-29', extendedUntil: '2027-07-29' },
  '1.34': { standardUntil: '2026-12-02', extendedUntil: '2027-12-02' },
  '1.35': { standardUntil: '2027-03-27', extendedUntil: '2028-03-27' },
  '1.36': undefined,
};

/** Where a version stands on a day. `unknown`: its dates are not in the table. */
export type EksSupport = 'standard' | 'extended' | 'ended' | 'unknown';

/** Support of a version on a day (`2026-11-21`). */
export function eksSupportOn(version: string, day: string): EksSupport {
  const dates = eksVersions[version];
  if (!dates) return 'unknown';
  if (day <= dates.standardUntil) return 'standard';
  return day <= dates.extendedUntil ? 'extended' : 'ended';
}

/**
 * Versions of managed add-ons, by minor version of Kubernetes: those that EKS 1.35 took by default or listed as
 * compatible at the end of August 2026. Where there is none, EKS takes its default when the add-on is made, and keeps it.
 * @see https://docs.aws.amazon.com/eks/latest/APIReference/API_DescribeAddonVersions.html
 */
export const eksAddonVersions: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  '1.35': {
    'amazon-cloudwatch-observability': 'v6.3.0-eksbuild.1',
    'aws-ebs-csi-driver': 'v1.65.0-eksbuild.1',
    'aws-efs-csi-driver': 'v3.4.2-eksbuild.1',
    coredns: 'v1.13.2-eksbuild.21',
    'eks-node-monitoring-agent': 'v1.6.4-eksbuild.1',
    'eks-pod-identity-agent': 'v1.4.0-eksbuild.2',
    'kube-proxy': 'v1.35.3-eksbuild.21',
    'metrics-server': 'v0.9.0-eksbuild.5',
    'snapshot-controller': 'v8.6.0-eksbuild.6',
    'vpc-cni': 'v1.22.4-eksbuild.3',
  },
};

/**
 * Release of the AL2023 images that nodes start from; EKS publishes one about every week.
 * @see https://github.com/awslabs/amazon-eks-ami/releases
 */
export const al2023Release = 'v20260903';
