/**
 * Regions of AWS by partition, each with the letters of its zones in some account: accounts of different age see
 * different ones, so that a letter stands here once some account has it. Regions that an account has to opt in to are among
 * them. As of 2026-11-21; Terraform's provider of AWS refuses regions that it does not know, so that a newer one waits for
 * that as well. `me-west-1` and `sa-west-1` are too new for the list of zones: AWS opens a region with three.
 *
 * @see partitions.json of botocore 1.44.5 (Apache-2.0) for the regions
 * @see AVAILABILITY_ZONES of cfn-lint 1.58.0 (MIT-0) for the zones, and
 * https://docs.aws.amazon.com/global-infrastructure/latest/regions/aws-availability-zones.html
 */
const zoneLetters = {
  aws: {
    'af-south-1': 'abc',
    'ap-east-1': 'abc',
    'ap-east-2': 'abc',
    'ap-northeast-1': 'abcd',
    'ap-northeast-2': 'abcd',
    'ap-northeast-3': 'abc',
    'ap-south-1': 'abc',
    'ap-south-2': 'abc',
    'ap-southeast-1': 'abc',
    'ap-southeast-2': 'abc',
    'ap-southeast-3': 'abc',
    'ap-southeast-4': 'abc',
    'ap-southeast-5': 'abc',
    'ap-southeast-6': 'abc',
    'ap-southeast-7': 'abc',
    'ca-central-1': 'abcd',
    'ca-west-1': 'abc',
    'eu-central-1': 'abc',
    'eu-central-2': 'abc',
    'eu-north-1': 'abc',
    'eu-south-1': 'abc',
    'eu-south-2': 'abc',
    'eu-west-1': 'abc',
    'eu-west-2': 'abc',
    'eu-west-3': 'abc',
    'il-central-1': 'abc',
    'me-central-1': 'abc',
    'me-south-1': 'abc',
    'me-west-1': 'abc',
    'mx-central-1': 'abc',
    'sa-east-1': 'abc',
    'sa-west-1': 'abc',
    'us-east-1': 'abcdef',
    'us-east-2': 'abc',
    'us-west-1': 'abc',
    'us-west-2': 'abcd',
  },
  'aws-cn': { 'cn-north-1': 'abcd', 'cn-northwest-1': 'abc' },
  'aws-us-gov': { 'us-gov-east-1': 'abc', 'us-gov-west-1': 'abc' },
} as const satisfies Record<string, Readonly<Record<string, string>>>;

const lettersOf: ReadonlyMap<string, string> = new Map(
  Object.values(zoneLetters).flatMap((regions) => Object.entries<string>(regions)),
);

const partitions: ReadonlyMap<string, string> = new Map(
  Object.entries(zoneLetters).flatMap(([partition, regions]) =>
    Object.keys(regions).map((region) => [region, partition] as const),
  ),
);

/** Regions of all partitions, those of the commercial one first. */
export const regionNames: readonly string[] = [...partitions.keys()];

/** Partition that a region is of; `undefined` for one that is not known. */
export function partitionOf(region: string): string | undefined {
  return partitions.get(region);
}

/** Availability zones of a region, in order of name; none of one that is not known. */
export function zonesOfRegion(region: string): string[] {
  return Array.from(lettersOf.get(region) ?? '', (letter) => region + letter);
}
