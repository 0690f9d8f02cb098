import { EksAccessEntry } from '@cdktf/provider-aws/lib/eks-access-entry';
import { EksAccessPolicyAssociation } from '@cdktf/provider-aws/lib/eks-access-policy-association';
import { EksCluster } from '@cdktf/provider-aws/lib/eks-cluster';
import { IamRole } from '@cdktf/provider-aws/lib/iam-role';
import { IamRolePolicy } from '@cdktf/provider-aws/lib/iam-role-policy';
import { IamRolePolicyAttachment } from '@cdktf/provider-aws/lib/iam-role-policy-attachment';
import type { AwsContext } from '../../schemas/contract/kind';
import { addLogGroup } from '../facets/log-group';
import { serviceTrust } from '../facets/policy';
import type { Props } from './input';

type Context = AwsContext<Props>;

/** Managed policies of the access levels. @see https://docs.aws.amazon.com/eks/latest/userguide/access-policy-permissions.html */
const accessPolicies: Readonly<Record<Props['access'][string]['policy'], string>> = {
  'cluster-admin': 'AmazonEKSClusterAdminPolicy',
  admin: 'AmazonEKSAdminPolicy',
  edit: 'AmazonEKSEditPolicy',
  view: 'AmazonEKSViewPolicy',
  'admin-view': 'AmazonEKSAdminViewPolicy',
};

/** The control plane with its role and its logs. */
export function addControlPlane(context: Context): void {
  const { scope, props, own, ref, self } = context;
  const before = addRole(context);
  const logs = addLogGroup(context, {
    role: 'control-plane',
    // EKS writes to this name and no other, and would make the group itself, without key or end.
    name: `/aws/eks/${own('clusterName')}/cluster`,
    retentionDays: props.logs.retentionDays,
    encryption: props.logs.encryption,
  });
  const cluster = new EksCluster(scope, 'this', {
    name: own('clusterName'),
    version: props.version,
    roleArn: context.attribute('aws_iam_role', 'arn'),
    bootstrapSelfManagedAddons: false,
    deletionProtection: props.protect,
    enabledClusterLogTypes: [...props.logs.types],
    accessConfig: { authenticationMode: 'API', bootstrapClusterCreatorAdminPermissions: false },
    encryptionConfig: { provider: { keyArn: own('keyArn') }, resources: ['secrets'] },
    kubernetesNetworkConfig: { ipFamily: 'ipv4', serviceIpv4Cidr: props.serviceCidr },
    upgradePolicy: { supportType: props.support.toUpperCase() },
    vpcConfig: {
      subnetIds: ref(props.network).list('privateSubnetIds'),
      endpointPrivateAccess: true,
      endpointPublicAccess: props.publicAccess.length > 0,
      ...(props.publicAccess.length > 0 ? { publicAccessCidrs: [...props.publicAccess] } : {}),
    },
    zonalShiftConfig: { enabled: props.zonalShift },
    tags: { Name: self.physicalName('eks-cluster') },
    ...(props.protect ? { lifecycle: { preventDestroy: true } } : {}),
  });
  cluster.addOverride('depends_on', [...before, logs.name.replace(/^\$\{(.*)\.name\}$/, '$1')]);
}

/** Role of the control plane. Returns the addresses of what it may do. */
function addRole({ scope, self, props, own, attribute, policy, settings }: Context): string[] {
  const { partition } = settings.aws;
  new IamRole(scope, 'this$role', {
    name: self.physicalName('iam-role'),
    description: `Control plane of ${self.name}`,
    assumeRolePolicy: policy('trust', serviceTrust(['eks.amazonaws.com'])),
  });
  const role = attribute('aws_iam_role', 'name');
  const managed = {
    'cluster-policy': 'AmazonEKSClusterPolicy',
    // Makes the branch interfaces of pods that carry security groups of their own.
    ...(props.addons['vpc-cni'].podSecurityGroups ? { 'pod-interfaces': 'AmazonEKSVPCResourceController' } : {}),
  };
  for (const [id, name] of Object.entries(managed)) {
    const policyArn = `arn:${partition}:iam::aws:policy/${name}`;
    new IamRolePolicyAttachment(scope, id, { role, policyArn });
  }
  new IamRolePolicy(scope, 'encryption', {
    name: 'encrypt-secrets',
    role,
    policy: policy('encryption$document', [
      {
        actions: ['kms:Encrypt', 'kms:Decrypt', 'kms:ListGrants', 'kms:DescribeKey'],
        resources: [own('keyArn')],
      },
    ]),
  });
  return [
    ...Object.keys(managed).map((id) => `aws_iam_role_policy_attachment.${self.id}_${id.replace(/-/g, '_')}`),
    `aws_iam_role_policy.${self.id}_encryption`,
  ];
}

/** Who may enter: principals with managed access policies, the only way in. */
export function addAccess({ scope, props, own, attribute, settings }: Context): void {
  for (const [name, { principalArn, policy, namespaces }] of Object.entries(props.access)) {
    const role = `access-${name}`;
    new EksAccessEntry(scope, role, { clusterName: own('id'), principalArn, type: 'STANDARD' });
    new EksAccessPolicyAssociation(scope, role + '$policy', {
      clusterName: own('id'),
      principalArn: attribute('aws_eks_access_entry', 'principal_arn', role),
      policyArn: `arn:${settings.aws.partition}:eks::aws:cluster-access-policy/${accessPolicies[policy]}`,
      accessScope: namespaces === undefined ? { type: 'cluster' } : { type: 'namespace', namespaces: [...namespaces] },
    });
  }
}
