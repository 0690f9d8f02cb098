import type { Chart } from 'cdk8s';
import { addObject } from './object';

export interface SecretCopy {
  /** Name of the ExternalSecret and of the Secret that it makes. */
  readonly name: string;
  readonly namespace: string;
  readonly store: { readonly name: string; readonly kind: 'SecretStore' | 'ClusterSecretStore' };
  /** Name or ARN of the secret at its origin. */
  readonly remoteKey: string;
  /** Keys of its JSON document that become keys of the Secret; the whole value under `value` when there are none. */
  readonly keys: readonly string[];
  /** What takes it starts without it: while it is empty, nothing else waits for it. */
  readonly optional?: boolean;
}

/** A Secret that External Secrets keeps equal to one in Secrets Manager or Parameter Store. */
export function addExternalSecret(chart: Chart, copy: SecretCopy): void {
  const data =
    copy.keys.length === 0
      ? [{ secretKey: 'value', remoteRef: { key: copy.remoteKey } }]
      : copy.keys.map((key) => ({ secretKey: key, remoteRef: { key: copy.remoteKey, property: key } }));
  addObject(chart, {
    apiVersion: 'external-secrets.io/v1',
    kind: 'ExternalSecret',
    metadata: {
      name: copy.name,
      namespace: copy.namespace,
      ...(copy.optional === true ? { annotations: { 'argocd.argoproj.io/ignore-healthcheck': 'true' } } : {}),
    },
    spec: {
      refreshInterval: '1h',
      secretStoreRef: { name: copy.store.name, kind: copy.store.kind },
      target: { name: copy.name, creationPolicy: 'Owner', deletionPolicy: 'Retain' },
      data,
    },
  });
}
