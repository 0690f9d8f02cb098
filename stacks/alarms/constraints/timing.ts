import type { Constraint } from '../../../schemas/contract/kind';
import { alarmsOf, type Alarm } from '../model';
import type { Props } from '../input';
import type { Fault } from './described';

const hour = 3600;
const day = 86_400;

function each(judge: (alarm: Alarm) => Fault[]): Constraint<Props>['violations'] {
  return (props, { ref }) => alarmsOf({ props, ref }).flatMap(judge);
}

/**
 * What CloudWatch refuses about values and times, and what it takes without ever being due.
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutMetricAlarm.html
 */
export const ofTiming: readonly Constraint<Props>[] = [
  {
    id: 'threshold-out-of-reach',
    meaning: 'A share in percent is between 0 and 100.',
    fix: 'change the threshold',
    violations: each((alarm) => {
      const share =
        alarm.measure.kind === 'share' || (alarm.measure.kind === 'statistic' && alarm.facts.unit === 'Percent');
      const { operator, limit } = alarm;
      if (!share || (operator === '>' ? limit < 100 : limit > 0)) return [];
      const word = operator === '>' ? 'above' : 'below';
      return [{ at: `${alarm.at}/${word}`, found: `it is never ${word} ${limit} percent` }];
    }),
  },
  {
    id: 'period',
    meaning: 'A period is 10, 20 or 30 seconds, or a multiple of 60.',
    fix: 'state such a period',
    violations: each(({ periodSeconds, at }) =>
      [10, 20, 30].includes(periodSeconds) || periodSeconds % 60 === 0
        ? []
        : [{ at: `${at}/periodSeconds`, found: `${periodSeconds} seconds` }],
    ),
  },
  {
    id: 'period-without-data',
    meaning: 'A period is no shorter than the time between two values of the metric.',
    fix: 'raise periodSeconds and for, or have the metric published more often, as detailed monitoring of instances does',
    violations: each(({ periodSeconds, facts, metric, at }) => {
      const { intervalSeconds = 60 } = facts;
      return periodSeconds >= intervalSeconds
        ? []
        : [{ at: `${at}/periodSeconds`, found: `${metric} is published every ${intervalSeconds} seconds` }];
    }),
  },
  {
    id: 'periods-within-time',
    meaning: 'Time and period match: `for` is one period, or several whole ones.',
    fix: 'change for or periodSeconds',
    violations: each(({ seconds, periodSeconds, at }) =>
      seconds >= periodSeconds && seconds % periodSeconds === 0
        ? []
        : [{ at: `${at}/for`, found: `${seconds} seconds in periods of ${periodSeconds}` }],
    ),
  },
  {
    id: 'time-too-long',
    meaning: 'An alarm looks back a day at most, or seven days in periods of an hour and more.',
    fix: 'shorten for, or lengthen periodSeconds',
    violations: each(({ seconds, periodSeconds, at }) => {
      const most = periodSeconds >= hour ? 7 * day : day;
      return seconds <= most ? [] : [{ at: `${at}/for`, found: `${seconds} seconds in periods of ${periodSeconds}` }];
    }),
  },
  {
    id: 'datapoints-over-periods',
    meaning: 'Of the periods within `for` as many can exceed the threshold as there are.',
    fix: 'lower datapoints, or lengthen for',
    violations: each(({ datapoints, seconds, periodSeconds, at }) =>
      datapoints === undefined || datapoints * periodSeconds <= seconds
        ? []
        : [{ at: `${at}/datapoints`, found: `${datapoints} of ${seconds / periodSeconds} periods` }],
    ),
  },
];
