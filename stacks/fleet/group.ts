import { AutoscalingGroup, type AutoscalingGroupMixedInstancesPolicy } from '@cdktf/provider-aws/lib/autoscaling-group';
import type { AwsContext } from '../../schemas/contract/kind';
import type { OutputContext } from '../../schemas/contract/output';
import { defaultTags } from '../../schemas/contract/tags';
import { compareText } from '../../schemas/primitives/finding';
import { targetGroupRole } from '../facets/entrance';
import { inRegionOfNetwork } from '../facets/placement';
import { sizeOf, type Variant } from './colours';
import type { Props } from './input';
import { groupName, idOf, roleOf } from './names';
import { registryOf } from './registry';

type Context = AwsContext<Props>;

/** Metrics of the group itself. @see https://docs.aws.amazon.com/autoscaling/ec2/userguide/ec2-auto-scaling-metrics.html */
const groupMetrics = [
  'GroupDesiredCapacity',
  'GroupInServiceInstances',
  'GroupMaxSize',
  'GroupMinSize',
  'GroupPendingInstances',
  'GroupTerminatingInstances',
  'GroupTotalInstances',
];

/** How many instances there are, where, and when one is replaced. */
export function addGroup(context: Context, variant: Variant, image: string): void {
  const { scope, self, props } = context;
  const size = sizeOf(props, variant);
  const group = new AutoscalingGroup(scope, idOf(variant, 'group'), {
    name: groupName(context, variant),
    minSize: size.minimum,
    desiredCapacity: size.desired,
    maxSize: size.maximum,
    vpcZoneIdentifier: subnetIds(context),
    mixedInstancesPolicy: instances(context, variant),
    capacityRebalance: hasSpot(props),
    ...targets(context, variant),
    healthCheckType: healthCheckType(props),
    healthCheckGracePeriod: props.healthCheck.graceSeconds,
    defaultInstanceWarmup: props.warmupSeconds,
    ...refreshOf(props),
    ...(props.maxInstanceDays === undefined ? {} : { maxInstanceLifetime: props.maxInstanceDays * 86_400 }),
    terminationPolicies: ['OldestLaunchTemplate', 'AllocationStrategy', 'Default'],
    enabledMetrics: groupMetrics,
    metricsGranularity: '1Minute',
    protectFromScaleIn: false,
    // An image that can't start is told by alarms and the refresh, and does not hold up what else is applied.
    waitForCapacityTimeout: '0',
    tag: tags(context, variant, image),
    lifecycle: { ignoreChanges: scaledFields(props) },
    ...inRegionOfNetwork(context),
  });
  // An instance that starts before its role may pull fails; the other grants come before its profile.
  if (registryOf(image) !== undefined) group.addOverride('depends_on', [`aws_iam_role_policy.${self.id}_pull`]);
}

/** Zones that it stands in, in order of name. */
export function zonesOf({ props, ref }: OutputContext<Props>): string[] {
  const { zones = {} } = ref(props.network).component.props as { zones?: Record<string, { private?: string }> };
  return Object.keys(zones)
    .filter((zone) => zones[zone]?.private !== undefined)
    .sort(compareText);
}

function subnetIds(context: Context): string[] {
  const { props, ref } = context;
  const all = zonesOf(context);
  const ids = ref(props.network).list('privateSubnetIds');
  return props.zones === undefined ? ids : ids.filter((_, index) => props.zones?.includes(all[index] ?? ''));
}

/** The types stand in the group as well, so that one that is out of stock stops nothing. */
function instances({ props, attribute }: Context, variant: Variant): AutoscalingGroupMixedInstancesPolicy {
  const { onDemandBase, onDemandPercent, spotStrategy } = props.purchase;
  return {
    launchTemplate: {
      launchTemplateSpecification: {
        launchTemplateId: attribute('aws_launch_template', 'id', roleOf(variant)),
        version: attribute('aws_launch_template', 'latest_version', roleOf(variant)),
      },
      override: props.instanceTypes.map((instanceType) => ({ instanceType })),
    },
    instancesDistribution: {
      onDemandAllocationStrategy: 'prioritized',
      onDemandBaseCapacity: onDemandBase,
      onDemandPercentageAboveBaseCapacity: onDemandPercent,
      spotAllocationStrategy: spotStrategy,
    },
  };
}

function hasSpot({ purchase }: Props): boolean {
  return purchase.onDemandPercent < 100;
}

function targets({ props, attribute }: Context, { colour }: Variant) {
  const groups = Object.keys(props.expose).map((entrance) =>
    attribute('aws_lb_target_group', 'arn', targetGroupRole(entrance, colour)),
  );
  return groups.length === 0 ? {} : { targetGroupArns: groups };
}

export function healthCheckType({ healthCheck, expose }: Props): 'ELB' | 'EC2' {
  return healthCheck.type ?? (Object.keys(expose).length > 0 ? 'ELB' : 'EC2');
}

/** A change of the launch template starts a refresh by itself: it needs no trigger. */
function refreshOf({ refresh, warmupSeconds }: Props) {
  const bounds = {
    minHealthyPercentage: refresh.minHealthyPercent,
    maxHealthyPercentage: refresh.maxHealthyPercent,
  };
  return {
    instanceRefresh: {
      strategy: 'Rolling',
      preferences: {
        ...bounds,
        instanceWarmup: String(warmupSeconds),
        skipMatching: refresh.skipMatching,
        autoRollback: refresh.autoRollback,
      },
    },
    // Other replacements keep to the same bounds.
    instanceMaintenancePolicy: bounds,
  };
}

/** The provider's default tags reach neither the group nor its instances. */
function tags(context: Context, variant: Variant, image: string) {
  const propagated = {
    ...defaultTags(context.settings),
    Name: groupName(context, variant),
  };
  return [
    ...Object.entries(propagated)
      .sort(([a], [b]) => compareText(a, b))
      .map(([key, value]) => ({ key, value, propagateAtLaunch: true })),
    // Tells a delivery that this apply has come.
    { key: 'image', value: image, propagateAtLaunch: false },
  ];
}

/** What scaling rules and schedules set is not set back by the next apply. */
function scaledFields({ schedules }: Props): string[] {
  const stated = Object.values(schedules);
  return [
    'desired_capacity',
    ...(stated.some(({ minimum }) => minimum !== undefined) ? ['min_size'] : []),
    ...(stated.some(({ maximum }) => maximum !== undefined) ? ['max_size'] : []),
  ];
}
