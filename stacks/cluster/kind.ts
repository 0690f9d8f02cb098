import { defineAwsKind, type AwsContext } from '../../schemas/contract/kind';
import { bound, known, runtime, type OutputContext } from '../../schemas/contract/output';
import { addressAt, parseCidr } from '../../schemas/primitives/cidr';
import { twoZones } from '../facets/examples';
import { addOwnKey, keyOutput } from '../facets/key';
import { addAddons } from './addons';
import { constraints } from './constraints';
import { addAccess, addControlPlane } from './control-plane';
import { Input, type Props } from './input';

function clusterName({ self }: OutputContext<Props>): string {
  return self.physicalName('eks-cluster');
}

function clusterArn(context: OutputContext<Props>): string {
  const { partition, region, account } = context.self.settings.aws;
  return `arn:${partition}:eks:${region}:${account}:cluster/${clusterName(context)}`;
}

/** A Kubernetes cluster: control plane, add-ons, and the security group of its nodes. Nodes are components of their own. */
export const cluster = defineAwsKind<typeof Input>({
  kind: 'cluster',
  summary: 'An EKS cluster: private, encrypted, logged, entered by IAM alone, with managed add-ons.',
  creates: [
    'the control plane with its role, access entries and protection against deletion',
    'a KMS key that encrypts Secrets, unless one is named',
    'a log group of the control plane, with a retention and a key',
    'the security group of its nodes, whose members reach each other',
    'managed add-ons, each with a role of its own where it calls AWS',
  ],
  input: Input,
  examples: {
    'a cluster in two zones': {
      input: { version: '1.35', servicePorts: { from: 8001, to: 8005 }, addons: { 'metrics-server': {} } },
      with: {
        network: twoZones,
      },
    },
  },
  outputs: {
    clusterName: known('Name.', clusterName),
    arn: known('ARN.', clusterArn),
    version: known('Minor version of Kubernetes.', ({ props }) => props.version),
    serviceCidr: known('Addresses of Services.', ({ props }) => props.serviceCidr),
    apiAddress: known('Address of the Kubernetes API for pods: that of Service `kubernetes`.', ({ props }) =>
      addressAt(parseCidr(props.serviceCidr), 1),
    ),
    discoveryTag: known('Value of the tag `karpenter.sh/discovery` on the security group of its nodes.', clusterName),
    keyArn: keyOutput,
    id: runtime('Name, once the cluster exists.', 'platform', ({ attribute }) => attribute('aws_eks_cluster', 'name')),
    endpoint: bound('Address of the Kubernetes API.', 'platform', ({ attribute }) =>
      attribute('aws_eks_cluster', 'endpoint'),
    ),
    certificateAuthority: bound('Certificate authority of the API, base64.', 'platform', ({ attribute }) =>
      attribute('aws_eks_cluster', 'certificate_authority[0].data'),
    ),
    clusterSecurityGroupId: bound(
      'Security group that EKS makes for control plane and nodes.',
      'platform',
      ({ attribute }) => attribute('aws_eks_cluster', 'vpc_config[0].cluster_security_group_id'),
    ),
    vpcId: bound('Id of the VPC that it is in.', 'platform', ({ props, ref }) => ref(props.network).text('vpcId')),
    oidcIssuer: runtime('Issuer of the tokens of service accounts.', 'platform', ({ attribute }) =>
      attribute('aws_eks_cluster', 'identity[0].oidc[0].issuer'),
    ),
  },
  securityGroup: (context) => ({
    description: `Nodes of ${context.self.nameKey}`,
    egress: 'all',
    network: context.props.network,
    self: true,
    tags: { 'karpenter.sh/discovery': clusterName(context) },
  }),
  offers: {
    ports: ({ props }) =>
      props.servicePorts ? { services: { port: props.servicePorts.from, to: props.servicePorts.to } } : {},
    cidrs: ({ props, ref }) => ref(props.network).list('privateSubnetCidrs'),
    access: ({ servicePorts }) => ({
      describe: {
        description: 'Look up the API’s address and certificate, as a client does before it signs in.',
        statements: ({ own }) => [{ actions: ['eks:DescribeCluster'], resources: [own('arn')] }],
        variables: () => ({ NAME: { output: 'clusterName' } }),
      },
      ...(servicePorts
        ? { services: { description: 'Send requests to the services that run on its nodes.', ports: ['services'] } }
        : {}),
    }),
  },
  constraints,
  layers: { foundation, platform },
});

function foundation(context: AwsContext<Props>): void {
  addOwnKey(context, {
    description: `Secrets of cluster ${context.own('clusterName')}`,
    protect: context.props.protect,
  });
}

function platform(context: AwsContext<Props>): void {
  addControlPlane(context);
  addAccess(context);
  addAddons(context);
}
