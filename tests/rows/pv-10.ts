import { environments, inBoth, variableOf, zones } from './pingvas';
import type { Row } from './row';
import { at, list, pick, stateOf, text } from './values';

const shape = {
  dev: {
    node_type: 'cache.t4g.medium',
    num_cache_clusters: 1,
    automatic_failover_enabled: false,
    multi_az_enabled: false,
    snapshot_retention_limit: 0,
    port: 6379,
  },
  prod: {
    node_type: 'cache.r6g.large',
    num_cache_clusters: 3,
    automatic_failover_enabled: true,
    multi_az_enabled: true,
    snapshot_retention_limit: 7,
    port: 6379,
  },
};
/** Workloads that use it. */
const users = ['user-service', 'generation-service', 'gallery-service', 'generation-worker'];
const zonesOf = { dev: ['us-east-1a'], prod: zones };

export const pv10: Row = {
  id: 'PV-10',
  title: 'Redis: one small node for dev, three with failover, AUTH and backups for prod',
  states: {
    'dev has one cache.t4g.medium without backups; prod three cache.r6g.large with failover, its daily backups kept 7 days':
      (output) => {
        for (const environment of environments) {
          const redis = output.resource(`pingvas-${environment}-data`, 'aws_elasticache_replication_group', 'redis');
          expect(pick(redis, Object.keys(shape[environment]))).toEqual(shape[environment]);
        }
      },
    'prod is backed up at night': (output) => {
      const redis = output.resource('pingvas-prod-data', 'aws_elasticache_replication_group', 'redis');
      expect(redis['snapshot_window']).toBe('03:00-04:00');
    },
    'dev stands in us-east-1a, prod has a node in each of three zones': (output) => {
      for (const environment of environments) {
        const redis = output.resource(`pingvas-${environment}-data`, 'aws_elasticache_replication_group', 'redis');
        expect([...list(redis['preferred_cache_cluster_azs'])]).toEqual(zonesOf[environment]);
      }
    },
    'dev asks for no password': (output) => {
      const redis = output.resource('pingvas-dev-data', 'aws_elasticache_replication_group', 'redis');
      expect(Object.keys(redis)).not.toEqual(expect.arrayContaining(['auth_token']));
      expect(Object.keys(redis)).not.toEqual(expect.arrayContaining(['user_group_ids']));
      expect(output.resources('pingvas-dev-data', 'aws_elasticache_user_group')).toEqual({});
    },
    'prod lets in users with passwords alone': (output) => {
      const data = 'pingvas-prod-data';
      const redis = output.resource(data, 'aws_elasticache_replication_group', 'redis');
      expect([...list(redis['user_group_ids'])]).toEqual(['${aws_elasticache_user_group.redis_users.user_group_id}']);
      const group = output.resource(data, 'aws_elasticache_user_group', 'redis_users');
      expect([...list(group['user_ids'])]).toEqual(['pingvas-prod-redis-write', 'pingvas-prod-redis-read']);
      const template: unknown = JSON.parse(
        text(output.resource(data, 'aws_cloudformation_stack', 'redis_users')['template_body']),
      );
      expect(template).toMatchObject({
        Resources: { Writer: user('write', 'password'), Reader: user('read', 'read_password') },
      });
    },
    'the password is made by Secrets Manager, and services and workers of prod get it from there': (output) => {
      const secret = output.resource('pingvas-prod-data', 'aws_secretsmanager_secret', 'redis_users');
      expect(secret['name']).toBe('pingvas/prod/redis');
      for (const name of users) {
        const taken = output.manifest('ExternalSecret', `${name}-redis-write`, 'prod');
        expect(at(taken, 'spec', 'data')).toEqual(
          ['username', 'password'].map((key) => ({
            remoteRef: { key: 'pingvas/prod/redis', property: key },
            secretKey: key,
          })),
        );
      }
    },
    'workloads are told the primary and the replicas, over TLS, as database 0': (output) => {
      for (const name of users)
        for (const [environment, deployment] of inBoth(output, 'Deployment', name)) {
          const host = (role: string) => `${role}.pingvas-${environment}-redis.example.use1.cache.amazonaws.com`;
          const told = {
            REDIS_HOST: host('master'),
            REDIS_READER_HOST: host('replica'),
            REDIS_URL: `rediss://${host('master')}:6379/0`,
          };
          for (const [variable, value] of Object.entries(told))
            expect(variableOf(output, deployment, variable)).toEqual({ name: variable, value });
        }
    },
    'the scaler of the workers signs in with that password in prod, and with none in dev': (output) => {
      const trigger = (environment: string) =>
        at(output.manifest('ScaledObject', 'generation-worker', environment), 'spec', 'triggers', 0);
      expect(at(trigger('prod'), 'authenticationRef')).toEqual({ name: 'generation-worker' });
      expect(at(trigger('dev'), 'authenticationRef')).toBeUndefined();
      const authentication = output.manifest('TriggerAuthentication', 'generation-worker', 'prod');
      expect(at(authentication, 'spec', 'secretTargetRef')).toEqual([
        { key: 'password', name: 'generation-worker-redis-write', parameter: 'password' },
      ]);
    },
    'what travels and what is stored is encrypted in both': (output) => {
      for (const environment of environments) {
        const redis = output.resource(`pingvas-${environment}-data`, 'aws_elasticache_replication_group', 'redis');
        expect(
          pick(redis, [
            'transit_encryption_enabled',
            'transit_encryption_mode',
            'at_rest_encryption_enabled',
            'kms_key_id',
          ]),
        ).toEqual({
          transit_encryption_enabled: true,
          transit_encryption_mode: 'required',
          at_rest_encryption_enabled: 'true',
          kms_key_id: stateOf('foundation', 'redis_key_arn'),
        });
      }
    },
  },
};

function user(access: 'read' | 'write', key: string) {
  return {
    Properties: {
      UserId: `pingvas-prod-redis-${access}`,
      AuthenticationMode: {
        Type: 'password',
        Passwords: [
          `{{resolve:secretsmanager:pingvas/prod/redis:SecretString:${key}::\${aws_secretsmanager_secret_version.redis_users.version_id}}}`,
        ],
      },
    },
  };
}
