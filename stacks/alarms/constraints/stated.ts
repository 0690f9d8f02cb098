import type { Constraint } from '../../../schemas/contract/kind';
import { completed } from '../model';
import type { Props } from '../input';
import { describedIn, type Fault } from './described';

/** What an alarm states, unless it has it from the recommended one of its name. */
export const ofStatements: readonly Constraint<Props>[] = [
  {
    id: 'one-threshold',
    meaning: 'An alarm has one threshold; one under the name of a recommended alarm has that one’s by default.',
    fix: 'state above or below; make an alarm of its own of the other',
    violations: (props, { ref }) =>
      describedIn(props).flatMap(({ watch, name, alarm, at }): Fault[] => {
        const { above, below } = alarm;
        if (above !== undefined && below !== undefined)
          return [{ at: `${at}/below`, found: `above ${above} and below ${below}` }];
        const without = completed({ name, alarm, metrics: ref(watch).metrics() }).some(({ threshold }) => !threshold);
        return without ? [{ at, found: 'neither above nor below' }] : [];
      }),
  },
  {
    id: 'without-summary',
    meaning:
      'An alarm says what is wrong; one under the name of a recommended alarm has that one’s summary by default.',
    fix: 'state summary, or give the alarm the name of the recommended one that it is to replace',
    violations: (props, { ref }) =>
      describedIn(props).flatMap(({ watch, name, alarm, at }) =>
        completed({ name, alarm, metrics: ref(watch).metrics() }).some(({ summary }) => summary === undefined)
          ? [{ at, found: `nothing says what ${watch}/${name} is about` }]
          : [],
      ),
  },
];
