/**
 * What the name of an EC2 instance type says.
 * @see https://docs.aws.amazon.com/ec2/latest/instancetypes/instance-type-names.html
 */

/** Form of an instance type: family, generation, attributes, size. */
export const instanceTypeForm = {
  pattern: '^[a-z]+[0-9]+[a-z0-9-]*\\.(nano|micro|small|medium|large|([1-9][0-9]{0,2})?xlarge|metal(-[1-9][0-9]*xl)?)$',
  'x-form': 'an instance type such as m7g.large',
};

/** Processor architecture, as Kubernetes and EKS call it. */
export type Architecture = 'amd64' | 'arm64';

/** A `g` among the attributes that follow the generation stands for Graviton; the first ones were the `a1`. */
export function architectureOf(instanceType: string): Architecture {
  return /^([a-z]+[0-9]+[a-z]*g[a-z]*|a1)\./.test(instanceType) ? 'arm64' : 'amd64';
}

/** Families `g`, `gr` and `p` carry NVIDIA GPUs, but for the `g4ad`, which carry AMD's. */
export function hasNvidiaGpu(instanceType: string): boolean {
  return /^(g|gr|p)[0-9]/.test(instanceType) && !instanceType.startsWith('g4ad.');
}

/**
 * Families with GPUs older than what NVIDIA's open kernel modules drive (Turing and later).
 * @see https://docs.aws.amazon.com/dlami/latest/devguide/important-changes.html
 */
const familiesBeforeTuring: readonly string[] = ['g3', 'g3s', 'p2', 'p3', 'p3dn'];

/** It has NVIDIA GPUs that the open driver does not know. */
export function lacksOpenDriver(instanceType: string): boolean {
  return familiesBeforeTuring.includes(instanceType.replace(/\..*$/, ''));
}
