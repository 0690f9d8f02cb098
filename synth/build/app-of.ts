import { belongsToRoot, givesRights, setsWave, type ManifestHead } from '../../charts/facets/base-kinds';
import { rootApp } from '../../charts/facets/object';
import type { JsonObject } from '../../schemas/primitives/artifact';
import { soleOfKind, type Environment } from '../model';

/** A folder of a cluster, and the wave in which what is in it is applied. */
export interface AppPlace {
  readonly name: string;
  readonly wave: number;
}

/**
 * The apps that the objects of a component go to: its own, and the root Application's where another environment rules what
 * this one may make. In the root folder what gives rights stands beside the sets, the rest in the wave of its app.
 */
export function byApp(
  environment: Environment,
  own: AppPlace,
  objects: readonly JsonObject[],
): readonly (readonly [AppPlace, readonly JsonObject[]])[] {
  if (own.name === rootApp || !isRuledByBase(environment)) return [[own, objects]];
  const root = objects.filter((object) => belongsToRoot(headOf(object)));
  const others = objects.filter((object) => !root.includes(object));
  const places = [
    [own, others],
    [{ ...own, name: rootApp }, root.map((object) => inWave(object, own.wave))],
  ] as const;
  return places.filter(([, held]) => held.length > 0);
}

/** Argo CD is described in an environment that this one stands on. */
function isRuledByBase(environment: Environment): boolean {
  const argo = soleOfKind(environment, 'argo-applications');
  return argo !== undefined && argo.environment !== environment;
}

function headOf(object: JsonObject): ManifestHead {
  const { namespace } = metadataOf(object);
  return {
    apiVersion: object['apiVersion'] as string,
    kind: object['kind'] as string,
    namespace: typeof namespace === 'string' ? namespace : undefined,
  };
}

function inWave(object: JsonObject, ofApp: number): JsonObject {
  const wave = givesRights(headOf(object)) ? setsWave : ofApp;
  const metadata = metadataOf(object);
  const annotations = (metadata['annotations'] ?? {}) as JsonObject;
  if (wave === 0 || syncWave in annotations) return object;
  return { ...object, metadata: { ...metadata, annotations: { ...annotations, [syncWave]: String(wave) } } };
}

const syncWave = 'argocd.argoproj.io/sync-wave';

function metadataOf(object: JsonObject): JsonObject {
  return object['metadata'] as JsonObject;
}
