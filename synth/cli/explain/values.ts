import type { Component } from '../../../schemas/contract/component';
import type { Kind } from '../../../schemas/contract/kind';
import type { Json } from '../../../schemas/primitives/artifact';
import type { Position } from '../../../schemas/primitives/position';
import { mapItem } from '../../docs/fields';
import { childPointer, pointerKeys } from '../../load/pointer';
import { asSchema, type Schema } from '../../load/schema-lookup';
import { locate, metricsOf, type Environment } from '../../model';

/** One resolved value of a component, and why it is what it is. */
export interface ResolvedValue {
  readonly path: string;
  readonly value: Json;
  /** Where a file states it; absent for what no file states. */
  readonly at?: Position;
  /** `environments/pingvas/dev.yaml:12`, `default of bucket`, `the only network in reach`. */
  readonly from: string;
}

/** Every value of a component after merge, defaults and references, leaves alone. */
export function resolvedValues(environment: Environment, component: Component): ResolvedValue[] {
  const kind = environment.kinds.get(component.kind);
  const pointer = pointerOf(component);
  const walk: Walk = {
    environment,
    kind: component.kind,
    // The keys of an expansion's parts stand in no file: all of it comes from the component that it stands for.
    ...(environment.statedAt(pointer) ? {} : { expandedAt: component.origin.at }),
  };
  const common = Object.entries(component.common) as [string, Json][];
  return withInherited(environment, component, [
    ...common.flatMap(([key, value]) => leaves(walk, { value, path: key, pointer: childPointer(pointer, key) })),
    ...Object.entries(component.props as Readonly<Record<string, Json>>).flatMap(([key, value]) =>
      leaves(walk, { value, path: key, pointer: childPointer(pointer, key), schema: fieldOf(kind, key) }),
    ),
  ]);
}

/** What it has from other components, behind what stands beside it. */
function withInherited(
  environment: Environment,
  component: Component,
  values: readonly ResolvedValue[],
): ResolvedValue[] {
  const metrics = (key: string) => {
    const located = locate(environment, key);
    return located ? metricsOf(located) : {};
  };
  const inherited = environment.kinds.get(component.kind)?.inherited?.(component.props, metrics) ?? [];
  return inherited.reduce<ResolvedValue[]>(
    (all, { at, value, from }) => {
      const keys = pointerKeys(at);
      const beside = keys.slice(0, -1).join('.');
      const last = all.findLastIndex(({ path }) => path === beside || path.startsWith(`${beside}.`));
      return all.toSpliced(last + 1, 0, { path: keys.join('.'), value, from });
    },
    [...values],
  );
}

export function pointerOf({ kind, name }: Component): string {
  return childPointer(childPointer('/components', kind), name);
}

interface Walk {
  readonly environment: Environment;
  readonly kind: string;
  readonly expandedAt?: Position;
}

interface Place {
  readonly value: Json;
  readonly path: string;
  readonly pointer: string;
  readonly schema?: Schema | undefined;
}

function leaves(walk: Walk, place: Place): ResolvedValue[] {
  const { value, path, pointer, schema } = place;
  const isList = Array.isArray(value);
  if (
    typeof value !== 'object' ||
    value === null ||
    Object.keys(value).length === 0 ||
    (isList && value.every(isScalar))
  )
    return [{ path, value, ...sourceOf(walk, place) }];
  return Object.entries(value).flatMap(([key, child]) =>
    leaves(walk, {
      value: child,
      path: isList ? `${path}[${key}]` : `${path}.${key}`,
      pointer: childPointer(pointer, key),
      schema: schema && childSchema(schema, key),
    }),
  );
}

function isScalar(value: Json): boolean {
  return typeof value !== 'object' || value === null;
}

function sourceOf({ environment, kind, expandedAt }: Walk, place: Place): Pick<ResolvedValue, 'at' | 'from'> {
  const at = environment.statedAt(place.pointer);
  if (at) return { at, from: shownPosition(at) };
  if (expandedAt) return { at: expandedAt, from: `what ${shownPosition(expandedAt)} stands for` };
  const reference = asSchema(place.schema?.['x-reference']);
  const kinds = reference?.['kinds'];
  if (Array.isArray(kinds)) return { from: `the only ${kinds.map(String).join(' or ')} in reach` };
  return { from: `default of ${kind}` };
}

/** `file:line`, which terminals and editors make a link. */
export function shownPosition({ file, line }: Position): string {
  return `${file}:${line}`;
}

function fieldOf(kind: Kind | undefined, key: string): Schema | undefined {
  return kind && childSchema(kind.input, key);
}

function childSchema(schema: Schema, key: string): Schema | undefined {
  const properties = asSchema(schema['properties']);
  if (properties && Object.hasOwn(properties, key)) return asSchema(properties[key]);
  return asSchema(schema['items']) ?? mapItem(schema);
}
