import { choice, number, optional, text } from './fields';

/** Duration as Prometheus and Alertmanager write it. */
export function promDuration(description: string, options: { readonly default?: string } = {}) {
  return text(description, {
    pattern: '^(?!$)([0-9]+y)?([0-9]+w)?([0-9]+d)?([0-9]+h)?([0-9]+m)?([0-9]+s)?([0-9]+ms)?$',
    'x-form': 'a duration such as 30s, 5m or 1h30m, the longest unit first',
    ...options,
  });
}

const secondsPerUnit = { ms: 0.001, s: 1, m: 60, h: 3600, d: 86_400, w: 604_800, y: 31_536_000 } as const;

/** Length of such a duration in seconds. */
export function secondsOf(duration: string): number {
  let seconds = 0;
  for (const [, count, unit] of duration.matchAll(/([0-9]+)(ms|[smhdwy])/g))
    seconds += Number(count) * secondsPerUnit[unit as keyof typeof secondsPerUnit];
  return seconds;
}

/** How urgent an alert is, and with it whom it reaches: somebody is woken, somebody looks today, nobody has to. */
export const severities = ['critical', 'warning', 'info'] as const;

export type Severity = (typeof severities)[number];

/** What every alert says, whichever system watches it. */
export const alertFields = {
  severity: choice('How urgent it is; routes go by it.', severities, { default: 'warning' }),
  above: optional(
    number('Threshold: the alert is due while the value is above it.', { minimum: -1e15, maximum: 1e15 }),
  ),
  below: optional(
    number('Threshold: the alert is due while the value is below it.', { minimum: -1e15, maximum: 1e15 }),
  ),
  for: promDuration('How long it must hold.', { default: '5m' }),
  summary: text('What is wrong, in one line.', { maxLength: 300 }),
  description: optional(text('What it means and what to look at.', { maxLength: 2000 })),
  runbook: optional(text('Address of the page that says what to do.', { pattern: '^https://' })),
};

/** The part of an alert that decides when it is due. */
export interface Threshold {
  readonly above?: number;
  readonly below?: number;
}

/** A threshold as an operator and a number; nothing where the expression itself decides. */
export function comparison({
  above,
  below,
}: Threshold): { readonly operator: '>' | '<'; readonly limit: number } | undefined {
  if (above !== undefined) return { operator: '>', limit: above };
  return below === undefined ? undefined : { operator: '<', limit: below };
}
