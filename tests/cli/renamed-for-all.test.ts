import { MemoryHost } from '../support/memory-host';
import { shop, slipway } from './kit';

const system = 'environments/shop/system.yaml';
const prod = 'environments/shop/prod.yaml';

describe('a name that is changed in the system file', () => {
  const text = `${shop[system] ?? ''}    files: {}\n`;
  const one = text.replace('files: {}', 'files: { name: shop-all-files }');

  it('is taken out, where each environment had that of its key', async () => {
    const host = new MemoryHost({ ...shop, [system]: text });
    expect(await slipway(host, 'synth')).toMatchObject({ code: 0 });
    host.put(system, one);
    const { code, stdout } = await slipway(host, 'synth');
    expect(code).toBe(1);
    expect(stdout).toContain('fix:      take name out, or describe');
  });

  it('is kept in the file of each environment, where each had one of its own', async () => {
    const own = (shop[prod] ?? '').replace('  bucket:\n', '  bucket:\n    files: { name: shop-legacy }\n');
    const host = new MemoryHost({ ...shop, [system]: text, [prod]: own });
    expect(await slipway(host, 'synth')).toMatchObject({ code: 0 });
    host.put(system, one);
    host.put(prod, shop[prod] ?? '');
    const { code, stdout } = await slipway(host, 'synth');
    expect(code).toBe(1);
    expect(stdout).toContain('keep the name (name: shop-legacy, in environments/shop/prod.yaml), or describe');
  });

  it('is kept where it stands, in the file of one environment', async () => {
    const host = new MemoryHost(shop);
    expect(await slipway(host, 'synth')).toMatchObject({ code: 0 });
    host.put(prod, (shop[prod] ?? '').replace('name: shop-images', 'name: shop-pictures'));
    const { stdout } = await slipway(host, 'synth');
    expect(stdout).toContain('keep the name (name: shop-images), or describe');
  });
});
