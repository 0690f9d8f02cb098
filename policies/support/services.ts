import type { ClusterGraph } from '../../schemas/graph/cluster';
import type { KubernetesObject } from '../../schemas/graph/objects';
import { containersOf, namedPorts, type PodTemplate } from '../../schemas/graph/pod-templates';
import { holds, matches } from '../../schemas/graph/selectors';
import { isObject, objectAt, select, selectTexts, textAt, textsIn, valueAt } from '../../schemas/graph/values';

/** Pods that a Service sends to; `undefined` where it has no selector, and somebody else fills its endpoints. */
export function podsBehind(service: KubernetesObject, cluster: ClusterGraph): PodTemplate[] | undefined {
  const selector = textsIn(objectAt(service.body, '/spec/selector'));
  if (Object.keys(selector).length === 0) return undefined;
  return cluster.templates.filter(
    ({ namespace, labels }) => namespace === service.namespace && holds(labels, selector),
  );
}

/** Names and numbers of the ports of a Service. */
export function portsOf(service: KubernetesObject): { readonly names: Set<string>; readonly numbers: Set<number> } {
  const names = new Set<string>();
  const numbers = new Set<number>();
  for (const { value } of select(service.body, '/spec/ports/*')) {
    if (!isObject(value)) continue;
    if (typeof value['name'] === 'string') names.add(value['name']);
    if (typeof value['port'] === 'number') numbers.add(value['port']);
  }
  return { names, numbers };
}

/** Names of the ports of a pod. */
export function podPorts(template: PodTemplate): Set<string> {
  return new Set(containersOf(template).flatMap(({ body }) => [...namedPorts(body).keys()]));
}

/** Namespaces that a ServiceMonitor or PodMonitor looks in; `undefined`: all. */
export function monitoredNamespaces({ body, namespace }: KubernetesObject): string[] | undefined {
  if (valueAt(body, '/spec/namespaceSelector/any') === true) return undefined;
  const names = selectTexts(body, '/spec/namespaceSelector/matchNames/*').map(({ text }) => text);
  return names.length === 0 ? [namespace] : names;
}

/** Services that a ServiceMonitor selects. */
export function monitoredServices(monitor: KubernetesObject, cluster: ClusterGraph): KubernetesObject[] {
  const namespaces = monitoredNamespaces(monitor);
  const selector = valueAt(monitor.body, '/spec/selector');
  return cluster
    .ofKind('Service')
    .filter(({ namespace, labels }) => (namespaces?.includes(namespace) ?? true) && matches(labels, selector));
}

/** Pods that a PodMonitor selects. */
export function monitoredPods(monitor: KubernetesObject, cluster: ClusterGraph): PodTemplate[] {
  const namespaces = monitoredNamespaces(monitor);
  const selector = valueAt(monitor.body, '/spec/selector');
  return cluster.templates.filter(
    ({ namespace, labels }) => (namespaces?.includes(namespace) ?? true) && matches(labels, selector),
  );
}

/** Whether what a monitor selects may stand where no manifest shows it. */
export function looksWhereUnseen(monitor: KubernetesObject, cluster: ClusterGraph, complete: boolean): boolean {
  const namespaces = monitoredNamespaces(monitor);
  if (namespaces === undefined) return true;
  return namespaces.some((name) => cluster.hasUnseenPods(name) || (!complete && !cluster.find('Namespace', '', name)));
}

/** A Service that a rendered object names, where it is rendered too. */
export function renderedService(
  cluster: ClusterGraph,
  { namespace, name }: { readonly namespace: string; readonly name: string },
): KubernetesObject | undefined {
  return cluster.ofKind('Service').find((service) => service.namespace === namespace && service.name === name);
}

/** The port that a backend names, and the Service that has to have it. */
export interface Backend {
  readonly object: KubernetesObject;
  readonly service: string;
  readonly port: string | number;
  /** Pointer of the port below the object. */
  readonly pointer: string;
}

/** Ports of Services that TargetGroupBindings and Ingresses send to. */
export function backendsIn(cluster: ClusterGraph): Backend[] {
  const bindings = cluster
    .ofKind('TargetGroupBinding')
    .flatMap((object) => backend(object, '/spec/serviceRef', '/port'));
  const ingresses = cluster
    .ofKind('Ingress')
    .flatMap((object) =>
      ['/spec/defaultBackend/service', '/spec/rules/*/http/paths/*/backend/service'].flatMap((path) => [
        ...backend(object, path, '/port/number'),
        ...backend(object, path, '/port/name'),
      ]),
    );
  return [...bindings, ...ingresses];
}

function backend(object: KubernetesObject, path: string, portPath: string): Backend[] {
  return select(object.body, path).flatMap(({ pointer, value }) => {
    const service = textAt(value, '/name');
    const port = valueAt(value, portPath);
    return service !== undefined && (typeof port === 'string' || typeof port === 'number')
      ? [{ object, service, port, pointer: pointer + portPath }]
      : [];
  });
}
