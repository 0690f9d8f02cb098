import { MemoryHost } from '../support/memory-host';
import { shop, slipway } from './kit';

const system = 'environments/shop/system.yaml';

describe('a name that is changed in the system file', () => {
  it('is kept in the file of each environment, since each has another', async () => {
    const text = `${shop[system] ?? ''}    files: {}\n`;
    const host = new MemoryHost({ ...shop, [system]: text });
    expect(await slipway(host, 'synth')).toMatchObject({ code: 0 });
    host.put(system, text.replace('files: {}', 'files: { name: shop-all-files }'));
    const { code, stdout } = await slipway(host, 'synth');
    expect(code).toBe(1);
    expect(stdout).toContain('keep the name (name: shop-prod-files, in environments/shop/prod.yaml), or describe');
  });

  it('is kept where it stands, in the file of one environment', async () => {
    const prod = 'environments/shop/prod.yaml';
    const host = new MemoryHost(shop);
    expect(await slipway(host, 'synth')).toMatchObject({ code: 0 });
    host.put(prod, (shop[prod] ?? '').replace('name: shop-images', 'name: shop-pictures'));
    const { stdout } = await slipway(host, 'synth');
    expect(stdout).toContain('keep the name (name: shop-images), or describe');
  });
});
