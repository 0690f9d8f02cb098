import { render, resources } from '../support/render';

test('a log group is encrypted with a key of its own and keeps events as long as is said', async () => {
  const rendered = await render({ components: { 'log-group': { audit: { retentionDays: 365 } } } });
  expect(rendered.findings).toEqual([]);
  expect(resources(rendered, 'aws_cloudwatch_log_group')['audit']).toEqual({
    name: 'acme-test-audit',
    retention_in_days: 365,
    kms_key_id: '${aws_kms_key.audit.arn}',
  });
});

test('a log group with AWS’s own key has none, and keeps events as long as the environment says', async () => {
  const rendered = await render({
    components: { 'log-group': { audit: { encryption: 'aws-owned-key', name: '/acme/audit' } } },
    settings: { logRetentionDays: 14 },
  });
  expect(resources(rendered, 'aws_cloudwatch_log_group')['audit']).toEqual({
    name: '/acme/audit',
    retention_in_days: 14,
  });
  expect(resources(rendered, 'aws_kms_key')).toEqual({});
});

test('a retention that CloudWatch refuses is refused at its place', async () => {
  const rendered = await render({ components: { 'log-group': { audit: { retentionDays: 10 } } } });
  expect(rendered.findings.map(({ at }) => at.file)).toEqual([
    expect.stringContaining('/components/log-group/audit/retentionDays'),
  ]);
});
