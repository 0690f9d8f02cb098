import type { TerraformResource } from '../../schemas/graph/terraform';

interface Protection {
  readonly argument: string;
  /** It protects unless the argument has this value. */
  readonly unless: boolean;
  readonly words: string;
  readonly fix: string;
}

/** What AWS refuses to delete, by the argument that says so. */
const protections: Readonly<Record<string, Protection>> = {
  aws_db_instance: protection('deletion_protection'),
  aws_docdb_cluster: protection('deletion_protection'),
  aws_dynamodb_table: protection('deletion_protection_enabled'),
  aws_neptune_cluster: protection('deletion_protection'),
  aws_rds_cluster: protection('deletion_protection'),
  aws_ecr_repository: {
    argument: 'force_delete',
    unless: true,
    words: 'AWS deletes no repository that holds images',
    fix: 'delete all images in it first; to describe it with protect: false deletes none',
  },
  aws_s3_bucket: {
    argument: 'force_destroy',
    unless: true,
    words: 'AWS deletes no bucket that holds objects',
    fix: 'empty it first, with all versions of all objects; to describe it with protect: false empties nothing',
  },
};

function protection(argument: string): Protection {
  return {
    argument,
    unless: false,
    words: `${argument} is set`,
    fix: 'lift it first: describe the component without the protection, and apply that',
  };
}

/** Why AWS would refuse to delete a resource, in words, and what to do first. */
export function protectionOf({ type, body }: TerraformResource): Pick<Protection, 'words' | 'fix'> | undefined {
  const known = protections[type];
  if (!known) return undefined;
  return (body[known.argument] === true) === known.unless ? undefined : known;
}
