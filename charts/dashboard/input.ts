import { Type, type Static } from '@sinclair/typebox';
import { promDuration } from '../../schemas/contract/alert';
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
  reference,
  text,
} from '../../schemas/contract/fields';

/** Kinds of panels. @see https://grafana.com/docs/grafana/latest/panels-visualizations/visualizations/ */
export const panelKinds = ['timeseries', 'heatmap', 'gauge', 'stat', 'table', 'bargauge', 'piechart'] as const;

/** Units by plain names. @see https://github.com/grafana/grafana/blob/main/packages/grafana-data/src/valueFormats/categories.ts */
export const units = {
  count: 'short',
  percent: 'percent',
  share: 'percentunit',
  seconds: 's',
  bytes: 'bytes',
  megabytes: 'decmbytes',
  'bytes-per-second': 'Bps',
  'per-second': 'ops',
  'requests-per-second': 'reqps',
  celsius: 'celsius',
  watts: 'watt',
  dollars: 'currencyUSD',
} as const;

const queriesField = Type.Record(
  Type.String({ pattern: '^[^\\u0000-\\u001f]{1,80}$' }),
  Type.String({ description: 'PromQL.', minLength: 1 }),
  {
    description: 'Queries, by legend; `{{label}}` in a legend stands for the value of that label.',
    minProperties: 1,
    additionalProperties: false,
    'x-order': 'written',
  },
);

const panelField = group('One panel.', {
  title: text('Title.', { maxLength: 120 }),
  kind: choice('What it looks like.', panelKinds, { default: 'timeseries' }),
  queries: queriesField,
  unit: choice('Unit of the values.', Object.keys(units) as (keyof typeof units)[], { default: 'count' }),
  description: optional(text('What it shows, as hover text.', { maxLength: 1000 })),
  alerts: list('Alerts whose thresholds are drawn as lines.', text('Name of an alert.'), {
    default: [],
    uniqueItems: true,
  }),
  warnAt: optional(number('Value from which it is yellow.', { minimum: -1e15, maximum: 1e15 })),
  failAt: optional(number('Value from which it is red.', { minimum: -1e15, maximum: 1e15 })),
  minimum: optional(number('Lower end of the axis or gauge.', { minimum: -1e15, maximum: 1e15 })),
  maximum: optional(number('Upper end of the axis or gauge.', { minimum: -1e15, maximum: 1e15 })),
  stacked: flag('Series of a time series are stacked.', { default: false }),
  width: optional(
    integer('Width in columns, of 24. By default 12 for time series and heatmaps, 6 for the others.', {
      minimum: 3,
      maximum: 24,
    }),
  ),
  height: integer('Height, in units of 30 pixels.', { minimum: 3, maximum: 24, default: 8 }),
});

export const Input = input({
  namespace: reference('Namespace of the ConfigMap; Grafana reads those of all.', ['namespace'], {
    default: 'monitoring',
  }),
  title: text('Title.', { maxLength: 120 }),
  folder: optional(text('Folder in Grafana. By default the name of the system.', { maxLength: 120 })),
  range: promDuration('Time that it shows at first.', { default: '6h' }),
  refresh: promDuration('Time between two refreshes.', { default: '30s' }),
  rules: assumedReference('Where the alerts that panels name are described.', ['alert-rules']),
  variables: mapOf(
    'Choices at the top, by name: `$name` in queries.',
    group('One choice.', {
      label: optional(text('Label.')),
      values: text('Query of its values: `label_values(metric, label)`.'),
      multiple: flag('Several values at once; `=~` in queries.', { default: true }),
    }),
    { default: {}, 'x-order': 'written' },
  ),
  rows: mapOf(
    'Rows in order, each a map of panels in order.',
    group('One row.', {
      title: text('Title.', { maxLength: 120 }),
      panels: mapOf('Panels, by key.', panelField, { minProperties: 1, 'x-order': 'written' }),
    }),
    { minProperties: 1, 'x-order': 'written' },
  ),
});

export type Props = Static<typeof Input>;
export type Panel = Props['rows'][string]['panels'][string];
