import type { JsonObject } from '../../schemas/primitives/artifact';
import { eachSize, foundation, groups, layers, sizes, statementsOf, subnetsOf } from './accunode';
import type { OutputTree } from './output-tree';
import type { Row } from './row';
import { at, list, pick } from './values';

const workspaces = ['shared', ...Object.keys(sizes)].flatMap((environment) =>
  layers.map((layer) => `accunode-${environment}-${layer}`),
);
/** Buckets of logs, by the environment that they are in and their name there. */
const buckets = [['shared', 'trail_files'], ...Object.keys(sizes).map((size) => [size, 'logs'])] as [string, string][];
/** Types that hold data, or a record of what was done, and how many of each the output has. */
const holding: Readonly<Record<string, number>> = {
  aws_db_instance: 3,
  aws_elasticache_replication_group: 3,
  aws_s3_bucket: 4,
  aws_ssm_parameter: 12,
  aws_secretsmanager_secret: 3,
  aws_ecr_repository: 2,
  aws_cloudtrail: 1,
};

/** ALL-03 of AccuNode. */
export const all03OfAccunode: Row['states'] = {
  'AccuNode: databases and caches are encrypted at rest with keys of their own, and take connections by TLS alone': (
    output,
  ) => {
    eachSize((_, workspace) => {
      const database = output.resource(workspace('data'), 'aws_db_instance', 'db');
      expect(pick(database, ['storage_encrypted', 'kms_key_id'])).toEqual({
        storage_encrypted: true,
        kms_key_id: foundation('db_key_arn'),
      });
      const parameters = list(output.resource(workspace('data'), 'aws_db_parameter_group', 'db')['parameter']);
      const forced = output.seek(() => parameters.find((each) => at(each, 'name') === 'rds.force_ssl'));
      expect(at(forced, 'value')).toBe('1');
      const cache = output.resource(workspace('data'), 'aws_elasticache_replication_group', 'cache');
      expect(pick(cache, cacheFields)).toEqual({
        at_rest_encryption_enabled: 'true',
        kms_key_id: foundation('cache_key_arn'),
        transit_encryption_enabled: true,
        transit_encryption_mode: 'required',
      });
    });
  },
  'AccuNode: every bucket is encrypted, closed to the public, owned by its account, and refuses requests without TLS': (
    output,
  ) => {
    expect(workspaces.flatMap((workspace) => Object.keys(output.resources(workspace, 'aws_s3_bucket')))).toHaveLength(
      buckets.length,
    );
    for (const bucket of buckets) {
      const own = (type: string): JsonObject => output.resource(`accunode-${bucket[0]}-data`, type, bucket[1]);
      const encryption = at(own('aws_s3_bucket_server_side_encryption_configuration'), 'rule', 0);
      expect(at(encryption, 'apply_server_side_encryption_by_default', 'sse_algorithm')).toBe('AES256');
      expect(own('aws_s3_bucket_public_access_block')).toEqual({
        bucket: `\${aws_s3_bucket.${bucket[1]}.id}`,
        block_public_acls: true,
        block_public_policy: true,
        ignore_public_acls: true,
        restrict_public_buckets: true,
      });
      expect(at(own('aws_s3_bucket_ownership_controls'), 'rule', 'object_ownership')).toBe('BucketOwnerEnforced');
      expect(refusal(output, bucket)).toMatchObject({
        effect: 'Deny',
        condition: [{ test: 'Bool', variable: 'aws:SecureTransport', values: ['false'] }],
        principals: [{ identifiers: ['*'] }],
      });
    }
  },
  'AccuNode: disks of instances are encrypted with a key of their own': (output) => {
    eachSize((_, workspace) => {
      for (const group of groups) {
        const disks = list(
          output.resource(workspace('platform'), 'aws_launch_template', group)['block_device_mappings'],
        );
        expect(disks.map((disk) => pick(at(disk, 'ebs'), ['encrypted', 'kms_key_id']))).toEqual([
          { encrypted: 'true', kms_key_id: foundation(`${group.replace(/_.*/, '')}_key_arn`) },
        ]);
      }
    });
  },
  'AccuNode: users reach the load balancer by TLS 1.2 or newer alone': (output) => {
    eachSize((_, workspace) => {
      const listeners = output.resources(workspace('platform'), 'aws_lb_listener');
      expect(Object.values(listeners).map((each) => pick(each, ['port', 'protocol', 'ssl_policy']))).toEqual([
        { port: 443, protocol: 'HTTPS', ssl_policy: 'ELBSecurityPolicy-TLS13-1-2-2021-06' },
        { port: 80, protocol: 'HTTP', ssl_policy: undefined },
      ]);
      expect(at(listeners['alb_http'], 'default_action', 0, 'type')).toBe('redirect');
    });
  },
  'AccuNode: databases and caches stand in subnets without a way out, and have no public address': (output) => {
    eachSize((_, workspace) => {
      const database = output.resource(workspace('data'), 'aws_db_instance', 'db');
      expect(database['publicly_accessible']).toBe(false);
      const subnets = [
        output.resource(workspace('data'), 'aws_db_subnet_group', 'db')['subnet_ids'],
        output.resource(workspace('data'), 'aws_elasticache_subnet_group', 'cache')['subnet_ids'],
      ];
      expect(subnets).toEqual([subnetsOf('data'), subnetsOf('data')]);
    });
  },
  'AccuNode: every log group keeps its lines for 30 days, encrypted with a key': (output) => {
    const found = workspaces.flatMap((workspace) =>
      Object.values(output.resources(workspace, 'aws_cloudwatch_log_group')),
    );
    // Eleven of each size, and that of the audit trail.
    expect(found).toHaveLength(34);
    for (const group of found) {
      expect(group['retention_in_days']).toBe(30);
      expect(group['kms_key_id']).toMatch(
        /^\$\{(aws_kms_key\.\w+\.arn|data\.terraform_remote_state\.foundation\.outputs\.\w+_key_arn)\}$/,
      );
    }
  },
  'AccuNode: what holds data, or a record of what was done, is never destroyed by Terraform': (output) => {
    for (const [type, count] of Object.entries(holding)) {
      const found = workspaces.flatMap((workspace) => Object.values(output.resources(workspace, type)));
      expect([type, ...found.map((block) => at(block, 'lifecycle', 'prevent_destroy'))]).toEqual([
        type,
        ...Array.from({ length: count }, () => true),
      ]);
    }
  },
  'AccuNode: AWS refuses to delete databases and load balancers, and the last state of database and cache is kept': (
    output,
  ) => {
    eachSize(({ name }, workspace) => {
      const database = output.resource(workspace('data'), 'aws_db_instance', 'db');
      expect(pick(database, ['deletion_protection', 'skip_final_snapshot', 'final_snapshot_identifier'])).toEqual({
        deletion_protection: true,
        skip_final_snapshot: false,
        final_snapshot_identifier: `accunode-${name}-db-final`,
      });
      expect(output.resource(workspace('platform'), 'aws_lb', 'alb')['enable_deletion_protection']).toBe(true);
      const cache = output.resource(workspace('data'), 'aws_elasticache_replication_group', 'cache');
      expect(cache['final_snapshot_identifier']).toBe(`accunode-${name}-cache-final`);
    });
  },
};

const cacheFields = [
  'at_rest_encryption_enabled',
  'kms_key_id',
  'transit_encryption_enabled',
  'transit_encryption_mode',
];

/** The statement of a bucket's policy that refuses what comes without TLS. */
function refusal(output: OutputTree, [environment, name]: [string, string]): JsonObject | undefined {
  const statements = statementsOf(output, `accunode-${environment}-platform`, name);
  return output.seek(() => statements.find((each) => each['sid'] === 'TlsOnly'));
}
