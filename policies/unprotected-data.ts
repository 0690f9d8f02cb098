import { below } from '../schemas/graph/place';
import type { TerraformResource } from '../schemas/graph/terraform';
import { select, valueAt } from '../schemas/graph/values';
import type { Json } from '../schemas/primitives/artifact';
import { defineRule, type RuleFinding } from './rule';

/** A protection of what holds data. */
interface Protection {
  /** Path below the resource, with `*` for each item of a list. */
  readonly path: string;
  readonly wanted: boolean;
  /** What AWS does where nothing is stated. */
  readonly otherwise: 'protected' | 'unprotected';
  readonly message: string;
}

const encrypted = (path: string): Protection => ({
  path,
  wanted: true,
  otherwise: 'unprotected',
  message: 'what it stores is not encrypted',
});
const kept = (path: string): Protection => ({
  path,
  wanted: true,
  otherwise: 'unprotected',
  message: 'AWS lets anybody with the right delete it, with all that it holds',
});
const withSnapshot: Protection = {
  path: '/skip_final_snapshot',
  wanted: false,
  otherwise: 'protected',
  message: 'its last state is not kept when it is deleted',
};
const closed: Protection = {
  path: '/publicly_accessible',
  wanted: false,
  otherwise: 'protected',
  message: 'it has a public address',
};
const closedBucket = ['block_public_acls', 'block_public_policy', 'ignore_public_acls', 'restrict_public_buckets'].map(
  (argument): Protection => ({
    path: `/${argument}`,
    wanted: true,
    otherwise: 'unprotected',
    message: 'what the bucket holds may be made public',
  }),
);

/** What protects each type of store. @see https://registry.terraform.io/providers/hashicorp/aws/latest/docs */
const protections: Readonly<Record<string, readonly Protection[]>> = {
  aws_db_instance: [encrypted('/storage_encrypted'), closed, kept('/deletion_protection'), withSnapshot],
  aws_docdb_cluster: [encrypted('/storage_encrypted'), kept('/deletion_protection'), withSnapshot],
  aws_dynamodb_table: [kept('/deletion_protection_enabled')],
  aws_ebs_volume: [encrypted('/encrypted')],
  aws_efs_file_system: [encrypted('/encrypted')],
  aws_elasticache_replication_group: [
    encrypted('/at_rest_encryption_enabled'),
    {
      path: '/transit_encryption_enabled',
      wanted: true,
      otherwise: 'unprotected',
      message: 'what clients send and get is not encrypted',
    },
  ],
  aws_launch_template: [{ ...encrypted('/block_device_mappings/*/ebs/encrypted'), otherwise: 'protected' }],
  aws_rds_cluster: [encrypted('/storage_encrypted'), kept('/deletion_protection'), withSnapshot],
  aws_rds_cluster_instance: [closed],
  aws_rds_global_cluster: [encrypted('/storage_encrypted'), kept('/deletion_protection')],
  aws_s3_bucket: [
    {
      path: '/force_destroy',
      wanted: false,
      otherwise: 'protected',
      message: 'it is deleted with all that it holds',
    },
  ],
  aws_s3_bucket_public_access_block: closedBucket,
  aws_sqs_queue: [{ ...encrypted('/sqs_managed_sse_enabled'), otherwise: 'protected' }],
};

/** Arguments by which a store takes its encryption from the one that it copies. */
const copying = [
  'global_replication_group_id',
  'replicate_source_db',
  'replication_source_identifier',
  'snapshot_id',
  'snapshot_identifier',
  'source_db_cluster_identifier',
];

/** What holds data is encrypted, closed to the public and protected from deletion. */
export const rule = defineRule({
  id: 'unprotected-data',
  // A key in the place of AWS's own, a store that is made to be thrown away: there may be reasons.
  severity: 'warning',
  subjects: ({ terraform }) => Object.keys(protections).flatMap((type) => terraform.ofType(type)),
  judge: (resource) => (protections[resource.type] ?? []).flatMap((protection) => lacking(resource, protection)),
});

function lacking(resource: TerraformResource, { path, wanted, otherwise, message }: Protection): RuleFinding[] {
  const { body, address, place } = resource;
  const finding = (pointer: string): RuleFinding => ({
    place: below(place, pointer),
    subject: address,
    message,
    expected: `${path.split('/').at(-1) ?? ''}: ${String(wanted)}`,
    fix: 'Leave it protected: take `protect: false`, or the patch that changes it, away.',
  });
  const stated = select(body, path);
  if (stated.length > 0)
    return stated.flatMap(({ pointer, value }) => (isOther(value, wanted) ? [finding(pointer)] : []));
  const inherited = path.includes('encrypt') && copying.some((argument) => valueAt(body, `/${argument}`) !== undefined);
  return otherwise === 'protected' || inherited ? [] : [finding('')];
}

/** Whether a value is known to be another one. Terraform takes `"true"` for true; an expression may be anything. */
function isOther(value: Json, wanted: boolean): boolean {
  return typeof value === 'string' ? !value.includes('${') && value !== String(wanted) : value !== wanted;
}
