import type { Static } from '@sinclair/typebox';
import { input } from '../schemas/contract/fields';
import { defineCompositeKind } from '../schemas/contract/kind';
import { withoutAbsent } from '../schemas/primitives/merge-json';
import { chartCluster, chartVersion, furtherValues, podRequests, withFurtherValues } from './facets/chart';
import { clusterBase } from './facets/examples';

const Input = input({
  cluster: chartCluster('Cluster that it runs in.'),
  version: chartVersion('dcgm-exporter', '4.1.1'),
  ...podRequests({ cpu: '100m', memory: '256Mi', memoryLimit: '512Mi' }, ' on each node'),
  values: furtherValues,
});

type Props = Static<typeof Input>;

/** Label of nodes with GPUs: `node-pool` puts it there. */
const gpuNodes = { 'nvidia.com/gpu.present': 'true' };

/** Utilization, memory and temperature of GPUs. @see https://github.com/NVIDIA/dcgm-exporter */
export const dcgmExporter = defineCompositeKind<typeof Input>({
  kind: 'dcgm-exporter',
  summary: 'NVIDIA’s DCGM exporter on every node with a GPU: utilization, memory, temperature (`DCGM_FI_DEV_…`).',
  creates: ['`<key>` (helm-release): the chart, in `kube-system`, since it needs the devices of its node'],
  input: Input,
  examples: {
    'on the nodes with GPUs': { input: {}, with: { ...clusterBase, 'argo-applications': { argocd: {} } } },
  },
  outputs: {},
  expand: ({ name, props }) => ({ 'helm-release': { [name]: release(name, props) } }),
});

function release(name: string, { cluster, version, cpu, memory, memoryLimit, values }: Props) {
  return withoutAbsent({
    cluster,
    repository: 'https://nvidia.github.io/dcgm-exporter/helm-charts',
    chart: 'dcgm-exporter',
    version,
    release: name,
    wave: 0,
    ports: { metrics: { port: 9400 } },
    scrape: { port: 'metrics' },
    pods: { exporter: { cpu, memory, memoryLimit, resourcesAt: 'resources', nodeLabels: gpuNodes } },
    values: withFurtherValues(
      {
        nodeSelector: gpuNodes,
        tolerations: [{ key: 'nvidia.com/gpu', operator: 'Exists', effect: 'NoSchedule' }],
        // A PodMonitor of ours reads it.
        serviceMonitor: { enabled: false },
      },
      values,
    ),
  });
}
