import type { Component } from '../../schemas/contract/component';
import { token } from '../../schemas/graph/place';
import { textAt } from '../../schemas/graph/values';
import type { JsonObject, Origin } from '../../schemas/primitives/artifact';

/** Addresses of the resources in a file: `aws_s3_bucket.images`. */
export function addressesOf(content: JsonObject): string[] {
  const resources = (content['resource'] ?? {}) as Record<string, JsonObject>;
  return Object.entries(resources).flatMap(([type, byId]) => Object.keys(byId).map((id) => `${type}.${id}`));
}

/** `renamedFrom`: each resource of the component moves from the id that its old key made. */
export function movedBlocks(component: Component, content: JsonObject): JsonObject {
  const { renamedFrom } = component.common;
  if (renamedFrom === undefined) return {};
  const oldId = renamedFrom.replace(/-/g, '_');
  const moved = addressesOf(content).flatMap((address) => {
    const [type, id] = address.split('.') as [string, string];
    if (id !== component.id && !id.startsWith(`${component.id}_`)) return [];
    return [{ from: `${type}.${oldId}${id.slice(component.id.length)}`, to: address }];
  });
  return moved.length === 0 ? {} : { moved };
}

/** Origins of those blocks: `renamedFrom` and the lines of `adopt`. */
export function blockOrigins(component: Component, content: JsonObject): Record<string, Origin> {
  const { subject } = component.origin;
  const imports = [content['import'] ?? []].flat().map((block, index) => {
    const to = textAt(block, '/to') ?? '';
    return [`/import/${index}`, { at: component.positionOf(`/adopt${token(to)}`), subject }] as const;
  });
  return {
    ...(content['moved'] === undefined ? {} : { '/moved': { at: component.positionOf('/renamedFrom'), subject } }),
    ...Object.fromEntries(imports),
  };
}

/** `adopt`: existing resources come in by import, so that the first plan changes nothing. */
export function importBlocks(component: Component, content: JsonObject): JsonObject {
  const { adopt } = component.common;
  if (adopt === undefined) return {};
  const addresses = new Set(addressesOf(content));
  const imports = Object.entries(adopt).flatMap(([address, id]) =>
    addresses.has(address) ? [{ to: address, id }] : [],
  );
  return imports.length === 0 ? {} : { import: imports };
}
