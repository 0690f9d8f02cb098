import type { JsonObject } from '../../schemas/primitives/artifact';
import type { OutputTree } from './output-tree';
import type { Row } from './row';

const cluster = 'clusters/pingvas-shared-eks';
const repository = 'https://github.com/Pinksea-AI/InvokeAI';
const server = 'https://kubernetes.default.svc';
const services = ['user-service', 'payment-service', 'generation-service', 'gallery-service', 'model-service'];
const sets: Readonly<Record<string, readonly string[]>> = {
  'pingvas-environments': ['environment'],
  'pingvas-services': services,
  'pingvas-support': ['generation-worker', 'pgbouncer', 'redis-metrics'],
};
const automatedSync = `{{- if eq .automated "true" }}
spec:
  syncPolicy:
    automated:
      prune: true
      selfHeal: true
      allowEmpty: false
{{- end }}
`;

export const pv13: Row = {
  id: 'PV-13',
  title: 'Argo CD: projects, the matrix of environments and services, a root application, every folder owned once',
  states: {
    'dev and prod have a project each, which may deploy this repository to its own namespace alone': (output) => {
      for (const environment of ['dev', 'prod'])
        expect(spec(output, 'AppProject', `pingvas-${environment}`)).toMatchObject({
          destinations: [{ namespace: environment, server }],
          sourceRepos: [repository],
        });
    },
    'they may make nothing outside of that namespace, and nothing in it that gives rights: the root application does': (
      output,
    ) => {
      for (const environment of ['dev', 'prod']) {
        const project = spec(output, 'AppProject', `pingvas-${environment}`);
        expect(project['clusterResourceWhitelist'] ?? []).toEqual([]);
        expect(project['namespaceResourceBlacklist']).toEqual([
          { group: 'external-secrets.io', kind: 'SecretStore' },
          { group: 'generators.external-secrets.io', kind: '*' },
          { group: 'rbac.authorization.k8s.io', kind: 'Role' },
          { group: 'rbac.authorization.k8s.io', kind: 'RoleBinding' },
          { group: 'vpcresources.k8s.aws', kind: 'SecurityGroupPolicy' },
        ]);
        const refused = output
          .paths(new RegExp(`^${cluster}/${environment}-[^/]+/`))
          .filter(
            (path) =>
              !path.includes(`/${environment}/`) || /\/(secretstore|securitygrouppolicy|role|rolebinding)-/.test(path),
          );
        expect(refused).toEqual([]);
        expect(
          output.paths(new RegExp(`^${cluster}/root/(${environment}/secretstore|namespace-${environment}\\.)`)),
        ).toHaveLength(2);
      }
    },
    'no other project is for an environment that runs services': (output) => {
      expect(output.manifests('AppProject').map((project) => (project['metadata'] as JsonObject)['name'])).toEqual([
        'pingvas-dev',
        'pingvas-prod',
        'pingvas-shared',
      ]);
    },
    'the ApplicationSet pingvas-services is a matrix of dev and prod with the five services': (output) => {
      expect(lists(output, 'pingvas-services')[1]).toEqual(services.map((app) => ({ app })));
    },
    'what dev and prod need beside the services comes from sets of the same form': (output) => {
      expect(output.manifests('ApplicationSet').map((set) => (set['metadata'] as JsonObject)['name'])).toEqual(
        Object.keys(sets),
      );
      for (const [name, apps] of Object.entries(sets))
        expect(lists(output, name)[1]).toEqual(apps.map((app) => ({ app })));
    },
    'dev follows the branch develop and is synchronized by itself; prod stands at a release and waits for approval': (
      output,
    ) => {
      for (const name of Object.keys(sets))
        expect(lists(output, name)[0]).toEqual([
          { environment: 'dev', project: 'pingvas-dev', revision: 'develop', automated: 'true' },
          { environment: 'prod', project: 'pingvas-prod', revision: release(output), automated: 'false' },
        ]);
    },
    'an Application takes project, revision and folder from its environment and app, and synchronizes with prune and self-heal only where that is automated':
      (output) => {
        for (const name of Object.keys(sets)) {
          const { template, templatePatch, goTemplate, goTemplateOptions } = spec(output, 'ApplicationSet', name);
          expect([goTemplate, goTemplateOptions, templatePatch]).toEqual([true, ['missingkey=error'], automatedSync]);
          const { metadata, spec: application } = template as { metadata: JsonObject; spec: JsonObject };
          expect(metadata['name']).toBe('{{ .environment }}-{{ .app }}');
          expect(metadata['namespace']).toBe('argocd');
          expect(application['project']).toBe('{{ .project }}');
          expect(application['destination']).toEqual({ server });
          expect(application['source']).toEqual(source(`${cluster}/{{ .environment }}-{{ .app }}`, '{{ .revision }}'));
          expect(Object.keys(application['syncPolicy'] as JsonObject)).not.toContain('automated');
        }
      },
    'an environment that leaves a set is not deleted with it': (output) => {
      for (const name of Object.keys(sets))
        expect((spec(output, 'ApplicationSet', name)['syncPolicy'] as JsonObject)['preserveResourcesOnDeletion']).toBe(
          true,
        );
    },
    'the root application brings the Applications of the cluster, itself among them, from main': (output) => {
      const root = spec(output, 'Application', 'root');
      expect(root['source']).toEqual(source(`${cluster}/root`, 'main'));
      expect(root['destination']).toEqual({ server });
      expect((root['syncPolicy'] as JsonObject)['automated']).toEqual({
        allowEmpty: false,
        prune: true,
        selfHeal: true,
      });
      expect(
        output
          .paths(/\/(application|applicationset|appproject)-[^/]+$/)
          .filter((path) => !path.startsWith(`${cluster}/root/argocd/`)),
      ).toEqual([]);
    },
    'every Application has a project that is there, and heals by itself': (output) => {
      for (const application of applications(output)) {
        expect(application['project']).toBe('pingvas-shared');
        expect((application['syncPolicy'] as JsonObject)['automated']).toEqual({
          allowEmpty: false,
          prune: true,
          selfHeal: true,
        });
      }
    },
    'every path of every Application is a folder of the output, and every folder belongs to exactly one Application': (
      output,
    ) => {
      const named = applications(output).flatMap(({ source: from }) => (from as { path?: string }).path ?? []);
      const there = new Set(output.paths(/^clusters\//).map((path) => path.split('/').slice(0, 3).join('/')));
      expect([...named, ...generatedPaths(output)].sort()).toEqual([...there].sort());
    },
  },
};

function spec(output: OutputTree, kind: string, name: string): JsonObject {
  return output.manifest(kind, name, 'argocd')['spec'] as JsonObject;
}

function applications(output: OutputTree): JsonObject[] {
  return output.manifests('Application').map((application) => application['spec'] as JsonObject);
}

/** Elements of the two lists of a set's matrix. */
function lists(output: OutputTree, name: string): Record<string, string>[][] {
  const [generator, ...others] = spec(output, 'ApplicationSet', name)['generators'] as {
    matrix: { generators: { list: { elements: Record<string, string>[] } }[] };
  }[];
  expect(others).toHaveLength(0);
  return (generator?.matrix.generators ?? []).map(({ list }) => list.elements);
}

function source(path: string, revision: string): JsonObject {
  return { directory: { recurse: true }, path, repoURL: repository, targetRevision: revision };
}

function generatedPaths(output: OutputTree): string[] {
  return Object.keys(sets).flatMap((name) => {
    const [environments = [], apps = []] = lists(output, name);
    const { path } = ((spec(output, 'ApplicationSet', name)['template'] as JsonObject)['spec'] as JsonObject)[
      'source'
    ] as { path: string };
    return environments.flatMap((environment) =>
      apps.map((app) =>
        path.replace(/\{\{ \.(\w+) \}\}/g, (_, key: string) => ({ ...environment, ...app })[key] ?? ''),
      ),
    );
  });
}

/** Prod's release moves with every delivery; all sets follow the same one, which is a version and no branch. */
function release(output: OutputTree): string {
  const revisions = Object.keys(sets).map((name) => lists(output, name)[0]?.[1]?.['revision']);
  const [revision = ''] = revisions;
  expect(revision).toMatch(/^(prod-[a-z-]+-)?v\d+\.\d+\.\d+$/);
  expect(new Set(revisions).size).toBe(1);
  return revision;
}
