import { at, object, terraform, type RuleCase } from './output';

const file = 'workspaces/acme-prod-platform/user.tf.json#/resource';

const pool = (types: string[]) =>
  object(
    'NodePool',
    { name: 'general', apiVersion: 'karpenter.sh/v1', namespace: '' },
    {
      spec: {
        template: {
          spec: {
            requirements: [
              { key: 'karpenter.sh/capacity-type', operator: 'In', values: ['spot'] },
              { key: 'node.kubernetes.io/instance-type', operator: 'In', values: types },
            ],
          },
        },
      },
    },
  );

/** What AWS has of a name, and what may be newer than the tables; what it takes of a name or a number. */
export const typeCases = {
  'refused-argument': [
    {
      situation: 'names, ports, times and descriptions that AWS does not take',
      files: terraform({
        aws_kms_alias: { a: { name: 'alias/aws/app' }, b: { name: 'app' } },
        aws_kms_key: { a: { deletion_window_in_days: 3 }, b: { deletion_window_in_days: '31' } },
        aws_security_group: { a: { description: 'the group’s own' } },
        aws_vpc_security_group_ingress_rule: { a: { from_port: 443, to_port: 70_000 } },
        aws_lb_target_group: { a: { health_check: { interval: 3 } }, b: { health_check: [{ interval: 301 }] } },
        aws_secretsmanager_secret: { a: { recovery_window_in_days: 3 } },
      }),
      fires: [
        `${file}/aws_kms_alias/a/name`,
        `${file}/aws_kms_alias/b/name`,
        `${file}/aws_kms_key/a/deletion_window_in_days`,
        `${file}/aws_kms_key/b/deletion_window_in_days`,
        `${file}/aws_security_group/a/description`,
        `${file}/aws_vpc_security_group_ingress_rule/a/to_port`,
        `${file}/aws_lb_target_group/a/health_check/interval`,
        `${file}/aws_lb_target_group/b/health_check/0/interval`,
        `${file}/aws_secretsmanager_secret/a/recovery_window_in_days`,
      ],
    },
    {
      situation: 'names that the service of the resource does not take, whatever the resource',
      files: terraform({
        aws_elasticache_cluster: { a: { cluster_id: 'cache--a' } },
        aws_elasticache_replication_group: { a: { replication_group_id: '1cache' } },
        aws_backup_vault: { a: { name: 'v' } },
        aws_rds_cluster: { a: { cluster_identifier: 'A' } },
        aws_rds_cluster_instance: { a: { identifier: 'A b' } },
        aws_secretsmanager_secret: { a: { name: 'a b' } },
        aws_sns_topic: { a: { name: 'q q' } },
        aws_sqs_queue: { a: { name: 'q q' }, b: { name: 'q.fifos' } },
        aws_ssm_parameter: { a: { name: '/aws/a' }, b: { name: 'a/b' } },
      }),
      fires: [
        `${file}/aws_elasticache_cluster/a/cluster_id`,
        `${file}/aws_elasticache_replication_group/a/replication_group_id`,
        `${file}/aws_backup_vault/a/name`,
        `${file}/aws_rds_cluster/a/cluster_identifier`,
        `${file}/aws_rds_cluster_instance/a/identifier`,
        `${file}/aws_secretsmanager_secret/a/name`,
        `${file}/aws_sns_topic/a/name`,
        `${file}/aws_sqs_queue/a/name`,
        `${file}/aws_sqs_queue/b/name`,
        `${file}/aws_ssm_parameter/a/name`,
        `${file}/aws_ssm_parameter/b/name`,
      ],
    },
    {
      situation: 'names that a service takes, though Slipway itself would make others',
      files: terraform({
        aws_budgets_budget: { a: { name: 'Ops & more, 2026' } },
        aws_cloudwatch_metric_alarm: { a: { alarm_name: 'no seats at the café' } },
        aws_db_parameter_group: { a: { name: 'default.postgres16' } },
        aws_db_subnet_group: { a: { name: 'the data_subnets' } },
        aws_elasticache_replication_group: { a: { replication_group_id: 'Cache-a' } },
        aws_lambda_function: { a: { function_name: 'Resize_images-2' } },
        aws_sns_topic: { a: { name: 'orders.fifo' } },
        aws_sqs_queue: { a: { name: 'orders.fifo' } },
        aws_ssm_parameter: { a: { name: 'token' }, b: { name: '/acme/prod/token' } },
      }),
      fires: [],
    },
    {
      situation: 'bounds themselves, an exception and what only an apply knows',
      files: terraform({
        aws_kms_alias: { a: { name: 'alias/app' }, b: { name: 'alias/${aws_kms_key.a.key_id}' } },
        aws_kms_key: { a: { deletion_window_in_days: 7 }, b: { deletion_window_in_days: '30' } },
        aws_vpc_security_group_ingress_rule: { a: { from_port: -1, to_port: -1, description: '' } },
        aws_secretsmanager_secret: { a: { recovery_window_in_days: 0 } },
        aws_lb_target_group: { a: { port: 65_535, slow_start: 0 } },
      }),
      fires: [],
    },
  ],
  'unknown-instance-type': [
    {
      situation: 'types that there are not, or are not known',
      files: {
        ...terraform({
          aws_instance: { a: { instance_type: 't3.medum' } },
          aws_eks_node_group: { b: { instance_types: ['m5.large', 'm10g.large'] } },
          aws_db_instance: { c: { engine: 'postgres', instance_class: 'db.t3.nano' } },
          aws_rds_cluster_instance: { d: { engine: 'aurora-postgresql', instance_class: 'db.t3.micro' } },
          aws_elasticache_replication_group: { e: { node_type: 'cache.t4.micro' } },
        }),
        ...pool(['m5.large', 'm5q.large']),
      },
      fires: [
        `${file}/aws_instance/a/instance_type`,
        `${file}/aws_eks_node_group/b/instance_types/1`,
        `${file}/aws_db_instance/c/instance_class`,
        `${file}/aws_rds_cluster_instance/d/instance_class`,
        `${file}/aws_elasticache_replication_group/e/node_type`,
        `${at('NodePool', 'general')}#/spec/template/spec/requirements/1/values/1`,
      ],
    },
    {
      situation: 'a type that stands in a launch template and in the group that starts by it is one mistake',
      files: terraform({
        aws_launch_template: { a: { instance_type: 't3.medum' } },
        aws_autoscaling_group: {
          a: {
            mixed_instances_policy: {
              launch_template: { override: [{ instance_type: 't3.medum' }, { instance_type: 't3.small' }] },
            },
          },
        },
      }),
      fires: [`${file}/aws_launch_template/a/instance_type`],
    },
    {
      situation: 'types that there are, an engine without a table and a class without a size',
      files: {
        ...terraform({
          aws_instance: { a: { instance_type: 't3.medium' } },
          aws_db_instance: { c: { engine: 'mysql', instance_class: 'db.z1d.large' } },
          aws_rds_cluster_instance: { d: { engine: 'aurora-postgresql', instance_class: 'db.serverless' } },
          aws_elasticache_cluster: { e: { node_type: 'cache.t4g.micro' } },
        }),
        ...pool(['m5.large']),
      },
      fires: [],
    },
  ],
  'unknown-engine-version': [
    {
      situation: 'versions that came out since, or can not have',
      files: terraform({
        aws_db_instance: { a: { engine: 'postgres', engine_version: '19.1' } },
        aws_rds_cluster: { b: { engine: 'aurora-postgresql', engine_version: '99.9' } },
        aws_eks_cluster: { c: { version: '1.99' } },
        aws_elasticache_replication_group: { d: { engine: 'valkey', engine_version: '9.9' } },
      }),
      fires: [
        `${file}/aws_db_instance/a/engine_version`,
        `${file}/aws_rds_cluster/b/engine_version`,
        `${file}/aws_eks_cluster/c/version`,
        `${file}/aws_elasticache_replication_group/d/engine_version`,
      ],
    },
    {
      situation: 'versions that are known, a major one and one of another engine',
      files: terraform({
        aws_db_instance: {
          a: { engine: 'postgres', engine_version: '16' },
          b: { engine: 'mysql', engine_version: '99.9' },
        },
        aws_rds_cluster: { b: { engine: 'aurora-postgresql', engine_version: '15.17' } },
        aws_eks_cluster: { c: { version: '1.35' }, d: {} },
        aws_elasticache_replication_group: { d: { engine: 'redis', engine_version: '6.x' } },
      }),
      fires: [],
    },
  ],
} satisfies Record<string, readonly RuleCase[]>;
