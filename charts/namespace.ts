import {
  KubeLimitRange,
  KubeNamespace,
  KubeNetworkPolicy,
  KubePriorityClass,
  KubeResourceQuota,
  Quantity,
} from 'cdk8s-plus-28/lib/imports/k8s';
import type { Static } from '@sinclair/typebox';
import {
  choice,
  flag,
  group,
  input,
  integer,
  list,
  optional,
  quantity,
  reference,
  text,
} from '../schemas/contract/fields';
import { clusterBase } from './facets/examples';
import { defineKubernetesKind, type KubernetesContext } from '../schemas/contract/kind';
import type { Component } from '../schemas/contract/component';
import { hostForm } from '../schemas/contract/expose';
import { known } from '../schemas/contract/output';
import { addObject, environmentApp, standardLabels } from './facets/object';
import { variablesField } from './facets/pod';

const Input = input({
  cluster: reference('Cluster that it is in.', ['cluster']),
  quota: optional(
    group('What all its pods together may ask for.', {
      cpu: integer('Cores.', { minimum: 1, maximum: 100_000 }),
      memory: quantity('Memory.'),
      gpus: integer('NVIDIA GPUs.', { minimum: 0, maximum: 10_000, default: 0 }),
      pods: optional(integer('Pods.', { minimum: 1, maximum: 100_000 })),
    }),
  ),
  containerDefaults: group(
    'What a container asks for that states nothing.',
    {
      cpu: quantity('CPU request.', { default: '100m' }),
      memory: quantity('Memory request and limit.', { default: '128Mi' }),
    },
    { default: {} },
  ),
  priority: optional(
    integer('Value of the priority class of its pods: the higher one evicts the lower.', {
      minimum: -2_147_483_648,
      maximum: 1_000_000_000,
    }),
  ),
  hosts: list('Host names under which load balancers send requests to its services.', text('Host name.', hostForm), {
    default: [],
  }),
  environment: variablesField(
    'Plain environment variables of every service, worker and job in it. What one of them says itself comes first.',
  ),
  podSecurity: choice('Pod security standard that is enforced.', ['restricted', 'baseline', 'privileged'], {
    default: 'restricted',
  }),
  readyBehindLoadBalancer: flag(
    'A pod that a load balancer sends requests to is ready once the load balancer has found it healthy, so that a rollout waits for it. Its pods start only while the AWS Load Balancer Controller runs.',
    { default: false },
  ),
  defaultDeny: flag(
    'Nothing reaches its pods and they reach nothing, but by policies that allow it. Off for namespaces of charts that bring no policies.',
    { default: true },
  ),
  podSecurityGroup: flag(
    'Its pods carry a security group of their own beside that of the nodes, so that data stores can tell them from pods of other namespaces.',
    { default: false },
  ),
  controlPlane: flag(
    'Its pods and the Kubernetes API call each other: where they carry a group of their own, they carry that of the control plane too.',
    { default: false },
  ),
});

type Props = Static<typeof Input>;

const wave = -2;

/** A place for workloads of one environment: shut by default, with a quota and a priority. */
export const namespace = defineKubernetesKind<typeof Input>({
  kind: 'namespace',
  summary: 'A Kubernetes namespace: default deny both ways, quota, priority, pod security standard.',
  creates: [
    'the Namespace, kept when its Application goes',
    'a NetworkPolicy that denies all traffic that no other policy allows',
    'a LimitRange, and a ResourceQuota where one is stated',
    'a PriorityClass where a priority is stated',
    'a security group and a SecurityGroupPolicy where pods carry their own',
  ],
  input: Input,
  examples: {
    'a namespace with a quota': {
      input: { quota: { cpu: 20, memory: '50Gi', gpus: 3 }, priority: 100_000 },
      with: clusterBase,
    },
  },
  outputs: {
    name: known('Name: by default the key.', ({ self }) => nameOf(self)),
    hosts: known('Host names.', ({ props }) => props.hosts),
    priorityClass: known('Priority class of its pods.', ({ self, props }) =>
      props.priority === undefined ? undefined : priorityClassName(nameOf(self)),
    ),
  },
  securityGroup: ({ self, props, ref }) =>
    props.podSecurityGroup
      ? {
          description: `Pods of namespace ${self.name}`,
          egress: 'none',
          network: ref(props.cluster).component.props['network'] as string,
        }
      : undefined,
  app: environmentApp,
  wave,
  build(context) {
    addNamespace(context);
    addLimits(context);
    if (context.props.defaultDeny) addDefaultDeny(context);
    addPriority(context);
    if (context.props.podSecurityGroup) addSecurityGroupPolicy(context);
  },
});

/** People type it, and a cluster is one system’s: the key is the name. */
function nameOf({ common, name }: Component): string {
  return common.name ?? name;
}

function priorityClassName(namespaceName: string): string {
  return `${namespaceName}-workloads`;
}

/** @see https://kubernetes-sigs.github.io/aws-load-balancer-controller/latest/deploy/pod_readiness_gate/ */
function addNamespace({ chart, self, props, own }: KubernetesContext<Props>): void {
  new KubeNamespace(chart, 'namespace', {
    metadata: {
      name: own('name'),
      labels: {
        ...standardLabels(self),
        'pod-security.kubernetes.io/enforce': props.podSecurity,
        'pod-security.kubernetes.io/warn': 'restricted',
        'pod-security.kubernetes.io/audit': 'restricted',
        ...(props.readyBehindLoadBalancer ? { 'elbv2.k8s.aws/pod-readiness-gate-inject': 'enabled' } : {}),
      },
      // Deleting a namespace deletes everything in it.
      annotations: { 'argocd.argoproj.io/sync-options': 'Prune=false,Delete=false' },
    },
  });
}

function addLimits({ chart, props, own }: KubernetesContext<Props>): void {
  const { cpu, memory } = props.containerDefaults;
  new KubeLimitRange(chart, 'limits', {
    metadata: { name: 'defaults', namespace: own('name') },
    spec: {
      limits: [
        {
          type: 'Container',
          defaultRequest: { cpu: Quantity.fromString(cpu), memory: Quantity.fromString(memory) },
          default: { memory: Quantity.fromString(memory) },
        },
      ],
    },
  });
  if (!props.quota) return;
  const { quota } = props;
  new KubeResourceQuota(chart, 'quota', {
    metadata: { name: 'quota', namespace: own('name') },
    spec: {
      hard: {
        'requests.cpu': Quantity.fromString(String(quota.cpu)),
        'requests.memory': Quantity.fromString(quota.memory),
        'requests.nvidia.com/gpu': Quantity.fromString(String(quota.gpus)),
        ...(quota.pods === undefined ? {} : { pods: Quantity.fromString(String(quota.pods)) }),
      },
    },
  });
}

function addDefaultDeny({ chart, own }: KubernetesContext<Props>): void {
  new KubeNetworkPolicy(chart, 'deny', {
    metadata: { name: 'default-deny', namespace: own('name') },
    spec: { podSelector: {}, policyTypes: ['Ingress', 'Egress'] },
  });
}

function addPriority({ chart, props, own }: KubernetesContext<Props>): void {
  if (props.priority === undefined) return;
  new KubePriorityClass(chart, 'priority', {
    metadata: { name: priorityClassName(own('name')) },
    value: props.priority,
    globalDefault: false,
    preemptionPolicy: 'PreemptLowerPriority',
    description: `Workloads of namespace ${own('name')}`,
  });
}

/**
 * A pod has the groups that it was made with: the policy comes right after the namespace, before any workload.
 * @see https://docs.aws.amazon.com/eks/latest/userguide/sg-pods-example-deployment.html
 */
function addSecurityGroupPolicy({ chart, props, own, ref }: KubernetesContext<Props>): void {
  addObject(chart, {
    apiVersion: 'vpcresources.k8s.aws/v1beta1',
    kind: 'SecurityGroupPolicy',
    metadata: {
      name: 'pods',
      namespace: own('name'),
      annotations: { 'argocd.argoproj.io/sync-wave': String(wave) },
    },
    spec: {
      podSelector: {},
      securityGroups: {
        groupIds: [
          ...(props.controlPlane ? [ref(props.cluster).text('clusterSecurityGroupId')] : []),
          ref(props.cluster).text('securityGroupId'),
          own('securityGroupId'),
        ],
      },
    },
  });
}
