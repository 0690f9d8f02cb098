/** Minutes of a day. */
const DAY = 1440;

/** Days of 28 years, after which the calendar of weekdays begins anew. */
const CALENDAR = 28 * 365 + 7;

const months = ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC'];
const weekdays = ['SUN', 'MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT'];

const units: Readonly<Record<string, number>> = { minute: 1, hour: 60, day: DAY };

/** One day of the calendar. */
interface Day {
  /** 1 to 31. */
  readonly day: number;
  /** 1 to 12. */
  readonly month: number;
  /** 1 (Sunday) to 7. */
  readonly weekday: number;
  /** 28 to 31. */
  readonly daysInMonth: number;
}

type Matches = (day: Day) => boolean;

/**
 * The longest time between two runs of a schedule of AWS, in minutes of its time zone without a change of the clock:
 * `cron(0 5 ? * SUN *)` → 10080, `rate(12 hours)` → 720. Infinity for one that ends or never runs, `undefined` for a
 * text that is no schedule.
 * @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-cron-expressions.html
 */
export function longestGap(schedule: string): number | undefined {
  if (!gaps.has(schedule)) gaps.set(schedule, gapIn(schedule));
  return gaps.get(schedule);
}

/** A schedule is asked for again and again: by its kind, by rules, in each environment. */
const gaps = new Map<string, number | undefined>();

function gapIn(schedule: string): number | undefined {
  const [, count, unit = ''] = /^rate\(([1-9][0-9]*) (minute|hour|day)s?\)$/.exec(schedule) ?? [];
  if (count !== undefined) return Number(count) * (units[unit] ?? DAY);
  const fields = /^cron\(([^()]+)\)$/.exec(schedule)?.[1]?.trim().split(/\s+/) ?? [];
  const [minute = '', hour = '', day = '', month = '', weekday = '', year = ''] = fields;
  const minutes = numbersIn(minute, { from: 0, to: 59 });
  const hours = numbersIn(hour, { from: 0, to: 23 });
  const inMonth = numbersIn(month, { from: 1, to: 12, names: months });
  const [byDay, byWeekday] = [dayMatcher(day), weekdayMatcher(weekday)];
  if (fields.length !== 6 || !minutes || !hours || !inMonth || !byDay || !byWeekday) return undefined;
  if (year !== '*') return /^[0-9,/*-]+$/.test(year) ? Number.POSITIVE_INFINITY : undefined;
  const times = [...hours].flatMap((at) => [...minutes].map((past) => at * 60 + past)).sort((a, b) => a - b);
  if (byDay === everyDay && byWeekday === everyDay && inMonth.size === months.length) return gapOf(times, 'every');
  return gapOf(
    times,
    daysOf((date) => inMonth.has(date.month) && byDay(date) && byWeekday(date)),
  );
}

/**
 * What AWS refuses about a schedule of its own, or never starts anything by; nothing of one that is right.
 * @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-cron-expressions.html
 */
export function scheduleFault(schedule: string): string | undefined {
  const [, count, plural] = /^rate\(([1-9][0-9]*) (?:minute|hour|day)(s?)\)$/.exec(schedule) ?? [];
  if (count !== undefined)
    return (count === '1') === (plural === '') ? undefined : `${count} goes with ${count === '1' ? 'one' : 'several'}`;
  const gap = longestGap(schedule);
  if (gap === undefined) return 'a field has what it can’t have';
  const [, , day, , weekday, year] = (/\((.*)\)/.exec(schedule)?.[1] ?? '').split(' ');
  if ((day === '?') === (weekday === '?')) return day === '?' ? 'both days are `?`' : 'neither day is `?`';
  return gap === Number.POSITIVE_INFINITY && year === '*' ? 'no month has such a day' : undefined;
}

function everyDay(): boolean {
  return true;
}

/** Numbers of the days of the calendar that match. */
function daysOf(matches: Matches): number[] {
  const matching: number[] = [];
  for (const [index, date] of calendar().entries()) if (matches(date)) matching.push(index);
  return matching;
}

/** The longest gap of runs at some times of some days. */
function gapOf(times: readonly number[], days: readonly number[] | 'every'): number {
  const [first = 0, last = 0] = [times[0], times[times.length - 1]];
  const within = times.slice(1).reduce((gap, time, index) => Math.max(gap, time - (times[index] ?? 0)), 0);
  if (days.length === 0 || times.length === 0) return Number.POSITIVE_INFINITY;
  const apart = days === 'every' ? 1 : longestApart(days);
  return Math.max(within, apart * DAY - last + first);
}

function longestApart(days: readonly number[]): number {
  return days.reduce((longest, day, index) => {
    const next = days[index + 1] ?? (days[0] ?? 0) + CALENDAR;
    return Math.max(longest, next - day);
  }, 0);
}

let known: readonly Day[] | undefined;

/** Every day from 2001 on for 28 years; the first one is a Monday. */
function calendar(): readonly Day[] {
  known ??= days();
  return known;
}

function days(): Day[] {
  const all: Day[] = [];
  for (let year = 2001; year < 2029; year += 1) {
    const lengths = [31, year % 4 === 0 ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
    for (const [index, daysInMonth] of lengths.entries())
      for (let day = 1; day <= daysInMonth; day += 1)
        all.push({ day, month: index + 1, weekday: ((all.length + 1) % 7) + 1, daysInMonth });
  }
  return all;
}

interface Range {
  readonly from: number;
  readonly to: number;
  /** Words for the numbers from `from` on. */
  readonly names?: readonly string[];
}

/** Numbers that a field with `,`, `-`, `*` and `/` stands for. */
function numbersIn(field: string, range: Range): Set<number> | undefined {
  const found = new Set<number>();
  for (const part of field.split(',')) {
    const [, start = '', end, step] = /^(\*|\w+)(?:-(\w+))?(?:\/([1-9][0-9]*))?$/.exec(part) ?? [];
    const from = start === '*' ? range.from : numberOf(start, range);
    const open = start === '*' || step !== undefined;
    const to = end !== undefined ? numberOf(end, range) : open ? range.to : from;
    if (from === undefined || to === undefined) return undefined;
    const size = range.to - range.from + 1;
    const length = to >= from ? to - from : to - from + size;
    for (let offset = 0; offset <= length; offset += Number(step ?? 1))
      found.add(range.from + ((from - range.from + offset) % size));
  }
  return found;
}

function numberOf(text: string, { from, to, names = [] }: Range): number | undefined {
  const named = names.indexOf(text.toUpperCase());
  const value = named >= 0 ? named + from : /^[0-9]+$/.test(text) ? Number(text) : Number.NaN;
  return value >= from && value <= to ? value : undefined;
}

/** Days of the month: numbers, `L` for the last one, `15W` for the weekday nearest to the 15th, `LW` for the last weekday. */
function dayMatcher(field: string): Matches | undefined {
  if (field === '?' || field === '*') return everyDay;
  if (field === 'L') return ({ day, daysInMonth }) => day === daysInMonth;
  const near = /^([0-9]{1,2}|L)W$/.exec(field)?.[1];
  if (near !== undefined) return (date) => isNearestWeekday(date, near === 'L' ? date.daysInMonth : Number(near));
  const days = numbersIn(field, { from: 1, to: 31 });
  return days && (({ day }) => days.has(day));
}

/** Whether a day is the one from Monday to Friday next to a day of its month, in that month. */
function isNearestWeekday({ day, weekday, daysInMonth }: Day, wanted: number): boolean {
  if (wanted < 1 || wanted > daysInMonth || weekday === 1 || weekday === 7) return false;
  if (day === wanted) return true;
  const [friday, monday] = [weekday === 6, weekday === 2];
  if (friday && (day === wanted - 1 || (day === wanted - 2 && wanted === daysInMonth))) return true;
  return monday && (day === wanted + 1 || (day === wanted + 2 && wanted === 1));
}

/** Days of the week: numbers from Sunday (1) or names, `L` for Saturday, `6L` for the last Friday, `6#3` for the third. */
function weekdayMatcher(field: string): Matches | undefined {
  if (field === '?' || field === '*') return everyDay;
  const range = { from: 1, to: 7, names: weekdays };
  if (field === 'L') return ({ weekday }) => weekday === 7;
  const [, name = '', nth] = /^(\w+?)(?:L|#([1-5]))$/.exec(field) ?? [];
  const only = numberOf(name, range);
  if (only !== undefined)
    return ({ day, weekday, daysInMonth }) =>
      weekday === only && (nth === undefined ? day + 7 > daysInMonth : Math.ceil(day / 7) === Number(nth));
  const days = numbersIn(field, range);
  return days && (({ weekday }) => days.has(weekday));
}
