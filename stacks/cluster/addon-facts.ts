import type { Placement } from '../../schemas/contract/placement';
import type { Props } from './input';

type Addons = Props['addons'];
export type AddonName = keyof Addons;
type Input<Name extends AddonName> = NonNullable<Addons[Name]>;

interface Fact<Name extends AddonName> {
  /** Service accounts in `kube-system` that need a role, each with its AWS managed policies. */
  readonly roles?: Readonly<Record<string, readonly string[]>>;
  /** It runs ordinary pods, which wait for a node. */
  readonly pods?: true;
  /** Values by the add-on's configuration schema. */
  readonly configuration?: (input: Input<Name>, placement: Placement | undefined) => object;
}

interface Sized {
  readonly cpu: string;
  readonly memory: string;
}

/** CPU is not limited. */
function resources({ cpu, memory }: Sized, memoryLimit: string) {
  return { requests: { cpu, memory }, limits: { memory: memoryLimit } };
}

function placed(placement: Placement | undefined) {
  return placement === undefined ? {} : { nodeSelector: placement.nodeSelector, tolerations: placement.tolerations };
}

/** Add-ons of EKS: what each needs, and how it is told. @see https://docs.aws.amazon.com/eks/latest/userguide/workloads-add-ons-available-eks.html */
export const addonFacts: { readonly [Name in AddonName]-?: Fact<Name> } = {
  'vpc-cni': { roles: { 'aws-node': ['AmazonEKS_CNI_Policy'] }, configuration: vpcCni },
  coredns: {
    pods: true,
    configuration: ({ replicas, ...sized }, placement) => ({
      replicaCount: replicas,
      resources: resources(sized, '170Mi'),
      podDisruptionBudget: { enabled: true, maxUnavailable: 1 },
      ...placed(placement),
    }),
  },
  'kube-proxy': {},
  'eks-pod-identity-agent': {},
  'aws-ebs-csi-driver': {
    roles: { 'ebs-csi-controller-sa': ['service-role/AmazonEBSCSIDriverPolicy'] },
    pods: true,
    configuration: csiDriver,
  },
  'aws-efs-csi-driver': {
    roles: { 'efs-csi-controller-sa': ['service-role/AmazonEFSCSIDriverPolicy'] },
    pods: true,
    configuration: ({ replicas, ...sized }, placement) => ({
      // Two is what the chart has, and there are versions whose schema refuses to hear of it.
      // @see https://github.com/aws/containers-roadmap/issues/2415
      ...(replicas === 2 ? {} : { replicaCount: replicas }),
      controller: { resources: resources(sized, '256Mi'), ...placed(placement) },
    }),
  },
  'snapshot-controller': {
    pods: true,
    configuration: ({ replicas, ...sized }, placement) => ({
      replicaCount: replicas,
      resources: resources(sized, '128Mi'),
      ...placed(placement),
    }),
  },
  'metrics-server': {
    pods: true,
    configuration: ({ replicas, ...sized }, placement) => ({
      replicas,
      resources: resources(sized, '400Mi'),
      podDisruptionBudget: { enabled: true, maxUnavailable: 1 },
      ...placed(placement),
    }),
  },
  'eks-node-monitoring-agent': {},
  'amazon-cloudwatch-observability': {
    roles: { 'cloudwatch-agent': ['CloudWatchAgentServerPolicy', 'AWSXrayWriteOnlyAccess'] },
    pods: true,
  },
};

/**
 * Pods with security groups of their own keep their nodes' rules for what leaves the VPC in mode `standard`, the one
 * that works together with network policies.
 * @see https://github.com/aws/amazon-vpc-cni-k8s#readme
 */
function vpcCni({ networkPolicy, podSecurityGroups, prefixDelegation, addresses }: Input<'vpc-cni'>) {
  const env = {
    ...(podSecurityGroups ? { ENABLE_POD_ENI: 'true', POD_SECURITY_GROUP_ENFORCING_MODE: 'standard' } : {}),
    ...(prefixDelegation ? { ENABLE_PREFIX_DELEGATION: 'true' } : {}),
    ...(addresses ? { MINIMUM_IP_TARGET: String(addresses.minimum), WARM_IP_TARGET: String(addresses.spare) } : {}),
  };
  return {
    enableNetworkPolicy: String(networkPolicy),
    ...(Object.keys(env).length === 0 ? {} : { env }),
  };
}

function csiDriver({ replicas, ...sized }: Input<'aws-ebs-csi-driver'>, placement: Placement | undefined) {
  return { controller: { replicaCount: replicas, resources: resources(sized, '256Mi'), ...placed(placement) } };
}
