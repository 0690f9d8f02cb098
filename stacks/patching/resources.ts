import { SsmDefaultPatchBaseline } from '@cdktf/provider-aws/lib/ssm-default-patch-baseline';
import { SsmMaintenanceWindow } from '@cdktf/provider-aws/lib/ssm-maintenance-window';
import { SsmMaintenanceWindowTarget } from '@cdktf/provider-aws/lib/ssm-maintenance-window-target';
import { SsmMaintenanceWindowTask } from '@cdktf/provider-aws/lib/ssm-maintenance-window-task';
import { SsmPatchBaseline } from '@cdktf/provider-aws/lib/ssm-patch-baseline';
import { SsmPatchGroup } from '@cdktf/provider-aws/lib/ssm-patch-group';
import type { AwsContext } from '../../schemas/contract/kind';
import type { Settings } from '../../schemas/contract/settings';
import { addLogGroup } from '../facets/log-group';
import type { Props } from './input';
import { systemOf } from './systems';

export type Context = AwsContext<Props>;

/** The document of AWS that scans and installs. */
export const document = 'AWS-RunPatchBaseline';

/** Tags of the instances that are patched. */
export function targetTags({ targetTags: stated }: Props, settings: Settings): Record<string, string> {
  const { system, environment } = settings;
  return Object.keys(stated).length > 0 ? { ...stated } : { system, environment };
}

/** Value of the tag by which instances find their baseline: they bear what they are chosen by, and the environment's tags. */
export function patchGroupOf({ targetTags: stated }: Props, { tags }: Settings): string | undefined {
  return stated['PatchGroup'] ?? tags['PatchGroup'];
}

/** @see https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_PatchRule.html */
export function addBaseline({ scope, self, props, settings, attribute }: Context): void {
  const { baseline } = props;
  const { name, classifications, severities, dated } = systemOf(props.operatingSystem);
  const filters = [
    ...(classifications ? [{ ...classifications, chosen: baseline.classifications }] : []),
    { ...severities, chosen: baseline.severities },
  ];
  new SsmPatchBaseline(scope, 'this$baseline', {
    name: self.physicalName('ssm-name'),
    description: `Patches of ${self.system} ${self.environment}`,
    operatingSystem: name,
    approvalRule: [
      {
        ...(dated ? { approveAfterDays: baseline.approveAfterDays ?? 7 } : {}),
        complianceLevel: baseline.complianceLevel.toUpperCase(),
        enableNonSecurity: baseline.nonSecurity,
        patchFilter: filters.map(({ key, standard, chosen }) => ({ key, values: [...(chosen ?? standard)].sort() })),
      },
    ],
    approvedPatches: [...baseline.approved].sort(),
    rejectedPatches: [...baseline.rejected].sort(),
    rejectedPatchesAction: 'BLOCK',
  });
  const baselineId = attribute('aws_ssm_patch_baseline', 'id');
  const patchGroup = patchGroupOf(props, settings);
  if (baseline.appliesTo === 'region')
    new SsmDefaultPatchBaseline(scope, 'this$default', { baselineId, operatingSystem: name });
  else if (patchGroup !== undefined) new SsmPatchGroup(scope, 'this$patch-group', { baselineId, patchGroup });
}

/** When it is done, and to which instances. */
export function addWindow({ scope, self, props, settings, attribute }: Context): void {
  new SsmMaintenanceWindow(scope, 'this$window', {
    name: self.physicalName('ssm-name'),
    description: `Patching ${self.name} of ${self.system} ${self.environment}`,
    schedule: props.schedule,
    scheduleTimezone: props.timeZone,
    duration: props.durationHours,
    cutoff: props.cutoffHours,
    allowUnassociatedTargets: false,
  });
  const tags = Object.entries(targetTags(props, settings)).sort(([a], [b]) => (a < b ? -1 : 1));
  new SsmMaintenanceWindowTarget(scope, 'this$target', {
    windowId: attribute('aws_ssm_maintenance_window', 'id'),
    name: self.physicalName('ssm-name'),
    resourceType: 'INSTANCE',
    targets: tags.map(([tag, value]) => ({ key: `tag:${tag}`, values: [value] })),
  });
}

/** @see https://docs.aws.amazon.com/systems-manager/latest/userguide/patch-manager-aws-runpatchbaseline.html */
export function addTask(context: Context): void {
  const { scope, self, props, attribute } = context;
  new SsmMaintenanceWindowTask(scope, 'this$task', {
    name: self.physicalName('ssm-name'),
    windowId: attribute('aws_ssm_maintenance_window', 'id'),
    taskType: 'RUN_COMMAND',
    taskArn: document,
    priority: 1,
    serviceRoleArn: attribute('aws_iam_role', 'arn'),
    maxConcurrency: props.maxConcurrency,
    maxErrors: props.maxErrors,
    cutoffBehavior: props.unfinished === 'cancel' ? 'CANCEL_TASK' : 'CONTINUE_TASK',
    targets: [{ key: 'WindowTargetIds', values: [attribute('aws_ssm_maintenance_window_target', 'id')] }],
    taskInvocationParameters: {
      runCommandParameters: {
        parameter: [
          { name: 'Operation', values: [props.operation === 'install' ? 'Install' : 'Scan'] },
          ...(props.operation === 'install'
            ? [{ name: 'RebootOption', values: [props.reboot === 'never' ? 'NoReboot' : 'RebootIfNeeded'] }]
            : []),
        ],
        ...logs(context),
        ...told(context),
      },
    },
  });
}

function logs(context: Context) {
  const { props, own } = context;
  if (!props.logGroup.enabled) return {};
  const { retentionDays, encryption } = props.logGroup;
  const group = addLogGroup(context, { role: 'logs', name: own('logGroupName'), retentionDays, encryption });
  return { cloudwatchConfig: { cloudwatchLogGroupName: group.name, cloudwatchOutputEnabled: true } };
}

const outcomes = {
  started: 'InProgress',
  success: 'Success',
  failed: 'Failed',
  'timed-out': 'TimedOut',
  cancelled: 'Cancelled',
} as const;

function told({ props, ref, attribute }: Context) {
  if (props.notifications === undefined) return {};
  return {
    serviceRoleArn: attribute('aws_iam_role', 'arn'),
    notificationConfig: {
      notificationArn: ref(props.notifications).text('topicArn'),
      notificationEvents: [...props.tellOf].sort().map((outcome) => outcomes[outcome]),
      notificationType: 'Command',
    },
  };
}
