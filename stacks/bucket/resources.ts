import { S3Bucket } from '@cdktf/provider-aws/lib/s3-bucket';
import { S3BucketIntelligentTieringConfiguration } from '@cdktf/provider-aws/lib/s3-bucket-intelligent-tiering-configuration';
import { S3BucketLifecycleConfiguration } from '@cdktf/provider-aws/lib/s3-bucket-lifecycle-configuration';
import { S3BucketServerSideEncryptionConfigurationA } from '@cdktf/provider-aws/lib/s3-bucket-server-side-encryption-configuration';
import { S3BucketVersioningA } from '@cdktf/provider-aws/lib/s3-bucket-versioning';
import type { AwsContext } from '../../schemas/contract/kind';
import { addPrivacy } from '../facets/private-bucket';
import { regional } from '../facets/region';
import type { Props } from './input';

/** The bucket with what makes it safe, and the rules by which its objects age. */
export function addBucket(context: AwsContext<Props>): void {
  const { scope, props, own } = context;
  const place = regional(context);
  new S3Bucket(scope, 'this', {
    bucket: own('name'),
    ...(props.protect ? { lifecycle: { preventDestroy: true } } : {}),
    ...place,
  });
  const bucket = own('id');
  new S3BucketVersioningA(scope, 'this$versioning', {
    bucket,
    versioningConfiguration: { status: props.versioning ? 'Enabled' : 'Suspended' },
    ...place,
  });
  new S3BucketServerSideEncryptionConfigurationA(scope, 'this$encryption', {
    bucket,
    rule: [{ applyServerSideEncryptionByDefault: encryptionOf(context), bucketKeyEnabled: true }],
    ...place,
  });
  addPrivacy(scope, bucket, place);
  addLifecycle(context, bucket);
  if (props.archive) addArchive(context, props.archive);
}

function encryptionOf({ props, own }: AwsContext<Props>) {
  return props.key === undefined
    ? { sseAlgorithm: 'AES256' }
    : { sseAlgorithm: 'aws:kms', kmsMasterKeyId: own('keyArn') };
}

function addLifecycle(context: AwsContext<Props>, bucket: string): void {
  const { scope, props } = context;
  new S3BucketLifecycleConfiguration(scope, 'this$lifecycle', {
    bucket,
    rule: [
      {
        id: 'default',
        status: 'Enabled',
        filter: [{}],
        abortIncompleteMultipartUpload: [{ daysAfterInitiation: 7 }],
        ...noncurrentExpiration(props.expireNoncurrentAfterDays),
        transition: props.transitions.map(({ afterDays, to }) => ({ days: afterDays, storageClass: to })),
        ...(props.expireAfterDays === undefined ? {} : { expiration: [{ days: props.expireAfterDays }] }),
      },
      ...prefixRules(props),
      // Markers of deleted objects whose versions are all gone.
      ...(props.versioning
        ? [
            {
              id: 'delete-markers',
              status: 'Enabled',
              filter: [{}],
              expiration: [{ expiredObjectDeleteMarker: true }],
            },
          ]
        : []),
    ],
    ...regional(context),
  });
}

function prefixRules({ prefixes, expireNoncurrentAfterDays }: Props) {
  return Object.entries(prefixes).map(([prefix, rule]) => ({
    id: `prefix-${prefix}`,
    status: 'Enabled',
    filter: [{ prefix }],
    expiration: [{ days: rule.expireAfterDays }],
    ...noncurrentExpiration(rule.expireNoncurrentAfterDays ?? expireNoncurrentAfterDays),
  }));
}

function noncurrentExpiration(age: Props['expireNoncurrentAfterDays']) {
  return age === 0 ? {} : { noncurrentVersionExpiration: [{ noncurrentDays: age }] };
}

/** @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/intelligent-tiering-overview.html */
function addArchive(context: AwsContext<Props>, archive: NonNullable<Props['archive']>): void {
  new S3BucketIntelligentTieringConfiguration(context.scope, 'this$archive', {
    bucket: context.own('id'),
    name: 'unread',
    tiering: [
      { accessTier: 'ARCHIVE_ACCESS', days: archive.afterDays },
      ...(archive.deepAfterDays === undefined
        ? []
        : [{ accessTier: 'DEEP_ARCHIVE_ACCESS', days: archive.deepAfterDays }]),
    ],
    ...regional(context),
  });
}
