import type { Constraint } from '../../../schemas/contract/kind';
import type { Props } from '../input';
import { canBeKept, collidingNames, ruleMetrics } from '../metrics';
import { periodOf } from '../scaling';
import type { Rule } from '../scaling-input';

interface Faulty {
  readonly at: string;
  readonly found: string;
}

function ofEachRule(fault: (rule: Rule, props: Props) => readonly Faulty[]): Constraint<Props>['violations'] {
  return (props) =>
    Object.entries(props.scaling).flatMap(([name, rule]) =>
      fault(rule, props).map(({ at, found }) => ({ at: `/scaling/${name}${at}`, found })),
    );
}

/** Faults of a rule beside those of an earlier name on its metric. */
function besideEarlier(fault: (rule: Rule, earlier: Rule) => string | undefined): Constraint<Props>['violations'] {
  return ({ scaling }) => {
    const all = Object.entries(scaling);
    return all.flatMap(([name, rule], index) =>
      all.slice(0, index).flatMap(([other, earlier]) => {
        const found = earlier.metric === rule.metric ? fault(rule, earlier) : undefined;
        return found === undefined ? [] : [{ at: `/scaling/${name}`, found: `${found} ${other}` }];
      }),
    );
  };
}

function changesOf({ change, steps }: Rule): number[] {
  return [...(change === undefined ? [] : [change]), ...Object.values(steps ?? {})];
}

function comes(rule: Rule): boolean {
  return changesOf(rule).some((change) => change > 0);
}

const formConstraints: readonly Constraint<Props>[] = [
  {
    id: 'form-of-rule',
    meaning:
      'A rule has one of above, below and target; with above or below also minutes and either change or steps, with target none of these.',
    fix: 'state what is missing, and leave out what is too much',
    violations: ofEachRule((rule) => {
      const { above, below, target, minutes, change, steps } = rule;
      const limits = [above, below, target].filter((limit) => limit !== undefined).length;
      if (limits !== 1) return [{ at: '', found: `${limits} of above, below and target` }];
      const stated = [minutes, change ?? steps].filter((part) => part !== undefined).length;
      if (target !== undefined) return stated > 0 ? [{ at: '', found: 'target with minutes, change or steps' }] : [];
      if (change !== undefined && steps !== undefined) return [{ at: '', found: 'both change and steps' }];
      return stated < 2 ? [{ at: '', found: 'without minutes, or without change and steps' }] : [];
    }),
  },
  {
    id: 'and-of-a-target',
    meaning: 'Only a rule with above or below goes by several metrics, each named once.',
    fix: 'leave out `and`, or take above and below',
    violations: ofEachRule(({ metric, and, target }) => {
      if (target !== undefined) return and.length > 0 ? [{ at: '/and', found: `a target, and ${and.join(', ')}` }] : [];
      return and.includes(metric) ? [{ at: '/and', found: `${metric} twice` }] : [];
    }),
  },
  {
    id: 'change-of-nothing',
    meaning: 'A rule changes something, in one direction.',
    fix: 'state how many instances come, or with a minus, go',
    violations: ofEachRule((rule) => {
      const changes = changesOf(rule);
      if (changes.includes(0)) return [{ at: '', found: 'a change by 0' }];
      return new Set(changes.map(Math.sign)).size > 1 ? [{ at: '/steps', found: 'instances come and go' }] : [];
    }),
  },
  {
    id: 'steps-from-zero',
    meaning: 'Steps leave no gap: the first begins at the threshold itself.',
    fix: 'begin with a step "0"',
    violations: ofEachRule(({ steps }) =>
      steps === undefined || Object.keys(steps).some((distance) => Number(distance) === 0)
        ? []
        : [{ at: '/steps', found: `the first step is at ${Math.min(...Object.keys(steps).map(Number))}` }],
    ),
  },
];

const metricConstraints: readonly Constraint<Props>[] = [
  {
    id: 'unknown-metric',
    meaning: 'A rule goes by a metric that the fleet publishes.',
    fix: 'name one of them, or add it to publishes',
    violations: ofEachRule(({ metric, and }, props) => {
      const known = Object.keys(ruleMetrics(props));
      return [{ at: '/metric', name: metric }, ...and.map((name, index) => ({ at: `/and/${index}`, name }))]
        .filter(({ name }) => !known.includes(name))
        .map(({ at, name }) => ({ at, found: `${name} is none of ${known.join(', ')}` }));
    }),
  },
  {
    id: 'metric-without-target',
    meaning: 'A target is kept of an average that falls as instances come.',
    fix: 'take above and below, or a metric such as cpu or requests-per-host',
    violations: ofEachRule(({ metric, target, statistic = '' }, props) => {
      if (target === undefined) return [];
      if (statistic.startsWith('p')) return [{ at: '/statistic', found: `a target of ${statistic}` }];
      return canBeKept(props, metric) ? [] : [{ at: '/metric', found: `a target of ${metric}` }];
    }),
  },
  {
    id: 'published-name-taken',
    meaning: 'What the code publishes has names of its own beside the metrics of every fleet.',
    fix: 'give it another name',
    violations: (props) =>
      collidingNames(props).map((name) => ({ at: `/publishes/${name}`, found: `${name} is a metric of every fleet` })),
  },
  {
    id: 'looked-at-too-often',
    meaning:
      'A rule looks at a metric no more often than it is published: those of EC2 each minute by detailed monitoring alone.',
    fix: 'set detailedMonitoring to true, or raise periodSeconds',
    violations: ofEachRule((rule, props) => {
      const known = ruleMetrics(props);
      const period = periodOf(rule, known[rule.metric] ?? {});
      return [
        { at: '/periodSeconds', name: rule.metric },
        ...rule.and.map((name, index) => ({ at: `/and/${index}`, name })),
      ]
        .map(({ at, name }) => ({ at, name, published: known[name]?.intervalSeconds ?? 60 }))
        .filter(({ published }) => period < published)
        .map(({ at, name, published }) => ({ at, found: `${name} is published every ${published} s` }));
    }),
  },
  {
    id: 'minutes-of-periods',
    meaning: 'The time of a rule is a whole number of periods.',
    fix: 'change minutes or periodSeconds; EC2 publishes each minute with detailedMonitoring',
    violations: ofEachRule((rule, props) => {
      const period = periodOf(rule, ruleMetrics(props)[rule.metric] ?? {});
      return rule.minutes === undefined || (rule.minutes * 60) % period === 0
        ? []
        : [{ at: '/minutes', found: `${rule.minutes} minutes of periods of ${period} s` }];
    }),
  },
];

const pairConstraints: readonly Constraint<Props>[] = [
  {
    id: 'steps-beside-target',
    meaning: 'A metric that is kept at a target has no other rule: the two would undo each other.',
    fix: 'take one of the two',
    violations: besideEarlier((rule, earlier) =>
      rule.target !== undefined || earlier.target !== undefined
        ? `${rule.metric} is kept by a target, beside`
        : undefined,
    ),
  },
  {
    id: 'two-rules-one-way',
    meaning: 'A metric has one rule in each direction; how much more changes further on is said by its steps.',
    fix: 'make them steps of one rule',
    violations: besideEarlier((rule, earlier) =>
      rule.target === undefined && earlier.target === undefined && comes(rule) === comes(earlier)
        ? 'the same direction as'
        : undefined,
    ),
  },
  {
    id: 'thresholds-that-cross',
    meaning: 'Between the thresholds of two rules on a metric there is room in which neither acts.',
    fix: 'raise the one of `above`, or lower the one of `below`',
    violations: besideEarlier((rule, earlier) => {
      const above = rule.above ?? earlier.above;
      const below = rule.below ?? earlier.below;
      return above !== undefined && below !== undefined && below >= above
        ? `below ${below} and above ${above}, with`
        : undefined;
    }),
  },
];

export const ruleConstraints: readonly Constraint<Props>[] = [
  ...formConstraints,
  ...metricConstraints,
  ...pairConstraints,
];
