/** Annotations by which rendered objects tell the checks what they stand for. */
export const annotations = {
  /** What the object stands for is made elsewhere and can't be judged here; the value is the reason. */
  opaque: 'slipway.dev/opaque',
  /** What the pods that an Application brings ask for, as JSON: workload → replicas or `everyNode`, cpu, memory, nodeSelector. */
  footprint: 'slipway.dev/footprint',
} as const;
