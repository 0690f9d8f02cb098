import type { Bindings, Images } from '../schemas/contract/description';
import type { Component } from '../schemas/contract/component';
import type { Connection } from '../schemas/contract/connection';
import type { Kind } from '../schemas/contract/kind';
import type { Metric } from '../schemas/contract/metric';
import type { Settings } from '../schemas/contract/settings';
import type { NameRule } from '../schemas/primitives/names';
import { nearest } from '../schemas/primitives/nearest';
import type { Position } from '../schemas/primitives/position';

/** An environment with everything resolved that can be known without building it. */
export interface Environment {
  /** `pingvas/dev`. */
  readonly label: string;
  readonly system: string;
  readonly name: string;
  /** The description that it comes from, for markers in rendered files. */
  readonly file: string;
  readonly settings: Settings;
  readonly base?: Environment;
  /** Its own components, expansions included, by key. */
  readonly components: ReadonlyMap<string, Component>;
  readonly connections: readonly Connection[];
  readonly kinds: ReadonlyMap<string, Kind>;
  readonly images: Images;
  readonly bindings: Bindings;
  /** The bindings are made up: shown in every report. */
  readonly exampleBindings: boolean;
  readonly removed: Readonly<Record<string, 'forget' | 'destroy'>>;
  /** Place of a path below the environment's description, for findings about settings. */
  positionOf(pointer: string): Position;
  /** Place of a key, for what is wrong with a name or missing below it. */
  keyPositionOf(pointer: string): Position;
  /** Place of a key in the images or the bindings file. */
  sideKeyAt(side: 'images' | 'bindings', key: string): Position | undefined;
  /** Place of a value that a file states; nothing for a default. */
  statedAt(pointer: string): Position | undefined;
  /** Described under keys that others have: no components, and who names or needs one of them is not to blame. */
  readonly collided: { readonly kind: string; readonly name: string }[];
  /** Every physical name that was asked for so far. */
  readonly names: NameUse[];
}

/** A component and the environment that it belongs to. */
export interface Located {
  readonly component: Component;
  readonly environment: Environment;
}

/** A physical name in use: what finds faults and collisions. */
export interface NameUse {
  readonly rule: NameRule;
  readonly name: string;
  /** What follows the name of the component in it. */
  readonly suffix: string;
  readonly component: Component;
  /** What it would be with another `name:`, or with none. */
  under(given: string | undefined): string;
}

/** Finds a component by key in an environment and in those it stands on. */
export function locate(environment: Environment, key: string): Located | undefined {
  for (let at: Environment | undefined = environment; at; at = at.base) {
    const component = at.components.get(key);
    if (component) return { component, environment: at };
  }
  return undefined;
}

/** Key that a component was under before, as long as nothing else has it. */
export function formerKey({ component, environment }: Located): string | undefined {
  const { renamedFrom } = component.common;
  return renamedFrom === undefined || locate(environment, renamedFrom) ? undefined : renamedFrom;
}

/** What to do about a key that no component has: name the one that had it before, or the one of these that is nearest. */
export function meantBy(environment: Environment, key: string, names: readonly string[]): string {
  const renamed = inReach(environment).find(({ component }) => component.common.renamedFrom === key);
  if (renamed) return `name ${renamed.component.name}, which ${key} was renamed to`;
  const near = nearest(key, names);
  return near === undefined ? 'name one that exists, or describe it' : `did you mean ${near}?`;
}

/** Every component in reach, own ones first. */
export function inReach(environment: Environment): Located[] {
  const located: Located[] = [];
  for (let at: Environment | undefined = environment; at; at = at.base) {
    for (const component of at.components.values()) located.push({ component, environment: at });
  }
  return located;
}

/** The nearest component of a kind of which an environment has at most one in reach. */
export function soleOfKind(environment: Environment, kind: string): Located | undefined {
  return inReach(environment).find(({ component }) => component.kind === kind);
}

const metricsOfComponents = new WeakMap<Component, Readonly<Record<string, Metric>>>();

/** What a component publishes to CloudWatch, by name: made of its props alone, and asked for by each alarm and graph. */
export function metricsOf({ component, environment }: Located): Readonly<Record<string, Metric>> {
  const known = metricsOfComponents.get(component);
  if (known) return known;
  const metrics = environment.kinds.get(component.kind)?.metrics?.(component.props) ?? {};
  metricsOfComponents.set(component, metrics);
  return metrics;
}
