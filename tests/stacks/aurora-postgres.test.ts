import fc from 'fast-check';
import { offeredAuroraPostgres, serverlessCapacity } from '../../schemas/upstream/aws/aurora-postgres';
import { insteadOf as insteadOfOne } from '../../schemas/upstream/aws/postgres';
import type { JsonObject } from '../../schemas/primitives/artifact';
import { windowMinutes, windowsOverlap } from '../../stacks/facets/windows';
import { only, output, refused, renderInNetwork, statements } from '../support/data-stores';
import { resources } from '../support/render';

const shop = { engineVersion: '15.17', database: 'shop' };

function aurora(input: JsonObject = {}, settings: JsonObject = {}) {
  return renderInNetwork({ 'aurora-postgres': { aurora: { ...shop, ...input } } }, settings);
}

describe('aurora-postgres', () => {
  test('is encrypted, protected and backed up for seven days unless something else is said', async () => {
    const rendered = await aurora();
    expect(rendered.findings).toEqual([]);
    expect(only(rendered, 'aws_rds_cluster')).toMatchObject({
      cluster_identifier: 'acme-test-aurora',
      engine: 'aurora-postgresql',
      engine_version: '15.17',
      database_name: 'shop',
      port: 5432,
      serverlessv2_scaling_configuration: { min_capacity: 0.5, max_capacity: 4 },
      storage_encrypted: true,
      kms_key_id: '${data.terraform_remote_state.foundation.outputs.aurora_key_arn}',
      deletion_protection: true,
      lifecycle: { prevent_destroy: true },
      backup_retention_period: 7,
      skip_final_snapshot: false,
      final_snapshot_identifier: 'acme-test-aurora-final',
      copy_tags_to_snapshot: true,
      enabled_cloudwatch_logs_exports: ['postgresql'],
      performance_insights_enabled: true,
      performance_insights_retention_period: 7,
      iam_database_authentication_enabled: false,
    });
    expect(only(rendered, 'aws_kms_key')).toMatchObject({ enable_key_rotation: true });
  });

  test('AWS keeps the master password: no file holds one', async () => {
    const cluster = only(await aurora(), 'aws_rds_cluster');
    expect(cluster).toMatchObject({
      manage_master_user_password: true,
      master_username: 'postgres',
      master_user_secret_kms_key_id: '${data.terraform_remote_state.foundation.outputs.aurora_key_arn}',
    });
    expect(cluster).not.toHaveProperty('master_password');
  });

  test('the instance with the lowest promotion tier is made first, in the zone that is stated', async () => {
    const instances = resources(
      await aurora({
        instances: {
          reader: { zone: 'us-east-1b', promotionTier: 1 },
          writer: { zone: 'us-east-1a', promotionTier: 0 },
        },
      }),
      'aws_rds_cluster_instance',
    );
    expect(instances['aurora_writer']).toMatchObject({
      availability_zone: 'us-east-1a',
      promotion_tier: 0,
      instance_class: 'db.serverless',
      publicly_accessible: false,
      ca_cert_identifier: 'rds-ca-rsa2048-g1',
      monitoring_interval: 60,
    });
    expect(instances['aurora_writer']).not.toHaveProperty('depends_on');
    expect(instances['aurora_reader']).toMatchObject({
      availability_zone: 'us-east-1b',
      depends_on: ['aws_rds_cluster_instance.aurora_writer'],
    });
  });

  test('takes TLS alone, and logs connections, changes of structure and slow statements', async () => {
    const rendered = await aurora({
      slowQueryMilliseconds: 250,
      parameters: { max_connections: { value: '500', atReboot: true } },
    });
    const group = only(rendered, 'aws_rds_cluster_parameter_group');
    expect(group).toMatchObject({ family: 'aurora-postgresql15', name: 'acme-test-aurora-postgres15' });
    expect(group['parameter']).toEqual(
      expect.arrayContaining([
        { name: 'rds.force_ssl', value: '1', apply_method: 'immediate' },
        { name: 'log_connections', value: '1', apply_method: 'immediate' },
        { name: 'log_min_duration_statement', value: '250', apply_method: 'immediate' },
        { name: 'max_connections', value: '500', apply_method: 'pending-reboot' },
      ]),
    );
  });

  test('its log group is encrypted and kept for as long as the environment or the component says', async () => {
    const standard = only(await aurora({}, { logRetentionDays: 30 }), 'aws_cloudwatch_log_group');
    expect(standard).toMatchObject({ name: '/aws/rds/cluster/acme-test-aurora/postgresql', retention_in_days: 30 });
    expect(standard).toHaveProperty('kms_key_id');
    expect(only(await aurora({ logRetentionDays: 365 }), 'aws_cloudwatch_log_group')).toMatchObject({
      retention_in_days: 365,
    });
  });

  test('a key of the environment takes the place of its own', async () => {
    const rendered = await renderInNetwork({
      'aurora-postgres': { aurora: { ...shop, key: 'shared' } },
      key: { shared: { services: ['logs'] } },
    });
    expect(Object.keys(resources(rendered, 'aws_kms_key'))).toEqual(['shared']);
  });

  test('without protection it can go, and a snapshot stays', async () => {
    const cluster = only(await aurora({ protect: false }), 'aws_rds_cluster');
    expect(cluster).toMatchObject({ deletion_protection: false, skip_final_snapshot: false });
    expect(cluster).not.toHaveProperty('lifecycle');
  });

  test('advanced insights keep what they show for 15 months; without monitoring there is no role for it', async () => {
    const rendered = await aurora({ insights: 'advanced', monitoringSeconds: 0 });
    expect(only(rendered, 'aws_rds_cluster')).toMatchObject({
      database_insights_mode: 'advanced',
      performance_insights_retention_period: 465,
    });
    expect(resources(rendered, 'aws_iam_role')).toEqual({});
  });

  test('a cluster that pauses says after how long', async () => {
    const rendered = await aurora({
      engineVersion: '16.13',
      capacity: { minimum: 0, maximum: 2, pauseAfterSeconds: 600 },
    });
    expect(only(rendered, 'aws_rds_cluster')['serverlessv2_scaling_configuration']).toEqual({
      min_capacity: 0,
      max_capacity: 2,
      seconds_until_auto_pause: 600,
    });
  });

  test('a cluster that is there already is looked up, and its addresses are read from there', async () => {
    const rendered = await aurora({
      existing: { clusterIdentifier: 'shop-old', securityGroupId: 'sg-0a1b2c3d4e5f60718' },
    });
    expect(rendered.findings).toEqual([]);
    expect(resources(rendered, 'aws_rds_cluster')).toEqual({});
    expect(resources(rendered, 'aws_kms_key')).toEqual({});
    expect(output(rendered, 'data', 'aurora_endpoint')).toBe('${data.aws_rds_cluster.aurora.endpoint}');
  });

  test('data subnets come before private ones', async () => {
    const zones = {
      'us-east-1a': { private: '10.0.11.0/24', data: '10.0.21.0/24' },
      'us-east-1b': { private: '10.0.12.0/24', data: '10.0.22.0/24' },
    };
    const rendered = await renderInNetwork({
      network: { main: { cidr: '10.0.0.0/16', zones, natGateways: 'none' } },
      'aurora-postgres': { aurora: shop },
    });
    expect(only(rendered, 'aws_db_subnet_group')['subnet_ids']).toEqual([
      '${data.terraform_remote_state.foundation.outputs.main_data_subnet_ids[0]}',
      '${data.terraform_remote_state.foundation.outputs.main_data_subnet_ids[1]}',
    ]);
  });

  test('in a network of another region all of it is made there, the security group too', async () => {
    const zones = { 'us-west-2a': { private: '10.1.1.0/24' }, 'us-west-2b': { private: '10.1.2.0/24' } };
    const rendered = await renderInNetwork({
      network: { west: { cidr: '10.1.0.0/16', zones, natGateways: 'none', region: 'dr' } },
      'aurora-postgres': { aurora: shop },
    });
    expect(rendered.findings).toEqual([]);
    const types = ['rds_cluster', 'rds_cluster_instance', 'db_subnet_group', 'kms_key', 'kms_alias', 'security_group'];
    const providers = types.flatMap((type) =>
      Object.entries(resources(rendered, `aws_${type}`)).flatMap(([id, { provider }]) =>
        id.startsWith('aurora') ? [`${type} ${provider as string}`] : [],
      ),
    );
    expect([...new Set(providers)]).toEqual(types.map((type) => `${type} aws.dr`));
  });

  test('only the log service may use its key beside the account, for its log groups', async () => {
    expect(statements(await aurora(), 'aurora')).toEqual(
      expect.arrayContaining([
        expect.objectContaining({
          principals: [{ type: 'Service', identifiers: ['logs.us-east-1.amazonaws.com'] }],
          condition: [
            {
              test: 'ArnLike',
              variable: 'kms:EncryptionContext:aws:logs:arn',
              values: ['arn:aws:logs:us-east-1:111122223333:log-group:/aws/rds/cluster/acme-test-aurora/*'],
            },
          ],
        }),
      ]),
    );
  });

  test.each<[string, JsonObject, string[]]>([
    [
      'bounds the wrong way round',
      { capacity: { minimum: 8, maximum: 4 } },
      ['minimum-over-maximum at /capacity/minimum'],
    ],
    [
      'a pause that 14.6 does not know',
      { engineVersion: '14.6', capacity: { minimum: 0 } },
      ['capacity-of-version at /capacity/minimum'],
    ],
    [
      'more than 14.6 can have',
      { engineVersion: '14.6', capacity: { maximum: 256 } },
      ['capacity-of-version at /capacity/maximum'],
    ],
    ['a version without Serverless v2', { engineVersion: '12.22' }, ['capacity-of-version at /engineVersion']],
    [
      'a pause with a minimum',
      { capacity: { pauseAfterSeconds: 300 } },
      ['pause-without-zero at /capacity/pauseAfterSeconds'],
    ],
    ['a version that AWS offers no more', { engineVersion: '15.4' }, ['version-offered at /engineVersion']],
    ['a version that there can not be', { engineVersion: '99.9' }, ['unknown-version at /engineVersion']],
    ['a reserved master user', { masterUser: 'rdsadmin' }, ['reserved-name at /masterUser']],
    ['a reserved prefix', { database: 'pg_shop' }, ['reserved-name at /database']],
    [
      'a zone that the network lacks',
      { instances: { one: { zone: 'us-east-1f' } } },
      ['zone-outside-network at /instances/one/zone'],
    ],
    ['windows that overlap', { backupWindow: '05:30-06:30' }, ['windows at /maintenanceWindow']],
    ['a window that is too short', { backupWindow: '05:30-05:45' }, ['windows at /backupWindow']],
  ])('%s is refused', async (_, input, expected) => {
    expect(refused(await aurora(input))).toEqual(
      expected.map((text) => `aurora-postgres/${text.replace(' at ', ' at /aurora-postgres/aurora')}`),
    );
  });

  test.each<[string, JsonObject]>([
    ['256 ACU', { engineVersion: '15.10', capacity: { maximum: 256 } }],
    ['a pause', { engineVersion: '15.10', capacity: { minimum: 0, pauseAfterSeconds: 300 } }],
    ['a window over midnight', { backupWindow: '23:45-00:30' }],
    ['a version newer than those known here', { engineVersion: '17.12' }],
    ['the major version of the coming year', { engineVersion: '19.1' }],
    ['equal bounds', { capacity: { minimum: 4, maximum: 4 } }],
    ['a usual master user', { masterUser: 'shop_owner' }],
  ])('%s is taken where AWS takes it', async (_, input) => {
    expect((await aurora(input)).findings).toEqual([]);
  });

  test('a network of one zone is refused', async () => {
    const rendered = await renderInNetwork({
      network: {
        main: { cidr: '10.0.0.0/16', zones: { 'us-east-1a': { private: '10.0.1.0/24' } }, natGateways: 'none' },
      },
      'aurora-postgres': { aurora: shop },
    });
    expect(refused(rendered)).toEqual(['aurora-postgres/one-zone at /aurora-postgres/aurora/network']);
  });

  test('capacity comes in halves, and neither below nor above what there is', async () => {
    for (const minimum of [0.3, -1, 300])
      expect((await aurora({ capacity: { minimum } })).findings).toEqual([
        expect.objectContaining({
          at: expect.objectContaining({
            file: expect.stringContaining('#/components/aurora-postgres/aurora/capacity/minimum') as string,
          }) as object,
        }),
      ]);
  });
});

const insteadOf = (version: string) => insteadOfOne(version, offeredAuroraPostgres);

describe('facts about Aurora versions', () => {
  test('a later version never has a narrower range of capacity', () => {
    for (const [major, minors] of Object.entries(offeredAuroraPostgres)) {
      const ranges = minors.map((minor) => serverlessCapacity(`${major}.${minor}`));
      const widths = ranges.map((range) => (range ? range.maximum - range.minimum : 0));
      expect(widths).toEqual([...widths].sort((a, b) => a - b));
    }
  });

  test('15.4, which the Pingvas document asks for, is no longer offered; 15.19 is the newest in its place', () => {
    expect(insteadOf('15.4')).toEqual({ nearest: '15.10', newest: '15.19' });
    expect(insteadOf('10.23')).toEqual({ nearest: '11.9', newest: '11.21' });
  });

  test('what is offered in place of a version is offered, and no older', () => {
    fc.assert(
      fc.property(fc.integer({ min: 10, max: 20 }), fc.integer({ min: 0, max: 40 }), (major, minor) => {
        const instead = insteadOf(`${major}.${minor}`);
        if (!instead) return;
        expect([insteadOf(instead.nearest), insteadOf(instead.newest)]).toEqual([undefined, undefined]);
        const [to = 0, minorTo = 0] = instead.nearest.split('.').map(Number);
        expect(to * 100 + minorTo).toBeGreaterThan(major * 100 + minor);
      }),
    );
  });

  test('a cluster that is adopted may run a version that is offered no more', async () => {
    const adopt = { 'aws_rds_cluster.aurora': 'acme-test-aurora' };
    expect(refused(await aurora({ engineVersion: '15.4', adopt }))).toEqual([]);
  });
});

describe('windows', () => {
  const days = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
  const pad = (value: number) => String(value).padStart(2, '0');
  const time = fc.integer({ min: 0, max: 1439 }).map((minute) => `${pad(Math.floor(minute / 60))}:${pad(minute % 60)}`);
  const weekly = fc
    .tuple(fc.constantFrom(...days), time, fc.constantFrom(...days), time)
    .map(([a, b, c, d]) => `${a}:${b}-${c}:${d}`);
  const daily = fc.tuple(time, time).map(([a, b]) => `${a}-${b}`);

  test('overlap is mutual, and a window overlaps itself unless it is empty', () => {
    fc.assert(
      fc.property(daily, weekly, (one, other) => {
        expect(windowsOverlap(one, other)).toBe(windowsOverlap(other, one));
        expect(windowsOverlap(one, one)).toBe(windowMinutes(one) > 0);
        expect(windowsOverlap(other, other)).toBe(windowMinutes(other) > 0);
      }),
    );
  });

  test('windows that touch do not overlap, over midnight and over the end of the week either', () => {
    expect(windowsOverlap('03:00-04:00', 'sun:04:00-sun:05:00')).toBe(false);
    expect(windowsOverlap('23:30-00:30', 'mon:00:30-mon:01:30')).toBe(false);
    expect(windowsOverlap('23:30-00:30', 'sun:23:00-mon:00:10')).toBe(true);
    expect(windowMinutes('sun:23:30-mon:00:30')).toBe(60);
  });
});
