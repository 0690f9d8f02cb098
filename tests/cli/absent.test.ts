import { MemoryHost } from '../support/memory-host';
import { shop, slipway } from './kit';

const prod = 'environments/shop/prod.yaml';
const bucket = 'workspaces/shop-prod-data/images.tf.json';

/** The small system, rendered once. */
async function rendered(): Promise<MemoryHost> {
  const host = new MemoryHost(shop);
  expect(await slipway(host, 'synth')).toMatchObject({ code: 0, stderr: '' });
  expect(host.exists(bucket)).toBe(true);
  return host;
}

describe('an environment that is described no more', () => {
  it.each([
    ['its file was deleted', (host: MemoryHost) => host.drop(prod)],
    [
      'its file was renamed',
      (host: MemoryHost) => {
        host.drop(prod);
        host.put('environments/shop/production.yaml', shop[prod] ?? '');
      },
    ],
    ['the system was deleted', (host: MemoryHost) => host.drop('environments/shop')],
  ])('keeps its output and is told of, since it holds data: %s', async (_, edit) => {
    const host = await rendered();
    edit(host);
    const { code, stdout } = await slipway(host, 'synth');
    expect(code).toBe(1);
    expect(stdout).toContain(`error absent-environment  ${prod}\n`);
    expect(stdout).toMatch(/its committed output holds data: .*aws_s3_bucket\.images/);
    expect(host.exists(bucket)).toBe(true);
  });

  it('goes once its data has gone', async () => {
    const host = await rendered();
    host.drop(prod);
    const { stdout } = await slipway(host, 'synth');
    const [, folders = ''] = /was ever applied, delete (.+)/.exec(stdout) ?? [];
    expect(folders).toContain('workspaces/shop-prod-data');
    for (const folder of folders.split(', ')) host.drop(folder);
    expect(await slipway(host, 'synth')).toMatchObject({ code: 0 });
    expect(host.exists('.slipway-owned/shop/prod.sha256')).toBe(false);
  });
});

describe('a folder without any environment', () => {
  it.each(['synth', 'check'])('is not taken for one in which all is well by %s', async (command) => {
    const { code, stdout } = await slipway(new MemoryHost({ 'README.md': 'elsewhere' }), command);
    expect(code).toBe(1);
    expect(stdout).toContain('error no-environments  environments\n  nothing is described here\n');
  });
});
