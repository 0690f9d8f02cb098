import { IamRole } from '@cdktf/provider-aws/lib/iam-role';
import { IamRolePolicy } from '@cdktf/provider-aws/lib/iam-role-policy';
import { S3BucketReplicationConfigurationA } from '@cdktf/provider-aws/lib/s3-bucket-replication-configuration';
import type { AwsContext } from '../../schemas/contract/kind';
import { serviceTrust } from '../facets/policy';
import { regional } from '../facets/region';
import type { Props } from './input';

const role = 'replication';

/** @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/setting-repl-config-perm-overview.html */
export function addReplication(context: AwsContext<Props>, replication: NonNullable<Props['replication']>): void {
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
    ]),
  });
  const within = { status: 'Enabled', time: { minutes: 15 } };
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
        destination: {
          bucket: `arn:${self.settings.aws.partition}:s3:::${target.text('versionedId')}`,
          ...(replication.storageClass === undefined ? {} : { storageClass: replication.storageClass }),
          ...(replication.within15Minutes
            ? { replicationTime: within, metrics: { status: 'Enabled', eventThreshold: { minutes: 15 } } }
            : {}),
        },
      },
    ],
    ...regional(context),
  });
}
