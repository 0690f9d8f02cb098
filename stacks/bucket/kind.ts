import { DataAwsS3Bucket } from '@cdktf/provider-aws/lib/data-aws-s3-bucket';
import { S3BucketPolicy } from '@cdktf/provider-aws/lib/s3-bucket-policy';
import { defineAwsKind, type AwsContext } from '../../schemas/contract/kind';
import type { Statement } from '../../schemas/contract/connection';
import { known, runtime, type OutputContext } from '../../schemas/contract/output';
import { decryptThrough } from '../facets/key';
import { regional, regionOf } from '../facets/region';
import { constraints } from './constraints';
import { Input, type Props } from './input';
import { metrics } from './metrics';
import { policyStatements } from './policy';
import { addReplication } from './replication';
import { addBucket } from './resources';

/** An object store. Encrypted, versioned, closed to the public, TLS only. */
export const bucket = defineAwsKind<typeof Input>({
  kind: 'bucket',
  summary: 'An S3 bucket: encrypted, versioned, closed to the public, reachable over TLS alone.',
  creates: [
    'the bucket with versioning, encryption and ownership controls',
    'a public access block',
    'a lifecycle configuration: for the whole bucket and for prefixes, and one for intelligent tiering where objects are archived',
    'a policy that refuses plain HTTP and lets the distributions read that serve it, and AWS write the logs of those that use it for them',
    'replication to another bucket with its role, where it is described',
    'nothing, where the bucket exists already: it is looked up',
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
    'logs that are deleted': { input: { versioning: false, expireAfterDays: 30 } },
    'uploads that go after a month, and the rest that stays': {
      input: { prefixes: { 'uploads/': { expireAfterDays: 30, expireNoncurrentAfterDays: 7 } } },
    },
    'objects under a key of the environment': { input: { key: 'shared' }, with: { key: { shared: {} } } },
    'a copy in another bucket': {
      input: { replication: { to: 'copy' } },
      with: { bucket: { copy: {} } },
    },
    'a bucket that is there already': { input: { name: 'acme-uploads', existing: true } },
  },
  holdsData: ({ existing }) => !existing,
  outputs: {
    name: known('Name.', ({ self }) => self.physicalName('s3-bucket')),
    arn: known('ARN.', ({ self }) => `arn:${self.settings.aws.partition}:s3:::${self.physicalName('s3-bucket')}`),
    region: known('Region.', ({ self, props }) => regionOf(self.settings, props.region)),
    domainName: known(
      'Regional domain name.',
      ({ self, props }) =>
        `${self.physicalName('s3-bucket')}.s3.${regionOf(self.settings, props.region)}.amazonaws.com`,
    ),
    keyArn: runtime('ARN of the KMS key that encrypts its objects, where one does.', 'data', ({ props, ref }) =>
      props.key === undefined ? undefined : ref(props.key).text('arn'),
    ),
    id: runtime('Name, once the bucket exists.', 'data', ({ props, attribute }) =>
      attribute(props.existing ? 'data.aws_s3_bucket' : 'aws_s3_bucket', 'id'),
    ),
    versionedId: runtime('Name, once the bucket keeps versions.', 'data', ({ props, attribute }) =>
      props.existing ? attribute('data.aws_s3_bucket', 'id') : attribute('aws_s3_bucket_versioning', 'bucket'),
    ),
    nameWithPolicy: runtime('Name, once its policy is in force.', 'platform', ({ props, attribute }) =>
      props.existing ? undefined : attribute('aws_s3_bucket_policy', 'bucket'),
    ),
  },
  offers: {
    access: {
      append: {
        description: 'Put objects, without reading or deleting any.',
        statements: (context) => [
          { actions: ['s3:PutObject', 's3:AbortMultipartUpload'], resources: [`${context.own('arn')}/*`] },
          ...underKey(context, ['kms:GenerateDataKey']),
        ],
        variables: () => ({ BUCKET: { output: 'name' } }),
      },
      read: {
        description: 'Read and list objects.',
        statements: (context) => [
          { actions: ['s3:GetObject'], resources: [`${context.own('arn')}/*`] },
          { actions: ['s3:ListBucket'], resources: [context.own('arn')] },
          ...underKey(context),
        ],
        variables: () => ({ BUCKET: { output: 'name' } }),
      },
      write: {
        description: 'Read, list, put and delete objects.',
        statements: (context) => [
          {
            actions: ['s3:GetObject', 's3:PutObject', 's3:DeleteObject', 's3:AbortMultipartUpload'],
            resources: [`${context.own('arn')}/*`],
          },
          { actions: ['s3:ListBucket'], resources: [context.own('arn')] },
          ...underKey(context, ['kms:GenerateDataKey']),
        ],
        variables: () => ({ BUCKET: { output: 'name' } }),
      },
      serve: { description: 'Serve its objects from the edge (cdn alone): the distribution reads them, nobody else.' },
      'deliver-logs': {
        description: 'AWS writes the logs of the one that uses it (load balancers, distributions and audit trails).',
      },
    },
  },
  metrics,
  constraints,
  layers: { data, platform },
});

/** Parts of an upload are read when they are put together: writing takes `kms:Decrypt` too. */
function underKey(context: OutputContext<Props>, also: readonly string[] = []): Statement[] {
  const { self, props, own } = context;
  if (props.key === undefined) return [];
  return [decryptThrough(own('keyArn'), `s3.${regionOf(self.settings, props.region)}`, also)];
}

function data(context: AwsContext<Props>): void {
  const { scope, props, own } = context;
  if (props.existing) {
    new DataAwsS3Bucket(scope, 'this$bucket', { bucket: own('name'), ...regional(context) });
    return;
  }
  addBucket(context);
  if (props.replication) addReplication(context, props.replication);
}

/** The policy names distributions, which come after the data. */
function platform(context: AwsContext<Props>): void {
  const { scope, props, own, policy } = context;
  if (props.existing) return;
  new S3BucketPolicy(scope, 'this$policy', {
    bucket: own('id'),
    policy: policy('this$policy-document', policyStatements(context)),
    ...regional(context),
  });
}
