import { text } from '../../schemas/contract/fields';

const time = '([01][0-9]|2[0-3]):[0-5][0-9]';
const days = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
const day = `(${days.join('|')})`;
const minutesOfDay = 24 * 60;
const minutesOfWeek = 7 * minutesOfDay;

/** Daily window in UTC, `hh:mm-hh:mm`. */
export function dailyWindowField(description: string, value: string) {
  return text(`${description} Daily, in UTC.`, {
    pattern: `^${time}-${time}$`,
    'x-form': 'a window such as 03:00-04:00',
    default: value,
  });
}

/** Weekly window in UTC, `ddd:hh:mm-ddd:hh:mm`. */
export function weeklyWindowField(description: string, value: string) {
  return text(`${description} Weekly, in UTC.`, {
    pattern: `^${day}:${time}-${day}:${time}$`,
    'x-form': 'a window such as sun:05:00-sun:06:00',
    default: value,
  });
}

interface Span {
  /** Minutes since Monday, 00:00. */
  readonly start: number;
  readonly minutes: number;
}

/** How long a window is, in minutes. */
export function windowMinutes(window: string): number {
  return spansOf(window)[0]?.minutes ?? 0;
}

/** Whether two windows have a minute in common in any week. */
export function windowsOverlap(one: string, other: string): boolean {
  return spansOf(one).some((a) => spansOf(other).some((b) => distance(a, b) < a.minutes || distance(b, a) < b.minutes));
}

/** Minutes from the start of one span to the start of the next other one. */
function distance(from: Span, to: Span): number {
  return (to.start - from.start + minutesOfWeek) % minutesOfWeek;
}

/** A weekly window is one span of the week, a daily one is seven. */
function spansOf(window: string): Span[] {
  const [from = '', to = ''] = window.split('-');
  const weekly = from.length > 5;
  const start = minuteOf(from);
  const period = weekly ? minutesOfWeek : minutesOfDay;
  const minutes = (minuteOf(to) - start + period) % period;
  return weekly ? [{ start, minutes }] : days.map((_, index) => ({ start: start + index * minutesOfDay, minutes }));
}

function minuteOf(moment: string): number {
  const parts = moment.split(':');
  const weekday = parts.length === 3 ? days.indexOf(parts[0] as (typeof days)[number]) : 0;
  const [hours = '0', minutes = '0'] = parts.slice(-2);
  return weekday * minutesOfDay + Number(hours) * 60 + Number(minutes);
}
