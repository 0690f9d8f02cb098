import { at, container, deployment, object, pod, service, type RuleCase } from './output';
import { configMap, provides, hpa, vpa, externalSecret, monitor, binding } from './parts';

/** What stands within one workload, and who rules it. */
export const namedCases = {
  'two-scalers-on-one-target': [
    {
      situation: 'an HPA and a ScaledObject',
      files: {
        ...deployment(),
        ...hpa(),
        ...object('ScaledObject', 'user', { spec: { scaleTargetRef: { name: 'user' } } }),
      },
      fires: [`${at('ScaledObject', 'user')}#/spec/scaleTargetRef/name`],
    },
    {
      situation: 'a VPA that changes the requests that an HPA goes by',
      files: { ...deployment(), ...hpa(), ...vpa('Auto') },
      fires: [`${at('VerticalPodAutoscaler', 'user')}#/spec/targetRef/name`],
    },
    {
      situation: 'scalers of two workloads, and a VPA that only recommends',
      files: { ...deployment(), ...hpa(), ...hpa('worker', 'worker'), ...vpa('Off') },
      fires: [],
    },
  ],
  'replicas-beside-scaler': [
    {
      situation: 'replicas of a workload that is scaled',
      files: { ...deployment({}, {}, { replicas: 2 }), ...hpa() },
      fires: [`${at('Deployment', 'user')}#/spec/replicas`],
    },
    { situation: 'replicas of a workload that nothing scales', files: deployment({}, {}, { replicas: 2 }), fires: [] },
    { situation: 'no replicas', files: { ...deployment(), ...hpa() }, fires: [] },
  ],
  'unknown-port-name': [
    {
      situation: 'a probe, a Service and a monitor name ports that are not there',
      files: {
        ...deployment({}, { readinessProbe: { httpGet: { port: 'htp' } } }),
        ...service([{ name: 'web', port: 80, targetPort: 'htttp' }]),
        ...monitor({ app: 'user' }, 'http'),
        ...binding('http'),
      },
      fires: [
        `${container}/readinessProbe/httpGet/port`,
        `${at('Service', 'user')}#/spec/ports/0/targetPort`,
        `${at('ServiceMonitor', 'user')}#/spec/endpoints/0/port`,
        `${at('TargetGroupBinding', 'user')}#/spec/serviceRef/port`,
      ],
    },
    {
      situation: 'names that are there, and numbers',
      files: {
        ...deployment({}, { readinessProbe: { httpGet: { port: 'http' } }, livenessProbe: { tcpSocket: { port: 9 } } }),
        ...service(),
        ...monitor({ app: 'user' }),
        ...binding('http'),
      },
      fires: [],
    },
  ],
  'unknown-container': [
    {
      situation: 'a scaler and a field name a container that is not there',
      files: {
        ...deployment(
          {},
          { env: [{ name: 'CPU', valueFrom: { resourceFieldRef: { containerName: 'app', resource: 'limits.cpu' } } }] },
        ),
        ...vpa('Off', [{ containerName: 'usr' }]),
      },
      fires: [
        `${container}/env/0/valueFrom/resourceFieldRef/containerName`,
        `${at('VerticalPodAutoscaler', 'user')}#/spec/resourcePolicy/containerPolicies/0/containerName`,
      ],
    },
    {
      situation: 'the container is there, or all are meant',
      files: { ...deployment(), ...vpa('Off', [{ containerName: 'user' }, { containerName: '*' }]) },
      fires: [],
    },
  ],
  'unknown-secret-store': [
    {
      situation: 'a store that is not there',
      files: externalSecret,
      fires: [`${at('ExternalSecret', 'jwt')}#/spec/secretStoreRef/name`],
    },
    {
      situation: 'a store of the namespace',
      files: { ...externalSecret, ...object('SecretStore', 'secrets', { spec: {} }) },
      fires: [],
    },
  ],
  'duplicate-name': [
    {
      situation: 'two containers, variables and ports of one name, two mounts at one path',
      files: {
        ...deployment(
          {
            initContainers: [{ name: 'user', image: 'u' }],
            volumes: [{ name: 'a', emptyDir: {} }],
          },
          {
            env: [
              { name: 'PORT', value: '1' },
              { name: 'PORT', value: '2' },
            ],
            volumeMounts: [
              { name: 'a', mountPath: '/a' },
              { name: 'a', mountPath: '/a', subPath: 'b' },
            ],
          },
        ),
        ...service([
          { name: 'a', port: 80 },
          { name: 'b', port: 80 },
        ]),
      },
      fires: [container, `${container}/env/1`, `${container}/volumeMounts/1`, `${at('Service', 'user')}#/spec/ports/1`],
    },
    {
      situation: 'the same number over TCP and UDP',
      files: {
        ...deployment(
          {},
          {
            ports: [
              { name: 'dns', containerPort: 53, protocol: 'UDP' },
              { name: 'dns-tcp', containerPort: 53, protocol: 'TCP' },
            ],
          },
        ),
      },
      fires: [],
    },
  ],
  'duplicate-object': [
    {
      situation: 'one object in two apps',
      files: {
        ...configMap,
        'clusters/acme-eks/other/configmap-settings.yaml': Object.values(configMap)[0] ?? {},
      },
      fires: ['clusters/acme-eks/other/configmap-settings.yaml#'],
    },
    {
      situation: 'one name in two namespaces, and in two clusters',
      files: {
        ...configMap,
        'clusters/acme-eks/other/x.yaml': {
          apiVersion: 'v1',
          kind: 'ConfigMap',
          metadata: { name: 'settings', namespace: 'prod' },
        },
        'clusters/other-eks/apps/x.yaml': Object.values(configMap)[0] ?? {},
      },
      fires: [],
    },
  ],
  'selector-mismatch': [
    {
      situation: 'a Deployment that does not select its own pods, and a Service that selects none',
      files: {
        ...deployment({}, {}, { selector: { matchLabels: { app: 'usr' } } }),
        ...service(undefined, { app: 'usr' }),
      },
      fires: [`${at('Deployment', 'user')}#/spec/selector`, `${at('Service', 'user')}#/spec/selector`],
    },
    { situation: 'the labels agree', files: { ...deployment(), ...service() }, fires: [] },
    {
      situation: 'a Service without a selector, and one before pods of a chart',
      files: {
        ...object('Service', 'outside', { spec: { ports: [{ port: 443 }] } }),
        ...provides('StatefulSet/dev/chart'),
        ...service(undefined, { app: 'chart' }),
      },
      fires: [],
    },
  ],
  'dangling-mount': [
    {
      situation: 'a mount without a volume, and a volume without a mount',
      files: deployment(
        { volumes: [{ name: 'models', emptyDir: {} }] },
        { volumeMounts: [{ name: 'modles', mountPath: '/m' }] },
      ),
      fires: [`${container}/volumeMounts/0/name`, `${pod}/volumes/0/name`],
    },
    {
      situation: 'every mount has its volume, claim templates included',
      files: object('StatefulSet', 'db', {
        spec: {
          selector: { matchLabels: {} },
          volumeClaimTemplates: [{ metadata: { name: 'data' }, spec: {} }],
          template: {
            metadata: { labels: {} },
            spec: { containers: [{ name: 'db', volumeMounts: [{ name: 'data', mountPath: '/data' }] }] },
          },
        },
      }),
      fires: [],
    },
  ],
  'readable-secret': [
    {
      situation: 'a password, a key, and an address with a password as variables of a container',
      files: deployment(
        {},
        {
          env: [
            { name: 'DATABASE_PASSWORD', value: 'hunter2hunter2' },
            { name: 'AWS_KEY', value: ['AK', 'IAIOSFODNN7EXAMPLE'].join('') },
            { name: 'DATABASE_URL', value: 'postgres://app:hunter2@db.example.com/app' },
          ],
        },
      ),
      fires: [0, 1, 2].map((index) => `${container}/env/${index}/value`),
    },
    {
      situation: 'a token in a file of settings, and one in the start script of an instance',
      files: {
        ...object('ConfigMap', 'settings', {
          data: { 'app.conf': `token: ${['gh', 'p_'].join('')}${'a1B2'.repeat(9)}` },
        }),
        'workspaces/acme-prod-platform/api.tf.json': {
          locals: { script: ['set -eu', 'API_TOKEN="s3cr3tT0ken"'] },
          resource: { aws_launch_template: { api: { name: 'api' } } },
        },
      },
      fires: [
        `${at('ConfigMap', 'settings')}#/data/app.conf`,
        'workspaces/acme-prod-platform/api.tf.json#/locals/script/1',
      ],
    },
    {
      situation: 'names, paths, files and addresses of secrets, limits, and what is filled in elsewhere',
      files: deployment(
        {},
        {
          env: [
            { name: 'JWT_SECRET', value: 'pingvas/prod/jwt' },
            { name: 'API_KEY', value: 'payment-api-key' },
            { name: 'DB_PASSWORD', value: '$(PASSWORD_OF_DB)' },
            { name: 'DB_PASSWORD_FILE', value: '/run/secrets/password' },
            { name: 'MAX_TOKEN', value: '1000000000' },
            { name: 'DATABASE_URL', value: 'postgres://app:$(PASSWORD_OF_DB)@db.example.com/app' },
          ],
        },
      ),
      fires: [],
    },
  ],
} satisfies Record<string, readonly RuleCase[]>;
