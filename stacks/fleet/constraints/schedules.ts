import type { Constraint } from '../../../schemas/contract/kind';
import type { Props } from '../input';
import { cronFaults } from '../../../schemas/primitives/cron';
import { isTimeZone } from '../../../schemas/primitives/time-zone';

type Schedule = Props['schedules'][string];

function ofEach(fault: (schedule: Schedule, props: Props) => string | undefined): Constraint<Props>['violations'] {
  return (props) =>
    Object.entries(props.schedules).flatMap(([name, schedule]) => {
      const found = fault(schedule, props);
      return found === undefined ? [] : [{ at: `/schedules/${name}`, found }];
    });
}

export const scheduleConstraints: readonly Constraint<Props>[] = [
  {
    id: 'schedule-out-of-order',
    meaning: 'minimum ≤ desired ≤ maximum from the time of a schedule on, and never more than size.maximum.',
    fix: 'change the numbers, or raise size.maximum',
    violations: ofEach((schedule, { size }) => {
      const minimum = schedule.minimum ?? size.minimum;
      const maximum = schedule.maximum ?? size.maximum;
      const desired = schedule.desired ?? Math.min(Math.max(size.desired, minimum), maximum);
      if (maximum > size.maximum) return `maximum ${maximum} is over that of the fleet, ${size.maximum}`;
      return minimum <= desired && desired <= maximum
        ? undefined
        : `minimum ${minimum}, desired ${desired}, maximum ${maximum}`;
    }),
  },
  {
    id: 'schedules-at-one-time',
    meaning: 'Two schedules of a group have times of their own.',
    fix: 'make one of the two, or move one by a minute',
    violations: ({ schedules }) => {
      const all = Object.entries(schedules);
      return all.flatMap(([name, { cron, timeZone }], index) => {
        const other = all.slice(0, index).find(([, earlier]) => earlier.cron === cron && earlier.timeZone === timeZone);
        return other ? [{ at: `/schedules/${name}/cron`, found: `${other[0]} is at the same time` }] : [];
      });
    },
  },
  {
    id: 'schedule-never-due',
    meaning: 'No field of a schedule runs backwards, and it is due some day.',
    fix: 'correct the field',
    violations: ({ schedules }) =>
      Object.entries(schedules).flatMap(([name, { cron }]) =>
        cronFaults(cron, 7).map((found) => ({ at: `/schedules/${name}/cron`, found })),
      ),
  },
  {
    id: 'unknown-time-zone',
    meaning: 'A time zone is one of the IANA database.',
    fix: 'name one such as Etc/UTC or Europe/Berlin',
    violations: ({ schedules }) =>
      Object.entries(schedules).flatMap(([name, { timeZone }]) =>
        isTimeZone(timeZone) ? [] : [{ at: `/schedules/${name}/timeZone`, found: `there is no ${timeZone}` }],
      ),
  },
  {
    id: 'schedule-of-colours',
    meaning:
      'With colours a schedule states desired alone: bounds that the clock set would outlast a change of colour.',
    fix: 'leave minimum and maximum out',
    violations: ofEach(({ minimum, maximum }, { colours }) =>
      colours !== undefined && (minimum !== undefined || maximum !== undefined) ? 'it states bounds' : undefined,
    ),
  },
];
