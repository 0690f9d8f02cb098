import { compareText } from '../../schemas/primitives/finding';

/** Where a list of instance types is from. */
export interface FamilySource {
  /** Version of the package. */
  readonly version: string;
  /** Day on which it was the newest: `2026-11-21`. */
  readonly day: string;
}

const words = ['nano', 'micro', 'small', 'medium', 'large', 'xlarge'];

/** Sizes from the smallest on, whole machines last. */
function rank(size: string): number {
  const word = words.indexOf(size);
  if (word >= 0) return word;
  const [, times] = /^([0-9]+)xlarge$/.exec(size) ?? [];
  const [, metal] = /^metal-([0-9]+)xl$/.exec(size) ?? [];
  return times === undefined ? 10_000 + Number(metal ?? 0) : words.length + Number(times);
}

function sizesByFamily(types: readonly string[]): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const type of types) {
    const [family = '', size = ''] = type.split('.');
    found.set(family, [...(found.get(family) ?? []), size]);
  }
  return found;
}

/** The table of instance types as a file: families that come in the same sizes share a line. */
export function printFamilies(types: readonly string[], { version, day }: FamilySource): string {
  const bySizes = new Map<string, string[]>();
  for (const [family, sizes] of [...sizesByFamily(types)].sort(([a], [b]) => compareText(a, b))) {
    const listed = sizes.sort((a, b) => rank(a) - rank(b)).join(' ');
    bySizes.set(listed, [...(bySizes.get(listed) ?? []), family]);
  }
  const lines = [...bySizes].map(([sizes, families]) => printLine(families.join(' '), sizes));
  return `/**
 * Instance types of EC2, those of earlier generations among them: families that come in the same sizes share a line.
 * Made by \`tools/schemas/instance-families.ts\`.
 *
 * @see \`_InstanceType\` of @aws-sdk/client-ec2 ${version} (Apache-2.0)
 */
export const instanceFamilies: Readonly<Record<string, string>> = {
${lines.join('\n')}
};

/** Day that the table is of. */
export const instanceFamiliesOn = '${day}';
`;
}

function printLine(families: string, sizes: string): string {
  const key = /^[a-z][a-z0-9]*$/.test(families) ? families : `'${families}'`;
  const line = `  ${key}: '${sizes}',`;
  // As Prettier has it: no line is broken behind so short a key.
  return line.length <= 120 || key.length < 5 ? line : `  ${key}:\n    '${sizes}',`;
}
