import { MemoryHost } from '../support/memory-host';
import { shop, slipway, slipwayJson } from './kit';

const host = new MemoryHost(shop);

interface Explained {
  readonly values: readonly { readonly path: string; readonly value: unknown; readonly from: string }[];
  readonly outputs: readonly { readonly name: string; readonly how: string; readonly value?: unknown }[];
  readonly files: readonly { readonly path: string; readonly makes: readonly string[] }[];
}

async function component(...args: readonly string[]): Promise<Explained> {
  return (await slipwayJson(host, 'explain', ...args))['component'] as Explained;
}

function fromOf({ values }: Explained): Record<string, string> {
  return Object.fromEntries(values.map(({ path, from }) => [path, from]));
}

describe('slipway explain', () => {
  it('lists every kind with its summary', async () => {
    const { code, stdout } = await slipway(host, 'explain');
    expect(code).toBe(0);
    expect(stdout).toMatch(/^on AWS:$/m);
    expect(stdout).toMatch(/^ {2}bucket +An S3 bucket/m);
    expect(stdout).toMatch(/^in Kubernetes:$/m);
  });

  it('shows a kind: fields with unit, bounds and default, outputs, access levels, an example', async () => {
    const { code, stdout } = await slipway(host, 'explain', 'bucket');
    expect(code).toBe(0);
    expect(stdout).toMatch(/^ {2}expireAfterDays +- +whole number of days from 1 to 36500\. Age/m);
    expect(stdout).toMatch(/^ {2}versioning +true +true or false\. Keep every version/m);
    expect(stdout).toMatch(/^ {2}transitions\[\]\.afterDays +required /m);
    expect(stdout).toMatch(/^ {2}arn +known before apply +ARN\.$/m);
    expect(stdout).toMatch(/^ {2}id +made by AWS, readable in Terraform \(data\) /m);
    expect(stdout).toMatch(/^ {2}read +Read and list objects\.$/m);
    expect(stdout).toContain(
      'example: images that age into cheaper storage\n  components:\n    bucket:\n      example:',
    );
  });

  it('shows the environments of a system', async () => {
    const { code, stdout } = await slipway(host, 'explain', 'shop');
    expect(code).toBe(0);
    expect(stdout.split('\n').map((line) => line.trim().replace(/ {2,}/g, ' | '))).toEqual([
      'shop:',
      'shop/base | account 111122223333, us-east-1 | 1 component',
      'shop/prod | account 111122223333, us-east-1 | 3 components | stands on shop/base',
      '',
      'slipway explain shop/base shows one of them.',
      '',
    ]);
  });

  it('knows the nearest kind or system of a name that is neither', async () => {
    const { code, stdout } = await slipway(host, 'explain', 'shp');
    expect(code).toBe(1);
    expect(stdout).toContain('fix:      did you mean shop?');
  });

  it('shows the metrics of a kind, with the alarm that is recommended', async () => {
    const { stdout } = await slipway(host, 'explain', 'redis');
    expect(stdout).toMatch(
      /^ {2}evictions\/<key> +Keys that were thrown out to make room\. AWS\/ElastiCache Evictions, /m,
    );
    const { kind } = (await slipwayJson(host, 'explain', 'redis')) as { kind: { metrics: { names: string[] }[] } };
    expect(kind.metrics.find(({ names }) => names[0] === 'memory/<key>')).toEqual({
      names: ['memory/<key>'],
      cloudwatch: 'AWS/ElastiCache DatabaseMemoryUsagePercentage',
      description: 'Memory in use, as a share of what data may take.',
      statistic: 'Average, Percent',
      recommended: 'above 90 for 5 min, warning',
    });
  });

  it('says once what parts of a component publish under names of their own', async () => {
    const { stdout } = await slipway(host, 'explain', 'fleet');
    expect(stdout.match(/AWS\/AutoScaling\s+GroupInServiceInstances/g)).toHaveLength(1);
    expect(stdout).toMatch(/Also\s+as\s+blue-in-service,\s+green-in-service\./);
  });

  it('shows it as data too', async () => {
    const { kind } = (await slipwayJson(host, 'explain', 'bucket')) as { kind: { fields: { path: string }[] } };
    expect(kind.fields.find(({ path }) => path === 'expireNoncurrentAfterDays')).toMatchObject({
      unit: 'days',
      default: 90,
      required: false,
    });
  });

  it('shows what an environment is made of, and what it stands on', async () => {
    const { code, stdout } = await slipway(host, 'explain', 'shop/prod');
    expect(code).toBe(0);
    expect(stdout).toContain('shop/prod: account 111122223333, us-east-1, stands on shop/base\n');
    expect(stdout).toMatch(/^ {2}bucket +reports +environments\/shop\/prod\.yaml:12/m);
    expect(stdout).toMatch(/^of what it stands on:\n {2}network +main +environments\/shop\/base\.yaml:/m);
  });

  it('says of each value in which file and line it stands, or whose default it is', async () => {
    const images = await component('shop/prod', 'images');
    expect(fromOf(images)).toMatchObject({
      name: 'environments/shop/prod.yaml:7',
      'transitions[0].afterDays': 'environments/shop/prod.yaml:8',
      expireAfterDays: 'environments/shop/system.yaml:16',
      versioning: 'default of bucket',
    });
    expect(fromOf(await component('shop/prod', 'reports'))['versioning']).toBe('environments/shop/prod.yaml:12');
  });

  it('shows outputs with their values, and the files with what they make', async () => {
    const { outputs, files } = await component('shop/prod', 'images');
    expect(outputs.find(({ name }) => name === 'arn')).toMatchObject({
      how: 'known',
      value: 'arn:aws:s3:::shop-images',
    });
    expect(files.find(({ path }) => path === 'workspaces/shop-prod-data/images.tf.json')?.makes).toContain(
      'aws_s3_bucket.images',
    );
  });

  it('shows what a component publishes', async () => {
    const { stdout } = await slipway(host, 'explain', 'shop/prod', 'images');
    expect(stdout).toMatch(/^metrics in CloudWatch:\n {2}size +Bytes in the class STANDARD/m);
  });

  it('finds components of the environment that it stands on', async () => {
    const { code, stdout } = await slipway(host, 'explain', 'shop/prod', 'main');
    expect(code).toBe(0);
    expect(stdout).toContain('shop/base network main, described at environments/shop/base.yaml:');
  });

  it('says so where a value is made by AWS and not bound yet', async () => {
    const { stdout } = await slipway(host, 'explain', 'shop/prod', 'public');
    expect(stdout).toContain('made by workspace shop-prod-foundation');
  });

  test.each([
    [['buket'], 'did you mean bucket?'],
    [['shop/prd'], 'did you mean shop/prod?'],
    [['shop/prod', 'image'], 'did you mean images?'],
    [['bucket', 'images'], 'leave it out'],
    [['shop/prod', 'images', 'more'], 'leave it out'],
  ])('offers the nearest name for %j', async (args, fix) => {
    const { code, stdout } = await slipway(host, 'explain', ...args);
    expect(code).toBe(1);
    expect(stdout).toContain('error nothing-to-explain');
    expect(stdout).toContain(`fix:      ${fix}`);
  });

  it('shows the mistakes of a description that it cannot read to the end', async () => {
    const broken = new MemoryHost({ ...shop, 'environments/shop/prod.yaml': 'base: base\nowner: [a]\n' });
    const { code, stdout } = await slipway(broken, 'explain', 'shop/prod');
    expect(code).toBe(1);
    expect(stdout).toContain('error wrong-type  environments/shop/prod.yaml:2:8');
  });

  it('shows what an alarm has from the recommended one of its name, and that it does', async () => {
    const watched = `components:
  notifications: { ops: { email: { ops: ops@example.com } } }
  postgres: { db: { database: shop } }
  alarms: { guard: { watch: { db: { alarms: { cpu: { above: 70 } } } } } }
`;
    const guarded = new MemoryHost({ ...shop, 'environments/shop/guarded.yaml': `base: base\n${watched}` });
    const { component: shown } = await slipwayJson(guarded, 'explain', 'shop/guarded', 'guard');
    const { values } = shown as Explained;
    const own = values.filter(({ path }) => path.startsWith('watch.db.alarms.cpu.'));
    expect(own.map(({ path, from }) => [path.replace('watch.db.alarms.cpu.', ''), from])).toEqual([
      ['above', 'environments/shop/guarded.yaml:5'],
      ['for', 'the recommended cpu of db'],
      ['severity', 'the recommended cpu of db'],
      ['summary', 'the recommended cpu of db'],
    ]);
    expect(own.map(({ value }) => value)).toEqual([
      70,
      expect.stringMatching(/^\d+m$/),
      expect.any(String),
      expect.any(String),
    ]);
  });
});
