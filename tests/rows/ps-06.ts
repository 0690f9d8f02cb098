import { allMade, fromLayer, made } from './profit-sentinel';
import type { Row } from './row';
import { at, list, pick } from './values';

export const ps06: Row = {
  id: 'PS-06',
  title: 'Aurora PostgreSQL 15 Serverless v2, 0.5 to 2 ACU, writer and reader in two zones, backed up and protected',
  states: {
    'it is Aurora PostgreSQL 15 with the database profitsentinel': (output) => {
      const cluster = made(output, 'data', 'aws_rds_cluster.database');
      expect(pick(cluster, ['engine', 'engine_version', 'database_name'])).toEqual({
        engine: 'aurora-postgresql',
        engine_version: '15.17',
        database_name: 'profitsentinel',
      });
    },
    'its instances are serverless, of 0.5 to 2 ACU': (output) => {
      const cluster = made(output, 'data', 'aws_rds_cluster.database');
      expect(cluster['serverlessv2_scaling_configuration']).toEqual({ min_capacity: 0.5, max_capacity: 2 });
      const instances = Object.values(allMade(output, 'data', 'aws_rds_cluster_instance'));
      expect(instances.map((instance) => instance['instance_class'])).toEqual(['db.serverless', 'db.serverless']);
    },
    'the writer stands in one zone and the reader in the other, and neither is public': (output) => {
      const stated = ['availability_zone', 'promotion_tier', 'cluster_identifier', 'publicly_accessible'];
      const common = { cluster_identifier: '${aws_rds_cluster.database.id}', publicly_accessible: false };
      const zones = { writer: 'us-east-1a', reader: 'us-east-1b' };
      for (const [tier, [name, zone]] of Object.entries(zones).entries())
        expect(pick(made(output, 'data', `aws_rds_cluster_instance.database_${name}`), stated)).toEqual({
          ...common,
          availability_zone: zone,
          promotion_tier: tier,
        });
      expect(made(output, 'data', 'aws_db_subnet_group.database')['subnet_ids']).toEqual(
        [0, 1].map((index) => fromLayer('foundation', `main_private_subnet_ids[${index}]`)),
      );
    },
    'its storage is encrypted with a key of its own, and it refuses connections without TLS': (output) => {
      const cluster = made(output, 'data', 'aws_rds_cluster.database');
      expect(pick(cluster, ['storage_encrypted', 'kms_key_id', 'db_cluster_parameter_group_name'])).toEqual({
        storage_encrypted: true,
        kms_key_id: fromLayer('foundation', 'database_key_arn'),
        db_cluster_parameter_group_name: '${aws_rds_cluster_parameter_group.database.name}',
      });
      const parameters = list(made(output, 'data', 'aws_rds_cluster_parameter_group.database')['parameter']);
      const forced = output.seek(() => parameters.find((each) => at(each, 'name') === 'rds.force_ssl'));
      expect(pick(forced, ['name', 'value'])).toEqual({ name: 'rds.force_ssl', value: '1' });
    },
    'any second of the last seven days can be restored, from snapshots and logs of changes': (output) => {
      const cluster = made(output, 'data', 'aws_rds_cluster.database');
      expect(pick(cluster, ['backup_retention_period', 'preferred_backup_window', 'copy_tags_to_snapshot'])).toEqual({
        backup_retention_period: 7,
        preferred_backup_window: '03:00-04:00',
        copy_tags_to_snapshot: true,
      });
    },
    'neither AWS nor Terraform deletes it, and its last state would be kept': (output) => {
      const cluster = made(output, 'data', 'aws_rds_cluster.database');
      expect(pick(cluster, ['deletion_protection', 'skip_final_snapshot', 'final_snapshot_identifier'])).toEqual({
        deletion_protection: true,
        skip_final_snapshot: false,
        final_snapshot_identifier: 'profit-sentinel-gpu-prod-database-final',
      });
      expect(at(cluster, 'lifecycle', 'prevent_destroy')).toBe(true);
    },
    'the master password is made at random, kept in Secrets Manager alone, and in no state': (output) => {
      const { database_master: random } = output.blocks(
        'profit-sentinel-gpu-prod-data',
        'ephemeral',
        'aws_secretsmanager_random_password',
      );
      expect(random?.['password_length']).toBe(48);
      const value = 'ephemeral.aws_secretsmanager_random_password.database_master.random_password';
      const cluster = made(output, 'data', 'aws_rds_cluster.database');
      expect(cluster['master_password_wo']).toBe(
        '${jsondecode(ephemeral.aws_secretsmanager_secret_version.database_master.secret_string)["password"]}',
      );
      expect(Object.keys(cluster)).not.toContain('master_password');
      const version = made(output, 'data', 'aws_secretsmanager_secret_version.database_master');
      expect(pick(version, ['secret_id', 'secret_string_wo'])).toEqual({
        secret_id: '${aws_secretsmanager_secret.database_master.id}',
        secret_string_wo: `\${jsonencode({ "username" = "postgres", "password" = ${value} })}`,
      });
      expect(Object.keys(version)).not.toContain('secret_string');
    },
  },
};
