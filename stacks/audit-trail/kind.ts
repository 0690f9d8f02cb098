import { defineAwsKind } from '../../schemas/contract/kind';
import { known, runtime } from '../../schemas/contract/output';
import { constraints } from './constraints';
import { Input } from './input';
import { addTrail, addTrailKey } from './resources';

/** Who did what in the account. It is the bucket's policy that lets CloudTrail write there. */
export const auditTrail = defineAwsKind<typeof Input>({
  kind: 'audit-trail',
  summary: 'Who did what in the account: CloudTrail of all regions, into a bucket, encrypted and sealed.',
  creates: [
    'a trail of all regions, with digests that show whether a file was changed, into the bucket that it uses with deliver-logs',
    'a KMS key of its own, with yearly rotation, which this trail alone may use',
    'a log group with a retention and a KMS key, and the role that writes to it, where a copy is kept in CloudWatch Logs',
  ],
  input: Input,
  examples: {
    'all calls, kept for a year': {
      input: { uses: { audit: 'deliver-logs' } },
      with: { bucket: { audit: { expireAfterDays: 400, transitions: [{ afterDays: 90, to: 'GLACIER_IR' }] } } },
    },
    'objects and unusual calls too, kept for seven years and in no log group': {
      input: {
        uses: { audit: 'deliver-logs' },
        keepDays: 2557,
        leaveOut: ['kms', 'rds-data'],
        objects: { buckets: ['images'], actions: 'write' },
        insights: ['call-rate', 'error-rate'],
        logGroup: { enabled: false },
        protect: false,
      },
      with: { bucket: { audit: {}, images: {} } },
    },
    'a copy that can be searched for a quarter': {
      input: { uses: { audit: 'deliver-logs' }, logGroup: { retentionDays: 90, encryption: 'aws-owned-key' } },
      with: { bucket: { audit: {} } },
    },
  },
  holdsData: true,
  outputs: {
    name: known('Name.', ({ self }) => self.physicalName('cloudtrail')),
    trailArn: known('ARN.', ({ self, own }) => {
      const { partition, region, account } = self.settings.aws;
      return `arn:${partition}:cloudtrail:${region}:${account}:trail/${own('name')}`;
    }),
    keyArn: runtime('ARN of the KMS key that encrypts its files.', 'foundation', ({ attribute }) =>
      attribute('aws_kms_key', 'arn'),
    ),
    logGroupName: known('Log group.', ({ self, props }) =>
      props.logGroup.enabled ? `/aws/cloudtrail/${self.physicalName('log-group')}` : undefined,
    ),
  },
  connects: true,
  offers: {
    access: {
      read: {
        description: 'Decrypt its files; the bucket gives `read` of them.',
        statements: ({ own }) => [{ actions: ['kms:Decrypt'], resources: [own('keyArn')] }],
      },
    },
  },
  constraints,
  layers: { foundation: addTrailKey, platform: addTrail },
});
