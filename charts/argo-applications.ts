import type { Static } from '@sinclair/typebox';
import { flag, group, input, list, mapOf, optional, reference, text } from '../schemas/contract/fields';
import { defineKubernetesKind, type KubernetesContext } from '../schemas/contract/kind';
import { known } from '../schemas/contract/output';
import { compareText } from '../schemas/primitives/finding';
import { rightsGivingKinds, setsWave, type GroupKind } from './facets/base-kinds';
import { clusterBase } from './facets/examples';
import { addFolderApplication, sourceOf, syncPolicy } from './facets/application';
import { addObject, rootApp } from './facets/object';

const environmentField = group('An environment that stands on this one.', {
  revision: text('Branch or tag that its Applications follow.'),
  automated: flag('Applied without asking, pruned and healed; otherwise by approval.', { default: false }),
  namespaces: optional(
    list('Namespaces that it may deploy to. By default the one of its name.', text('Namespace.'), { minItems: 1 }),
  ),
});

/** What `argo-cd` takes as well, and hands on. */
export const applicationFields = {
  cluster: reference('Cluster that Argo CD runs in and deploys to.', ['cluster']),
  namespace: text('Namespace that Argo CD runs in.', { default: 'argocd' }),
  revision: optional(
    text('Branch or tag that the Applications of this environment follow. By default the branch of the repository.'),
  ),
  automated: flag('What belongs to this environment is applied without asking, pruned and healed.', { default: true }),
  sources: list(
    'Further repositories that Applications of this environment may come from, beside this one and those of its charts: `https://…`, or `oci://…`.',
    text('Address of a repository.', {
      pattern: '^(https|oci)://[^ *!]+[^/ *!]$',
      'x-form': 'an address of a repository such as https://charts.example.com',
    }),
    { default: [], uniqueItems: true },
  ),
  environments: mapOf('Environments that stand on this one, each with a project of its own.', environmentField, {
    default: {},
  }),
  applicationSets: mapOf(
    'Sets of Applications: one for each environment and app.',
    group('The matrix of the environments with these apps.', {
      apps: list(
        'Components whose apps it generates: the folders `<environment>-<component>`.',
        text('Component.', { pattern: '^[a-z][a-z0-9-]*$' }),
        { minItems: 1, uniqueItems: true },
      ),
    }),
    { default: {} },
  ),
};

const Input = input(applicationFields);

type Props = Static<typeof Input>;
type Context = KubernetesContext<Props>;

/** What Argo CD applies: the root Application, projects, and the sets that generate the Applications of other environments. */
export const argoApplications = defineKubernetesKind<typeof Input>({
  kind: 'argo-applications',
  summary:
    'What Argo CD applies: root Application, a project for each environment, ApplicationSets of environments × apps.',
  creates: [
    'the root Application, which applies the others',
    'an AppProject for this environment, of its repositories alone, and for each that stands on it, of this repository alone',
    'an ApplicationSet of what each environment stands on, and one for each set',
  ],
  input: Input,
  examples: {
    'two environments with one service': {
      input: {
        environments: { dev: { revision: 'develop', automated: true }, prod: { revision: 'v1.0.0' } },
        applicationSets: { services: { apps: ['api'] } },
      },
      with: clusterBase,
    },
  },
  outputs: {
    namespace: known('Namespace of Argo CD.', ({ props }) => props.namespace),
    project: known('Project of the Applications of this environment.', ({ self }) =>
      projectName(self.system, self.environment),
    ),
  },
  app: () => rootApp,
  build(context) {
    addRoot(context);
    addProjects(context);
    if (Object.keys(context.props.environments).length === 0) return;
    addSet(context, `${context.self.system}-environments`, ['environment']);
    for (const [name, { apps }] of Object.entries(context.props.applicationSets)) addSet(context, name, apps);
  },
});

export function projectName(system: string, environment: string): string {
  return `${system}-${environment}`;
}

function clusterFolder({ ref, props }: Context): string {
  return `clusters/${ref(props.cluster).text('clusterName')}`;
}

function addRoot(context: Context): void {
  const { chart, props, settings, own } = context;
  addFolderApplication(chart, {
    name: rootApp,
    namespace: props.namespace,
    project: own('project'),
    repository: settings.repository.url,
    revision: props.revision ?? settings.repository.branch,
    path: `${clusterFolder(context)}/${rootApp}`,
    wave: 0,
    sync: { automated: props.automated },
  });
}

/** This repository, those of the charts that this Argo CD installs, and what is stated beside them. */
function platformSources({ self, props, settings, siblings }: Context): string[] {
  const charts = siblings('helm-release').flatMap((release) => {
    const { argo, repository } = release.props;
    return argo === self.name && typeof repository === 'string' ? [repository] : [];
  });
  return [...new Set([settings.repository.url, ...charts, ...props.sources].map(sourceOf))].sort(compareText);
}

/**
 * What this environment's project may come from is bounded. What it may make is not: charts bring kinds that no file here
 * shows, among them ClusterRoleBindings, and who may make these may do everything. The project of an environment that stands
 * on it may make nothing outside of its namespaces, and nothing that gives rights in them: both are in the folder of the
 * root Application, which follows the branch of this environment, whatever branch the other one follows.
 */
function addProjects(context: Context): void {
  const { self, props, settings, own } = context;
  addProject(context, {
    name: own('project'),
    description: `What ${self.environment} of ${self.system} applies`,
    namespaces: ['*'],
    kinds: { clusterResourceWhitelist: [{ group: '*', kind: '*' }] },
    sources: platformSources(context),
  });
  for (const [environment, { namespaces = [environment] }] of Object.entries(props.environments)) {
    addProject(context, {
      name: projectName(self.system, environment),
      description: `What ${environment} of ${self.system} applies`,
      namespaces,
      kinds: { namespaceResourceBlacklist: rightsGivingKinds },
      sources: [settings.repository.url],
    });
  }
}

interface Project {
  readonly name: string;
  readonly description: string;
  readonly namespaces: readonly string[];
  /** Without a whitelist nothing outside of namespaces. */
  readonly kinds: {
    readonly clusterResourceWhitelist?: readonly GroupKind[];
    readonly namespaceResourceBlacklist?: readonly GroupKind[];
  };
  /** Repositories that its Applications may come from. */
  readonly sources: readonly string[];
}

function addProject({ chart, props }: Context, project: Project): void {
  addObject(chart, {
    apiVersion: 'argoproj.io/v1alpha1',
    kind: 'AppProject',
    metadata: { name: project.name, namespace: props.namespace, annotations: { 'argocd.argoproj.io/sync-wave': '-3' } },
    spec: {
      description: project.description,
      sourceRepos: [...project.sources],
      destinations: project.namespaces.map((namespace) => ({ server: 'https://kubernetes.default.svc', namespace })),
      ...project.kinds,
      orphanedResources: { warn: true },
    },
  });
}

/** Environments × apps; a value that an element lacks is an error, never an empty string. */
function addSet(context: Context, name: string, apps: readonly string[]): void {
  const { chart, self, props, settings } = context;
  const environments = Object.entries(props.environments).map(([environment, { revision, automated }]) => ({
    environment,
    project: projectName(self.system, environment),
    revision,
    automated: String(automated),
  }));
  addObject(chart, {
    apiVersion: 'argoproj.io/v1alpha1',
    kind: 'ApplicationSet',
    metadata: { name, namespace: props.namespace, annotations: { 'argocd.argoproj.io/sync-wave': String(setsWave) } },
    spec: {
      goTemplate: true,
      goTemplateOptions: ['missingkey=error'],
      generators: [
        {
          matrix: {
            generators: [{ list: { elements: environments } }, { list: { elements: apps.map((app) => ({ app })) } }],
          },
        },
      ],
      // Deleting the set, or an element of it, leaves what runs in place.
      syncPolicy: { preserveResourcesOnDeletion: true, applicationsSync: 'sync' },
      template: {
        metadata: {
          name: '{{ .environment }}-{{ .app }}',
          namespace: props.namespace,
          annotations: { 'argocd.argoproj.io/manifest-generate-paths': '.' },
        },
        spec: {
          project: '{{ .project }}',
          source: {
            repoURL: settings.repository.url,
            targetRevision: '{{ .revision }}',
            path: `${clusterFolder(context)}/{{ .environment }}-{{ .app }}`,
            directory: { recurse: true },
          },
          destination: { server: 'https://kubernetes.default.svc' },
          syncPolicy: syncPolicy({ automated: false }),
        },
      },
      templatePatch: automatedPatch,
    },
  });
}

/** Only environments that say so are synced without approval. */
const automatedPatch = `{{- if eq .automated "true" }}
spec:
  syncPolicy:
    automated:
      prune: true
      selfHeal: true
      allowEmpty: false
{{- end }}
`;
