import fc from 'fast-check';
import { longestGap, scheduleFault } from '../../schemas/primitives/schedule';

const DAY = 1440;

it.each([
  ['cron(0 5 ? * SUN *)', 7 * DAY],
  ['cron(0 5 ? * 1 *)', 7 * DAY],
  ['cron(0 5 * * ? *)', DAY],
  ['cron(0 * * * ? *)', 60],
  ['cron(0/15 * * * ? *)', 15],
  ['cron(0 0/6 * * ? *)', 360],
  ['cron(0 8-17 * * ? *)', 15 * 60],
  ['cron(0 5,17 * * ? *)', 720],
  ['cron(0 5 ? * MON-FRI *)', 3 * DAY],
  ['cron(0 5 ? * FRI-MON *)', 4 * DAY],
  ['cron(0 5 1 * ? *)', 31 * DAY],
  ['cron(0 5 L * ? *)', 31 * DAY],
  ['cron(0 5 31 * ? *)', 61 * DAY],
  ['cron(0 5 1 1 ? *)', 366 * DAY],
  ['cron(0 5 ? * 2#1 *)', 35 * DAY],
  ['cron(0 5 ? * FRIL *)', 35 * DAY],
  ['cron(0 5 1W * ? *)', 33 * DAY],
  ['cron(0 5 ? JAN MON *)', 343 * DAY],
  ['cron(0 5 ? FEB-DEC SAT,SUN *)', 41 * DAY],
  ['rate(12 hours)', 720],
  ['rate(1 day)', DAY],
])('between two runs of %s are at most %d minutes', (schedule, minutes) => {
  expect(longestGap(schedule)).toBe(minutes);
});

it('a schedule that ends, or has no day, leaves everything after it unsaved', () => {
  expect(longestGap('cron(0 5 * * ? 2030)')).toBe(Number.POSITIVE_INFINITY);
  expect(longestGap('cron(0 5 31 FEB ? *)')).toBe(Number.POSITIVE_INFINITY);
});

it.each([
  '',
  'daily',
  'cron(0 5 * * *)',
  'cron(61 5 * * ? *)',
  'cron(0 5 ? * XYZ *)',
  'rate(0 hours)',
  'rate(1 fortnight)',
])('%p is no schedule', (text) => {
  expect(longestGap(text)).toBeUndefined();
});

it.each([
  ['rate(1 days)', '1 goes with one'],
  ['rate(2 day)', '2 goes with several'],
  ['cron(0 24 * * ? *)', 'a field has what it can’t have'],
  ['cron(0 5 1 * SUN *)', 'neither day is `?`'],
  ['cron(0 5 * * * *)', 'neither day is `?`'],
  ['cron(0 5 ? * ? *)', 'both days are `?`'],
  ['cron(0 5 31 FEB ? *)', 'no month has such a day'],
])('%s is refused: %s', (schedule, fault) => {
  expect(scheduleFault(schedule)).toBe(fault);
});

it.each([
  'rate(1 day)',
  'rate(12 hours)',
  'cron(0 5 ? * SUN *)',
  'cron(0/15 8-17 * * ? *)',
  'cron(0 5 29 2 ? *)',
  'cron(0 5 1 1 ? 2030)',
])('%s is taken', (schedule) => {
  expect(scheduleFault(schedule)).toBeUndefined();
});

const minute = fc.integer({ min: 0, max: 59 });
const hour = fc.integer({ min: 0, max: 23 });

it('when it starts makes no difference to a schedule that runs once a day', () => {
  fc.assert(
    fc.property(minute, hour, (past, at) => {
      expect(longestGap(`cron(${past} ${at} * * ? *)`)).toBe(DAY);
    }),
  );
});

it('one more hour never makes the gap longer', () => {
  fc.assert(
    fc.property(fc.uniqueArray(hour, { minLength: 1, maxLength: 6 }), hour, (hours, more) => {
      const gap = longestGap(`cron(0 ${hours.join(',')} * * ? *)`) ?? 0;
      expect(longestGap(`cron(0 ${[...hours, more].join(',')} * * ? *)`) ?? 0).toBeLessThanOrEqual(gap);
      expect(gap * hours.length).toBeGreaterThanOrEqual(DAY);
    }),
    { numRuns: 30 },
  );
});

it('a list of weekdays has the gap of the longest pause between two of them', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 }), (days) => {
      const sorted = [...days].sort((a, b) => a - b);
      const pauses = sorted.map((day, index) => (sorted[index + 1] ?? (sorted[0] ?? 0) + 7) - day);
      expect(longestGap(`cron(0 5 ? * ${days.join(',')} *)`)).toBe(Math.max(...pauses) * DAY);
    }),
    { numRuns: 30 },
  );
});
