import { inside } from '../schemas/graph/place';
import type { TerraformResource } from '../schemas/graph/terraform';
import { offeredAuroraPostgres } from '../schemas/upstream/aws/aurora-postgres';
import { ageOf, newestOf, offeredPostgres } from '../schemas/upstream/aws/postgres';
import { defineRule } from './rule';

/** Types whose engine has its own list of versions, by the engine that they name. */
const versions: Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, readonly number[]>>>>>> = {
  aws_db_instance: { postgres: offeredPostgres },
  aws_rds_cluster: { 'aurora-postgresql': offeredAuroraPostgres },
};

/** Versions of PostgreSQL are known, or may have come out since the table of them was made. */
export const rule = defineRule<TerraformResource>({
  id: 'unknown-engine-version',
  severity: 'warning',
  subjects: ({ terraform }) => Object.keys(versions).flatMap((type) => terraform.ofType(type)),
  judge: ({ type, body, place, workspace, address }, { terraform }) => {
    const version = terraform.literal(body['engine_version'], workspace);
    const offered = versions[type]?.[terraform.literal(body['engine'], workspace) ?? ''];
    const age = version === undefined || !offered ? 'known' : ageOf(version, offered);
    if (version === undefined || !offered || age === 'known') return [];
    return [
      {
        place: inside(place, 'engine_version'),
        subject: address,
        severity: age === 'beyond' ? 'error' : 'warning',
        message: `the newest version that is known is ${newestOf(version, offered)}, and it is to have ${version}`,
        fix: 'Correct the version, if it is not newer than the table of them.',
      },
    ];
  },
});
