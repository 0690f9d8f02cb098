import { AutoscalingSchedule } from '@cdktf/provider-aws/lib/autoscaling-schedule';
import type { AwsContext } from '../../schemas/contract/kind';
import { inRegionOfNetwork } from '../facets/placement';
import { activeVariants, joined, share, type Variant } from './colours';
import type { Props } from './input';
import { roleOf } from './names';

type Context = AwsContext<Props>;

/** Sizes of one group by the clock. */
export function addSchedules(context: Context, variant: Variant): void {
  const { scope, props, attribute } = context;
  const groups = activeVariants(props).length;
  // The provider sends -1 for what stays as it is.
  const part = (count: number | undefined): number => (count === undefined ? -1 : share(count, groups));
  for (const [name, { cron, timeZone, minimum, desired, maximum }] of Object.entries(props.schedules)) {
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
