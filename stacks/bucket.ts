import { S3Bucket } from '@cdktf/provider-aws/lib/s3-bucket';
import { S3BucketLifecycleConfiguration } from '@cdktf/provider-aws/lib/s3-bucket-lifecycle-configuration';
import { S3BucketOwnershipControls } from '@cdktf/provider-aws/lib/s3-bucket-ownership-controls';
import { S3BucketPolicy } from '@cdktf/provider-aws/lib/s3-bucket-policy';
import { S3BucketPublicAccessBlock } from '@cdktf/provider-aws/lib/s3-bucket-public-access-block';
import { S3BucketServerSideEncryptionConfigurationA } from '@cdktf/provider-aws/lib/s3-bucket-server-side-encryption-configuration';
import { S3BucketVersioningA } from '@cdktf/provider-aws/lib/s3-bucket-versioning';
import { choice, flag, input, integer, list, group, optional } from '../schemas/contract/fields';
import { defineAwsKind, type AwsContext } from '../schemas/contract/kind';
import { known, runtime } from '../schemas/contract/output';
import type { Static } from '@sinclair/typebox';

const Input = input({
  versioning: flag('Keep every version of every object.', { default: true }),
  transitions: list(
    'Moves to cheaper storage classes, in order of age.',
    group('One move.', {
      afterDays: integer('Age at which objects move, in days.', { minimum: 0, maximum: 36_500 }),
      to: choice('Storage class.', [
        'STANDARD_IA',
        'ONEZONE_IA',
        'INTELLIGENT_TIERING',
        'GLACIER_IR',
        'GLACIER',
        'DEEP_ARCHIVE',
      ]),
    }),
    { default: [] },
  ),
  expireAfterDays: optional(
    integer('Age at which objects are deleted, in days. Never, when left out.', { minimum: 1, maximum: 36_500 }),
  ),
  expireNoncurrentAfterDays: integer('Age at which replaced versions are deleted, in days.', {
    minimum: 1,
    maximum: 36_500,
    default: 90,
  }),
  protect: flag('Refuse to destroy the bucket.', { default: true }),
});

type Props = Static<typeof Input>;

/** An object store. Encrypted, versioned, closed to the public, TLS only. */
export const bucket = defineAwsKind<typeof Input>({
  kind: 'bucket',
  summary: 'An S3 bucket: encrypted, versioned, closed to the public, reachable over TLS alone.',
  creates: [
    'the bucket with versioning, encryption and ownership controls',
    'a public access block',
    'a policy that refuses plain HTTP',
    'a lifecycle configuration',
  ],
  input: Input,
  examples: {
    'images that age into cheaper storage': {
      input: {
        transitions: [
          { afterDays: 90, to: 'STANDARD_IA' },
          { afterDays: 180, to: 'GLACIER' },
        ],
      },
    },
  },
  holdsData: true,
  outputs: {
    name: known('Name.', ({ self }) => self.physicalName('s3-bucket')),
    arn: known('ARN.', ({ self }) => `arn:${self.settings.aws.partition}:s3:::${self.physicalName('s3-bucket')}`),
    domainName: known(
      'Regional domain name.',
      ({ self }) => `${self.physicalName('s3-bucket')}.s3.${self.settings.aws.region}.amazonaws.com`,
    ),
    id: runtime('Name, once the bucket exists.', 'data', ({ attribute }) => attribute('aws_s3_bucket', 'id')),
  },
  offers: {
    access: {
      read: {
        description: 'Read and list objects.',
        statements: ({ own }) => [
          { actions: ['s3:GetObject'], resources: [`${own('arn')}/*`] },
          { actions: ['s3:ListBucket'], resources: [own('arn')] },
        ],
        variables: () => ({ BUCKET: { output: 'name' } }),
      },
      write: {
        description: 'Read, list, put and delete objects.',
        statements: ({ own }) => [
          {
            actions: ['s3:GetObject', 's3:PutObject', 's3:DeleteObject', 's3:AbortMultipartUpload'],
            resources: [`${own('arn')}/*`],
          },
          { actions: ['s3:ListBucket'], resources: [own('arn')] },
        ],
        variables: () => ({ BUCKET: { output: 'name' } }),
      },
    },
  },
  layers: { data },
});

function data(context: AwsContext<Props>): void {
  const { scope, props, own } = context;
  new S3Bucket(scope, 'this', {
    bucket: own('name'),
    ...(props.protect ? { lifecycle: { preventDestroy: true } } : {}),
  });
  const bucketId = own('id');
  new S3BucketVersioningA(scope, 'this$versioning', {
    bucket: bucketId,
    versioningConfiguration: { status: props.versioning ? 'Enabled' : 'Suspended' },
  });
  new S3BucketServerSideEncryptionConfigurationA(scope, 'this$encryption', {
    bucket: bucketId,
    rule: [{ applyServerSideEncryptionByDefault: { sseAlgorithm: 'AES256' }, bucketKeyEnabled: true }],
  });
  new S3BucketOwnershipControls(scope, 'this$ownership', {
    bucket: bucketId,
    rule: { objectOwnership: 'BucketOwnerEnforced' },
  });
  new S3BucketPublicAccessBlock(scope, 'this$public-access', {
    bucket: bucketId,
    blockPublicAcls: true,
    blockPublicPolicy: true,
    ignorePublicAcls: true,
    restrictPublicBuckets: true,
  });
  new S3BucketPolicy(scope, 'this$policy', {
    bucket: bucketId,
    policy: context.policy('this$policy-document', [
      {
        sid: 'TlsOnly',
        effect: 'Deny',
        actions: ['s3:*'],
        resources: [own('arn'), `${own('arn')}/*`],
        principals: [{ type: '*', identifiers: ['*'] }],
        conditions: [{ test: 'Bool', variable: 'aws:SecureTransport', values: ['false'] }],
      },
    ]),
  });
  addLifecycle(context, bucketId);
}

function addLifecycle({ scope, props }: AwsContext<Props>, bucketId: string): void {
  new S3BucketLifecycleConfiguration(scope, 'this$lifecycle', {
    bucket: bucketId,
    rule: [
      {
        id: 'default',
        status: 'Enabled',
        filter: [{}],
        abortIncompleteMultipartUpload: [{ daysAfterInitiation: 7 }],
        noncurrentVersionExpiration: [{ noncurrentDays: props.expireNoncurrentAfterDays }],
        transition: props.transitions.map(({ afterDays, to }) => ({ days: afterDays, storageClass: to })),
        ...(props.expireAfterDays === undefined ? {} : { expiration: [{ days: props.expireAfterDays }] }),
      },
    ],
  });
}
