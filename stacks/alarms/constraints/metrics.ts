import type { Constraint } from '../../../schemas/contract/kind';
import type { Metric } from '../../../schemas/contract/metric';
import { measureConstraints, type Looked, type Named } from '../../facets/measure-constraints';
import type { Props } from '../input';
import { alarmsOf, idOf, isOf } from '../model';
import { describedIn, pointer, type Fault } from './described';

type Metrics = Readonly<Record<string, Metric>>;

/** Alarms are on metrics that are published, and each is one of its own. */
export const ofMetrics: readonly Constraint<Props>[] = [
  ...measureConstraints<Props>({ looked: watchedIn, named: namedIn }),
  {
    id: 'unknown-recommendation',
    meaning: '`without` names alarms that the kind recommends.',
    fix: 'remove the line',
    violations: (props, { ref }) =>
      Object.entries(props.watch).flatMap(([watch, { without }]) => {
        const recommended = recommendedIn(ref(watch).metrics());
        return without.flatMap((name, index) =>
          recommended.some((other) => isOf(other, name))
            ? []
            : [
                {
                  at: pointer('watch', watch, 'without', String(index)),
                  found: `${name} is not among ${words(recommended)}`,
                },
              ],
        );
      }),
  },
  {
    id: 'nothing-watched',
    meaning: 'Of a component that is watched there is an alarm.',
    fix: 'describe one below alarms, or remove the component from watch',
    violations: (props, context) => {
      const watched = new Set(alarmsOf({ props, ref: context.ref }).map(({ watch }) => watch));
      return Object.entries(props.watch).flatMap(([watch, { alarms }]) =>
        watched.has(watch) || Object.keys(alarms).length > 0
          ? []
          : [{ at: pointer('watch', watch), found: `no alarm is recommended or described for ${watch}` }],
      );
    },
  },
  {
    id: 'same-alarm-twice',
    meaning: 'Component and name make the name of an alarm: those of two alarms differ.',
    fix: 'rename one of the two',
    violations: (props, { ref }) => {
      const seen = new Map<string, string>();
      return alarmsOf({ props, ref }).flatMap((alarm): Fault[] => {
        const other = seen.get(idOf(alarm));
        seen.set(idOf(alarm), other ?? `${alarm.watch}/${alarm.name}`);
        return other === undefined
          ? []
          : [{ at: alarm.at, found: `${alarm.watch}/${alarm.name} and ${other} have one name` }];
      });
    },
  },
];

function namedIn(props: Props): Named[] {
  return describedIn(props).map(({ watch, name, alarm: { metric, shareOf, per }, at }) => {
    const named = metric === undefined ? { metric: name } : { metric, field: '/metric' };
    return { at, component: watch, ...named, shareOf, per };
  });
}

function watchedIn({ watch }: Props): Looked[] {
  return Object.keys(watch).map((component) => ({ at: pointer('watch', component), component }));
}

function recommendedIn(metrics: Metrics): string[] {
  return Object.keys(metrics).filter((name) => metrics[name]?.recommended !== undefined);
}

function words(names: readonly string[]): string {
  return names.length === 0 ? 'nothing' : names.join(', ');
}
