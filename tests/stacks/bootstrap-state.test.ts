import type { JsonObject } from '../../schemas/primitives/artifact';
import { judge, s3, settingsFile, statement, statements } from '../support/bootstrap';
import { bootstrapped, renderSystem, type RenderedSystem } from '../support/system';

describe('states in S3', () => {
  let system: RenderedSystem;
  beforeAll(async () => {
    system = await renderSystem({ all: { terraform: { backend: { s3 } } } });
  });

  it('are kept by a bootstrap workspace whose own state is local', async () => {
    expect(system.files[settingsFile]?.['terraform']).toMatchObject({
      backend: { local: { path: 'terraform.tfstate' } },
      required_providers: { aws: { source: 'hashicorp/aws' } },
    });
    expect(await judge(system)).toStrictEqual({ findings: [], unknown: [] });
  });

  it('lie in a bucket that is versioned, encrypted, private and reached by TLS alone', () => {
    const one = (type: string): JsonObject => bootstrapped(system, type)['state'] as JsonObject;
    expect(one('aws_s3_bucket')).toStrictEqual({ bucket: s3.bucket, lifecycle: { prevent_destroy: true } });
    expect(one('aws_s3_bucket_versioning')).toMatchObject({ versioning_configuration: { status: 'Enabled' } });
    expect(one('aws_s3_bucket_server_side_encryption_configuration')).toMatchObject({
      rule: [
        {
          apply_server_side_encryption_by_default: {
            sse_algorithm: 'aws:kms',
            kms_master_key_id: '${aws_kms_key.state_key.arn}',
          },
        },
      ],
    });
    expect(one('aws_s3_bucket_public_access_block')).toMatchObject({
      block_public_acls: true,
      block_public_policy: true,
      ignore_public_acls: true,
      restrict_public_buckets: true,
    });
    expect(statement(system, 'state_policy', 'TlsOnly')).toMatchObject({
      effect: 'Deny',
      condition: [{ test: 'Bool', variable: 'aws:SecureTransport', values: ['false'] }],
    });
  });

  it('are locked in a table by LockID, on demand', () => {
    expect(bootstrapped(system, 'aws_dynamodb_table')['state_locks']).toMatchObject({
      name: 'acme-terraform-locks',
      hash_key: 'LockID',
      billing_mode: 'PAY_PER_REQUEST',
      attribute: [{ name: 'LockID', type: 'S' }],
      deletion_protection_enabled: true,
    });
  });

  it('are read by a plan, and written by the apply of their own environment', () => {
    const bucket = 'arn:aws:s3:::acme-terraform-state';
    const keys = (environment: string): string[] =>
      ['foundation', 'data', 'platform'].map((layer) => `${bucket}/acme-${environment}-${layer}/terraform.tfstate`);
    expect(statement(system, 'dev_access_terraform_plan_own', 'ReadStates')['resources']).toStrictEqual([
      ...keys('dev'),
      `${bucket}/acme-shared-foundation/terraform.tfstate`,
    ]);
    expect(statement(system, 'dev_access_terraform_apply_own', 'WriteStates')['resources']).toStrictEqual(keys('dev'));
    const sids = statements(system, 'dev_access_terraform_plan_own').map(({ sid }) => sid);
    expect(sids).not.toContain('WriteStates');
  });

  it('are planned and applied by GitHub, from a pull request and from a GitHub environment', () => {
    const subject = (id: string): unknown => (statements(system, id)[0]?.['condition'] as JsonObject[])[1];
    expect(subject('dev_access_terraform_plan')).toStrictEqual({
      test: 'StringEquals',
      variable: 'token.actions.githubusercontent.com:sub',
      values: ['repo:acme/infrastructure:pull_request'],
    });
    expect(subject('dev_access_terraform_apply')).toMatchObject({
      values: ['repo:acme/infrastructure:environment:acme-dev'],
    });
  });

  it('are encrypted by the key that the bootstrap workspace makes, as the backend takes it: by ARN', () => {
    const { terraform } = system.files['workspaces/acme-dev-data/_workspace.tf.json'] as { terraform: JsonObject };
    expect(terraform['backend']).toStrictEqual({
      s3: {
        bucket: s3.bucket,
        key: 'acme-dev-data/terraform.tfstate',
        region: 'us-east-1',
        encrypt: true,
        use_lockfile: true,
        dynamodb_table: s3.lockTable,
        kms_key_id: 'arn:aws:kms:us-east-1:111122223333:alias/acme-terraform-state',
      },
    });
    expect(bootstrapped(system, 'aws_kms_alias')['state_key']).toMatchObject({ name: s3.kmsKey });
  });

  it('can lie in a bucket that is there already', async () => {
    const existing = await renderSystem({ all: { terraform: { backend: { s3: { ...s3, existing: true } } } } });
    expect(bootstrapped(existing, 'aws_s3_bucket')).toStrictEqual({});
  });
});
