import type { InheritedValue } from '../../schemas/contract/kind';
import type { Metric } from '../../schemas/contract/metric';
import { describedIn } from './constraints/described';
import type { Props } from './input';
import { completed } from './model';

/** What described alarms have from the recommended ones of their names: of one with several parts, what the first has. */
export function inheritedOf(
  props: Props,
  metricsOf: (component: string) => Readonly<Record<string, Metric>>,
): InheritedValue[] {
  return describedIn(props).flatMap(({ watch, name, alarm, at }) => {
    const [first] = completed({ name, alarm, metrics: metricsOf(watch) });
    if (!first?.recommended) return [];
    const { threshold, minutes, severity, summary } = first;
    const fields = { ...threshold, for: `${minutes}m`, severity, summary };
    const from = `the recommended ${name} of ${watch}`;
    return (['above', 'below', 'for', 'severity', 'summary'] as const).flatMap((field) => {
      const value = fields[field];
      return value === undefined || alarm[field] !== undefined ? [] : [{ at: `${at}/${field}`, value, from }];
    });
  });
}
