import { comparison } from '../../../schemas/contract/alert';
import type { Constraint, Violation } from '../../../schemas/contract/kind';
import type { Measure } from '../../facets/measure';
import type { AlarmInput, Props } from '../input';
import { completed, type Completed } from '../model';
import { describedIn } from './described';

/** An alarm as it is described, with what it has from the recommended one of its name. */
interface Judged {
  readonly at: string;
  /** Component and name: `cache/cpu`. */
  readonly called: string;
  readonly name: string;
  readonly alarm: AlarmInput;
  /** One for each part of the metric. */
  readonly parts: readonly Completed[];
}

function each(judge: (judged: Judged) => readonly Violation[]): Constraint<Props>['violations'] {
  return (props, { ref }) =>
    describedIn(props).flatMap(({ watch, name, alarm, at }) => {
      const parts = completed({ name, alarm, metrics: ref(watch).metrics() });
      return judge({ at, called: `${watch}/${name}`, name, alarm, parts });
    });
}

/** What an alarm states, unless it has it from the recommended one of its name. */
export const ofStatements: readonly Constraint<Props>[] = [
  {
    id: 'one-threshold',
    meaning: 'An alarm has one threshold; one under the name of a recommended alarm has that one’s by default.',
    fix: 'state above or below; make an alarm of its own of the other',
    violations: each(({ at, name, alarm, parts }) => {
      const { above, below } = alarm;
      if (statesBoth(alarm)) return [{ at: `${at}/below`, found: `above ${above} and below ${below}` }];
      const without = parts.find(({ threshold }) => !threshold);
      if (!without) return [];
      return [{ at, found: `neither above nor below${ofAnother(name, alarm, without)}`, fix: 'state above or below' }];
    }),
  },
  {
    id: 'without-summary',
    meaning:
      'An alarm says what is wrong; one under the name of a recommended alarm has that one’s summary by default.',
    fix: 'state summary',
    violations: each(({ at, called, name, alarm, parts }) => {
      const without = parts.find(({ summary }) => summary === undefined);
      // Which of two thresholds is meant, and so whether there is a summary for it, is to be said first.
      if (!without || statesBoth(alarm)) return [];
      const { recommended } = without.series.facts;
      if (!recommended) return [{ at, found: `nothing says what ${called} is about` }];
      if (isOther(name, alarm))
        return [
          {
            at,
            found: `nothing says what ${called} is about`,
            fix: `state summary, or name the alarm ${alarm.metric ?? name} if it is to replace the recommended one`,
          },
        ];
      return [{ at, found: `the recommended ${name} warns of ${wordOf(recommended)}, this one of ${wordOf(alarm)}` }];
    }),
  },
];

function statesBoth({ above, below }: AlarmInput): boolean {
  return above !== undefined && below !== undefined;
}

/** Its metric is not that of the recommended alarm of its name. */
function isOther(name: string, { metric }: AlarmInput): boolean {
  return metric !== undefined && metric !== name;
}

function wordOf(threshold: Parameters<typeof comparison>[0]): string {
  return comparison(threshold)?.operator === '>' ? 'too much' : 'too little';
}

/** Why the threshold of the recommended alarm is none for this one. */
function ofAnother(name: string, alarm: AlarmInput, { series }: Completed): string {
  const { facts, measure, statistic } = series;
  if (!facts.recommended || isOther(name, alarm)) return '';
  return `, and the threshold of the recommended ${name} is one for ${facts.statistic}, not for ${valueOf(measure, statistic)}`;
}

function valueOf(measure: Measure, statistic: string): string {
  if (measure.kind === 'share') return `a share of ${measure.of}`;
  return measure.kind === 'rate' ? `a rate per ${measure.per}` : statistic;
}
