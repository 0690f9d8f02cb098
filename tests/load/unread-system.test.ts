import { MemoryHost } from '../support/memory-host';
import { shop, slipwayJson } from '../cli/kit';

const file = 'environments/shop/system.yaml';

/** What is found, as `code file:line`. */
async function found(text: string): Promise<string[]> {
  const host = new MemoryHost({ ...shop, [file]: text });
  const { findings } = await slipwayJson(host, 'check');
  return (findings as { code: string; file: string; line: number }[]).map(
    ({ code, ...at }) => `${code} ${at.file}:${at.line}`,
  );
}

describe('a system file that can’t be read', () => {
  it('is the one mistake: what it would have said is not missed in the environments', async () => {
    const text = (shop[file] ?? '').replace('      expireAfterDays: 400', '      expireAfterDays: 400\n    - more');
    const line = text.split('\n').findIndex((each) => each.includes('- more')) + 1;
    expect(await found(text)).toEqual([`bad-indentation ${file}:${line}`]);
  });
});
