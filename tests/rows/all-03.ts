import type { JsonObject } from '../../schemas/primitives/artifact';
import { all03OfAccunode } from './all-03-accunode';
import type { OutputTree } from './output-tree';
import type { Row } from './row';
import { at, entries, list, text } from './values';

const environments = ['dev', 'prod', 'shared'];
const layers = ['foundation', 'data', 'platform'];
const workspaces = environments.flatMap((environment) => layers.map((layer) => `pingvas-${environment}-${layer}`));
/** Buckets, by the workspace of their data and their name there. */
const buckets = [
  ['pingvas-dev', 'images'],
  ['pingvas-prod', 'images'],
  ['pingvas-shared', 'models'],
  ['pingvas-shared', 'logs'],
] as const;
/** Types that hold data, and how many of each the output has. */
const holding: Readonly<Record<string, number>> = {
  aws_rds_cluster: 1,
  aws_elasticache_replication_group: 2,
  aws_efs_file_system: 1,
  aws_s3_bucket: 4,
  aws_backup_vault: 1,
};

export const all03: Row = {
  id: 'ALL-03',
  title: 'Encrypted at rest and in transit, nothing public, logs kept for a stated time, data protected from deletion',
  states: {
    'the database is encrypted at rest with a key of its own and refuses connections without TLS': (output) => {
      const aurora = output.resource('pingvas-shared-data', 'aws_rds_cluster', 'aurora');
      const key = '${data.terraform_remote_state.foundation.outputs.aurora_key_arn}';
      expect([aurora['storage_encrypted'], aurora['kms_key_id']]).toEqual([true, key]);
      const group = output.resource('pingvas-shared-data', 'aws_rds_cluster_parameter_group', 'aurora');
      const forced = output.seek(() => list(group['parameter']).find((each) => at(each, 'name') === 'rds.force_ssl'));
      expect(at(forced, 'value')).toBe('1');
    },
    'both Redis are encrypted at rest with keys of their own and speak TLS only': (output) => {
      for (const environment of ['dev', 'prod']) {
        const redis = output.resource(`pingvas-${environment}-data`, 'aws_elasticache_replication_group', 'redis');
        expect(redis['at_rest_encryption_enabled']).toBe('true');
        expect(redis['kms_key_id']).toBe('${data.terraform_remote_state.foundation.outputs.redis_key_arn}');
        expect([redis['transit_encryption_enabled'], redis['transit_encryption_mode']]).toEqual([true, 'required']);
      }
    },
    'the file system is encrypted with a key of its own, and clients without TLS are refused': (output) => {
      const files = output.resource('pingvas-shared-data', 'aws_efs_file_system', 'model_files');
      const key = '${data.terraform_remote_state.foundation.outputs.model_files_key_arn}';
      expect([files['encrypted'], files['kms_key_id']]).toEqual([true, key]);
      expect(refusal(output, 'pingvas-shared-data', 'model_files')).toMatchObject(withoutTls);
      const policy = output.resource('pingvas-shared-data', 'aws_efs_file_system_policy', 'model_files');
      expect(policy['policy']).toBe('${data.aws_iam_policy_document.model_files.json}');
    },
    'every bucket is encrypted, closed to the public, owned by its account, and refuses requests without TLS': (
      output,
    ) => {
      expect(countOf(output, 'aws_s3_bucket')).toBe(buckets.length);
      for (const [environment, name] of buckets) {
        const own = (type: string): JsonObject => output.resource(`${environment}-data`, type, name);
        const encryption = at(own('aws_s3_bucket_server_side_encryption_configuration'), 'rule', 0);
        expect(at(encryption, 'apply_server_side_encryption_by_default', 'sse_algorithm')).toBe('AES256');
        expect(own('aws_s3_bucket_public_access_block')).toEqual({
          bucket: `\${aws_s3_bucket.${name}.id}`,
          block_public_acls: true,
          block_public_policy: true,
          ignore_public_acls: true,
          restrict_public_buckets: true,
        });
        expect(at(own('aws_s3_bucket_ownership_controls'), 'rule', 'object_ownership')).toBe('BucketOwnerEnforced');
        expect(refusal(output, `${environment}-platform`, name)).toMatchObject(withoutTls);
      }
    },
    'disks of nodes are encrypted': (output) => {
      const [template] = Object.values(output.resources('pingvas-shared-platform', 'aws_launch_template'));
      const disks = list(template?.['block_device_mappings']).map((disk) => at(disk, 'ebs', 'encrypted'));
      expect(disks).toEqual(['true']);
      const classes = output.manifests('EC2NodeClass').flatMap((each) => list(at(each, 'spec', 'blockDeviceMappings')));
      expect(classes.map((disk) => at(disk, 'ebs', 'encrypted'))).toEqual(classes.map(() => true));
      expect(classes.length).toBe(output.manifests('EC2NodeClass').length);
    },
    'secrets of Kubernetes are encrypted with a key of their own in the control plane': (output) => {
      const cluster = output.resource('pingvas-shared-platform', 'aws_eks_cluster', 'eks');
      expect(at(cluster, 'encryption_config')).toEqual({
        provider: { key_arn: '${data.terraform_remote_state.foundation.outputs.eks_key_arn}' },
        resources: ['secrets'],
      });
    },
    'users reach the load balancer by TLS 1.3 alone, and the CDN by TLS': (output) => {
      const listener = output.resource('pingvas-shared-platform', 'aws_lb_listener', 'alb');
      expect([listener['port'], listener['protocol'], listener['ssl_policy']]).toEqual([
        443,
        'HTTPS',
        'ELBSecurityPolicy-TLS13-1-3-2021-06',
      ]);
      const plain = output.resource('pingvas-shared-platform', 'aws_lb_listener', 'alb_http');
      expect([plain['port'], list(plain['default_action'])]).toEqual([
        80,
        [{ type: 'redirect', redirect: { port: '443', protocol: 'HTTPS', status_code: 'HTTP_301' } }],
      ]);
      for (const environment of ['dev', 'prod']) {
        const cdn = output.resource(`pingvas-${environment}-platform`, 'aws_cloudfront_distribution', 'image_cdn');
        expect(at(cdn, 'default_cache_behavior', 'viewer_protocol_policy')).toBe('redirect-to-https');
        expect(at(cdn, 'viewer_certificate', 'minimum_protocol_version')).toBe('TLSv1.2_2021');
      }
    },
    'no database instance has a public address': (output) => {
      const instances = Object.values(output.resources('pingvas-shared-data', 'aws_rds_cluster_instance'));
      expect(instances.map((instance) => instance['publicly_accessible'])).toEqual([false, false]);
    },
    'databases, caches and file system stand in the private subnets': (output) => {
      const groups = [
        ...Object.values(output.resources('pingvas-shared-data', 'aws_db_subnet_group')),
        ...['dev', 'prod'].flatMap((each) =>
          Object.values(output.resources(`pingvas-${each}-data`, 'aws_elasticache_subnet_group')),
        ),
      ].map(({ subnet_ids: subnets }) => list(subnets));
      const mounts = Object.values(output.resources('pingvas-shared-data', 'aws_efs_mount_target')).map(
        ({ subnet_id: subnet }) => subnet,
      );
      const expected = (state: string): string[] =>
        [0, 1, 2].map((index) => `\${data.terraform_remote_state.${state}.outputs.main_private_subnet_ids[${index}]}`);
      expect([...groups, mounts]).toEqual([
        expected('foundation'),
        expected('shared_foundation'),
        expected('shared_foundation'),
        expected('foundation'),
      ]);
    },
    'every log group keeps its lines for 30 days, encrypted with a key': (output) => {
      const groups = workspaces.flatMap((workspace) =>
        Object.values(output.resources(workspace, 'aws_cloudwatch_log_group')),
      );
      expect(groups.length).toBeGreaterThanOrEqual(8);
      for (const group of groups) {
        expect(group['retention_in_days']).toBe(30);
        expect(group['kms_key_id']).toMatch(
          /^\$\{(aws_kms_key\.\w+\.arn|data\.terraform_remote_state\.foundation\.outputs\.\w+_key_arn)\}$/,
        );
      }
    },
    'what holds data is never destroyed by Terraform': (output) => {
      for (const [type, count] of Object.entries(holding)) {
        const found = workspaces.flatMap((workspace) => Object.values(output.resources(workspace, type)));
        expect(found.map((block) => at(block, 'lifecycle', 'prevent_destroy'))).toEqual(
          Array.from({ length: count }, () => true),
        );
      }
    },
    'AWS refuses to delete the database, the load balancer and the cluster, and the last state of database and Redis is kept':
      (output) => {
        const aurora = output.resource('pingvas-shared-data', 'aws_rds_cluster', 'aurora');
        expect([
          aurora['deletion_protection'],
          aurora['skip_final_snapshot'],
          aurora['final_snapshot_identifier'],
        ]).toEqual([true, false, 'pingvas-shared-aurora-final']);
        expect(output.resource('pingvas-shared-platform', 'aws_lb', 'alb')['enable_deletion_protection']).toBe(true);
        expect(output.resource('pingvas-shared-platform', 'aws_eks_cluster', 'eks')['deletion_protection']).toBe(true);
        for (const environment of ['dev', 'prod']) {
          const redis = output.resource(`pingvas-${environment}-data`, 'aws_elasticache_replication_group', 'redis');
          expect(redis['final_snapshot_identifier']).toBe(`pingvas-${environment}-redis-final`);
        }
      },
    'Argo CD neither prunes nor deletes namespaces and volumes': (output) => {
      for (const kind of ['Namespace', 'PersistentVolume', 'PersistentVolumeClaim'])
        for (const object of output.manifests(kind)) {
          const options = text(at(object, 'metadata', 'annotations', 'argocd.argoproj.io/sync-options')).split(',');
          expect(options.sort()).toEqual(['Delete=false', 'Prune=false']);
        }
    },
    ...all03OfAccunode,
  },
};

const withoutTls = {
  effect: 'Deny',
  condition: [{ test: 'Bool', variable: 'aws:SecureTransport', values: ['false'] }],
  principals: [{ identifiers: ['*'] }],
};

/** The statement of a policy document that refuses what comes without TLS. */
function refusal(output: OutputTree, workspace: string, id: string): unknown {
  const document = output.blocks(workspace, 'data', 'aws_iam_policy_document')[id];
  return output.seek(() => list(document?.['statement']).find((each) => at(each, 'sid') === 'TlsOnly'));
}

function countOf(output: OutputTree, type: string): number {
  return workspaces.flatMap((workspace) => entries(output.resources(workspace, type))).length;
}
