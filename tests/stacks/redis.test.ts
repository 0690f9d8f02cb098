import type { JsonObject } from '../../schemas/primitives/artifact';
import { only, output, refused, renderInNetwork, statements, usedByPod } from '../support/data-stores';
import { resources } from '../support/render';

function redis(input: JsonObject = {}) {
  return renderInNetwork({ redis: { cache: input } });
}

describe('redis', () => {
  test('is encrypted at rest and in transit, has a password, and fails over to another zone', async () => {
    const rendered = await redis();
    expect(rendered.findings).toEqual([]);
    expect(only(rendered, 'aws_elasticache_replication_group')).toMatchObject({
      replication_group_id: 'acme-test-cache',
      engine: 'redis',
      engine_version: '7.1',
      num_cache_clusters: 2,
      automatic_failover_enabled: true,
      multi_az_enabled: true,
      at_rest_encryption_enabled: 'true',
      kms_key_id: '${data.terraform_remote_state.foundation.outputs.cache_key_arn}',
      transit_encryption_enabled: true,
      transit_encryption_mode: 'required',
      user_group_ids: ['${aws_elasticache_user_group.cache_users.user_group_id}'],
      snapshot_retention_limit: 7,
      final_snapshot_identifier: 'acme-test-cache-final',
      lifecycle: { prevent_destroy: true },
    });
    expect(only(rendered, 'aws_elasticache_parameter_group')).toMatchObject({ family: 'redis7' });
  });

  test('three nodes stand in the three zones that are stated, the primary in the first', async () => {
    const zones = {
      'us-east-1a': { private: '10.0.11.0/24' },
      'us-east-1b': { private: '10.0.12.0/24' },
      'us-east-1c': { private: '10.0.13.0/24' },
    };
    const rendered = await renderInNetwork({
      network: { main: { cidr: '10.0.0.0/16', zones, natGateways: 'none' } },
      redis: { cache: { nodeType: 'cache.r6g.large', nodes: 3, zones: Object.keys(zones) } },
    });
    expect(rendered.findings).toEqual([]);
    expect(only(rendered, 'aws_elasticache_replication_group')).toMatchObject({
      node_type: 'cache.r6g.large',
      num_cache_clusters: 3,
      preferred_cache_cluster_azs: ['us-east-1a', 'us-east-1b', 'us-east-1c'],
    });
  });

  test('one node without password and snapshots is still encrypted', async () => {
    const rendered = await redis({
      nodes: 1,
      authentication: false,
      snapshotRetentionDays: 0,
      nodeType: 'cache.t4g.medium',
    });
    const group = only(rendered, 'aws_elasticache_replication_group');
    expect(group).toMatchObject({
      node_type: 'cache.t4g.medium',
      num_cache_clusters: 1,
      automatic_failover_enabled: false,
      multi_az_enabled: false,
      snapshot_retention_limit: 0,
      transit_encryption_enabled: true,
      at_rest_encryption_enabled: 'true',
    });
    expect(group).not.toHaveProperty('user_group_ids');
    expect(group).not.toHaveProperty('snapshot_window');
    for (const type of ['aws_secretsmanager_secret', 'aws_elasticache_user_group', 'aws_cloudformation_stack'])
      expect(resources(rendered, type)).toEqual({});
  });

  test('shards make it cluster mode, with an endpoint that knows them all and none for reading', async () => {
    const rendered = await redis({ engine: 'valkey', shards: 3, nodes: 2 });
    const group = only(rendered, 'aws_elasticache_replication_group');
    expect(group).toMatchObject({
      cluster_mode: 'enabled',
      num_node_groups: 3,
      replicas_per_node_group: 1,
      engine_version: '8.1',
    });
    expect(group).not.toHaveProperty('num_cache_clusters');
    expect(only(rendered, 'aws_elasticache_parameter_group')).toMatchObject({
      family: 'valkey8',
      parameter: [{ name: 'cluster-enabled', value: 'yes' }],
    });
    expect(output(rendered, 'data', 'cache_endpoint')).toBe(
      '${aws_elasticache_replication_group.cache.configuration_endpoint_address}',
    );
    expect(output(rendered, 'data', 'cache_reader_endpoint')).toBeUndefined();
  });

  test('passwords are random, ephemeral and written once for each version', async () => {
    const rendered = await redis({ passwordVersion: 2 });
    expect(rendered.files['workspaces/acme-test-data/cache.tf.json']?.['ephemeral']).toEqual({
      aws_secretsmanager_random_password: {
        cache_reader: { password_length: 48, exclude_punctuation: true, require_each_included_type: true },
        cache_writer: { password_length: 48, exclude_punctuation: true, require_each_included_type: true },
      },
    });
    const version = only(rendered, 'aws_secretsmanager_secret_version');
    expect(version).toMatchObject({ secret_string_wo_version: 2 });
    expect(version).not.toHaveProperty('secret_string');
    expect(version['secret_string_wo']).toBe(
      '${jsonencode({ "username" = "default", "password" = ephemeral.aws_secretsmanager_random_password.cache_writer.random_password, "read_username" = "reader", "read_password" = ephemeral.aws_secretsmanager_random_password.cache_reader.random_password })}',
    );
  });

  test('its users get their passwords from Secrets Manager: no resource of Terraform holds one', async () => {
    const rendered = await redis();
    expect(resources(rendered, 'aws_elasticache_user')).toEqual({});
    const stack = only(rendered, 'aws_cloudformation_stack');
    const template = JSON.parse(stack['template_body'] as string) as {
      Resources: Record<string, { Properties: JsonObject }>;
    };
    const version = '${aws_secretsmanager_secret_version.cache_users.version_id}';
    expect(template.Resources['Writer']?.Properties).toEqual({
      Engine: 'redis',
      UserId: 'acme-test-cache-write',
      UserName: 'default',
      AccessString: 'on ~* &* +@all',
      AuthenticationMode: {
        Type: 'password',
        Passwords: [`{{resolve:secretsmanager:acme/test/cache:SecretString:password::${version}}}`],
      },
    });
    expect(template.Resources['Reader']?.Properties).toMatchObject({
      UserName: 'reader',
      AccessString: 'on ~* &* -@all +@read +@connection +info',
    });
    expect(only(rendered, 'aws_elasticache_user_group')).toMatchObject({
      user_group_id: 'acme-test-cache',
      user_ids: ['acme-test-cache-write', 'acme-test-cache-read'],
      depends_on: ['aws_cloudformation_stack.cache_users'],
    });
  });

  test('logs of the engine and of slow commands are encrypted and kept for a stated time', async () => {
    const groups = resources(await redis({ logRetentionDays: 30 }), 'aws_cloudwatch_log_group');
    expect(groups).toMatchObject({
      cache_engine_log: { name: '/aws/elasticache/acme-test-cache/engine-log', retention_in_days: 30 },
      cache_slow_log: { name: '/aws/elasticache/acme-test-cache/slow-log', retention_in_days: 30 },
    });
    for (const group of Object.values(groups)) expect(group).toHaveProperty('kms_key_id');
  });

  test('its security group opens nothing of its own', async () => {
    const rendered = await redis();
    expect(only(rendered, 'aws_security_group')).toMatchObject({ name: 'acme-test-cache' });
    expect(resources(rendered, 'aws_vpc_security_group_ingress_rule')).toEqual({});
    expect(resources(rendered, 'aws_vpc_security_group_egress_rule')).toEqual({});
  });

  test('a workload that uses it reaches its port, from its own security group alone', async () => {
    const rendered = await usedByPod(
      { redis: { cache: { authentication: false } } },
      { cache: 'write' },
      { cache: { endpoint: 'cache.example', readerEndpoint: 'cache-ro.example' } },
    );
    expect(rendered.findings).toEqual([]);
    expect(resources(rendered, 'aws_vpc_security_group_ingress_rule')['apps_to_cache_redis']).toMatchObject({
      from_port: 6379,
      to_port: 6379,
      security_group_id: '${data.terraform_remote_state.foundation.outputs.cache_security_group_id}',
      referenced_security_group_id: '${data.terraform_remote_state.foundation.outputs.apps_security_group_id}',
    });
  });

  test('only the log service may use its key beside the account', async () => {
    const principals = statements(await redis(), 'cache').map(
      (statement) => (statement['principals'] as JsonObject[])[0]?.['identifiers'],
    );
    expect(principals).toEqual([['arn:aws:iam::111122223333:root'], ['logs.us-east-1.amazonaws.com']]);
  });

  test.each<[string, JsonObject, string]>([
    ['a version of the other engine', { engine: 'redis', engineVersion: '8.0' }, 'version-of-engine at /engineVersion'],
    ['a node type of an early generation', { nodeType: 'cache.m1.small' }, 'withdrawn-node-type at /nodeType'],
    ['a node type that there is not', { nodeType: 'cache.t4.micro' }, 'unknown-node-type at /nodeType'],
    ['nodes that keep data on disks', { nodeType: 'cache.r6gd.xlarge' }, 'tiered-nodes at /nodeType'],
    ['more than 500 nodes of all shards', { shards: 126, nodes: 4 }, 'too-many-nodes at /shards'],
    ['fewer zones than nodes', { nodes: 2, zones: ['us-east-1a'] }, 'zone-for-each-node at /zones'],
    ['zones of shards', { shards: 2, nodes: 2, zones: ['us-east-1a', 'us-east-1b'] }, 'zones-of-shards at /zones'],
    ['a zone that the network lacks', { nodes: 1, zones: ['us-east-1f'] }, 'zone-outside-network at /zones/0'],
    [
      'a fail-over within one zone',
      { nodes: 2, zones: ['us-east-1a', 'us-east-1a'] },
      'one-zone-for-all-nodes at /zones',
    ],
    ['a window of half an hour', { snapshotWindow: '03:00-03:30' }, 'windows at /snapshotWindow'],
    ['windows that overlap', { snapshotWindow: '05:30-06:30' }, 'windows at /maintenanceWindow'],
  ])('%s is refused', async (_, input, expected) => {
    expect(refused(await redis(input))).toEqual([`redis/${expected.replace(' at ', ' at /redis/cache')}`]);
  });

  test.each<[string, JsonObject]>([
    ['a version of its engine', { engine: 'valkey', engineVersion: '7.2' }],
    ['a newer one', { engine: 'valkey', engineVersion: '9.1' }],
    ['500 nodes of all shards', { shards: 125, nodes: 4 }],
    ['a zone for each node', { nodes: 2, zones: ['us-east-1a', 'us-east-1b'] }],
    ['one node in one zone', { nodes: 1, zones: ['us-east-1b'] }],
    ['windows of an hour that touch', { snapshotWindow: '04:00-05:00' }],
  ])('%s is taken', async (_, input) => {
    expect((await redis(input)).findings).toEqual([]);
  });

  test.each([['99.9'], [99], [7.1]])('version %j is refused with those that there are', async (engineVersion) => {
    const { findings } = await redis({ engineVersion });
    expect(findings.map(({ code, expected }) => [code, expected])).toEqual([
      ['unknown-value', 'one of `6.2`, `7.0`, `7.1`, `7.2`, `8.0`, `8.1`, `8.2`, `9.0` or `9.1`'],
    ]);
  });

  test('an entry of a secret that has its name is a collision', async () => {
    const rendered = await renderInNetwork({ redis: { cache: {} }, secret: { app: { entries: { cache: {} } } } });
    expect(rendered.findings.map(({ code }) => code)).toEqual(['colliding-names']);
  });
});
