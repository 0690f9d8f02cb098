import type { Artifact, Json, JsonObject } from '../primitives/artifact';
import { inside, type Place } from './place';
import { isObject, textAt, textsIn } from './values';

/** One Kubernetes object of the output. */
export interface KubernetesObject {
  /** `apps`; empty for the core group. */
  readonly group: string;
  readonly kind: string;
  /** Empty for what stands outside of namespaces, and where none is stated. */
  readonly namespace: string;
  readonly name: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly annotations: Readonly<Record<string, string>>;
  readonly body: JsonObject;
  readonly place: Place;
}

/** `Deployment dev/user`: what findings about an object are about. */
export function subjectOf({ kind, namespace, name }: KubernetesObject): string {
  return `${kind} ${namespace === '' ? name : `${namespace}/${name}`}`;
}

/** Folder of the cluster that a manifest belongs to. */
export function clusterOfPath(path: string): string | undefined {
  return /^clusters\/([^/]+)\//.exec(path)?.[1];
}

/** The objects of a file: one, or the items of a `List`. Files that nothing can be read in hold none. */
export function objectsOf(artifact: Artifact): KubernetesObject[] {
  if (artifact.opaque !== undefined || typeof artifact.content === 'string') return [];
  return objectsIn(artifact.content, { artifact, pointer: '' });
}

function objectsIn(body: Json | undefined, place: Place): KubernetesObject[] {
  if (!isObject(body)) return [];
  const { kind, apiVersion, items } = body;
  if (typeof kind !== 'string' || typeof apiVersion !== 'string') return [];
  if (kind.endsWith('List') && Array.isArray(items))
    return items.flatMap((item, index) => objectsIn(item, inside(place, 'items', index)));
  const name = textAt(body, '/metadata/name');
  if (name === undefined) return [];
  const metadata = body['metadata'] as JsonObject;
  return [
    {
      group: apiVersion.includes('/') ? (apiVersion.split('/')[0] as string) : '',
      kind,
      namespace: textAt(metadata, '/namespace') ?? '',
      name,
      labels: textsIn(metadata['labels']),
      annotations: textsIn(metadata['annotations']),
      body,
      place,
    },
  ];
}
