import { ApiObject, type Chart } from 'cdk8s';

/** Construct id of an object: unique in its chart, and never part of any rendered name. */
export function objectId(kind: string, name: string, namespace = ''): string {
  return `${kind}-${namespace}-${name}`;
}

/** A manifest whose form its kind's type describes. Names and namespaces are those given: no hash is added. */
export interface Manifest {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: {
    readonly name: string;
    readonly namespace?: string;
    readonly labels?: Readonly<Record<string, string>>;
    readonly annotations?: Readonly<Record<string, string>>;
  };
  readonly [field: string]: unknown;
}

/** Adds one object to a chart. */
export function addObject(chart: Chart, manifest: Manifest): ApiObject {
  return new ApiObject(chart, objectId(manifest.kind, manifest.metadata.name, manifest.metadata.namespace), manifest);
}

/** Standard labels of what a component makes. @see https://kubernetes.io/docs/concepts/overview/working-with-objects/common-labels/ */
export function standardLabels(component: { readonly name: string; readonly system: string }): Record<string, string> {
  return {
    'app.kubernetes.io/name': component.name,
    'app.kubernetes.io/part-of': component.system,
    'app.kubernetes.io/managed-by': 'slipway',
  };
}

/** Labels that select a component's pods: never more than these, since a Deployment's selector can't be changed. */
export function selectorLabels(component: { readonly name: string; readonly system: string }): Record<string, string> {
  return { 'app.kubernetes.io/name': component.name, 'app.kubernetes.io/part-of': component.system };
}

/** App that holds what the workloads of an environment stand on: namespaces, volumes, secret stores. It is synced before them. */
export function environmentApp({ self }: { readonly self: { readonly environment: string } }): string {
  return `${self.environment}-environment`;
}

/** App that Argo CD starts from: the Applications of the cluster. */
export const rootApp = 'root';
