import type { ClusterGraph } from '../../schemas/graph/cluster';
import type { KubernetesObject } from '../../schemas/graph/objects';
import type { OutputGraph } from '../../schemas/graph/output-graph';
import type { Reference } from '../../schemas/graph/references';
import { select, textAt } from '../../schemas/graph/values';

/** What a scaler changes of its target. */
export type Scales = 'replicas' | 'requests';

export interface Scaler {
  readonly cluster: ClusterGraph;
  readonly reference: Reference;
  readonly scales: Scales;
}

/** Every HPA, ScaledObject and VPA, with what it scales. A VPA that only recommends scales nothing. */
export function scalersIn(graph: OutputGraph): Scaler[] {
  return graph.clusters.flatMap((cluster) =>
    cluster.references('scale-target').flatMap((reference): Scaler[] => {
      const { kind, body } = reference.from;
      if (kind !== 'VerticalPodAutoscaler') return [{ cluster, reference, scales: 'replicas' }];
      const mode = textAt(body, '/spec/updatePolicy/updateMode') ?? 'Auto';
      return mode === 'Off' ? [] : [{ cluster, reference, scales: 'requests' }];
    }),
  );
}

/** `Deployment/dev/user`: scalers with one key scale one workload. */
export function targetKey({ reference }: Scaler): string {
  return `${reference.kind}/${reference.namespace}/${reference.name}`;
}

/** The workload that a scaler scales, where it is rendered. */
export function targetOf({ cluster, reference }: Scaler): KubernetesObject | undefined {
  return cluster
    .ofKind(reference.kind)
    .find(({ namespace, name }) => namespace === reference.namespace && name === reference.name);
}

/** Whether a horizontal scaler goes by what pods use of their requests, which a VPA changes. */
export function goesByRequests({ kind, body }: KubernetesObject): boolean {
  if (kind === 'ScaledObject')
    return select(body, '/spec/triggers/*/type').some(({ value }) => value === 'cpu' || value === 'memory');
  return select(body, '/spec/metrics/*/type').some(
    ({ value }) => value === 'Resource' || value === 'ContainerResource',
  );
}
