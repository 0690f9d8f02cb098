import { shop, slipwayJson } from '../cli/kit';
import { MemoryHost } from '../support/memory-host';

/** What to do about the keys that there are not, where the system file states `expireAfterDays` of the bucket. */
async function fixes(images: string): Promise<(string | undefined)[]> {
  const prod = `components: { bucket: { images: ${images} } }\n`;
  const { findings } = (await slipwayJson(
    new MemoryHost({
      'environments/shop/system.yaml': shop['environments/shop/system.yaml'] ?? '',
      'environments/shop/prod.yaml': prod,
    }),
    'check',
  )) as { readonly findings: readonly { readonly code: string; readonly fix: string }[] };
  return findings.flatMap(({ code, fix }) => (code === 'unknown-key' ? [fix] : []));
}

describe('a misspelt key', () => {
  it('is told with the key that it is near to, though the system file states that one', async () => {
    expect(await fixes('{ expireAfterDay: 90 }')).toEqual(['write `expireAfterDays`']);
  });

  it('is not told with a key that stands beside it in the same file', async () => {
    expect(await fixes('{ expireAfterDay: 90, expireAfterDays: 90 }')).not.toContain('write `expireAfterDays`');
  });
});
