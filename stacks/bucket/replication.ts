import { IamRole } from '@cdktf/provider-aws/lib/iam-role';
import { IamRolePolicy } from '@cdktf/provider-aws/lib/iam-role-policy';
import { S3BucketReplicationConfigurationA } from '@cdktf/provider-aws/lib/s3-bucket-replication-configuration';
import type { Statement } from '../../schemas/contract/connection';
import type { AwsContext } from '../../schemas/contract/kind';
import type { Reader } from '../../schemas/contract/output';
import { decryptThrough } from '../facets/key';
import { serviceTrust } from '../facets/policy';
import { regional, regionOf } from '../facets/region';
import type { Props } from './input';

const role = 'replication';

type Replication = NonNullable<Props['replication']>;

/** @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/setting-repl-config-perm-overview.html */
export function addReplication(context: AwsContext<Props>, replication: Replication): void {
  const { scope, self, own, ref, attribute, policy } = context;
  const target = ref(replication.to);
  const targetArn = target.text('arn');
  new IamRole(scope, `${role}$role`, {
    name: self.physicalName('iam-role', role),
    description: `Copies objects of ${self.name} to ${replication.to}`,
    assumeRolePolicy: policy(`${role}-trust`, serviceTrust(['s3.amazonaws.com'])),
  });
  new IamRolePolicy(scope, `${role}$policy`, {
    name: 'replicate',
    role: attribute('aws_iam_role', 'name', role),
    policy: policy(`${role}-grant`, [
      { actions: ['s3:GetReplicationConfiguration', 's3:ListBucket'], resources: [own('arn')] },
      {
        actions: ['s3:GetObjectVersionForReplication', 's3:GetObjectVersionAcl', 's3:GetObjectVersionTagging'],
        resources: [`${own('arn')}/*`],
      },
      { actions: ['s3:ReplicateObject', 's3:ReplicateDelete', 's3:ReplicateTags'], resources: [`${targetArn}/*`] },
      ...keyStatements(context, target),
    ]),
  });
  new S3BucketReplicationConfigurationA(scope, 'this$replication', {
    // Read from the versioning of both ends, which has to be there first.
    bucket: own('versionedId'),
    role: attribute('aws_iam_role', 'arn', role),
    rule: [
      {
        id: `to-${replication.to}`,
        status: 'Enabled',
        priority: 1,
        filter: {},
        deleteMarkerReplication: { status: 'Enabled' },
        ...(target.has('keyArn') ? { sourceSelectionCriteria: { sseKmsEncryptedObjects: { status: 'Enabled' } } } : {}),
        destination: {
          bucket: `arn:${self.settings.aws.partition}:s3:::${target.text('versionedId')}`,
          ...(replication.storageClass === undefined ? {} : { storageClass: replication.storageClass }),
          ...(target.has('keyArn') ? { encryptionConfiguration: { replicaKmsKeyId: target.text('keyArn') } } : {}),
          ...timing(replication),
        },
      },
    ],
    ...regional(context),
  });
}

/** How far the copy is behind is always measured; that it is at most 15 minutes is promised for a price. */
function timing({ within15Minutes }: Replication) {
  if (!within15Minutes) return { metrics: { status: 'Enabled' } };
  const promised = { minutes: 15 };
  return {
    replicationTime: { status: 'Enabled', time: promised },
    metrics: { status: 'Enabled', eventThreshold: promised },
  };
}

/** @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/replication-config-for-kms-objects.html */
function keyStatements({ self, props, own }: AwsContext<Props>, target: Reader): Statement[] {
  if (props.key === undefined || !target.has('keyArn')) return [];
  const there = regionOf(self.settings, target.component.props['region'] as string | undefined);
  return [
    decryptThrough(own('keyArn'), `s3.${regionOf(self.settings, props.region)}`),
    {
      ...decryptThrough(target.text('keyArn'), `s3.${there}`),
      actions: ['kms:Encrypt', 'kms:GenerateDataKey'],
    },
  ];
}
