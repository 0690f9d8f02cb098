import { CloudwatchEventRule } from '@cdktf/provider-aws/lib/cloudwatch-event-rule';
import { CloudwatchEventTarget } from '@cdktf/provider-aws/lib/cloudwatch-event-target';
import { SqsQueue } from '@cdktf/provider-aws/lib/sqs-queue';
import { SqsQueuePolicy } from '@cdktf/provider-aws/lib/sqs-queue-policy';
import type { AwsContext } from '../../schemas/contract/kind';

/** Events that foretell the end of a node. @see https://karpenter.sh/docs/concepts/disruption/#interruption */
const events = {
  'spot-interruption': { source: 'aws.ec2', detailType: 'EC2 Spot Instance Interruption Warning' },
  rebalance: { source: 'aws.ec2', detailType: 'EC2 Instance Rebalance Recommendation' },
  'state-change': { source: 'aws.ec2', detailType: 'EC2 Instance State-change Notification' },
  'scheduled-change': { source: 'aws.health', detailType: 'AWS Health Event' },
} as const;

/** The queue that the controller reads, and the rules that fill it. */
export function addInterruptionQueue(context: AwsContext<{ readonly keepEventsSeconds: number }>): void {
  const { scope, props, own, attribute, self } = context;
  new SqsQueue(scope, 'this$queue', {
    name: own('queueName'),
    messageRetentionSeconds: props.keepEventsSeconds,
    sqsManagedSseEnabled: true,
  });
  const queueArn = attribute('aws_sqs_queue', 'arn');
  for (const [role, { source, detailType }] of Object.entries(events)) {
    new CloudwatchEventRule(scope, role, {
      name: self.physicalName('eventbridge-rule', role),
      description: `${detailType} for ${self.name}`,
      eventPattern: JSON.stringify({ source: [source], 'detail-type': [detailType] }),
    });
    new CloudwatchEventTarget(scope, role + '$target', {
      rule: attribute('aws_cloudwatch_event_rule', 'name', role),
      targetId: 'interruption-queue',
      arn: queueArn,
    });
  }
  new SqsQueuePolicy(scope, 'this$queue-policy', {
    queueUrl: attribute('aws_sqs_queue', 'url'),
    policy: queuePolicy(context, queueArn),
  });
}

function queuePolicy(
  { policy, attribute }: AwsContext<{ readonly keepEventsSeconds: number }>,
  queueArn: string,
): string {
  return policy('queue', [
    {
      sid: 'RulesSend',
      actions: ['sqs:SendMessage'],
      resources: [queueArn],
      principals: [{ type: 'Service', identifiers: ['events.amazonaws.com'] }],
      conditions: [
        {
          test: 'ArnEquals',
          variable: 'aws:SourceArn',
          values: Object.keys(events).map((role) => attribute('aws_cloudwatch_event_rule', 'arn', role)),
        },
      ],
    },
    {
      sid: 'TlsOnly',
      effect: 'Deny',
      actions: ['sqs:*'],
      resources: [queueArn],
      principals: [{ type: '*', identifiers: ['*'] }],
      conditions: [{ test: 'Bool', variable: 'aws:SecureTransport', values: ['false'] }],
    },
  ]);
}
