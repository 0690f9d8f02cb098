import { BackupPlan } from '@cdktf/provider-aws/lib/backup-plan';
import { BackupSelection } from '@cdktf/provider-aws/lib/backup-selection';
import { BackupVault } from '@cdktf/provider-aws/lib/backup-vault';
import { BackupVaultLockConfiguration } from '@cdktf/provider-aws/lib/backup-vault-lock-configuration';
import { IamRole } from '@cdktf/provider-aws/lib/iam-role';
import { IamRolePolicyAttachment } from '@cdktf/provider-aws/lib/iam-role-policy-attachment';
import type { Static } from '@sinclair/typebox';
import type { TerraformProvider } from 'cdktf';
import { choice, flag, group, input, integer, list, optional, text } from '../schemas/contract/fields';
import { defineAwsKind, type AwsContext, type Constraint } from '../schemas/contract/kind';
import { known } from '../schemas/contract/output';
import { twoZones } from './facets/examples';
import { addKey, addOwnKey, keyConstraints, keyField, keyOutput } from './facets/key';
import { serviceTrust } from './facets/policy';
import { scheduleConstraints } from './facets/schedule';

/** Kinds whose components AWS Backup can back up; each has an output `arn`. */
const backedUp = ['aurora-postgres', 'bucket', 'file-system', 'postgres'];

const days = { minimum: 1, maximum: 36_500 };

const Input = input({
  schedule: text('When it runs: six fields of cron, in the time zone.', {
    pattern: '^cron\\(([^ ()]+ ){5}[^ ()]+\\)$',
    'x-form': 'a schedule such as cron(0 5 ? * SUN *)',
  }),
  timeZone: text('Time zone of the schedule.', { pattern: '^[A-Za-z]+(/[A-Za-z_+-]+[0-9]*)*$', default: 'Etc/UTC' }),
  retentionDays: integer('Days for which a backup is kept.', days),
  coldAfterDays: optional(integer('Days after which a backup moves to cold storage. Never, when left out.', days)),
  components: list(
    'Components that it backs up.',
    text('Key of a component.', { 'x-reference': { kinds: backedUp, sole: false } }),
    { minItems: 1, uniqueItems: true },
  ),
  continuous: flag('Restore to any second of the last 35 days, where the service can: databases and buckets.', {
    default: false,
  }),
  startWindowMinutes: integer('Minutes within which it has to start.', { minimum: 60, maximum: 43_200, default: 60 }),
  completionWindowMinutes: integer('Minutes within which it has to end.', {
    minimum: 120,
    maximum: 43_200,
    default: 480,
  }),
  lock: optional(
    group('Nobody deletes a backup before its time.', {
      mode: choice(
        '`governance`: but those with the right to; `compliance`: nobody, AWS included, once the grace time is over.',
        ['governance', 'compliance'],
        { default: 'governance' },
      ),
      minimumDays: integer('Shortest retention in the vault, in days.', { ...days, default: 1 }),
      maximumDays: optional(integer('Longest retention in the vault, in days.', days)),
      graceDays: integer('Days in which a compliance lock can be undone.', { ...days, minimum: 3, default: 3 }),
    }),
  ),
  copyTo: optional(
    group('A copy of every backup in another region.', {
      region: text('Name that `aws.regions` gives the region.'),
      retentionDays: integer('Days for which the copy is kept.', days),
    }),
  ),
  key: keyField,
  protect: flag('Refuse to destroy the vault.', { default: true }),
});

type Props = Static<typeof Input>;
type Context = AwsContext<Props>;

const constraints: readonly Constraint<Props>[] = [
  ...scheduleConstraints,
  ...keyConstraints<Props>(),
  {
    id: 'cold-storage',
    meaning: 'What moves to cold storage stays there for at least 90 days.',
    fix: 'keep backups 90 days longer than coldAfterDays, or leave it out',
    violations: ({ coldAfterDays, retentionDays }) =>
      coldAfterDays !== undefined && retentionDays < coldAfterDays + 90
        ? [{ at: '/coldAfterDays', found: `cold after ${coldAfterDays} days and deleted after ${retentionDays}` }]
        : [],
  },
  {
    id: 'continuous-retention',
    meaning: 'Continuous backups reach back 35 days at most, and do not move to cold storage.',
    fix: 'lower retentionDays and leave coldAfterDays out, or set continuous to false',
    violations: ({ continuous, retentionDays, coldAfterDays }) => {
      if (!continuous) return [];
      if (coldAfterDays !== undefined) return [{ at: '/coldAfterDays', found: 'cold storage of continuous backups' }];
      return retentionDays > 35 ? [{ at: '/retentionDays', found: `${retentionDays} days, and continuous` }] : [];
    },
  },
  {
    id: 'completion-window',
    meaning: 'A backup ends at least an hour after the last moment at which it may start.',
    fix: 'raise completionWindowMinutes',
    violations: ({ startWindowMinutes, completionWindowMinutes }) =>
      completionWindowMinutes < startWindowMinutes + 60
        ? [
            {
              at: '/completionWindowMinutes',
              found: `${completionWindowMinutes} minutes, and it may start after ${startWindowMinutes}`,
            },
          ]
        : [],
  },
  {
    id: 'retention-outside-lock',
    meaning: 'A locked vault takes no backup that is kept shorter or longer than the lock allows.',
    fix: 'change retentionDays, or the bounds of the lock',
    violations: ({ lock, retentionDays }) => {
      if (!lock) return [];
      const { minimumDays, maximumDays = Number.POSITIVE_INFINITY } = lock;
      if (minimumDays > maximumDays)
        return [{ at: '/lock/minimumDays', found: `minimum ${minimumDays} is over maximum ${maximumDays}` }];
      return retentionDays < minimumDays || retentionDays > maximumDays
        ? [{ at: '/retentionDays', found: `${retentionDays} days in a vault of ${minimumDays} to ${maximumDays}` }]
        : [];
    },
  },
  {
    id: 'bucket-without-versions',
    meaning: 'A bucket that is backed up keeps the versions of its objects.',
    fix: 'set versioning of the bucket to true',
    violations: ({ components }, { ref }) =>
      components.flatMap((name, index) => {
        const { kind, props } = ref(name).component;
        return kind === 'bucket' && props['versioning'] === false
          ? [{ at: `/components/${index}`, found: `${name} keeps no versions` }]
          : [];
      }),
  },
  {
    id: 'unknown-region',
    meaning: '`copyTo.region` is a name that `aws.regions` of the environment gives.',
    fix: 'add the name to aws.regions (aws: { regions: { global: us-east-1 } }), or name one that is there',
    violations: ({ copyTo }, { self }) =>
      copyTo && self.settings.aws.regions?.[copyTo.region] === undefined
        ? [{ at: '/copyTo/region', found: `aws.regions has no ${copyTo.region}` }]
        : [],
  },
];

/** Backups by schedule, in a vault of their own. */
export const backupPlan = defineAwsKind<typeof Input>({
  kind: 'backup-plan',
  summary: 'AWS Backup of components: a schedule, a retention, an encrypted vault, and a copy elsewhere if asked for.',
  creates: [
    'a vault with a KMS key of its own, unless one is named, and a lock where one is asked for',
    'the plan, and the selection of the components by their ARNs',
    'the role that backs up and restores',
    'a second vault with its key, where backups are copied to another region',
  ],
  input: Input,
  examples: {
    'a file system, weekly, kept for 30 days': {
      input: { schedule: 'cron(0 5 ? * SUN *)', retentionDays: 30, components: ['models'] },
      with: { network: twoZones, 'file-system': { models: { automaticBackups: false } } },
    },
  },
  holdsData: true,
  outputs: {
    vaultName: known('Name of the vault.', ({ self }) => self.physicalName('backup-vault')),
    vaultArn: known('ARN of the vault.', ({ self, own }) => {
      const { partition, region, account } = self.settings.aws;
      return `arn:${partition}:backup:${region}:${account}:backup-vault:${own('vaultName')}`;
    }),
    keyArn: keyOutput,
  },
  constraints,
  layers: { foundation, data },
});

function foundation(context: Context): void {
  const { self, props } = context;
  addOwnKey(context, { description: `Backups ${self.name}`, protect: props.protect });
}

function data(context: Context): void {
  const { scope, self, props, own, attribute, ref } = context;
  addVault(context, { role: 'this', keyArn: own('keyArn') });
  const copy = props.copyTo && addCopyVault(context, props.copyTo.region);
  new BackupPlan(scope, 'this', {
    name: self.physicalName('backup-plan'),
    rule: [
      {
        ruleName: self.name,
        targetVaultName: attribute('aws_backup_vault', 'name'),
        schedule: props.schedule,
        scheduleExpressionTimezone: props.timeZone,
        startWindow: props.startWindowMinutes,
        completionWindow: props.completionWindowMinutes,
        enableContinuousBackup: props.continuous,
        lifecycle: {
          deleteAfter: props.retentionDays,
          ...(props.coldAfterDays === undefined ? {} : { coldStorageAfter: props.coldAfterDays }),
        },
        ...(copy && props.copyTo
          ? { copyAction: [{ destinationVaultArn: copy, lifecycle: { deleteAfter: props.copyTo.retentionDays } }] }
          : {}),
      },
    ],
  });
  addRole(context);
  new BackupSelection(scope, 'this$selection', {
    name: self.name,
    planId: attribute('aws_backup_plan', 'id'),
    iamRoleArn: attribute('aws_iam_role', 'arn'),
    resources: props.components.map((key) => ref(key).text('arn')),
  });
}

interface Vault {
  readonly role: string;
  readonly keyArn: string;
  readonly provider?: TerraformProvider;
}

function addVault({ scope, self, props }: Context, { role, keyArn, provider }: Vault): string {
  const elsewhere = provider ? { provider } : {};
  const vault = new BackupVault(scope, `${role}$vault`, {
    name: self.physicalName('backup-vault'),
    kmsKeyArn: keyArn,
    forceDestroy: false,
    ...(props.protect ? { lifecycle: { preventDestroy: true } } : {}),
    ...elsewhere,
  });
  const address = `aws_backup_vault.${vault.friendlyUniqueId}`;
  if (props.lock) {
    const { mode, minimumDays, maximumDays, graceDays } = props.lock;
    new BackupVaultLockConfiguration(scope, `${role}$lock`, {
      backupVaultName: `\${${address}.name}`,
      minRetentionDays: minimumDays,
      ...(maximumDays === undefined ? {} : { maxRetentionDays: maximumDays }),
      // A grace time is what makes it a lock that nobody can take off again.
      ...(mode === 'compliance' ? { changeableForDays: graceDays } : {}),
      ...elsewhere,
    });
  }
  return `\${${address}.arn}`;
}

/** The vault in another region, with a key there: keys do not leave their region. */
function addCopyVault(context: Context, region: string): string {
  const { self, props } = context;
  const provider = context.provider(region) as TerraformProvider;
  const description = `Copies of backups ${self.name}`;
  const keyArn = addKey(context, { role: 'copy', description, protect: props.protect, provider });
  return addVault(context, { role: 'copy', keyArn, provider });
}

const managedPolicies = {
  backup: 'service-role/AWSBackupServiceRolePolicyForBackup',
  restore: 'service-role/AWSBackupServiceRolePolicyForRestores',
} as const;

const bucketPolicies = {
  'backup-buckets': 'AWSBackupServiceRolePolicyForS3Backup',
  'restore-buckets': 'AWSBackupServiceRolePolicyForS3Restore',
} as const;

/** @see https://docs.aws.amazon.com/aws-backup/latest/devguide/iam-service-roles.html */
function addRole({ scope, self, props, settings, policy, attribute, ref }: Context): void {
  const holdsBuckets = props.components.some((key) => ref(key).component.kind === 'bucket');
  new IamRole(scope, 'this$role', {
    name: self.physicalName('iam-role'),
    description: `Backs up and restores what ${self.name} of ${self.system} ${self.environment} covers`,
    assumeRolePolicy: policy(
      'this$trust',
      serviceTrust(['backup.amazonaws.com']).map((statement) => ({
        ...statement,
        conditions: [{ test: 'StringEquals', variable: 'aws:SourceAccount', values: [settings.aws.account] }],
      })),
    ),
  });
  for (const [id, name] of Object.entries({ ...managedPolicies, ...(holdsBuckets ? bucketPolicies : {}) })) {
    new IamRolePolicyAttachment(scope, id, {
      role: attribute('aws_iam_role', 'name'),
      policyArn: `arn:${settings.aws.partition}:iam::aws:policy/${name}`,
    });
  }
}
