import { inside } from '../schemas/graph/place';
import type { TerraformGraph, TerraformResource } from '../schemas/graph/terraform';
import { ageOf, knownVersions, newestOf, type KnownVersions } from '../schemas/upstream/aws/versions';
import { defineRule } from './rule';

interface Holder {
  /** Argument with the version. */
  readonly argument: string;
  /** Engines of the type whose versions are known; empty where it has one engine alone, and no argument for it. */
  readonly engines: Readonly<Record<string, KnownVersions | undefined>>;
  readonly sole?: KnownVersions;
}

const { eks, postgres, redis, valkey } = knownVersions;

const holders: Readonly<Record<string, Holder | undefined>> = {
  aws_db_instance: { argument: 'engine_version', engines: { postgres } },
  aws_eks_cluster: { argument: 'version', engines: {}, sole: eks },
  aws_elasticache_replication_group: { argument: 'engine_version', engines: { redis, valkey } },
  aws_rds_cluster: {
    argument: 'engine_version',
    engines: { 'aurora-postgresql': knownVersions['aurora-postgresql'] },
  },
};

/** Versions of databases, caches and Kubernetes are known, or may have come out since the tables of them were made. */
export const rule = defineRule<TerraformResource>({
  id: 'unknown-engine-version',
  severity: 'warning',
  subjects: ({ terraform }) => Object.keys(holders).flatMap((type) => terraform.ofType(type)),
  judge: (resource, { terraform }) => {
    const stated = versionOf(resource, terraform);
    if (!stated) return [];
    const { argument, version, known } = stated;
    const age = ageOf(version, known);
    if (age === 'known') return [];
    return [
      {
        place: inside(resource.place, argument),
        subject: resource.address,
        severity: age === 'beyond' ? 'error' : 'warning',
        message: `the newest version that is known is ${newestOf(version, known)}, and it is to have ${version}`,
        fix:
          age === 'beyond'
            ? 'Name a version that there is.'
            : 'Correct the version, if it is not newer than the table of them.',
      },
    ];
  },
});

function versionOf(
  { type, body, workspace }: TerraformResource,
  terraform: TerraformGraph,
): { readonly argument: string; readonly version: string; readonly known: KnownVersions } | undefined {
  const holder = holders[type];
  if (!holder) return undefined;
  const { argument, engines, sole } = holder;
  const version = terraform.literal(body[argument], workspace);
  const known = sole ?? engines[terraform.literal(body['engine'], workspace) ?? ''];
  return version !== undefined && known && /^[0-9]+(\.[0-9]+)?/.test(version)
    ? { argument, version, known }
    : undefined;
}
