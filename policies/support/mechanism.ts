/** What brings lost or spoilt data back. */
export interface Mechanism {
  /** As it stands in a sentence: `point-in-time recovery`. */
  readonly name: string;
  /** Up to how much of what was written last it loses, in minutes; infinite where nothing bounds it. */
  readonly minutes: number;
  /** It copies after the write was confirmed: it lags, if only by moments. */
  readonly asynchronous?: true;
}

/** Minutes as people say them: `5 minutes`, `1 hour`, `7 days`, `20 seconds`. */
export function duration(minutes: number): string {
  if (minutes === Number.POSITIVE_INFINITY) return 'any time';
  const [size, unit] = [
    [1440, 'day'],
    [60, 'hour'],
    [1, 'minute'],
  ].find(([length]) => minutes >= Number(length) && minutes % Number(length) === 0) ?? [
    minutes < 1 ? 1 / 60 : 1,
    minutes < 1 ? 'second' : 'minute',
  ];
  const count = Math.round((minutes / Number(size)) * 10) / 10;
  return `${count} ${unit}${count === 1 ? '' : 's'}`;
}
