import { DynamodbTable } from '@cdktf/provider-aws/lib/dynamodb-table';
import { KmsAlias } from '@cdktf/provider-aws/lib/kms-alias';
import { KmsKey } from '@cdktf/provider-aws/lib/kms-key';
import { S3Bucket } from '@cdktf/provider-aws/lib/s3-bucket';
import { S3BucketLifecycleConfiguration } from '@cdktf/provider-aws/lib/s3-bucket-lifecycle-configuration';
import { S3BucketPolicy } from '@cdktf/provider-aws/lib/s3-bucket-policy';
import { S3BucketServerSideEncryptionConfigurationA } from '@cdktf/provider-aws/lib/s3-bucket-server-side-encryption-configuration';
import { S3BucketVersioningA } from '@cdktf/provider-aws/lib/s3-bucket-versioning';
import type { TerraformProvider } from 'cdktf';
import type { Construct } from 'constructs';
import type { Settings } from '../../schemas/contract/settings';
import { policyDocument } from '../facets/policy';
import { addPrivacy, type BucketPlace } from '../facets/private-bucket';

export type StateBackend = NonNullable<Settings['terraform']['backend']['s3']>;

export const stateScope = 'state';

/** Days that a replaced version of a state is kept. */
const replacedVersionsDays = 365;

/** Bucket of the states, with the lock table and the key where the backend names one. */
export function addStateStore(
  scope: Construct,
  { aws }: Pick<Settings, 'aws'>,
  { s3, provider }: { readonly s3: StateBackend; readonly provider?: TerraformProvider },
): void {
  const place = provider === undefined ? {} : { provider };
  const keep = { lifecycle: { preventDestroy: true } };
  new S3Bucket(scope, 'this', { bucket: s3.bucket, ...keep, ...place });
  const bucket = `\${aws_s3_bucket.${stateScope}.id}`;
  new S3BucketVersioningA(scope, 'this$versioning', {
    bucket,
    versioningConfiguration: { status: 'Enabled' },
    ...place,
  });
  addPrivacy(scope, bucket, place);
  new S3BucketLifecycleConfiguration(scope, 'this$lifecycle', {
    bucket,
    rule: [
      {
        id: 'replaced-versions',
        status: 'Enabled',
        filter: [{ prefix: '' }],
        noncurrentVersionExpiration: [{ noncurrentDays: replacedVersionsDays }],
        abortIncompleteMultipartUpload: [{ daysAfterInitiation: 7 }],
      },
    ],
    dependsOn: [`aws_s3_bucket_versioning.${stateScope}`] as never,
    ...place,
  });
  addEncryption(scope, s3, place);
  addTlsPolicy(scope, bucket, { partition: aws.partition, name: s3.bucket, place });
  if (s3.lockTable !== undefined) addLockTable(scope, s3.lockTable, place);
}

function addEncryption(scope: Construct, { kmsKey }: StateBackend, place: BucketPlace): void {
  const makesKey = kmsKey?.startsWith('alias/') === true;
  if (makesKey) {
    new KmsKey(scope, 'key', {
      description: 'Encrypts Terraform states',
      enableKeyRotation: true,
      deletionWindowInDays: 30,
      lifecycle: { preventDestroy: true },
      ...place,
    });
    new KmsAlias(scope, 'key$alias', {
      name: kmsKey,
      targetKeyId: `\${aws_kms_key.${stateScope}_key.key_id}`,
      ...place,
    });
  }
  const keyArn = makesKey ? `\${aws_kms_key.${stateScope}_key.arn}` : kmsKey;
  new S3BucketServerSideEncryptionConfigurationA(scope, 'this$encryption', {
    bucket: `\${aws_s3_bucket.${stateScope}.id}`,
    rule: [
      {
        applyServerSideEncryptionByDefault:
          keyArn === undefined ? { sseAlgorithm: 'AES256' } : { sseAlgorithm: 'aws:kms', kmsMasterKeyId: keyArn },
        ...(keyArn === undefined ? {} : { bucketKeyEnabled: true }),
      },
    ],
    ...place,
  });
}

function addTlsPolicy(
  scope: Construct,
  bucket: string,
  { partition, name, place }: { readonly partition: string; readonly name: string; readonly place: BucketPlace },
): void {
  const arn = `arn:${partition}:s3:::${name}`;
  const document = policyDocument(scope, 'policy', [
    {
      sid: 'TlsOnly',
      effect: 'Deny',
      actions: ['s3:*'],
      resources: [arn, `${arn}/*`],
      principals: [{ type: '*', identifiers: ['*'] }],
      conditions: [{ test: 'Bool', variable: 'aws:SecureTransport', values: ['false'] }],
    },
  ]);
  new S3BucketPolicy(scope, 'this$policy', { bucket, policy: document, ...place });
}

/** Terraform locks by the item `LockID`. */
function addLockTable(scope: Construct, name: string, place: BucketPlace): void {
  new DynamodbTable(scope, 'locks', {
    name,
    billingMode: 'PAY_PER_REQUEST',
    hashKey: 'LockID',
    attribute: [{ name: 'LockID', type: 'S' }],
    pointInTimeRecovery: { enabled: true },
    serverSideEncryption: { enabled: true },
    deletionProtectionEnabled: true,
    lifecycle: { preventDestroy: true },
    ...place,
  });
}
