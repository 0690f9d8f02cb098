import { MemoryHost } from '../support/memory-host';
import { shop, slipway, slipwayJson } from './kit';

const prod = 'environments/shop/prod.yaml';
const nothing = '{ expireNoncurrentAfterDays: null }';

describe('a change that is warned of', () => {
  it('is made, and the warning is shown with the line that it is about', async () => {
    const host = new MemoryHost(shop);
    const { code, stdout } = await slipway(host, 'set', 'shop/prod', 'reports', nothing);
    expect(code).toBe(0);
    expect(stdout).toContain(`warning nothing-to-remove  ${prod}:`);
    expect(stdout).toContain(`+     reports: ${nothing}`);
    expect(host.readText(prod)).toContain(`reports: ${nothing}`);
  });

  it('is told in JSON like any other, with the warning', async () => {
    const answer = await slipwayJson(new MemoryHost(shop), 'set', 'shop/prod', 'reports', nothing);
    expect(answer['findings']).toMatchObject([{ code: 'nothing-to-remove', severity: 'warning' }]);
    expect(answer['changed']).toMatchObject({ file: prod });
  });

  it('is not made where something else is an error', async () => {
    const host = new MemoryHost(shop);
    const { code } = await slipway(host, 'set', 'shop/prod', 'reports', '{ versoning: true, expireAfterDays: null }');
    expect(code).toBe(1);
    expect(host.readText(prod)).toBe(shop[prod]);
  });

  it('is that of the value as YAML reads it, not of a text that says the same', async () => {
    const host = new MemoryHost(shop);
    const { stdout } = await slipway(host, 'set', 'shop/prod', 'reports.name', 'null');
    expect(stdout).toContain('warning nothing-to-remove');
    expect(host.readText(prod)).toMatch(/reports:\n\s+versioning: false\n\s+name: null\n/);
  });
});
