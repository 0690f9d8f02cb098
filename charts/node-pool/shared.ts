import type { KubernetesContext } from '../../schemas/contract/kind';
import type { Component } from '../../schemas/contract/component';
import { gpuResource, type Props } from './input';

export type Context = KubernetesContext<Props>;

/** Name of a pool in its cluster. */
export function poolName({ common, name }: Component<Props>): string {
  return common.name ?? name;
}

export function requirements({ instanceTypes, capacity, zones }: Props) {
  const oneOf = (key: string, values: readonly string[]) => ({ key, operator: 'In', values: [...values] });
  return [
    oneOf('node.kubernetes.io/instance-type', instanceTypes),
    oneOf('karpenter.sh/capacity-type', capacity),
    ...(zones === undefined ? [] : [oneOf('topology.kubernetes.io/zone', zones)]),
  ];
}

export function resourceLimits({ limits: { cpu, memory, gpus } }: Props) {
  return {
    ...(cpu === undefined ? {} : { cpu }),
    ...(memory === undefined ? {} : { memory }),
    ...(gpus === undefined ? {} : { [gpuResource]: gpus }),
  };
}

/** GPU nodes carry the label by which the charts of NVIDIA find them. */
export function nodeLabels({ labels, gpu }: Props): Record<string, string> {
  return { ...labels, ...(gpu ? { 'nvidia.com/gpu.present': 'true' } : {}) };
}

export function nodeTaints({ taints, gpu }: Props) {
  return [
    ...(gpu ? [{ key: gpuResource, value: 'true', effect: 'NoSchedule' }] : []),
    ...Object.entries(taints).map(([key, { value, effect }]) => ({
      key,
      ...(value === undefined ? {} : { value }),
      effect,
    })),
  ];
}

export function blockDevice({ diskGiB }: Props) {
  return {
    deviceName: '/dev/xvda',
    ebs: { volumeSize: `${diskGiB}Gi`, volumeType: 'gp3', encrypted: true, deleteOnTermination: true },
  };
}

export function metadataOptions({ metadataHops }: Props) {
  return { httpEndpoint: 'enabled', httpTokens: 'required', httpPutResponseHopLimit: metadataHops };
}
