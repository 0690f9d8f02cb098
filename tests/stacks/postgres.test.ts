import fc from 'fast-check';
import type { JsonObject } from '../../schemas/primitives/artifact';
import { insteadOf, offeredPostgres } from '../../schemas/upstream/aws/postgres';
import { ageOf, knownVersions, newestOf } from '../../schemas/upstream/aws/versions';
import { only, output, refused, renderInNetwork, statements, usedByPod } from '../support/data-stores';
import { resources } from '../support/render';

const shop = { engineVersion: '16.13', database: 'shop' };

function postgres(input: JsonObject = {}, others: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {}) {
  return renderInNetwork({ postgres: { db: { ...shop, ...input } }, ...others });
}

const existing = { identifier: 'shop-old', securityGroupId: 'sg-0a1b2c3d4e5f60718' };

describe('postgres', () => {
  test('is encrypted, protected, closed to the internet, has a standby and can be restored for seven days back', async () => {
    const rendered = await postgres();
    expect(rendered.findings).toEqual([]);
    expect(only(rendered, 'aws_db_instance')).toMatchObject({
      identifier: 'acme-test-db',
      engine: 'postgres',
      engine_version: '16.13',
      instance_class: 'db.t4g.micro',
      db_name: 'shop',
      port: 5432,
      storage_type: 'gp3',
      allocated_storage: 20,
      storage_encrypted: true,
      kms_key_id: '${data.terraform_remote_state.foundation.outputs.db_key_arn}',
      multi_az: true,
      publicly_accessible: false,
      deletion_protection: true,
      lifecycle: { prevent_destroy: true },
      backup_retention_period: 7,
      backup_window: '03:00-04:00',
      maintenance_window: 'sun:05:00-sun:06:00',
      skip_final_snapshot: false,
      final_snapshot_identifier: 'acme-test-db-final',
      copy_tags_to_snapshot: true,
      delete_automated_backups: false,
      performance_insights_enabled: true,
      performance_insights_retention_period: 7,
      monitoring_interval: 60,
      iam_database_authentication_enabled: false,
    });
  });

  test('stays at the version that is described, unless AWS is to install newer minor releases by itself', async () => {
    const versions = ['engine_version', 'auto_minor_version_upgrade'];
    const of = async (input: JsonObject) => {
      const rendered = await postgres(input);
      expect(rendered.findings).toEqual([]);
      return versions.map((field) => only(rendered, 'aws_db_instance')[field]);
    };
    expect(await of({})).toEqual(['16.13', false]);
    expect(await of({ minorVersions: 'automatic' })).toEqual(['16', true]);
    const group = only(await postgres({ minorVersions: 'automatic' }), 'aws_db_parameter_group');
    expect(group['family']).toBe('postgres16');
  });

  test('AWS keeps the master password: no file holds one', async () => {
    const made = only(await postgres(), 'aws_db_instance');
    expect(made).toMatchObject({ manage_master_user_password: true, username: 'postgres' });
    expect(made).not.toHaveProperty('password');
  });

  test('takes TLS alone, in a parameter group of its major version', async () => {
    const group = only(
      await postgres({ parameters: { max_connections: { value: '200', atReboot: true } } }),
      'aws_db_parameter_group',
    );
    expect(group).toMatchObject({ family: 'postgres16', name: 'acme-test-db-postgres16' });
    expect(group['parameter']).toEqual(
      expect.arrayContaining([
        { name: 'rds.force_ssl', value: '1', apply_method: 'immediate' },
        { name: 'max_connections', value: '200', apply_method: 'pending-reboot' },
      ]),
    );
  });

  test('its logs go to groups of its own with a key and a retention, which are there before it', async () => {
    const rendered = await postgres({ logRetentionDays: 30 });
    expect(Object.values(resources(rendered, 'aws_cloudwatch_log_group'))).toEqual(
      ['postgresql', 'upgrade'].map((log) => ({
        name: `/aws/rds/instance/acme-test-db/${log}`,
        retention_in_days: 30,
        kms_key_id: '${data.terraform_remote_state.foundation.outputs.db_key_arn}',
      })),
    );
    expect(only(rendered, 'aws_db_instance')).toMatchObject({
      enabled_cloudwatch_logs_exports: ['postgresql', 'upgrade'],
      depends_on: ['aws_cloudwatch_log_group.db_postgresql', 'aws_cloudwatch_log_group.db_upgrade'],
    });
  });

  test('its volume grows by itself up to a ceiling, where one is stated', async () => {
    const made = only(
      await postgres({ storage: { gibibytes: 400, maximumGibibytes: 1000, iops: 16_000, throughput: 1000 } }),
      'aws_db_instance',
    );
    expect(made).toMatchObject({
      allocated_storage: 400,
      max_allocated_storage: 1000,
      iops: 16_000,
      storage_throughput: 1000,
    });
    expect(only(await postgres(), 'aws_db_instance')).not.toHaveProperty('max_allocated_storage');
  });

  test('without a standby it stands in the zone that is stated', async () => {
    expect(only(await postgres({ multiAz: false, zone: 'us-east-1b' }), 'aws_db_instance')).toMatchObject({
      multi_az: false,
      availability_zone: 'us-east-1b',
    });
  });

  test('without protection it can go, and a snapshot stays', async () => {
    const made = only(await postgres({ protect: false, monitoringSeconds: 0 }), 'aws_db_instance');
    expect(made).toMatchObject({ deletion_protection: false, skip_final_snapshot: false });
    expect(made).not.toHaveProperty('lifecycle');
    expect(made).not.toHaveProperty('monitoring_role_arn');
  });

  test('a workload reaches its port, knows its address, and reads the master password only to administer it', async () => {
    const used = (access: string) =>
      usedByPod(
        { postgres: { db: shop } },
        { db: access },
        { db: { endpoint: 'db.example', masterSecretArn: 'arn:x' } },
      );
    const connected = await used('connect');
    expect(connected.findings).toEqual([]);
    const rules = Object.values(resources(connected, 'aws_vpc_security_group_ingress_rule'));
    expect(rules).toContainEqual(expect.objectContaining({ from_port: 5432, to_port: 5432, ip_protocol: 'tcp' }));
    expect(JSON.stringify(connected.files)).toContain('"DB_HOST"');
    expect(JSON.stringify(connected.files)).not.toContain('"DB_PASSWORD"');
    expect(JSON.stringify((await used('administer')).files)).toContain('"DB_PASSWORD"');
  });

  test('a user of IAM may connect as that user alone', async () => {
    const rendered = await usedByPod(
      { postgres: { db: { ...shop, iamUsers: ['app_reader'] } } },
      { db: 'as-app-reader' },
      { db: { endpoint: 'db.example' } },
    );
    expect(statements(rendered, 'api_grant_db')).toEqual([
      {
        effect: 'Allow',
        actions: ['rds-db:connect'],
        resources: [
          'arn:aws:rds-db:us-east-1:111122223333:dbuser:${data.terraform_remote_state.data.outputs.db_resource_id}/app_reader',
        ],
      },
    ]);
  });

  test('one that is there already is looked up, and what uses it gets the same', async () => {
    const rendered = await usedByPod(
      { postgres: { db: { ...shop, engineVersion: '11.1', existing } } },
      { db: 'connect' },
      { db: { endpoint: 'db.example', masterSecretArn: 'arn:x' } },
    );
    expect(rendered.findings).toEqual([]);
    for (const type of ['aws_db_instance', 'aws_db_parameter_group', 'aws_kms_key'])
      expect(Object.keys(resources(rendered, type)).filter((id) => id.startsWith('db'))).toEqual([]);
    expect(output(rendered, 'data', 'db_endpoint')).toBe('${data.aws_db_instance.db.address}');
    expect(Object.values(resources(rendered, 'aws_vpc_security_group_ingress_rule'))).toContainEqual(
      expect.objectContaining({ security_group_id: 'sg-0a1b2c3d4e5f60718', from_port: 5432 }),
    );
  });

  test('in a network of another region all of it is made there', async () => {
    const zones = { 'us-west-2a': { private: '10.1.1.0/24' }, 'us-west-2b': { private: '10.1.2.0/24' } };
    const west = { cidr: '10.1.0.0/16', zones, natGateways: 'none', region: 'dr', flowLogs: { enabled: false } };
    const rendered = await postgres({}, { network: { west } });
    expect(rendered.findings).toEqual([]);
    for (const type of ['db_instance', 'db_subnet_group', 'db_parameter_group', 'kms_key', 'security_group'])
      expect(only(rendered, `aws_${type}`)).toMatchObject({ provider: 'aws.dr' });
  });

  test.each<[string, JsonObject, string]>([
    ['a reserved master user', { masterUser: 'rdsadmin' }, 'reserved-name at /masterUser'],
    ['a version that is offered no more', { engineVersion: '16.1' }, 'version-offered at /engineVersion'],
    ['a version that there can not be', { engineVersion: '99.9' }, 'unknown-version at /engineVersion'],
    ['a minor version far ahead of the newest', { engineVersion: '16.40' }, 'unknown-version at /engineVersion'],
    ['a class of an early generation', { instanceClass: 'db.t2.micro' }, 'withdrawn-instance-class at /instanceClass'],
    ['a class that there is not', { instanceClass: 'db.t3.nano' }, 'unknown-instance-class at /instanceClass'],
    [
      'a ceiling just above the size',
      { storage: { gibibytes: 100, maximumGibibytes: 109 } },
      'growth-too-small at /storage/maximumGibibytes',
    ],
    ['operations of a small volume', { storage: { iops: 12_000 } }, 'baseline-of-gp3 at /storage/iops'],
    [
      'fewer operations than a large volume has anyway',
      { storage: { gibibytes: 400, iops: 3000 } },
      'baseline-of-gp3 at /storage/iops',
    ],
    [
      'more throughput than its operations carry',
      { storage: { gibibytes: 400, iops: 12_000, throughput: 4000 } },
      'baseline-of-gp3 at /storage/throughput',
    ],
    ['io2 without operations', { storage: { gibibytes: 100, type: 'io2' } }, 'operations-of-io2 at /storage/iops'],
    [
      'a small volume of io2',
      { storage: { gibibytes: 20, type: 'io2', iops: 1000 } },
      'operations-of-io2 at /storage/gibibytes',
    ],
    ['a zone with a standby', { zone: 'us-east-1a' }, 'zone-of-two at /zone'],
    ['a zone that the network lacks', { multiAz: false, zone: 'us-east-1f' }, 'zone-outside-network at /zone'],
    ['windows that overlap', { backupWindow: '05:30-06:30' }, 'windows at /maintenanceWindow'],
  ])('%s is refused', async (_, input, expected) => {
    expect(refused(await postgres(input))).toEqual([`postgres/${expected.replace(' at ', ' at /postgres/db')}`]);
  });

  test('a network of one zone, and a key of another region, are refused', async () => {
    const zones = { 'us-east-1a': { private: '10.0.1.0/24' } };
    const main = { cidr: '10.0.0.0/16', zones, natGateways: 'none' };
    expect(refused(await postgres({}, { network: { main } }))).toEqual(['postgres/one-zone at /postgres/db/network']);
    expect(refused(await postgres({ key: 'far' }, { key: { far: { region: 'dr' } } }))).toEqual([
      'postgres/key-of-another-region at /postgres/db/key',
    ]);
  });

  test.each<[string, JsonObject]>([
    ['a ceiling of a tenth more', { storage: { gibibytes: 100, maximumGibibytes: 110 } }],
    ['io2 with operations', { storage: { gibibytes: 100, type: 'io2', iops: 100_000 } }],
    ['a large volume with the baseline', { storage: { gibibytes: 400 } }],
    ['the classes of Level 1 to 3', { instanceClass: 'db.t3.medium' }],
  ])('%s is taken', async (_, input) => {
    expect((await postgres(input)).findings).toEqual([]);
  });

  test('any growth by a tenth or more is taken, and any below it refused', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 20, max: 1000 }), fc.integer({ min: 1, max: 30 }), async (size, percent) => {
        const maximumGibibytes = size + Math.ceil((size * percent) / 100);
        const findings = refused(await postgres({ storage: { gibibytes: size, maximumGibibytes } }));
        expect(findings.length).toBe((maximumGibibytes - size) * 10 >= size ? 0 : 1);
      }),
      { numRuns: 15 },
    );
  });
});

describe('versions of RDS for PostgreSQL', () => {
  test('a version is known, or newer, or beyond what can have come out since', () => {
    const agesOf = (engine: keyof typeof knownVersions, ...versions: string[]) =>
      versions.map((version) => ageOf(version, knownVersions[engine]));
    expect(agesOf('postgres', '16.13', '16', '11.5')).toEqual(['known', 'known', 'known']);
    expect(agesOf('postgres', '16.16', '16.23', '19.1')).toEqual(['newer', 'newer', 'newer']);
    expect(agesOf('postgres', '16.24', '20.1', '99.9')).toEqual(['beyond', 'beyond', 'beyond']);
    expect(agesOf('eks', '1.28', '1.36', '1.37', '1.99', '2.0')).toEqual([
      'known',
      'known',
      'newer',
      'beyond',
      'beyond',
    ]);
    expect(agesOf('redis', '6.x', '7.1', '7.2')).toEqual(['known', 'known', 'beyond']);
    expect(agesOf('valkey', '8.2', '9.2', '10.0')).toEqual(['known', 'newer', 'newer']);
    expect([newestOf('16.99', knownVersions.postgres), newestOf('99.9', knownVersions.postgres)]).toEqual([
      '16.15',
      '18.6',
    ]);
  });

  test('each that is offered is taken as it is, and what stands in for another is offered', () => {
    for (const [major, minors] of Object.entries(offeredPostgres))
      for (const minor of minors) expect(insteadOf(`${major}.${minor}`, offeredPostgres)).toBeUndefined();
    expect(insteadOf('16.1', offeredPostgres)).toEqual({ nearest: '16.9', newest: '16.15' });
  });
});
