/**
 * Versions of RDS for PostgreSQL that instances can be made with, by major version.
 * @see EngineVersion of cfn-lint 1.58.0 (MIT-0), made of the API of 2026-10, without the versions that it calls deprecated
 */
export const offeredPostgres: Readonly<Record<string, readonly number[]>> = {
  '12': [22],
  '13': [23],
  '14': [18, 19, 20, 21, 22, 23, 24],
  '15': [13, 14, 15, 16, 17, 18, 19],
  '16': [9, 10, 11, 12, 13, 14, 15],
  '17': [5, 6, 7, 8, 9, 10, 11],
  '18': [1, 2, 3, 4, 6],
};

/**
 * Versions to take in place of one that new clusters are not made with any more: the nearest later one, and the newest
 * of the same major version; `undefined` where it is offered, or newer than what is known here.
 */
export function insteadOf(
  version: string,
  offered: Readonly<Record<string, readonly number[]>>,
): { readonly nearest: string; readonly newest: string } | undefined {
  const [major, minor] = version.split('.').map(Number) as [number, number?];
  const majors = Object.keys(offered).map(Number);
  const taken = Math.max(major, Math.min(...majors));
  const minors = offered[String(taken)] ?? [];
  const later = taken === major ? minors.filter((each) => each >= (minor ?? 0)) : minors;
  const [nearest] = later;
  if (nearest === undefined || (taken === major && nearest === minor)) return undefined;
  return { nearest: `${taken}.${nearest}`, newest: `${taken}.${later[later.length - 1] ?? nearest}` };
}

/**
 * Instance classes of early generations, which no version from 13 on runs on.
 * @see https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/Concepts.DBInstanceClass.Support.html
 */
export const withdrawnInstanceClasses = /^db\.(t[12]|m[1-4]|cr1|r3|r4|x1e?)\./;

/** Names that PostgreSQL or Amazon RDS keep for themselves: neither a master user nor a database has one. */
export const reservedPostgresNames: ReadonlySet<string> = new Set([
  'admin',
  'all',
  'analyze',
  'authorization',
  'current_user',
  'database',
  'default',
  'grant',
  'none',
  'public',
  'rds_ad',
  'rds_iam',
  'rds_password',
  'rds_replication',
  'rds_superuser',
  'rdsadmin',
  'rdsrepladmin',
  'rdstopmgr',
  'select',
  'session_user',
  'table',
  'template0',
  'template1',
  'user',
]);
