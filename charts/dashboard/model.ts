import { comparison, type Threshold } from '../../schemas/contract/alert';
import type { Json, JsonObject } from '../../schemas/primitives/artifact';
import { placePanels, type Spot } from '../../schemas/primitives/grid';
import { units, type Panel, type Props } from './input';

/** Data source that kube-prometheus-stack gives to Grafana. */
const datasource: JsonObject = { type: 'prometheus', uid: 'prometheus' };

const columns = 24;

/** An alert, as far as a panel shows it. */
export interface ShownAlert extends Threshold {
  readonly severity: string;
  readonly for: string;
}

export interface DashboardFacts {
  readonly uid: string;
  readonly tags: readonly string[];
  /** Alerts by name. */
  readonly alerts: ReadonlyMap<string, ShownAlert>;
}

/** The JSON model of a dashboard. @see https://grafana.com/docs/grafana/latest/dashboards/build-dashboards/view-dashboard-json-model/ */
export function dashboardModel(props: Props, facts: DashboardFacts): JsonObject {
  return {
    uid: facts.uid,
    title: props.title,
    tags: [...facts.tags],
    schemaVersion: 39,
    version: 1,
    editable: false,
    graphTooltip: 1,
    refresh: props.refresh,
    time: { from: `now-${props.range}`, to: 'now' },
    timezone: 'utc',
    templating: { list: Object.entries(props.variables).map(([name, choice]) => variable(name, choice)) },
    panels: placed(props, facts),
  };
}

function variable(name: string, { label, values, multiple }: Props['variables'][string]): JsonObject {
  return {
    name,
    ...(label === undefined ? {} : { label }),
    type: 'query',
    datasource,
    definition: values,
    query: { query: values, refId: name },
    refresh: 2,
    sort: 1,
    multi: multiple,
    includeAll: multiple,
    current: multiple ? { text: ['All'], value: ['$__all'] } : {},
  };
}

/** Rows below each other; in a row, panels side by side until the width is full. */
function placed({ rows }: Props, facts: DashboardFacts): JsonObject[] {
  const panels: JsonObject[] = [];
  let top = 0;
  for (const { title, panels: inRow } of Object.values(rows)) {
    const row = { id: panels.length + 1, type: 'row', title, collapsed: false, panels: [] };
    panels.push({ ...row, gridPos: { h: 1, w: columns, x: 0, y: top } });
    const all = Object.values(inRow);
    const sizes = all.map((panel) => ({ width: widthOf(panel), height: panel.height }));
    const { spots, bottom } = placePanels(sizes, { columns, top: top + 1 });
    for (const [index, panel] of all.entries()) {
      const { x, y, width, height } = spots[index] as Spot;
      panels.push({ id: panels.length + 1, gridPos: { h: height, w: width, x, y }, ...panelModel(panel, facts) });
    }
    top = bottom;
  }
  return panels;
}

function widthOf({ kind, width }: Panel): number {
  return width ?? (kind === 'timeseries' || kind === 'heatmap' ? 12 : 6);
}

function panelModel(panel: Panel, facts: DashboardFacts): JsonObject {
  const description = [panel.description, ...panel.alerts.map((name) => saying(name, facts.alerts.get(name)))]
    .filter((line) => line !== undefined)
    .join('\n\n');
  return {
    type: panel.kind,
    title: panel.title,
    ...(description === '' ? {} : { description }),
    datasource,
    targets: Object.entries(panel.queries).map(([legend, expr], index) => target(panel, { legend, expr, index })),
    fieldConfig: { defaults: defaults(panel, facts), overrides: [] },
    options: options[panel.kind],
  };
}

function saying(name: string, alert: ShownAlert | undefined): string | undefined {
  if (!alert) return undefined;
  const limit = comparison(alert);
  return `Alert ${name} (${alert.severity})${limit ? `: ${limit.operator} ${limit.limit} for ${alert.for}` : ''}`;
}

interface Query {
  readonly legend: string;
  readonly expr: string;
  readonly index: number;
}

/** Panels that show one number ask for the present alone. */
const present: readonly Panel['kind'][] = ['gauge', 'stat', 'table', 'bargauge', 'piechart'];
const formats: Partial<Record<Panel['kind'], string>> = { heatmap: 'heatmap', table: 'table' };

function target({ kind }: Panel, { legend, expr, index }: Query): JsonObject {
  const instant = present.includes(kind);
  return {
    refId: refId(index),
    datasource,
    expr,
    legendFormat: legend,
    format: formats[kind] ?? 'time_series',
    instant,
    range: !instant,
  };
}

/** `A` to `Z`, then `A1`. */
function refId(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26));
  return index < 26 ? letter : `${letter}${Math.floor(index / 26)}`;
}

function defaults(panel: Panel, { alerts }: DashboardFacts): JsonObject {
  const drawn = panel.alerts.flatMap((name) => alerts.get(name) ?? []);
  return {
    unit: units[panel.unit],
    ...(panel.minimum === undefined ? {} : { min: panel.minimum }),
    ...(panel.maximum === undefined ? {} : { max: panel.maximum }),
    thresholds: { mode: 'absolute', steps: steps(panel, drawn) },
    ...(panel.kind === 'timeseries' ? { custom: seriesStyle(panel, drawn) } : {}),
  };
}

function seriesStyle({ stacked, warnAt, failAt }: Panel, drawn: readonly ShownAlert[]): JsonObject {
  const lines = drawn.length > 0 || warnAt !== undefined || failAt !== undefined;
  return {
    lineWidth: 1,
    fillOpacity: stacked ? 30 : 8,
    showPoints: 'never',
    stacking: { mode: stacked ? 'normal' : 'none' },
    thresholdsStyle: { mode: lines ? 'line' : 'off' },
  };
}

const colours: Readonly<Record<string, string>> = { critical: 'red', warning: 'orange' };

/** The first step has no value: it is the colour from below. Where an alert is due below its threshold, that colour is the alert's. */
function steps({ warnAt, failAt }: Panel, drawn: readonly ShownAlert[]): Json[] {
  const colourOf = ({ severity }: ShownAlert): string => colours[severity] ?? 'yellow';
  const above = drawn.flatMap((alert) =>
    alert.above === undefined ? [] : [{ color: colourOf(alert), value: alert.above }],
  );
  const low = drawn.find((alert) => alert.below !== undefined);
  const rising = [
    ...(low?.below === undefined ? [] : [{ color: 'green', value: low.below }]),
    ...(warnAt === undefined ? [] : [{ color: 'yellow', value: warnAt }]),
    ...(failAt === undefined ? [] : [{ color: 'red', value: failAt }]),
    ...above,
  ].sort((a, b) => a.value - b.value);
  return [{ color: low ? colourOf(low) : 'green', value: null }, ...rising];
}

const reduce = { calcs: ['lastNotNull'], fields: '', values: false };

const options: Readonly<Record<Panel['kind'], JsonObject>> = {
  timeseries: {
    legend: { displayMode: 'list', placement: 'bottom', showLegend: true },
    tooltip: { mode: 'multi', sort: 'desc' },
  },
  heatmap: {
    calculate: false,
    color: { mode: 'scheme', scheme: 'Oranges', steps: 64 },
    cellGap: 1,
    yAxis: { axisPlacement: 'left' },
    tooltip: { mode: 'single', yHistogram: true },
  },
  gauge: { reduceOptions: reduce, showThresholdLabels: true, showThresholdMarkers: true },
  stat: { reduceOptions: reduce, colorMode: 'value', graphMode: 'area', textMode: 'auto' },
  table: { showHeader: true, cellHeight: 'sm' },
  bargauge: { reduceOptions: reduce, displayMode: 'gradient', orientation: 'horizontal' },
  piechart: {
    reduceOptions: reduce,
    pieType: 'donut',
    legend: { displayMode: 'table', placement: 'right', showLegend: true, values: ['percent', 'value'] },
  },
};
