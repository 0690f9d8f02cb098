import { at, container, deployment, object, pod, service, type RuleCase } from './output';
import {
  configMap,
  provides,
  hpa,
  keyRef,
  externalSecret,
  claim,
  mount,
  models,
  volume,
  monitor,
  binding,
  association,
  roleBinding,
} from './parts';

/** What pods and workloads name. */
export const missingCases = {
  'missing-config-map': [
    {
      situation: 'a ConfigMap that is not there',
      files: deployment({}, { envFrom: [{ configMapRef: { name: 'setting' } }] }),
      fires: [`${container}/envFrom/0/configMapRef/name`],
    },
    {
      situation: 'a key that the ConfigMap does not have',
      files: {
        ...configMap,
        ...deployment({}, { env: [{ name: 'L', valueFrom: { configMapKeyRef: { name: 'settings', key: 'lvl' } } }] }),
      },
      fires: [`${container}/env/0/valueFrom/configMapKeyRef/key`],
    },
    {
      situation: 'a ConfigMap of another namespace',
      files: {
        ...object('ConfigMap', { name: 'settings', namespace: 'prod' }, {}),
        ...deployment({ volumes: [{ name: 's', configMap: { name: 'settings' } }] }),
      },
      fires: [`${pod}/volumes/0/configMap/name`],
    },
    {
      situation: 'present, declared, optional, and the one of every namespace',
      files: {
        ...configMap,
        ...provides('ConfigMap/dev/dashboards'),
        ...deployment(
          {
            volumes: [
              { name: 'a', configMap: { name: 'settings', items: [{ key: 'level', path: 'level' }] } },
              { name: 'b', configMap: { name: 'dashboards' } },
              { name: 'c', projected: { sources: [{ configMap: { name: 'kube-root-ca.crt' } }] } },
            ],
          },
          { envFrom: [{ configMapRef: { name: 'overrides', optional: true } }] },
        ),
      },
      fires: [],
    },
  ],
  'missing-secret': [
    {
      situation: 'a Secret that nothing makes',
      files: deployment({ imagePullSecrets: [{ name: 'registry' }] }, keyRef('jwt', 'private_key')),
      fires: [`${container}/env/0/valueFrom/secretKeyRef/name`, `${pod}/imagePullSecrets/0/name`],
    },
    {
      situation: 'a key that its ExternalSecret does not copy',
      files: { ...externalSecret, ...deployment({}, keyRef('jwt', 'public_key')) },
      fires: [`${container}/env/0/valueFrom/secretKeyRef/key`],
    },
    {
      situation: 'made by ExternalSecret, SealedSecret and Certificate',
      files: {
        ...externalSecret,
        ...object('SealedSecret', 'sealed', { spec: { encryptedData: { token: 'AgB' } } }),
        ...object('Certificate', 'web', { spec: { secretName: 'web-tls' } }),
        ...deployment(
          {
            volumes: [
              { name: 'a', secret: { secretName: 'sealed', items: [{ key: 'token', path: 'token' }] } },
              { name: 'b', secret: { secretName: 'web-tls', items: [{ key: 'tls.crt', path: 'crt' }] } },
            ],
          },
          keyRef('jwt', 'private_key'),
        ),
      },
      fires: [],
    },
  ],
  'missing-service-account': [
    {
      situation: 'a pod and a binding name accounts that are not there',
      files: { ...deployment({ serviceAccountName: 'usr' }), ...roleBinding('ClusterRole', 'view', 'usr') },
      fires: [`${pod}/serviceAccountName`, `${at('RoleBinding', 'user')}#/subjects/0/name`],
    },
    {
      situation: 'Terraform gives a role to an account that the cluster does not have',
      files: { ...object('ServiceAccount', 'user'), ...association('usr') },
      fires: [
        'workspaces/acme-prod-platform/user.tf.json#/resource/aws_eks_pod_identity_association/user/service_account',
      ],
    },
    {
      situation: 'the account of the workload, on both planes, and the default one',
      files: {
        ...object('ServiceAccount', 'user'),
        ...deployment({ serviceAccountName: 'user' }),
        ...association('user'),
        ...roleBinding('ClusterRole', 'view'),
      },
      fires: [],
    },
  ],
  'missing-service': [
    {
      situation: 'a target group binding to a Service that is not there',
      files: binding(80),
      fires: [`${at('TargetGroupBinding', 'user')}#/spec/serviceRef/name`],
    },
    {
      situation: 'a target group binding to a port that the Service does not serve',
      files: { ...deployment(), ...service(), ...binding(8080) },
      fires: [`${at('TargetGroupBinding', 'user')}#/spec/serviceRef/port`],
    },
    {
      situation: 'a monitor whose selector matches no Service',
      files: { ...deployment(), ...service(), ...monitor({ app: 'usr' }) },
      fires: [`${at('ServiceMonitor', 'user')}#/spec/selector`],
    },
    {
      situation: 'Service, port and labels are there',
      files: { ...deployment(), ...service(), ...monitor({ app: 'user' }), ...binding(80) },
      fires: [],
    },
    {
      situation: 'the Service is one that a chart brings',
      files: { ...provides('["Service/dev/user"]'), ...monitor({ app: 'chart' }), ...binding(80) },
      fires: [],
    },
  ],
  'missing-claim': [
    {
      situation: 'a claim that is not there',
      files: deployment(mount('models'), models),
      fires: [`${pod}/volumes/0/persistentVolumeClaim/claimName`],
    },
    {
      situation: 'the claim is in the namespace',
      files: { ...claim('models'), ...deployment(mount('models'), models) },
      fires: [],
    },
  ],
  'missing-volume': [
    {
      situation: 'a volume that is not there',
      files: claim('models', { volumeName: 'modles', storageClassName: '' }),
      fires: [`${at('PersistentVolumeClaim', 'models')}#/spec/volumeName`],
    },
    {
      situation: 'a volume that is kept for another claim',
      files: { ...volume('models', 'other'), ...claim('models', { volumeName: 'models', storageClassName: '' }) },
      fires: [`${at('PersistentVolumeClaim', 'models')}#/spec/volumeName`],
    },
    {
      situation: 'no class, and no volume that suits',
      files: { ...volume('models', 'other'), ...claim('models', { storageClassName: '' }) },
      fires: [`${at('PersistentVolumeClaim', 'models')}#/spec/storageClassName`],
    },
    {
      situation: 'the volume waits for the claim',
      files: { ...volume('models', 'models'), ...claim('models', { volumeName: 'models', storageClassName: '' }) },
      fires: [],
    },
  ],
  'missing-priority-class': [
    {
      situation: 'a class that is not there',
      files: deployment({ priorityClassName: 'prod-workload' }),
      fires: [`${pod}/priorityClassName`],
    },
    {
      situation: 'a class of ours, and one of Kubernetes',
      files: {
        ...object('PriorityClass', { name: 'prod', namespace: '' }, { value: 1 }),
        ...deployment({ priorityClassName: 'prod' }),
        ...object('Pod', 'p', { spec: { priorityClassName: 'system-node-critical' } }),
      },
      fires: [],
    },
  ],
  'missing-storage-class': [
    {
      situation: 'a class that is not there',
      files: claim('data', { storageClassName: 'gp3' }),
      fires: [`${at('PersistentVolumeClaim', 'data')}#/spec/storageClassName`],
    },
    {
      situation: 'a class of ours, of EKS, and one that is but a label of a volume',
      files: {
        ...object('StorageClass', { name: 'gp3', namespace: '' }, {}),
        ...claim('a', { storageClassName: 'gp3' }),
        ...claim('b', { storageClassName: 'gp2' }),
        ...volume('v', 'c', 'manual'),
        ...claim('c', { storageClassName: 'manual', volumeName: 'v' }),
      },
      fires: [],
    },
  ],
  'missing-namespace': [
    {
      situation: 'a namespace that is not there, said once',
      files: { ...configMap, ...deployment() },
      fires: [`${at('ConfigMap', 'settings')}#/metadata/namespace`],
    },
    {
      situation: 'rendered, made by a sync, part of every cluster',
      files: {
        ...object('Namespace', { name: 'dev', namespace: '' }, {}),
        ...configMap,
        ...object('ConfigMap', { name: 'a', namespace: 'kube-system' }, {}),
        ...object('ConfigMap', { name: 'b', namespace: 'monitoring' }, {}),
        ...object('Application', 'monitoring', {
          spec: {
            destination: { namespace: 'monitoring' },
            syncPolicy: { syncOptions: ['CreateNamespace=true'] },
          },
        }),
      },
      fires: [],
    },
  ],
  'missing-scale-target': [
    {
      situation: 'a scaler of a Deployment that is not there',
      files: { ...deployment(), ...hpa('user', 'usr') },
      fires: [`${at('HorizontalPodAutoscaler', 'user')}#/spec/scaleTargetRef/name`],
    },
    {
      situation: 'a budget that selects no pod',
      files: {
        ...deployment(),
        ...object('PodDisruptionBudget', 'user', { spec: { selector: { matchLabels: { app: 'usr' } } } }),
      },
      fires: [`${at('PodDisruptionBudget', 'user')}#/spec/selector`],
    },
    {
      situation: 'target and pods are there',
      files: {
        ...deployment(),
        ...hpa(),
        ...object('PodDisruptionBudget', 'user', {
          spec: { selector: { matchExpressions: [{ key: 'tier', operator: 'In', values: ['web'] }] } },
        }),
      },
      fires: [],
    },
  ],
} satisfies Record<string, readonly RuleCase[]>;
