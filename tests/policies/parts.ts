import { object, terraform, type Files } from './output';

export const configMap = object('ConfigMap', 'settings', { data: { level: 'info' } });
export const provides = (declared: string): Files =>
  object(
    'Application',
    { name: 'chart', apiVersion: 'argoproj.io/v1alpha1', annotations: { 'slipway.dev/provides': declared } },
    { spec: { project: 'default' } },
  );
export const hpa = (name = 'user', target = 'user'): Files =>
  object(
    'HorizontalPodAutoscaler',
    { name: name, apiVersion: 'autoscaling/v2' },
    {
      spec: {
        scaleTargetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name: target },
        metrics: [{ type: 'Resource', resource: { name: 'cpu' } }],
      },
    },
  );
export const vpa = (updateMode: string, policies: { containerName: string }[] = []): Files =>
  object('VerticalPodAutoscaler', 'user', {
    spec: {
      targetRef: { kind: 'Deployment', name: 'user' },
      updatePolicy: { updateMode },
      resourcePolicy: { containerPolicies: policies },
    },
  });
export const keyRef = (name: string, key: string) => ({
  env: [{ name: 'KEY', valueFrom: { secretKeyRef: { name, key } } }],
});
export const externalSecret = object('ExternalSecret', 'jwt', {
  spec: {
    secretStoreRef: { kind: 'SecretStore', name: 'secrets' },
    target: { name: 'jwt' },
    data: [{ secretKey: 'private_key', remoteRef: { key: 'jwt' } }],
  },
});
export const claim = (name: string, spec = {}) => object('PersistentVolumeClaim', name, { spec });
export const mount = (claimName: string) => ({ volumes: [{ name: 'models', persistentVolumeClaim: { claimName } }] });
export const models = { volumeMounts: [{ name: 'models', mountPath: '/models' }] };
export const volume = (name: string, claimRef: string, storageClassName = '') =>
  object(
    'PersistentVolume',
    { name: name, namespace: '' },
    { spec: { storageClassName, claimRef: { namespace: 'dev', name: claimRef } } },
  );
export const monitor = (matchLabels: Record<string, string>, port = 'http', namespaces: string[] = []): Files =>
  object('ServiceMonitor', 'user', {
    spec: { selector: { matchLabels }, endpoints: [{ port }], namespaceSelector: { matchNames: namespaces } },
  });
export const binding = (port: number | string, group = 'acme-user'): Files =>
  object('TargetGroupBinding', 'user', { spec: { targetGroupName: group, serviceRef: { name: 'user', port } } });
export const association = (account: string): Files =>
  terraform({
    aws_eks_pod_identity_association: {
      user: { cluster_name: 'acme-eks', namespace: 'dev', service_account: account, role_arn: 'arn' },
    },
  });
export const roleBinding = (kind: string, name: string, account = 'default'): Files =>
  object('RoleBinding', 'user', {
    roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind, name },
    subjects: [{ kind: 'ServiceAccount', name: account }],
  });
export const kept = { annotations: { 'argocd.argoproj.io/sync-options': 'Prune=false,Delete=false' } };
export const applicationSet = (project: string): Files =>
  object('ApplicationSet', 'apps', {
    spec: {
      generators: [{ matrix: { generators: [{ list: { elements: [{ project }] } }] } }],
      template: { spec: { project: '{{ .project }}' } },
    },
  });

/** Folders of an app each, a set for environment `prod` with some apps, and an Application for the folder that all stand in. */
export const appFolders = (folders: readonly string[], apps: readonly string[]): Files => ({
  ...Object.fromEntries(
    folders.map((folder) => [
      `clusters/acme-eks/${folder}/configmap-settings.yaml`,
      { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: `${folder}-settings`, namespace: 'dev' } },
    ]),
  ),
  ...object('Application', 'root', {
    spec: { source: { repoURL: 'https://example.com/acme', path: 'clusters/acme-eks/apps' } },
  }),
  ...object('ApplicationSet', 'apps', {
    spec: {
      generators: [
        {
          matrix: {
            generators: [
              { list: { elements: [{ env: 'prod' }] } },
              { list: { elements: apps.map((app) => ({ app })) } },
            ],
          },
        },
      ],
      template: {
        metadata: { name: '{{ .env }}-{{ .app }}' },
        spec: { source: { repoURL: 'https://example.com/acme', path: 'clusters/acme-eks/{{ .env }}-{{ .app }}' } },
      },
    },
  }),
});
