import type { JsonObject } from '../../schemas/primitives/artifact';
import { only, refused, renderInNetwork } from '../support/data-stores';
import { resources } from '../support/render';

const weekly = { schedule: 'cron(0 5 ? * SUN *)', retentionDays: 30, components: ['models'] };

function plan(input: JsonObject = {}) {
  return renderInNetwork({
    'file-system': { models: { automaticBackups: false } },
    'aurora-postgres': { aurora: { database: 'shop' } },
    bucket: { images: {}, scratch: { versioning: false } },
    'backup-plan': { weekly: { ...weekly, ...input } },
  });
}

describe('backup-plan', () => {
  test('backs up what it names on its schedule and keeps it as long as it says', async () => {
    const rendered = await plan();
    expect(rendered.findings).toEqual([]);
    expect(only(rendered, 'aws_backup_plan')).toEqual({
      name: 'acme-test-weekly',
      rule: [
        {
          rule_name: 'weekly',
          target_vault_name: '${aws_backup_vault.weekly.name}',
          schedule: 'cron(0 5 ? * SUN *)',
          schedule_expression_timezone: 'Etc/UTC',
          start_window: 60,
          completion_window: 480,
          enable_continuous_backup: false,
          lifecycle: { delete_after: 30 },
        },
      ],
    });
    expect(only(rendered, 'aws_backup_selection')).toMatchObject({
      iam_role_arn: '${aws_iam_role.weekly.arn}',
      plan_id: '${aws_backup_plan.weekly.id}',
      resources: ['${aws_efs_file_system.models.arn}'],
    });
  });

  test('its vault is encrypted with a key of its own and not destroyed', async () => {
    expect(only(await plan(), 'aws_backup_vault')).toEqual({
      name: 'acme-test-weekly',
      kms_key_arn: '${data.terraform_remote_state.foundation.outputs.weekly_key_arn}',
      force_destroy: false,
      lifecycle: { prevent_destroy: true },
    });
  });

  test('databases and buckets are named by ARNs that are known; buckets need two policies more', async () => {
    const rendered = await plan({ components: ['aurora', 'images'] });
    expect(only(rendered, 'aws_backup_selection')['resources']).toEqual([
      'arn:aws:rds:us-east-1:111122223333:cluster:acme-test-aurora',
      'arn:aws:s3:::acme-test-images',
    ]);
    const attached = Object.keys(resources(rendered, 'aws_iam_role_policy_attachment')).filter((id) =>
      id.startsWith('weekly'),
    );
    expect(attached.sort()).toEqual([
      'weekly_backup',
      'weekly_backup_buckets',
      'weekly_restore',
      'weekly_restore_buckets',
    ]);
  });

  test('an RDS instance is named by its ARN, and the policies for all databases are enough', async () => {
    const rendered = await renderInNetwork({
      postgres: { shop: { database: 'shop' } },
      'backup-plan': { weekly: { ...weekly, components: ['shop'], continuous: true } },
    });
    expect(rendered.findings).toEqual([]);
    expect(only(rendered, 'aws_backup_selection')['resources']).toEqual([
      'arn:aws:rds:us-east-1:111122223333:db:acme-test-shop',
    ]);
    const attached = Object.keys(resources(rendered, 'aws_iam_role_policy_attachment'));
    expect(attached.filter((id) => id.startsWith('weekly')).sort()).toEqual(['weekly_backup', 'weekly_restore']);
  });

  test('a copy goes to a vault in another region, with a key there', async () => {
    const rendered = await plan({ copyTo: { region: 'dr', retentionDays: 90 } });
    expect(rendered.findings).toEqual([]);
    expect(resources(rendered, 'aws_backup_vault')['weekly_copy']).toMatchObject({
      kms_key_arn: '${aws_kms_key.weekly_copy.arn}',
      provider: 'aws.dr',
    });
    const [rule] = only(rendered, 'aws_backup_plan')['rule'] as JsonObject[];
    expect(rule?.['copy_action']).toEqual([
      { destination_vault_arn: '${aws_backup_vault.weekly_copy.arn}', lifecycle: { delete_after: 90 } },
    ]);
  });

  test('a governance lock can be taken off by those who may, a compliance lock by nobody after its grace time', async () => {
    expect(only(await plan({ lock: {} }), 'aws_backup_vault_lock_configuration')).toEqual({
      backup_vault_name: '${aws_backup_vault.weekly.name}',
      min_retention_days: 1,
    });
    const lock = { mode: 'compliance', minimumDays: 7, maximumDays: 60 };
    expect(only(await plan({ lock }), 'aws_backup_vault_lock_configuration')).toEqual({
      backup_vault_name: '${aws_backup_vault.weekly.name}',
      min_retention_days: 7,
      max_retention_days: 60,
      changeable_for_days: 3,
    });
  });

  test('a component that does not exist, and one that can’t be backed up, are findings at their place in the list', async () => {
    const rendered = await plan({ components: ['modles', 'main'] });
    expect(rendered.findings.map(({ code, at }) => [code, at.file.replace(/^.*#/, '')])).toEqual([
      ['unknown-component', '/components/backup-plan/weekly/components/0'],
      ['wrong-kind-of-component', '/components/backup-plan/weekly/components/1'],
    ]);
    expect(rendered.findings[1]?.expected).toMatch(
      /^a component of one of the kinds aurora-postgres, bucket, file-system, postgres:/,
    );
  });

  test.each<[string, JsonObject, string]>([
    ['cold storage for less than 90 days', { coldAfterDays: 10 }, 'cold-storage at /coldAfterDays'],
    [
      'continuous backups for longer than 35 days',
      { continuous: true, retentionDays: 36 },
      'continuous-retention at /retentionDays',
    ],
    [
      'cold continuous backups',
      { continuous: true, retentionDays: 100, coldAfterDays: 1 },
      'continuous-retention at /coldAfterDays',
    ],
    [
      'too little time to end',
      { startWindowMinutes: 120, completionWindowMinutes: 120 },
      'completion-window at /completionWindowMinutes',
    ],
    ['a retention shorter than the lock', { lock: { minimumDays: 60 } }, 'retention-outside-lock at /retentionDays'],
    [
      'a lock with bounds the wrong way round',
      { lock: { minimumDays: 20, maximumDays: 10 } },
      'retention-outside-lock at /lock/minimumDays',
    ],
    ['two days at once', { schedule: 'cron(0 5 1 * SUN *)' }, 'schedule-never-due at /schedule'],
    ['hour 25', { schedule: 'cron(0 25 * * ? *)' }, 'schedule-never-due at /schedule'],
    ['the 31st of February', { schedule: 'cron(0 5 31 2 ? *)' }, 'schedule-never-due at /schedule'],
    ['a time zone that is none', { timeZone: 'Europe/Nowhere' }, 'unknown-time-zone at /timeZone'],
    ['a bucket without versions', { components: ['scratch'] }, 'bucket-without-versions at /components/0'],
    [
      'a copy to a region that has no name',
      { copyTo: { region: 'west', retentionDays: 1 } },
      'unknown-region at /copyTo/region',
    ],
  ])('%s is refused', async (_, input, expected) => {
    expect(refused(await plan(input))).toEqual([`backup-plan/${expected.replace(' at ', ' at /backup-plan/weekly')}`]);
  });

  test.each<[string, JsonObject]>([
    ['cold storage for 90 days', { coldAfterDays: 10, retentionDays: 100 }],
    ['continuous backups for 35 days', { continuous: true, retentionDays: 35, components: ['aurora'] }],
    ['the last day of each month, in Korea', { schedule: 'cron(0 5 L * ? *)', timeZone: 'Asia/Seoul' }],
    ['twice a day', { schedule: 'cron(0 5,17 ? * * *)' }],
    ['a retention within the lock', { lock: { minimumDays: 30, maximumDays: 30 } }],
  ])('%s is taken', async (_, input) => {
    expect((await plan(input)).findings).toEqual([]);
  });
});
