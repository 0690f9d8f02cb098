import type { Json } from '../../schemas/primitives/artifact';
import type { TerraformGraph, TerraformResource } from '../../schemas/graph/terraform';
import { select, textAt, valueAt } from '../../schemas/graph/values';
import { backupPlansOf } from './backup-plans';
import type { Mechanism } from './mechanism';

/** How data of one type is brought back, and how fast. */
export interface Restore {
  /** What the output shows for one resource; none, when nothing brings its data back. */
  readonly mechanisms: (resource: TerraformResource, terraform: TerraformGraph) => Mechanism[];
  /** What would lose less. */
  readonly remedy: string;
  /** Minutes until it serves again after it failed, where AWS says so. */
  readonly failover?: (resource: TerraformResource, terraform: TerraformGraph) => number | undefined;
}

const DAILY = 1440;
const daily = { name: 'one snapshot a day', minutes: DAILY };
const planned = 'backups by a plan: AWS Backup runs one every hour at most';

/**
 * By type. What is not here has no objective of its own: keys, container images and parameters (versions are kept or
 * made anew), vaults (they are the backup), queues and streams (messages on their way).
 */
export const restores: Readonly<Record<string, Restore>> = {
  // @see https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_PIT.html
  // @see https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/Concepts.MultiAZSingleStandby.html
  aws_db_instance: {
    mechanisms: ({ body }) => pointInTime(retained(body['backup_retention_period'], 0)),
    remedy: 'backup_retention_period of a day or more: point-in-time recovery, 5 minutes',
    failover: ({ body }) => (body['multi_az'] === true ? 2 : undefined),
  },
  // @see https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/aurora-pitr.html
  // @see https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/Concepts.AuroraHighAvailability.html
  aws_rds_cluster: {
    mechanisms: ({ body }) => [
      ...pointInTime(retained(body['backup_retention_period'], 1)),
      ...(body['global_cluster_identifier'] === undefined ? [] : [globalDatabase]),
    ],
    remedy: 'backup_retention_period of a day or more: point-in-time recovery, 5 minutes',
    failover: (cluster, terraform) => (instancesOf(cluster, terraform) > 1 ? 1 : 10),
  },
  // @see https://docs.aws.amazon.com/documentdb/latest/developerguide/backup_restore-point_in_time_recovery.html
  aws_docdb_cluster: {
    mechanisms: ({ body }) => pointInTime(retained(body['backup_retention_period'], 1)),
    remedy: 'backup_retention_period of a day or more: point-in-time recovery, 5 minutes',
  },
  // @see https://docs.aws.amazon.com/neptune/latest/userguide/backup-restore-overview.html
  aws_neptune_cluster: {
    mechanisms: ({ body }) => pointInTime(retained(body['backup_retention_period'], 1)),
    remedy: 'backup_retention_period of a day or more: point-in-time recovery, 5 minutes',
  },
  // @see https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/PointInTimeRecovery_Howitworks.html
  aws_dynamodb_table: {
    mechanisms: ({ body }) => pointInTime(isOn(body, '/point_in_time_recovery')),
    remedy: 'point_in_time_recovery, 5 minutes',
  },
  // @see https://docs.aws.amazon.com/keyspaces/latest/devguide/PointInTimeRecovery_HowItWorks.html
  aws_keyspaces_table: {
    mechanisms: ({ body }) =>
      valuesAt(body, '/point_in_time_recovery', 'status').includes('ENABLED')
        ? [{ name: 'point-in-time recovery', minutes: 0 }]
        : [],
    remedy: 'point_in_time_recovery, which reaches to the present',
  },
  // @see https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/backups-automatic.html
  aws_elasticache_cluster: snapshots('snapshot_retention_limit'),
  aws_elasticache_replication_group: snapshots('snapshot_retention_limit'),
  aws_elasticache_serverless_cache: snapshots('snapshot_retention_limit'),
  // @see https://docs.aws.amazon.com/memorydb/latest/devguide/snapshots-automatic.html
  aws_memorydb_cluster: snapshots('snapshot_retention_limit'),
  // @see https://docs.aws.amazon.com/fsx/latest/WindowsGuide/using-backups.html
  aws_fsx_lustre_file_system: snapshots('automatic_backup_retention_days'),
  aws_fsx_ontap_file_system: snapshots('automatic_backup_retention_days'),
  aws_fsx_openzfs_file_system: snapshots('automatic_backup_retention_days'),
  aws_fsx_windows_file_system: snapshots('automatic_backup_retention_days'),
  // @see https://docs.aws.amazon.com/redshift/latest/mgmt/managing-snapshots-console.html
  aws_redshift_cluster: {
    mechanisms: ({ body }) =>
      retained(body['automated_snapshot_retention_period'], 1)
        ? [{ name: 'a snapshot every 8 hours', minutes: 480 }]
        : [],
    remedy: 'automated_snapshot_retention_period of a day or more: a snapshot every 8 hours',
  },
  // @see https://docs.aws.amazon.com/opensearch-service/latest/developerguide/managedomains-snapshots.html
  aws_opensearch_domain: {
    mechanisms: () => [{ name: 'a snapshot every hour', minutes: 60 }],
    remedy: 'nothing of the service: OpenSearch takes a snapshot every hour',
  },
  aws_efs_file_system: {
    mechanisms: fileSystem,
    remedy: `a replication of the file system, 15 minutes, or ${planned}`,
  },
  aws_s3_bucket: { mechanisms: bucket, remedy: 'versioning, which keeps what is overwritten or deleted' },
  // @see https://docs.aws.amazon.com/secretsmanager/latest/userguide/replicate-secrets.html
  aws_secretsmanager_secret: {
    mechanisms: ({ body }) => [
      { name: 'the previous version, which Secrets Manager keeps,', minutes: 0 },
      ...(select(body, '/replica/*').length === 0 ? [] : [copied('the copy of the secret in another region', 0)]),
    ],
    remedy: 'an objective above 0: copies in other regions follow',
  },
  aws_cognito_user_pool: { mechanisms: () => [], remedy: 'no backup of the service: an export of the users' },
  aws_ebs_volume: { mechanisms: () => [], remedy: planned },
  aws_mq_broker: { mechanisms: () => [], remedy: 'no backup of the service' },
  aws_msk_cluster: { mechanisms: () => [], remedy: 'no backup of the service: a replicator to another cluster' },
  aws_s3_directory_bucket: { mechanisms: () => [], remedy: 'a bucket with versioning' },
  aws_timestreamwrite_table: { mechanisms: () => [], remedy: planned },
};

/** All that brings the data of a resource back, its own way and the plans of AWS Backup. */
export function mechanismsOf(resource: TerraformResource, terraform: TerraformGraph): Mechanism[] {
  const own = restores[resource.type]?.mechanisms(resource, terraform) ?? [];
  return [...own, ...backupPlansOf(resource, terraform)];
}

/** Aurora can hold the lag of a global database to 20 seconds. @see https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/aurora-global-database-disaster-recovery.html */
const globalDatabase = copied('the copy of the global database, whose lag Aurora bounds at 20 seconds at best,', 1 / 3);

function copied(name: string, minutes: number): Mechanism {
  return { name, minutes, asynchronous: true };
}

function pointInTime(on: boolean): Mechanism[] {
  return on ? [{ name: 'point-in-time recovery', minutes: 5 }] : [];
}

function snapshots(retention: string): Restore {
  return {
    mechanisms: ({ body }) => (retained(body[retention], 0) ? [daily] : []),
    remedy: `nothing of the service below one snapshot a day, which ${retention} of a day or more switches on`,
  };
}

/** Backups by the day, by a plan, and a replica. @see https://docs.aws.amazon.com/efs/latest/ug/efs-replication.html */
function fileSystem(resource: TerraformResource, terraform: TerraformGraph): Mechanism[] {
  const backup = naming(resource, terraform, { type: 'aws_efs_backup_policy', argument: 'file_system_id' });
  const replication = naming(resource, terraform, {
    type: 'aws_efs_replication_configuration',
    argument: 'source_file_system_id',
  });
  return [
    ...(backup.some(({ body }) => valuesAt(body, '/backup_policy', 'status').includes('ENABLED'))
      ? [{ name: 'the automatic backup, once a day,', minutes: DAILY }]
      : []),
    ...(replication.length === 0 ? [] : [copied('the replica of the file system', 15)]),
  ];
}

/**
 * Versioning, and copies in another bucket, which lag; a bound is promised with replication time control alone.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/replication-time-control.html
 */
function bucket(resource: TerraformResource, terraform: TerraformGraph): Mechanism[] {
  const versioning = naming(resource, terraform, { type: 'aws_s3_bucket_versioning', argument: 'bucket' });
  const rules = naming(resource, terraform, {
    type: 'aws_s3_bucket_replication_configuration',
    argument: 'bucket',
  }).flatMap(({ body }) => select(body, '/rule/*'));
  const bounded = rules.every(({ value }) => timed(value));
  return [
    ...(versioning.some(({ body }) => valuesAt(body, '/versioning_configuration', 'status').includes('Enabled'))
      ? [{ name: 'versioning', minutes: 0 }]
      : []),
    ...(rules.length === 0
      ? []
      : [copied('the replication to another bucket', bounded ? 15 : Number.POSITIVE_INFINITY)]),
  ];
}

function timed(rule: Json): boolean {
  return valuesIn(rule, ['destination', 'replication_time', 'status']).includes('Enabled');
}

/** Resources of a type that name another one in an argument. */
function naming(
  resource: TerraformResource,
  terraform: TerraformGraph,
  { type, argument }: { readonly type: string; readonly argument: string },
): TerraformResource[] {
  const own = ['bucket', 'id'].map((name) => terraform.literal(resource.body[name], resource.workspace));
  return terraform.ofType(type).filter(({ body, workspace }) => {
    if (terraform.resourceOf(body[argument], workspace) === resource) return true;
    const stated = terraform.literal(body[argument], workspace);
    return stated !== undefined && own.includes(stated);
  });
}

function instancesOf(cluster: TerraformResource, terraform: TerraformGraph): number {
  const name = terraform.literal(cluster.body['cluster_identifier'], cluster.workspace);
  return terraform.ofType('aws_rds_cluster_instance').filter(({ body, workspace }) => {
    const of = body['cluster_identifier'];
    return (
      terraform.resourceOf(of, workspace) === cluster ||
      (name !== undefined && terraform.literal(of, workspace) === name)
    );
  }).length;
}

/** Whether something is kept for a day or more; an expression may be any number. */
function retained(value: Json | undefined, byDefault: number): boolean {
  const stated = value ?? byDefault;
  return typeof stated === 'number' ? stated > 0 : typeof stated === 'string' && stated !== '0';
}

function isOn(body: TerraformResource['body'], path: string): boolean {
  return select(body, path).some(({ value }) => [value].flat().some((block) => valueAt(block, '/enabled') === true));
}

/** Texts of an argument of a block, which stands alone or in a list. */
function valuesAt(body: Json, path: string, argument: string): (string | undefined)[] {
  return select(body, path).flatMap(({ value }) => [value].flat().map((block) => textAt(block, `/${argument}`)));
}

/** Texts below blocks in blocks, each alone or in a list. */
function valuesIn(value: Json | undefined, steps: readonly string[]): Json[] {
  return steps.reduce<Json[]>(
    (blocks, step) => blocks.flatMap((block) => [valueAt(block, `/${step}`) ?? []].flat()),
    value === undefined ? [] : [value],
  );
}
