import { eachSize, foundation, itemWith, subnetsOf } from './accunode';
import type { Row } from './row';
import { list, pick } from './values';

export const an03: Row = {
  id: 'AN-03',
  title: 'RDS for PostgreSQL, t3.micro, t3.small and t3.medium, encrypted, with 7 days of backup',
  states: {
    'the database is PostgreSQL on a db.t3.micro, db.t3.small or db.t3.medium, by size': (output) => {
      eachSize(({ name, database }, workspace) => {
        const found = Object.values(output.resources(workspace('data'), 'aws_db_instance'));
        expect(found.map((each) => pick(each, ['identifier', 'engine', 'instance_class', 'db_name', 'port']))).toEqual([
          {
            identifier: `accunode-${name}-db`,
            engine: 'postgres',
            instance_class: database,
            db_name: 'accunode',
            port: 5432,
          },
        ]);
      });
    },
    'it is encrypted at rest with a key of its own, and refuses connections without TLS': (output) => {
      eachSize((_, workspace) => {
        const database = output.resource(workspace('data'), 'aws_db_instance', 'db');
        expect(pick(database, ['storage_encrypted', 'kms_key_id', 'parameter_group_name'])).toEqual({
          storage_encrypted: true,
          kms_key_id: foundation('db_key_arn'),
          parameter_group_name: '${aws_db_parameter_group.db.name}',
        });
        const group = output.resource(workspace('data'), 'aws_db_parameter_group', 'db');
        expect(itemWith(output, list(group['parameter']), ['name', 'rds.force_ssl'])).toEqual({
          apply_method: 'immediate',
          name: 'rds.force_ssl',
          value: '1',
        });
      });
    },
    'any second of the last 7 days can be restored, and a last snapshot is taken before it goes': (output) => {
      eachSize(({ name }, workspace) => {
        const database = output.resource(workspace('data'), 'aws_db_instance', 'db');
        expect(
          pick(database, [
            'backup_retention_period',
            'skip_final_snapshot',
            'final_snapshot_identifier',
            'delete_automated_backups',
          ]),
        ).toEqual({
          backup_retention_period: 7,
          skip_final_snapshot: false,
          final_snapshot_identifier: `accunode-${name}-db-final`,
          delete_automated_backups: false,
        });
      });
    },
    'a standby in the other zone is a switch, which is off: the document counts none; both zones have a subnet for it':
      (output) => {
        eachSize((_, workspace) => {
          const database = output.resource(workspace('data'), 'aws_db_instance', 'db');
          expect(pick(database, ['multi_az', 'db_subnet_group_name'])).toEqual({
            multi_az: false,
            db_subnet_group_name: '${aws_db_subnet_group.db.name}',
          });
          const subnets = output.resource(workspace('data'), 'aws_db_subnet_group', 'db')['subnet_ids'];
          expect(subnets).toEqual(subnetsOf('data'));
        });
      },
    'minor releases with their security updates come by themselves, and Terraform sets none of them back': (output) => {
      eachSize((_, workspace) => {
        const database = output.resource(workspace('data'), 'aws_db_instance', 'db');
        expect(pick(database, ['engine_version', 'auto_minor_version_upgrade'])).toEqual({
          engine_version: '17',
          auto_minor_version_upgrade: true,
        });
      });
    },
    'AWS keeps the password of its master user, and changes it by itself': (output) => {
      eachSize((_, workspace) => {
        const database = output.resource(workspace('data'), 'aws_db_instance', 'db');
        expect(pick(database, ['manage_master_user_password', 'master_user_secret_kms_key_id'])).toEqual({
          manage_master_user_password: true,
          master_user_secret_kms_key_id: foundation('db_key_arn'),
        });
        expect(Object.keys(database)).not.toContain('password');
      });
    },
    'neither AWS nor Terraform deletes it': (output) => {
      eachSize((_, workspace) => {
        const database = output.resource(workspace('data'), 'aws_db_instance', 'db');
        expect(pick(database, ['deletion_protection', 'lifecycle'])).toEqual({
          deletion_protection: true,
          lifecycle: { prevent_destroy: true },
        });
      });
    },
    'its operating system is looked at in detail from growth on': (output) => {
      const seconds = { startup: 0, growth: 60, scale: 15 };
      eachSize(({ name }, workspace) => {
        const database = output.resource(workspace('data'), 'aws_db_instance', 'db');
        expect(database['monitoring_interval']).toBe(seconds[name]);
      });
    },
  },
};
