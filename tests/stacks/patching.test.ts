import type { JsonObject } from '../../schemas/primitives/artifact';
import { only, refused, statements, usedByPod } from '../support/data-stores';
import { render, resources, type Rendered } from '../support/render';

const sunday = 'cron(0 3 ? * SUN *)';

function patching(input: JsonObject = {}, settings: JsonObject = { tags: { PatchGroup: 'acme-servers' } }) {
  return render({
    components: {
      notifications: { alerts: { email: { ops: 'ops@example.com' } } },
      patching: { nightly: { schedule: sunday, ...input } },
    },
    settings,
  });
}

function ruleOf(rendered: Rendered): JsonObject {
  const [rule] = only(rendered, 'aws_ssm_patch_baseline')['approval_rule'] as JsonObject[];
  return rule as JsonObject;
}

function command(rendered: Rendered): JsonObject {
  const { task_invocation_parameters: parameters } = only(rendered, 'aws_ssm_maintenance_window_task');
  return (parameters as JsonObject)['run_command_parameters'] as JsonObject;
}

describe('patching', () => {
  test('security and error patches are installed a week after their release, by the baseline of the instances’ patch group', async () => {
    const rendered = await patching();
    expect(rendered.findings).toEqual([]);
    expect(only(rendered, 'aws_ssm_patch_baseline')).toMatchObject({
      name: 'acme-test-nightly',
      operating_system: 'AMAZON_LINUX_2023',
      rejected_patches_action: 'BLOCK',
    });
    expect(ruleOf(rendered)).toEqual({
      approve_after_days: 7,
      compliance_level: 'UNSPECIFIED',
      enable_non_security: false,
      patch_filter: [
        { key: 'CLASSIFICATION', values: ['Bugfix', 'Security'] },
        { key: 'SEVERITY', values: ['*'] },
      ],
    });
    expect(only(rendered, 'aws_ssm_patch_group')).toEqual({
      baseline_id: '${aws_ssm_patch_baseline.nightly.id}',
      patch_group: 'acme-servers',
    });
  });

  test('it is done on Sunday nights, on the instances of the environment, a tenth of them at a time', async () => {
    const rendered = await patching({ timeZone: 'Asia/Seoul' });
    expect(only(rendered, 'aws_ssm_maintenance_window')).toMatchObject({
      schedule: sunday,
      schedule_timezone: 'Asia/Seoul',
      duration: 3,
      cutoff: 1,
      allow_unassociated_targets: false,
    });
    expect(only(rendered, 'aws_ssm_maintenance_window_target')).toMatchObject({
      resource_type: 'INSTANCE',
      targets: [
        { key: 'tag:environment', values: ['test'] },
        { key: 'tag:system', values: ['acme'] },
      ],
    });
    expect(only(rendered, 'aws_ssm_maintenance_window_task')).toMatchObject({
      task_arn: 'AWS-RunPatchBaseline',
      task_type: 'RUN_COMMAND',
      max_concurrency: '10%',
      max_errors: '5%',
      cutoff_behavior: 'CONTINUE_TASK',
      service_role_arn: '${aws_iam_role.nightly.arn}',
      targets: [{ key: 'WindowTargetIds', values: ['${aws_ssm_maintenance_window_target.nightly.id}'] }],
    });
  });

  test.each<[string, JsonObject, JsonObject[]]>([
    [
      'installs, and starts instances anew where it has to',
      {},
      [
        { name: 'Operation', values: ['Install'] },
        { name: 'RebootOption', values: ['RebootIfNeeded'] },
      ],
    ],
    [
      'installs, and starts nothing anew',
      { reboot: 'never' },
      [
        { name: 'Operation', values: ['Install'] },
        { name: 'RebootOption', values: ['NoReboot'] },
      ],
    ],
    ['looks only', { operation: 'scan' }, [{ name: 'Operation', values: ['Scan'] }]],
  ])('it %s', async (_, input, parameters) => {
    expect(command(await patching(input))['parameter']).toEqual(parameters);
  });

  test('what instances say is kept in a log group of its own', async () => {
    const rendered = await patching();
    expect(command(rendered)['cloudwatch_config']).toEqual({
      cloudwatch_log_group_name: '${aws_cloudwatch_log_group.nightly_logs.name}',
      cloudwatch_output_enabled: true,
    });
    expect(resources(rendered, 'aws_cloudwatch_log_group')['nightly_logs']).toMatchObject({
      name: '/aws/ssm/acme-test-nightly',
      retention_in_days: 90,
    });
    expect(command(await patching({ logGroup: { enabled: false } }))).not.toHaveProperty('cloudwatch_config');
  });

  test('failures are told to the topic, by a role that may publish to it and be handed on to Systems Manager alone', async () => {
    const rendered = await patching({ notifications: 'alerts' });
    expect(rendered.findings).toEqual([]);
    expect(command(rendered)).toMatchObject({
      service_role_arn: '${aws_iam_role.nightly.arn}',
      notification_config: {
        notification_arn: 'arn:aws:sns:us-east-1:111122223333:acme-test-alerts',
        notification_events: ['Cancelled', 'Failed', 'TimedOut'],
        notification_type: 'Command',
      },
    });
    expect(statements(rendered, 'nightly_patch').slice(3)).toMatchObject([
      { actions: ['sns:Publish'] },
      { actions: ['kms:Decrypt', 'kms:GenerateDataKey*'] },
      {
        actions: ['iam:PassRole'],
        resources: ['arn:aws:iam::111122223333:role/acme-test-nightly'],
        condition: [{ test: 'StringEquals', variable: 'iam:PassedToService', values: ['ssm.amazonaws.com'] }],
      },
    ]);
  });

  test('its role sends one document to the instances with the tags, and nothing to others', async () => {
    const rendered = await patching();
    expect(statements(rendered, 'nightly_patch').slice(0, 2)).toMatchObject([
      { actions: ['ssm:SendCommand'], resources: ['arn:aws:ssm:us-east-1::document/AWS-RunPatchBaseline'] },
      {
        actions: ['ssm:SendCommand'],
        resources: ['arn:aws:ec2:us-east-1:111122223333:instance/*'],
        condition: [
          { test: 'StringEquals', variable: 'ssm:resourceTag/environment', values: ['test'] },
          { test: 'StringEquals', variable: 'ssm:resourceTag/system', values: ['acme'] },
        ],
      },
    ]);
    expect(statements(rendered, 'nightly_trust')).toMatchObject([
      { condition: [{ test: 'StringEquals', variable: 'aws:SourceAccount', values: ['111122223333'] }] },
    ]);
  });

  test('a baseline can be the default of the region, and then needs no patch group', async () => {
    const rendered = await patching({ operatingSystem: 'ubuntu', baseline: { appliesTo: 'region' } }, {});
    expect(rendered.findings).toEqual([]);
    expect(only(rendered, 'aws_ssm_default_patch_baseline')).toEqual({
      baseline_id: '${aws_ssm_patch_baseline.nightly.id}',
      operating_system: 'UBUNTU',
    });
    expect(resources(rendered, 'aws_ssm_patch_group')).toEqual({});
    expect(ruleOf(rendered)).toEqual({
      compliance_level: 'UNSPECIFIED',
      enable_non_security: false,
      patch_filter: [{ key: 'PRIORITY', values: ['Extra', 'Important', 'Optional', 'Required', 'Standard'] }],
    });
  });

  test('whoever is patched may talk to Systems Manager, and write to this log group', async () => {
    const rendered = await usedByPod(
      { patching: { nightly: { schedule: sunday, baseline: { appliesTo: 'region' } } } },
      { nightly: 'patched' },
    );
    expect(rendered.findings).toEqual([]);
    const granted = statements(rendered, 'api_grant_nightly');
    expect(granted[0]?.['actions']).toContain('ssm:GetDeployablePatchSnapshotForInstance');
    expect(granted[2]?.['resources']).toContain(
      'arn:aws:logs:us-east-1:111122223333:log-group:/aws/ssm/acme-test-nightly',
    );
  });

  test.each<[string, JsonObject, string]>([
    [
      'a window that is over before anything begins',
      { durationHours: 2, cutoffHours: 2 },
      'cutoff-in-window at /cutoffHours',
    ],
    ['a rate of one days', { schedule: 'rate(1 days)' }, 'schedule-never-due at /schedule'],
    ['a window on the 31st of February', { schedule: 'cron(0 3 31 2 ? *)' }, 'schedule-never-due at /schedule'],
    ['a time zone that is none', { timeZone: 'Europe/Nowhere' }, 'unknown-time-zone at /timeZone'],
    [
      'a severity of another operating system',
      { baseline: { severities: ['Critical', 'Moderate'] } },
      'words-of-another-system at /baseline/severities/1',
    ],
    [
      'classifications of Ubuntu, which has none',
      { operatingSystem: 'ubuntu', baseline: { classifications: ['Security'] } },
      'words-of-another-system at /baseline/classifications/0',
    ],
    [
      'days that Debian’s patches can’t wait',
      { operatingSystem: 'debian', baseline: { approveAfterDays: 3 } },
      'undated-patches at /baseline/approveAfterDays',
    ],
    [
      'updates of Windows beside those for security',
      { operatingSystem: 'windows', baseline: { nonSecurity: true } },
      'non-security-of-windows at /baseline/nonSecurity',
    ],
  ])('%s: refused', async (_, input, expected) => {
    expect(refused(await patching(input))).toEqual([`patching/${expected.replace(' at ', ' at /patching/nightly')}`]);
  });

  test('instances without a patch group are refused, and would be patched by AWS’s own baseline', async () => {
    expect(refused(await patching({}, {}))).toEqual([
      'patching/no-patch-group at /patching/nightly/baseline/appliesTo',
    ]);
    expect((await patching({ targetTags: { PatchGroup: 'acme-db' } }, {})).findings).toEqual([]);
  });

  test.each<[string, JsonObject]>([
    ['a window on the second Tuesday', { schedule: 'cron(0 3 ? * TUE#2 *)' }],
    ['a window with an hour to begin in', { durationHours: 2, cutoffHours: 1 }],
    [
      'words of Red Hat',
      { operatingSystem: 'red-hat', baseline: { severities: ['Moderate'], classifications: ['*'] } },
    ],
    ['days that Windows waits', { operatingSystem: 'windows', baseline: { approveAfterDays: 0 } }],
    ['all updates of Linux', { baseline: { nonSecurity: true } }],
  ])('%s: taken', async (_, input) => {
    expect((await patching(input)).findings).toEqual([]);
  });
});
