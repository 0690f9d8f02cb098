/** A field of numbers between two bounds, as a pattern of one of them. */
interface Field {
  readonly number: string;
  readonly names?: readonly string[];
}

const fields: readonly Field[] = [
  { number: '[0-5]?[0-9]' },
  { number: '([01]?[0-9]|2[0-3])' },
  { number: '(0?[1-9]|[12][0-9]|3[01])' },
  {
    number: '(0?[1-9]|1[0-2])',
    names: ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC'],
  },
  { number: '[0-7]', names: ['SUN', 'MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT'] },
];

/**
 * Unix cron as Auto Scaling reads it: numbers, ranges, steps and lists in five fields.
 * @see https://docs.aws.amazon.com/autoscaling/ec2/userguide/ec2-auto-scaling-scheduled-scaling.html
 */
export const cronPattern = `^${fields.map(patternOf).join(' ')}$`;

function patternOf({ number, names = [] }: Field): string {
  const one = `(${[number, ...names].join('|')})`;
  const part = `(\\*|${one}(-${one})?)(/[1-9][0-9]?)?`;
  return `${part}(,${part})*`;
}
