import { token } from '../../../schemas/graph/place';
import type { AlarmInput, Props } from '../input';

/** One alarm as it is described, recommended ones not among them. */
export interface Described {
  readonly watch: string;
  readonly name: string;
  readonly alarm: AlarmInput;
  readonly at: string;
}

/** A place at fault, and what was found there. */
export interface Fault {
  readonly at: string;
  readonly found: string;
}

export function describedIn({ watch }: Props): Described[] {
  return Object.entries(watch).flatMap(([key, { alarms }]) =>
    Object.entries(alarms).map(([name, alarm]) => ({
      watch: key,
      name,
      alarm,
      at: pointer('watch', key, 'alarms', name),
    })),
  );
}

export function pointer(...keys: string[]): string {
  return keys.map(token).join('');
}
