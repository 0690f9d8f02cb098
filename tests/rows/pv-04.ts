import type { JsonObject } from '../../schemas/primitives/artifact';
import { subnetsOf } from './pingvas';
import type { Row } from './row';
import { at, list } from './values';

const workspace = 'pingvas-shared-platform';
const onSystemNodes = {
  nodeSelector: { 'slipway.dev/node-group': 'system' },
  tolerations: [{ effect: 'NoSchedule', key: 'CriticalAddonsOnly', operator: 'Equal', value: 'true' }],
};

export const pv04: Row = {
  id: 'PV-04',
  title: 'Two t3.medium spot nodes for the system, a fixed number',
  states: {
    'the system has two nodes, never more, never fewer': (output) => {
      const group = output.resource(workspace, 'aws_eks_node_group', 'system');
      expect(group['scaling_config']).toEqual({ min_size: 2, desired_size: 2, max_size: 2 });
    },
    'they are t3.medium on spot': (output) => {
      const group = output.resource(workspace, 'aws_eks_node_group', 'system');
      expect([...list(group['instance_types'])]).toEqual(['t3.medium']);
      expect(group['capacity_type']).toBe('SPOT');
    },
    'they stand in two zones, so that the one with the disk of Prometheus always has a node': (output) => {
      const group = output.resource(workspace, 'aws_eks_node_group', 'system');
      expect([...list(group['subnet_ids'])]).toEqual(subnetsOf('foundation', 'private').slice(0, 2));
    },
    'they are kept for what the cluster itself needs': (output) => {
      const group = output.resource(workspace, 'aws_eks_node_group', 'system');
      expect(group['taint']).toEqual([{ effect: 'NO_SCHEDULE', key: 'CriticalAddonsOnly', value: 'true' }]);
      expect(group['labels']).toEqual({ 'slipway.dev/node-group': 'system' });
    },
    'Karpenter runs on them, not on nodes of its own making': (output) => {
      const values = valuesOf(output.manifest('Application', 'shared-karpenter'));
      expect({ nodeSelector: at(values, 'nodeSelector'), tolerations: at(values, 'tolerations') }).toEqual(
        onSystemNodes,
      );
    },
    'Prometheus runs on them': (output) => {
      const values = valuesOf(output.manifest('Application', 'shared-prometheus'));
      const { nodeSelector, tolerations } = at(values, 'prometheus', 'prometheusSpec') as JsonObject;
      expect({ nodeSelector, tolerations }).toEqual(onSystemNodes);
    },
    'every part of Argo CD runs on them': (output) => {
      const values = valuesOf(output.manifest('Application', 'shared-gitops-server'));
      for (const part of ['applicationSet', 'controller', 'redis', 'repoServer', 'server']) {
        const { nodeSelector, tolerations } = at(values, part) as JsonObject;
        expect({ nodeSelector, tolerations }).toEqual(onSystemNodes);
      }
    },
  },
};

function valuesOf(application: JsonObject): JsonObject {
  return at(application, 'spec', 'source', 'helm', 'valuesObject') as JsonObject;
}
