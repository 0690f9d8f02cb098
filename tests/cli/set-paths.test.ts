import { keysOf } from '../../synth/cli/set/target';
import { MemoryHost } from '../support/memory-host';
import { shop, slipway } from './kit';

const prod = 'environments/shop/prod.yaml';

const edge = `base: base
tags: { app.example.com/team: shop }
components:
  zone:
    public: { domain: shop.example.com }
  certificate:
    edge: { domain: shop.example.com, alternatives: ['*.shop.example.com'], zone: public }
  load-balancer:
    alb: { certificate: edge, hosts: { api.shop.example.com: {} } }
  bucket:
    reports: { versioning: false }
`;

/** The lines that come into the file; what is refused by its findings, without their places. */
async function added(...args: readonly string[]): Promise<string[]> {
  const { code, stdout } = await slipway(new MemoryHost({ ...shop, [prod]: edge }), 'set', 'shop/prod', ...args);
  const wanted = code === 0 ? /^\+ / : /^error|^ {2}fix:/;
  return stdout
    .split('\n')
    .flatMap((line) => (wanted.test(line) ? [line.replace(/^\+ +| {2}\S+:\d+:\d+$/g, '').trim()] : []));
}

describe('a path of slipway set', () => {
  it.each([
    ['a.b.c', ['a', 'b', 'c']],
    ['a[0].b', ['a', '0', 'b']],
    ['hosts."api.example.com".zone', ['hosts', 'api.example.com', 'zone']],
    ["hosts.'api.example.com'", ['hosts', 'api.example.com']],
    ['hosts["api.example.com"].zone', ['hosts', 'api.example.com', 'zone']],
    ['"a.b"', ['a.b']],
    ['a..b', undefined],
    ['a.', undefined],
    ['.a', undefined],
    ['a."b', undefined],
    ['a[x]', undefined],
  ])('%s names the keys %j', (path, keys) => {
    expect(keysOf(path)).toEqual(keys);
  });

  it('names a key that holds dots and stands there, as it is written', async () => {
    expect(await added('alb.hosts.api.shop.example.com.zone', 'public')).toEqual([
      'alb: { certificate: edge, hosts: { api.shop.example.com: { zone: public } } }',
    ]);
    expect(await added('tags.app.example.com/team', 'platform')).toEqual(['tags: { app.example.com/team: platform }']);
  });

  it('names a new key that holds dots where it can be nothing else', async () => {
    expect(await added('alb.hosts.www.shop.example.com.zone', 'public')).toEqual([
      expect.stringContaining('www.shop.example.com: { zone: public }'),
    ]);
    expect(await added('alb.hosts.www.shop.example.com', '{}')).toEqual([
      expect.stringContaining('www.shop.example.com: {}'),
    ]);
    expect(await added('tags.example.com/part-of', 'shop')).toEqual([
      expect.stringContaining('example.com/part-of: shop'),
    ]);
    expect(await added('reports.adopt.aws_s3_bucket.reports', 'shop-reports')).toEqual([
      'reports: { versioning: false, adopt: { aws_s3_bucket.reports: shop-reports } }',
    ]);
    expect(await added('reports.patches.aws_s3_bucket.reports.force_destroy', 'true')).toEqual([
      expect.stringContaining('patches: { aws_s3_bucket.reports: { force_destroy: true } }'),
    ]);
  });

  it('names what stands in quotes as one key', async () => {
    for (const path of ['alb.hosts."www.shop.example.com".zone', "alb.hosts['www.shop.example.com'].zone"])
      expect(await added(path, 'public')).toEqual([expect.stringContaining('www.shop.example.com: { zone: public }')]);
  });

  it('leads to a key that holds dots when something is taken out', async () => {
    expect(await added('tags.app.example.com/team', '--remove')).toEqual(['tags: {}']);
    expect(await added('tags.app.example.com/tea', '--remove')).toEqual([
      'error unknown-path',
      expect.stringContaining('name what stands there'),
    ]);
  });

  it('is told as it was meant most likely where every reading of it is refused', async () => {
    expect(await added('alb.hosts.api.shop.example.com.zon', 'public')).toEqual([
      'error wrong-type',
      expect.stringMatching(/^fix:/),
    ]);
    expect(await added('reports.versions', 'true')).toEqual([
      'error unknown-key',
      'fix:      name one that there is, or leave it out',
    ]);
  });
});

describe('a value of slipway set', () => {
  it.each([
    ['reports.adopt.aws_s3_bucket.report', 'x', 'unknown-adopted-resource', 'did you mean aws_s3_bucket.reports?'],
    ['reports.adopt', '{ aws_s3_bucket.report: x }', 'unknown-adopted-resource', 'did you mean aws_s3_bucket.reports?'],
    [
      'reports.patches',
      '{ aws_s3_bucket.report: { x: 1 } }',
      'unknown-patch-target',
      'did you mean aws_s3_bucket.reports?',
    ],
    ['reports.name', 'Shop_Reports', 'invalid-name', 'give the component another name: or key'],
  ])('is refused where nothing can be built of it: %s %s', async (...[path, value, code, fix]) => {
    expect(await added(path, value)).toEqual([`error ${code}`, `fix:      ${fix}`]);
  });

  it('may name what the next command brings', async () => {
    expect(await added('components.bucket.reports', '--remove')).toEqual(['bucket: {}']);
    expect(await added('removed.reports', 'forget')).toEqual(['removed:', 'reports: forget']);
  });
});
