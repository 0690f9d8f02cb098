/**
 * What the name of an EC2 instance type says.
 * @see https://docs.aws.amazon.com/ec2/latest/instancetypes/instance-type-names.html
 */

/** Processor architecture, as Kubernetes and EKS call it. */
export type Architecture = 'amd64' | 'arm64';

/**
 * A `g` among the attributes that follow the generation stands for Graviton; the first ones were the `a1`. The `p6e-gb200`
 * have Grace, NVIDIA's.
 */
export function architectureOf(instanceType: string): Architecture {
  return /^([a-z]+[0-9]+[a-z]*g[a-z]*[.-]|a1\.|p[0-9]+e-gb[0-9]+\.)/.test(instanceType) ? 'arm64' : 'amd64';
}

/** Architecture that the name of a machine image, or of its parameter, tells; nothing where it tells none, or both. */
export function architectureInName(name: string): Architecture | undefined {
  const words = new Set(name.toLowerCase().split(/[^a-z0-9_]+/));
  const isArm = words.has('arm64') || words.has('aarch64');
  const isIntel = words.has('x86_64') || words.has('amd64');
  if (isArm === isIntel) return undefined;
  return isArm ? 'arm64' : 'amd64';
}

/** Families `g`, `gr` and `p` carry NVIDIA GPUs, but for the `g4ad`, which carry AMD's. */
export function hasNvidiaGpu(instanceType: string): boolean {
  return /^(g|gr|p)[0-9]/.test(instanceType) && !instanceType.startsWith('g4ad.');
}

/**
 * Families with GPUs older than what NVIDIA's open kernel modules drive (Turing and later).
 * @see https://docs.aws.amazon.com/dlami/latest/devguide/important-changes.html
 */
const familiesBeforeTuring: readonly string[] = ['g2', 'g3', 'g3s', 'p2', 'p3', 'p3dn'];

/** It has NVIDIA GPUs that the open driver does not know. */
export function lacksOpenDriver(instanceType: string): boolean {
  return familiesBeforeTuring.includes(instanceType.replace(/\..*$/, ''));
}
