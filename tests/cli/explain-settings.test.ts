import { MemoryHost } from '../support/memory-host';
import { shop, slipway, slipwayJson } from './kit';

const host = new MemoryHost(shop);

describe('slipway explain settings', () => {
  it('shows every setting with its type, its unit and what leaving it out means', async () => {
    const { code, stdout } = await slipway(host, 'explain', 'settings');
    expect(code).toBe(0);
    expect(stdout).toMatch(/^ {2}owner +required +letters, digits/m);
    expect(stdout).toMatch(/^ {2}aws\.partition +aws +`aws` \| /m);
    expect(stdout).toMatch(/^ {2}terraform\.backend\.s3\.existing +false +true or false/m);
    expect(stdout).toMatch(/^ {2}images\.<key>\.tag +required /m);
  });

  it('shows one of them with what stands below it', async () => {
    const { code, stdout } = await slipway(host, 'explain', 'aws');
    expect(code).toBe(0);
    expect(stdout).toMatch(/^ {2}aws\.regions\.<key> +- +name of an AWS region/m);
    expect(stdout).not.toContain('terraform.version');
  });

  it('shows them as data too', async () => {
    const { settings } = (await slipwayJson(host, 'explain', 'settings')) as { settings: { path: string }[] };
    expect(settings.find(({ path }) => path === 'logRetentionDays')).toMatchObject({ unit: 'days', default: 90 });
  });

  it('knows the nearest setting of a name that is none', async () => {
    const { code, stdout } = await slipway(host, 'explain', 'teraform');
    expect(code).toBe(1);
    expect(stdout).toContain('fix:      did you mean terraform?');
  });

  it('shows a system that has the name of a setting', async () => {
    const named = new MemoryHost(
      Object.fromEntries(Object.entries(shop).map(([path, text]) => [path.replace('/shop/', '/delivery/'), text])),
    );
    expect((await slipway(named, 'explain', 'delivery')).stdout).toContain('delivery/prod');
  });
});
