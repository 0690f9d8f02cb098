import { nameLimits, type NameLimits } from '../primitives/names';
import { nameForms } from './name-forms';

/** What is known of the names of a resource type. */
export interface TypeName {
  /** Argument that holds the physical name. */
  readonly argument: string;
  /** What the service takes as a name; nothing where it says little of it. */
  readonly form?: NameLimits;
  /** Within what a name belongs to one thing; nothing where several may have the same. */
  readonly unique?: 'global' | 'account' | 'region';
  /** Argument whose value a name is unique beside: the VPC of a security group. */
  readonly beside?: string;
  /** What refers to it does so through Terraform, and never by the name as text: it follows whatever the name becomes. */
  readonly referredTo?: true;
}

/**
 * Types whose resources have a name that somebody chooses: the one table of which argument holds it.
 * @see the `CreateX` action of each service's API reference
 */
export const typeNames: Readonly<Record<string, TypeName>> = {
  aws_autoscaling_group: { argument: 'name', form: nameLimits['autoscaling-group'], unique: 'region' },
  aws_backup_plan: { argument: 'name', form: nameLimits['backup-plan'], referredTo: true },
  aws_backup_vault: { argument: 'name', form: nameLimits['backup-vault'], unique: 'region' },
  aws_budgets_budget: { argument: 'name', form: nameForms.budget, unique: 'account' },
  aws_ce_anomaly_monitor: { argument: 'name' },
  aws_ce_anomaly_subscription: { argument: 'name' },
  aws_cloudformation_stack: { argument: 'name', form: nameLimits['cloudformation-stack'] },
  aws_cloudfront_origin_access_control: { argument: 'name', form: nameForms.token, referredTo: true },
  aws_cloudtrail: { argument: 'name', form: nameLimits.cloudtrail, unique: 'region' },
  aws_cloudwatch_dashboard: { argument: 'dashboard_name', form: nameLimits.dashboard, unique: 'account' },
  aws_cloudwatch_event_rule: { argument: 'name', form: nameLimits['eventbridge-rule'], referredTo: true },
  aws_cloudwatch_log_delivery_destination: { argument: 'name', form: nameLimits['log-delivery'] },
  aws_cloudwatch_log_delivery_source: { argument: 'name', form: nameLimits['log-delivery'] },
  aws_cloudwatch_log_group: { argument: 'name', form: nameLimits['log-group'], unique: 'region' },
  aws_cloudwatch_log_resource_policy: { argument: 'policy_name', referredTo: true },
  aws_cloudwatch_metric_alarm: { argument: 'alarm_name', form: nameForms.alarm, unique: 'region' },
  aws_cognito_user_pool: { argument: 'name' },
  aws_db_instance: { argument: 'identifier', form: nameLimits['rds-instance'], unique: 'region' },
  aws_db_parameter_group: {
    argument: 'name',
    form: nameForms['database-parameter-group'],
    unique: 'region',
    referredTo: true,
  },
  aws_db_subnet_group: {
    argument: 'name',
    form: nameForms['database-subnet-group'],
    unique: 'region',
    referredTo: true,
  },
  aws_docdb_cluster: { argument: 'cluster_identifier', form: nameLimits['rds-cluster'] },
  aws_dynamodb_table: { argument: 'name', form: nameLimits['dynamodb-table'], unique: 'region' },
  aws_ecr_repository: { argument: 'name', form: nameLimits['ecr-repository'], unique: 'region' },
  aws_ecr_repository_creation_template: { argument: 'prefix', unique: 'region' },
  aws_efs_file_system: { argument: 'creation_token', form: nameForms.token, unique: 'region' },
  aws_eks_cluster: { argument: 'name', form: nameLimits['eks-cluster'], unique: 'region' },
  // EKS makes the rest of the name.
  aws_eks_node_group: { argument: 'node_group_name_prefix', referredTo: true },
  aws_elasticache_cluster: { argument: 'cluster_id', form: nameForms['cache-cluster'] },
  aws_elasticache_parameter_group: { argument: 'name', referredTo: true },
  aws_elasticache_replication_group: {
    argument: 'replication_group_id',
    form: nameForms['cache-replication-group'],
    unique: 'region',
  },
  aws_elasticache_serverless_cache: { argument: 'name' },
  aws_elasticache_subnet_group: {
    argument: 'name',
    form: nameForms['cache-subnet-group'],
    unique: 'region',
    referredTo: true,
  },
  aws_elasticache_user_group: { argument: 'user_group_id' },
  aws_iam_instance_profile: { argument: 'name', form: nameLimits['iam-policy'], unique: 'account' },
  aws_iam_policy: { argument: 'name', form: nameLimits['iam-policy'], unique: 'account' },
  aws_iam_role: { argument: 'name', form: nameLimits['iam-role'], unique: 'account' },
  aws_keyspaces_table: { argument: 'table_name' },
  aws_kinesis_stream: { argument: 'name', form: nameForms.stream },
  aws_kms_alias: { argument: 'name', form: nameForms.key, unique: 'region', referredTo: true },
  aws_lambda_function: { argument: 'function_name', form: nameForms.function, unique: 'region' },
  aws_launch_template: { argument: 'name', form: nameLimits['launch-template'], unique: 'region', referredTo: true },
  aws_lb: { argument: 'name', form: nameLimits['load-balancer'], unique: 'region' },
  aws_lb_target_group: { argument: 'name', form: nameLimits['target-group'], unique: 'region' },
  aws_memorydb_cluster: { argument: 'name' },
  aws_mq_broker: { argument: 'broker_name', form: nameForms.broker },
  aws_msk_cluster: { argument: 'cluster_name' },
  aws_neptune_cluster: { argument: 'cluster_identifier', form: nameLimits['rds-cluster'] },
  aws_opensearch_domain: { argument: 'domain_name', form: nameForms['search-domain'] },
  aws_rds_cluster: { argument: 'cluster_identifier', form: nameLimits['rds-cluster'], unique: 'region' },
  aws_rds_cluster_instance: { argument: 'identifier', form: nameLimits['rds-instance'], unique: 'region' },
  aws_rds_cluster_parameter_group: {
    argument: 'name',
    form: nameForms['database-parameter-group'],
    unique: 'region',
    referredTo: true,
  },
  aws_rds_global_cluster: {
    argument: 'global_cluster_identifier',
    form: nameForms['global-cluster'],
    unique: 'account',
  },
  aws_redshift_cluster: { argument: 'cluster_identifier', form: nameLimits['rds-cluster'] },
  // Two public ones may be there at a time; that both are meant to answer is hardly so.
  aws_route53_zone: { argument: 'name', unique: 'account', beside: 'vpc' },
  aws_s3_bucket: { argument: 'bucket', form: nameLimits['s3-bucket'], unique: 'global' },
  aws_s3_directory_bucket: { argument: 'bucket' },
  aws_secretsmanager_secret: { argument: 'name', form: nameLimits.secret, unique: 'region' },
  aws_security_group: {
    argument: 'name',
    form: nameLimits['security-group'],
    unique: 'region',
    beside: 'vpc_id',
    referredTo: true,
  },
  aws_sns_topic: { argument: 'name', form: nameForms.topic, unique: 'region' },
  aws_sqs_queue: { argument: 'name', form: nameForms.queue, unique: 'region' },
  aws_ssm_maintenance_window: { argument: 'name', form: nameLimits['ssm-name'], referredTo: true },
  aws_ssm_maintenance_window_target: { argument: 'name', form: nameLimits['ssm-name'], referredTo: true },
  aws_ssm_maintenance_window_task: { argument: 'name', form: nameLimits['ssm-name'], referredTo: true },
  aws_ssm_parameter: { argument: 'name', form: nameForms.parameter, unique: 'region' },
  aws_ssm_patch_baseline: { argument: 'name', form: nameLimits['ssm-name'], referredTo: true },
  aws_timestreamwrite_database: { argument: 'database_name' },
  aws_timestreamwrite_table: { argument: 'table_name' },
  aws_wafv2_ip_set: { argument: 'name', form: nameLimits['wafv2-name'], referredTo: true },
  aws_wafv2_web_acl: { argument: 'name', form: nameLimits['wafv2-name'], unique: 'region', beside: 'scope' },
};
