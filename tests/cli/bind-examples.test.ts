import { parse } from 'yaml';
import { MemoryHost } from '../support/memory-host';
import { readTree, repository } from '../end-to-end/system-files';
import { slipway } from './kit';

const shapes = 'synth/cli/new/system/shapes';
const file = 'environments/example/prod.bindings.yaml';

/** A system of a shape, as it is before anything is applied, without the bindings that come with it. */
function unbound(shape: string): MemoryHost {
  const all = readTree(repository, shapes);
  const of = (path: string): string => all[`${shapes}/${path}`] ?? '';
  return new MemoryHost({
    'environments/example/system.yaml': of('system.yaml'),
    'environments/example/prod.yaml': of(`${shape}/prod.yaml`),
    'environments/example/prod.images.yaml': of(`${shape}/prod.images.yaml`),
  });
}

describe('bindings that are made up', () => {
  it.each(['fleet', 'three-tier', 'inference', 'saas'])('let a system of shape %s render', async (shape) => {
    const host = unbound(shape);
    expect(await slipway(host, 'bind', '--examples')).toMatchObject({ code: 0, stderr: '' });
    const { code, stdout } = await slipway(host, 'synth', '--strict');
    expect(stdout).toContain('bindings are examples, not values of AWS: example/prod');
    expect(code).toBe(0);
  });

  it('are marked as such, and the same for the same description', async () => {
    const [one, other] = [unbound('saas'), unbound('saas')];
    for (const host of [one, other]) await slipway(host, 'bind', '--examples');
    expect(one.readText(file)).toBe(other.readText(file));
    expect(parse(one.readText(file))).toMatchObject({ example: true });
    expect(one.readText(file)).toContain('# made up');
  });

  it('are what a missing value asks for', async () => {
    const { stdout } = await slipway(unbound('saas'), 'synth');
    expect(stdout).toContain('before the first apply, make it up: slipway bind example/prod --examples');
  });

  it('never stand among values of AWS', async () => {
    const host = unbound('saas');
    const real = 'bindings:\n  cache:\n    endpoint: cache.aws\n';
    host.put(file, real);
    const { code, stdout } = await slipway(host, 'bind', '--examples');
    expect(code).toBe(1);
    expect(stdout).toContain('error examples-among-values');
    expect(host.readText(file)).toBe(real);
    expect((await slipway(host, 'synth')).stdout).toContain('take this connection out until it is');
  });

  it.each([['--check'], ['--from', 'example-prod-data=-']])('are no answer to %s', async (...args) => {
    const { code, stdout } = await slipway(unbound('saas'), 'bind', '--examples', ...args);
    expect(code).toBe(1);
    expect(stdout).toContain('it goes with neither --from nor --check');
  });
});
