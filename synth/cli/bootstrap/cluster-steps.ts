import { rootApp } from '../../../charts/facets/object';
import { projectName } from '../../../charts/argo-applications';
import type { Artifact, JsonObject } from '../../../schemas/primitives/artifact';
import type { BuiltEnvironment } from '../../build/build';
import type { Step } from './step';

/** An Application that installs a chart, and its file. */
interface ChartApplication {
  readonly path: string;
  readonly namespace: string;
  readonly source: {
    readonly repoURL: string;
    readonly chart: string;
    readonly targetRevision: string;
    readonly helm: { readonly releaseName: string; readonly valuesObject?: JsonObject };
  };
}

/**
 * From an empty cluster to Argo CD that applies the rest. Sealing keys go first: a controller that finds none makes a new
 * one, which opens nothing that was sealed before.
 */
export function clusterSteps(
  built: BuiltEnvironment,
  certificate: { readonly file: string; readonly there: boolean },
): Step[] {
  const root = built.artifacts.find(({ path }) => path.endsWith(`/application-${rootApp}.yaml`));
  const argo = chartApplication(built, 'argo-cd');
  const cluster = root && /^clusters\/([^/]+)\//.exec(root.path)?.[1];
  if (!root || cluster === undefined) return [];
  const { aws } = built.environment.settings;
  const sealing = chartApplication(built, 'sealed-secrets');
  return [
    {
      what: `Speak to ${cluster} in account ${aws.account}`,
      commands: [`aws eks update-kubeconfig --region ${aws.region} --name ${cluster} --alias ${cluster}`],
    },
    ...(sealing && certificate.there ? [keysBack(built, sealing)] : []),
    ...(argo ? [argoItself(built, argo)] : []),
    rootItself(built, root),
    ...(argo ? [wayIn(argo, cluster)] : []),
    ...(sealing && !certificate.there ? [keysOut(sealing, certificate.file)] : []),
  ];
}

function chartApplication({ artifacts }: BuiltEnvironment, chart: string): ChartApplication | undefined {
  for (const { path, content } of artifacts) {
    const spec = objectAt(content, 'spec');
    const source = objectAt(spec, 'source');
    if (objectAt(content)?.['kind'] !== 'Application' || source?.['chart'] !== chart) continue;
    const namespace = textAt(objectAt(spec, 'destination'), 'namespace');
    // The kind of the Application has made it, in this very form.
    return { path, namespace, source: source as unknown as ChartApplication['source'] };
  }
  return undefined;
}

function objectAt(value: unknown, key?: string): JsonObject | undefined {
  const found = key === undefined ? value : (value as JsonObject | undefined)?.[key];
  return typeof found === 'object' && found !== null && !Array.isArray(found) ? (found as JsonObject) : undefined;
}

function textAt(object: JsonObject | undefined, key: string): string {
  const value = object?.[key];
  if (typeof value !== 'string') throw new Error(`an Application without ${key}`);
  return value;
}

/** The namespace as it is described, labels included. */
function namespaceCommand({ artifacts }: BuiltEnvironment, name: string): string {
  const file = artifacts.find(({ path }) => path.endsWith(`/namespace-${name}.yaml`))?.path;
  return file === undefined ? `kubectl create namespace ${name}` : `kubectl apply -f ${file}`;
}

function keysBack(built: BuiltEnvironment, { namespace }: ChartApplication): Step {
  return {
    what: 'Values are sealed already: put the keys of the former cluster back, from where they are kept',
    commands: [namespaceCommand(built, namespace), `kubectl apply -n ${namespace} -f <file of the keys>`],
  };
}

function keysOut({ namespace }: ChartApplication, file: string): Step {
  const controller = `--controller-namespace ${namespace} --controller-name sealed-secrets-controller`;
  return {
    what: 'Commit the public certificate for slipway seal; keep the keys outside of the repository, in a safe place',
    commands: [
      `kubectl rollout status -n ${namespace} deployment/sealed-secrets-controller --timeout=10m`,
      `kubeseal --fetch-cert ${controller} > ${file}`,
      `git add ${file} && git commit -m "Certificate that secrets are sealed for"`,
      `kubectl get secret -n ${namespace} -l sealedsecrets.bitnami.com/sealed-secrets-key -o yaml > <file of the keys>`,
    ],
  };
}

/** The very values that Argo CD then applies to itself, so that its first sync changes nothing. */
function argoItself(built: BuiltEnvironment, { path, namespace, source }: ChartApplication): Step {
  const { repoURL, chart, targetRevision, helm } = source;
  return {
    what: 'Install Argo CD as the description says',
    commands: [
      namespaceCommand(built, namespace),
      `yq '.spec.source.helm.valuesObject' ${path} |`,
      `  helm upgrade --install ${helm.releaseName} ${chart} --repo ${repoURL} --version ${targetRevision} --namespace ${namespace} --values - --wait`,
    ],
  };
}

/** People come in as its values say: by sign-on, as its local administrator, or by what they may do in the cluster. */
function wayIn({ namespace, source: { helm } }: ChartApplication, cluster: string): Step {
  const settings = objectAt(objectAt(helm.valuesObject, 'configs'), 'cm') ?? {};
  const { url } = settings;
  const forward = `kubectl port-forward --context ${cluster} -n ${namespace} service/${helm.releaseName}-server 8080:443`;
  if (typeof url === 'string')
    return { what: `Look at Argo CD: sign on at ${url}`, commands: url === 'https://localhost:8080' ? [forward] : [] };
  if (settings['admin.enabled'] === true)
    return {
      what: 'Look at Argo CD as admin, at https://localhost:8080; change the password, and delete the first one',
      commands: [
        `argocd admin initial-password --context ${cluster} -n ${namespace}`,
        forward,
        `kubectl delete secret --context ${cluster} -n ${namespace} argocd-initial-admin-secret`,
      ],
    };
  return {
    what: 'Look at Argo CD, and synchronize what waits for approval, at http://localhost:8080: it has no users, your rights in the cluster count',
    commands: [`argocd admin dashboard --context ${cluster} -n ${namespace}`],
  };
}

function rootItself({ environment, artifacts }: BuiltEnvironment, root: Artifact): Step {
  const namespace = textAt(objectAt(root.content, 'metadata'), 'namespace');
  const project = artifacts.find(({ path }) =>
    path.endsWith(`/appproject-${projectName(environment.system, environment.name)}.yaml`),
  );
  return {
    what: `Hand over to Argo CD, when the images and data that pods start with are there; where ${environment.settings.repository.url} is private, give it a credential first (argocd repo add --core, in the namespace ${namespace})`,
    commands: [
      ...(project ? [`kubectl apply -f ${project.path}`] : []),
      `kubectl apply -f ${root.path}`,
      `kubectl wait -n ${namespace} application/${rootApp} --for=jsonpath='{.status.health.status}'=Healthy --timeout=30m`,
    ],
  };
}
