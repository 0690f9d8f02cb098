import type { Row } from './row';
import { allOf, beside, environmentOf, keyOf, told } from './stores';
import { systems } from './systems';
import { at, list, sorted, text } from './values';

/** Days that logs in buckets are kept; when it is not the bucket that deletes them, what does. */
const logBuckets: Readonly<Record<string, number>> = {
  'accunode-growth-data logs': 90,
  'accunode-scale-data logs': 90,
  'accunode-startup-data logs': 90,
  'accunode-shared-data trail_files': 400,
  'marketresearch-prod-data access_logs': 30,
  'marketresearch-staging-data access_logs': 30,
  'pingvas-shared-data logs': 30,
};
/** Types that hold data, or a record of what was done, and how many of each the systems have. */
const holding: Readonly<Record<string, number>> = {
  aws_backup_vault: 3,
  aws_cloudtrail: 1,
  aws_db_instance: 3,
  aws_dynamodb_table: 1,
  aws_ecr_repository: 17,
  aws_efs_file_system: 5,
  aws_eks_cluster: 3,
  aws_elasticache_replication_group: 5,
  aws_rds_cluster: 3,
  aws_rds_global_cluster: 1,
  aws_s3_bucket: 19,
  aws_secretsmanager_secret: 27,
  aws_ssm_parameter: 12,
};
/** How AWS is told to refuse a deletion. */
const protectedBy: Readonly<Record<string, string>> = {
  aws_db_instance: 'deletion_protection',
  aws_dynamodb_table: 'deletion_protection_enabled',
  aws_eks_cluster: 'deletion_protection',
  aws_lb: 'enable_deletion_protection',
  aws_rds_cluster: 'deletion_protection',
  aws_rds_global_cluster: 'deletion_protection',
};
/** Attributes of the load balancer that an Ingress asks for. */
const attributesOf = (environment: string) => [
  `access_logs.s3.bucket=marketresearch-${environment}-access-logs`,
  'access_logs.s3.enabled=true',
  'access_logs.s3.prefix=edge-ingress',
  'deletion_protection.enabled=true',
  'idle_timeout.timeout_seconds=120',
  'routing.http.desync_mitigation_mode=defensive',
  'routing.http.drop_invalid_header_fields.enabled=true',
  'routing.http2.enabled=true',
];
const planes = ['api', 'audit', 'authenticator', 'controllerManager', 'scheduler'];

/** Logs are kept for a stated time, in every system. */
export const logs: Row['states'] = {
  'every log group keeps its lines for 30 days, those of Profit Sentinel for 90, encrypted with a key of its environment':
    (output) => {
      for (const { name, logDays } of systems)
        for (const group of allOf(output.of(name), 'aws_cloudwatch_log_group')) {
          expect(told(group, group.block['retention_in_days'])).toEqual(told(group, logDays));
          keyOf(output, group, group.block['kms_key_id']);
        }
    },
  'logs in buckets are deleted after 30 days, those of AccuNode after 90 and its audit trail after 400': (output) => {
    const found = allOf(output, 'aws_s3_bucket').filter(({ id }) => /(^|_)logs$|^trail_/.test(id));
    expect(sorted(found.map(({ workspace, id }) => `${workspace} ${id}`))).toEqual(sorted(Object.keys(logBuckets)));
    for (const bucket of found) {
      const { block } = beside(output, bucket, `aws_s3_bucket_lifecycle_configuration.${bucket.id}`);
      const [rule] = list(block['rule']);
      expect(told(bucket, block['bucket'], at(rule, 'status'), at(rule, 'expiration', 0, 'days'))).toEqual(
        told(bucket, `\${aws_s3_bucket.${bucket.id}.id}`, 'Enabled', logBuckets[`${bucket.workspace} ${bucket.id}`]),
      );
    }
  },
  'Loki deletes the logs that it keeps in a bucket after 30 days': (output) => {
    for (const environment of ['staging', 'prod']) {
      const loki = output.manifest('Application', `${environment}-loki`, 'argocd');
      const values = at(loki, 'spec', 'source', 'helm', 'valuesObject', 'loki');
      expect(at(values, 'storage', 'bucketNames', 'chunks')).toBe(`marketresearch-${environment}-log-chunks`);
      expect(at(values, 'limits_config', 'retention_period')).toBe(`${30 * 24}h`);
      expect(at(values, 'compactor', 'retention_enabled')).toBe(true);
    }
  },
  'connections of every network and every part of control planes are logged': (output) => {
    const recorded = allOf(output, 'aws_flow_log').map((log) => {
      const [, group = ''] =
        /^\$\{aws_cloudwatch_log_group\.(\w+)\.arn\}$/.exec(text(log.block['log_destination'])) ?? [];
      expect(told(log, log.block['traffic_type'], log.block['log_destination_type'])).toEqual(
        told(log, 'ALL', 'cloud-watch-logs'),
      );
      beside(output, log, `aws_cloudwatch_log_group.${group}`);
      return [log.workspace, log.block['vpc_id']];
    });
    expect(sorted(recorded)).toEqual(
      sorted(allOf(output, 'aws_vpc').map(({ workspace, id }) => [workspace, `\${aws_vpc.${id}.id}`])),
    );
    for (const cluster of allOf(output, 'aws_eks_cluster'))
      expect(told(cluster, list(cluster.block['enabled_cluster_log_types']))).toEqual(told(cluster, planes));
  },
};

/** What holds data is protected from deletion, in every system. */
export const notDeleted: Row['states'] = {
  'Terraform never destroys what holds data or a record of what was done': (output) => {
    for (const [type, count] of Object.entries(holding)) {
      const found = allOf(output, type);
      expect(found.map((each) => told(each, at(each.block, 'lifecycle', 'prevent_destroy')))).toEqual(
        found.map((each) => told(each, true)),
      );
      expect([type, found.length]).toEqual([type, count]);
    }
  },
  'AWS refuses to delete databases, clusters, load balancers and the table of locks': (output) => {
    for (const [type, field] of Object.entries(protectedBy))
      for (const found of allOf(output, type)) expect(told(found, found.block[field])).toEqual(told(found, true));
    for (const environment of ['staging', 'prod']) {
      const ingress = output.of(`marketresearch-${environment}`).manifests('Ingress')[0];
      const said = at(ingress, 'metadata', 'annotations', 'alb.ingress.kubernetes.io/load-balancer-attributes');
      expect(text(said).split(',')).toEqual(attributesOf(environment));
    }
  },
  'the last state of databases and caches is kept, each under a name of its own': (output) => {
    const databases = allOf(output, 'aws_rds_cluster', 'aws_db_instance');
    for (const database of databases)
      expect(told(database, database.block['skip_final_snapshot'])).toEqual(told(database, false));
    const stores = [...databases, ...allOf(output, 'aws_elasticache_replication_group')];
    for (const store of stores)
      expect(told(store, store.block['final_snapshot_identifier'])).toEqual(
        told(store, `${environmentOf(store)}-${store.id.replace('_copy', '').replaceAll('_', '-')}-final`),
      );
  },
  'a deleted secret can be brought back for 30 days, and a vault with backups is not deleted': (output) => {
    for (const secret of allOf(output, 'aws_secretsmanager_secret'))
      expect(told(secret, secret.block['recovery_window_in_days'])).toEqual(told(secret, 30));
    for (const vault of allOf(output, 'aws_backup_vault'))
      expect(told(vault, vault.block['force_destroy'])).toEqual(told(vault, false));
  },
  'Argo CD neither prunes nor deletes namespaces and volumes, and disks of volumes outlive them': (output) => {
    for (const kind of ['Namespace', 'PersistentVolume', 'PersistentVolumeClaim']) {
      const found = output.manifests(kind);
      expect([kind, found.length > 0]).toEqual([kind, true]);
      for (const object of found) {
        const options = text(at(object, 'metadata', 'annotations', 'argocd.argoproj.io/sync-options')).split(',');
        expect(options.sort()).toEqual(['Delete=false', 'Prune=false']);
      }
    }
    const volumes = [
      ...output.manifests('StorageClass').map((each) => at(each, 'reclaimPolicy')),
      ...output.manifests('PersistentVolume').map((each) => at(each, 'spec', 'persistentVolumeReclaimPolicy')),
    ];
    expect(volumes).toEqual(volumes.map(() => 'Retain'));
  },
};
