import type { Row } from './row';
import { at, list, pick, text } from './values';

const workspace = 'pingvas-shared-platform';
const managed = [
  'aws-ebs-csi-driver',
  'aws-efs-csi-driver',
  'coredns',
  'eks-pod-identity-agent',
  'kube-proxy',
  'metrics-server',
  'snapshot-controller',
  'vpc-cni',
];
/** Charts: where from, which, in which namespace, at which version. */
const charts: Readonly<Record<string, readonly [string, string, string, string]>> = {
  'load-balancer-controller': [
    'https://aws.github.io/eks-charts',
    'aws-load-balancer-controller',
    'kube-system',
    '3.5.0',
  ],
  'gpu-device-plugin': ['https://nvidia.github.io/k8s-device-plugin', 'nvidia-device-plugin', 'kube-system', '0.19.3'],
  'external-secrets': ['https://charts.external-secrets.io', 'external-secrets', 'external-secrets', '1.3.1'],
  'sealed-secrets': ['https://bitnami.github.io/sealed-secrets', 'sealed-secrets', 'sealed-secrets', '2.19.3'],
  keda: ['https://kedacore.github.io/charts', 'keda', 'keda', '2.21.0'],
  karpenter: ['public.ecr.aws/karpenter', 'karpenter', 'kube-system', '1.14.1'],
};
/** Accounts of Kubernetes that a role of AWS stands behind. */
const roles: Readonly<Record<string, readonly [string, string, string]>> = {
  'vpc-cni': ['aws-node', 'eks_vpc_cni', 'arn:aws:iam::aws:policy/AmazonEKS_CNI_Policy'],
  'aws-ebs-csi-driver': [
    'ebs-csi-controller-sa',
    'eks_aws_ebs_csi_driver',
    'arn:aws:iam::aws:policy/service-role/AmazonEBSCSIDriverPolicy',
  ],
  'aws-efs-csi-driver': [
    'efs-csi-controller-sa',
    'eks_aws_efs_csi_driver',
    'arn:aws:iam::aws:policy/service-role/AmazonEFSCSIDriverPolicy',
  ],
};

export const pv22: Row = {
  id: 'PV-22',
  title: 'Add-ons that the rest of the cluster needs',
  states: {
    'AWS manages the network plug-in, CoreDNS, kube-proxy, the Pod Identity agent, both CSI drivers, the snapshot controller and the metrics server':
      (output) => {
        const addons = Object.values(output.resources(workspace, 'aws_eks_addon'));
        expect(addons.map((addon) => addon['addon_name'])).toEqual(managed);
        for (const addon of addons) {
          expect(addon['cluster_name']).toBe('${aws_eks_cluster.eks.name}');
          expect(addon['addon_version']).toMatch(/^v\d+\.\d+\.\d+-eksbuild\.\d+$/);
        }
      },
    'the network plug-in enforces network policies, and gives pods their own security groups': (output) => {
      const addon = output.resource(workspace, 'aws_eks_addon', 'eks_vpc_cni');
      expect(JSON.parse(text(addon['configuration_values']))).toMatchObject({
        enableNetworkPolicy: 'true',
        env: { ENABLE_POD_ENI: 'true', POD_SECURITY_GROUP_ENFORCING_MODE: 'standard' },
      });
    },
    'those that call AWS have a role each, by Pod Identity': (output) => {
      for (const [name, [account, id, policy]] of Object.entries(roles)) {
        const addon = output.resource(workspace, 'aws_eks_addon', `eks_${name.replaceAll('-', '_')}`);
        expect(addon['pod_identity_association']).toEqual([
          { role_arn: `\${aws_iam_role.${id}.arn}`, service_account: account },
        ]);
        const attachment = output.resource(workspace, 'aws_iam_role_policy_attachment', id);
        expect(pick(attachment, ['policy_arn', 'role'])).toEqual({
          policy_arn: policy,
          role: `\${aws_iam_role.${id}.name}`,
        });
      }
    },
    'Argo CD installs the load balancer controller, the GPU device plug-in, External Secrets, Sealed Secrets, KEDA and Karpenter, at fixed versions':
      (output) => {
        for (const [name, [repository, chart, namespace, version]] of Object.entries(charts)) {
          const spec = at(output.manifest('Application', `shared-${name}`, 'argocd'), 'spec');
          expect(pick(at(spec, 'source'), ['repoURL', 'chart', 'targetRevision'])).toEqual({
            repoURL: repository,
            chart,
            targetRevision: version,
          });
          expect(at(spec, 'destination', 'namespace')).toBe(namespace);
        }
      },
    'the load balancer controller and External Secrets act as roles of their own': (output) => {
      const accounts = {
        load_balancer_controller: ['kube-system', 'aws-load-balancer-controller'],
        external_secrets: ['external-secrets', 'external-secrets'],
      };
      for (const [id, [namespace, account]] of Object.entries(accounts)) {
        const found = output.resource(workspace, 'aws_eks_pod_identity_association', `${id}_identity`);
        expect(pick(found, ['namespace', 'service_account', 'role_arn'])).toEqual({
          namespace,
          service_account: account,
          role_arn: `\${aws_iam_role.${id}_role.arn}`,
        });
      }
    },
    'the scaler may reach the queues of both environments': (output) => {
      const policy = output.manifest('NetworkPolicy', 'keda', 'keda');
      const toRedis = list(at(policy, 'spec', 'egress')).filter((rule) =>
        output.seek(() => at(rule, 'ports', 0, 'port') === 6379),
      );
      expect(toRedis).toEqual([
        { ports: [{ port: 6379, protocol: 'TCP' }], to: [{ ipBlock: { cidr: '10.0.0.0/16' } }] },
      ]);
    },
  },
};
