import { subnetsOf } from './pingvas';
import type { Row } from './row';
import { at, entries, list } from './values';

const workspace = 'pingvas-shared-platform';

export const pv03: Row = {
  id: 'PV-03',
  title: 'EKS cluster pingvas-shared-eks, at a version in standard support',
  states: {
    'the one cluster is pingvas-shared-eks': (output) => {
      expect(Object.values(output.resources(workspace, 'aws_eks_cluster')).map(({ name }) => name)).toEqual([
        'pingvas-shared-eks',
      ]);
    },
    'it runs 1.35, in standard support, and never slides into extended support': (output) => {
      const cluster = output.resource(workspace, 'aws_eks_cluster', 'eks');
      expect(cluster['version']).toBe('1.35');
      expect(at(cluster, 'upgrade_policy', 'support_type')).toBe('STANDARD');
    },
    'nodes and the kube-proxy are of the same version': (output) => {
      expect(output.resource(workspace, 'aws_eks_node_group', 'system')['version']).toBe('1.35');
      const proxy = output.resource(workspace, 'aws_eks_addon', 'eks_kube_proxy');
      expect(proxy['addon_version']).toMatch(/^v1\.35\.\d+-eksbuild\.\d+$/);
    },
    'it stands in the private subnets of three zones': (output) => {
      const cluster = output.resource(workspace, 'aws_eks_cluster', 'eks');
      expect([...list(at(cluster, 'vpc_config', 'subnet_ids'))]).toEqual(subnetsOf('foundation', 'private'));
    },
    'dev and prod are both deployed to it, each in a namespace': (output) => {
      const clusters = new Set(output.paths(/^clusters\//).map((path) => path.split('/')[1]));
      expect([...clusters]).toEqual(['pingvas-shared-eks']);
      const bindings = ['dev', 'prod'].flatMap((environment) =>
        entries(output.resources(`pingvas-${environment}-platform`, 'aws_eks_pod_identity_association')).map(
          ([, found]) => [at(found, 'cluster_name'), at(found, 'namespace')],
        ),
      );
      expect(bindings.length).toBeGreaterThan(0);
      const cluster = '${data.terraform_remote_state.shared_platform.outputs.eks_id}';
      const each = (environment: string) => Array(bindings.length / 2).fill([cluster, environment]) as unknown[];
      expect(bindings).toEqual([...each('dev'), ...each('prod')]);
    },
  },
};
