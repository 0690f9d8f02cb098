import type { Statement } from '../../schemas/contract/connection';

type Condition = NonNullable<Statement['conditions']>[number];

/** Its targets come and go in target groups that Terraform has made for this system. */
export const register: Statement = {
  actions: ['elasticloadbalancing:RegisterTargets', 'elasticloadbalancing:DeregisterTargets'],
  resources: ['arn:{partition}:elasticloadbalancing:{region}:{account}:targetgroup/{system}-*/*'],
};

function own(what: string): string {
  return `arn:{partition}:elasticloadbalancing:{region}:{account}:${what}`;
}

function elb(...actions: readonly string[]): string[] {
  return actions.map((action) => `elasticloadbalancing:${action}`);
}

const descriptions = [
  ...[
    'DescribeAccountAttributes',
    'DescribeAvailabilityZones',
    'DescribeInstances',
    'DescribeInternetGateways',
    'DescribeNetworkInterfaces',
    'DescribeRouteTables',
    'DescribeSecurityGroups',
    'DescribeSubnets',
    'DescribeTags',
    'DescribeVpcs',
    'GetSecurityGroupsForVpc',
  ].map((action) => `ec2:${action}`),
  ...elb(
    'DescribeCapacityReservation',
    'DescribeListenerAttributes',
    'DescribeListenerCertificates',
    'DescribeListeners',
    'DescribeLoadBalancerAttributes',
    'DescribeLoadBalancers',
    'DescribeRules',
    'DescribeSSLPolicies',
    'DescribeTags',
    'DescribeTargetGroupAttributes',
    'DescribeTargetGroups',
    'DescribeTargetHealth',
    'DescribeTrustStores',
  ),
];

/** The first load balancer of an account needs it. */
const serviceLinkedRole: Statement = {
  actions: ['iam:CreateServiceLinkedRole'],
  resources: ['arn:{partition}:iam::{account}:role/aws-service-role/elasticloadbalancing.amazonaws.com/*'],
  conditions: [
    { test: 'StringEquals', variable: 'iam:AWSServiceName', values: ['elasticloadbalancing.amazonaws.com'] },
  ],
};

const changes = elb(
  'DeleteLoadBalancer',
  'DeleteTargetGroup',
  'ModifyListenerAttributes',
  'ModifyLoadBalancerAttributes',
  'ModifyTargetGroup',
  'ModifyTargetGroupAttributes',
  'SetIpAddressType',
  'SetSecurityGroups',
  'SetSubnets',
);

/** AWS asks for no tag of these: upstream’s policy has no condition either. */
const listenerChanges = elb(
  'AddListenerCertificates',
  'CreateListener',
  'CreateRule',
  'DeleteListener',
  'DeleteRule',
  'ModifyListener',
  'ModifyRule',
  'RemoveListenerCertificates',
  'SetRulePriorities',
  'SetWebAcl',
);

const webAcls = ['AssociateWebACL', 'DisassociateWebACL', 'GetWebACL', 'GetWebACLForResource'].map(
  (action) => `wafv2:${action}`,
);

/**
 * What making load balancers needs, held by the tag that the controller gives to all that it makes.
 * @see https://github.com/kubernetes-sigs/aws-load-balancer-controller/blob/main/docs/install/iam_policy.json
 */
export const ingressStatements: readonly Statement[] = ingressStatementsOf('elbv2.k8s.aws/cluster');

function ingressStatementsOf(tag: string): Statement[] {
  const tagged: Condition = { test: 'StringEquals', variable: `aws:ResourceTag/${tag}`, values: ['{cluster}'] };
  const tagging: Condition = { test: 'StringEquals', variable: `aws:RequestTag/${tag}`, values: ['{cluster}'] };
  const untouched: Condition = { test: 'Null', variable: `aws:RequestTag/${tag}`, values: ['true'] };
  const balancers = own('loadbalancer/app/*/*');
  const groups = own('targetgroup/*/*');
  const listeners = own('listener/app/*/*/*');
  const rules = own('listener-rule/app/*/*/*/*');
  return [
    { actions: descriptions, resources: ['*'], why: 'descriptions know no resource' },
    serviceLinkedRole,
    { actions: elb('CreateLoadBalancer', 'CreateTargetGroup'), resources: [balancers, groups], conditions: [tagging] },
    {
      actions: elb('AddTags'),
      resources: [balancers, groups],
      conditions: [
        {
          test: 'StringEquals',
          variable: 'elasticloadbalancing:CreateAction',
          values: ['CreateLoadBalancer', 'CreateTargetGroup'],
        },
        tagging,
      ],
    },
    { actions: elb('AddTags', 'RemoveTags'), resources: [balancers, groups], conditions: [untouched, tagged] },
    { actions: changes, resources: [balancers, groups, listeners], conditions: [tagged] },
    { actions: elb('AddTags', 'RemoveTags'), resources: [listeners, rules] },
    { actions: listenerChanges, resources: [balancers, listeners, rules] },
    register,
    { actions: [...register.actions], resources: [groups], conditions: [tagged] },
    { actions: webAcls, resources: [balancers, 'arn:{partition}:wafv2:{region}:{account}:regional/webacl/*/*'] },
  ];
}
