import type { KubernetesObject } from './objects';
import { below, type Place } from './place';
import { containerLists, type PodTemplate } from './pod-templates';
import { isObject, select, textAt, valueAt } from './values';

/** A name in one object that has to be the name of another. */
export interface Reference {
  readonly purpose: Purpose;
  readonly kind: string;
  /** Where the other one is; empty for what stands outside of namespaces. */
  readonly namespace: string;
  readonly name: string;
  /** Keys of a ConfigMap or Secret that are read, with their places. */
  readonly keys: readonly { readonly key: string; readonly place: Place }[];
  /** Kubernetes does without when it is not there. */
  readonly optional: boolean;
  readonly from: KubernetesObject;
  readonly place: Place;
}

/** Which rule a reference is judged by. */
export type Purpose =
  | 'config-map'
  | 'secret'
  | 'service-account'
  | 'service'
  | 'claim'
  | 'volume'
  | 'priority-class'
  | 'storage-class'
  | 'scale-target'
  | 'secret-store'
  | 'role'
  | 'node-class'
  | 'project'
  | 'object';

/** Where an object keeps the name of another. */
interface Form {
  /** Path of the map that holds the name, or of the name itself. */
  readonly path: string;
  readonly purpose: Purpose;
  /** Kind of the other one, where the map does not state it. */
  readonly kind: string;
  /** Key of the name in the map. @default the path leads to the name itself */
  readonly name?: string;
  /** The map may state kind or namespace of the other one. */
  readonly states?: 'kind' | 'namespace';
  /** Paths below the map of the keys that are read. */
  readonly keys?: readonly string[];
  /** Only maps whose `kind` is this one. */
  readonly only?: string;
}

/** Kinds that are no part of a namespace. */
const clusterScoped: ReadonlySet<string> = new Set([
  'ClusterIssuer',
  'ClusterRole',
  'ClusterSecretStore',
  'ClusterTriggerAuthentication',
  'EC2NodeClass',
  'IngressClass',
  'Namespace',
  'NodePool',
  'PersistentVolume',
  'PriorityClass',
  'RuntimeClass',
  'StorageClass',
  'VolumeSnapshotClass',
]);

const secretKey = (path: string): Form => ({ path, purpose: 'secret', kind: 'Secret', name: 'name', keys: ['/key'] });
const named = (path: string, purpose: Purpose, kind: string): Form => ({ path, purpose, kind });
const scaled = (path: string): Form => ({
  path,
  purpose: 'scale-target',
  kind: 'Deployment',
  name: 'name',
  states: 'kind',
});
const store = (path: string): Form => ({
  path,
  purpose: 'secret-store',
  kind: 'SecretStore',
  name: 'name',
  states: 'kind',
});

/** Names in the spec of a pod. @see https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/pod-v1/ */
const podForms: readonly Form[] = [
  ...containerLists.flatMap((list): Form[] => [
    { path: `/${list}/*/envFrom/*/configMapRef`, purpose: 'config-map', kind: 'ConfigMap', name: 'name' },
    { path: `/${list}/*/envFrom/*/secretRef`, purpose: 'secret', kind: 'Secret', name: 'name' },
    {
      path: `/${list}/*/env/*/valueFrom/configMapKeyRef`,
      purpose: 'config-map',
      kind: 'ConfigMap',
      name: 'name',
      keys: ['/key'],
    },
    secretKey(`/${list}/*/env/*/valueFrom/secretKeyRef`),
  ]),
  { path: '/volumes/*/configMap', purpose: 'config-map', kind: 'ConfigMap', name: 'name', keys: ['/items/*/key'] },
  { path: '/volumes/*/secret', purpose: 'secret', kind: 'Secret', name: 'secretName', keys: ['/items/*/key'] },
  {
    path: '/volumes/*/projected/sources/*/configMap',
    purpose: 'config-map',
    kind: 'ConfigMap',
    name: 'name',
    keys: ['/items/*/key'],
  },
  {
    path: '/volumes/*/projected/sources/*/secret',
    purpose: 'secret',
    kind: 'Secret',
    name: 'name',
    keys: ['/items/*/key'],
  },
  { path: '/volumes/*/csi/nodePublishSecretRef', purpose: 'secret', kind: 'Secret', name: 'name' },
  {
    path: '/volumes/*/persistentVolumeClaim',
    purpose: 'claim',
    kind: 'PersistentVolumeClaim',
    name: 'claimName',
  },
  named('/volumes/*/ephemeral/volumeClaimTemplate/spec/storageClassName', 'storage-class', 'StorageClass'),
  { path: '/imagePullSecrets/*', purpose: 'secret', kind: 'Secret', name: 'name' },
  named('/serviceAccountName', 'service-account', 'ServiceAccount'),
  named('/priorityClassName', 'priority-class', 'PriorityClass'),
  named('/runtimeClassName', 'object', 'RuntimeClass'),
];

const subjects: Form = {
  path: '/subjects/*',
  purpose: 'service-account',
  kind: 'ServiceAccount',
  name: 'name',
  states: 'namespace',
  only: 'ServiceAccount',
};

const awsStore: readonly Form[] = [
  {
    path: '/spec/provider/aws/auth/jwt/serviceAccountRef',
    purpose: 'service-account',
    kind: 'ServiceAccount',
    name: 'name',
    states: 'namespace',
  },
  { ...secretKey('/spec/provider/aws/auth/secretRef/accessKeyIDSecretRef'), states: 'namespace' },
  { ...secretKey('/spec/provider/aws/auth/secretRef/secretAccessKeySecretRef'), states: 'namespace' },
];

const triggerSecrets: readonly Form[] = [
  secretKey('/spec/secretTargetRef/*'),
  { path: '/spec/configMapTargetRef/*', purpose: 'config-map', kind: 'ConfigMap', name: 'name', keys: ['/key'] },
];

const endpointSecrets: readonly Form[] = ['endpoints', 'podMetricsEndpoints'].flatMap((list) => [
  secretKey(`/spec/${list}/*/basicAuth/username`),
  secretKey(`/spec/${list}/*/basicAuth/password`),
  secretKey(`/spec/${list}/*/authorization/credentials`),
  secretKey(`/spec/${list}/*/bearerTokenSecret`),
]);

/** Names in the objects of a kind, beside those of its pods. */
const objectForms: Readonly<Record<string, readonly Form[]>> = {
  Application: [named('/spec/project', 'project', 'AppProject')],
  Alertmanager: [
    named('/spec/serviceAccountName', 'service-account', 'ServiceAccount'),
    named('/spec/configSecret', 'secret', 'Secret'),
    named('/spec/storage/volumeClaimTemplate/spec/storageClassName', 'storage-class', 'StorageClass'),
  ],
  AlertmanagerConfig: [
    secretKey('/spec/receivers/*/slackConfigs/*/apiURL'),
    secretKey('/spec/receivers/*/pagerdutyConfigs/*/routingKey'),
    secretKey('/spec/receivers/*/pagerdutyConfigs/*/serviceKey'),
    secretKey('/spec/receivers/*/emailConfigs/*/authPassword'),
  ],
  Certificate: [{ path: '/spec/issuerRef', purpose: 'object', kind: 'Issuer', name: 'name', states: 'kind' }],
  ClusterRoleBinding: [
    { path: '/roleRef', purpose: 'role', kind: 'ClusterRole', name: 'name', states: 'kind' },
    subjects,
  ],
  ClusterSecretStore: awsStore,
  ClusterTriggerAuthentication: triggerSecrets,
  ExternalSecret: [
    store('/spec/secretStoreRef'),
    store('/spec/data/*/sourceRef/storeRef'),
    store('/spec/dataFrom/*/sourceRef/storeRef'),
  ],
  HorizontalPodAutoscaler: [scaled('/spec/scaleTargetRef')],
  Ingress: [
    { path: '/spec/defaultBackend/service', purpose: 'service', kind: 'Service', name: 'name' },
    { path: '/spec/rules/*/http/paths/*/backend/service', purpose: 'service', kind: 'Service', name: 'name' },
    { path: '/spec/tls/*', purpose: 'secret', kind: 'Secret', name: 'secretName' },
    named('/spec/ingressClassName', 'object', 'IngressClass'),
  ],
  NodePool: [
    {
      path: '/spec/template/spec/nodeClassRef',
      purpose: 'node-class',
      kind: 'EC2NodeClass',
      name: 'name',
      states: 'kind',
    },
  ],
  PersistentVolume: [
    {
      path: '/spec/claimRef',
      purpose: 'claim',
      kind: 'PersistentVolumeClaim',
      name: 'name',
      states: 'namespace',
    },
  ],
  PersistentVolumeClaim: [
    named('/spec/volumeName', 'volume', 'PersistentVolume'),
    named('/spec/storageClassName', 'storage-class', 'StorageClass'),
  ],
  PodMonitor: endpointSecrets,
  Prometheus: [
    named('/spec/serviceAccountName', 'service-account', 'ServiceAccount'),
    secretKey('/spec/additionalScrapeConfigs'),
    named('/spec/storage/volumeClaimTemplate/spec/storageClassName', 'storage-class', 'StorageClass'),
  ],
  PushSecret: [
    store('/spec/secretStoreRefs/*'),
    { path: '/spec/selector/secret', purpose: 'secret', kind: 'Secret', name: 'name' },
  ],
  RoleBinding: [{ path: '/roleRef', purpose: 'role', kind: 'Role', name: 'name', states: 'kind' }, subjects],
  ScaledObject: [
    scaled('/spec/scaleTargetRef'),
    {
      path: '/spec/triggers/*/authenticationRef',
      purpose: 'object',
      kind: 'TriggerAuthentication',
      name: 'name',
      states: 'kind',
    },
  ],
  SecretStore: awsStore,
  ServiceAccount: [{ path: '/imagePullSecrets/*', purpose: 'secret', kind: 'Secret', name: 'name' }],
  ServiceMonitor: endpointSecrets,
  StatefulSet: [
    named('/spec/serviceName', 'service', 'Service'),
    named('/spec/volumeClaimTemplates/*/spec/storageClassName', 'storage-class', 'StorageClass'),
  ],
  TargetGroupBinding: [{ path: '/spec/serviceRef', purpose: 'service', kind: 'Service', name: 'name' }],
  TriggerAuthentication: triggerSecrets,
  VerticalPodAutoscaler: [scaled('/spec/targetRef')],
  VolumeSnapshot: [
    named('/spec/source/persistentVolumeClaimName', 'claim', 'PersistentVolumeClaim'),
    named('/spec/volumeSnapshotClassName', 'object', 'VolumeSnapshotClass'),
  ],
};

/** Every name in an object, and in the pods that it makes, that has to be the name of another object. */
export function referencesOf(object: KubernetesObject, template: PodTemplate | undefined): Reference[] {
  const own = (objectForms[object.kind] ?? []).flatMap((form) =>
    read(form, object, { root: object.body, at: object.place }),
  );
  if (!template) return own;
  const at = below(template.place, '/spec');
  return [...own, ...podForms.flatMap((form) => read(form, object, { root: template.spec, at }))];
}

function read(
  form: Form,
  from: KubernetesObject,
  { root, at }: { readonly root: KubernetesObject['body']; readonly at: Place },
): Reference[] {
  return select(root, form.path).flatMap(({ pointer, value }) => {
    const holder = below(at, pointer);
    const name = form.name === undefined ? value : isObject(value) ? value[form.name] : undefined;
    if (typeof name !== 'string' || name === '') return [];
    const map = isObject(value) ? value : {};
    if (form.only !== undefined && map['kind'] !== form.only) return [];
    const { states } = form;
    const kind = (states === 'kind' ? textAt(map, '/kind') : undefined) ?? form.kind;
    const stated = states === 'namespace' ? textAt(map, '/namespace') : undefined;
    return [
      {
        purpose: form.purpose,
        kind,
        namespace: clusterScoped.has(kind) ? '' : (stated ?? from.namespace),
        name,
        keys: (form.keys ?? []).flatMap((path) => keysAt(map, path, holder)),
        optional: valueAt(map, '/optional') === true,
        from,
        place: form.name === undefined ? holder : below(holder, `/${form.name}`),
      },
    ];
  });
}

function keysAt(map: KubernetesObject['body'], path: string, holder: Place): Reference['keys'] {
  return select(map, path).flatMap(({ pointer, value }) =>
    typeof value === 'string' ? [{ key: value, place: below(holder, pointer) }] : [],
  );
}
