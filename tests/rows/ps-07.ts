import { made, statementsOf } from './profit-sentinel';
import type { Row } from './row';
import { at, pick } from './values';

const buckets = ['uploads', 'models'] as const;

export const ps07: Row = {
  id: 'PS-07',
  title: 'Buckets for uploads and models: AES-256, versions, nothing public, old uploads deleted',
  states: {
    'there is a bucket for uploads and one for models': (output) => {
      for (const id of buckets)
        expect(made(output, 'data', `aws_s3_bucket.${id}`)['bucket']).toBe(`profit-sentinel-gpu-prod-${id}`);
    },
    'both are encrypted by AES-256 and keep every version': (output) => {
      for (const id of buckets) {
        const encryption = made(output, 'data', `aws_s3_bucket_server_side_encryption_configuration.${id}`);
        expect(at(encryption, 'rule', 0, 'apply_server_side_encryption_by_default')).toEqual({
          sse_algorithm: 'AES256',
        });
        const versioning = made(output, 'data', `aws_s3_bucket_versioning.${id}`);
        expect(versioning['versioning_configuration']).toEqual({ status: 'Enabled' });
        expect([encryption['bucket'], versioning['bucket']]).toEqual([
          `\${aws_s3_bucket.${id}.id}`,
          `\${aws_s3_bucket.${id}.id}`,
        ]);
      }
    },
    'nothing in them is public, and requests without TLS are refused': (output) => {
      for (const id of buckets) {
        expect(made(output, 'data', `aws_s3_bucket_public_access_block.${id}`)).toEqual({
          bucket: `\${aws_s3_bucket.${id}.id}`,
          block_public_acls: true,
          block_public_policy: true,
          ignore_public_acls: true,
          restrict_public_buckets: true,
        });
        const refusal = at(statementsOf(output, 'platform', id), 0);
        expect(pick(refusal, ['effect', 'actions', 'condition'])).toEqual({
          effect: 'Deny',
          actions: ['s3:*'],
          condition: [{ test: 'Bool', variable: 'aws:SecureTransport', values: ['false'] }],
        });
        const policy = made(output, 'platform', `aws_s3_bucket_policy.${id}`);
        expect(policy['policy']).toBe(`\${data.aws_iam_policy_document.${id}.json}`);
      }
    },
    'uploads are deleted after 30 days, and their versions 30 days after that': (output) => {
      const rule = at(made(output, 'data', 'aws_s3_bucket_lifecycle_configuration.uploads'), 'rule', 0);
      expect(pick(rule, ['status', 'expiration', 'noncurrent_version_expiration', 'filter'])).toEqual({
        status: 'Enabled',
        expiration: [{ days: 30 }],
        noncurrent_version_expiration: [{ noncurrent_days: 30 }],
        filter: [{}],
      });
    },
    'models stay; their replaced versions go after 90 days': (output) => {
      const rule = at(made(output, 'data', 'aws_s3_bucket_lifecycle_configuration.models'), 'rule', 0);
      expect(Object.keys(rule as object)).not.toContain('expiration');
      expect(at(rule, 'noncurrent_version_expiration')).toEqual([{ noncurrent_days: 90 }]);
    },
  },
};
