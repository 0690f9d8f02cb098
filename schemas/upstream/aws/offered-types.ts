import { instanceFamilies, instanceFamiliesOn } from './instance-families';

/** Types of instances or nodes that a service offers. */
export interface OfferedTypes {
  /** Service, as it is named to users. */
  readonly service: string;
  /** Day that the table is of. */
  readonly on: string;
  /** What stands before the family in the names of its types: `db.`. */
  readonly prefix: string;
  /** Sizes by families, of both several apart by blanks. */
  readonly families: Readonly<Record<string, string>>;
}

/** Instance types of EC2. */
export const ec2Types: OfferedTypes = {
  service: 'EC2',
  on: instanceFamiliesOn,
  prefix: '',
  families: instanceFamilies,
};

/**
 * Classes of RDS for PostgreSQL that versions from 13 on run on.
 * @see DBInstanceClass of cfn-lint 1.58.0 (MIT-0), made of the price list of 2026-10
 */
export const postgresClasses: OfferedTypes = {
  service: 'RDS for PostgreSQL',
  on: '2026-10-20',
  prefix: 'db.',
  families: {
    'm5 m5d r5 r5b r5d': 'large xlarge 2xlarge 4xlarge 8xlarge 12xlarge 16xlarge 24xlarge',
    'm6g m6gd m7g r6g r6gd r7g x2g': 'large xlarge 2xlarge 4xlarge 8xlarge 12xlarge 16xlarge',
    'm6i m6id m6idn m6in r6i r6id r6idn r6in':
      'large xlarge 2xlarge 4xlarge 8xlarge 12xlarge 16xlarge 24xlarge 32xlarge',
    'm7i m8a m8g m8gd m9g r7i r8a r8g r8gd': 'large xlarge 2xlarge 4xlarge 8xlarge 12xlarge 16xlarge 24xlarge 48xlarge',
    't3 t4g': 'micro small medium large xlarge 2xlarge',
    x2idn: '16xlarge 24xlarge 32xlarge',
    x2iedn: 'xlarge 2xlarge 4xlarge 8xlarge 16xlarge 24xlarge 32xlarge',
  },
};

/**
 * Classes of Aurora PostgreSQL, but for `db.serverless`.
 * @see DBInstanceClass of cfn-lint 1.58.0 (MIT-0), made of the price list and the API of 2026-10
 */
export const auroraPostgresClasses: OfferedTypes = {
  service: 'Aurora PostgreSQL',
  on: '2026-10-20',
  prefix: 'db.',
  families: {
    r5: 'large xlarge 2xlarge 4xlarge 8xlarge 12xlarge 16xlarge 24xlarge',
    'r6g r7g x2g': 'large xlarge 2xlarge 4xlarge 8xlarge 12xlarge 16xlarge',
    r6gd: 'xlarge 2xlarge 4xlarge 8xlarge 12xlarge 16xlarge',
    r6i: 'large xlarge 2xlarge 4xlarge 8xlarge 12xlarge 16xlarge 24xlarge 32xlarge',
    r6id: '24xlarge 32xlarge',
    'r7i r8a r8g': 'large xlarge 2xlarge 4xlarge 8xlarge 12xlarge 16xlarge 24xlarge 48xlarge',
    r8gd: 'xlarge 2xlarge 4xlarge 8xlarge 12xlarge 16xlarge 24xlarge 48xlarge',
    't3 t4g': 'medium large',
  },
};

/**
 * Node types of ElastiCache for Redis and Valkey.
 * @see CacheNodeType of cfn-lint 1.58.0 (MIT-0), made of the price list of 2026-10
 */
export const cacheNodeTypes: OfferedTypes = {
  service: 'ElastiCache',
  on: '2026-10-20',
  prefix: 'cache.',
  families: {
    'c7gn c8gn m6g m7g m8g r6g r7g r8g': 'large xlarge 2xlarge 4xlarge 8xlarge 12xlarge 16xlarge',
    m4: 'large xlarge 2xlarge 4xlarge 10xlarge',
    'm5 r5': 'large xlarge 2xlarge 4xlarge 12xlarge 24xlarge',
    r4: 'large xlarge 2xlarge 4xlarge 8xlarge 16xlarge',
    r6gd: 'xlarge 2xlarge 4xlarge 8xlarge 12xlarge 16xlarge',
    't2 t3 t4g': 'micro small medium',
  },
};

const expanded = new Map<OfferedTypes, ReadonlyMap<string, readonly string[]>>();

/** Sizes of each family that a service offers, from small to large. */
export function sizesByFamily(offered: OfferedTypes): ReadonlyMap<string, readonly string[]> {
  const done = expanded.get(offered);
  if (done) return done;
  const made = new Map(
    Object.entries(offered.families).flatMap(([families, sizes]) =>
      families.split(' ').map((family) => [family, sizes.split(' ')] as const),
    ),
  );
  expanded.set(offered, made);
  return made;
}
