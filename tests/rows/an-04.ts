import { eachSize, foundation, subnetsOf } from './accunode';
import type { Row } from './row';
import { pick, text } from './values';

export const an04: Row = {
  id: 'AN-04',
  title: 'ElastiCache for Redis, cache.t3.micro, small and medium, encrypted at rest and in transit',
  states: {
    'the cache is one node of Redis, a cache.t3.micro, small or medium, by size': (output) => {
      eachSize(({ name, cache }, workspace) => {
        const found = Object.values(output.resources(workspace('data'), 'aws_elasticache_replication_group'));
        expect(
          found.map((each) =>
            pick(each, ['replication_group_id', 'engine', 'node_type', 'num_cache_clusters', 'port']),
          ),
        ).toEqual([
          {
            replication_group_id: `accunode-${name}-cache`,
            engine: 'redis',
            node_type: cache,
            num_cache_clusters: 1,
            port: 6379,
          },
        ]);
      });
    },
    'it is encrypted at rest with a key of its own, and speaks TLS alone': (output) => {
      eachSize((_, workspace) => {
        const cache = output.resource(workspace('data'), 'aws_elasticache_replication_group', 'cache');
        expect(
          pick(cache, [
            'at_rest_encryption_enabled',
            'kms_key_id',
            'transit_encryption_enabled',
            'transit_encryption_mode',
          ]),
        ).toEqual({
          at_rest_encryption_enabled: 'true',
          kms_key_id: foundation('cache_key_arn'),
          transit_encryption_enabled: true,
          transit_encryption_mode: 'required',
        });
      });
    },
    'clients sign in with a password that only Secrets Manager knows': (output) => {
      eachSize(({ name }, workspace) => {
        const cache = output.resource(workspace('data'), 'aws_elasticache_replication_group', 'cache');
        expect(cache['user_group_ids']).toEqual(['${aws_elasticache_user_group.cache_users.user_group_id}']);
        const users = output.resource(workspace('data'), 'aws_elasticache_user_group', 'cache_users')['user_ids'];
        expect(users).toEqual([`accunode-${name}-cache-write`, `accunode-${name}-cache-read`]);
        const version = output.resource(workspace('data'), 'aws_secretsmanager_secret_version', 'cache_users');
        expect(text(version['secret_string_wo']).replaceAll(/ephemeral\.[a-z_.]+/g, '<random>')).toBe(
          '${jsonencode({ "username" = "default", "password" = <random>, "read_username" = "reader", "read_password" = <random> })}',
        );
      });
    },
    'it stands in a subnet group of the subnets for data, in both zones': (output) => {
      eachSize((_, workspace) => {
        const cache = output.resource(workspace('data'), 'aws_elasticache_replication_group', 'cache');
        expect(cache['subnet_group_name']).toBe('${aws_elasticache_subnet_group.cache.name}');
        const group = output.resource(workspace('data'), 'aws_elasticache_subnet_group', 'cache');
        expect(group['subnet_ids']).toEqual(subnetsOf('data'));
      });
    },
    'a daily snapshot is kept for 7 days, and one more when it goes': (output) => {
      eachSize(({ name }, workspace) => {
        const cache = output.resource(workspace('data'), 'aws_elasticache_replication_group', 'cache');
        expect(pick(cache, ['snapshot_retention_limit', 'final_snapshot_identifier'])).toEqual({
          snapshot_retention_limit: 7,
          final_snapshot_identifier: `accunode-${name}-cache-final`,
        });
      });
    },
  },
};
