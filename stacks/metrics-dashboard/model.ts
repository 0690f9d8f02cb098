import { secondsOf } from '../../schemas/contract/alert';
import type { OutputContext } from '../../schemas/contract/output';
import type { Json, JsonObject } from '../../schemas/primitives/artifact';
import { placePanels, type Size, type Spot } from '../../schemas/primitives/grid';
import { alarmsOf, nameOf, type Alarm } from '../alarms/model';
import type { Props as AlarmsProps } from '../alarms/input';
import { literal } from '../facets/literal';
import { regionOfMetric } from '../facets/observed';
import { isOfMetrics, logOutputs, metricViews, type MetricPanel, type Panel, type Props } from './input';
import { metricsOf } from './series';

const columns = 24;
const headingHeight = 1;

type Context = OutputContext<Props>;

/** @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/CloudWatch-Dashboard-Body-Structure.html */
export function dashboardBody(context: Context): JsonObject {
  const { props } = context;
  return { start: `-${isoDuration(secondsOf(props.range))}`, periodOverride: 'inherit', widgets: widgetsOf(context) };
}

/** In whole days, else in minutes. */
function isoDuration(seconds: number): string {
  const day = 86_400;
  return seconds % day === 0 ? `P${seconds / day}D` : `PT${Math.max(1, Math.round(seconds / 60))}M`;
}

/** Rows below each other, each with its title; in a row, panels side by side until the width is full. */
function widgetsOf(context: Context): JsonObject[] {
  const widgets: JsonObject[] = [];
  let top = 0;
  for (const { title, panels } of Object.values(context.props.rows)) {
    if (title !== undefined) {
      const heading = { type: 'text', properties: { markdown: `## ${literal(title)}`, background: 'transparent' } };
      widgets.push({ ...at({ x: 0, y: top, width: columns, height: headingHeight }), ...heading });
      top += headingHeight;
    }
    const all = Object.values(panels);
    const { spots, bottom } = placePanels(all.map(sizeOf), { columns, top });
    for (const [index, panel] of all.entries())
      widgets.push({ ...at(spots[index] as Spot), ...widgetOf(context, panel) });
    top = bottom;
  }
  return widgets;
}

function at({ x, y, width, height }: Spot): JsonObject {
  return { x, y, width, height };
}

function sizeOf({ kind, width, height }: Panel): Size {
  return { width: width ?? (kind === 'number' || kind === 'gauge' ? 6 : 12), height };
}

function widgetOf(context: Context, panel: Panel): JsonObject {
  if (isOfMetrics(panel)) return { type: 'metric', properties: metricProperties(context, panel) };
  const title = panel.title === undefined ? {} : { title: literal(panel.title) };
  if (panel.kind === 'text') return { type: 'text', properties: { markdown: literal(panel.text ?? '') } };
  if (panel.kind === 'logs') return { type: 'log', properties: { ...title, ...logProperties(context, panel) } };
  const arns = shownAlarms(context, panel).map((alarm) => arnOf(context, alarm));
  return { type: 'alarm', properties: { ...title, alarms: arns } };
}

function metricProperties(context: Context, panel: Panel & { kind: MetricPanel }): JsonObject {
  const { title, kind, periodSeconds, minimum, maximum } = panel;
  const lines = linesOf(context, panel);
  return {
    ...(title === undefined ? {} : { title: literal(title) }),
    view: metricViews[kind],
    ...(kind === 'area' ? { stacked: true } : {}),
    ...(kind === 'number' ? { sparkline: true } : {}),
    region: context.self.settings.aws.region,
    period: periodSeconds,
    metrics: metricsOf(context, panel),
    ...(minimum === undefined && maximum === undefined ? {} : { yAxis: { left: axis(panel) } }),
    ...(lines.length === 0 ? {} : { annotations: { horizontal: lines } }),
  };
}

function axis({ minimum, maximum }: Pick<Panel, 'minimum' | 'maximum'>): JsonObject {
  return { ...(minimum === undefined ? {} : { min: minimum }), ...(maximum === undefined ? {} : { max: maximum }) };
}

/** Colours of CloudWatch's own palette. */
const colours = { critical: '#d62728', warning: '#ff7f0e', info: '#1f77b4' } as const;
const objectiveColour = '#2ca02c';

function linesOf(context: Context, { alarms, lines }: Panel): Json[] {
  const drawn = alarms.length === 0 ? [] : shownAlarms(context, { alarms });
  return [
    ...drawn.map(({ watch, name, limit, operator, severity }) => ({
      label: `${watch}/${name} ${operator} ${limit}`,
      value: limit,
      color: colours[severity],
    })),
    ...Object.entries(lines).map(([label, value]) => ({ label: literal(label), value, color: objectiveColour })),
  ];
}

/** Every alarm that panels may name. */
export function alarmsInReach({ props, ref }: Pick<Context, 'props' | 'ref'>): Alarm[] {
  if (props.alarms === undefined) return [];
  return alarmsOf({ props: ref(props.alarms).component.props as AlarmsProps, ref });
}

/** Whether an alarm is one that a panel means by this word: `<component>`, `<component>/<alarm>`. */
export function isMeant({ watch, name }: Alarm, word: string): boolean {
  return `${watch}/${name}` === word || `${watch}/${name}`.startsWith(`${word}/`);
}

function shownAlarms(context: Context, { alarms }: Pick<Panel, 'alarms'>): Alarm[] {
  const all = alarmsInReach(context);
  return alarms.length === 0 ? all : all.filter((alarm) => alarms.some((word) => isMeant(alarm, word)));
}

function arnOf({ self, props, ref }: Context, alarm: Alarm): string {
  const { partition, account } = self.settings.aws;
  const owner = ref(props.alarms ?? '').component;
  const region = regionOfMetric(alarm.facts, ref(alarm.watch).component, ref) ?? '';
  return `arn:${partition}:cloudwatch:${region}:${account}:alarm:${nameOf(owner, alarm)}`;
}

function logProperties({ self, ref }: Context, { logs }: Panel): JsonObject {
  if (!logs) return {};
  const sources = logs.of.map((key) => {
    const log = ref(key);
    return `SOURCE '${log.text(logOutputs[log.component.kind] ?? '')}'`;
  });
  return {
    region: self.settings.aws.region,
    query: [...sources, literal(logs.query)].join(' | '),
    view: logs.view,
  };
}
