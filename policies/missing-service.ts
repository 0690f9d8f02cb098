import type { ClusterGraph } from '../schemas/graph/cluster';
import { subjectOf, type KubernetesObject } from '../schemas/graph/objects';
import type { OutputGraph } from '../schemas/graph/output-graph';
import { below } from '../schemas/graph/place';
import type { Reference } from '../schemas/graph/references';
import { selectorText } from '../schemas/graph/selectors';
import { valueAt } from '../schemas/graph/values';
import { judgeReference, referencesIn } from './support/missing';
import { defineRule, type RuleFinding } from './rule';
import {
  backendsIn,
  looksWhereUnseen,
  monitoredPods,
  monitoredServices,
  portsOf,
  renderedService,
  type Backend,
} from './support/services';

const fix =
  'Describe the workload with a port, or declare the Service by slipway.dev/provides where a chart brings it.';

type Subject =
  | { readonly cluster: ClusterGraph; readonly reference: Reference }
  | { readonly cluster: ClusterGraph; readonly monitor: KubernetesObject }
  | { readonly cluster: ClusterGraph; readonly backend: Backend };

/** Services that bindings, ingresses, stateful sets and monitors lead to are there, and serve the port that is named. */
export const rule = defineRule<Subject>({
  id: 'missing-service',
  subjects: (graph) => [
    ...referencesIn(graph, 'service'),
    ...graph.clusters.flatMap((cluster) => [
      ...cluster.ofKind('ServiceMonitor').map((monitor) => ({ cluster, monitor })),
      ...cluster.ofKind('PodMonitor').map((monitor) => ({ cluster, monitor })),
      ...backendsIn(cluster).map((backend) => ({ cluster, backend })),
    ]),
  ],
  judge: (subject, graph) => {
    if ('reference' in subject) return judgeReference(subject, graph, fix);
    if ('monitor' in subject) return unselected(subject, graph);
    return unserved(subject);
  },
});

function unselected(
  { cluster, monitor }: { readonly cluster: ClusterGraph; readonly monitor: KubernetesObject },
  { complete }: OutputGraph,
): RuleFinding[] {
  const pods = monitor.kind === 'PodMonitor';
  const found = pods ? monitoredPods(monitor, cluster) : monitoredServices(monitor, cluster);
  if (found.length > 0 || looksWhereUnseen(monitor, cluster, complete)) return [];
  return [
    {
      place: below(monitor.place, '/spec/selector'),
      subject: subjectOf(monitor),
      message: `its selector (${selectorText(valueAt(monitor.body, '/spec/selector'))}) matches no ${pods ? 'pod' : 'Service'}: nothing is scraped`,
      fix: `Give the selector the labels that the ${pods ? 'pods have' : 'Service has'}.`,
    },
  ];
}

function unserved({ cluster, backend }: { readonly cluster: ClusterGraph; readonly backend: Backend }): RuleFinding[] {
  const { object, service: name, port, pointer } = backend;
  const service = renderedService(cluster, { namespace: object.namespace, name });
  if (!service || typeof port === 'string' || portsOf(service).numbers.has(port)) return [];
  return [
    {
      place: below(object.place, pointer),
      subject: subjectOf(object),
      message: `it sends to port ${port} of ${subjectOf(service)}, which does not serve it`,
      expected: `one of ${[...portsOf(service).numbers].join(', ')}`,
      fix: 'Name a port of the Service.',
      related: [{ place: below(service.place, '/spec/ports'), message: 'the ports of the Service' }],
    },
  ];
}
