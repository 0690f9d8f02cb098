import type { Constraint } from '../../../schemas/contract/kind';
import { metricsNamed, type Metric } from '../../../schemas/contract/metric';
import { nearest } from '../../../schemas/primitives/nearest';
import type { Props } from '../input';
import { alarmsOf, idOf, isOf } from '../model';
import { describedIn, pointer, type Fault } from './described';

type Metrics = Readonly<Record<string, Metric>>;

/** Alarms are on metrics that are published, and each is one of its own. */
export const ofMetrics: readonly Constraint<Props>[] = [
  {
    id: 'unknown-metric',
    meaning: 'An alarm is on a metric that the component publishes.',
    fix: 'name one that it publishes',
    violations: (props, { ref }) =>
      describedIn(props).flatMap(({ watch, name, alarm, at }) => {
        const metrics = ref(watch).metrics();
        return [
          ...unknown(metrics, alarm.metric ?? name, { at: alarm.metric === undefined ? at : `${at}/metric`, watch }),
          ...(alarm.shareOf === undefined ? [] : unknown(metrics, alarm.shareOf, { at: `${at}/shareOf`, watch })),
        ];
      }),
  },
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
  {
    id: 'other-account',
    meaning: 'Metrics are published in the account of the alarms.',
    fix: 'describe the alarms in an environment of that account',
    violations: (props, { self, ref }) =>
      Object.keys(props.watch).flatMap((watch) => {
        const { account } = ref(watch).component.settings.aws;
        return account === self.settings.aws.account
          ? []
          : [{ at: pointer('watch', watch), found: `${watch} is in account ${account}` }];
      }),
  },
];

function unknown(metrics: Metrics, name: string, { at, watch }: { at: string; watch: string }): Fault[] {
  if (metricsNamed(metrics, name).length > 0) return [];
  const published = [...new Set(Object.keys(metrics).map((key) => key.replace(/\/.*/, '')))];
  const near = nearest(name, published);
  const hint = near === undefined ? `it publishes ${words(published)}` : `did you mean ${near}?`;
  return [{ at, found: `${watch} publishes no ${name}; ${hint}` }];
}

function recommendedIn(metrics: Metrics): string[] {
  return Object.keys(metrics).filter((name) => metrics[name]?.recommended !== undefined);
}

function words(names: readonly string[]): string {
  return names.length === 0 ? 'nothing' : names.join(', ');
}
