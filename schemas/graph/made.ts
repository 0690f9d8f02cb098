import type { JsonObject } from '../primitives/artifact';
import type { KubernetesObject } from './objects';
import { isObject, objectAt, select, selectTexts, textAt } from './values';

/** An object that is there without a manifest of its own, or that has one. */
export interface Presence {
  readonly kind: string;
  readonly namespace: string;
  readonly name: string;
  /** Keys that it holds; absent where they can't be known. */
  readonly keys?: ReadonlySet<string>;
}

/** What controllers make of an object. */
export function madeBy(object: KubernetesObject): Presence[] {
  return makers[object.kind]?.(object) ?? [];
}

const makers: Readonly<Record<string, (object: KubernetesObject) => Presence[]>> = {
  // @see https://external-secrets.io/latest/api/externalsecret/
  ExternalSecret: ({ body, namespace, name }) => {
    const target = objectAt(body, '/spec/target');
    const keys = externalKeys(body);
    const secret = { kind: 'Secret', namespace, name: textAt(target, '/name') ?? name };
    return [keys ? { ...secret, keys } : secret];
  },
  // @see https://github.com/bitnami-labs/sealed-secrets#overview
  SealedSecret: ({ body, namespace, name }) => {
    const keys = [objectAt(body, '/spec/encryptedData'), objectAt(body, '/spec/template/data')].flatMap(Object.keys);
    return [
      { kind: 'Secret', namespace, name: textAt(body, '/spec/template/metadata/name') ?? name, keys: new Set(keys) },
    ];
  },
  // @see https://cert-manager.io/docs/usage/certificate/
  Certificate: ({ body, namespace }) => {
    const name = textAt(body, '/spec/secretName');
    const keys = ['tls.crt', 'tls.key', 'ca.crt'];
    const more = isObject(body['spec']) && 'keystores' in body['spec'];
    return name === undefined ? [] : [{ kind: 'Secret', namespace, name, ...(more ? {} : { keys: new Set(keys) }) }];
  },
  StatefulSet: ({ body, namespace, name }) => {
    const replicas = objectAt(body, '/spec')['replicas'];
    const count = typeof replicas === 'number' ? replicas : 1;
    return selectTexts(body, '/spec/volumeClaimTemplates/*/metadata/name').flatMap(({ text }) =>
      Array.from({ length: count }, (_, index) => ({
        kind: 'PersistentVolumeClaim',
        namespace,
        name: `${text}-${name}-${index}`,
      })),
    );
  },
  // @see https://prometheus-operator.dev/docs/platform/operator/ (governing services)
  Prometheus: ({ namespace }) => [{ kind: 'Service', namespace, name: 'prometheus-operated' }],
  Alertmanager: ({ namespace }) => [{ kind: 'Service', namespace, name: 'alertmanager-operated' }],
};

function externalKeys(body: JsonObject): ReadonlySet<string> | undefined {
  if (select(body, '/spec/dataFrom/*').length > 0 || select(body, '/spec/target/template/templateFrom/*').length > 0)
    return undefined;
  const template = Object.keys(objectAt(body, '/spec/target/template/data'));
  const merged = textAt(body, '/spec/target/template/mergePolicy') === 'Merge';
  const data = selectTexts(body, '/spec/data/*/secretKey').map(({ text }) => text);
  return new Set(template.length === 0 ? data : merged ? [...data, ...template] : template);
}

/** Keys of what has a manifest of its own. */
export function keysOf({ kind, body }: KubernetesObject): ReadonlySet<string> | undefined {
  const maps = { ConfigMap: ['/data', '/binaryData'], Secret: ['/data', '/stringData'] }[kind];
  return maps && new Set(maps.flatMap((path) => Object.keys(objectAt(body, path))));
}
