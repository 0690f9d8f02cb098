import type { Choice } from './type-schema';

const one = (...of: string[]): Choice => ({ rule: 'one', of });
const most = (...of: string[]): Choice => ({ rule: 'most', of });
const all = (...of: string[]): Choice => ({ rule: 'all', of });

const named = [most('name', 'name_prefix')];
const securityGroupRule = [one('cidr_ipv4', 'cidr_ipv6', 'prefix_list_id', 'referenced_security_group_id')];

/**
 * Arguments that exclude or need each other (`ExactlyOneOf`, `ConflictsWith`, `AtLeastOneOf` of the provider).
 *
 * @see https://github.com/hashicorp/terraform-provider-aws/tree/v6.25.0/internal/service
 */
export const awsChoices: Readonly<Record<string, readonly Choice[]>> = {
  'resource.aws_autoscaling_group': [
    one('launch_configuration', 'launch_template', 'mixed_instances_policy'),
    most('availability_zones', 'vpc_zone_identifier'),
    ...named,
  ],
  'resource.aws_cloudwatch_log_group': named,
  'resource.aws_cloudwatch_metric_alarm': [
    most('metric_name', 'metric_query'),
    most('statistic', 'extended_statistic', 'metric_query'),
  ],
  'resource.aws_db_instance': [
    most('identifier', 'identifier_prefix'),
    most('password', 'password_wo', 'manage_master_user_password'),
  ],
  'resource.aws_db_parameter_group': named,
  'resource.aws_db_subnet_group': named,
  'resource.aws_eks_node_group': [most('node_group_name', 'node_group_name_prefix')],
  'resource.aws_iam_instance_profile': named,
  'resource.aws_iam_policy': named,
  'resource.aws_iam_role': named,
  'resource.aws_iam_role_policy': named,
  'resource.aws_kms_alias': named,
  'resource.aws_lambda_function': [one('filename', 'image_uri', 's3_bucket')],
  'resource.aws_launch_template': named,
  'resource.aws_lb': [...named, one('subnets', 'subnet_mapping')],
  'resource.aws_lb_target_group': named,
  'resource.aws_rds_cluster': [
    most('cluster_identifier', 'cluster_identifier_prefix'),
    most('master_password', 'master_password_wo', 'manage_master_user_password'),
  ],
  'resource.aws_rds_cluster_instance': [most('identifier', 'identifier_prefix')],
  'resource.aws_rds_cluster_parameter_group': named,
  'resource.aws_route': [
    one('destination_cidr_block', 'destination_ipv6_cidr_block', 'destination_prefix_list_id'),
    one(
      'carrier_gateway_id',
      'core_network_arn',
      'egress_only_gateway_id',
      'gateway_id',
      'local_gateway_id',
      'nat_gateway_id',
      'network_interface_id',
      'transit_gateway_id',
      'vpc_endpoint_id',
      'vpc_peering_connection_id',
    ),
  ],
  'resource.aws_route53_record': [one('alias', 'records'), all('records', 'ttl')],
  'resource.aws_route_table_association': [one('subnet_id', 'gateway_id')],
  'resource.aws_s3_bucket': [most('bucket', 'bucket_prefix')],
  'resource.aws_secretsmanager_secret': named,
  'resource.aws_secretsmanager_secret_version': [most('secret_binary', 'secret_string', 'secret_string_wo')],
  'resource.aws_security_group': named,
  'resource.aws_sns_topic': named,
  'resource.aws_sqs_queue': named,
  'resource.aws_ssm_parameter': [most('insecure_value', 'value', 'value_wo')],
  'resource.aws_vpc': [most('cidr_block', 'ipv4_netmask_length')],
  'resource.aws_vpc_security_group_egress_rule': securityGroupRule,
  'resource.aws_vpc_security_group_ingress_rule': securityGroupRule,
  'resource.aws_wafv2_ip_set': named,
  'resource.aws_wafv2_web_acl': named,
};
