import type { Component } from '../../schemas/contract/component';
import { token } from '../../schemas/graph/place';
import { textAt } from '../../schemas/graph/values';
import type { JsonObject, Origin } from '../../schemas/primitives/artifact';

/** Addresses of the resources in a file: `aws_s3_bucket.images`. */
export function addressesOf(content: JsonObject): string[] {
  const resources = (content['resource'] ?? {}) as Record<string, JsonObject>;
  return Object.entries(resources).flatMap(([type, byId]) => Object.keys(byId).map((id) => `${type}.${id}`));
}

/**
 * `renamedFrom`: each resource of the component moves from the id that its old key made, and so does each rule that it
 * has for another one whose key has changed: made anew it would stand in the way of itself, since AWS takes no rule twice.
 *
 * @param inReach components that it may have such rules for
 */
export function movedBlocks(component: Component, content: JsonObject, inReach: readonly Component[] = []): JsonObject {
  const moved = addressesOf(content).flatMap((address) => {
    const [type, id] = address.split('.') as [string, string];
    const from = movedFrom(component, id, inReach);
    return from === undefined || from === id ? [] : [{ from: `${type}.${from}`, to: address }];
  });
  return moved.length === 0 ? {} : { moved };
}

/** What the id of a resource was before keys changed; nothing for one that is made of no key of these. */
function movedFrom(component: Component, id: string, inReach: readonly Component[]): string | undefined {
  if (id !== component.id && !id.startsWith(`${component.id}_`)) return undefined;
  const role = id.slice(component.id.length);
  const [, path, other] = /^_(to|from)_(.*)$/.exec(role) ?? [];
  const [end] = inReach
    .filter((each) => each.common.renamedFrom !== undefined && other?.startsWith(`${each.id}_`) === true)
    .sort((a, b) => b.id.length - a.id.length);
  const oldRole = end ? `_${path ?? ''}_${oldId(end)}${other?.slice(end.id.length) ?? ''}` : role;
  return oldId(component) + oldRole;
}

function oldId({ id, common }: Component): string {
  return common.renamedFrom?.replace(/-/g, '_') ?? id;
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
