import type { JsonObject } from '../primitives/artifact';
import type { KubernetesObject } from './objects';
import { below, type Place } from './place';
import { isObject, objectAt, select, textsIn } from './values';

/** What pods are made from. */
export interface PodTemplate {
  /** The workload that makes the pods, or the Pod itself. */
  readonly owner: KubernetesObject;
  readonly namespace: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly annotations: Readonly<Record<string, string>>;
  /** The pod's spec. */
  readonly spec: JsonObject;
  /** Place of the template: of what holds `metadata` and `spec`. */
  readonly place: Place;
}

/** Where the kinds that make pods keep the template. */
const templatePaths: Readonly<Record<string, string>> = {
  Pod: '',
  Deployment: '/spec/template',
  StatefulSet: '/spec/template',
  DaemonSet: '/spec/template',
  ReplicaSet: '/spec/template',
  ReplicationController: '/spec/template',
  Job: '/spec/template',
  CronJob: '/spec/jobTemplate/spec/template',
  ScaledJob: '/spec/jobTargetRef/template',
};

/** The template of an object that makes pods. */
export function podTemplateOf(owner: KubernetesObject): PodTemplate | undefined {
  const path = templatePaths[owner.kind];
  if (path === undefined) return undefined;
  const [template] = select(owner.body, path);
  if (!template || !isObject(template.value)) return undefined;
  return {
    owner,
    namespace: owner.namespace,
    labels: textsIn(objectAt(template.value, '/metadata/labels')),
    annotations: textsIn(objectAt(template.value, '/metadata/annotations')),
    spec: objectAt(template.value, '/spec'),
    place: below(owner.place, template.pointer),
  };
}

/** A container of a pod, with its place. */
export interface Container {
  readonly name: string;
  readonly list: 'containers' | 'initContainers' | 'ephemeralContainers';
  readonly body: JsonObject;
  readonly place: Place;
}

export const containerLists = ['initContainers', 'containers', 'ephemeralContainers'] as const;

/** All containers of a pod. */
export function containersOf(template: PodTemplate): Container[] {
  return containerLists.flatMap((list) =>
    select(template.spec, `/${list}/*`).flatMap(({ pointer, value }) =>
      isObject(value) && typeof value['name'] === 'string'
        ? [{ name: value['name'], list, body: value, place: below(template.place, `/spec${pointer}`) }]
        : [],
    ),
  );
}

/** Named ports of a container, or of all containers of a pod: name → number. */
export function namedPorts(container: JsonObject): Map<string, number> {
  const ports = new Map<string, number>();
  for (const { value } of select(container, '/ports/*')) {
    if (isObject(value) && typeof value['name'] === 'string' && typeof value['containerPort'] === 'number')
      ports.set(value['name'], value['containerPort']);
  }
  return ports;
}
