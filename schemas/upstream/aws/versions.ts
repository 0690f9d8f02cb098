import { offeredAuroraPostgres } from './aurora-postgres';
import { eksVersions } from './eks';
import { elastiCacheVersions } from './elasticache';
import { offeredPostgres } from './postgres';

/** Minor versions by major version. */
export type Versions = Readonly<Record<string, readonly number[]>>;

/** Versions of one engine, and how many may have come out since the table of them was made. */
export interface KnownVersions {
  readonly versions: Versions;
  readonly majorsAhead: number;
  readonly minorsAhead: number;
}

function byMajor(versions: Readonly<Record<string, unknown>>): Versions {
  const found: Record<string, number[]> = {};
  for (const version of Object.keys(versions)) {
    const [major = '', minor] = version.split('.');
    (found[major] ??= []).push(Number(minor));
  }
  return found;
}

/** PostgreSQL has a major version a year, and four minor releases: those of two years. */
const ofPostgres = { majorsAhead: 1, minorsAhead: 8 };

/** What is known of each engine, by the name that Terraform has for it; Kubernetes by `eks`. */
export const knownVersions = {
  postgres: { versions: offeredPostgres, ...ofPostgres },
  'aurora-postgresql': { versions: offeredAuroraPostgres, ...ofPostgres },
  // Three minor versions a year.
  eks: { versions: byMajor(eksVersions), majorsAhead: 0, minorsAhead: 3 },
  // AWS goes on with Valkey.
  redis: { versions: byMajor(elastiCacheVersions.redis), majorsAhead: 0, minorsAhead: 0 },
  valkey: { versions: byMajor(elastiCacheVersions.valkey), majorsAhead: 1, minorsAhead: 3 },
} satisfies Readonly<Record<string, KnownVersions>>;

/**
 * How a version stands to the newest that are known: `newer` where it may have come out since, `beyond` where it can't
 * have. What is older than all that is known counts as known.
 */
export function ageOf(version: string, known: KnownVersions): 'known' | 'newer' | 'beyond' {
  const { versions, majorsAhead, minorsAhead } = known;
  const [major, minor = 0] = version.split('.').map(Number) as [number, number?];
  const newestMajor = Math.max(...Object.keys(versions).map(Number));
  const newestMinor = versions[String(major)]?.at(-1);
  if (newestMinor === undefined && major <= newestMajor) return 'known';
  const ahead = newestMinor === undefined ? minor : minor - newestMinor;
  if (major > newestMajor + majorsAhead || ahead > minorsAhead) return 'beyond';
  return newestMinor === undefined || ahead > 0 ? 'newer' : 'known';
}

/** Newest version of the same major version, or of all where that is not known. */
export function newestOf(version: string, { versions }: KnownVersions): string {
  const [major = ''] = version.split('.');
  const known = versions[major] ? major : String(Math.max(...Object.keys(versions).map(Number)));
  return `${known}.${versions[known]?.at(-1) ?? 0}`;
}
