import { flag, input, integer, optionalReference, text } from '../schemas/contract/fields';
import { defineCompositeKind, type Expansion } from '../schemas/contract/kind';
import { withoutAbsent } from '../schemas/primitives/merge-json';
import { applicationFields } from './argo-applications';
import { clusterBase } from './examples';
import type { Static } from '@sinclair/typebox';

const Input = input({
  ...applicationFields,
  version: text('Version of the chart `argo-cd`.', { pattern: '^[0-9]+\\.[0-9]+\\.[0-9]+$', default: '9.4.1' }),
  installIn: optionalReference('Namespace that it runs in; its name is `namespace`.', ['namespace']),
  nodes: optionalReference('Node group that it runs on.', ['node-group']),
  highlyAvailable: flag('Two replicas of what serves and renders.', { default: false }),
  renderers: integer('Replicas of the repository server, which renders folders.', {
    minimum: 1,
    maximum: 20,
    default: 1,
  }),
});

type Props = Static<typeof Input>;

/** Argo CD itself and what it applies. */
export const argoCd = defineCompositeKind<typeof Input>({
  kind: 'argo-cd',
  summary: 'Argo CD: its own chart, the root Application, projects, and ApplicationSets of environments × apps.',
  creates: [
    '`<key>` (argo-applications): the root Application, an AppProject for each environment, the ApplicationSets',
    '`<key>-server` (helm-release): Argo CD, applied by the root Application like everything else',
  ],
  input: Input,
  examples: {
    'on the only cluster': {
      input: {
        environments: { dev: { revision: 'develop', automated: true } },
        applicationSets: { services: { apps: ['api'] } },
      },
      with: clusterBase,
    },
  },
  outputs: {},
  expand({ name, props }) {
    const { version, installIn, nodes, highlyAvailable, renderers, ...applications } = props;
    return {
      'argo-applications': { [name]: withoutAbsent(applications) },
      'helm-release': {
        [`${name}-server`]: server({ version, installIn, nodes, highlyAvailable, renderers, cluster: props.cluster }),
      },
    };
  },
});

/** Requests of one pod. @see https://github.com/argoproj/argo-helm/blob/main/charts/argo-cd/values.yaml */
function pods(
  at: string,
  request: { readonly cpu: string; readonly memory: string; readonly replicas: number; readonly replicasAt?: string },
) {
  return { ...request, resourcesAt: `${at}.resources`, placementAt: at, memoryLimit: request.memory };
}

function server(
  props: Pick<Props, 'version' | 'highlyAvailable' | 'renderers' | 'cluster'> & {
    installIn?: string | undefined;
    nodes?: string | undefined;
  },
): Expansion[string] {
  const replicas = props.highlyAvailable ? 2 : 1;
  return withoutAbsent({
    cluster: props.cluster,
    namespace: props.installIn,
    nodes: props.nodes,
    repository: 'https://argoproj.github.io/argo-helm',
    chart: 'argo-cd',
    version: props.version,
    release: 'argocd',
    wave: -2,
    labels: { 'app.kubernetes.io/part-of': 'argocd' },
    reachesItself: true,
    ports: { server: { port: 8080 }, repository: { port: 8081 }, redis: { port: 6379 } },
    external: { git: { host: 'github.com' } },
    pods: {
      controller: pods('controller', { cpu: '100m', memory: '512Mi', replicas: 1 }),
      server: pods('server', { cpu: '50m', memory: '128Mi', replicas, replicasAt: 'server.replicas' }),
      'repo-server': pods('repoServer', {
        cpu: '50m',
        memory: '256Mi',
        replicas: props.renderers,
        replicasAt: 'repoServer.replicas',
      }),
      applicationset: pods('applicationSet', { cpu: '50m', memory: '128Mi', replicas: 1 }),
      redis: pods('redis', { cpu: '50m', memory: '64Mi', replicas: 1 }),
    },
    values: {
      // No shell, no sign-on of its own, no notifications: what nobody uses is not there.
      dex: { enabled: false },
      notifications: { enabled: false },
      configs: {
        cm: {
          'admin.enabled': true,
          'application.resourceTrackingMethod': 'annotation',
          'timeout.reconciliation': '180s',
          // Without it an Application counts as healthy at once, and waves of Applications order nothing.
          'resource.customizations.health.argoproj.io_Application': applicationHealth,
          // One that is suspended is a pattern of runs on request, and nothing that later waves wait for.
          'resource.customizations.health.batch_CronJob': cronJobHealth,
        },
        params: { 'server.insecure': false, 'applicationsetcontroller.policy': 'create-update' },
        rbac: { 'policy.default': 'role:readonly' },
      },
    },
  });
}

const cronJobHealth = `hs = {}
hs.status = "Healthy"
hs.message = ""
return hs
`;

/** @see https://argo-cd.readthedocs.io/en/stable/operator-manual/health/#argocd-app */
const applicationHealth = `hs = {}
hs.status = "Progressing"
hs.message = ""
if obj.status ~= nil and obj.status.health ~= nil then
  hs.status = obj.status.health.status
  if obj.status.health.message ~= nil then
    hs.message = obj.status.health.message
  end
end
return hs
`;
