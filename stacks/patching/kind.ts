import { defineAwsKind } from '../../schemas/contract/kind';
import { known, runtime } from '../../schemas/contract/output';
import { constraints } from './constraints';
import { Input } from './input';
import { addBaseline, addTask, addWindow, patchGroupOf } from './resources';
import { addRole, agentStatements } from './role';

/** Patches of the operating systems of instances. */
export const patching = defineAwsKind<typeof Input>({
  kind: 'patching',
  summary: 'Patches of instances by Systems Manager: which, when, on which instances and how many at a time.',
  creates: [
    'a patch baseline, for the instances of a patch group or as the default of the region',
    'a maintenance window with its targets by tag, and the task that scans or installs',
    'the role that sends the command, to these instances alone',
    'a log group with a retention and a KMS key for what the instances say',
  ],
  input: Input,
  examples: {
    'security patches on Sunday nights, told when they fail': {
      input: {
        schedule: 'cron(0 3 ? * SUN *)',
        timeZone: 'Asia/Seoul',
        targetTags: { system: 'acme', PatchGroup: 'acme-servers' },
        baseline: { classifications: ['Security'], severities: ['Critical', 'Important'], approveAfterDays: 3 },
        notifications: 'alerts',
      },
      with: { notifications: { alerts: { email: { ops: 'ops@example.com' } } } },
    },
    'a daily report of what every Ubuntu instance lacks': {
      input: {
        operatingSystem: 'ubuntu',
        operation: 'scan',
        schedule: 'rate(1 day)',
        baseline: { appliesTo: 'region', nonSecurity: true, rejected: ['docker-ce'], approved: ['openssl'] },
        logGroup: { enabled: false },
      },
    },
    'one instance after the other, never started anew': {
      input: {
        operatingSystem: 'windows',
        schedule: 'cron(0 22 ? * SAT *)',
        durationHours: 6,
        cutoffHours: 2,
        unfinished: 'cancel',
        reboot: 'never',
        maxConcurrency: '1',
        maxErrors: '0',
        baseline: { appliesTo: 'region', complianceLevel: 'critical' },
        logGroup: { retentionDays: 30, encryption: 'aws-owned-key' },
        notifications: 'alerts',
        tellOf: ['started', 'success', 'failed'],
      },
      with: { notifications: { alerts: {} } },
    },
  },
  outputs: {
    patchGroup: known('Value of the tag PatchGroup of its instances.', ({ self, props }) =>
      props.baseline.appliesTo === 'patch-group' ? patchGroupOf(props, self.settings) : undefined,
    ),
    logGroupName: known('Log group.', ({ self, props }) =>
      props.logGroup.enabled ? `/aws/ssm/${self.physicalName('log-group')}` : undefined,
    ),
    baselineId: runtime('Id of the patch baseline.', 'platform', ({ attribute }) =>
      attribute('aws_ssm_patch_baseline', 'id'),
    ),
    windowId: runtime('Id of the maintenance window.', 'platform', ({ attribute }) =>
      attribute('aws_ssm_maintenance_window', 'id'),
    ),
  },
  offers: {
    access: {
      patched: {
        description: 'Be patched: what the agent of an instance needs for it, and for writing how it went.',
        statements: agentStatements,
      },
    },
  },
  constraints,
  layers: {
    platform: (context) => {
      addBaseline(context);
      addWindow(context);
      addRole(context);
      addTask(context);
    },
  },
});
