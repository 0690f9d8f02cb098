import type { OutputTree } from './output-tree';
import { environments, subnetsOf } from './pingvas';
import type { Row } from './row';
import { at, list, stateOf, text } from './values';

const foundation = 'pingvas-shared-foundation';
const platform = 'pingvas-shared-platform';
const group = (name: string) => stateOf('foundation', `${name}_security_group_id`);
const own = (name: string) => `\${aws_security_group.${name}.id}`;

export const pv02: Row = {
  id: 'PV-02',
  title: 'Security groups that allow the drawn arrows and nothing else',
  states: {
    'everyone may call the load balancer on ports 80 and 443': (output) => {
      expect(rulesInto(output, own('alb'))).toEqual([
        ['0.0.0.0/0', 'tcp', 80, 80],
        ['0.0.0.0/0', 'tcp', 443, 443],
      ]);
    },
    'nodes accept 8001 to 8005 from the load balancer, and everything from their own group': (output) => {
      expect(rulesInto(output, group('eks'))).toEqual([[group('alb'), 'tcp', 8001, 8005]]);
      expect(rulesInto(output, own('eks'))).toEqual([[own('eks'), '-1', undefined, undefined]]);
    },
    'the database accepts 5432 and the file system 2049, each from nodes alone': (output) => {
      expect(rulesInto(output, group('aurora'))).toEqual([[group('eks'), 'tcp', 5432, 5432]]);
      expect(rulesInto(output, group('model_files'))).toEqual([[group('eks'), 'tcp', 2049, 2049]]);
    },
    'each Redis accepts 6379 from the pods of its own environment and from the scaler that reads its queue': (
      output,
    ) => {
      for (const environment of environments) {
        expect(rulesInto(output, group('redis'), `pingvas-${environment}-platform`)).toEqual([
          [group(environment), 'tcp', 6379, 6379],
          [stateOf('shared_foundation', 'keda_namespace_security_group_id'), 'tcp', 6379, 6379],
        ]);
      }
    },
    'there are no further ways in': (output) => {
      expect(allRules(output, 'ingress')).toHaveLength(10);
    },
    'nodes may call everything, the load balancer ports 8001 to 8005 of nodes; database, Redis and file system call nothing':
      (output) => {
        expect(allRules(output, 'egress')).toEqual([
          [foundation, own('eks'), '0.0.0.0/0', '-1', undefined, undefined],
          [platform, group('alb'), group('eks'), 'tcp', 8001, 8005],
        ]);
        expect(inlineRules(output)).toEqual([]);
      },
    'each store and the load balancer stand in their own group': (output) => {
      const data = 'pingvas-shared-data';
      expect([...list(output.resource(platform, 'aws_lb', 'alb')['security_groups'])]).toEqual([group('alb')]);
      expect([...list(output.resource(data, 'aws_rds_cluster', 'aurora')['vpc_security_group_ids'])]).toEqual([
        group('aurora'),
      ]);
      const mounts = Object.values(output.resources(data, 'aws_efs_mount_target'));
      expect(mounts.map((mount) => at(mount, 'security_groups', 0))).toEqual(Array(3).fill(group('model_files')));
      for (const environment of environments) {
        const redis = output.resource(`pingvas-${environment}-data`, 'aws_elasticache_replication_group', 'redis');
        expect([...list(redis['security_group_ids'])]).toEqual([group('redis')]);
      }
    },
    'the control plane reaches kubelets and webhooks by the cluster’s own group, which nodes carry too': (output) => {
      const template = output.resource(platform, 'aws_launch_template', 'system');
      expect([...list(template['vpc_security_group_ids'])]).toEqual([
        '${aws_eks_cluster.eks.vpc_config[0].cluster_security_group_id}',
        group('eks'),
      ]);
      const nodes = output.manifest('EC2NodeClass', 'general');
      expect(list(at(nodes, 'spec', 'securityGroupSelectorTerms')).map((term) => at(term, 'tags'))).toEqual([
        { 'karpenter.sh/discovery': 'pingvas-shared-eks' },
        { 'aws:eks:cluster-name': 'pingvas-shared-eks' },
      ]);
      const cluster = output.resource(platform, 'aws_eks_cluster', 'eks');
      expect([...list(at(cluster, 'vpc_config', 'subnet_ids'))]).toEqual(subnetsOf('foundation', 'private'));
    },
    'every pod of dev and of prod carries the group of nodes and the one of its environment': (output) => {
      const groups = environments.map((environment) => [
        ...list(at(output.manifest('SecurityGroupPolicy', 'pods', environment), 'spec', 'securityGroups', 'groupIds')),
      ]);
      const [dev, prod] = groups;
      expect(groups.flat().every((id) => /^sg-[0-9a-f]{17}$/.test(text(id)))).toBe(true);
      expect([dev?.length, prod?.length]).toEqual([2, 2]);
      expect(dev?.[0]).toBe(prod?.[0]);
      expect(dev?.[1]).not.toBe(prod?.[1]);
    },
  },
};

/** Rules into a group: from where, protocol, first and last port. */
function rulesInto(output: OutputTree, into: string, workspace?: string) {
  return allRules(output, 'ingress')
    .filter(([where, target]) => target === into && (workspace === undefined || where === workspace))
    .map(([, , ...rule]) => rule);
}

/** Rules of every workspace: where, group, other side, protocol, first and last port. */
function allRules(output: OutputTree, direction: 'ingress' | 'egress') {
  return workspacesOf(output).flatMap((workspace) =>
    Object.values(output.resources(workspace, `aws_vpc_security_group_${direction}_rule`)).map((rule) => [
      workspace,
      rule['security_group_id'],
      rule['referenced_security_group_id'] ?? rule['cidr_ipv4'],
      rule['ip_protocol'],
      rule['from_port'],
      rule['to_port'],
    ]),
  );
}

/** Groups that state rules of their own, beside the resources for rules. */
function inlineRules(output: OutputTree): string[] {
  return workspacesOf(output).flatMap((workspace) =>
    Object.entries(output.resources(workspace, 'aws_security_group'))
      .filter(([, found]) => Object.keys(found).some((key) => key === 'ingress' || key === 'egress'))
      .map(([id]) => `${workspace} ${id}`),
  );
}

function workspacesOf(output: OutputTree): string[] {
  return [...new Set(output.paths(/^workspaces\/pingvas-/).map((path) => path.split('/')[1] as string))];
}
