import type { Statement } from '../../schemas/contract/connection';
import { defineAwsKind, type AwsContext } from '../../schemas/contract/kind';
import { known, runtime, type OutputContext } from '../../schemas/contract/output';
import { regionOf } from '../facets/region';
import { constraints } from './constraints';
import { Input, type Props } from './input';
import { addSubscriptions, addTopic } from './resources';

/** Who is told when something happens. Alarms, budgets and workloads name it; it names nobody. */
export const notifications = defineAwsKind<typeof Input>({
  kind: 'notifications',
  summary: 'Who is told when something happens: an encrypted SNS topic with e-mail, text messages and web addresses.',
  creates: [
    'the topic, with a policy that refuses plain HTTP and lets the services of this account publish that are chosen',
    'a KMS key of its own with yearly rotation, which the same services may use',
    'a subscription for each address',
    'no topic and no key, where the topic exists already',
  ],
  input: Input,
  examples: {
    'people who are told by e-mail and by text message': {
      input: { email: { ops: 'ops@example.com' }, sms: { 'on-call': '+442079460000' }, displayName: 'Acme' },
    },
    'a web address that is told what EventBridge and CloudWatch see in another region': {
      input: {
        https: { incidents: 'https://hooks.example.com/aws' },
        publishers: ['cloudwatch', 'events'],
        region: 'dr',
      },
    },
    'a topic that is there already': {
      input: {
        existing: {
          topicArn: 'arn:aws:sns:us-east-1:111122223333:alerts',
          keyArn: 'arn:aws:kms:us-east-1:111122223333:key/11111111-2222-3333-4444-555555555555',
        },
      },
    },
  },
  outputs: {
    name: known('Name of the topic.', ({ self, props }) =>
      props.existing ? props.existing.topicArn.replace(/^.*:/, '') : self.physicalName('sns-topic'),
    ),
    topicArn: known('ARN of the topic.', ({ self, props, own }) => {
      if (props.existing) return props.existing.topicArn;
      const { partition, account } = self.settings.aws;
      return `arn:${partition}:sns:${regionOf(self.settings, props.region) ?? ''}:${account}:${own('name')}`;
    }),
    keyArn: runtime('ARN of the key that encrypts messages on their way.', 'foundation', ({ props, attribute }) =>
      props.existing ? props.existing.keyArn : attribute('aws_kms_key', 'arn'),
    ),
  },
  offers: {
    access: {
      publish: {
        description: 'Send a message to everybody who is subscribed.',
        statements: publishStatements,
        variables: () => ({ TOPIC_ARN: { output: 'topicArn' } }),
      },
    },
  },
  metrics: () => ({
    failed: {
      description: 'Messages that an address did not take.',
      namespace: 'AWS/SNS',
      name: 'NumberOfNotificationsFailed',
      dimensions: { TopicName: { output: 'name' } },
      statistic: 'Sum',
      unit: 'Count',
      missing: 'notBreaching',
    },
    published: {
      description: 'Messages that were sent to the topic.',
      namespace: 'AWS/SNS',
      name: 'NumberOfMessagesPublished',
      dimensions: { TopicName: { output: 'name' } },
      statistic: 'Sum',
      unit: 'Count',
      missing: 'notBreaching',
    },
  }),
  constraints,
  layers: { foundation },
});

/** Whoever publishes to an encrypted topic makes a data key and reads it back. */
function publishStatements({ props, own }: OutputContext<Props>): Statement[] {
  const publish = { actions: ['sns:Publish'], resources: [own('topicArn')] };
  if (props.existing && props.existing.keyArn === undefined) return [publish];
  return [publish, { actions: ['kms:Decrypt', 'kms:GenerateDataKey*'], resources: [own('keyArn')] }];
}

function foundation(context: AwsContext<Props>): void {
  if (!context.props.existing) addTopic(context);
  addSubscriptions(context);
}
