import { ingressStatements, register } from './load-balancer-statements';
import { metrics, type Preset } from './preset';

/** @see https://github.com/aws/eks-charts/tree/master/stable/aws-load-balancer-controller */
const release = {
  repository: 'https://aws.github.io/eks-charts',
  chart: 'aws-load-balancer-controller',
  version: '3.5.0',
  release: 'aws-load-balancer-controller',
  serviceAccount: 'aws-load-balancer-controller',
  ofCluster: { clusterName: 'name', region: 'region', vpcId: 'vpcId' },
  pods: {
    controller: {
      replicas: 2,
      cpu: '100m',
      memory: '200Mi',
      memoryLimit: '400Mi',
      replicasAt: 'replicaCount',
      resourcesAt: 'resources',
      placementAt: '',
    },
  },
  ports: { webhook: { port: 9443, fromKubernetes: true }, metrics },
  // The chart makes a new certificate each time that it is rendered.
  ignored: {
    certificate: { group: '', kind: 'Secret', name: 'aws-load-balancer-tls', fields: ['.data'] },
    'mutating-webhook': webhook('MutatingWebhookConfiguration'),
    'validating-webhook': webhook('ValidatingWebhookConfiguration'),
  },
};

function webhook(kind: string) {
  const fields = ['.webhooks[].clientConfig.caBundle'];
  return { group: 'admissionregistration.k8s.io', kind, name: 'aws-load-balancer-webhook', fields };
}

/** Joins pods to target groups that Terraform has made. It can make no load balancer: its role has no right to. */
export const loadBalancerController: Preset = {
  summary: 'AWS Load Balancer Controller: joins pods to target groups, and makes no load balancer.',
  release: {
    ...release,
    values: {
      // Without it each Service waits for this controller, load balancer or not.
      enableServiceMutatorWebhook: false,
      createIngressClassResource: false,
      ingressClassParams: { create: false },
      enableShield: false,
      enableWaf: false,
      enableWafv2: false,
    },
    statements: [
      {
        actions: [
          'ec2:DescribeAvailabilityZones',
          'ec2:DescribeInstances',
          'ec2:DescribeNetworkInterfaces',
          'ec2:DescribeSecurityGroups',
          'ec2:DescribeSubnets',
          'ec2:DescribeVpcs',
          'elasticloadbalancing:DescribeTargetGroups',
          'elasticloadbalancing:DescribeTargetHealth',
        ],
        resources: ['*'],
        why: 'descriptions know no resource',
      },
      register,
    ],
  },
};

/** As above, and makes the load balancers of Ingresses of class `alb`: it touches those of its own cluster alone. */
export const loadBalancerControllerWithIngress: Preset = {
  summary:
    'AWS Load Balancer Controller: makes the load balancers of Ingresses of class `alb`, and joins pods to them.',
  release: {
    ...release,
    provides: ['IngressClass/alb'],
    values: {
      enableServiceMutatorWebhook: false,
      createIngressClassResource: true,
      ingressClass: 'alb',
      ingressClassParams: { create: true, name: 'alb' },
      // Terraform makes the groups and their rules.
      enableBackendSecurityGroup: false,
      enableShield: false,
      enableWaf: false,
      enableWafv2: true,
    },
    statements: ingressStatements,
  },
};
