/**
 * Versions of Aurora PostgreSQL that clusters can be made with, by major version: the latest minor versions and those
 * with long-term support.
 * @see EngineVersion of cfn-lint 1.58.0 (MIT-0), made of the API of 2026-10, without the versions that it calls deprecated
 */
export const offeredAuroraPostgres: Readonly<Record<string, readonly number[]>> = {
  '11': [9, 21],
  '12': [9, 22],
  '13': [9, 23],
  '14': [6, 17, 18, 19, 20, 22, 23, 24],
  '15': [10, 12, 13, 14, 15, 17, 18, 19],
  '16': [8, 9, 10, 11, 13, 14, 15],
  '17': [4, 5, 6, 7, 9, 10, 11],
  '18': [3, 4, 6],
};

interface CapacityRange {
  /** First minor version of each major version; a later major version has it from its first. */
  readonly from: Readonly<Record<string, number>>;
  readonly minimum: number;
  readonly maximum: number;
}

/**
 * Capacity of Aurora Serverless v2 in ACU by version, the widest range first.
 * @see https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/aurora-serverless-v2.how-it-works.html#aurora-serverless-v2.how-it-works.capacity
 */
const capacityRanges: readonly CapacityRange[] = [
  { from: { '13': 15, '14': 12, '15': 7, '16': 3 }, minimum: 0, maximum: 256 },
  { from: { '13': 13, '14': 10, '15': 5, '16': 1 }, minimum: 0.5, maximum: 256 },
  { from: { '13': 6, '14': 3, '15': 2, '16': 1 }, minimum: 0.5, maximum: 128 },
];

/** Capacity that instances of this version can have; `undefined` for a version without Serverless v2. */
export function serverlessCapacity(version: string): Pick<CapacityRange, 'minimum' | 'maximum'> | undefined {
  const [major = '', minor = '0'] = version.split('.');
  return capacityRanges.find(({ from }) => {
    const first = from[major] ?? (Number(major) > 16 ? 0 : Number.POSITIVE_INFINITY);
    return Number(minor) >= first;
  });
}
