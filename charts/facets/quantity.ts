interface Memory {
  readonly memory: string;
  readonly memoryLimit?: string;
}

const factors: Readonly<Record<string, number>> = {
  m: 1e-3,
  '': 1,
  k: 1e3,
  M: 1e6,
  G: 1e9,
  T: 1e12,
  P: 1e15,
  E: 1e18,
  Ki: 2 ** 10,
  Mi: 2 ** 20,
  Gi: 2 ** 30,
  Ti: 2 ** 40,
  Pi: 2 ** 50,
  Ei: 2 ** 60,
};

/** The number that a Kubernetes quantity stands for: `128Mi` → 134217728. */
export function amountOf(quantity: string): number {
  const [, number = '0', unit = ''] = /^([0-9.]+)([A-Za-z]*)$/.exec(quantity) ?? [];
  return Number(number) * (factors[unit] ?? 1);
}

/** @see https://kubernetes.io/docs/concepts/configuration/manage-resources-containers/ */
export const memoryOverLimit = {
  id: 'memory-over-limit',
  meaning: 'What a container asks for is at most what it may have.',
  fix: 'raise resources.memoryLimit, or lower resources.memory',
  violations: ({ resources }: { readonly resources: Memory }) => overLimit(resources, '/resources'),
};

/** The same of the pods of a chart. */
export const memoryOfPodsOverLimit = {
  ...memoryOverLimit,
  fix: 'raise memoryLimit, or lower memory',
  violations: ({ pods }: { readonly pods: Readonly<Record<string, Memory>> }) =>
    Object.entries(pods).flatMap(([name, pod]) => overLimit(pod, `/pods/${name.replace(/\//g, '~1')}`)),
};

function overLimit({ memory, memoryLimit = memory }: Memory, at: string) {
  return amountOf(memory) > amountOf(memoryLimit)
    ? [{ at: `${at}/memoryLimit`, found: `${memory} is asked for, and ${memoryLimit} is the limit` }]
    : [];
}
