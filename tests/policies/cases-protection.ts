import type { RuleId } from '../../policies/rule';
import type { JsonObject } from '../../schemas/primitives/artifact';
import { terraform, type RuleCase } from './output';

const file = 'workspaces/acme-prod-platform/user.tf.json#/resource';
const database: JsonObject = { storage_encrypted: true, deletion_protection: true, skip_final_snapshot: false };
const block: JsonObject = {
  bucket: 'images',
  block_public_acls: true,
  block_public_policy: true,
  ignore_public_acls: true,
  restrict_public_buckets: true,
};

export const protectionCases = {
  'unprotected-data': [
    {
      situation: 'a database whose encryption, protection and last snapshot were switched off',
      files: terraform({
        aws_db_instance: {
          db: { storage_encrypted: false, deletion_protection: false, skip_final_snapshot: true },
        },
      }),
      fires: ['storage_encrypted', 'deletion_protection', 'skip_final_snapshot'].map(
        (argument) => `${file}/aws_db_instance/db/${argument}`,
      ),
    },
    {
      situation: 'a database with a public address, one that says nothing of encryption, and an instance of a cluster',
      files: terraform({
        aws_db_instance: { open: { ...database, publicly_accessible: true }, bare: { deletion_protection: true } },
        aws_rds_cluster_instance: { writer: { publicly_accessible: true } },
      }),
      fires: [
        `${file}/aws_db_instance/open/publicly_accessible`,
        `${file}/aws_db_instance/bare`,
        `${file}/aws_rds_cluster_instance/writer/publicly_accessible`,
      ],
    },
    {
      situation:
        'a cache in plain, a bucket that may become public or goes with its objects, disks and queues in plain',
      files: terraform({
        aws_elasticache_replication_group: {
          cache: { at_rest_encryption_enabled: 'true', transit_encryption_enabled: false },
        },
        aws_s3_bucket: { images: { force_destroy: true } },
        aws_s3_bucket_public_access_block: { images: { ...block, block_public_policy: false } },
        aws_launch_template: { api: { block_device_mappings: [{ ebs: { encrypted: 'false' } }] } },
        aws_sqs_queue: { jobs: { sqs_managed_sse_enabled: false } },
      }),
      fires: [
        `${file}/aws_elasticache_replication_group/cache/transit_encryption_enabled`,
        `${file}/aws_s3_bucket/images/force_destroy`,
        `${file}/aws_s3_bucket_public_access_block/images/block_public_policy`,
        `${file}/aws_launch_template/api/block_device_mappings/0/ebs/encrypted`,
        `${file}/aws_sqs_queue/jobs/sqs_managed_sse_enabled`,
      ],
    },
    {
      situation: 'stores that are protected, say so by an expression, or are copies of one',
      files: terraform({
        aws_db_instance: {
          db: database,
          copy: { replicate_source_db: '${aws_db_instance.db.arn}', deletion_protection: '${var.protected}' },
        },
        aws_efs_file_system: { files: { encrypted: true } },
        aws_s3_bucket: { images: { bucket: 'images' } },
        aws_s3_bucket_public_access_block: { images: block },
        aws_launch_template: { api: { block_device_mappings: [{ ebs: { encrypted: 'true' } }] } },
        aws_sqs_queue: { jobs: { name: 'jobs' } },
      }),
      fires: [],
    },
  ],
} satisfies Partial<Record<RuleId, readonly RuleCase[]>>;
