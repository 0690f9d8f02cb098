import { isTimeZone } from '../schemas/primitives/time-zone';

interface Field {
  readonly name: string;
  readonly least: number;
  readonly most: number;
  /** Words for the numbers from `least` on. */
  readonly words?: readonly string[];
}

const fields: readonly Field[] = [
  { name: 'minute', least: 0, most: 59 },
  { name: 'hour', least: 0, most: 23 },
  { name: 'day', least: 1, most: 31 },
  {
    name: 'month',
    least: 1,
    most: 12,
    words: ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC'],
  },
  { name: 'weekday', least: 0, most: 6, words: ['SUN', 'MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT'] },
];

/**
 * What Kubernetes does not take of a cron expression of five fields; nothing of one that is right, or of a word like `@daily`.
 * @see https://kubernetes.io/docs/concepts/workloads/controllers/cron-jobs/
 */
export function cronFaults(schedule: string): string[] {
  if (schedule === '' || schedule.startsWith('@')) return [];
  const stated = schedule.split(' ');
  return fields.flatMap((field, index) => (stated[index] ?? '').split(',').flatMap((part) => faultsOf(part, field)));
}

function faultsOf(part: string, field: Field): string[] {
  const [whole, first, last, step] = /^(?:[*?]|([0-9A-Za-z]+)(?:-([0-9A-Za-z]+))?)(?:\/([0-9]+))?$/.exec(part) ?? [];
  if (whole === undefined) return [`${part} is no ${field.name}`];
  const ends = [first, last].filter((text) => text !== undefined);
  const outside = ends.filter((text) => numberOf(text, field) === undefined);
  if (outside.length > 0)
    return outside.map((text) => `${field.name} ${text} is not from ${field.least} to ${field.most}`);
  if (step !== undefined && Number(step) === 0) return [`${field.name} ${part} has a step of 0`];
  const [from = 0, to = from] = ends.map((text) => numberOf(text, field));
  return from > to ? [`${field.name} ${part} runs backwards`] : [];
}

function numberOf(text: string, { least, most, words = [] }: Field): number | undefined {
  const word = words.indexOf(text.toUpperCase());
  const value = word >= 0 ? word + least : /^[0-9]+$/.test(text) ? Number(text) : Number.NaN;
  return value >= least && value <= most ? value : undefined;
}

/** A zone that the controller does not know lets no run begin. */
export const unknownTimeZone = {
  id: 'unknown-time-zone',
  meaning: 'A time zone is one of the IANA database.',
  fix: 'name one such as Etc/UTC or Europe/Berlin',
  violations: ({ timeZone }: { readonly timeZone: string }) =>
    isTimeZone(timeZone) ? [] : [{ at: '/timeZone', found: `there is no ${timeZone}` }],
};
