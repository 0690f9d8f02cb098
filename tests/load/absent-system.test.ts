import { shop, slipwayJson } from '../cli/kit';
import { MemoryHost } from '../support/memory-host';

interface Said {
  readonly code: string;
  readonly message: string;
  readonly fix: string;
}

async function missing(files: Readonly<Record<string, string>>): Promise<Said[]> {
  const { findings } = (await slipwayJson(new MemoryHost(files), 'check')) as { findings: Said[] };
  return findings.filter(({ code }) => code === 'missing-key');
}

const { 'environments/shop/base.yaml': base = '' } = shop;

test('settings that no file states are looked for in the system file: that it is not there is said', async () => {
  const said = await missing({ 'environments/shop/base.yaml': base });
  expect(said.map(({ message }) => /`(\w+)`/.exec(message)?.[1])).toEqual(
    expect.arrayContaining(['owner', 'costCentre', 'aws', 'terraform', 'repository']),
  );
  for (const { fix } of said)
    expect(fix).toMatch(/^add .*; or write environments\/shop\/system\.yaml, which is not there/);
});

test('of a system file that is there nothing is said', async () => {
  const said = await missing({ 'environments/shop/base.yaml': base, 'environments/shop/system.yaml': 'owner: me\n' });
  expect(said.length).toBeGreaterThan(0);
  for (const { fix } of said) expect(fix).not.toContain('system.yaml');
});
