import { Type } from '@sinclair/typebox';
import { flag, group, integer, optional, quantity, text } from '../../schemas/contract/fields';

const versionField = optional(
  text(
    'Version of the add-on. By default the one that is pinned for the Kubernetes version, else the default of EKS when the add-on is made.',
    {
      pattern: '^v[0-9]+\\.[0-9]+\\.[0-9]+-eksbuild\\.[0-9]+$',
      'x-form': 'a version such as v1.22.4-eksbuild.3',
    },
  ),
);

const configurationField = Type.Record(Type.String(), Type.Unknown(), {
  description: 'Further configuration values, by the add-on’s own schema; they win over those made here.',
  default: {},
});

const common = { version: versionField, configuration: configurationField };

function requests(cpu: string, memory: string) {
  return {
    cpu: quantity('CPU request of each container, in cores.', { default: cpu }),
    memory: quantity('Memory request of each container, in bytes.', { default: memory }),
  };
}

function replicas(count: number) {
  return integer('Replicas.', { minimum: 1, maximum: 100, default: count });
}

/** An add-on that every cluster has. */
function base<Fields extends Parameters<typeof group>[1]>(description: string, fields: Fields) {
  return group(description, { ...fields, ...common }, { default: {} });
}

function further<Fields extends Parameters<typeof group>[1]>(description: string, fields: Fields) {
  return optional(group(description, { ...fields, ...common }));
}

/** Field `addons`: the first four are always there. */
export const addonsField = group(
  'Managed add-ons, by the name that EKS gives them.',
  {
    'vpc-cni': base('Addresses of pods, from the subnets of their nodes.', {
      networkPolicy: flag('Network policies are enforced; without it they are accepted and mean nothing.', {
        default: true,
      }),
      podSecurityGroups: flag('Pods may carry security groups of their own (SecurityGroupPolicy).', { default: false }),
      prefixDelegation: flag(
        'Addresses come in blocks of 16: more pods on a node, more addresses of the subnet taken.',
        {
          default: false,
        },
      ),
      addresses: optional(
        group(
          'Addresses that a node keeps in store. By default those of one whole network interface more than it needs.',
          {
            minimum: integer('Addresses that it takes when it starts.', { minimum: 1, maximum: 250, default: 8 }),
            spare: integer('Free addresses that it keeps.', { minimum: 1, maximum: 250, default: 2 }),
          },
        ),
      ),
    }),
    coredns: base('DNS of the cluster.', { replicas: replicas(2), ...requests('100m', '70Mi') }),
    'kube-proxy': base('Addresses of Services on every node.', {}),
    'eks-pod-identity-agent': base('Credentials of pods that have a role.', {}),
    'aws-ebs-csi-driver': further('Volumes on EBS.', { replicas: replicas(2), ...requests('10m', '40Mi') }),
    'aws-efs-csi-driver': further('Volumes on EFS.', { replicas: replicas(2), ...requests('10m', '40Mi') }),
    'snapshot-controller': further('Snapshots of volumes.', { replicas: replicas(2), ...requests('10m', '32Mi') }),
    'metrics-server': further('CPU and memory use, which autoscalers read.', {
      replicas: replicas(2),
      ...requests('100m', '200Mi'),
    }),
    'eks-node-monitoring-agent': further('Finds nodes that have failed, so that they are repaired.', {}),
    'amazon-cloudwatch-observability': further('Container Insights and logs in CloudWatch.', {}),
  },
  { default: {} },
);
