import type { JsonObject } from '../../schemas/primitives/artifact';
import { terraform, type Files, type RuleCase } from './output';

const workspace = 'acme-prod-platform';
const file = `workspaces/${workspace}/user.tf.json#/resource`;

/** A workspace whose provider tags everything with objectives, in minutes. */
function objectives(point: string, time = '60'): Files {
  const tags = { 'recovery-point-objective': point, 'recovery-time-objective': time };
  const aws = [{ region: 'us-east-1', allowed_account_ids: ['111122223333'], default_tags: [{ tags }] }];
  return { [`workspaces/${workspace}/_workspace.tf.json`]: { provider: { aws } } };
}

const within = (point: string, resources: JsonObject): Files => ({ ...objectives(point), ...terraform(resources) });

const redis = (body: JsonObject): JsonObject => ({ aws_elasticache_replication_group: { a: body } });
const files = '${aws_efs_file_system.a.id}';
const bucket = '${aws_s3_bucket.a.id}';
const versioning: JsonObject = {
  aws_s3_bucket_versioning: { a: { bucket, versioning_configuration: [{ status: 'Enabled' }] } },
};
const replication = (destination: JsonObject): JsonObject => ({
  aws_s3_bucket_replication_configuration: { a: { bucket, rule: [{ status: 'Enabled', destination }] } },
});
const timed = { bucket: 'arn:aws:s3:::b', replication_time: { status: 'Enabled', time: { minutes: 15 } } };
const plan = (schedule: string, selected: JsonObject, continuous = false): JsonObject => ({
  aws_backup_plan: { p: { rule: [{ schedule, enable_continuous_backup: continuous }] } },
  aws_backup_selection: { p: { plan_id: '${aws_backup_plan.p.id}', ...selected } },
});
const named: JsonObject = { resources: ['${aws_efs_file_system.a.arn}'] };
const aurora = (body: JsonObject, instances = 2): JsonObject => ({
  aws_rds_cluster: { a: { cluster_identifier: 'a', ...body } },
  aws_rds_cluster_instance: Object.fromEntries(
    Array.from({ length: instances }, (_, index) => [
      `i${index}`,
      { cluster_identifier: '${aws_rds_cluster.a.cluster_identifier}' },
    ]),
  ),
});

/** Objectives of 60 minutes in each, unless something else is said. */
export const recoveryCases = {
  'recovery-objective': [
    {
      situation: 'databases without backups, for which an hour is promised',
      files: within('60', {
        ...aurora({ backup_retention_period: 0 }),
        aws_db_instance: { a: {} },
        aws_dynamodb_table: { a: { point_in_time_recovery: [{ enabled: false }] } },
        aws_keyspaces_table: { a: {} },
      }),
      fires: [
        `${file}/aws_rds_cluster/a`,
        `${file}/aws_db_instance/a`,
        `${file}/aws_dynamodb_table/a`,
        `${file}/aws_keyspaces_table/a`,
      ],
    },
    {
      situation: 'databases that can be set back to any second',
      files: within('5', {
        ...aurora({}),
        aws_db_instance: { a: { backup_retention_period: 7 }, replica: { replicate_source_db: 'a' } },
        aws_docdb_cluster: { a: { backup_retention_period: 1 } },
        aws_neptune_cluster: { a: {} },
        aws_dynamodb_table: { a: { point_in_time_recovery: [{ enabled: true }] } },
        aws_keyspaces_table: { a: { point_in_time_recovery: [{ status: 'ENABLED' }] } },
      }),
      fires: [],
    },
    {
      situation: 'a snapshot a day, or none, where an hour is promised',
      files: within('60', {
        ...redis({ snapshot_retention_limit: 7 }),
        aws_memorydb_cluster: { a: { snapshot_retention_limit: 0 } },
        aws_fsx_lustre_file_system: { a: { automatic_backup_retention_days: 7 } },
        aws_redshift_cluster: { a: {} },
      }),
      fires: [
        `${file}/aws_elasticache_replication_group/a`,
        `${file}/aws_memorydb_cluster/a`,
        `${file}/aws_fsx_lustre_file_system/a`,
        `${file}/aws_redshift_cluster/a`,
      ],
    },
    {
      situation: 'a snapshot a day where a day is promised',
      files: within('1440', {
        ...redis({ snapshot_retention_limit: 7 }),
        aws_memorydb_cluster: { a: { snapshot_retention_limit: 1 } },
        aws_fsx_lustre_file_system: { a: { automatic_backup_retention_days: 7 } },
        aws_redshift_cluster: { a: {} },
        aws_opensearch_domain: { a: {} },
      }),
      fires: [],
    },
    {
      situation: 'a file system that a plan backs up every week, where a day is promised',
      files: within('1440', {
        aws_efs_file_system: { a: {} },
        aws_efs_backup_policy: { a: { file_system_id: files, backup_policy: { status: 'DISABLED' } } },
        ...plan('cron(0 5 ? * SUN *)', named),
      }),
      fires: [`${file}/aws_efs_file_system/a`],
    },
    {
      situation: 'a file system that a plan names and then leaves out',
      files: within('60', {
        aws_efs_file_system: { a: {} },
        ...plan('cron(0 * * * ? *)', { ...named, not_resources: named['resources'] ?? [] }),
      }),
      fires: [`${file}/aws_efs_file_system/a`],
    },
    {
      situation: 'file systems that a plan backs up every hour, by their name and by a tag, and one with a replica',
      files: within('60', {
        aws_efs_file_system: { a: {}, tagged: { tags: { backup: 'hourly' } }, copied: {} },
        aws_efs_replication_configuration: { c: { source_file_system_id: '${aws_efs_file_system.copied.id}' } },
        ...plan('cron(0 * * * ? *)', {
          ...named,
          selection_tag: [{ type: 'STRINGEQUALS', key: 'backup', value: 'hourly' }],
        }),
      }),
      fires: [],
    },
    {
      situation: 'a file system with automatic backups, where a day is promised',
      files: within('1440', {
        aws_efs_file_system: { a: {} },
        aws_efs_backup_policy: { a: { file_system_id: files, backup_policy: [{ status: 'ENABLED' }] } },
      }),
      fires: [],
    },
    {
      situation: 'a bucket without versions, and a disk that nothing copies',
      files: within('60', { aws_s3_bucket: { a: { bucket: 'a' } }, aws_ebs_volume: { a: {} } }),
      fires: [`${file}/aws_s3_bucket/a`, `${file}/aws_ebs_volume/a`],
    },
    {
      situation: 'buckets with versions, and with a continuous backup that names them by their ARN',
      files: within('15', {
        aws_s3_bucket: { a: { bucket: 'a' }, b: { bucket: 'b-1' } },
        ...versioning,
        ...plan('cron(0 5 * * ? *)', { resources: ['arn:aws:s3:::b-*'] }, true),
      }),
      fires: [],
    },
    {
      situation: 'nothing may be lost, and copies follow after the write',
      files: within('0', {
        aws_s3_bucket: { a: { bucket: 'a' } },
        ...versioning,
        ...replication(timed),
        aws_secretsmanager_secret: { a: { replica: [{ region: 'us-west-2' }] } },
      }),
      fires: [`${file}/aws_s3_bucket/a`, `${file}/aws_secretsmanager_secret/a`],
    },
    {
      situation: 'a replication without time control has no bound',
      files: within('60', { aws_s3_bucket: { a: { bucket: 'a' } }, ...replication({ bucket: 'arn:aws:s3:::b' }) }),
      fires: [`${file}/aws_s3_bucket/a`],
    },
    {
      situation: 'nothing may be lost of what keeps its versions, and copies may lag by a quarter of an hour',
      files: {
        ...within('0', {
          aws_s3_bucket: { a: { bucket: 'a' } },
          ...versioning,
          aws_secretsmanager_secret: { a: {} },
        }),
        ...{
          'workspaces/acme-dr-data/user.tf.json': {
            provider: { aws: [{ default_tags: [{ tags: { 'recovery-point-objective': '15' } }] }] },
            resource: {
              aws_s3_bucket: { a: { bucket: 'dr' } },
              ...replication(timed),
              aws_secretsmanager_secret: { a: { replica: [{ region: 'us-west-2' }] } },
            },
          },
        },
      },
      fires: [],
    },
    {
      situation: 'a weaker objective of its own, one given up, and one that is no number, without a reason',
      files: within('60', {
        aws_elasticache_replication_group: {
          weaker: { snapshot_retention_limit: 7, tags: { 'recovery-point-objective': '1440' } },
          none: { tags: { 'recovery-point-objective': 'none', 'recovery-exception': ' ' } },
          word: { tags: { 'recovery-point-objective': 'a day' } },
        },
      }),
      fires: ['weaker', 'none', 'word'].map(
        (id) => `${file}/aws_elasticache_replication_group/${id}/tags/recovery-point-objective`,
      ),
    },
    {
      situation: 'the same, each with its reason',
      files: within('60', {
        aws_elasticache_replication_group: {
          weaker: {
            snapshot_retention_limit: 7,
            tags: { 'recovery-point-objective': '1440', 'recovery-exception': 'A cache' },
          },
          none: { tags: { 'recovery-point-objective': 'none', 'recovery-exception': 'A cache' } },
          missed: { tags: { 'recovery-exception': 'A cache' } },
        },
      }),
      fires: [],
    },
    {
      situation: 'a reason that excuses nothing',
      files: within('60', {
        aws_dynamodb_table: {
          a: { point_in_time_recovery: [{ enabled: true }], tags: { 'recovery-exception': 'It is small' } },
        },
      }),
      fires: [`${file}/aws_dynamodb_table/a/tags/recovery-exception`],
    },
    {
      situation: 'a database of one instance that is to serve again within five minutes',
      files: { ...objectives('5', '5'), ...terraform(aurora({}, 1)) },
      fires: [`${file}/aws_rds_cluster/a`],
    },
    {
      situation: 'a database with a reader that takes over, and a standby',
      files: {
        ...objectives('5', '5'),
        ...terraform({ ...aurora({}), aws_db_instance: { a: { backup_retention_period: 1, multi_az: true } } }),
      },
      fires: [],
    },
    {
      situation: 'no objective is stated',
      files: terraform({ ...redis({}), aws_s3_bucket: { a: {} } }),
      fires: [],
    },
  ],
} satisfies Record<string, readonly RuleCase[]>;
