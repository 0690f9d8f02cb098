import type { JsonObject } from '../../schemas/primitives/artifact';
import { network, only, output, refused, renderInNetwork } from '../support/data-stores';
import { resources } from '../support/render';

const shop = { engineVersion: '15.17', database: 'shop' };

describe('copies of a cluster in other regions', () => {
  const west = {
    cidr: '10.1.0.0/16',
    region: 'dr',
    natGateways: 'none',
    flowLogs: { enabled: false },
    zones: { 'us-west-2a': { private: '10.1.11.0/24' }, 'us-west-2b': { private: '10.1.12.0/24' } },
  };
  const copied = (copies: JsonObject, input: JsonObject = {}, others: JsonObject = {}) =>
    renderInNetwork({
      network: { ...network.network, west, ...(others['network'] as JsonObject | undefined) },
      key: (others['key'] ?? {}) as JsonObject,
      'aurora-postgres': { aurora: { ...shop, network: 'main', copies, ...input } },
    });

  test('make it a global database, whose copy is encrypted, protected and stands wholly in the other region', async () => {
    const rendered = await copied({ dr: { network: 'west' } });
    expect(rendered.findings).toEqual([]);
    expect(only(rendered, 'aws_rds_global_cluster')).toEqual({
      global_cluster_identifier: 'acme-test-aurora-global',
      engine: 'aurora-postgresql',
      engine_version: '15.17',
      database_name: 'shop',
      storage_encrypted: true,
      deletion_protection: true,
      lifecycle: { prevent_destroy: true },
    });
    const clusters = resources(rendered, 'aws_rds_cluster');
    expect(clusters['aurora']).toMatchObject({
      global_cluster_identifier: '${aws_rds_global_cluster.aurora.id}',
      lifecycle: { prevent_destroy: true, ignore_changes: ['engine_version'] },
    });
    expect(clusters['aurora_copy_dr']).toMatchObject({
      cluster_identifier: 'acme-test-aurora-dr',
      global_cluster_identifier: '${aws_rds_global_cluster.aurora.id}',
      source_region: 'us-east-1',
      provider: 'aws.dr',
      storage_encrypted: true,
      kms_key_id: '${data.terraform_remote_state.foundation.outputs.aurora_copy_key_arn_dr}',
      deletion_protection: true,
      lifecycle: { prevent_destroy: true, ignore_changes: ['engine_version', 'replication_source_identifier'] },
      depends_on: ['aws_cloudwatch_log_group.aurora_copy_dr', 'aws_rds_cluster_instance.aurora_writer'],
    });
    expect(clusters['aurora_copy_dr']).not.toHaveProperty('master_username');
    const types = [
      'kms_key',
      'security_group',
      'db_subnet_group',
      'rds_cluster_parameter_group',
      'cloudwatch_log_group',
    ];
    for (const type of types)
      expect([type, resources(rendered, `aws_${type}`)['aurora_copy_dr']]).toEqual([
        type,
        expect.objectContaining({ provider: 'aws.dr' }),
      ]);
  });

  test('cost their storage alone until they have instances', async () => {
    const instancesOf = async (copy: JsonObject) =>
      Object.keys(resources(await copied({ dr: { network: 'west', ...copy } }), 'aws_rds_cluster_instance'));
    expect(await instancesOf({})).toEqual(['aurora_writer', 'aurora_reader']);
    expect(await instancesOf({ instances: { one: { zone: 'us-west-2a' } } })).toEqual([
      'aurora_writer',
      'aurora_reader',
      'aurora_copy_dr_one',
    ]);
  });

  test('the master password is a random one in both regions, in no state, since AWS manages none of a global database', async () => {
    const rendered = await copied({ dr: { network: 'west' } }, { passwordVersion: 2 });
    const primary = resources(rendered, 'aws_rds_cluster')['aurora'];
    expect(primary).toMatchObject({
      master_password_wo:
        '${jsondecode(ephemeral.aws_secretsmanager_secret_version.aurora_master.secret_string)["password"]}',
      master_password_wo_version: 2,
    });
    // What the secret holds, so that a cluster made after a broken apply has the password that the secret says.
    const made = 'aws_secretsmanager_secret_version.aurora_master';
    expect(rendered.files['workspaces/acme-test-data/aurora.tf.json']?.['ephemeral']).toMatchObject({
      aws_secretsmanager_secret_version: {
        aurora_master: { secret_id: `\${${made}.secret_id}`, version_id: `\${${made}.version_id}` },
      },
    });
    expect(only(rendered, 'aws_secretsmanager_secret_version')['secret_string_wo']).toContain(
      'ephemeral.aws_secretsmanager_random_password.aurora_master.random_password',
    );
    expect(primary).not.toHaveProperty('manage_master_user_password');
    expect(only(rendered, 'aws_secretsmanager_secret')['replica']).toEqual([
      {
        region: 'us-west-2',
        kms_key_id: '${data.terraform_remote_state.foundation.outputs.aurora_copy_key_arn_dr}',
      },
    ]);
    expect(only(rendered, 'aws_secretsmanager_secret_version')).toMatchObject({ secret_string_wo_version: 2 });
    expect(output(rendered, 'data', 'aurora_master_secret_arn')).toBe('${aws_secretsmanager_secret.aurora_master.arn}');
  });

  test('a key of the other region takes the place of the copy’s own', async () => {
    const rendered = await copied({ dr: { network: 'west', key: 'far' } }, {}, { key: { far: { region: 'dr' } } });
    expect(rendered.findings).toEqual([]);
    expect(Object.keys(resources(rendered, 'aws_kms_key')).sort()).toEqual(['aurora', 'far']);
  });

  const existing = { clusterIdentifier: 'shop-old', securityGroupId: 'sg-0a1b2c3d4e5f60718' };

  test.each<[string, JsonObject, string]>([
    ['its own region', { copies: { dr: { network: 'main' } } }, 'copy-regions at /copies/dr/network'],
    [
      'one region twice',
      { copies: { dr: { network: 'west' }, second: { network: 'west' } } },
      'copy-regions at /copies/second/network',
    ],
    ['a key of this region', { copies: { dr: { network: 'west', key: 'near' } } }, 'copy-regions at /copies/dr/key'],
    [
      'a zone of this region',
      { copies: { dr: { network: 'west', instances: { one: { zone: 'us-east-1a' } } } } },
      'copy-zone-outside-network at /copies/dr/instances/one/zone',
    ],
    [
      'a cluster that is there already',
      { copies: { dr: { network: 'west' } }, existing },
      'copies-of-existing at /copies',
    ],
  ])('a copy in or of %s is refused', async (_, input, expected) => {
    expect(refused(await copied({}, input, { key: { near: {} } }))).toEqual([
      `aurora-postgres/${expected.replace(' at ', ' at /aurora-postgres/aurora')}`,
    ]);
  });
});
