/** What is known of a resource type whose new one is made before the old one goes, under a name that is there once. */
export interface EarlyType {
  /** Arguments that AWS can't change in place. */
  readonly fixed: readonly string[];
}

/**
 * Types that are made with `create_before_destroy`, since others refer to them: while one is replaced there are two, which
 * can't have one name.
 * @see https://developer.hashicorp.com/terraform/language/meta-arguments/lifecycle#create_before_destroy
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-template-resource-type-ref.html
 */
export const earlyTypes: Readonly<Record<string, EarlyType>> = {
  aws_db_parameter_group: { fixed: ['description', 'family'] },
  aws_elasticache_parameter_group: { fixed: ['description', 'family'] },
  aws_lb_target_group: { fixed: ['port', 'protocol', 'protocol_version', 'target_type', 'vpc_id'] },
  aws_rds_cluster_parameter_group: { fixed: ['description', 'family'] },
  aws_security_group: { fixed: ['description', 'vpc_id'] },
};
