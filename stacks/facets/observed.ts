import type { Component } from '../../schemas/contract/component';
import type { Metric } from '../../schemas/contract/metric';
import type { OutputContext } from '../../schemas/contract/output';
import type { Settings } from '../../schemas/contract/settings';
import { regionOf } from './region';

/** Kinds whose components publish metrics to CloudWatch. */
export const publishing = [
  'aurora-postgres',
  'bucket',
  'cdn',
  'file-system',
  'fleet',
  'load-balancer',
  'network',
  'node-group',
  'notifications',
  'postgres',
  'redis',
  'web-acl',
];

type Ref = OutputContext['ref'];

/** Region that a component stands in, such as `us-east-1`: its own, or that of the network or cluster that it is in. */
export function regionOfComponent({ props, settings }: Component, ref: Ref): string | undefined {
  const within = props['network'] ?? props['cluster'];
  if (props['region'] === undefined && typeof within === 'string') return regionOfComponent(ref(within).component, ref);
  return regionOf(settings, props['region'] as string | undefined);
}

/** Region that a metric of a component is in. */
export function regionOfMetric(metric: Pick<Metric, 'region'>, component: Component, ref: Ref): string | undefined {
  return metric.region ?? regionOfComponent(component, ref);
}

/** Name that `aws.regions` gives a region; `undefined` for the environment's own, `null` where it has no name. */
export function nameOfRegion(settings: Settings, region: string): string | undefined | null {
  if (region === settings.aws.region) return undefined;
  const named = Object.entries(settings.aws.regions ?? {}).find(([, value]) => value === region);
  return named?.[0] ?? null;
}
