import type { JsonObject } from '../../schemas/primitives/artifact';
import { only, output, refused, statements, usedByPod } from '../support/data-stores';
import { render, resources, type Rendered } from '../support/render';

const uses = { audit: 'deliver-logs' };
const trailArn = 'arn:aws:cloudtrail:us-east-1:111122223333:trail/acme-test-calls';

function trail(input: JsonObject = {}, bucket: JsonObject = {}): Promise<Rendered> {
  return render({
    components: { bucket: { audit: bucket, images: {} }, 'audit-trail': { calls: { uses, ...input } } },
  });
}

function statement(all: readonly JsonObject[], sid: string): JsonObject | undefined {
  return all.find((one) => one['sid'] === sid);
}

const ofThisTrail = { test: 'StringEquals', variable: 'aws:SourceArn', values: [trailArn] };
const cloudtrail = [{ type: 'Service', identifiers: ['cloudtrail.amazonaws.com'] }];

describe('audit-trail', () => {
  test('the calls of all regions go to its bucket, encrypted, with digests, and to a log group', async () => {
    const rendered = await trail();
    expect(rendered.findings).toEqual([]);
    expect(only(rendered, 'aws_cloudtrail')).toEqual({
      name: 'acme-test-calls',
      s3_bucket_name: '${aws_s3_bucket_policy.audit.bucket}',
      s3_key_prefix: 'calls',
      kms_key_id: '${data.terraform_remote_state.foundation.outputs.calls_key_arn}',
      is_multi_region_trail: true,
      include_global_service_events: true,
      enable_log_file_validation: true,
      enable_logging: true,
      advanced_event_selector: [
        { name: 'Management', field_selector: [{ field: 'eventCategory', equals: ['Management'] }] },
      ],
      insight_selector: [],
      cloud_watch_logs_group_arn: '${aws_cloudwatch_log_group.calls_logs.arn}:*',
      cloud_watch_logs_role_arn: '${aws_iam_role.calls_logs.arn}',
      depends_on: ['aws_iam_role_policy.calls_logs'],
      lifecycle: { prevent_destroy: true },
    });
    expect(output(rendered, 'platform', 'calls_trail_arn')).toBeUndefined();
  });

  test('its bucket lets this trail in and no other, below the name of the component', async () => {
    const policy = statements(await trail(), 'audit');
    expect(statement(policy, 'BucketSeenByCalls')).toMatchObject({
      actions: ['s3:GetBucketAcl'],
      resources: ['arn:aws:s3:::acme-test-audit'],
      principals: cloudtrail,
      condition: [ofThisTrail],
    });
    expect(statement(policy, 'LogsOfCalls')).toMatchObject({
      actions: ['s3:PutObject'],
      resources: ['arn:aws:s3:::acme-test-audit/calls/AWSLogs/111122223333/*'],
      principals: cloudtrail,
      condition: [
        { test: 'StringEquals', variable: 's3:x-amz-acl', values: ['bucket-owner-full-control'] },
        ofThisTrail,
      ],
    });
  });

  test('its key is for this trail, and never destroyed: nobody could read the events again', async () => {
    const rendered = await trail();
    expect(resources(rendered, 'aws_kms_key')['calls']).toMatchObject({
      enable_key_rotation: true,
      lifecycle: { prevent_destroy: true },
    });
    expect(statement(statements(rendered, 'calls'), 'TrailEncrypts')).toMatchObject({
      actions: ['kms:Decrypt', 'kms:GenerateDataKey*'],
      principals: cloudtrail,
      condition: [
        ofThisTrail,
        {
          test: 'StringLike',
          variable: 'kms:EncryptionContext:aws:cloudtrail:arn',
          values: ['arn:aws:cloudtrail:*:111122223333:trail/*'],
        },
      ],
    });
  });

  test('the role that writes to the log group is for this trail, and writes to its streams alone', async () => {
    const rendered = await trail({ logGroup: { retentionDays: 90 } });
    expect(resources(rendered, 'aws_cloudwatch_log_group')['calls_logs']).toMatchObject({
      name: '/aws/cloudtrail/acme-test-calls',
      retention_in_days: 90,
      kms_key_id: '${aws_kms_key.calls_logs.arn}',
    });
    expect(statements(rendered, 'calls_logs_trust')).toMatchObject([
      { principals: cloudtrail, condition: [ofThisTrail] },
    ]);
    expect(statements(rendered, 'calls_logs_write')).toMatchObject([
      {
        actions: ['logs:CreateLogStream', 'logs:PutLogEvents'],
        resources: ['${aws_cloudwatch_log_group.calls_logs.arn}:log-stream:111122223333_CloudTrail_us-east-1*'],
      },
    ]);
  });

  test('without a log group there is no role either', async () => {
    const rendered = await trail({ logGroup: { enabled: false }, protect: false });
    expect(rendered.findings).toEqual([]);
    expect(resources(rendered, 'aws_iam_role')).toEqual({});
    expect(resources(rendered, 'aws_cloudwatch_log_group')).toEqual({});
    expect(only(rendered, 'aws_cloudtrail')).not.toHaveProperty('lifecycle');
  });

  test('writes to objects of a bucket are recorded, of no bucket whose name goes on; calls of keys are left out', async () => {
    const rendered = await trail({
      objects: { buckets: ['images'], actions: 'write' },
      leaveOut: ['kms'],
      insights: ['error-rate', 'call-rate'],
    });
    expect(rendered.findings).toEqual([]);
    const { advanced_event_selector, insight_selector } = only(rendered, 'aws_cloudtrail');
    expect(advanced_event_selector).toEqual([
      {
        name: 'Management',
        field_selector: [
          { field: 'eventCategory', equals: ['Management'] },
          { field: 'eventSource', not_equals: ['kms.amazonaws.com'] },
        ],
      },
      {
        name: 'Objects',
        field_selector: [
          { field: 'eventCategory', equals: ['Data'] },
          { field: 'resources.type', equals: ['AWS::S3::Object'] },
          { field: 'resources.ARN', starts_with: ['arn:aws:s3:::acme-test-images/'] },
          { field: 'readOnly', equals: ['false'] },
        ],
      },
    ]);
    expect(insight_selector).toEqual([{ insight_type: 'ApiCallRateInsight' }, { insight_type: 'ApiErrorRateInsight' }]);
  });

  test('a workload that reads events may decrypt them', async () => {
    const rendered = await usedByPod(
      { bucket: { audit: {} }, 'audit-trail': { calls: { uses } } },
      { calls: 'read', audit: 'read' },
    );
    expect(rendered.findings).toEqual([]);
    expect(statements(rendered, 'api_grant_calls')).toMatchObject([{ actions: ['kms:Decrypt'] }]);
  });

  test('a trail without a bucket, and one with two, are refused', async () => {
    const none = await render({ components: { 'audit-trail': { calls: {} } } });
    expect(refused(none)).toEqual(['audit-trail/no-bucket at /audit-trail/calls']);
    const two = await trail({ uses: { audit: 'deliver-logs', images: 'deliver-logs' } });
    expect(refused(two)).toEqual(['audit-trail/no-bucket at /audit-trail/calls/uses/images']);
  });

  test('a bucket that deletes events too early, as a whole or below a prefix, is refused; one that keeps them long enough is taken', async () => {
    const early = ['audit-trail/events-deleted-early at /audit-trail/calls/keepDays'];
    expect(refused(await trail({}, { expireAfterDays: 364 }))).toEqual(early);
    expect(refused(await trail({}, { prefixes: { 'calls/': { expireAfterDays: 30 } } }))).toEqual(early);
    expect((await trail({ keepDays: 90 }, { expireAfterDays: 90 })).findings).toEqual([]);
  });

  test('a trail that would record what it writes itself is refused', async () => {
    expect(refused(await trail({ objects: { buckets: ['images', 'audit'] } }))).toEqual([
      'audit-trail/watches-its-own-bucket at /audit-trail/calls/objects/buckets/1',
    ]);
  });
});
