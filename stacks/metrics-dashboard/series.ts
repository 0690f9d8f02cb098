import type { ReadMetric } from '../../schemas/contract/metric';
import type { OutputContext } from '../../schemas/contract/output';
import type { Json, JsonObject } from '../../schemas/primitives/artifact';
import { compareText } from '../../schemas/primitives/finding';
import { literal } from '../facets/literal';
import { expressionOf, seriesOf, type Series } from '../facets/measure';
import { regionOfMetric } from '../facets/observed';
import type { Panel, Props } from './input';

type Context = OutputContext<Props>;

/** A series of the legend, all its parts found. */
interface Shown extends Series {
  readonly component: string;
  readonly label: string;
  readonly axis: 'left' | 'right';
  /** Ids of its metrics in expressions: unique in the panel. */
  readonly ids: { readonly part: string; readonly whole: string };
}

/** The series of a panel, in order. */
export function shownIn({ ref }: Pick<Context, 'ref'>, panel: Panel): Shown[] {
  const found = Object.entries(panel.series).flatMap(([legend, series]) =>
    seriesOf(ref(series.component).metrics(), series.metric, series).map((one) => ({
      ...one,
      component: series.component,
      label: `${legend}${one.part.replace('/', ' ')}`,
      axis: series.axis,
    })),
  );
  return found.map((one, index) => ({ ...one, ids: { part: `part${index + 1}`, whole: `whole${index + 1}` } }));
}

/** The metrics of a panel as CloudWatch has them: arrays of namespace, name, dimensions and how they are drawn. */
export function metricsOf(context: Context, panel: Panel): Json[] {
  return shownIn(context, panel).flatMap((shown) => {
    const drawn = { label: literal(shown.label), ...(shown.axis === 'right' ? { yAxis: 'right' } : {}) };
    const { measure, ids } = shown;
    if (measure.kind === 'statistic') return [metric(context, shown, { name: shown.metric, options: drawn })];
    const hidden = (id: string, name: string): Json =>
      metric(context, shown, { name, options: { id, visible: false } });
    return [
      [{ ...drawn, expression: expressionOf(measure, shown.facts, ids) }],
      hidden(ids.part, shown.metric),
      ...(measure.kind === 'share' ? [hidden(ids.whole, measure.of)] : []),
    ];
  });
}

function metric(
  { self, ref }: Context,
  { component, statistic }: Shown,
  { name, options }: { readonly name: string; readonly options: JsonObject },
): Json {
  const target = ref(component);
  const read: ReadMetric = target.metric(name);
  const region = regionOfMetric(read, target.component, ref);
  const elsewhere = region === undefined || region === self.settings.aws.region ? {} : { region };
  const dimensions = Object.entries(read.dimensions).sort(([a], [b]) => compareText(a, b));
  return [read.namespace, read.name, ...dimensions.flat(), { ...options, stat: statistic, ...elsewhere }];
}
