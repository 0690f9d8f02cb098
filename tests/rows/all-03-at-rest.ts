import type { OutputTree } from './output-tree';
import type { Row } from './row';
import { allOf, beside, keyOf, told } from './stores';
import { systems } from './systems';
import { at, list } from './values';

/** Where a type names its key, and what else says that it is encrypted. */
const keyed: Readonly<Record<string, readonly [key: string, stated?: string, as?: boolean | string]>> = {
  aws_rds_cluster: ['kms_key_id', 'storage_encrypted', true],
  aws_db_instance: ['kms_key_id', 'storage_encrypted', true],
  aws_elasticache_replication_group: ['kms_key_id', 'at_rest_encryption_enabled', 'true'],
  aws_efs_file_system: ['kms_key_id', 'encrypted', true],
  aws_ssm_parameter: ['key_id', 'type', 'SecureString'],
  aws_secretsmanager_secret: ['kms_key_id'],
  aws_backup_vault: ['kms_key_arn'],
  aws_cloudtrail: ['kms_key_id'],
  aws_sns_topic: ['kms_master_key_id'],
};
/** Where a type says that AWS encrypts it with a key of its own. */
const byAws: Readonly<Record<string, readonly [as: boolean | string, ...path: (string | number)[]]>> = {
  aws_dynamodb_table: [true, 'server_side_encryption', 'enabled'],
  aws_ecr_repository: ['AES256', 'encryption_configuration', 0, 'encryption_type'],
  aws_ecr_repository_creation_template: ['AES256', 'encryption_configuration', 0, 'encryption_type'],
  aws_rds_global_cluster: [true, 'storage_encrypted'],
  aws_sqs_queue: [true, 'sqs_managed_sse_enabled'],
};
const bucketEncryption = 'aws_s3_bucket_server_side_encryption_configuration';

/** What is stored is encrypted, in every system. */
export const atRest: Row['states'] = {
  'databases, caches and file systems are encrypted, each with a key of its own': (output) => {
    for (const type of [
      'aws_rds_cluster',
      'aws_db_instance',
      'aws_elasticache_replication_group',
      'aws_efs_file_system',
    ])
      for (const [store, key] of encrypted(output, type)) expect(told(store, key)).toEqual(told(store, store.id));
  },
  'secrets, parameters, backups, the audit trail and topics are encrypted with keys of their environment': (output) => {
    for (const type of [
      'aws_secretsmanager_secret',
      'aws_ssm_parameter',
      'aws_backup_vault',
      'aws_cloudtrail',
      'aws_sns_topic',
    ])
      expect(encrypted(output, type).length).toBeGreaterThan(0);
  },
  'copies of secrets in another region are encrypted with a key of that region': (output) => {
    const copies = allOf(output, 'aws_secretsmanager_secret').flatMap((secret) =>
      list(secret.block['replica']).map((copy) => [secret, copy] as const),
    );
    expect(copies).toHaveLength(4);
    for (const [secret, copy] of copies) {
      const key = keyOf(output, secret, at(copy, 'kms_key_id'));
      expect(told(secret, at(copy, 'region'), key.block['provider'])).toEqual(
        told(secret, 'us-west-2', 'aws.recovery'),
      );
    }
  },
  'keys are renewed each year, and a deleted one can be brought back for 30 days': (output) => {
    for (const key of allOf(output, 'aws_kms_key'))
      expect(told(key, key.block['enable_key_rotation'], key.block['deletion_window_in_days'])).toEqual(
        told(key, true, 30),
      );
  },
  'every bucket is encrypted': (output) => {
    for (const bucket of allOf(output, 'aws_s3_bucket')) {
      const { block } = beside(output, bucket, `${bucketEncryption}.${bucket.id}`);
      const algorithm = at(block, 'rule', 0, 'apply_server_side_encryption_by_default', 'sse_algorithm');
      expect(told(bucket, block['bucket'], algorithm)).toEqual(
        told(bucket, `\${aws_s3_bucket.${bucket.id}.id}`, 'AES256'),
      );
    }
  },
  'images, queues, tables and databases that span regions are encrypted by AWS': (output) => {
    for (const [type, [as, ...path]] of Object.entries(byAws))
      for (const found of allOf(output, type)) expect(told(found, at(found.block, ...path))).toEqual(told(found, as));
  },
  'disks of instances and nodes are encrypted, and so are volumes of pods': (output) => {
    for (const template of allOf(output, 'aws_launch_template')) {
      const disks = list(template.block['block_device_mappings']);
      expect(told(template, ...disks.map((disk) => at(disk, 'ebs', 'encrypted')))).toEqual(told(template, 'true'));
    }
    const disks = output.manifests('EC2NodeClass').map((each) => list(at(each, 'spec', 'blockDeviceMappings')));
    expect(disks.map((of) => of.map((disk) => at(disk, 'ebs', 'encrypted')))).toEqual(disks.map(() => [true]));
    const volumes = output.manifests('StorageClass').map((each) => at(each, 'parameters', 'encrypted'));
    expect(volumes).toEqual(volumes.map(() => 'true'));
    expect([disks.length > 0, volumes.length > 0]).toEqual([true, true]);
  },
  'disks of instances that serve are encrypted with a key of their component': (output) => {
    for (const { name } of systems.filter(({ compute }) => compute === 'instances'))
      for (const template of allOf(output.of(name), 'aws_launch_template')) {
        const key = keyOf(output, template, at(template.block, 'block_device_mappings', 0, 'ebs', 'kms_key_id'));
        expect(told(template, key.id)).toEqual(told(template, template.id.replace(/_(blue|green)$/, '')));
      }
  },
  'Secrets of Kubernetes are encrypted in the control plane, with a key of the cluster': (output) => {
    for (const cluster of allOf(output, 'aws_eks_cluster')) {
      const encryption = cluster.block['encryption_config'];
      const key = keyOf(output, cluster, at(encryption, 'provider', 'key_arn'));
      expect(told(cluster, list(at(encryption, 'resources')), key.id)).toEqual(told(cluster, ['secrets'], cluster.id));
    }
  },
};

/** Each block of a type, with the id of the key that it is encrypted with. */
function encrypted(output: OutputTree, type: string) {
  const [key = '', stated, as] = keyed[type] ?? [];
  return allOf(output, type).map((found) => {
    if (stated !== undefined) expect(told(found, found.block[stated])).toEqual(told(found, as));
    return [found, keyOf(output, found, found.block[key]).id] as const;
  });
}
