import type { Component } from '../../schemas/contract/component';
import { token } from '../../schemas/graph/place';
import { typeNames } from '../../schemas/graph/type-names';
import { select } from '../../schemas/graph/values';
import type { Json, JsonObject, Origin } from '../../schemas/primitives/artifact';
import { nearest } from '../../schemas/primitives/nearest';
import { isPlainObject } from '../../schemas/primitives/plain-object';
import { printJson } from '../../schemas/primitives/print-json';
import type { Findings } from './findings';

/** Fields by which an element of a list is selected in a patch, in order of preference. */
const selectors = ['name', 'id', 'sid', 'key', 'rule_id', 'alias'] as const;

/** Applies the patches of a component to the Terraform JSON it made. A target that does not exist, or a patch that changes nothing, is a finding. */
export function applyPatches(component: Component, content: JsonObject, findings: Findings): JsonObject {
  const patches = component.common.patches ?? {};
  if (Object.keys(patches).length === 0) return content;
  const patched = structuredClone(content);
  const resources = (patched['resource'] ?? {}) as Record<string, Record<string, JsonObject>>;
  for (const [address, patch] of Object.entries(patches)) {
    const [type = '', id = ''] = address.split('.');
    const target = resources[type]?.[id];
    // An address of another layer of the component: `checkTargets`, which sees all layers, reports what none has.
    if (!target) continue;
    (resources[type] as Record<string, JsonObject>)[id] = patchResource({
      component,
      address,
      target,
      patch: patch as JsonObject,
      findings,
    });
  }
  return patched;
}

/** Reports patches and adoptions that name a resource which no layer of the component makes. */
export function checkTargets(component: Component, made: readonly string[], findings: Findings): void {
  for (const [field, code] of [
    ['patches', 'unknown-patch-target'],
    ['adopt', 'unknown-adopted-resource'],
  ] as const) {
    for (const address of Object.keys(component.common[field] ?? {})) {
      if (made.includes(address)) continue;
      const near = nearest(address, made);
      findings.add({
        code,
        severity: 'error',
        at: component.keyPositionOf(`/${field}${token(address)}`),
        subject: component.origin.subject,
        message: `it makes no ${address}`,
        expected: `one of ${made.join(', ')}`,
        fix: near === undefined ? 'name one of these' : `did you mean ${near}?`,
      });
    }
  }
}

export interface PatchInput {
  readonly component: Component;
  readonly address: string;
  readonly target: JsonObject;
  readonly patch: JsonObject;
  readonly findings: Findings;
}

/** One manifest with its patch applied: refused where it would make another object of it. */
export function patchManifest(input: PatchInput): JsonObject {
  return patchKept(input, identity, 'use name: or renamedFrom: on the component instead');
}

/**
 * One resource with its patch applied: refused where it would give it another name. Rendered by then are the ARNs, the
 * dimensions and the variables that hold the name, which would go on naming what is not there.
 */
function patchResource(input: PatchInput): JsonObject {
  const { component, address, target, patch } = input;
  const [type = '', id] = address.split('.');
  const { argument, referredTo } = typeNames[type] ?? {};
  // What has no name of its own so far is known by none.
  if (argument === undefined || referredTo === true || target[argument] === undefined) return patchOne(input);
  const wanted = patch[argument];
  const fix =
    id === component.id && typeof wanted === 'string'
      ? `use name: ${wanted} on the component instead: whatever refers to it has that name then`
      : 'leave the name as it is: it is made of that of the component, which name: changes wherever it stands';
  return patchKept(input, [[argument]], fix);
}

/** A resource with its patch applied; without it, and with a finding, where these fields would change. */
function patchKept(input: PatchInput, kept: readonly (readonly string[])[], fix: string): JsonObject {
  const { component, address, target, findings } = input;
  const patched = patchOne(input);
  const changed = kept.filter((path) => at(patched, path) !== at(target, path));
  if (changed.length === 0) return patched;
  findings.add({
    code: 'patch-of-identity',
    severity: 'error',
    at: component.positionOf(`${placeOf(address)}/${(changed[0] ?? []).join('/')}`),
    subject: component.origin.subject,
    message: `the patch of ${address} changes its ${changed.map((path) => path.join('.')).join(' and ')}`,
    fix,
  });
  return target;
}

/** Where the patch of a resource stands below its component. */
function placeOf(address: string): string {
  return `/patches${token(address)}`;
}

/** What makes an object of Kubernetes that object and no other. */
const identity = [['apiVersion'], ['kind'], ['metadata', 'name'], ['metadata', 'namespace']] as const;

function at(object: JsonObject, path: readonly string[]): Json | undefined {
  return path.reduce<Json | undefined>((value, key) => (isPlainObject(value) ? value[key] : undefined), object);
}

/** One resource with its patch applied. */
export function patchOne({ component, address, target, patch, findings }: PatchInput): JsonObject {
  const result = mergePatch(target, patch) as JsonObject;
  // A patched key stands behind the others: the order of keys is no effect.
  if (printJson(result) === printJson(target)) {
    findings.add({
      code: 'patch-without-effect',
      severity: 'error',
      at: component.positionOf(placeOf(address)),
      subject: component.origin.subject,
      message: `the patch of ${address} leaves it as it was`,
      fix: 'remove the patch, or set a value that differs',
    });
  }
  return result;
}

/** RFC 7386, and beyond it: an object laid on a list of named elements patches the element of each name. */
function mergePatch(target: Json | undefined, patch: Json): Json {
  if (!isPlainObject(patch)) return patch;
  if (Array.isArray(target)) return patchList(target, patch);
  const before: JsonObject = isPlainObject(target) ? target : {};
  const kept = Object.entries(before).filter(([key]) => patch[key] === undefined);
  const changed = Object.entries(patch).filter(([, value]) => value !== null);
  return Object.fromEntries([
    ...kept,
    ...changed.map(([key, value]) => [key, mergePatch(before[key], value)] as const),
  ]);
}

/** Origins of what the patches of a component say, by their places in the Terraform JSON or the manifest that it made: each at its own line. */
export function patchOrigins(
  component: Component,
  patched: JsonObject,
  pointerOf: (address: string) => string | undefined,
): Record<string, Origin> {
  const { subject } = component.origin;
  const lines: Record<string, Origin> = {};
  const walk = (patch: Json, into: Json | undefined, { made, stated }: { made: string; stated: string }): void => {
    if (isOwn(patch, into))
      lines[made] = { at: component.positionOf(stated), key: component.keyPositionOf(stated), subject };
    if (!isPlainObject(patch)) return;
    for (const [key, change] of Object.entries(patch)) {
      const step = Array.isArray(into) ? elementNamed(into, key) : key;
      const next = Array.isArray(into) ? into[Number(step)] : isPlainObject(into) ? into[key] : undefined;
      walk(change, next, { made: made + token(step), stated: stated + token(key) });
    }
  };
  for (const [address, patch] of Object.entries(component.common.patches ?? {})) {
    const made = pointerOf(address);
    const [target] = made === undefined ? [] : select(patched, made);
    if (made !== undefined && target) walk(patch as Json, target.value, { made, stated: placeOf(address) });
  }
  return lines;
}

/** Whether a patch says all that stands in a place: what else is in a map comes from the kind. */
function isOwn(patch: Json, made: Json | undefined): boolean {
  return !isPlainObject(patch) || (isPlainObject(made) && Object.keys(made).every((key) => Object.hasOwn(patch, key)));
}

/** Index of the element of a name in a list; -1 for none. */
function elementNamed(list: readonly Json[], name: string): number {
  return list.findIndex(
    (element) => isPlainObject(element) && selectors.some((selector) => element[selector] === name),
  );
}

function patchList(target: readonly Json[], patch: JsonObject): Json {
  const result = [...target];
  for (const [name, change] of Object.entries(patch)) {
    const index = elementNamed(result, name);
    if (change === null && index >= 0) result.splice(index, 1);
    else if (index >= 0) result[index] = mergePatch(result[index], change);
    else if (change !== null) result.push(mergePatch({ name }, change));
  }
  return result;
}
