import type { OutputTree } from './output-tree';
import type { Row } from './row';
import { at, list, pick, text } from './values';

const workspace = 'pingvas-shared-platform';
/** Instance type of each GPU pool, and the most GPUs that it may have: one a node. */
const gpuPools: Readonly<Record<string, readonly [string, number]>> = {
  'gpu-g4dn-xlarge': ['g4dn.xlarge', 10],
  'gpu-g4dn-2xlarge': ['g4dn.2xlarge', 5],
  'gpu-g5-xlarge': ['g5.xlarge', 5],
};
const events: Readonly<Record<string, readonly [string, string]>> = {
  spot_interruption: ['aws.ec2', 'EC2 Spot Instance Interruption Warning'],
  rebalance: ['aws.ec2', 'EC2 Instance Rebalance Recommendation'],
  state_change: ['aws.ec2', 'EC2 Instance State-change Notification'],
  scheduled_change: ['aws.health', 'AWS Health Event'],
};

export const pv05: Row = {
  id: 'PV-05',
  title: 'Karpenter: three GPU pools on spot, one pool for ordinary pods, and what interruptions need',
  states: {
    'GPU nodes are g4dn.xlarge up to 10, g4dn.2xlarge up to 5 and g5.xlarge up to 5, all on spot': (output) => {
      for (const [pool, [type, most]] of Object.entries(gpuPools)) {
        expect(requirementsOf(output, pool)).toEqual({
          'node.kubernetes.io/instance-type': ['In', [type]],
          'karpenter.sh/capacity-type': ['In', ['spot']],
        });
        expect(at(output.manifest('NodePool', pool), 'spec', 'limits')).toEqual({ 'nvidia.com/gpu': most });
      }
    },
    'GPU nodes take GPU work alone': (output) => {
      for (const pool of Object.keys(gpuPools)) {
        const template = at(output.manifest('NodePool', pool), 'spec', 'template');
        expect(at(template, 'spec', 'taints')).toEqual([
          { effect: 'NoSchedule', key: 'nvidia.com/gpu', value: 'true' },
        ]);
        expect(at(template, 'metadata', 'labels')).toEqual({ 'nvidia.com/gpu.present': 'true' });
      }
    },
    'an empty GPU node is gone after 300 seconds, and any after 7 days': (output) => {
      for (const pool of Object.keys(gpuPools)) {
        const spec = at(output.manifest('NodePool', pool), 'spec');
        expect(at(spec, 'disruption', 'consolidationPolicy')).toBe('WhenEmpty');
        expect(at(spec, 'disruption', 'consolidateAfter')).toBe('300s');
        expect(at(spec, 'template', 'spec', 'expireAfter')).toBe(`${7 * 24}h`);
      }
    },
    'ordinary pods have a pool of their own, without a taint': (output) => {
      const template = at(output.manifest('NodePool', 'general'), 'spec', 'template', 'spec');
      expect(requirementsOf(output, 'general')).toEqual({
        'node.kubernetes.io/instance-type': ['In', ['m5.large', 'm5.xlarge']],
        'karpenter.sh/capacity-type': ['In', ['spot', 'on-demand']],
      });
      expect(at(template, 'taints')).toBeUndefined();
    },
    'pools are NodePools of version 1, each with its EC2NodeClass': (output) => {
      for (const pool of [...Object.keys(gpuPools), 'general']) {
        const nodePool = output.manifest('NodePool', pool);
        expect(nodePool['apiVersion']).toBe('karpenter.sh/v1');
        expect(at(nodePool, 'spec', 'template', 'spec', 'nodeClassRef')).toEqual({
          group: 'karpenter.k8s.aws',
          kind: 'EC2NodeClass',
          name: pool,
        });
        expect(output.manifest('EC2NodeClass', pool)['apiVersion']).toBe('karpenter.k8s.aws/v1');
      }
    },
    'nodes start in the private subnets, with the role that lets them join, pull images and be reached by SSM': (
      output,
    ) => {
      for (const pool of [...Object.keys(gpuPools), 'general']) {
        const spec = at(output.manifest('EC2NodeClass', pool), 'spec');
        expect(at(spec, 'instanceProfile')).toBe('pingvas-shared-karpenter-access-node');
        expect(at(spec, 'subnetSelectorTerms')).toEqual([
          { tags: { 'karpenter.sh/discovery': 'pingvas-shared-main' } },
        ]);
      }
      const subnets = Object.entries(output.resources('pingvas-shared-foundation', 'aws_subnet'));
      const discovered = subnets
        .filter(([, subnet]) => Object.keys(at(subnet, 'tags') ?? {}).includes('karpenter.sh/discovery'))
        .map(([id, subnet]) => [id, at(subnet, 'tags', 'karpenter.sh/discovery')]);
      expect(discovered).toEqual(
        ['a', 'b', 'c'].map((zone) => [`main_private_us_east_1${zone}`, 'pingvas-shared-main']),
      );
      const profile = output.resource(workspace, 'aws_iam_instance_profile', 'karpenter_access_node');
      expect(profile['name']).toBe('pingvas-shared-karpenter-access-node');
      expect(profile['role']).toBe('${aws_iam_role.karpenter_access_node.name}');
      expect(policiesOfNodes(output)).toEqual([
        'arn:aws:iam::aws:policy/AmazonEKSWorkerNodePolicy',
        'arn:aws:iam::aws:policy/AmazonEC2ContainerRegistryPullOnly',
        'arn:aws:iam::aws:policy/AmazonSSMManagedInstanceCore',
      ]);
    },
    'interruptions, rebalancing, state changes and health events reach a queue that Karpenter reads': (output) => {
      for (const [id, [source, detail]] of Object.entries(events)) {
        const rule = output.resource(workspace, 'aws_cloudwatch_event_rule', `karpenter_access_${id}`);
        expect(JSON.parse(text(rule['event_pattern']))).toEqual({ source: [source], 'detail-type': [detail] });
        const target = output.resource(workspace, 'aws_cloudwatch_event_target', `karpenter_access_${id}`);
        expect(target['arn']).toBe('${aws_sqs_queue.karpenter_access.arn}');
        expect(target['rule']).toBe(`\${aws_cloudwatch_event_rule.karpenter_access_${id}.name}`);
      }
      const queue = output.resource(workspace, 'aws_sqs_queue', 'karpenter_access');
      expect(queue['name']).toBe('pingvas-shared-karpenter-access');
      const settings = at(
        output.manifest('Application', 'shared-karpenter'),
        'spec',
        'source',
        'helm',
        'valuesObject',
        'settings',
      );
      expect(settings).toEqual({
        clusterName: 'pingvas-shared-eks',
        interruptionQueue: 'pingvas-shared-karpenter-access',
      });
    },
    'the queue takes messages of these four rules alone': (output) => {
      const policy = output.blocks(workspace, 'data', 'aws_iam_policy_document')['karpenter_access_queue'];
      const sends = list(policy?.['statement']).find((_, index) => index === 0);
      expect([...list(at(sends, 'actions'))]).toEqual(['sqs:SendMessage']);
      expect(at(sends, 'principals')).toEqual([{ identifiers: ['events.amazonaws.com'], type: 'Service' }]);
      expect([...list(at(sends, 'condition', 0, 'values'))]).toEqual(
        Object.keys(events).map((id) => `\${aws_cloudwatch_event_rule.karpenter_access_${id}.arn}`),
      );
    },
    'Karpenter has a role of its own, by Pod Identity': (output) => {
      const found = output.resource(workspace, 'aws_eks_pod_identity_association', 'karpenter_identity');
      expect(found['namespace']).toBe('kube-system');
      expect(found['service_account']).toBe('karpenter');
      expect(found['role_arn']).toBe('${aws_iam_role.karpenter_role.arn}');
      const grant = output.resource(workspace, 'aws_iam_role_policy', 'karpenter_grant_karpenter_access');
      expect(grant['role']).toBe('${aws_iam_role.karpenter_role.name}');
    },
    'it reads that queue alone, ends nodes of this cluster alone, and gives new ones no role but that of nodes': (
      output,
    ) => {
      expect(allowed(output, 'sqs:ReceiveMessage')).toEqual([
        {
          actions: ['sqs:ReceiveMessage', 'sqs:DeleteMessage', 'sqs:GetQueueUrl'],
          effect: 'Allow',
          resources: ['arn:aws:sqs:us-east-1:111122223333:pingvas-shared-karpenter-access'],
        },
      ]);
      expect(allowed(output, 'ec2:TerminateInstances').map((each) => at(each, 'condition', 0))).toEqual([
        {
          test: 'StringEquals',
          values: ['owned'],
          variable: 'aws:ResourceTag/kubernetes.io/cluster/pingvas-shared-eks',
        },
      ]);
      expect(allowed(output, 'iam:PassRole').map((each) => pick(each, ['condition', 'resources']))).toEqual([
        {
          condition: [{ test: 'StringEquals', values: ['ec2.amazonaws.com'], variable: 'iam:PassedToService' }],
          resources: ['arn:aws:iam::111122223333:role/pingvas-shared-karpenter-access-node'],
        },
      ]);
    },
  },
};

function requirementsOf(output: OutputTree, pool: string) {
  const requirements = list(at(output.manifest('NodePool', pool), 'spec', 'template', 'spec', 'requirements'));
  return Object.fromEntries(
    requirements.map((each) => [text(at(each, 'key')), [at(each, 'operator'), [...list(at(each, 'values'))]]]),
  );
}

/** Statements of Karpenter's policy that allow an action. */
function allowed(output: OutputTree, action: string) {
  const policy = output.blocks(workspace, 'data', 'aws_iam_policy_document')['karpenter_grant_karpenter_access'];
  return list(policy?.['statement']).filter((each) => output.seek(() => list(at(each, 'actions')).includes(action)));
}

function policiesOfNodes(output: OutputTree) {
  return Object.entries(output.resources(workspace, 'aws_iam_role_policy_attachment'))
    .filter(([id]) => id.startsWith('karpenter_access_node_'))
    .map(([, attachment]) => attachment['policy_arn']);
}
