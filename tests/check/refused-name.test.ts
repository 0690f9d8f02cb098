import { print } from '../end-to-end/system-files';
import { slipway, shop } from '../cli/kit';
import { MemoryHost } from '../support/memory-host';

const prod = 'environments/shop/prod.yaml';

/** What is said once the bucket, which was rendered before, has another name. */
async function told(name: string): Promise<string[]> {
  const host = new MemoryHost(shop);
  await slipway(host, 'synth');
  host.put(prod, (shop[prod] ?? '').replace('shop-images', name));
  const { findings } = await print(host);
  return findings.map(({ code, message }) => `${code}: ${message.split(':')[0] ?? ''}`);
}

describe('a name that its service refuses', () => {
  it('is told once, and not what would become of the data under it', async () => {
    expect(await told('Shop_Images')).toEqual(['invalid-name: "Shop_Images" is no name for an s3 bucket']);
  });
});

it('a name that its service takes still has it told what becomes of the data', async () => {
  expect(await told('shop-pictures')).toEqual(['data-replaced: bucket changes from shop-images to shop-pictures']);
});
