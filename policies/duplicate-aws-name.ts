import { inside } from '../schemas/graph/place';
import type { TerraformGraph, TerraformResource } from '../schemas/graph/terraform';
import { defineRule, type RuleFinding } from './rule';

/** Within what a name belongs to one thing. */
type Scope = 'global' | 'account' | 'region';

/**
 * Types whose names are unique, the argument of the name, and within what.
 * @see the `CreateX` action of each service's API reference
 */
const names: Readonly<Record<string, readonly [argument: string, scope: Scope, also?: string]>> = {
  aws_autoscaling_group: ['name', 'region'],
  aws_backup_vault: ['name', 'region'],
  aws_budgets_budget: ['name', 'account'],
  aws_cloudtrail: ['name', 'region'],
  aws_cloudwatch_dashboard: ['dashboard_name', 'account'],
  aws_cloudwatch_log_group: ['name', 'region'],
  aws_cloudwatch_metric_alarm: ['alarm_name', 'region'],
  aws_db_instance: ['identifier', 'region'],
  aws_db_parameter_group: ['name', 'region'],
  aws_db_subnet_group: ['name', 'region'],
  aws_dynamodb_table: ['name', 'region'],
  aws_ecr_repository: ['name', 'region'],
  aws_ecr_repository_creation_template: ['prefix', 'region'],
  aws_efs_file_system: ['creation_token', 'region'],
  aws_eks_cluster: ['name', 'region'],
  aws_elasticache_replication_group: ['replication_group_id', 'region'],
  aws_elasticache_subnet_group: ['name', 'region'],
  aws_iam_instance_profile: ['name', 'account'],
  aws_iam_policy: ['name', 'account'],
  aws_iam_role: ['name', 'account'],
  aws_kms_alias: ['name', 'region'],
  aws_lambda_function: ['function_name', 'region'],
  aws_launch_template: ['name', 'region'],
  aws_lb: ['name', 'region'],
  aws_lb_target_group: ['name', 'region'],
  aws_rds_cluster: ['cluster_identifier', 'region'],
  aws_rds_cluster_instance: ['identifier', 'region'],
  aws_rds_cluster_parameter_group: ['name', 'region'],
  aws_rds_global_cluster: ['global_cluster_identifier', 'account'],
  // Two public ones may be there at a time; that both are meant to answer is hardly so.
  aws_route53_zone: ['name', 'account', 'vpc'],
  aws_s3_bucket: ['bucket', 'global'],
  aws_secretsmanager_secret: ['name', 'region'],
  aws_security_group: ['name', 'region', 'vpc_id'],
  aws_sns_topic: ['name', 'region'],
  aws_sqs_queue: ['name', 'region'],
  aws_ssm_parameter: ['name', 'region'],
  aws_wafv2_web_acl: ['name', 'region', 'scope'],
};

/** Types that an account has one of in each region, under no name: whoever makes a second replaces the first. */
const single: ReadonlySet<string> = new Set([
  'aws_ecr_registry_policy',
  'aws_ecr_registry_scanning_configuration',
  'aws_ecr_replication_configuration',
]);

/** Names that AWS gives to one thing alone are given once, across all workspaces. */
export const rule = defineRule({
  id: 'duplicate-aws-name',
  subjects: ({ terraform }) => {
    const same = new Map<string, TerraformResource[]>();
    for (const type of [...Object.keys(names), ...single]) {
      for (const resource of terraform.ofType(type)) {
        const key = keyOf(resource, terraform);
        const list = key === undefined ? undefined : same.get(key);
        if (list) list.push(resource);
        else if (key !== undefined) same.set(key, [resource]);
      }
    }
    return same.values();
  },
  judge: ([first, ...others], { terraform }) =>
    others.map((other) => {
      if (single.has(other.type)) return second(other, first);
      const [argument = '', scope] = names[other.type] ?? [];
      const name = terraform.literal(other.body[argument], other.workspace) ?? '';
      return {
        place: inside(other.place, argument),
        subject: other.address,
        cause: `name ${name}`,
        message: `the name ${name} is that of ${first?.address ?? ''} in ${first?.workspace ?? ''}`,
        expected: scope === 'global' ? 'a name that nobody in AWS has' : `one thing of a name in each ${scope ?? ''}`,
        fix: 'Give one of the two another name.',
        related: first ? [{ place: inside(first.place, argument), message: 'the other one' }] : [],
      };
    }),
});

function second(other: TerraformResource, first: TerraformResource | undefined): RuleFinding {
  return {
    place: other.place,
    subject: other.address,
    message: `an account has one ${other.type} in each region, and that is ${first?.address ?? ''} in ${first?.workspace ?? ''}`,
    expected: 'one of this type in each account and region',
    fix: 'Describe it once, with the rules of both.',
    related: first ? [{ place: first.place, message: 'the other one' }] : [],
  };
}

function keyOf(resource: TerraformResource, terraform: TerraformGraph): string | undefined {
  const { type, body, workspace } = resource;
  const { account, region } = terraform.realm(resource);
  if (single.has(type)) return [type, account, region].join(' ');
  const [argument = '', scope, also] = names[type] ?? [];
  const name = terraform.literal(body[argument], workspace);
  if (name === undefined) return undefined;
  const place = { global: '', account, region: `${account}/${region}` }[scope ?? 'region'];
  const other = also === undefined ? undefined : body[also];
  const within = terraform.identity(other, workspace) ?? JSON.stringify(other ?? '');
  return [type, place, within, name].join(' ');
}
