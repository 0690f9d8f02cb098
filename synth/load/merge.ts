import type { Json, JsonObject } from '../../schemas/primitives/artifact';
import type { Finding } from '../../schemas/primitives/finding';
import type { Position } from '../../schemas/primitives/position';
import { childPointer, pointerKeys, valueAt } from './pointer';
import { findNode, keyPosition, valuePosition, type Broken, type SourceNode } from './source-node';
import type { SourcedDocument } from './yaml-document';
import { reservedKeys } from './yaml-values';

/** Where a merged value comes from. */
export interface Provenance {
  /** Place of the value. */
  readonly position: Position;
  /** Place of its key; of the value for items of lists and the root. */
  readonly keyPosition: Position;
  /** Number of the layer, from 0. */
  readonly layer: number;
  /** Where earlier layers say something else (or, for maps, add to it), the latest first. */
  readonly overrides: readonly Position[];
}

/** A merged value that knows where each part of it comes from. */
export interface SourcedValue {
  /** Fresh data that shares nothing with the documents: what validates may fill its defaults in. */
  readonly value: Json;
  /** `null` in a layer that finds nothing to remove. */
  readonly findings: readonly Finding[];
  /** Nothing where no file names it: it is a default, or is not there. */
  describe(pointer: string): Provenance | undefined;
  /** Place of a value; where no file names it, the key of the nearest parent. */
  positionOf(pointer: string): Position;
  /** Place of a key; where no file names it, that of the nearest parent. */
  keyPositionOf(pointer: string): Position;
  /** The `null` that took out what an earlier layer sets. */
  removedAt(pointer: string): Position | undefined;
  /** A scalar as it is written in the file, quotes included. */
  writtenAt(pointer: string): string | undefined;
  /** Whether a finding has already judged it. */
  brokenAt(pointer: string): Broken | undefined;
  /** What the default of a place is called; nothing where a file names it or where no value is. */
  defaultOf(pointer: string): string | undefined;
  /** The same value with defaults below a pointer. Without `value`, they have been filled into the value itself. */
  withDefaults(defaults: Defaults): SourcedValue;
}

export interface Defaults {
  /** Pointer that the defaults are below. */
  readonly at: string;
  /** What stands there with defaults filled in. */
  readonly value?: Json;
  /** Where they come from, as messages call it: `default of kind bucket`. */
  readonly from: string;
}

export interface MergeOptions {
  /** Where `null` is a value that is kept: below patches, say, that are merge patches themselves. */
  readonly keepsNull?: (keys: readonly string[]) => boolean;
}

/** A place in the merged tree. Removed ones stay, so that a missing key can name the line that took it out. */
interface Place {
  readonly node: SourceNode;
  readonly layer: number;
  readonly children?: ReadonlyMap<string, Place>;
  readonly overrides?: Place;
  readonly removed?: true;
}

interface Merged {
  readonly value: Json;
  readonly place: Place;
}

/**
 * Merges layers, later ones over earlier ones: maps merge key by key, `null` removes, everything else (lists too)
 * replaces.
 * @see RFC 7386
 */
export function mergeDocuments(layers: readonly SourcedDocument[], options: MergeOptions = {}): SourcedValue {
  const [first] = layers;
  if (!first) throw new Error('mergeDocuments needs at least one document');
  const merger = new Merger(options);
  let merged: Merged | undefined;
  layers.forEach((document, layer) => {
    merged = merger.merge(merged, { value: document.value, node: document.root, layer, keys: [] });
  });
  return sourcedValue(merged ?? { value: {}, place: { node: first.root, layer: 0 } }, merger.findings, []);
}

interface Patch {
  readonly value: Json;
  readonly node: SourceNode;
  readonly layer: number;
  readonly keys: readonly string[];
}

class Merger {
  readonly findings: Finding[] = [];

  constructor(private readonly options: MergeOptions) {}

  merge(target: Merged | undefined, patch: Patch): Merged {
    const overrides = target && { overrides: target.place };
    if (!isMap(patch.value))
      return { value: copy(patch.value), place: { ...placesOf(patch.node, patch.layer), ...overrides } };
    const base = target && isMap(target.value) ? target : undefined;
    const value: JsonObject = base ? { ...(base.value as JsonObject) } : {};
    const children = new Map(base?.place.children);
    for (const [key, child] of Object.entries(patch.value)) {
      const node = patch.node.children?.get(key);
      if (reservedKeys.has(key) || !node) continue;
      this.mergeKey({ value, children }, key, { value: child, node, layer: patch.layer, keys: [...patch.keys, key] });
    }
    const broken = patch.node.broken ?? base?.place.node.broken;
    return {
      value,
      place: { node: { ...patch.node, ...(broken && { broken }) }, layer: patch.layer, children, ...overrides },
    };
  }

  private mergeKey(
    into: { readonly value: JsonObject; readonly children: Map<string, Place> },
    key: string,
    patch: Patch,
  ): void {
    const before = into.children.get(key);
    const existing =
      before && !before.removed && Object.hasOwn(into.value, key)
        ? { value: into.value[key] ?? null, place: before }
        : undefined;
    if (patch.value !== null || patch.node.broken || this.options.keepsNull?.(patch.keys)) {
      const merged = this.merge(existing, patch);
      into.value[key] = merged.value;
      into.children.set(key, merged.place);
      return;
    }
    if (!existing) this.findings.push(nothingToRemove(patch.node, patch.keys));
    Reflect.deleteProperty(into.value, key);
    into.children.set(key, {
      node: patch.node,
      layer: patch.layer,
      removed: true,
      ...(before && { overrides: before }),
    });
  }
}

function nothingToRemove(node: SourceNode, keys: readonly string[]): Finding {
  return {
    code: 'nothing-to-remove',
    severity: 'warning',
    at: valuePosition(node),
    subject: keys.join(' '),
    message: `\`null\` removes what an earlier file sets, and no earlier file sets \`${keys.at(-1) ?? ''}\`; a default stays`,
    fix: 'take the line out, or write the value that is meant',
  };
}

function isMap(value: Json): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A list or scalar as it is: within lists, `null` is a value. */
function copy(value: Json): Json {
  if (Array.isArray(value)) return value.map(copy);
  if (!isMap(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, child]) => [key, copy(child)]));
}

function placesOf(node: SourceNode, layer: number): Place {
  if (!node.children) return { node, layer };
  return { node, layer, children: new Map([...node.children].map(([key, child]) => [key, placesOf(child, layer)])) };
}

function sourcedValue(
  { value, place }: Merged,
  findings: readonly Finding[],
  defaults: readonly Defaults[],
): SourcedValue {
  const exact = (pointer: string): Place | undefined => {
    const found = findNode(place, pointer);
    return found.exact && !found.node.removed ? found.node : undefined;
  };
  return {
    value,
    findings,
    describe: (pointer) => {
      const found = exact(pointer);
      return found && provenance(found);
    },
    positionOf: (pointer) => {
      const found = exact(pointer);
      return found ? valuePosition(found.node) : keyPosition(nearestPlace(place, pointer).node);
    },
    keyPositionOf: (pointer) => keyPosition(nearestPlace(place, pointer).node),
    removedAt: (pointer) => {
      const found = findNode(place, pointer);
      return found.exact && found.node.removed ? keyPosition(found.node.node) : undefined;
    },
    writtenAt: (pointer) => {
      const found = exact(pointer)?.node;
      return found && !found.children ? found.source.text.slice(found.start, found.end) : undefined;
    },
    brokenAt: (pointer) => exact(pointer)?.node.broken,
    defaultOf: (pointer) => {
      if (exact(pointer) || valueAt(value, pointer) === undefined) return undefined;
      const above = defaults.filter(({ at }) => pointer === at || pointer.startsWith(`${at}/`));
      return above.reduce<Defaults | undefined>(
        (best, next) => (best && best.at.length > next.at.length ? best : next),
        undefined,
      )?.from;
    },
    withDefaults: (added) => {
      const filled = added.value === undefined ? value : replaceAt(value, pointerKeys(added.at), added.value);
      return sourcedValue({ value: filled, place }, findings, [...defaults, added]);
    },
  };
}

/** The place of a pointer, or of the nearest parent that some file names and none removes. */
function nearestPlace(root: Place, pointer: string): Place {
  let place = root;
  for (const key of pointerKeys(pointer)) {
    const child = place.children?.get(key);
    if (!child || child.removed) return place;
    place = child;
  }
  return place;
}

function provenance(place: Place): Provenance {
  const overrides: Position[] = [];
  for (let earlier = place.overrides; earlier; earlier = earlier.overrides) overrides.push(valuePosition(earlier.node));
  return { position: valuePosition(place.node), keyPosition: keyPosition(place.node), layer: place.layer, overrides };
}

function replaceAt(value: Json, keys: readonly string[], replacement: Json): Json {
  const [key, ...rest] = keys;
  if (key === undefined) return replacement;
  if (Array.isArray(value))
    return value.map((item, index) => (String(index) === key ? replaceAt(item, rest, replacement) : item));
  if (!isMap(value) || reservedKeys.has(key))
    throw new Error(`no map or list to put defaults into at ${childPointer('', key)}`);
  return { ...value, [key]: replaceAt(value[key] ?? {}, rest, replacement) };
}
