import { Type, type Static, type TSchema } from '@sinclair/typebox';
import { promDuration } from '../../schemas/contract/alert';
import {
  assumedReference,
  choice,
  group,
  input,
  integer,
  list,
  mapOf,
  number,
  optional,
  text,
} from '../../schemas/contract/fields';
import { measureFields } from '../facets/measure';
import { publishing } from '../facets/observed';

/** Panels of metrics, by what CloudWatch calls them. */
export const metricViews = {
  lines: 'timeSeries',
  area: 'timeSeries',
  number: 'singleValue',
  gauge: 'gauge',
  bars: 'bar',
  pie: 'pie',
  table: 'table',
} as const;

export type MetricPanel = keyof typeof metricViews;

/** Kinds whose components write logs, and the output that names the log group. */
export const logOutputs: Readonly<Record<string, string>> = {
  fleet: 'logGroupName',
  'log-group': 'name',
  'web-acl': 'logGroupName',
};

const value = { minimum: -1e15, maximum: 1e15 };
/** Things by what a legend calls them: any line. */
function byLegend<Item extends TSchema>(description: string, item: Item) {
  const line = Type.String({ pattern: '^[^\\u0000-\\u001f]{1,80}$' });
  return Type.Record(line, item, { description, additionalProperties: false, default: {}, 'x-order': 'written' });
}

const seriesField = byLegend(
  'Series, by name in the legend. A metric of several parts makes a series of each.',
  group('One series.', {
    component: text('Component that publishes it.', { 'x-reference': { kinds: publishing, sole: false } }),
    metric: text('Metric, by its name there.'),
    ...measureFields,
    axis: choice('Axis that it is read at.', ['left', 'right'], { default: 'left' }),
  }),
);

const logsField = optional(
  group('What a panel of logs shows.', {
    of: list(
      'Components whose log groups are searched.',
      text('Key of a component.', { 'x-reference': { kinds: Object.keys(logOutputs), sole: false } }),
      { minItems: 1, maxItems: 50, uniqueItems: true },
    ),
    query: text('Query of Logs Insights: `fields @timestamp, @message | filter @message like /ERROR/`.', {
      maxLength: 10_000,
    }),
    view: choice('What the answer looks like.', ['table', 'timeSeries', 'bar', 'pie'], { default: 'table' }),
  }),
);

const panelField = group('One panel.', {
  title: optional(text('Title.', { maxLength: 120 })),
  kind: choice(
    'What it shows: metrics as lines, stacked areas, numbers, gauge, bars, pie or table; the state of alarms; logs; or text.',
    [...(Object.keys(metricViews) as MetricPanel[]), 'alarms', 'logs', 'text'],
    { default: 'lines' },
  ),
  series: seriesField,
  periodSeconds: integer('Time that one value sums up, in seconds.', {
    minimum: 60,
    maximum: 86_400,
    multipleOf: 60,
    default: 60,
  }),
  alarms: list(
    'Alarms, `<component>/<alarm>` or `<component>` for all of it: their thresholds are lines, and a panel of alarms shows their state (by default that of all).',
    text('Alarm.'),
    { default: [], uniqueItems: true },
  ),
  lines: byLegend('Further lines, such as objectives: values by name.', number('Value.', value)),
  minimum: optional(number('Lower end of the left axis, or of a gauge.', value)),
  maximum: optional(number('Upper end of the left axis, or of a gauge.', value)),
  logs: logsField,
  text: optional(text('What a panel of text says, in Markdown.', { maxLength: 10_000 })),
  width: optional(
    integer('Width in columns, of 24. By default 6 for numbers and gauges, 12 for the others.', {
      minimum: 1,
      maximum: 24,
    }),
  ),
  height: integer('Height, in units of 60 pixels or so.', { minimum: 1, maximum: 100, default: 6 }),
});

export const Input = input({
  alarms: assumedReference('Where the alarms that panels name are described.', ['alarms']),
  range: promDuration('Time that it shows at first.', { default: '3h' }),
  rows: mapOf(
    'Rows in order, each a map of panels in order.',
    group('One row.', {
      title: optional(text('Title.', { maxLength: 120 })),
      panels: mapOf('Panels, by key.', panelField, { minProperties: 1, 'x-order': 'written' }),
    }),
    { minProperties: 1, 'x-order': 'written' },
  ),
});

export type Props = Static<typeof Input>;
export type Panel = Props['rows'][string]['panels'][string];

export function isOfMetrics(panel: Panel): panel is Panel & { kind: MetricPanel } {
  return panel.kind in metricViews;
}
