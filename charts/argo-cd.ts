import {
  choice,
  flag,
  group,
  input,
  integer,
  list,
  mapOf,
  optional,
  optionalReference,
  text,
} from '../schemas/contract/fields';
import { defineCompositeKind, type Expansion } from '../schemas/contract/kind';
import { withoutAbsent } from '../schemas/primitives/merge-json';
import { printYaml } from '../schemas/primitives/print-yaml';
import { applicationFields } from './argo-applications';
import { chartVersion } from './facets/chart';
import { clusterBase } from './facets/examples';
import type { Static } from '@sinclair/typebox';

const signOnField = group(
  'Sign-on by OpenID Connect. Left out, people come in by their rights in the cluster: `argocd admin dashboard`.',
  {
    issuer: text('Address of the identity provider.', {
      pattern: '^https://[A-Za-z0-9.-]+(:[1-9][0-9]{0,4})?(/[^ ]*)?$',
      'x-form': 'an address such as https://login.example.com',
    }),
    clientId: text('Id of the client there: a public one with PKCE, which has no secret.'),
    url: text(
      'Address that browsers reach Argo CD by. The client at the provider returns to its `/auth/callback` and `/pkce/verify`.',
      {
        pattern: '^https://[A-Za-z0-9.-]+(:[1-9][0-9]{0,4})?(/[^ ]*[^/ ])?$',
        'x-form': 'an address such as https://argocd.example.com',
        default: 'https://localhost:8080',
      },
    ),
    scopes: list('What it asks the provider for.', text('Scope.'), {
      default: ['openid', 'profile', 'email', 'groups'],
      minItems: 1,
      uniqueItems: true,
    }),
    groups: mapOf(
      'Groups of the claim `groups`, each with what its members may do; nobody else may do anything.',
      choice('Everything, approve (see all and synchronize), or see all.', ['admin', 'approver', 'readonly']),
      { minProperties: 1 },
    ),
  },
);

const Input = input({
  ...applicationFields,
  version: chartVersion('argo-cd', '9.4.1'),
  installIn: optionalReference('Namespace that it runs in; its name is `namespace`.', ['namespace']),
  nodes: optionalReference('Node group that it runs on.', ['node-group']),
  highlyAvailable: flag('Two replicas of what serves and renders.', { default: false }),
  admin: flag('The local user `admin`, who may do everything, and whose first password is in the cluster.', {
    default: false,
  }),
  signOn: optional(signOnField),
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
    'groups of an identity provider come in': {
      input: {
        signOn: {
          issuer: 'https://login.example.com',
          clientId: 'argocd',
          url: 'https://argocd.example.com',
          groups: { developers: 'readonly', leads: 'approver', platform: 'admin' },
        },
      },
      with: clusterBase,
    },
  },
  outputs: {},
  expand({ name, props }) {
    const { cluster, namespace, revision, automated, sources, environments, applicationSets } = props;
    const applications = { cluster, namespace, revision, automated, sources, environments, applicationSets };
    return {
      'argo-applications': { [name]: withoutAbsent(applications) },
      'helm-release': { [`${name}-server`]: server(props) },
    };
  },
});

/** Requests of one pod. @see https://github.com/argoproj/argo-helm/blob/main/charts/argo-cd/values.yaml */
function pods(
  at: string,
  request: {
    readonly cpu: string;
    readonly memory: string;
    /** @default what it requests */
    readonly memoryLimit?: string;
    readonly replicas: number;
    readonly replicasAt?: string;
  },
) {
  return { memoryLimit: request.memory, ...request, resourcesAt: `${at}.resources`, placementAt: at };
}

function server(props: Props): Expansion[string] {
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
    external: {
      git: { host: 'github.com' },
      ...(props.signOn === undefined ? {} : { 'sign-on': hostOf(props.signOn.issuer) }),
    },
    pods: {
      controller: pods('controller', { cpu: '100m', memory: '512Mi', replicas: 1 }),
      server: pods('server', { cpu: '50m', memory: '128Mi', replicas, replicasAt: 'server.replicas' }),
      'repo-server': pods('repoServer', {
        cpu: '50m',
        memory: '256Mi',
        // Rendering comes in bursts: a cap of what it needs at rest would end it, and with it every mend from Git.
        memoryLimit: '1Gi',
        replicas: props.renderers,
        replicasAt: 'repoServer.replicas',
      }),
      applicationset: pods('applicationSet', { cpu: '50m', memory: '128Mi', replicas: 1 }),
      redis: pods('redis', { cpu: '50m', memory: '64Mi', replicas: 1 }),
      // A hook that comes before all else, when there may be no nodes but those of the system.
      'redis-secret-init': pods('redisSecretInit', { cpu: '10m', memory: '64Mi', replicas: 1 }),
    },
    values: valuesOf(props),
  });
}

function valuesOf(props: Props): Expansion[string] {
  return {
    // No shell, no broker of sign-ons, no notifications: what nobody uses is not there.
    dex: { enabled: false },
    notifications: { enabled: false },
    configs: {
      cm: {
        'admin.enabled': props.admin,
        ...signOnSettings(props.signOn),
        'application.resourceTrackingMethod': 'annotation',
        'timeout.reconciliation': '180s',
        // Without it an Application counts as healthy at once, and waves of Applications order nothing.
        'resource.customizations.health.argoproj.io_Application': applicationHealth,
        // One that is suspended is a pattern of runs on request, and nothing that later waves wait for.
        'resource.customizations.health.batch_CronJob': cronJobHealth,
      },
      params: {
        'server.insecure': false,
        'applicationsetcontroller.policy': 'create-update',
        // Charts rendered side by side add up.
        'reposerver.parallelism.limit': 2,
      },
      rbac: rights(props.signOn),
    },
  };
}

function hostOf(address: string): { readonly host: string; readonly port: number } {
  const [host = '', port = '443'] = address.replace(/^https:\/\/|\/.*$/g, '').split(':');
  return { host, port: Number(port) };
}

/**
 * The client is a public one with PKCE, so that it has no secret.
 * @see https://argo-cd.readthedocs.io/en/stable/operator-manual/user-management/#existing-oidc-provider
 */
function signOnSettings(signOn: Props['signOn']): Record<string, string> {
  if (signOn === undefined) return {};
  return {
    url: signOn.url,
    'oidc.config': printYaml({
      name: 'sign-on',
      issuer: signOn.issuer,
      clientID: signOn.clientId,
      enablePKCEAuthentication: true,
      requestedScopes: [...signOn.scopes],
    }),
  };
}

/**
 * Nobody may do anything but by a group. Who approves sees all, and synchronizes what is not applied by itself.
 * @see https://argo-cd.readthedocs.io/en/stable/operator-manual/rbac/
 */
function rights(signOn: Props['signOn']): Record<string, string> {
  const groups = Object.entries(signOn?.groups ?? {}).map(([group, role]) => `g, ${group}, role:${role}`);
  if (groups.length === 0) return { 'policy.default': '' };
  const approver = ['p, role:approver, applications, sync, */*, allow', 'g, role:approver, role:readonly'];
  return { 'policy.default': '', 'policy.csv': [...approver, ...groups, ''].join('\n') };
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
