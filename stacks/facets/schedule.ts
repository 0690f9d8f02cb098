import type { Constraint } from '../../schemas/contract/kind';
import { scheduleFault } from '../../schemas/primitives/schedule';
import { isTimeZone } from '../../schemas/primitives/time-zone';

/** Constraints of what AWS starts by the clock. */
export const scheduleConstraints: readonly Constraint<{ readonly schedule: string; readonly timeZone: string }>[] = [
  {
    id: 'schedule-never-due',
    meaning:
      'The fields of a schedule are minute 0-59, hour 0-23, day 1-31, month 1-12, weekday 1-7 (from Sunday) and year; exactly one of the two days is `?`. It is due some day.',
    fix: 'correct the field',
    violations: ({ schedule }) => {
      const fault = scheduleFault(schedule);
      return fault === undefined ? [] : [{ at: '/schedule', found: `${schedule}: ${fault}` }];
    },
  },
  {
    id: 'unknown-time-zone',
    meaning: 'A time zone is one of the IANA database.',
    fix: 'name one such as Etc/UTC or Asia/Seoul',
    violations: ({ timeZone }) => (isTimeZone(timeZone) ? [] : [{ at: '/timeZone', found: `there is no ${timeZone}` }]),
  },
];
