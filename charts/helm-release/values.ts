import type { Placement } from '../../schemas/contract/placement';
import type { Json, JsonObject } from '../../schemas/primitives/artifact';
import { mergeJson } from '../../schemas/primitives/merge-json';
import { isPlainObject } from '../../schemas/primitives/plain-object';
import type { Props } from './input';

type Pods = Props['pods'][string];

/** Values of the chart: what connections and stated pods give, and what the description says, which wins. */
export function chartValues(
  { values, pods }: Pick<Props, 'values' | 'pods'>,
  connected: Readonly<Record<string, string>>,
  placement: Placement | undefined,
): JsonObject {
  const made: JsonObject = {};
  for (const [path, value] of Object.entries(connected)) put(made, path, value);
  for (const workload of Object.values(pods)) {
    put(made, workload.resourcesAt, resources(workload));
    if (workload.replicas !== undefined && workload.replicasAt !== undefined)
      put(made, workload.replicasAt, workload.replicas);
    if (placement !== undefined && workload.placementAt !== undefined)
      put(made, workload.placementAt, {
        nodeSelector: { ...placement.nodeSelector },
        tolerations: placement.tolerations.map((toleration) => ({ ...toleration })),
      });
  }
  return mergeJson(made, values as JsonObject) as JsonObject;
}

/** Memory is limited to what is asked for unless said otherwise, CPU is not. */
function resources({ cpu, memory, memoryLimit = memory }: Pods): JsonObject {
  return { requests: { cpu, memory }, limits: { memory: memoryLimit } };
}

/** What its pods ask for, as checks read it from the Application. */
export function footprint({ pods }: Pick<Props, 'pods'>, placement: Placement | undefined): JsonObject {
  return Object.fromEntries(
    Object.entries(pods).map(([name, { replicas, cpu, memory, memoryLimit, placementAt, nodeLabels }]) => {
      const nodeSelector = {
        ...(placementAt === undefined ? {} : placement?.nodeSelector),
        ...nodeLabels,
      };
      return [
        name,
        {
          ...(replicas === undefined ? { everyNode: true } : { replicas }),
          cpu,
          memory,
          ...(memoryLimit === undefined ? {} : { memoryLimit }),
          ...(Object.keys(nodeSelector).length === 0 ? {} : { nodeSelector }),
        },
      ];
    }),
  );
}

/** Lays a value at a path of keys joined by dots. A number at its end is an item of a list, in the order in which they come. */
function put(target: JsonObject, path: string, value: Json): void {
  const [key, ...rest] = path.split('.');
  if (key === undefined || key === '') {
    Object.assign(target, mergeJson(target, value));
    return;
  }
  if (rest.length === 0) {
    target[key] = mergeJson(target[key], value);
    return;
  }
  if (rest.length === 1 && /^[0-9]+$/.test(rest[0] ?? '')) {
    const present = target[key];
    target[key] = [...(Array.isArray(present) ? present : []), value];
    return;
  }
  const below = isPlainObject(target[key]) ? target[key] : {};
  target[key] = below;
  put(below, rest.join('.'), value);
}
