import { Cloudtrail } from '@cdktf/provider-aws/lib/cloudtrail';
import { IamRole } from '@cdktf/provider-aws/lib/iam-role';
import { IamRolePolicy } from '@cdktf/provider-aws/lib/iam-role-policy';
import type { AwsContext, PolicyStatement } from '../../schemas/contract/kind';
import { addKey, keyItself } from '../facets/key';
import { addLogGroup } from '../facets/log-group';
import { serviceTrust } from '../facets/policy';
import type { Props } from './input';

type Context = AwsContext<Props>;

const role = 'logs';
const principals: NonNullable<PolicyStatement['principals']> = [
  { type: 'Service', identifiers: ['cloudtrail.amazonaws.com'] },
];

function ofThisTrail({ own }: Pick<Context, 'own'>) {
  return [{ test: 'StringEquals', variable: 'aws:SourceArn', values: [own('trailArn')] }];
}

/**
 * In a bucket with a key of its own for all objects, CloudTrail decrypts as well.
 * @see https://docs.aws.amazon.com/awscloudtrail/latest/userguide/create-kms-key-policy-for-cloudtrail.html
 */
export function addTrailKey(context: Context): void {
  const { self, props, settings } = context;
  const { partition, account } = settings.aws;
  const trails = `arn:${partition}:cloudtrail:*:${account}:trail/*`;
  addKey(context, {
    description: `Audit trail ${self.name}`,
    statements: [
      {
        sid: 'TrailEncrypts',
        actions: ['kms:Decrypt', 'kms:GenerateDataKey*'],
        ...keyItself,
        principals,
        conditions: [
          ...ofThisTrail(context),
          { test: 'StringLike', variable: 'kms:EncryptionContext:aws:cloudtrail:arn', values: [trails] },
        ],
      },
      {
        sid: 'TrailLooksAtKey',
        actions: ['kms:DescribeKey'],
        ...keyItself,
        principals,
        conditions: ofThisTrail(context),
      },
    ],
    protect: props.protect,
  });
}

export function addTrail(context: Context): void {
  const { scope, self, props, own, ref, uses } = context;
  const bucket = uses.find(({ to, access }) => to.kind === 'bucket' && access === 'deliver-logs');
  if (!bucket) return;
  new Cloudtrail(scope, 'this', {
    name: own('name'),
    // Named once its policy is in force: AWS tries to write when the trail is made.
    s3BucketName: ref(bucket.to.name).text('nameWithPolicy'),
    s3KeyPrefix: self.name,
    kmsKeyId: own('keyArn'),
    isMultiRegionTrail: true,
    includeGlobalServiceEvents: true,
    enableLogFileValidation: true,
    enableLogging: true,
    advancedEventSelector: [managementEvents(props), ...objectEvents(context)],
    insightSelector: [...props.insights].sort().map((insight) => ({ insightType: insightTypes[insight] })),
    ...(props.logGroup.enabled ? addLogs(context) : {}),
    ...(props.protect ? { lifecycle: { preventDestroy: true } } : {}),
  });
}

const insightTypes = { 'call-rate': 'ApiCallRateInsight', 'error-rate': 'ApiErrorRateInsight' } as const;

const sources = { kms: 'kms.amazonaws.com', 'rds-data': 'rdsdata.amazonaws.com' } as const;

/** @see https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_AdvancedFieldSelector.html */
function managementEvents({ leaveOut }: Props) {
  const left = [...leaveOut].sort().map((service) => sources[service]);
  return {
    name: 'Management',
    fieldSelector: [
      { field: 'eventCategory', equalTo: ['Management'] },
      ...(left.length === 0 ? [] : [{ field: 'eventSource', notEquals: left }]),
    ],
  };
}

/** The slash keeps buckets out whose names go on where this one ends. */
function objectEvents({ props: { objects }, ref }: Context) {
  if (!objects) return [];
  return [
    {
      name: 'Objects',
      fieldSelector: [
        { field: 'eventCategory', equalTo: ['Data'] },
        { field: 'resources.type', equalTo: ['AWS::S3::Object'] },
        { field: 'resources.ARN', startsWith: [...objects.buckets].sort().map((key) => `${ref(key).text('arn')}/`) },
        ...(objects.actions === 'all' ? [] : [{ field: 'readOnly', equalTo: [String(objects.actions === 'read')] }]),
      ],
    },
  ];
}

/** @see https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-required-policy-for-cloudwatch-logs.html */
function addLogs(context: Context) {
  const { scope, self, props, own, settings, attribute, policy } = context;
  const { account, region } = settings.aws;
  const { retentionDays, encryption } = props.logGroup;
  const group = addLogGroup(context, { role, name: own('logGroupName'), retentionDays, encryption });
  new IamRole(scope, `${role}$role`, {
    name: self.physicalName('iam-role', role),
    description: `Writes the events of the trail ${self.name}`,
    assumeRolePolicy: policy(
      'logs-trust',
      serviceTrust(['cloudtrail.amazonaws.com']).map((trust) => ({ ...trust, conditions: ofThisTrail(context) })),
    ),
  });
  new IamRolePolicy(scope, `${role}$policy`, {
    name: 'write-log',
    role: attribute('aws_iam_role', 'name', role),
    policy: policy('logs-write', [
      {
        actions: ['logs:CreateLogStream', 'logs:PutLogEvents'],
        resources: [`${group.arn}:log-stream:${account}_CloudTrail_${region}*`],
      },
    ]),
  });
  return {
    cloudWatchLogsGroupArn: `${group.arn}:*`,
    cloudWatchLogsRoleArn: attribute('aws_iam_role', 'arn', role),
    // AWS tries to write when the trail is made.
    dependsOn: [{ fqn: `aws_iam_role_policy.${self.id}_${role}` }],
  };
}
