import type { JsonFinding } from '../../synth/report/json';
import { MemoryHost } from '../support/memory-host';
import { shop, slipway, slipwayJson } from './kit';

const prod = 'environments/shop/prod.yaml';
const reports = /\n {4}# Reports of the month\.\n {4}reports:\n {6}versioning: false/;

/** Findings of a run after the description of `prod` was changed, each with the text that it stands at, up to its line's end. */
async function after(change: (text: string) => string): Promise<string[]> {
  const host = new MemoryHost(shop);
  expect((await slipway(host, 'synth')).code).toBe(0);
  host.put(prod, change(host.readText(prod)));
  const { findings } = (await slipwayJson(host, 'synth')) as unknown as { findings: JsonFinding[] };
  return findings.map(({ code, file = '', line = 0, column = 0, fix }) => {
    const rest =
      host
        .readText(file)
        .split('\n')
        [line - 1]?.slice(column - 1) ?? '';
    return `${code} ${file} | ${rest} | ${fix}`;
  });
}

const withoutReports = (text: string): string => text.replace(reports, '');

describe('a component that is gone', () => {
  const fix =
    'add removed: { reports: forget }, or renamedFrom: reports where it has another key now; where nothing of it was ever applied, delete workspaces/shop-prod-data/reports.tf.json';

  it('is missed where components of its environment are described', async () => {
    expect(await after(withoutReports)).toEqual([`missing-tombstone ${prod} | components: | ${fix}`]);
  });

  it('is missed at the tombstones of others', async () => {
    expect(await after((text) => `${withoutReports(text)}removed: {}\n`)).toEqual([
      `missing-tombstone ${prod} | removed: {} | ${fix}`,
    ]);
  });

  it('is missed in the file of its environment, though the system file alone describes components now', async () => {
    const [finding] = await after(() => '# Production.\nbase: base\n');
    expect(finding).toContain(`missing-tombstone ${prod} | base: base | `);
  });
});

describe('a tombstone', () => {
  it('that nothing belongs to is marked by its key, with the component that was meant', async () => {
    const change = (text: string): string => `${withoutReports(text)}removed: { report: forget }\n`;
    expect(await after(change)).toContain(`tombstone-of-unknown ${prod} | report: forget } | did you mean reports?`);
  });

  it('of what is there is marked by its key', async () => {
    expect(await after((text) => `${text}removed: { reports: forget }\n`)).toEqual([
      `tombstone-of-present ${prod} | reports: forget } | take out the one or the other`,
    ]);
  });
});
