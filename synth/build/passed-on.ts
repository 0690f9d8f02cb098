import type { Component } from '../../schemas/contract/component';
import { token } from '../../schemas/graph/place';
import { select } from '../../schemas/graph/values';
import type { Json, JsonObject, Origin } from '../../schemas/primitives/artifact';
import { isPlainObject } from '../../schemas/primitives/plain-object';
import type { Environment } from '../model';

/** Origins of what a kind passes on as it is described, by their places in the file that it made: each at its own line. */
export function passedOrigins(
  { kinds }: Environment,
  component: Component,
  made: JsonObject,
): Readonly<Record<string, Origin>> {
  const passed = kinds.get(component.kind)?.passedOn?.(component.props, component) ?? {};
  const origins = Object.entries(passed).flatMap(([pointer, from]) => {
    const [there] = select(made, pointer);
    const [stated] = select(component.props as JsonObject, from);
    return there && stated ? linesOf(component, { ...there, pointer }, { ...stated, pointer: from }) : [];
  });
  return Object.fromEntries(origins);
}

interface At {
  readonly value: Json;
  readonly pointer: string;
}

/** Of a map or a list its key, as no line of it is at fault more than another; what a patch has changed is not what was stated. */
function linesOf(component: Component, made: At, stated: At): [string, Origin][] {
  const { subject } = component.origin;
  const key = component.keyPositionOf(stated.pointer);
  const keys = isHolder(stated.value) && isHolder(made.value) ? Object.keys(stated.value) : [];
  if (keys.length === 0)
    return made.value === stated.value
      ? [[made.pointer, { at: component.positionOf(stated.pointer), key, subject }]]
      : [];
  return [
    [made.pointer, { at: key, subject }],
    ...keys.flatMap((step) => {
      const there = childOf(made, step);
      const own = childOf(stated, step);
      return there && own ? linesOf(component, there, own) : [];
    }),
  ];
}

function isHolder(value: Json): value is Json[] | JsonObject {
  return Array.isArray(value) || isPlainObject(value);
}

function childOf({ value, pointer }: At, key: string): At | undefined {
  const child = Array.isArray(value) ? value[Number(key)] : isPlainObject(value) ? value[key] : undefined;
  return child === undefined ? undefined : { value: child, pointer: pointer + token(key) };
}
