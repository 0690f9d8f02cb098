import { partitionOf, regionNames, zonesOfRegion } from '../../schemas/upstream/aws/regions';
import { render } from '../support/render';

const bucket = { bucket: { files: {} } };

function settingsWith(aws: Readonly<Record<string, unknown>>) {
  return { aws: { account: '111122223333', region: 'us-east-1', ...aws } } as never;
}

test('every region is of a partition, and has two zones at least, whose names begin with its own', () => {
  for (const region of regionNames) {
    expect(partitionOf(region)).toMatch(/^aws/);
    const zones = zonesOfRegion(region);
    expect(zones.length).toBeGreaterThanOrEqual(2);
    expect(zones.filter((zone) => !new RegExp(`^${region}[a-f]$`).test(zone))).toEqual([]);
  }
  expect(zonesOfRegion('us-east-9')).toEqual([]);
});

test('regions that an account has to opt in to are there', () => {
  expect(regionNames).toEqual(expect.arrayContaining(['af-south-1', 'eu-south-2', 'il-central-1', 'mx-central-1']));
});

test('an account of one partition reaches no region of another', async () => {
  const told = async (aws: Readonly<Record<string, unknown>>) => {
    const { findings } = await render({ components: bucket, settings: settingsWith(aws) });
    return findings.map(({ code, at, fix }) => [code, at.file.replace(/^.*#/, ''), fix]);
  };
  expect(await told({ regions: { china: 'cn-north-1' } })).toEqual([
    ['refused-combination', '/aws/regions/china', 'name a region of aws, or state `partition: aws-cn` below aws'],
  ]);
  expect(await told({ region: 'us-gov-west-1' })).toEqual([
    ['refused-combination', '/aws/region', 'name a region of aws, or state `partition: aws-us-gov` below aws'],
  ]);
  expect(await told({ region: 'us-gov-west-1', partition: 'aws-us-gov' })).toEqual([]);
  expect(await told({ region: 'il-central-1' })).toEqual([]);
});
