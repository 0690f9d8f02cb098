import { nameLimits, type NameLimits } from '../../primitives/names';

/** Whole numbers that an argument takes. */
export interface Bounds {
  readonly minimum: number;
  readonly maximum: number;
  /** One more number, outside of the bounds, that means something of its own. */
  readonly or?: number;
}

/** What an argument takes: a number within bounds, or a text of a form. */
export type ArgumentForm = Bounds | NameLimits;

const between = (minimum: number, maximum: number, or?: number): Bounds => ({
  minimum,
  maximum,
  ...(or === undefined ? {} : { or }),
});

const port = between(1, 65_535);
/** -1 is every type and code of ICMP. */
const rulePort = between(-1, 65_535);
const description: NameLimits = {
  minLength: 0,
  maxLength: 255,
  pattern: /^[A-Za-z0-9 ._:/()#,@[\]+=&;{}!$*-]*$/,
  words: 'letters, digits, spaces and ._:/()#,@[]+=&;{}!$*-',
};
const ruleForms = { description, from_port: rulePort, to_port: rulePort };

/**
 * What AWS takes of an argument that is no name of the resource, by resource type and by path, `.` before what stands in a block: where every plan
 * succeeds and the apply fails, or the provider refuses at the plan.
 *
 * @see the `CreateX` action of each service's API reference
 * @see https://github.com/hashicorp/terraform-provider-aws/tree/v6.25.0/internal/service
 */
export const argumentForms: Readonly<Record<string, Readonly<Record<string, ArgumentForm>>>> = {
  aws_db_instance: { backup_retention_period: between(0, 35), port: between(1150, 65_535) },
  // What its name ends in is its own where `node_group_name_prefix` stands instead.
  aws_eks_node_group: { node_group_name: nameLimits['eks-node-group'] },
  aws_elasticache_replication_group: { port, snapshot_retention_limit: between(0, 35) },
  aws_iam_role: { max_session_duration: between(3600, 43_200) },
  aws_kinesis_stream: { retention_period: between(24, 8760) },
  aws_kms_key: { deletion_window_in_days: between(7, 30), rotation_period_in_days: between(90, 2560) },
  aws_lambda_function: { timeout: between(1, 900) },
  aws_launch_template: { 'metadata_options.http_put_response_hop_limit': between(1, 64) },
  aws_lb: { idle_timeout: between(1, 4000) },
  aws_lb_listener: { port },
  aws_lb_listener_rule: { priority: between(1, 50_000, 99_999) },
  aws_lb_target_group: {
    deregistration_delay: between(0, 3600),
    'health_check.healthy_threshold': between(2, 10),
    'health_check.interval': between(5, 300),
    'health_check.timeout': between(2, 120),
    'health_check.unhealthy_threshold': between(2, 10),
    port,
    slow_start: between(30, 900, 0),
  },
  aws_rds_cluster: { backup_retention_period: between(1, 35), port: between(1150, 65_535) },
  aws_secretsmanager_secret: { recovery_window_in_days: between(7, 30, 0) },
  aws_security_group: { description },
  aws_security_group_rule: ruleForms,
  aws_sqs_queue: {
    delay_seconds: between(0, 900),
    kms_data_key_reuse_period_seconds: between(60, 86_400),
    message_retention_seconds: between(60, 1_209_600),
    receive_wait_time_seconds: between(0, 20),
    visibility_timeout_seconds: between(0, 43_200),
  },
  aws_ssm_maintenance_window: { cutoff: between(0, 23), duration: between(1, 24) },
  aws_vpc_security_group_egress_rule: ruleForms,
  aws_vpc_security_group_ingress_rule: ruleForms,
};
