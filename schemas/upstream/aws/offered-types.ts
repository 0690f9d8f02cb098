import { nearest } from '../../primitives/nearest';
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

/** Why a type is not among those that are offered. */
export interface TypeFault {
  /** `false`: it may be newer than the table. */
  readonly certain: boolean;
  readonly found: string;
}

/**
 * What is wrong with a type; nothing where it is offered.
 *
 * AWS adds families, and sizes of families, in the newest generations alone: of them what is well-formed may be newer than
 * the table. A `t3.4xlarge` there will never be.
 */
export function typeFault(type: string, offered: OfferedTypes): TypeFault | undefined {
  const { service, prefix } = offered;
  const [family = '', size = ''] = type.slice(prefix.length).split('.');
  const known = sizesByFamily(offered).get(family);
  if (known?.includes(size)) return undefined;
  const near = nearest(type, namesLike(family, offered));
  const meant = near === undefined ? '' : `; the nearest is ${near}`;
  if (mayBeNew(family) && wellFormedSize.test(size))
    return { certain: false, found: `${service} had no ${type} on ${offered.on}${meant}` };
  const sizes = known ? `; ${family} comes as ${known.join(', ')}` : '';
  return { certain: true, found: `${service} has no ${type}${sizes}${meant}` };
}

const wellFormedSize = /^(nano|micro|small|medium|large|([1-9][0-9]{0,2})?xlarge|metal(-[1-9][0-9]{0,2}xl)?)$/;

const expanded = new Map<OfferedTypes, ReadonlyMap<string, readonly string[]>>();

function sizesByFamily(offered: OfferedTypes): ReadonlyMap<string, readonly string[]> {
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

/** Types of the families that begin as this one does, `m7g` as `m7`; all where none does. */
function namesLike(family: string, offered: OfferedTypes): string[] {
  const all = Array.from(sizesByFamily(offered));
  const same = all.filter(([name]) => name === family);
  const longer = all.filter(([name]) => name.startsWith(family));
  const sought = [same, longer].find((found) => found.length > 0) ?? all;
  return sought.flatMap(([name, sizes]) => sizes.map((size) => `${offered.prefix}${name}.${size}`));
}

/** Letters before the generation, and the generation: `m` and 7 of `m7gd`. */
function parsed(family: string): { readonly series: string; readonly generation: number } | undefined {
  const [, series = '', digits = ''] = /^([a-z]+)([1-9][0-9]?)[a-z]*(-[a-z0-9]+)?$/.exec(family) ?? [];
  return series === '' ? undefined : { series, generation: Number(digits) };
}

let newest: ReadonlyMap<string, number> | undefined;

/** Newest generation of each series of EC2, which what other services offer is made of. */
function newestGenerations(): ReadonlyMap<string, number> {
  if (newest) return newest;
  const found = new Map<string, number>();
  for (const family of sizesByFamily(ec2Types).keys()) {
    const { series, generation } = parsed(family) ?? { series: '', generation: 0 };
    found.set(series, Math.max(generation, found.get(series) ?? 0));
  }
  newest = found;
  return found;
}

/** Of the last two generations of its series, or one of the next; of a series that is not known, one of today’s. */
function mayBeNew(family: string): boolean {
  const name = parsed(family);
  if (!name) return family.startsWith('mac-');
  const generations = newestGenerations();
  const latest = Math.max(...generations.values());
  const own = generations.get(name.series);
  const isNew = name.generation >= (own ?? latest - 1) - 1 && name.generation <= (own ?? latest) + 2;
  return isNew || (own === undefined && nearest(family, sizesByFamily(ec2Types).keys()) === undefined);
}
