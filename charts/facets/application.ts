import type { Chart } from 'cdk8s';
import { addObject } from './object';

/** What an Application says of how it is kept in sync. */
export interface SyncRules {
  /** Applied without asking; otherwise somebody presses the button. */
  readonly automated: boolean;
}

/** Options of every sync: large custom resource definitions go through the server, and what changes waits for what is new to be healthy. */
export const syncOptions = [
  'CreateNamespace=false',
  'ServerSideApply=true',
  'PruneLast=true',
  'SkipDryRunOnMissingResource=true',
  'ApplyOutOfSyncOnly=true',
] as const;

/** Annotations of custom resource definitions: with one of them go all of its objects. */
export const keptDefinitions = { 'argocd.argoproj.io/sync-options': 'Prune=false,Delete=false' } as const;

/** A repository as Applications and projects name it: one without a scheme is taken for one of OCI. */
export function sourceOf(repository: string): string {
  return repository.replace(/^oci:\/\//, '');
}

/** `spec.syncPolicy` of an Application. @see https://argo-cd.readthedocs.io/en/stable/user-guide/auto_sync/ */
export function syncPolicy({ automated }: SyncRules) {
  return {
    ...(automated ? { automated: { prune: true, selfHeal: true, allowEmpty: false } } : {}),
    syncOptions: [...syncOptions],
    retry: { limit: 5, backoff: { duration: '15s', factor: 2, maxDuration: '5m' } },
  };
}

export interface FolderApplication {
  readonly name: string;
  /** Namespace that Argo CD runs in. */
  readonly namespace: string;
  readonly project: string;
  readonly repository: string;
  readonly revision: string;
  /** Folder that it owns. */
  readonly path: string;
  readonly wave: number;
  readonly sync: SyncRules;
}

/** An Application that applies one folder of this repository to its own cluster. */
export function addFolderApplication(chart: Chart, application: FolderApplication): void {
  addObject(chart, {
    apiVersion: 'argoproj.io/v1alpha1',
    kind: 'Application',
    metadata: {
      name: application.name,
      namespace: application.namespace,
      annotations: {
        'argocd.argoproj.io/sync-wave': String(application.wave),
        // A commit elsewhere in the repository does not render this folder anew.
        'argocd.argoproj.io/manifest-generate-paths': '.',
      },
    },
    spec: {
      project: application.project,
      source: {
        repoURL: application.repository,
        targetRevision: application.revision,
        path: application.path,
        directory: { recurse: true },
      },
      destination: { server: 'https://kubernetes.default.svc' },
      syncPolicy: syncPolicy(application.sync),
    },
  });
}
