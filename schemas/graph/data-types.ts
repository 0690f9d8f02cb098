import type { TerraformResource } from './terraform';
import { typeNames } from './type-names';
import { isObject, textAt } from './values';

/** What is known of a resource type whose loss loses data. */
export interface DataType {
  /** Argument that holds the physical name. */
  readonly name?: string;
  /** Arguments beside the name that AWS can't change in place: the provider replaces the resource. */
  readonly fixed?: readonly string[];
}

/**
 * Resource types that hold data, or without which data can't be read. Which arguments replace a resource is what
 * CloudFormation documents as "Update requires: Replacement".
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-template-resource-type-ref.html
 */
export const dataTypes: Readonly<Record<string, Omit<DataType, 'name'>>> = {
  aws_backup_vault: { fixed: ['kms_key_arn'] },
  aws_cognito_user_pool: { fixed: ['alias_attributes', 'username_attributes'] },
  aws_db_instance: { fixed: ['kms_key_id', 'storage_encrypted', 'username', 'db_name'] },
  aws_docdb_cluster: { fixed: ['kms_key_id', 'storage_encrypted', 'master_username'] },
  aws_dynamodb_table: { fixed: ['hash_key', 'range_key'] },
  aws_ebs_volume: { fixed: ['availability_zone', 'encrypted', 'kms_key_id'] },
  aws_ecr_repository: { fixed: ['encryption_configuration'] },
  aws_efs_file_system: {
    fixed: ['availability_zone_name', 'encrypted', 'kms_key_id', 'performance_mode'],
  },
  aws_elasticache_cluster: {},
  aws_elasticache_replication_group: {
    fixed: ['at_rest_encryption_enabled', 'kms_key_id', 'subnet_group_name'],
  },
  aws_elasticache_serverless_cache: { fixed: ['kms_key_id'] },
  aws_fsx_lustre_file_system: { fixed: ['deployment_type', 'kms_key_id'] },
  aws_fsx_ontap_file_system: { fixed: ['deployment_type', 'kms_key_id'] },
  aws_fsx_openzfs_file_system: { fixed: ['deployment_type', 'kms_key_id'] },
  aws_fsx_windows_file_system: { fixed: ['deployment_type', 'kms_key_id'] },
  aws_keyspaces_table: { fixed: ['keyspace_name', 'schema_definition'] },
  aws_kinesis_stream: {},
  aws_kms_key: { fixed: ['customer_master_key_spec', 'key_usage', 'multi_region'] },
  aws_kms_replica_key: { fixed: ['primary_key_arn'] },
  aws_memorydb_cluster: { fixed: ['kms_key_arn', 'tls_enabled'] },
  aws_mq_broker: { fixed: ['deployment_mode', 'engine_type', 'storage_type'] },
  aws_msk_cluster: { fixed: ['encryption_info'] },
  aws_neptune_cluster: { fixed: ['kms_key_arn', 'storage_encrypted'] },
  aws_opensearch_domain: {},
  aws_rds_cluster: {
    fixed: ['database_name', 'engine', 'kms_key_id', 'master_username', 'storage_encrypted'],
  },
  aws_redshift_cluster: { fixed: ['database_name', 'master_username'] },
  aws_s3_bucket: { fixed: ['object_lock_enabled'] },
  aws_s3_directory_bucket: {},
  aws_secretsmanager_secret: {},
  aws_sqs_queue: { fixed: ['fifo_queue'] },
  aws_ssm_parameter: {},
  aws_timestreamwrite_database: {},
  aws_timestreamwrite_table: { fixed: ['database_name'] },
};

/** What is known of the resource's type, where losing it loses data; a resource that must not be destroyed counts among those. */
export function dataTypeOf({ type, body }: TerraformResource): DataType | undefined {
  const known = dataTypes[type];
  if (!known && !isProtected(body)) return undefined;
  const name = typeNames[type]?.argument;
  return { ...known, ...(name === undefined ? {} : { name }) };
}

function isProtected(body: TerraformResource['body']): boolean {
  return [body['lifecycle']].flat().some((block) => isObject(block) && block['prevent_destroy'] === true);
}

/** Arguments whose value is what Terraform imports a resource by. @see the section "Import" of each type in the provider's documentation */
const importedBy: Readonly<Record<string, string>> = {
  aws_backup_vault: 'name',
  aws_cloudwatch_log_group: 'name',
  aws_db_instance: 'identifier',
  aws_db_parameter_group: 'name',
  aws_db_subnet_group: 'name',
  aws_docdb_cluster: 'cluster_identifier',
  aws_dynamodb_table: 'name',
  aws_ecr_lifecycle_policy: 'repository',
  aws_ecr_repository: 'name',
  aws_elasticache_cluster: 'cluster_id',
  aws_elasticache_parameter_group: 'name',
  aws_elasticache_replication_group: 'replication_group_id',
  aws_elasticache_serverless_cache: 'name',
  aws_elasticache_subnet_group: 'name',
  aws_iam_instance_profile: 'name',
  aws_iam_role: 'name',
  aws_kinesis_stream: 'name',
  aws_kms_alias: 'name',
  aws_memorydb_cluster: 'name',
  aws_neptune_cluster: 'cluster_identifier',
  aws_opensearch_domain: 'domain_name',
  aws_rds_cluster: 'cluster_identifier',
  aws_rds_cluster_instance: 'identifier',
  aws_rds_cluster_parameter_group: 'name',
  aws_redshift_cluster: 'cluster_identifier',
  aws_s3_bucket: 'bucket',
  aws_s3_bucket_lifecycle_configuration: 'bucket',
  aws_s3_bucket_ownership_controls: 'bucket',
  aws_s3_bucket_policy: 'bucket',
  aws_s3_bucket_public_access_block: 'bucket',
  aws_s3_bucket_server_side_encryption_configuration: 'bucket',
  aws_s3_bucket_versioning: 'bucket',
  aws_ssm_parameter: 'name',
  aws_timestreamwrite_database: 'database_name',
};

/** The argument whose value is in the id that a type is imported by, and all of it but for a queue, whose id is a URL. */
export function importedByOf(type: string): string | undefined {
  return importedBy[type] ?? (type === 'aws_sqs_queue' ? 'name' : undefined);
}

/**
 * Whether an id to import by may be that of a name. What may follow it is a region or the account of its owner; before
 * it, the rest of a URL.
 * @see the section "Import" of aws_s3_bucket_versioning and aws_sqs_queue in the provider's documentation
 */
export function isIdOf(id: string, name: string): boolean {
  const [plain = ''] = id.split(/[@,]/);
  return [id, plain].some((each) => each === name || (each.startsWith('https://') && each.endsWith(`/${name}`)));
}

/** What an id is worked out from. */
interface ImportContext {
  /** The literal of an argument, where it is one. */
  readonly literal: (argument: string) => string | undefined;
  readonly realm: { readonly account: string; readonly region: string };
}

/** The id that a resource is imported by, where it follows from what is known before apply. */
export function importIdOf({ type, body }: TerraformResource, { literal, realm }: ImportContext): string | undefined {
  const argument = importedBy[type];
  if (argument !== undefined) return literal(argument);
  // @see https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/sqs_queue#import
  if (type === 'aws_sqs_queue' && realm.account !== '' && realm.region !== '') {
    const name = textAt(body, '/name');
    return name === undefined ? undefined : `https://sqs.${realm.region}.amazonaws.com/${realm.account}/${name}`;
  }
  return undefined;
}
