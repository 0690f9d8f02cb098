import type { Constraint } from '../../schemas/contract/kind';
import { token } from '../../schemas/graph/place';
import { measureConstraints, type Named } from '../facets/measure-constraints';
import { regionOfComponent } from '../facets/observed';
import { isOfMetrics, type Panel, type Props } from './input';
import { alarmsInReach, isMeant } from './model';
import { shownIn } from './series';

interface Fault {
  readonly at: string;
  readonly found: string;
}

/** @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/cloudwatch_limits.html */
const most = { widgets: 500, metricsOfPanel: 500, metrics: 2500, alarmsOfPanel: 100 } as const;

export const constraints: readonly Constraint<Props>[] = [
  ...measureConstraints<Props>({ looked: namedIn, named: namedIn }),
  {
    id: 'empty-panel',
    meaning: 'A panel has what its kind shows: series, logs, text, or alarms to show.',
    fix: 'state series, logs or text; of alarms, name where they are described',
    violations: (props, context) => {
      const alarms = alarmsInReach({ props, ref: context.ref }).length;
      return panelsOf(props).flatMap(({ at, panel }) =>
        isFilled(panel, alarms)
          ? []
          : [
              {
                at,
                found: `a panel of ${panel.kind} without any`,
                ...(panel.kind === 'alarms' && { lacks: '/alarms' }),
              },
            ],
      );
    },
  },
  {
    id: 'field-of-another-panel',
    meaning: 'A panel states what its kind shows, and nothing that only others do.',
    fix: 'remove the field, or change the kind of the panel',
    violations: (props) =>
      panelsOf(props).flatMap(({ at, panel }) =>
        foreignFields(panel).map((field) => ({ at: `${at}/${field}`, found: `${field} on a panel of ${panel.kind}` })),
      ),
  },
  {
    id: 'gauge-without-ends',
    meaning: 'A gauge has a lower and an upper end.',
    fix: 'state minimum and maximum',
    violations: (props) =>
      panelsOf(props).flatMap(({ at, panel }) =>
        panel.kind === 'gauge' && (panel.minimum === undefined || panel.maximum === undefined)
          ? [{ at, found: 'a gauge without minimum or maximum' }]
          : [],
      ),
  },
  {
    id: 'ends-in-order',
    meaning: 'minimum < maximum.',
    fix: 'change one of the two',
    violations: (props) =>
      panelsOf(props).flatMap(({ at, panel: { minimum, maximum } }) =>
        minimum !== undefined && maximum !== undefined && minimum >= maximum
          ? [{ at: `${at}/maximum`, found: `minimum ${minimum}, maximum ${maximum}` }]
          : [],
      ),
  },
  {
    id: 'unknown-alarm',
    meaning: 'The alarms of a panel are described or recommended where `alarms` says.',
    fix: 'name <component>/<alarm> of those',
    violations: (props, { ref }) => {
      const all = alarmsInReach({ props, ref });
      return panelsOf(props).flatMap(({ at, panel }) =>
        panel.alarms.flatMap((word, index) =>
          all.some((alarm) => isMeant(alarm, word))
            ? []
            : [{ at: `${at}/alarms/${index}`, found: `there is no alarm ${word}`, lacks: '/alarms' }],
        ),
      );
    },
  },
  {
    id: 'logs-elsewhere',
    meaning: 'Logs are searched where they are written: a panel of logs shows those of the region of the environment.',
    fix: 'describe the dashboard in an environment of that region, or leave the component out',
    violations: (props, { self, ref }) =>
      panelsOf(props).flatMap(({ at, panel }) =>
        (panel.logs?.of ?? []).flatMap((key, index): Fault[] => {
          const region = regionOfComponent(ref(key).component, ref);
          return region === self.settings.aws.region
            ? []
            : [{ at: `${at}/logs/of/${index}`, found: `${key} is in ${region ?? 'no region'}` }];
        }),
      ),
  },
  {
    id: 'logs-switched-off',
    meaning: 'A component whose logs are shown writes logs.',
    fix: 'switch its logs on, or leave it out',
    violations: (props, { ref }) =>
      panelsOf(props).flatMap(({ at, panel }) =>
        (panel.logs?.of ?? []).flatMap((key, index): Fault[] => {
          const { logs } = ref(key).component.props as { logs?: { enabled?: boolean } };
          return logs?.enabled === false ? [{ at: `${at}/logs/of/${index}`, found: `${key} writes none` }] : [];
        }),
      ),
  },
  {
    id: 'too-much-for-one-dashboard',
    meaning: `A dashboard has at most ${most.widgets} panels and titles and ${most.metrics} metrics, a panel ${most.metricsOfPanel} metrics or ${most.alarmsOfPanel} alarms.`,
    fix: 'split it',
    violations: tooMuch,
  },
];

function tooMuch(props: Props, { ref }: Parameters<Constraint<Props>['violations']>[1]): Fault[] {
  const panels = panelsOf(props);
  const rows = Object.values(props.rows).filter(({ title }) => title !== undefined).length;
  const counts = panels.map(({ at, panel }) => ({ at, count: metricsIn(shownIn({ ref }, panel)) }));
  const all = counts.reduce((sum, { count }) => sum + count, 0);
  const reach = alarmsInReach({ props, ref });
  const shown = (panel: Panel): number =>
    reach.filter((alarm) => panel.alarms.length === 0 || panel.alarms.some((word) => isMeant(alarm, word))).length;
  return [
    ...(panels.length + rows > most.widgets ? [{ at: '/rows', found: `${panels.length + rows} of them` }] : []),
    ...(all > most.metrics ? [{ at: '/rows', found: `${all} metrics` }] : []),
    ...counts.flatMap(({ at, count }) => (count > most.metricsOfPanel ? [{ at, found: `${count} metrics` }] : [])),
    ...panels.flatMap(({ at, panel }) =>
      panel.kind === 'alarms' && shown(panel) > most.alarmsOfPanel ? [{ at, found: `${shown(panel)} alarms` }] : [],
    ),
  ];
}

const metricsOfMeasure = { statistic: 1, rate: 1, share: 2 } as const;

function metricsIn(shown: ReturnType<typeof shownIn>): number {
  return shown.reduce((sum, { measure }) => sum + metricsOfMeasure[measure.kind], 0);
}

function panelsOf({ rows }: Props): { readonly at: string; readonly panel: Panel }[] {
  return Object.entries(rows).flatMap(([row, { panels }]) =>
    Object.entries(panels).map(([key, panel]) => ({ at: `/rows${token(row)}/panels${token(key)}`, panel })),
  );
}

function namedIn(props: Props): Named[] {
  return panelsOf(props).flatMap(({ at, panel }) =>
    Object.entries(panel.series).map(([legend, { component, metric, shareOf, per }]) => ({
      at: `${at}/series${token(legend)}`,
      field: '/metric',
      component,
      metric,
      shareOf,
      per,
    })),
  );
}

function isFilled(panel: Panel, alarms: number): boolean {
  if (isOfMetrics(panel)) return Object.keys(panel.series).length > 0;
  if (panel.kind === 'alarms') return alarms > 0;
  return panel.kind === 'logs' ? panel.logs !== undefined : panel.text !== undefined;
}

/** Fields that a panel states though its kind has no use for them. */
function foreignFields(panel: Panel): string[] {
  const metrics = isOfMetrics(panel);
  const foreign = {
    series: !metrics && Object.keys(panel.series).length > 0,
    alarms: !metrics && panel.kind !== 'alarms' && panel.alarms.length > 0,
    lines: !metrics && Object.keys(panel.lines).length > 0,
    minimum: !metrics && panel.minimum !== undefined,
    maximum: !metrics && panel.maximum !== undefined,
    logs: panel.kind !== 'logs' && panel.logs !== undefined,
    text: panel.kind !== 'text' && panel.text !== undefined,
    title: panel.kind === 'text' && panel.title !== undefined,
  };
  return Object.entries(foreign).flatMap(([field, is]) => (is ? [field] : []));
}
