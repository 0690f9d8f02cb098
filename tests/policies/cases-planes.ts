import { at, object, terraform, type RuleCase } from './output';
import { appFolders, configMap, provides, claim, binding, roleBinding, kept, applicationSet } from './parts';

/** What operators and the other plane name. */
export const planeCases = {
  'missing-role': [
    {
      situation: 'a role that is not there',
      files: roleBinding('Role', 'readers'),
      fires: [`${at('RoleBinding', 'user')}#/roleRef/name`],
    },
    {
      situation: 'a role of the namespace, and those of Kubernetes',
      files: {
        ...object('Role', 'reader', { rules: [] }),
        ...roleBinding('Role', 'reader'),
        ...object(
          'ClusterRoleBinding',
          { name: 'auth', namespace: '' },
          { roleRef: { kind: 'ClusterRole', name: 'system:auth-delegator' } },
        ),
      },
      fires: [],
    },
  ],
  'missing-target-group': [
    {
      situation: 'a target group that no workspace makes',
      files: { ...binding(80), ...terraform({ aws_lb_target_group: { user: { name: 'acme-usr' } } }) },
      fires: [`${at('TargetGroupBinding', 'user')}#/spec/targetGroupName`],
    },
    {
      situation: 'a target group of the output, by name and by ARN',
      files: {
        ...binding(80),
        ...object('TargetGroupBinding', 'other', {
          spec: { targetGroupARN: 'arn:aws:elasticloadbalancing:us-east-1:1:targetgroup/acme-user/0a1' },
        }),
        ...terraform({ aws_lb_target_group: { user: { name: 'acme-user' } } }),
      },
      fires: [],
    },
  ],
  'missing-node-class': [
    {
      situation: 'a class that is not there',
      files: object(
        'NodePool',
        { name: 'gpu', namespace: '' },
        { spec: { template: { spec: { nodeClassRef: { kind: 'EC2NodeClass', name: 'gpus' } } } } },
      ),
      fires: [`${at('NodePool', 'gpu')}#/spec/template/spec/nodeClassRef/name`],
    },
    {
      situation: 'the class is there',
      files: {
        ...object('EC2NodeClass', { name: 'gpu', namespace: '' }, {}),
        ...object(
          'NodePool',
          { name: 'gpu', namespace: '' },
          { spec: { template: { spec: { nodeClassRef: { kind: 'EC2NodeClass', name: 'gpu' } } } } },
        ),
      },
      fires: [],
    },
  ],
  'missing-app-project': [
    {
      situation: 'an Application, and an element of a set, of projects that are not there',
      files: {
        ...object('AppProject', 'acme-prod'),
        ...object('Application', 'user', { spec: { project: 'acme-prd' } }),
        ...applicationSet('acme-dev'),
      },
      fires: [
        `${at('Application', 'user')}#/spec/project`,
        `${at('ApplicationSet', 'apps')}#/spec/generators/0/matrix/generators/0/list/elements/0/project`,
      ],
    },
    {
      situation: 'the projects are there',
      files: {
        ...object('AppProject', 'acme-prod'),
        ...object('Application', 'user', { spec: { project: 'acme-prod' } }),
        ...object('Application', 'other', { spec: { project: 'default' } }),
        ...applicationSet('acme-prod'),
      },
      fires: [],
    },
  ],
  'refused-source': [
    {
      situation: 'a chart of a repository that the project has not, and one that it refuses',
      files: {
        ...object('AppProject', 'closed', {
          spec: { sourceRepos: ['https://example.com/acme', 'https://charts.example.com/*'] },
        }),
        ...object('AppProject', 'open', { spec: { sourceRepos: ['!https://charts.example.com/**'] } }),
        ...object('Application', 'deeper', {
          spec: { project: 'closed', source: { repoURL: 'https://charts.example.com/a/b', chart: 'a' } },
        }),
        ...object('Application', 'refused', {
          spec: { project: 'open', sources: [{ repoURL: 'https://charts.example.com/a/b', chart: 'a' }] },
        }),
      },
      fires: [
        `${at('Application', 'deeper')}#/spec/source/repoURL`,
        `${at('Application', 'refused')}#/spec/sources/0/repoURL`,
      ],
    },
    {
      situation: 'repositories that the project has, by name, by pattern and by what it does not refuse',
      files: {
        ...object('AppProject', 'closed', {
          spec: { sourceRepos: ['https://example.com/acme', 'https://charts.example.com/*'] },
        }),
        ...object('AppProject', 'open', { spec: { sourceRepos: ['!https://charts.example.com/**'] } }),
        ...object('AppProject', 'any', { spec: { sourceRepos: ['*'] } }),
        ...object('Application', 'named', {
          spec: { project: 'closed', source: { repoURL: 'https://example.com/Acme.git', path: 'a' } },
        }),
        ...object('Application', 'matched', {
          spec: { project: 'closed', source: { repoURL: 'https://charts.example.com/a', chart: 'a' } },
        }),
        ...object('Application', 'left', { spec: { project: 'open', source: { repoURL: 'registry.example.com/a' } } }),
        ...object('Application', 'anything', { spec: { project: 'any', source: { repoURL: 'https://a.example/b' } } }),
        ...object('Application', 'elsewhere', {
          spec: { project: 'unseen', source: { repoURL: 'https://a.example' } },
        }),
      },
      fires: [],
    },
  ],
  'missing-app-folder': [
    {
      situation: 'a path that the set generates, and one of an Application, that no manifest is below',
      files: {
        ...appFolders(['prod-user'], ['user', 'payment']),
        ...object('Application', 'old', {
          spec: { source: { repoURL: 'https://example.com/acme', path: 'k8s/overlays/prod' } },
        }),
      },
      fires: [
        `${at('Application', 'old')}#/spec/source/path`,
        `${at('ApplicationSet', 'apps')}#/spec/template/spec/source/path`,
      ],
    },
    {
      situation: 'every path is there, and one is of another repository',
      files: {
        ...appFolders(['prod-user', 'prod-payment'], ['user', 'payment']),
        ...object('Application', 'other', {
          spec: { source: { repoURL: 'https://example.com/other', path: 'deploy' } },
        }),
      },
      fires: [],
    },
  ],
  'folder-without-one-owner': [
    {
      situation: 'a folder that no element of the set leads to, and one that two Applications deploy',
      files: {
        ...appFolders(['prod-user', 'prod-payment'], ['user']),
        ...object('Application', 'user', {
          spec: { source: { repoURL: 'https://example.com/acme', path: 'clusters/acme-eks/prod-user/' } },
        }),
      },
      fires: [
        'clusters/acme-eks/prod-payment/configmap-settings.yaml#',
        'clusters/acme-eks/prod-user/configmap-settings.yaml#',
      ],
    },
    {
      situation: 'each folder has one',
      files: appFolders(['prod-user', 'prod-payment'], ['user', 'payment']),
      fires: [],
    },
    { situation: 'Argo CD deploys nothing of the output', files: object('ConfigMap', 'settings'), fires: [] },
    {
      situation: 'only Argo CD can tell what a set generates',
      files: {
        ...object('Application', 'user', { spec: { source: { path: 'clusters/acme-eks/prod-user' } } }),
        ...object('ApplicationSet', 'apps', {
          spec: { generators: [{ git: {} }], template: { spec: { source: { path: '{{ .path.path }}' } } } },
        }),
      },
      fires: [],
    },
  ],
  'missing-object': [
    {
      situation: 'an authentication that is not there',
      files: object('ScaledObject', 'user', { spec: { triggers: [{ authenticationRef: { name: 'redis' } }] } }),
      fires: [`${at('ScaledObject', 'user')}#/spec/triggers/0/authenticationRef/name`],
    },
    {
      situation: 'the authentication is there',
      files: {
        ...object('TriggerAuthentication', 'redis', { spec: {} }),
        ...object('ScaledObject', 'user', { spec: { triggers: [{ authenticationRef: { name: 'redis' } }] } }),
      },
      fires: [],
    },
  ],
  'malformed-provides': [
    {
      situation: 'an entry without a kind',
      files: provides('Service/dev/a, monitoring/grafana'),
      fires: [`${at('Application', 'chart')}#/metadata/annotations/slipway.dev~1provides`],
    },
    { situation: 'entries by comma', files: provides('Service/dev/a, ClusterRole/view'), fires: [] },
    { situation: 'a JSON list', files: provides('["Service/dev/a", "Namespace/dev"]'), fires: [] },
  ],
  'prunable-data': [
    {
      situation: 'a claim and a namespace that Argo CD may remove',
      files: {
        ...claim('data'),
        ...object(
          'Namespace',
          { name: 'dev', namespace: '', annotations: { 'argocd.argoproj.io/sync-options': 'Prune=false' } },
          {},
        ),
      },
      fires: [
        `${at('PersistentVolumeClaim', 'data')}#/metadata/annotations/argocd.argoproj.io~1sync-options`,
        `${at('Namespace', 'dev')}#/metadata/annotations/argocd.argoproj.io~1sync-options`,
      ],
    },
    {
      situation: 'volumes that go with their claim, and claims that go with their workload',
      files: {
        ...object(
          'PersistentVolume',
          { name: 'data', namespace: '', ...kept },
          { spec: { persistentVolumeReclaimPolicy: 'Delete' } },
        ),
        ...object('StatefulSet', 'db', {
          spec: { persistentVolumeClaimRetentionPolicy: { whenDeleted: 'Retain', whenScaled: 'Delete' } },
        }),
      },
      fires: [
        `${at('PersistentVolume', 'data')}#/spec/persistentVolumeReclaimPolicy`,
        `${at('StatefulSet', 'db')}#/spec/persistentVolumeClaimRetentionPolicy/whenScaled`,
      ],
    },
    {
      situation: 'a claim that is kept, and what holds no data',
      files: { ...object('PersistentVolumeClaim', { name: 'data', ...kept }, {}), ...configMap },
      fires: [],
    },
  ],
} satisfies Record<string, readonly RuleCase[]>;
