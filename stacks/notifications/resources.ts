import { SnsTopic } from '@cdktf/provider-aws/lib/sns-topic';
import { SnsTopicPolicy } from '@cdktf/provider-aws/lib/sns-topic-policy';
import { SnsTopicSubscription } from '@cdktf/provider-aws/lib/sns-topic-subscription';
import type { AwsContext, PolicyStatement } from '../../schemas/contract/kind';
import type { Settings } from '../../schemas/contract/settings';
import { addKey, keyItself } from '../facets/key';
import { regional } from '../facets/region';
import type { Props, Publisher } from './input';

type Context = AwsContext<Props>;

/** What a publisher needs in the policies of the topic and of its key. */
interface Grant {
  readonly sid: string;
  readonly principals: NonNullable<PolicyStatement['principals']>;
  readonly conditions?: NonNullable<PolicyStatement['conditions']>;
}

/** A service that says on whose behalf it acts. */
function service(sid: string, name: string): (settings: Settings) => Grant {
  return ({ aws }) => ({
    sid,
    principals: [{ type: 'Service', identifiers: [name] }],
    conditions: [{ test: 'StringEquals', variable: 'aws:SourceAccount', values: [aws.account] }],
  });
}

const grants: Readonly<Record<Publisher, (settings: Settings) => Grant>> = {
  /**
   * It publishes by its own role. A policy that names a role is refused until the role exists, so that a condition does.
   * @see https://docs.aws.amazon.com/sns/latest/dg/sns-key-management.html
   */
  'auto-scaling': ({ aws }) => ({
    sid: 'AutoScaling',
    principals: [{ type: 'AWS', identifiers: ['*'] }],
    conditions: [
      {
        test: 'ArnEquals',
        variable: 'aws:PrincipalArn',
        values: [
          `arn:${aws.partition}:iam::${aws.account}:role/aws-service-role/autoscaling.amazonaws.com/AWSServiceRoleForAutoScaling`,
        ],
      },
    ],
  }),
  /** @see https://docs.aws.amazon.com/cost-management/latest/userguide/budgets-sns-policy.html */
  budgets: service('Budgets', 'budgets.amazonaws.com'),
  /** @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/Notify_Users_Alarm_Changes.html */
  cloudwatch: service('CloudWatch', 'cloudwatch.amazonaws.com'),
  /** @see https://docs.aws.amazon.com/cost-management/latest/userguide/ad-SNS.html */
  'cost-anomalies': service('CostAnomalies', 'costalerts.amazonaws.com'),
  /**
   * A statement with a condition would never allow it anything.
   * @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-use-resource-based.html
   */
  events: () => ({ sid: 'Events', principals: [{ type: 'Service', identifiers: ['events.amazonaws.com'] }] }),
};

function grantsOf({ props, settings }: Context): Grant[] {
  return [...props.publishers].sort().map((publisher) => grants[publisher](settings));
}

/** The topic, its key and who may publish. */
export function addTopic(context: Context): void {
  const { scope, self, props, own, policy } = context;
  const place = regional(context);
  const keyArn = addKey(context, {
    description: `Notifications ${self.name}`,
    statements: grantsOf(context).map(({ sid, ...grant }) => ({
      sid: `${sid}UsesKey`,
      actions: ['kms:Decrypt', 'kms:GenerateDataKey*'],
      ...keyItself,
      ...grant,
    })),
    // It may go: a message is kept no longer than it takes to deliver it.
    protect: false,
    provider: place.provider,
  });
  new SnsTopic(scope, 'this', {
    name: own('name'),
    ...(props.displayName === undefined ? {} : { displayName: props.displayName }),
    kmsMasterKeyId: keyArn,
    signatureVersion: 2,
    ...place,
  });
  new SnsTopicPolicy(scope, 'this$policy', {
    arn: context.attribute('aws_sns_topic', 'arn'),
    policy: policy('publishers', topicStatements(context)),
    ...place,
  });
}

/** Roles of the account publish by what their own policies say. */
function topicStatements(context: Context): PolicyStatement[] {
  const topic = { actions: ['sns:Publish'], resources: [context.own('topicArn')] };
  return [
    {
      sid: 'TlsOnly',
      effect: 'Deny',
      ...topic,
      principals: [{ type: '*', identifiers: ['*'] }],
      conditions: [{ test: 'Bool', variable: 'aws:SecureTransport', values: ['false'] }],
    },
    ...grantsOf(context).map(({ sid, ...grant }) => ({ sid: `${sid}Publishes`, ...topic, ...grant })),
  ];
}

/** One for each address. */
export function addSubscriptions(context: Context): void {
  const { scope, props, attribute } = context;
  const topicArn = props.existing?.topicArn ?? attribute('aws_sns_topic', 'arn');
  for (const protocol of ['email', 'sms', 'https'] as const) {
    for (const [name, endpoint] of Object.entries(props[protocol])) {
      new SnsTopicSubscription(scope, `${protocol}-${name}`, { topicArn, protocol, endpoint, ...regional(context) });
    }
  }
}
