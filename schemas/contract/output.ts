import type { AnyProps, Component } from './component';
import type { Layer } from './layers';
import type { Metric, ReadMetric } from './metric';

/**
 * How a value is known:
 * - `known`: computed before anything is applied (names, ARNs without a random part);
 * - `bound`: AWS makes it, and the Kubernetes plane may read it through the environment's bindings file;
 * - `runtime`: AWS makes it, and it is readable inside Terraform alone.
 */
export type Knowledge = 'known' | 'bound' | 'runtime';

/** What an output's value is computed from; nothing else is in reach, so that outputs never depend on build order. */
export interface OutputContext<Props = AnyProps> {
  readonly self: Component<Props>;
  readonly props: Props;
  /** Another component's output, as the layer that holds this output reads it. */
  readonly ref: (component: string) => Reader;
  /** Another output of this component. */
  readonly own: (output: string) => string;
  /** `${type.id.attribute}`: an attribute of the component's main resource of that type, or of the one with that role. */
  readonly attribute: (type: string, attribute: string, role?: string) => string;
}

export type OutputValue = string | readonly string[];

/** One value that a component gives to others. */
export interface Output<Props = AnyProps> {
  readonly how: Knowledge;
  readonly description: string;
  /** Layer whose workspace declares it; for `known` ones it is not needed. */
  readonly layer?: Layer;
  /** One output for each of these keys, `<name>/<key>`: what a kind that holds a map of things gives for each. */
  readonly each?: (props: Props) => readonly string[];
  /** The literal (`known`), or Terraform expressions (`bound`, `runtime`). `undefined`: this component has no such output with these props. */
  value(context: OutputContext<Props>, key: string): OutputValue | undefined;
}

/** Reads a component's outputs from where the reader stands: a literal, a reference, or a read of another workspace's state. */
export interface Reader {
  readonly component: Component;
  /** A single value. A bug (exception) when the kind has no such output. */
  text(output: string): string;
  /** A list of values. */
  list(output: string): string[];
  /** Whether the component has this output with its present props. */
  has(output: string): boolean;
  /** The CloudWatch metrics that it publishes, by name. */
  metrics(): Readonly<Record<string, Metric>>;
  /** One of them, its dimensions read. A bug (exception) when it publishes none of that name. */
  metric(name: string): ReadMetric;
}

type Value<Props> = Output<Props>['value'];

/** The output once for each key of a map in the input, read as `<name>/<key>`. */
export function forEach<Props>(keys: (props: Props) => readonly string[], output: Output<Props>): Output<Props> {
  return { ...output, each: keys };
}

/** An output that is computed before apply. */
export function known<Props>(description: string, value: Value<Props>): Output<Props> {
  return { how: 'known', description, value };
}

/** An output that AWS makes and that Kubernetes manifests may hold, through bindings. */
export function bound<Props>(description: string, layer: Layer, value: Value<Props>): Output<Props> {
  return { how: 'bound', description, layer, value };
}

/** An output that AWS makes and that only Terraform may read. */
export function runtime<Props>(description: string, layer: Layer, value: Value<Props>): Output<Props> {
  return { how: 'runtime', description, layer, value };
}
