/**
 * What stands in a cluster without a manifest of ours, as `Kind/namespace/name`, or `Kind/name` outside of namespaces.
 * @see https://kubernetes.io/docs/concepts/overview/working-with-objects/namespaces/#initial-namespaces
 * @see https://kubernetes.io/docs/concepts/scheduling-eviction/pod-priority-preemption/
 * @see https://kubernetes.io/docs/reference/access-authn-authz/rbac/#default-roles-and-role-bindings
 * @see https://docs.aws.amazon.com/eks/latest/userguide/create-cluster.html (add-ons and storage class of a new cluster)
 */
export const givenByCluster: readonly string[] = [
  'Namespace/default',
  'Namespace/kube-node-lease',
  'Namespace/kube-public',
  'Namespace/kube-system',
  'PriorityClass/system-cluster-critical',
  'PriorityClass/system-node-critical',
  'Service/default/kubernetes',
  'ClusterRole/admin',
  'ClusterRole/cluster-admin',
  'ClusterRole/edit',
  'ClusterRole/view',
  'Role/kube-system/extension-apiserver-authentication-reader',
  'ConfigMap/kube-system/extension-apiserver-authentication',
  'StorageClass/gp2',
  'ServiceAccount/kube-system/aws-node',
  'ServiceAccount/kube-system/coredns',
  'ServiceAccount/kube-system/kube-proxy',
  'ConfigMap/kube-system/coredns',
  'ConfigMap/kube-system/kube-proxy',
  'ConfigMap/kube-system/kube-proxy-config',
  'Deployment/kube-system/coredns',
  'DaemonSet/kube-system/aws-node',
  'DaemonSet/kube-system/kube-proxy',
  'Service/kube-system/kube-dns',
];

/** What stands in every namespace. @see https://kubernetes.io/docs/concepts/security/service-accounts/#default-service-accounts */
export const givenByNamespace: readonly string[] = ['ServiceAccount/default', 'ConfigMap/kube-root-ca.crt'];

/** Roles with this prefix belong to Kubernetes itself. */
export const givenRolePrefix = 'system:';

/**
 * What EKS managed add-ons bring.
 * @see https://docs.aws.amazon.com/eks/latest/userguide/workloads-add-ons-available-eks.html
 * @see https://docs.aws.amazon.com/eks/latest/userguide/community-addons.html
 */
export const givenByAddon: Readonly<Record<string, readonly string[]>> = {
  'amazon-cloudwatch-observability': [
    'Namespace/amazon-cloudwatch',
    'ServiceAccount/amazon-cloudwatch/cloudwatch-agent',
  ],
  'aws-ebs-csi-driver': [
    'ServiceAccount/kube-system/ebs-csi-controller-sa',
    'ServiceAccount/kube-system/ebs-csi-node-sa',
  ],
  'aws-efs-csi-driver': [
    'ServiceAccount/kube-system/efs-csi-controller-sa',
    'ServiceAccount/kube-system/efs-csi-node-sa',
  ],
  'aws-mountpoint-s3-csi-driver': ['ServiceAccount/kube-system/s3-csi-driver-sa'],
  'cert-manager': ['Namespace/cert-manager', 'ServiceAccount/cert-manager/cert-manager'],
  'eks-pod-identity-agent': ['DaemonSet/kube-system/eks-pod-identity-agent'],
  'external-dns': ['Namespace/external-dns', 'ServiceAccount/external-dns/external-dns'],
  'kube-state-metrics': [
    'Namespace/kube-state-metrics',
    'ServiceAccount/kube-state-metrics/kube-state-metrics',
    'Service/kube-state-metrics/kube-state-metrics',
  ],
  'metrics-server': [
    'ServiceAccount/kube-system/metrics-server',
    'Deployment/kube-system/metrics-server',
    'Service/kube-system/metrics-server',
  ],
  'snapshot-controller': ['ServiceAccount/kube-system/snapshot-controller'],
  'vpc-cni': ['ServiceAccount/kube-system/aws-node'],
};
