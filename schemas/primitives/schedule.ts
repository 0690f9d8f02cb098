/** Minutes of a day. */
const DAY = 1440;

/** Days after which something of the calendar begins anew: days of the week, of the months, of both together. */
const WEEK = 7;
const FOUR_YEARS = 4 * 365 + 1;
const CALENDAR = WEEK * FOUR_YEARS;

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

/** What a field says of days. */
interface Days {
  readonly match: (day: Day) => boolean;
  /** Days after which it says the same again. */
  readonly cycle: number;
}

const everyDay: Days = { match: () => true, cycle: 1 };

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
  const [byDay, byWeekday] = [daysIn(day), weekdaysIn(weekday)];
  if (fields.length !== 6 || !minutes || !hours || !inMonth || !byDay || !byWeekday) return undefined;
  if (year !== '*') return /^[0-9,/*-]+$/.test(year) ? Number.POSITIVE_INFINITY : undefined;
  const times = [...hours].flatMap((at) => [...minutes].map((past) => at * 60 + past)).sort((a, b) => a - b);
  return gapOf(times, [monthsOf(inMonth), byDay, byWeekday]);
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

/** The longest gap of runs at some times of the days that all fields name. */
function gapOf(times: readonly number[], fields: readonly Days[]): number {
  const cycle = fields.map((field) => field.cycle).reduce(leastCommonMultiple);
  const days = calendar(cycle).flatMap((date, index) => (fields.every(({ match }) => match(date)) ? [index] : []));
  if (days.length === 0 || times.length === 0) return Number.POSITIVE_INFINITY;
  const [first = 0, last = 0] = [times[0], times[times.length - 1]];
  const within = times.slice(1).reduce((gap, time, index) => Math.max(gap, time - (times[index] ?? 0)), 0);
  return Math.max(within, longestApart(days, cycle) * DAY - last + first);
}

function longestApart(days: readonly number[], cycle: number): number {
  return days.reduce((longest, day, index) => {
    const next = days[index + 1] ?? (days[0] ?? 0) + cycle;
    return Math.max(longest, next - day);
  }, 0);
}

function leastCommonMultiple(a: number, b: number): number {
  let multiple = Math.max(a, b);
  while (multiple % a !== 0 || multiple % b !== 0) multiple += Math.max(a, b);
  return multiple;
}

const known = new Map<number, readonly Day[]>();

/** So many days from 2001 on; the first one is a Monday. */
function calendar(length: number): readonly Day[] {
  const days = known.get(length) ?? daysFrom2001(length);
  known.set(length, days);
  return days;
}

function daysFrom2001(length: number): Day[] {
  const all: Day[] = [];
  for (let year = 2001; all.length < length; year += 1) {
    const lengths = [31, year % 4 === 0 ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
    for (const [index, daysInMonth] of lengths.entries())
      for (let day = 1; day <= daysInMonth; day += 1)
        all.push({ day, month: index + 1, weekday: ((all.length + 1) % WEEK) + 1, daysInMonth });
  }
  return all.slice(0, length);
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

function monthsOf(numbers: ReadonlySet<number>): Days {
  return numbers.size === months.length ? everyDay : { match: ({ month }) => numbers.has(month), cycle: FOUR_YEARS };
}

/** Days of the month: numbers, `L` for the last one, `15W` for the weekday nearest to the 15th, `LW` for the last weekday. */
function daysIn(field: string): Days | undefined {
  if (field === '?' || field === '*') return everyDay;
  if (field === 'L') return { match: ({ day, daysInMonth }) => day === daysInMonth, cycle: FOUR_YEARS };
  const near = /^([0-9]{1,2}|L)W$/.exec(field)?.[1];
  if (near !== undefined)
    return { match: (date) => isNearestWeekday(date, near === 'L' ? date.daysInMonth : Number(near)), cycle: CALENDAR };
  const days = numbersIn(field, { from: 1, to: 31 });
  return days && { match: ({ day }) => days.has(day), cycle: FOUR_YEARS };
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
function weekdaysIn(field: string): Days | undefined {
  if (field === '?' || field === '*') return everyDay;
  const range = { from: 1, to: WEEK, names: weekdays };
  const [, name = '', nth] = /^(\w+?)(?:L|#([1-5]))$/.exec(field) ?? [];
  const only = numberOf(name, range);
  if (only !== undefined)
    return {
      match: ({ day, weekday, daysInMonth }) =>
        weekday === only && (nth === undefined ? day + WEEK > daysInMonth : Math.ceil(day / WEEK) === Number(nth)),
      cycle: CALENDAR,
    };
  const days = field === 'L' ? new Set([WEEK]) : numbersIn(field, range);
  return days && { match: ({ weekday }) => days.has(weekday), cycle: WEEK };
}
