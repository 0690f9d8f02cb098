import { inside } from '../schemas/graph/place';
import type { TerraformResource } from '../schemas/graph/terraform';
import { nearest } from '../schemas/primitives/nearest';
import { defineRule } from './rule';

/** Arguments that name a resource of another type by its physical name. */
const references: readonly {
  readonly type: string;
  readonly argument: string;
  readonly target: string;
  readonly name: string;
}[] = [
  ...[
    'aws_eks_access_entry',
    'aws_eks_access_policy_association',
    'aws_eks_addon',
    'aws_eks_fargate_profile',
    'aws_eks_node_group',
    'aws_eks_pod_identity_association',
  ].map((type) => ({ type, argument: 'cluster_name', target: 'aws_eks_cluster', name: 'name' })),
  { type: 'aws_db_instance', argument: 'db_subnet_group_name', target: 'aws_db_subnet_group', name: 'name' },
  { type: 'aws_rds_cluster', argument: 'db_subnet_group_name', target: 'aws_db_subnet_group', name: 'name' },
  {
    type: 'aws_rds_cluster_instance',
    argument: 'cluster_identifier',
    target: 'aws_rds_cluster',
    name: 'cluster_identifier',
  },
  {
    type: 'aws_elasticache_replication_group',
    argument: 'subnet_group_name',
    target: 'aws_elasticache_subnet_group',
    name: 'name',
  },
  { type: 'aws_backup_plan', argument: 'target_vault_name', target: 'aws_backup_vault', name: 'name' },
  { type: 'aws_iam_role_policy', argument: 'role', target: 'aws_iam_role', name: 'name' },
  { type: 'aws_iam_role_policy_attachment', argument: 'role', target: 'aws_iam_role', name: 'name' },
  { type: 'aws_iam_instance_profile', argument: 'role', target: 'aws_iam_role', name: 'name' },
  { type: 'aws_ecr_lifecycle_policy', argument: 'repository', target: 'aws_ecr_repository', name: 'name' },
];

/** What is named by its physical name is made by a workspace, where workspaces make any of its type. */
export const rule = defineRule({
  id: 'missing-aws-name',
  // What a literal names may be there already, by hand: nobody is stopped, and CI asks.
  severity: 'warning',
  subjects: ({ terraform }) =>
    references.flatMap(({ type, argument, target, name }) => {
      const names = terraform
        .ofType(target)
        .flatMap(({ body, workspace }) => terraform.literal(body[name], workspace) ?? []);
      if (names.length === 0) return [];
      return terraform.ofType(type).flatMap((resource): Named[] => {
        const named = terraform.literal(resource.body[argument], resource.workspace);
        return named === undefined ? [] : [{ resource, argument, target, named, names }];
      });
    }),
  judge: ({ resource, argument, target, named, names }, { complete }) => {
    if (names.includes(named) || !complete) return [];
    const near = nearest(named, names);
    return [
      {
        place: inside(resource.place, argument),
        subject: resource.address,
        message: `${argument} is ${named}, and no ${target} of the output has that name`,
        fix: near === undefined ? `Name one that a workspace makes.` : `Did you mean ${near}?`,
      },
    ];
  },
});

interface Named {
  readonly resource: TerraformResource;
  readonly argument: string;
  readonly target: string;
  readonly named: string;
  readonly names: readonly string[];
}
