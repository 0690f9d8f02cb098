import { S3BucketOwnershipControls } from '@cdktf/provider-aws/lib/s3-bucket-ownership-controls';
import { S3BucketPublicAccessBlock } from '@cdktf/provider-aws/lib/s3-bucket-public-access-block';
import type { TerraformProvider } from 'cdktf';
import type { Construct } from 'constructs';

export interface BucketPlace {
  /** Provider of another region or account. */
  readonly provider?: TerraformProvider;
}

/** Objects belong to the account that the bucket is in, and none of them can be made public. */
export function addPrivacy(scope: Construct, bucket: string, place: BucketPlace): void {
  new S3BucketOwnershipControls(scope, 'this$ownership', {
    bucket,
    rule: { objectOwnership: 'BucketOwnerEnforced' },
    ...place,
  });
  new S3BucketPublicAccessBlock(scope, 'this$public-access', {
    bucket,
    blockPublicAcls: true,
    blockPublicPolicy: true,
    ignorePublicAcls: true,
    restrictPublicBuckets: true,
    ...place,
  });
}
