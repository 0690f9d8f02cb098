import type { TerraformResource } from '../../schemas/graph/terraform';

/** Arguments that make AWS refuse to delete what is there, with the value that protects. */
const protections: Readonly<
  Record<string, { readonly argument: string; readonly unless: boolean; readonly words: string }>
> = {
  aws_db_instance: protection('deletion_protection'),
  aws_docdb_cluster: protection('deletion_protection'),
  aws_dynamodb_table: protection('deletion_protection_enabled'),
  aws_neptune_cluster: protection('deletion_protection'),
  aws_rds_cluster: protection('deletion_protection'),
  aws_ecr_repository: { argument: 'force_delete', unless: true, words: 'AWS deletes no repository that holds images' },
  aws_s3_bucket: { argument: 'force_destroy', unless: true, words: 'AWS deletes no bucket that holds objects' },
};

function protection(argument: string) {
  return { argument, unless: false, words: `${argument} is set` };
}

/** Why AWS would refuse to delete a resource, in words. */
export function protectionOf({ type, body }: TerraformResource): string | undefined {
  const known = protections[type];
  if (!known) return undefined;
  const set = body[known.argument] === true;
  return set === known.unless ? undefined : known.words;
}
