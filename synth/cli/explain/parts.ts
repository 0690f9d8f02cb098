import type { Component } from '../../../schemas/contract/component';
import type { Located } from '../../model';

/** Kind and key of a component that a composite one stands for. */
export interface Part {
  readonly kind: string;
  readonly name: string;
}

/** A composite kind's component is none once it is loaded: its parts are. */
export function isPart({ kind, name, described }: Component): boolean {
  return kind !== described.kind || name !== described.name;
}

/** What a title says of a part. */
export function partNote(component: Component): string {
  const { kind, name } = component.described;
  return isPart(component) ? `, part of ${kind} ${name}` : '';
}

/** All parts of the composite component that this one is a part of, itself included; none for what is no part. */
export function partsOf({ component, environment }: Located): Part[] {
  if (!isPart(component)) return [];
  return [...environment.components.values()]
    .filter(({ described }) => described.name === component.described.name)
    .map(({ kind, name }) => ({ kind, name }));
}

export function partRow({ kind, name }: Part): string[] {
  return [kind, name];
}
