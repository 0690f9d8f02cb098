import type { OutputTree } from './output-tree';
import { environments, inBoth, subnetsOf } from './pingvas';
import type { Row } from './row';
import { at, list, pick } from './values';

const shared = 'pingvas-shared-data';
const addresses = { dev: 'images-dev.pingvas.studio', prod: 'images.pingvas.studio' };

export const pv11: Row = {
  id: 'PV-11',
  title: 'Model files on EFS, four buckets with their life cycles, CloudFront over the images',
  states: {
    'the file system of the models has a mount target in each of three zones': (output) => {
      const targets = Object.entries(output.resources(shared, 'aws_efs_mount_target'));
      expect(targets.map(([id]) => id)).toEqual(['a', 'b', 'c'].map((zone) => `model_files_us_east_1${zone}`));
      expect(targets.map(([, target]) => target['subnet_id'])).toEqual(subnetsOf('foundation', 'private'));
      expect(targets.map(([, target]) => target['file_system_id'])).toEqual(
        Array(3).fill('${aws_efs_file_system.model_files.id}'),
      );
    },
    'files that nobody read for 30 days move to infrequent access, and all are encrypted': (output) => {
      const files = output.resource(shared, 'aws_efs_file_system', 'model_files');
      expect(files['lifecycle_policy']).toEqual([{ transition_to_ia: 'AFTER_30_DAYS' }]);
      expect(files['encrypted']).toBe(true);
    },
    'it is backed up every Sunday, and a backup is kept 30 days': (output) => {
      const rule = at(output.resource(shared, 'aws_backup_plan', 'weekly'), 'rule', 0);
      expect(pick(rule, ['schedule', 'schedule_expression_timezone', 'lifecycle', 'target_vault_name'])).toEqual({
        schedule: 'cron(0 5 ? * SUN *)',
        schedule_expression_timezone: 'Etc/UTC',
        lifecycle: { delete_after: 30 },
        target_vault_name: '${aws_backup_vault.weekly.name}',
      });
      const selection = output.resource(shared, 'aws_backup_selection', 'weekly');
      expect([...list(selection['resources'])]).toEqual(['${aws_efs_file_system.model_files.arn}']);
      expect(selection['plan_id']).toBe('${aws_backup_plan.weekly.id}');
    },
    'workers of both environments read the models, and cannot write them': (output) => {
      for (const [environment, volume] of environments.map((each) => [each, volumeOf(output, each)] as const)) {
        expect([...list(at(volume, 'spec', 'accessModes'))]).toEqual(['ReadWriteMany']);
        expect(at(volume, 'spec', 'csi', 'driver')).toBe('efs.csi.aws.com');
        expect(at(volume, 'spec', 'claimRef')).toEqual({ name: 'model-volume', namespace: environment });
        const claim = output.manifest('PersistentVolumeClaim', 'model-volume', environment);
        expect([...list(at(claim, 'spec', 'accessModes'))]).toEqual(['ReadWriteMany']);
        expect(at(claim, 'spec', 'volumeName')).toBe(`pingvas-${environment}-model-volume`);
      }
      for (const [, deployment] of inBoth(output, 'Deployment', 'generation-worker')) {
        const pod = at(deployment, 'spec', 'template', 'spec');
        expect(at(pod, 'volumes', 1)).toEqual({
          name: 'models',
          persistentVolumeClaim: { claimName: 'model-volume', readOnly: true },
        });
        expect(at(pod, 'containers', 0, 'volumeMounts', 1)).toEqual({
          mountPath: '/models',
          name: 'models',
          readOnly: true,
        });
      }
    },
    'images of dev move to infrequent access after 90 days; those of prod too, and to Glacier after 180': (output) => {
      const rare = { days: 90, storage_class: 'STANDARD_IA' };
      const lives = { dev: [rare], prod: [rare, { days: 180, storage_class: 'GLACIER' }] };
      for (const environment of environments) {
        const data = `pingvas-${environment}-data`;
        expect(output.resource(data, 'aws_s3_bucket', 'images')['bucket']).toBe(`pingvas-${environment}-images`);
        expect(lifeOf(output, data, 'images')).toEqual({
          bucket: '${aws_s3_bucket.images.id}',
          status: 'Enabled',
          transition: lives[environment],
          expiration: undefined,
        });
      }
    },
    'models are tiered by S3 itself, logs deleted after 30 days': (output) => {
      expect(output.resource(shared, 'aws_s3_bucket', 'models')['bucket']).toBe('pingvas-models-shared');
      expect(lifeOf(output, shared, 'models')).toEqual({
        bucket: '${aws_s3_bucket.models.id}',
        status: 'Enabled',
        transition: [{ days: 0, storage_class: 'INTELLIGENT_TIERING' }],
        expiration: undefined,
      });
      expect(output.resource(shared, 'aws_s3_bucket', 'logs')['bucket']).toBe('pingvas-logs-shared');
      expect(lifeOf(output, shared, 'logs')).toEqual({
        bucket: '${aws_s3_bucket.logs.id}',
        status: 'Enabled',
        transition: [],
        expiration: [{ days: 30 }],
      });
    },
    'no bucket is public': (output) => {
      const buckets = [shared, 'pingvas-dev-data', 'pingvas-prod-data'].flatMap((workspace) =>
        Object.entries(output.resources(workspace, 'aws_s3_bucket_public_access_block')),
      );
      expect(buckets.map(([id]) => id).sort()).toEqual(['images', 'images', 'logs', 'models']);
      const keys = ['block_public_acls', 'block_public_policy', 'ignore_public_acls', 'restrict_public_buckets'];
      for (const [, block] of buckets) expect(Object.values(pick(block, keys))).toEqual([true, true, true, true]);
    },
    'each image bucket is served by CloudFront under /images/, over TLS': (output) => {
      for (const environment of environments) {
        const cdn = output.resource(`pingvas-${environment}-platform`, 'aws_cloudfront_distribution', 'image_cdn');
        expect(cdn['enabled']).toBe(true);
        expect([...list(cdn['aliases'])]).toEqual([addresses[environment]]);
        expect(at(cdn, 'origin', 0)).toEqual({
          domain_name: `pingvas-${environment}-images.s3.us-east-1.amazonaws.com`,
          origin_access_control_id: '${aws_cloudfront_origin_access_control.image_cdn.id}',
          origin_id: 'images',
        });
        expect(
          pick(at(cdn, 'ordered_cache_behavior', 0), ['path_pattern', 'target_origin_id', 'viewer_protocol_policy']),
        ).toEqual({
          path_pattern: '/images/*',
          target_origin_id: 'images',
          viewer_protocol_policy: 'redirect-to-https',
        });
      }
    },
    'only that distribution reads the bucket, by origin access control': (output) => {
      for (const environment of environments) {
        const platform = `pingvas-${environment}-platform`;
        const control = output.resource(platform, 'aws_cloudfront_origin_access_control', 'image_cdn');
        expect(pick(control, ['origin_access_control_origin_type', 'signing_behavior', 'signing_protocol'])).toEqual({
          origin_access_control_origin_type: 's3',
          signing_behavior: 'always',
          signing_protocol: 'sigv4',
        });
        const policy = output.blocks(platform, 'data', 'aws_iam_policy_document')['images'];
        const allows = list(at(policy, 'statement')).filter((_, index) => index > 0);
        expect(allows).toEqual([
          {
            actions: ['s3:GetObject'],
            condition: [
              {
                test: 'StringEquals',
                values: ['${aws_cloudfront_distribution.image_cdn.arn}'],
                variable: 'aws:SourceArn',
              },
            ],
            effect: 'Allow',
            principals: [{ identifiers: ['cloudfront.amazonaws.com'], type: 'Service' }],
            resources: [`arn:aws:s3:::pingvas-${environment}-images/*`],
            sid: 'ServedByImageCdn',
          },
        ]);
      }
    },
  },
};

function volumeOf(output: OutputTree, environment: string) {
  return output.manifest('PersistentVolume', `pingvas-${environment}-model-volume`);
}

function lifeOf(output: OutputTree, workspace: string, bucket: string) {
  const found = output.resource(workspace, 'aws_s3_bucket_lifecycle_configuration', bucket);
  return { bucket: found['bucket'], ...pick(at(found, 'rule', 0), ['status', 'transition', 'expiration']) };
}
