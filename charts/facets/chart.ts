import { Type } from '@sinclair/typebox';
import { optionalReference, quantity, text } from '../../schemas/contract/fields';
import type { JsonObject } from '../../schemas/primitives/artifact';
import { mergeJson } from '../../schemas/primitives/merge-json';

/** Form of the version of a chart. */
export const chartVersionForm = { pattern: '^[0-9]+\\.[0-9]+\\.[0-9]+$' };

/** Version of the chart that a kind installs. */
export function chartVersion(chart: string, pinned: string) {
  return text(`Version of the chart \`${chart}\`.`, { ...chartVersionForm, default: pinned });
}

/** Cluster that what a chart brings belongs to. @param what `Cluster that it runs in.` */
export function chartCluster(what: string) {
  return optionalReference(`${what} By default the only one in reach.`, ['cluster']);
}

/** Node group that what a chart brings runs on. @param what `Node group that it runs on.` */
export function chartNodes(what: string) {
  return optionalReference(`${what} By default any node that takes it.`, ['node-group']);
}

/** Requests and limit of a pod. */
export interface PodRequests {
  readonly cpu: string;
  readonly memory: string;
  readonly memoryLimit: string;
}

/** What each pod of a chart asks for. @param where which pod, where there are several: ` on each node` */
export function podRequests(assumed: PodRequests, where = '') {
  return {
    cpu: quantity(`CPU request${where}, in cores.`, { default: assumed.cpu }),
    memory: quantity(`Memory request${where}, in bytes.`, { default: assumed.memory }),
    memoryLimit: quantity(`Memory limit${where}, in bytes.`, { default: assumed.memoryLimit }),
  };
}

/** Values of a chart that a kind has no field for. */
export const furtherValues = Type.Record(Type.String(), Type.Unknown(), {
  description: 'Further values of the chart, which win.',
  default: {},
});

/** Values of a chart, with those that the description adds or puts in their place. */
export function withFurtherValues(own: JsonObject, further: Readonly<Record<string, unknown>>) {
  return mergeJson(own, further as JsonObject);
}
