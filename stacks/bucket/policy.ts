import type { Component } from '../../schemas/contract/component';
import type { Connection } from '../../schemas/contract/connection';
import type { AwsContext, PolicyStatement } from '../../schemas/contract/kind';
import type { Reader } from '../../schemas/contract/output';
import type { Props } from './input';

interface LogSource {
  readonly from: Component;
  readonly outputs: Reader;
  readonly bucketArn: string;
}

/** Statement ids hold letters and digits alone. */
function sid(prefix: string, component: Component): string {
  const words = component.name.split('-').map((word) => `${word.charAt(0).toUpperCase()}${word.slice(1)}`);
  return `${prefix}${words.join('')}`;
}

/** @see https://docs.aws.amazon.com/elasticloadbalancing/latest/application/enable-access-logging.html */
function balancerLogs({ from, bucketArn }: LogSource): PolicyStatement[] {
  return [
    {
      sid: sid('LogsOf', from),
      actions: ['s3:PutObject'],
      resources: [`${bucketArn}/${from.name}/AWSLogs/${from.settings.aws.account}/*`],
      principals: [{ type: 'Service', identifiers: ['logdelivery.elasticloadbalancing.amazonaws.com'] }],
    },
  ];
}

/** What a kind needs in the policy of the bucket that AWS delivers its logs to. */
export const logSources: Readonly<Record<string, (source: LogSource) => PolicyStatement[]>> = {
  'load-balancer': balancerLogs,
  ingress: balancerLogs,
  /** @see https://docs.aws.amazon.com/awscloudtrail/latest/userguide/create-s3-bucket-policy-for-cloudtrail.html */
  'audit-trail': ({ from, outputs, bucketArn }) => {
    const principals: NonNullable<PolicyStatement['principals']> = [
      { type: 'Service', identifiers: ['cloudtrail.amazonaws.com'] },
    ];
    const ofTrail = { test: 'StringEquals', variable: 'aws:SourceArn', values: [outputs.text('trailArn')] };
    return [
      {
        sid: sid('BucketSeenBy', from),
        actions: ['s3:GetBucketAcl'],
        resources: [bucketArn],
        principals,
        conditions: [ofTrail],
      },
      {
        sid: sid('LogsOf', from),
        actions: ['s3:PutObject'],
        resources: [`${bucketArn}/${from.name}/AWSLogs/${from.settings.aws.account}/*`],
        principals,
        conditions: [
          { test: 'StringEquals', variable: 's3:x-amz-acl', values: ['bucket-owner-full-control'] },
          ofTrail,
        ],
      },
    ];
  },
  /** @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/AWS-logs-infrastructure-V2-S3.html */
  cdn: ({ from, outputs, bucketArn }) => {
    const { partition, account } = from.settings.aws;
    const source = `arn:${partition}:logs:us-east-1:${account}:delivery-source:${outputs.text('deliverySource')}`;
    return [
      {
        sid: sid('LogsOf', from),
        actions: ['s3:PutObject'],
        resources: [`${bucketArn}/AWSLogs/${account}/*`],
        principals: [{ type: 'Service', identifiers: ['delivery.logs.amazonaws.com'] }],
        conditions: [
          { test: 'StringEquals', variable: 's3:x-amz-acl', values: ['bucket-owner-full-control'] },
          { test: 'StringEquals', variable: 'aws:SourceAccount', values: [account] },
          { test: 'ArnLike', variable: 'aws:SourceArn', values: [source] },
        ],
      },
    ];
  },
};

/** TLS for everybody, and what the connections to it need that no role of a workload has. */
export function policyStatements(context: AwsContext<Props>): PolicyStatement[] {
  const { own, usedBy } = context;
  return [
    {
      sid: 'TlsOnly',
      effect: 'Deny',
      actions: ['s3:*'],
      resources: [own('arn'), `${own('arn')}/*`],
      principals: [{ type: '*', identifiers: ['*'] }],
      conditions: [{ test: 'Bool', variable: 'aws:SecureTransport', values: ['false'] }],
    },
    ...usedBy.flatMap((connection) => statementsFor(context, connection)),
  ];
}

function statementsFor({ own, ref }: AwsContext<Props>, { from, access }: Connection): PolicyStatement[] {
  if (access === 'deliver-logs')
    return logSources[from.kind]?.({ from, outputs: ref(from.name), bucketArn: own('arn') }) ?? [];
  if (access !== 'serve') return [];
  return [
    {
      sid: sid('ServedBy', from),
      actions: ['s3:GetObject'],
      resources: [`${own('arn')}/*`],
      principals: [{ type: 'Service', identifiers: ['cloudfront.amazonaws.com'] }],
      conditions: [{ test: 'StringEquals', variable: 'aws:SourceArn', values: [ref(from.name).text('arn')] }],
    },
  ];
}
