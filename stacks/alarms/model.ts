import { comparison, secondsOf, type Severity, type Threshold } from '../../schemas/contract/alert';
import type { Metric, Recommended } from '../../schemas/contract/metric';
import type { Component } from '../../schemas/contract/component';
import type { OutputContext } from '../../schemas/contract/output';
import { token } from '../../schemas/graph/place';
import { seriesOf, type Measure, type Series } from '../facets/measure';
import type { AlarmInput, Props } from './input';

/** An alarm in full, whether described or recommended. */
export interface Alarm {
  /** Key of the component that is watched. */
  readonly watch: string;
  /** Name among the alarms of that component. */
  readonly name: string;
  /** Name of the metric, and what is known of it. */
  readonly metric: string;
  readonly facts: Metric;
  readonly statistic: string;
  readonly measure: Measure;
  readonly operator: '>' | '<';
  readonly limit: number;
  readonly periodSeconds: number;
  /** Time that is looked at, in seconds. */
  readonly seconds: number;
  readonly datapoints?: number | undefined;
  readonly missing: NonNullable<Metric['missing']>;
  readonly severity: Severity;
  readonly summary: string;
  readonly description?: string | undefined;
  readonly runbook?: string | undefined;
  readonly scale?: string | undefined;
  /** JSON pointer of where it is described: of a recommended one, that of the component that is watched. */
  readonly at: string;
}

type Context = Pick<OutputContext<Props>, 'props' | 'ref'>;

/** Every alarm, in the order of the description, the recommended ones of a component first. */
export function alarmsOf({ props, ref }: Context): Alarm[] {
  return Object.entries(props.watch).flatMap(([watch, watched]) => {
    const metrics = ref(watch).metrics();
    const replaced = [...Object.keys(watched.alarms), ...watched.without];
    const recommended = watched.recommended ? recommendedOf(watch, metrics, replaced) : [];
    const described = Object.entries(watched.alarms).flatMap(([name, alarm]) =>
      describedAs({ watch, name, alarm, metrics }),
    );
    return [...recommended, ...described];
  });
}

/** A name among the parts of another: `cpu/001` of `cpu`. */
export function isOf(name: string, whole: string): boolean {
  return name === whole || name.startsWith(`${whole}/`);
}

/** The period of a metric where none is stated, in seconds: that which it is published at, and never less than a minute. */
export function periodOf({ intervalSeconds = 60 }: Metric): number {
  return Math.max(60, intervalSeconds);
}

function recommendedOf(watch: string, metrics: Readonly<Record<string, Metric>>, replaced: readonly string[]): Alarm[] {
  return Object.entries(metrics).flatMap(([name, facts]) => {
    const { recommended } = facts;
    const threshold = recommended && comparison(recommended);
    if (!threshold || replaced.some((other) => isOf(name, other))) return [];
    const periodSeconds = periodOf(facts);
    return {
      watch,
      name,
      metric: name,
      facts,
      statistic: facts.statistic,
      measure: { kind: 'statistic' },
      ...threshold,
      periodSeconds,
      seconds: wholePeriods(recommended.minutes * 60, periodSeconds),
      missing: facts.missing ?? 'missing',
      severity: recommended.severity,
      summary: recommended.summary,
      at: `/watch/${watch}`,
    };
  });
}

interface Described {
  readonly watch: string;
  readonly name: string;
  readonly alarm: AlarmInput;
  readonly metrics: Readonly<Record<string, Metric>>;
}

/** One alarm, or one of each part; none where metric, threshold or summary is missing, which is refused. */
function describedAs({ watch, name, alarm, metrics }: Described): Alarm[] {
  const { description, runbook, datapoints, scale } = alarm;
  return completed({ name, alarm, metrics }).flatMap(({ series, threshold: stated, summary, severity, minutes }) => {
    const threshold = stated && comparison(stated);
    if (!threshold || summary === undefined) return [];
    const { part, ...watched } = series;
    const periodSeconds = alarm.periodSeconds ?? periodOf(series.facts);
    return {
      watch,
      name: `${name}${part}`,
      ...watched,
      ...threshold,
      periodSeconds,
      seconds: alarm.for === undefined ? wholePeriods(minutes * 60, periodSeconds) : secondsOf(alarm.for),
      missing: alarm.missing ?? series.facts.missing ?? 'missing',
      ...{ severity, summary, description, runbook, datapoints, scale },
      at: `/watch/${watch}/alarms${token(name)}`,
    };
  });
}

/** What an alarm is about, with what it has from the recommended one whose place it takes. */
export interface Completed {
  readonly series: Series;
  /** That of its name, if both warn of the same side. */
  readonly recommended?: Recommended | undefined;
  /** Nothing where neither of the two has one for what is measured. */
  readonly threshold?: Threshold | undefined;
  readonly summary?: string | undefined;
  readonly severity: Severity;
  readonly minutes: number;
}

/** One for each part of the metric; none where nobody publishes it. */
export function completed({ name, alarm, metrics }: Omit<Described, 'watch'>): Completed[] {
  const metric = alarm.metric ?? name;
  return seriesOf(metrics, metric, alarm).map((series) => {
    const recommended = metric === name ? replacedBy(alarm, series.facts) : undefined;
    const { measure, statistic, facts } = series;
    // A threshold is one of what is measured: it says nothing of a share, or of another statistic.
    const sameValue = measure.kind === 'statistic' && statistic === facts.statistic;
    return {
      series,
      recommended,
      threshold: isThreshold(alarm) ? alarm : sameValue ? recommended : undefined,
      summary: alarm.summary ?? recommended?.summary,
      severity: alarm.severity ?? recommended?.severity ?? 'warning',
      minutes: recommended?.minutes ?? 5,
    };
  });
}

/** The recommended alarm of a metric, unless one warns of too much and the other of too little. */
function replacedBy(alarm: Threshold, { recommended }: Metric): Recommended | undefined {
  const stated = comparison(alarm);
  return recommended && (!stated || stated.operator === comparison(recommended)?.operator) ? recommended : undefined;
}

function isThreshold({ above, below }: Threshold): boolean {
  return above !== undefined || below !== undefined;
}

function wholePeriods(seconds: number, periodSeconds: number): number {
  return Math.ceil(seconds / periodSeconds) * periodSeconds;
}

/** Construct id of its resource. */
export function idOf({ watch, name }: Pick<Alarm, 'watch' | 'name'>): string {
  return `${watch}-${name}`.replace(/[^A-Za-z0-9-]/g, '-');
}

/** Its name in CloudWatch. */
export function nameOf(owner: Component, alarm: Pick<Alarm, 'watch' | 'name'>): string {
  return owner.physicalName('alarm', `${alarm.watch}-${alarm.name.replace(/\//g, '-')}`);
}

/** What somebody reads who is told. */
export function descriptionOf({ summary, description, runbook }: Alarm): string {
  const parts = [summary, description, runbook === undefined ? undefined : `Runbook: ${runbook}`];
  return parts.filter((part) => part !== undefined).join('\n\n');
}
