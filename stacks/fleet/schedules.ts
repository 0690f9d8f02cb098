import { AutoscalingSchedule } from '@cdktf/provider-aws/lib/autoscaling-schedule';
import type { AwsContext } from '../../schemas/contract/kind';
import { inRegionOfNetwork } from '../facets/placement';
import { activeVariants, joined, share, type Variant } from './colours';
import type { Props } from './input';
import { roleOf } from './names';

type Context = AwsContext<Props>;
type Schedule = Props['schedules'][string];

/** Sizes of one group by the clock. */
export function addSchedules(context: Context, variant: Variant): void {
  const { scope, props, attribute } = context;
  const groups = activeVariants(props).length;
  // The provider sends -1 for what stays as it is.
  const part = (count: number | undefined): number => (count === undefined ? -1 : share(count, groups));
  for (const [name, schedule] of Object.entries(props.schedules)) {
    const { cron, timeZone, minimum, desired, maximum } = withSize(schedule, props);
    new AutoscalingSchedule(scope, joined('schedule', name, variant.colour), {
      scheduledActionName: name,
      autoscalingGroupName: attribute('aws_autoscaling_group', 'name', roleOf(variant)),
      recurrence: cron,
      timeZone,
      minSize: part(minimum),
      desiredCapacity: part(desired),
      maxSize: part(maximum),
      ...inRegionOfNetwork(context),
    });
  }
}

/** One that states no number brings the number back that the fleet began with. */
function withSize(schedule: Schedule, { size }: Props): Schedule {
  const { minimum, desired, maximum } = schedule;
  const stated = [minimum, desired, maximum].some((count) => count !== undefined);
  return stated ? schedule : { ...schedule, desired: size.desired };
}
