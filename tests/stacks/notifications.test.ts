import type { JsonObject } from '../../schemas/primitives/artifact';
import { only, refused, statements, usedByPod } from '../support/data-stores';
import { render, resources, type Rendered } from '../support/render';

const people = {
  email: { ops: 'ops@example.com' },
  sms: { 'on-call': '+442079460000' },
  https: { incidents: 'https://hooks.example.com/aws' },
};

function told(input: JsonObject = {}): Promise<Rendered> {
  return render({ components: { notifications: { alerts: { ...people, ...input } } } });
}

function statement(all: readonly JsonObject[], sid: string): JsonObject | undefined {
  return all.find((one) => one['sid'] === sid);
}

const ofThisAccount = [{ test: 'StringEquals', variable: 'aws:SourceAccount', values: ['111122223333'] }];

describe('notifications', () => {
  test('each address is subscribed to one encrypted topic', async () => {
    const rendered = await told({ displayName: 'Acme' });
    expect(rendered.findings).toEqual([]);
    expect(only(rendered, 'aws_sns_topic')).toEqual({
      name: 'acme-test-alerts',
      display_name: 'Acme',
      kms_master_key_id: '${aws_kms_key.alerts.arn}',
      signature_version: 2,
    });
    const topic_arn = '${aws_sns_topic.alerts.arn}';
    expect(resources(rendered, 'aws_sns_topic_subscription')).toEqual({
      alerts_email_ops: { topic_arn, protocol: 'email', endpoint: 'ops@example.com' },
      alerts_sms_on_call: { topic_arn, protocol: 'sms', endpoint: '+442079460000' },
      alerts_https_incidents: { topic_arn, protocol: 'https', endpoint: 'https://hooks.example.com/aws' },
    });
  });

  test('its key is rotated, and used by the services that publish, for this account alone', async () => {
    const rendered = await told();
    expect(only(rendered, 'aws_kms_key')).toMatchObject({ enable_key_rotation: true });
    const key = statements(rendered, 'alerts');
    for (const [sid, principal] of [
      ['BudgetsUsesKey', 'budgets.amazonaws.com'],
      ['CloudWatchUsesKey', 'cloudwatch.amazonaws.com'],
      ['CostAnomaliesUsesKey', 'costalerts.amazonaws.com'],
    ] as const) {
      expect(statement(key, sid)).toMatchObject({
        actions: ['kms:Decrypt', 'kms:GenerateDataKey*'],
        principals: [{ type: 'Service', identifiers: [principal] }],
        condition: ofThisAccount,
      });
    }
    expect(statement(key, 'EventsUsesKey')).toBeUndefined();
  });

  test('Auto Scaling is let in by its role, which need not exist yet', async () => {
    const rendered = await told({ publishers: ['auto-scaling'] });
    expect(statement(statements(rendered, 'alerts'), 'AutoScalingUsesKey')).toMatchObject({
      principals: [{ type: 'AWS', identifiers: ['*'] }],
      condition: [
        {
          test: 'ArnEquals',
          variable: 'aws:PrincipalArn',
          values: [
            'arn:aws:iam::111122223333:role/aws-service-role/autoscaling.amazonaws.com/AWSServiceRoleForAutoScaling',
          ],
        },
      ],
    });
  });

  test('nobody publishes over plain HTTP', async () => {
    expect(statement(statements(await told(), 'alerts_publishers'), 'TlsOnly')).toEqual({
      sid: 'TlsOnly',
      effect: 'Deny',
      actions: ['sns:Publish'],
      resources: ['arn:aws:sns:us-east-1:111122223333:acme-test-alerts'],
      principals: [{ type: '*', identifiers: ['*'] }],
      condition: [{ test: 'Bool', variable: 'aws:SecureTransport', values: ['false'] }],
    });
  });

  test('every service but EventBridge publishes for this account alone; EventBridge, where asked for, without a condition, which it could not meet', async () => {
    const topic = statements(await told({ publishers: ['events', 'cloudwatch'] }), 'alerts_publishers');
    expect(topic.map(({ sid }) => sid)).toEqual(['TlsOnly', 'CloudWatchPublishes', 'EventsPublishes']);
    expect(topic[1]?.['condition']).toEqual(ofThisAccount);
    expect(topic[2]).not.toHaveProperty('condition');
  });

  test('in another region, everything of it is there', async () => {
    const rendered = await told({ region: 'dr' });
    expect(rendered.findings).toEqual([]);
    for (const type of ['aws_kms_key', 'aws_sns_topic', 'aws_sns_topic_policy', 'aws_sns_topic_subscription'])
      for (const body of Object.values(resources(rendered, type))) expect(body['provider']).toBe('aws.dr');
    expect(statements(rendered, 'alerts_publishers')[0]?.['resources']).toEqual([
      'arn:aws:sns:us-west-2:111122223333:acme-test-alerts',
    ]);
  });

  test('a topic that is there already gets subscriptions and nothing else', async () => {
    const topicArn = 'arn:aws:sns:us-east-1:111122223333:ops';
    const rendered = await told({ existing: { topicArn } });
    expect(rendered.findings).toEqual([]);
    expect(resources(rendered, 'aws_sns_topic')).toEqual({});
    expect(resources(rendered, 'aws_kms_key')).toEqual({});
    expect(resources(rendered, 'aws_sns_topic_subscription')['alerts_email_ops']).toMatchObject({
      topic_arn: topicArn,
    });
  });

  test('a workload that uses it may publish, with the key, and is told the topic', async () => {
    const rendered = await usedByPod({ notifications: { alerts: people } }, { alerts: 'publish' });
    expect(rendered.findings).toEqual([]);
    expect(statements(rendered, 'api_grant_alerts')).toMatchObject([
      { actions: ['sns:Publish'], resources: ['arn:aws:sns:us-east-1:111122223333:acme-test-alerts'] },
      {
        actions: ['kms:Decrypt', 'kms:GenerateDataKey*'],
        resources: ['${data.terraform_remote_state.foundation.outputs.alerts_key_arn}'],
      },
    ]);
    expect(JSON.stringify(rendered.files)).toContain('"ALERTS_TOPIC_ARN"');
  });

  test.each<[string, JsonObject, string]>([
    [
      'one address under two names',
      { email: { ops: 'ops@example.com', night: 'ops@example.com' } },
      'same-address-twice at /email/ops',
    ],
    [
      'an existing topic of another region',
      { existing: { topicArn: 'arn:aws:sns:eu-west-1:111122223333:ops' } },
      'existing-elsewhere at /existing/topicArn',
    ],
    ['a region that has no name', { region: 'west' }, 'unknown-region at /region'],
  ])('%s is refused', async (_, input, expected) => {
    expect(refused(await told(input))).toEqual([
      `notifications/${expected.replace(' at ', ' at /notifications/alerts')}`,
    ]);
  });

  test.each<[string, JsonObject]>([
    ['two addresses', { email: { ops: 'ops@example.com', night: 'night@example.com' } }],
    [
      'an existing topic of the region that is stated',
      { region: 'dr', existing: { topicArn: 'arn:aws:sns:us-west-2:111122223333:ops' } },
    ],
  ])('%s are taken', async (_, input) => {
    expect((await told(input)).findings).toEqual([]);
  });

  test.each<[string, JsonObject, string]>([
    ['an address without a domain', { email: { ops: 'ops' } }, '/email/ops'],
    ['a telephone number without a country', { sms: { ops: '020 7946 0000' } }, '/sms/ops'],
    ['a web address with a password in it', { https: { hook: 'https://me:secret@example.com/' } }, '/https/hook'],
    ['a web address without encryption', { https: { hook: 'http://example.com/' } }, '/https/hook'],
  ])('%s is refused at its place', async (_, input, at) => {
    expect((await told(input)).findings.map((finding) => finding.at.file.replace(/^.*alerts/, ''))).toEqual([at]);
  });
});
