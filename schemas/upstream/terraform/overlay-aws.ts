import type { MemberOverlay } from './type-schema';

type Values = Readonly<Record<string, Readonly<Record<string, readonly (string | number)[]>>>>;

/** @see https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutRetentionPolicy.html (0: kept for ever) */
const retentionDays = [
  0, 1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653,
];
/** @see https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_EbsBlockDevice.html */
const volumeTypes = ['standard', 'io1', 'io2', 'gp2', 'gp3', 'sc1', 'st1'];
/** @see https://docs.aws.amazon.com/AmazonS3/latest/API/API_Transition.html */
const transitionClasses = ['GLACIER', 'STANDARD_IA', 'ONEZONE_IA', 'INTELLIGENT_TIERING', 'DEEP_ARCHIVE', 'GLACIER_IR'];
/** @see https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_CreateDBInstance.html */
const instanceEngines = [
  'aurora-mysql',
  'aurora-postgresql',
  'custom-oracle-ee',
  'custom-oracle-ee-cdb',
  'custom-oracle-se2',
  'custom-oracle-se2-cdb',
  'custom-sqlserver-ee',
  'custom-sqlserver-se',
  'custom-sqlserver-web',
  'custom-sqlserver-dev',
  'db2-ae',
  'db2-se',
  'mariadb',
  'mysql',
  'oracle-ee',
  'oracle-ee-cdb',
  'oracle-se2',
  'oracle-se2-cdb',
  'postgres',
  'sqlserver-ee',
  'sqlserver-se',
  'sqlserver-ex',
  'sqlserver-web',
  'sqlserver-dev-ee',
];
const tagResources = ['instance', 'volume', 'network-interface', 'spot-instances-request', 'elastic-gpu'];
const enabled = ['Enabled', 'Disabled'];

/**
 * Values that an argument takes, where the CDKTF class says only `string` or `number`.
 *
 * @see https://github.com/hashicorp/terraform-provider-aws/tree/v6.25.0/internal/service
 */
export const awsValues: Values = {
  'resource.aws_autoscaling_group': {
    health_check_type: ['EC2', 'ELB', 'VPC_LATTICE', 'EBS'],
    'mixed_instances_policy.instances_distribution.on_demand_allocation_strategy': ['lowest-price', 'prioritized'],
    'mixed_instances_policy.instances_distribution.spot_allocation_strategy': [
      'capacity-optimized',
      'capacity-optimized-prioritized',
      'lowest-price',
      'price-capacity-optimized',
    ],
  },
  'resource.aws_autoscaling_policy': {
    policy_type: ['SimpleScaling', 'StepScaling', 'TargetTrackingScaling', 'PredictiveScaling'],
    adjustment_type: ['ChangeInCapacity', 'ExactCapacity', 'PercentChangeInCapacity'],
  },
  'resource.aws_budgets_budget': {
    time_unit: ['MONTHLY', 'QUARTERLY', 'ANNUALLY', 'DAILY', 'CUSTOM'],
    'notification.comparison_operator': ['GREATER_THAN', 'LESS_THAN', 'EQUAL_TO'],
    'notification.notification_type': ['ACTUAL', 'FORECASTED'],
    'notification.threshold_type': ['PERCENTAGE', 'ABSOLUTE_VALUE'],
  },
  'resource.aws_ce_anomaly_monitor': { monitor_type: ['CUSTOM', 'DIMENSIONAL'] },
  'resource.aws_ce_anomaly_subscription': {
    frequency: ['DAILY', 'IMMEDIATE', 'WEEKLY'],
    'subscriber.type': ['EMAIL', 'SNS'],
  },
  'resource.aws_ce_cost_allocation_tag': { status: ['Active', 'Inactive'] },
  'resource.aws_cloudfront_distribution': {
    http_version: ['http1.1', 'http2', 'http3', 'http2and3'],
    price_class: ['PriceClass_100', 'PriceClass_200', 'PriceClass_All'],
    'default_cache_behavior.viewer_protocol_policy': ['allow-all', 'https-only', 'redirect-to-https'],
    'ordered_cache_behavior.viewer_protocol_policy': ['allow-all', 'https-only', 'redirect-to-https'],
    'origin.custom_origin_config.origin_protocol_policy': ['http-only', 'https-only', 'match-viewer'],
    'restrictions.geo_restriction.restriction_type': ['none', 'whitelist', 'blacklist'],
    'viewer_certificate.ssl_support_method': ['sni-only', 'vip', 'static-ip'],
  },
  'resource.aws_cloudfront_origin_access_control': {
    origin_access_control_origin_type: ['s3', 'mediastore', 'mediapackagev2', 'lambda'],
    signing_behavior: ['never', 'always', 'no-override'],
    signing_protocol: ['sigv4'],
  },
  'resource.aws_cloudtrail': {
    'advanced_event_selector.field_selector.field': [
      'eventCategory',
      'eventName',
      'eventSource',
      'eventType',
      'readOnly',
      'resources.ARN',
      'resources.type',
      'sessionCredentialFromConsole',
      'userIdentity.arn',
      'vpcEndpointId',
    ],
    'insight_selector.insight_type': ['ApiCallRateInsight', 'ApiErrorRateInsight'],
  },
  'resource.aws_cloudwatch_log_group': {
    log_group_class: ['STANDARD', 'INFREQUENT_ACCESS', 'DELIVERY'],
    retention_in_days: retentionDays,
  },
  'resource.aws_cloudwatch_metric_alarm': {
    comparison_operator: [
      'GreaterThanOrEqualToThreshold',
      'GreaterThanThreshold',
      'LessThanThreshold',
      'LessThanOrEqualToThreshold',
      'LessThanLowerOrGreaterThanUpperThreshold',
      'LessThanLowerThreshold',
      'GreaterThanUpperThreshold',
    ],
    statistic: ['SampleCount', 'Average', 'Sum', 'Minimum', 'Maximum'],
    treat_missing_data: ['breaching', 'notBreaching', 'ignore', 'missing'],
  },
  'resource.aws_db_instance': {
    engine: instanceEngines,
    storage_type: ['standard', 'gp2', 'gp3', 'io1', 'io2'],
  },
  'resource.aws_dynamodb_table': {
    billing_mode: ['PROVISIONED', 'PAY_PER_REQUEST'],
    'attribute.type': ['S', 'N', 'B'],
    stream_view_type: ['NEW_IMAGE', 'OLD_IMAGE', 'NEW_AND_OLD_IMAGES', 'KEYS_ONLY'],
    table_class: ['STANDARD', 'STANDARD_INFREQUENT_ACCESS'],
  },
  'resource.aws_ebs_volume': { type: volumeTypes },
  'resource.aws_ecr_repository': {
    image_tag_mutability: ['MUTABLE', 'IMMUTABLE', 'MUTABLE_WITH_EXCLUSION', 'IMMUTABLE_WITH_EXCLUSION'],
    'encryption_configuration.encryption_type': ['AES256', 'KMS', 'KMS_DSSE'],
  },
  'resource.aws_efs_file_system': {
    performance_mode: ['generalPurpose', 'maxIO'],
    throughput_mode: ['bursting', 'provisioned', 'elastic'],
  },
  'resource.aws_eip': { domain: ['vpc', 'standard'] },
  'resource.aws_eks_access_entry': {
    type: ['STANDARD', 'EC2_LINUX', 'EC2_WINDOWS', 'FARGATE_LINUX', 'EC2', 'HYBRID_LINUX', 'HYPERPOD_LINUX'],
  },
  'resource.aws_eks_access_policy_association': { 'access_scope.type': ['cluster', 'namespace'] },
  'resource.aws_eks_addon': {
    resolve_conflicts_on_create: ['NONE', 'OVERWRITE'],
    resolve_conflicts_on_update: ['NONE', 'OVERWRITE', 'PRESERVE'],
  },
  'resource.aws_eks_cluster': {
    'access_config.authentication_mode': ['CONFIG_MAP', 'API', 'API_AND_CONFIG_MAP'],
    enabled_cluster_log_types: ['api', 'audit', 'authenticator', 'controllerManager', 'scheduler'],
    'kubernetes_network_config.ip_family': ['ipv4', 'ipv6'],
    'upgrade_policy.support_type': ['STANDARD', 'EXTENDED'],
  },
  'resource.aws_eks_node_group': {
    capacity_type: ['ON_DEMAND', 'SPOT', 'CAPACITY_BLOCK'],
    'taint.effect': ['NO_SCHEDULE', 'NO_EXECUTE', 'PREFER_NO_SCHEDULE'],
  },
  'resource.aws_elasticache_replication_group': { engine: ['redis', 'valkey'] },
  'resource.aws_flow_log': {
    log_destination_type: ['cloud-watch-logs', 's3', 'kinesis-data-firehose'],
    traffic_type: ['ACCEPT', 'REJECT', 'ALL'],
  },
  'resource.aws_instance': {
    'root_block_device.volume_type': volumeTypes,
    'ebs_block_device.volume_type': volumeTypes,
  },
  'resource.aws_kms_key': { key_usage: ['ENCRYPT_DECRYPT', 'SIGN_VERIFY', 'GENERATE_VERIFY_MAC', 'KEY_AGREEMENT'] },
  'resource.aws_lambda_function': {
    architectures: ['x86_64', 'arm64'],
    package_type: ['Zip', 'Image'],
    'tracing_config.mode': ['Active', 'PassThrough'],
  },
  'resource.aws_launch_template': {
    'block_device_mappings.ebs.volume_type': volumeTypes,
    'metadata_options.http_endpoint': ['enabled', 'disabled'],
    'metadata_options.http_tokens': ['optional', 'required'],
    'tag_specifications.resource_type': tagResources,
  },
  'resource.aws_lb': {
    ip_address_type: ['ipv4', 'dualstack', 'dualstack-without-public-ipv4'],
    load_balancer_type: ['application', 'network', 'gateway'],
  },
  'resource.aws_lb_listener': {
    protocol: ['HTTP', 'HTTPS', 'TCP', 'TLS', 'UDP', 'TCP_UDP', 'GENEVE', 'QUIC', 'TCP_QUIC'],
    'default_action.type': [
      'forward',
      'authenticate-oidc',
      'authenticate-cognito',
      'redirect',
      'fixed-response',
      'jwt-validation',
    ],
    'default_action.redirect.status_code': ['HTTP_301', 'HTTP_302'],
  },
  'resource.aws_lb_listener_rule': {
    'action.type': [
      'forward',
      'authenticate-oidc',
      'authenticate-cognito',
      'redirect',
      'fixed-response',
      'jwt-validation',
    ],
    'action.redirect.status_code': ['HTTP_301', 'HTTP_302'],
  },
  'resource.aws_lb_target_group': {
    protocol: ['HTTP', 'HTTPS', 'TCP', 'TLS', 'UDP', 'TCP_UDP', 'GENEVE', 'QUIC', 'TCP_QUIC'],
    target_type: ['instance', 'ip', 'lambda', 'alb'],
    'stickiness.type': ['lb_cookie', 'app_cookie', 'source_ip', 'source_ip_dest_ip', 'source_ip_dest_ip_proto'],
  },
  'resource.aws_rds_cluster': {
    engine: ['aurora-mysql', 'aurora-postgresql', 'mysql', 'postgres'],
    engine_mode: ['global', 'parallelquery', 'provisioned', 'serverless'],
    storage_type: ['', 'aurora', 'aurora-iopt1', 'io1', 'io2', 'gp3'],
  },
  'resource.aws_rds_cluster_instance': { engine: ['aurora-mysql', 'aurora-postgresql', 'mysql', 'postgres'] },
  'resource.aws_route53_record': {
    type: [
      'A',
      'AAAA',
      'CAA',
      'CNAME',
      'DS',
      'HTTPS',
      'MX',
      'NAPTR',
      'NS',
      'PTR',
      'SOA',
      'SPF',
      'SRV',
      'SSHFP',
      'SVCB',
      'TLSA',
      'TXT',
    ],
  },
  'resource.aws_s3_bucket_lifecycle_configuration': {
    'rule.status': enabled,
    'rule.transition.storage_class': transitionClasses,
    'rule.noncurrent_version_transition.storage_class': transitionClasses,
  },
  'resource.aws_s3_bucket_ownership_controls': {
    'rule.object_ownership': ['BucketOwnerPreferred', 'ObjectWriter', 'BucketOwnerEnforced'],
  },
  'resource.aws_s3_bucket_replication_configuration': { 'rule.status': enabled },
  'resource.aws_s3_bucket_server_side_encryption_configuration': {
    'rule.apply_server_side_encryption_by_default.sse_algorithm': ['AES256', 'aws:fsx', 'aws:kms', 'aws:kms:dsse'],
  },
  'resource.aws_s3_bucket_versioning': { 'versioning_configuration.status': ['Enabled', 'Suspended', 'Disabled'] },
  'resource.aws_sns_topic_subscription': {
    protocol: ['application', 'email', 'email-json', 'firehose', 'http', 'https', 'lambda', 'sms', 'sqs'],
  },
  'resource.aws_ssm_parameter': {
    tier: ['Standard', 'Advanced', 'Intelligent-Tiering'],
    type: ['String', 'StringList', 'SecureString'],
  },
  'resource.aws_vpc': { instance_tenancy: ['default', 'dedicated'] },
  'resource.aws_vpc_endpoint': {
    vpc_endpoint_type: ['Gateway', 'Interface', 'GatewayLoadBalancer', 'Resource', 'ServiceNetwork'],
  },
  'resource.aws_wafv2_ip_set': { ip_address_version: ['IPV4', 'IPV6'], scope: ['CLOUDFRONT', 'REGIONAL'] },
  'resource.aws_wafv2_regex_pattern_set': { scope: ['CLOUDFRONT', 'REGIONAL'] },
  'resource.aws_wafv2_rule_group': { scope: ['CLOUDFRONT', 'REGIONAL'] },
  'resource.aws_wafv2_web_acl': { scope: ['CLOUDFRONT', 'REGIONAL'] },
};

const once: MemberOverlay = { max: 1 };
const statement = (definition: string): MemberOverlay => ({
  type: { list: { definition } },
  use: 'required',
  block: true,
  max: 1,
});

/**
 * Counts and shapes of members. The plugin framework keeps counts in validators, which the CDKTF class does not have.
 *
 * @see https://github.com/hashicorp/terraform-provider-aws/blob/v6.25.0/internal/service/s3/bucket_lifecycle_configuration.go
 * @see https://github.com/hashicorp/terraform-provider-aws/blob/v6.25.0/internal/service/elasticache/serverless_cache.go
 * @see https://github.com/hashicorp/terraform-provider-aws/blob/v6.25.0/internal/service/cloudfront/distribution.go
 */
export const awsMembers: Readonly<Record<string, Readonly<Record<string, MemberOverlay>>>> = {
  'resource.aws_cloudfront_distribution': { 'origin_group.member': { min: 2, max: 2 } },
  'resource.aws_cloudtrail': {
    // CDKTF has another name for it, and no method that takes it back.
    'advanced_event_selector.field_selector.equals': { use: 'optional' },
  },
  'resource.aws_elasticache_serverless_cache': {
    cache_usage_limits: once,
    'cache_usage_limits.data_storage': once,
    'cache_usage_limits.ecpu_per_second': once,
  },
  'resource.aws_s3_bucket_lifecycle_configuration': {
    rule: { use: 'required' },
    'rule.abort_incomplete_multipart_upload': once,
    'rule.expiration': once,
    'rule.filter': once,
    'rule.filter.and': once,
    'rule.filter.tag': once,
    'rule.noncurrent_version_expiration': once,
  },
  'resource.aws_wafv2_rule_group': { 'rule.statement': statement('wafv2RuleGroupStatement') },
  'resource.aws_wafv2_web_acl': { 'rule.statement': statement('wafv2WebAclStatement') },
};
