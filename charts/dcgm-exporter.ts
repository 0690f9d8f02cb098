import { Type, type Static } from '@sinclair/typebox';
import { input, optionalReference, quantity, text } from '../schemas/contract/fields';
import { defineCompositeKind } from '../schemas/contract/kind';
import type { JsonObject } from '../schemas/primitives/artifact';
import { mergeJson, withoutAbsent } from '../schemas/primitives/merge-json';
import { clusterBase } from './facets/examples';

const Input = input({
  cluster: optionalReference('Cluster that it runs in. By default the only one in reach.', ['cluster']),
  version: text('Version of the chart `dcgm-exporter`.', { pattern: '^[0-9]+\\.[0-9]+\\.[0-9]+$', default: '4.1.1' }),
  cpu: quantity('CPU request on each node, in cores.', { default: '100m' }),
  memory: quantity('Memory request on each node, in bytes.', { default: '256Mi' }),
  memoryLimit: quantity('Memory limit on each node, in bytes.', { default: '512Mi' }),
  values: Type.Record(Type.String(), Type.Unknown(), {
    description: 'Further values of the chart, which win.',
    default: {},
  }),
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
    values: mergeJson(
      {
        nodeSelector: gpuNodes,
        tolerations: [{ key: 'nvidia.com/gpu', operator: 'Exists', effect: 'NoSchedule' }],
        // A PodMonitor of ours reads it.
        serviceMonitor: { enabled: false },
      },
      values as JsonObject,
    ),
  });
}
