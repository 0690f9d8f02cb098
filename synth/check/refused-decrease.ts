import { inside } from '../../schemas/graph/place';
import type { TerraformResource } from '../../schemas/graph/terraform';
import type { Finding } from '../../schemas/primitives/finding';
import { literalOf, predecessorOf, type TerraformChange } from './committed-literal';
import { neverApplied } from './never-applied';
import { findingAt } from './terraform-place';

/**
 * Arguments that AWS only lets rise, by type: sizes of volumes, and versions of engines and of clusters.
 * @see https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_PIOPS.ModifyingExisting.html
 * @see https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_UpgradeDBInstance.Upgrading.html
 * @see https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/VersionManagement.html
 * @see https://docs.aws.amazon.com/eks/latest/userguide/update-cluster.html
 */
const rising: Readonly<Record<string, readonly string[]>> = {
  aws_db_instance: ['allocated_storage', 'engine_version'],
  aws_ebs_volume: ['size'],
  aws_eks_cluster: ['version'],
  aws_elasticache_replication_group: ['engine_version'],
  aws_rds_cluster: ['engine_version'],
};

/** What AWS refuses to make less of: the apply would fail there. */
export function checkDecreases(change: TerraformChange): Finding[] {
  return Object.entries(rising).flatMap(([type, names]) =>
    change.after.ofType(type).flatMap((now) => {
      const was = predecessorOf(now, change);
      return was ? names.flatMap((argument) => decreased({ was, now, argument }, change)) : [];
    }),
  );
}

interface Changed {
  readonly was: TerraformResource;
  readonly now: TerraformResource;
  readonly argument: string;
}

function decreased({ was, now, argument }: Changed, { before, after }: TerraformChange): Finding[] {
  const [old, less] = [literalOf(before, was, argument), literalOf(after, now, argument)];
  if (old === undefined || less === undefined || !isLess(less, old)) return [];
  return [
    findingAt('refused-decrease', inside(now.place, argument), {
      subject: now.address,
      message: `${argument} falls from ${old} to ${less}: AWS lets it rise alone, and the apply fails here`,
      expected: `${old} or more`,
      fix: `keep ${old}; for less, describe a new component beside it and restore the data into it; ${neverApplied([was.place.artifact.path])}`,
    }),
  ];
}

/** By the parts that both have: `17` stands for every version of it, and is less than none. */
function isLess(a: string, b: string): boolean {
  const [left, right] = [partsOf(a), partsOf(b)];
  const differing = left.findIndex((part, index) => index < right.length && part !== right[index]);
  return differing >= 0 && (left[differing] ?? 0) < (right[differing] ?? 0);
}

function partsOf(text: string): number[] {
  return (/^\d+(?:\.\d+)*/.exec(text)?.[0] ?? '').split('.').map(Number);
}
