import type { ClusterGraph } from '../schemas/graph/cluster';
import { subjectOf, type KubernetesObject } from '../schemas/graph/objects';
import { below, type Place } from '../schemas/graph/place';
import { containersOf, namedPorts, type PodTemplate } from '../schemas/graph/pod-templates';
import { select } from '../schemas/graph/values';
import { nearest } from '../schemas/primitives/nearest';
import { defineRule } from './rule';
import {
  backendsIn,
  monitoredPods,
  monitoredServices,
  podPorts,
  podsBehind,
  portsOf,
  renderedService,
} from './support/services';

/** A port that is named, and the names among which it has to be. */
interface NamedPort {
  readonly place: Place;
  readonly from: KubernetesObject;
  readonly name: string;
  /** What has to have it, and the ports that each has. */
  readonly holders: readonly { readonly subject: string; readonly ports: ReadonlySet<string> }[];
  /** One holder with the port will do. */
  readonly any?: true;
}

/** Ports that probes, Services, monitors and backends name are ports of what they lead to. */
export const rule = defineRule<NamedPort>({
  id: 'unknown-port-name',
  subjects: (graph) =>
    graph.clusters.flatMap((cluster) => [
      ...cluster.templates.flatMap(probePorts),
      ...cluster.ofKind('Service').flatMap((service) => targetPorts(service, cluster)),
      ...cluster.ofKind('ServiceMonitor').flatMap((monitor) => monitorPorts(monitor, cluster)),
      ...cluster.ofKind('PodMonitor').flatMap((monitor) => podMonitorPorts(monitor, cluster)),
      ...backendPorts(cluster),
    ]),
  judge: ({ place, from, name, holders, any }) => {
    const lacking = holders.filter(({ ports }) => !ports.has(name));
    const [first] = lacking;
    if (!first || (any && lacking.length < holders.length)) return [];
    const near = nearest(name, first.ports);
    return [
      {
        place,
        subject: subjectOf(from),
        message: `it names the port ${name}, which ${first.subject} does not have`,
        expected: first.ports.size === 0 ? 'it names no ports' : `one of ${[...first.ports].join(', ')}`,
        fix: near === undefined ? 'Name a port that is there.' : `Did you mean ${near}?`,
      },
    ];
  },
});

const handlers = ['livenessProbe', 'readinessProbe', 'startupProbe', 'lifecycle/postStart', 'lifecycle/preStop'];
const probePaths = handlers.flatMap((handler) => [`/${handler}/httpGet/port`, `/${handler}/tcpSocket/port`]);

function probePorts(template: PodTemplate): NamedPort[] {
  return containersOf(template).flatMap((container) => {
    const holders = [{ subject: `container ${container.name}`, ports: new Set(namedPorts(container.body).keys()) }];
    return probePaths.flatMap((path) =>
      namesAt(container.body, path, container.place).map((port) => ({ ...port, from: template.owner, holders })),
    );
  });
}

function targetPorts(service: KubernetesObject, cluster: ClusterGraph): NamedPort[] {
  const pods = podsBehind(service, cluster);
  if (!pods || pods.length === 0) return [];
  const holders = pods.map(holder);
  return namesAt(service.body, '/spec/ports/*/targetPort', service.place).map((port) => ({
    ...port,
    from: service,
    holders,
  }));
}

function monitorPorts(monitor: KubernetesObject, cluster: ClusterGraph): NamedPort[] {
  const services = monitoredServices(monitor, cluster);
  if (services.length === 0) return [];
  const pods = services.flatMap((service) => podsBehind(service, cluster) ?? []);
  const named = (path: string, holders: NamedPort['holders']): NamedPort[] =>
    namesAt(monitor.body, path, monitor.place).map((port) => ({ ...port, from: monitor, holders, any: true }));
  return [
    ...named(
      '/spec/endpoints/*/port',
      services.map((service) => ({ subject: subjectOf(service), ports: portsOf(service).names })),
    ),
    ...(pods.length === 0 ? [] : named('/spec/endpoints/*/targetPort', pods.map(holder))),
  ];
}

function podMonitorPorts(monitor: KubernetesObject, cluster: ClusterGraph): NamedPort[] {
  const pods = monitoredPods(monitor, cluster);
  if (pods.length === 0) return [];
  const holders = pods.map(holder);
  return namesAt(monitor.body, '/spec/podMetricsEndpoints/*/port', monitor.place).map((port) => ({
    ...port,
    from: monitor,
    holders,
    any: true,
  }));
}

function backendPorts(cluster: ClusterGraph): NamedPort[] {
  return backendsIn(cluster).flatMap(({ object, service: name, port, pointer }) => {
    const service = renderedService(cluster, { namespace: object.namespace, name });
    if (!service || typeof port !== 'string') return [];
    const holders = [{ subject: subjectOf(service), ports: portsOf(service).names }];
    return [{ place: below(object.place, pointer), from: object, name: port, holders }];
  });
}

function holder(template: PodTemplate) {
  return { subject: subjectOf(template.owner), ports: podPorts(template) };
}

/** Names, not numbers, at a path. */
function namesAt(body: KubernetesObject['body'], path: string, place: Place): { place: Place; name: string }[] {
  return select(body, path).flatMap(({ pointer, value }) =>
    typeof value === 'string' && /[a-z]/i.test(value) ? [{ place: below(place, pointer), name: value }] : [],
  );
}
