import type { Static } from '@sinclair/typebox';
import { alertFields, promDuration, severities } from '../../schemas/contract/alert';
import {
  assumedReference,
  choice,
  flag,
  group,
  input,
  integer,
  list,
  mapOf,
  number,
  optional,
  optionalReference,
  text,
} from '../../schemas/contract/fields';
import { measureFields } from '../facets/measure';
import { publishing } from '../facets/observed';

const inherited = 'By default that of the recommended alarm of the same name';

const threshold = { minimum: -1e15, maximum: 1e15 };

/** A threshold is one of what it is measured by. */
const inheritedThreshold = `${inherited}, where that warns of this side and \`statistic\`, \`per\` and \`shareOf\` are left out.`;

const alarmField = group('One alarm; under the name of a recommended one, what differs from it.', {
  metric: optional(
    text(
      'Metric of the component, by its name there. By default the one of the alarm’s own name. A component may publish one for each of its parts (`cpu/001`, `cpu/002`): `cpu` then makes an alarm of each.',
    ),
  ),
  ...measureFields,
  ...alertFields,
  above: optional(number(`Threshold: the alarm is due while the value is above it. ${inheritedThreshold}`, threshold)),
  below: optional(number(`Threshold: the alarm is due while the value is below it. ${inheritedThreshold}`, threshold)),
  severity: optional(
    choice(`How urgent it is; whom it tells goes by it. ${inherited}, otherwise \`warning\`.`, severities),
  ),
  for: optional(promDuration(`How long it must hold. ${inherited}, otherwise 5m.`)),
  summary: optional(text(`What is wrong, in one line. ${inherited}; any other alarm states it.`, { maxLength: 300 })),
  periodSeconds: optional(
    integer(
      'Time that one value sums up, in seconds: 10, 20, 30 or a multiple of 60, and no less than the metric is published at. `for` is a multiple of it. By default as often as it is published, at most once a minute.',
      { minimum: 10, maximum: 86_400 },
    ),
  ),
  datapoints: optional(
    integer('Periods within `for` in which the threshold has to be exceeded. By default all of them.', {
      minimum: 1,
      maximum: 8640,
    }),
  ),
  missing: optional(
    choice(
      'What a period without data means: all is well, the threshold is exceeded, nothing new, or that it can’t be told. By default what suits the metric.',
      ['notBreaching', 'breaching', 'ignore', 'missing'],
    ),
  ),
  scale: optional(
    text(
      'Scaling rule of the component, a fleet, that it sets off as well. Rules that follow a target set themselves off.',
    ),
  ),
});

const topic = 'Whom alarms of this severity tell, when they are due and when they are over.';

export const Input = input({
  notify: group(
    'Who is told. By default the only `notifications` in reach, but for `info`.',
    {
      critical: assumedReference(topic, ['notifications']),
      warning: assumedReference(topic, ['notifications']),
      info: optionalReference(topic, ['notifications']),
    },
    { default: {} },
  ),
  watch: mapOf(
    'Components that are watched, by key.',
    group('What is watched of one component.', {
      recommended: flag(
        'The alarms that its kind recommends. One of the same name below takes the place of its own, and has from it what it does not state.',
        { default: true },
      ),
      without: list('Recommended alarms that are left out.', text('Name of the metric.'), {
        default: [],
        uniqueItems: true,
      }),
      alarms: mapOf('Further alarms, by name; under that of a recommended one, what differs from it.', alarmField, {
        default: {},
      }),
    }),
    { minProperties: 1, propertyNames: { 'x-reference': { kinds: publishing, sole: false } } },
  ),
});

export type Props = Static<typeof Input>;
export type AlarmInput = Props['watch'][string]['alarms'][string];
