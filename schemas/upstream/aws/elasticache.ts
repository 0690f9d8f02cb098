/**
 * Engine versions of ElastiCache replication groups that role-based access control works with, with the family of their
 * parameter groups.
 * @see https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/engine-versions.html
 */
export const elastiCacheVersions: Readonly<Record<'redis' | 'valkey', Readonly<Record<string, string>>>> = {
  redis: { '6.2': 'redis6.x', '7.0': 'redis7', '7.1': 'redis7' },
  valkey: {
    '7.2': 'valkey7',
    '8.0': 'valkey8',
    '8.1': 'valkey8',
    '8.2': 'valkey8',
    '9.0': 'valkey9',
    '9.1': 'valkey9',
  },
};

/** Versions that are taken where none is stated; they stay as they are, so that no cluster is upgraded by Slipway’s own. */
export const usualCacheVersions: Readonly<Record<'redis' | 'valkey', string>> = { redis: '7.1', valkey: '8.1' };

/**
 * Node types that can neither fail over by themselves in cluster mode nor be encrypted, or that AWS has withdrawn.
 * @see https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/CacheNodes.SupportedTypes.html
 */
export const withdrawnCacheNodes = /^cache\.(t1|m1|m2|m3|c1|r3)\./;
