import type { Constraint, ConstraintContext } from '../../../schemas/contract/kind';
import { nameOfRegion, regionOfComponent, regionOfMetric } from '../../facets/observed';
import type { Props } from '../input';
import { alarmsOf, descriptionOf, type Alarm } from '../model';
import { pointer, type Fault } from './described';

type Context = ConstraintContext<Props>;

/** Most characters of a description. @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutMetricAlarm.html */
const descriptionLength = 1024;

/** Rules of a fleet, as far as an alarm sets them off. */
type Rules = Readonly<Record<string, { readonly target?: number }>>;

/** Whom an alarm tells, and what it sets off. */
export const ofActions: readonly Constraint<Props>[] = [
  {
    id: 'nobody-told',
    meaning: 'An alarm that is critical or a warning tells somebody, or scales.',
    fix: 'describe notifications and name them in notify, or make the alarm one of severity info',
    violations: (props, { ref }) =>
      alarmsOf({ props, ref }).flatMap(({ severity, scale, watch, name, at }) =>
        severity === 'info' || scale !== undefined || props.notify[severity] !== undefined
          ? []
          : [
              {
                at,
                found: `nobody is told of ${watch}/${name}, which is ${severity}`,
                lacks: pointer('notify', severity),
              },
            ],
      ),
  },
  {
    id: 'told-in-another-region',
    meaning:
      'A topic is in the region of the alarms that it gets, which is that of their metrics; CloudFront’s is us-east-1.',
    fix: 'describe notifications of that region, and a component of kind alarms that names them',
    violations: (props, context) =>
      alarmsOf({ props, ref: context.ref }).flatMap((alarm): Fault[] => {
        const told = props.notify[alarm.severity];
        const here = regionOf(alarm, context);
        if (told === undefined || here === undefined) return [];
        const there = regionOfComponent(context.ref(told).component, context.ref);
        return there === here
          ? []
          : [{ at: alarm.at, found: `${alarm.watch}/${alarm.name} is in ${here}, ${told} in ${there ?? 'no region'}` }];
      }),
  },
  {
    id: 'region-without-name',
    meaning: 'The region of a metric is that of the environment, or one of `aws.regions`.',
    fix: 'add the region to aws.regions',
    violations: (props, context) =>
      alarmsOf({ props, ref: context.ref }).flatMap((alarm): Fault[] => {
        const here = regionOf(alarm, context);
        return here !== undefined && nameOfRegion(context.self.settings, here) === null
          ? [{ at: alarm.at, found: `${alarm.metric} of ${alarm.watch} is published in ${here}` }]
          : [];
      }),
  },
  {
    id: 'topic-closed-to-alarms',
    meaning: 'Notifications that are told of alarms let CloudWatch publish.',
    fix: 'add cloudwatch to its publishers',
    violations: ({ notify }, { ref }) =>
      Object.entries(notify).flatMap(([severity, told]) => {
        const { publishers, existing } = ref(told).component.props as {
          publishers?: readonly string[];
          existing?: unknown;
        };
        return existing !== undefined || publishers === undefined || publishers.includes('cloudwatch')
          ? []
          : [{ at: pointer('notify', severity), found: `${told} lets ${publishers.join(', ')} publish` }];
      }),
  },
  {
    id: 'unknown-scaling-rule',
    meaning: '`scale` names a rule of the fleet that works in steps; a fleet with colours has rules for each of them.',
    fix: 'name such a rule of its scaling, or remove the line',
    violations: (props, { ref }) =>
      alarmsOf({ props, ref }).flatMap(({ watch, scale, at }): Fault[] => {
        if (scale === undefined) return [];
        const { scaling = {}, colours } = ref(watch).component.props as { scaling?: Rules; colours?: unknown };
        const rule = scaling[scale];
        if (rule && colours !== undefined) return [{ at: `${at}/scale`, found: `${watch} scales by colour` }];
        if (!rule) return [{ at: `${at}/scale`, found: `${watch} has no rule ${scale}` }];
        return rule.target === undefined ? [] : [{ at: `${at}/scale`, found: `${scale} follows a target by itself` }];
      }),
  },
  {
    id: 'long-description',
    meaning: `Summary, description and runbook have ${descriptionLength} characters together at most.`,
    fix: 'shorten the description; the runbook has room',
    violations: (props, { ref }) =>
      alarmsOf({ props, ref }).flatMap((alarm) => {
        const { length } = descriptionOf(alarm);
        return length > descriptionLength ? [{ at: `${alarm.at}/description`, found: `${length} characters` }] : [];
      }),
  },
];

function regionOf({ facts, watch }: Alarm, { ref }: Context): string | undefined {
  return regionOfMetric(facts, ref(watch).component, ref);
}
