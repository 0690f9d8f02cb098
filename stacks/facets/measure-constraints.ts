import type { Constraint, ConstraintContext } from '../../schemas/contract/kind';
import { metricsNamed, type Metric } from '../../schemas/contract/metric';
import { nearest } from '../../schemas/primitives/nearest';

/** A component that somebody looks at. */
export interface Looked {
  /** JSON pointer of whoever looks. */
  readonly at: string;
  readonly component: string;
}

/** Metrics of a component that somebody looks at, and where they are named. */
export interface Named extends Looked {
  readonly metric: string;
  /** Field that names the metric, below `at`; nothing where its own key does. */
  readonly field?: string;
  readonly shareOf?: string | undefined;
  readonly per?: string | undefined;
}

interface Fault {
  readonly at: string;
  readonly found: string;
}

/** Of kinds that look at the metrics of others. */
export function measureConstraints<Props>(by: {
  readonly looked: (props: Props) => readonly Looked[];
  readonly named: (props: Props) => readonly Named[];
}): Constraint<Props>[] {
  return [
    {
      id: 'unknown-metric',
      meaning: 'What is looked at is a metric that the component publishes.',
      fix: 'name one that it publishes',
      violations: (props, { ref }) =>
        by.named(props).flatMap(({ at, component, metric, field = '', shareOf }) => {
          const metrics = ref(component).metrics();
          const whole = shareOf === undefined ? [] : unpublished(metrics, shareOf, { at: `${at}/shareOf`, component });
          return [...unpublished(metrics, metric, { at: `${at}${field}`, component }), ...whole];
        }),
    },
    {
      id: 'impossible-share',
      meaning: 'A share is that of one metric in another, and no rate.',
      fix: 'name the metric of the whole, such as requests, and leave per out',
      violations: (props) =>
        by.named(props).flatMap(({ at, metric, shareOf, per }): Fault[] => {
          if (shareOf === undefined) return [];
          if (per !== undefined) return [{ at: `${at}/shareOf`, found: `a share per ${per}` }];
          return shareOf === metric ? [{ at: `${at}/shareOf`, found: `${metric} as a share of itself` }] : [];
        }),
    },
    {
      id: 'other-account',
      meaning: 'Metrics are published in the account of whoever looks at them.',
      fix: 'describe it in an environment of that account',
      violations: (props, context) =>
        by.looked(props).flatMap(({ at, component }) => {
          const { account } = context.ref(component).component.settings.aws;
          return account === ownAccount(context) ? [] : [{ at, found: `${component} is in account ${account}` }];
        }),
    },
  ];
}

function ownAccount<Props>({ self }: ConstraintContext<Props>): string {
  return self.settings.aws.account;
}

function unpublished(
  metrics: Readonly<Record<string, Metric>>,
  name: string,
  { at, component }: { readonly at: string; readonly component: string },
): Fault[] {
  if (metricsNamed(metrics, name).length > 0) return [];
  const published = [...new Set(Object.keys(metrics).map((key) => key.replace(/\/.*/, '')))];
  const near = nearest(name, published);
  const names = published.length === 0 ? 'nothing' : published.join(', ');
  const hint = near === undefined ? `it publishes ${names}` : `did you mean ${near}?`;
  return [{ at, found: `${component} publishes no ${name}; ${hint}` }];
}
