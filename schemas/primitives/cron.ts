interface Field {
  readonly name: string;
  readonly least: number;
  readonly most: number;
  /** Words for the numbers from `least` on. */
  readonly words?: readonly string[];
}

const day: Field = { name: 'day', least: 1, most: 31 };
const month: Field = {
  name: 'month',
  least: 1,
  most: 12,
  words: ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC'],
};

function fieldsTo(mostWeekday: number): readonly Field[] {
  return [
    { name: 'minute', least: 0, most: 59 },
    { name: 'hour', least: 0, most: 23 },
    day,
    month,
    { name: 'weekday', least: 0, most: mostWeekday, words: ['SUN', 'MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT'] },
  ];
}

/** Most days of each month. */
const daysOfMonths = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/**
 * What Kubernetes and EC2 Auto Scaling do not take of a cron expression of five fields, or never start anything by;
 * nothing of one that is right, or of a word like `@daily`.
 * @param mostWeekday 6 where Sunday is 0 alone, 7 where it is that too
 * @see https://kubernetes.io/docs/concepts/workloads/controllers/cron-jobs/
 */
export function cronFaults(schedule: string, mostWeekday: 6 | 7 = 6): string[] {
  if (schedule === '' || schedule.startsWith('@')) return [];
  const stated = schedule.split(' ');
  const faults = fieldsTo(mostWeekday).flatMap((field, index) =>
    partsOf(stated[index]).flatMap((part) => faultsOf(part, field)),
  );
  return faults.length > 0 || isEverDue(stated) ? faults : ['no month has such a day'];
}

function partsOf(text = ''): string[] {
  return text.split(',');
}

interface Part {
  readonly ends: readonly string[];
  readonly step?: number;
}

function read(part: string): Part | undefined {
  const [whole, first, last, step] = /^(?:[*?]|([0-9A-Za-z]+)(?:-([0-9A-Za-z]+))?)(?:\/([0-9]+))?$/.exec(part) ?? [];
  if (whole === undefined) return undefined;
  return {
    ends: [first, last].filter((text) => text !== undefined),
    ...(step === undefined ? {} : { step: Number(step) }),
  };
}

function faultsOf(part: string, field: Field): string[] {
  const found = read(part);
  if (!found) return [`${part} is no ${field.name}`];
  const outside = found.ends.filter((text) => numberOf(text, field) === undefined);
  if (outside.length > 0)
    return outside.map((text) => `${field.name} ${text} is not from ${field.least} to ${field.most}`);
  if (found.step === 0) return [`${field.name} ${part} has a step of 0`];
  const [from = 0, to = from] = found.ends.map((text) => numberOf(text, field));
  return from > to ? [`${field.name} ${part} runs backwards`] : [];
}

/** A day of the week that is stated too comes in every month: either of the two days is enough. */
function isEverDue([, , days, months, weekdays = '*']: readonly string[]): boolean {
  if (weekdays !== '*' && weekdays !== '?') return true;
  const earliest = Math.min(...leastOf(days, day));
  return numbersOf(months, month).some((number) => earliest <= (daysOfMonths[number - 1] ?? 0));
}

function leastOf(text: string | undefined, field: Field): number[] {
  return partsOf(text).map((part) => numberOf(read(part)?.ends[0] ?? String(field.least), field) ?? field.least);
}

function numbersOf(text: string | undefined, field: Field): number[] {
  return partsOf(text).flatMap((part) => {
    const { ends = [], step = 1 } = read(part) ?? {};
    const [from = field.least, to = step > 1 || ends.length === 0 ? field.most : from] = ends.map((end) =>
      numberOf(end, field),
    );
    return Array.from({ length: Math.floor((to - from) / step) + 1 }, (_, index) => from + index * step);
  });
}

function numberOf(text: string, { least, most, words = [] }: Field): number | undefined {
  const word = words.indexOf(text.toUpperCase());
  const value = word >= 0 ? word + least : /^[0-9]+$/.test(text) ? Number(text) : Number.NaN;
  return value >= least && value <= most ? value : undefined;
}
