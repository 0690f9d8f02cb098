import { App, Chart, type ApiObject } from 'cdk8s';
import { addExternalSecret } from '../../charts/facets/external-secret';
import { addNetworkPolicy } from '../../charts/facets/network-policy';
import { addTargetGroupBinding } from '../../charts/facets/target-group-binding';
import type { Component } from '../../schemas/contract/component';
import type { Workload } from '../../schemas/contract/connection';
import type { KubernetesContext, KubernetesKind } from '../../schemas/contract/kind';
import type { Artifact, JsonObject } from '../../schemas/primitives/artifact';
import { compareText } from '../../schemas/primitives/finding';
import type { Environment, Located } from '../model';
import { byApp, type AppPlace } from './app-of';
import { clusterOf } from './aws';
import type { Findings } from './findings';
import { imageOf } from './images';
import { contextOf, reader } from './outputs';
import { passedOrigins } from './passed-on';
import { patchManifest, patchOrigins } from './patches';
import { kindOf, workloadOf } from './paths';
import { networkPolicyOf, secretCopiesOf, variablesOf, type PodBuild } from './pods';

/** An output folder and the Application that owns it. */
export interface BuiltApp {
  readonly name: string;
  readonly cluster: string;
  readonly wave: number;
  readonly namespaces: readonly string[];
  readonly components: readonly Component[];
  readonly artifacts: readonly Artifact[];
}

interface AppInProgress extends BuiltApp {
  wave: number;
  readonly artifacts: Artifact[];
  readonly components: Component[];
}

/** Makes the manifests of an environment, one file an object, a folder an app. In memory only. */
export function buildKubernetes(environment: Environment, findings: Findings): BuiltApp[] {
  const apps = new Map<string, AppInProgress>();
  for (const component of environment.components.values()) {
    const located: Located = { component, environment };
    const kind = kindOf(located);
    if (kind.plane !== 'kubernetes') continue;
    const cluster = clusterNameOf(located, findings);
    if (cluster === undefined) continue;
    const name =
      kind.app?.(contextOf(located, { plane: 'known', environment })) ?? `${environment.name}-${component.name}`;
    const objects = buildComponent({ environment, findings }, located, kind);
    for (const [app, held] of byApp(environment, { name, wave: kind.wave ?? 0 }, objects)) {
      const made = appOf(apps, { ...app, cluster });
      made.components.push(component);
      made.artifacts.push(...held.map((object) => artifactOf(`clusters/${cluster}/${app.name}`, object, located)));
    }
  }
  return [...apps.values()].map((app) => ({ ...app, namespaces: namespacesOf(app.artifacts) }));
}

/** An app so far: as early as the earliest of what it holds, whichever is described first. */
function appOf(apps: Map<string, AppInProgress>, app: AppPlace & { readonly cluster: string }): AppInProgress {
  const made = apps.get(app.name) ?? { ...app, namespaces: [], components: [], artifacts: [] };
  made.wave = Math.min(made.wave, app.wave);
  apps.set(app.name, made);
  return made;
}

/** The folder that its manifests go to; a finding where no cluster could take them. */
function clusterNameOf({ component, environment }: Located, findings: Findings): string | undefined {
  const cluster = clusterOf(environment);
  if (!cluster) {
    findings.add({
      code: 'missing-component',
      severity: 'error',
      at: component.origin.at,
      subject: component.origin.subject,
      message: `it runs in a cluster, and ${environment.label} has none in reach`,
      fix: 'describe a component of kind cluster',
    });
    return undefined;
  }
  return reader(cluster, { plane: 'known', environment }).text('clusterName');
}

function buildComponent(build: PodBuild, located: Located, kind: KubernetesKind): JsonObject[] {
  const { component } = located;
  const chart = new Chart(new App(), component.name, { disableResourceNameHashes: true });
  kind.build(kubernetesContext(build, located, chart));
  const workload = workloadOf(located);
  if (workload?.runs === 'pod') addPodFacets(build, { component, workload, chart });
  const objects = chart.node
    .findAll()
    .flatMap((construct) =>
      'toJson' in construct && construct !== chart ? [(construct as ApiObject).toJson() as JsonObject] : [],
    );
  return patchObjects(component, objects, build.findings);
}

function kubernetesContext({ environment, findings }: PodBuild, located: Located, chart: Chart): KubernetesContext {
  const { component } = located;
  const build = { environment, findings };
  return {
    ...contextOf(located, { plane: 'kubernetes', environment, findings, reader: component }),
    chart,
    settings: environment.settings,
    kubernetesVersion: kubernetesVersionOf(environment),
    uses: environment.connections.filter((connection) => connection.from === component),
    usedBy: environment.connections.filter((connection) => connection.to === component),
    siblings: (kind) =>
      [...environment.components.values()]
        .filter((other) => other.kind === kind)
        .sort((a, b) => compareText(a.name, b.name)),
    environment: variablesOf(build, component),
    image: (container) => imageOf(located, container, findings),
    report: (fault) => {
      findings.add({ severity: 'error', at: component.origin.at, subject: component.origin.subject, ...fault });
    },
  };
}

/** Minor version of Kubernetes that an environment's cluster serves; empty where there is none. */
export function kubernetesVersionOf(environment: Environment): string {
  return (clusterOf(environment)?.component.props['version'] as string | undefined) ?? '';
}

function addPodFacets(
  build: PodBuild,
  { component, workload, chart }: { component: Component; workload: Workload; chart: Chart },
): void {
  addNetworkPolicy(chart, networkPolicyOf(build, component, workload), policyAnnotations(component));
  const namespace = workload.namespace as string;
  for (const copy of secretCopiesOf(build, component, namespace)) addExternalSecret(chart, copy);
  for (const entrance of workload.entrances ?? []) {
    const suffix = entrance.name === 'main' ? '' : entrance.name;
    addTargetGroupBinding(chart, {
      name: [component.name, suffix].filter((part) => part !== '').join('-'),
      namespace,
      targetGroupName: component.physicalName('target-group', suffix),
      serviceName: workload.service as string,
      port: entrance.port,
    });
  }
}

/**
 * The root Application waits for an upstream chart to be healthy before it goes on to the next wave. Where the namespace
 * denies by default, the chart's pods are so only once their policy is there: it comes in the wave of the chart, as the
 * first of it, and not before -1, since namespaces come in -2.
 */
function policyAnnotations({ kind, props }: Component): Record<string, string> {
  const wave = kind === 'helm-release' ? Math.max(-1, Number(props['wave'])) : 0;
  return wave < 0 ? { 'argocd.argoproj.io/sync-wave': String(wave) } : {};
}

function patchObjects(component: Component, objects: readonly JsonObject[], findings: Findings): JsonObject[] {
  const patches = component.common.patches ?? {};
  return objects.map((object) => {
    const address = addressOf(object);
    const patch = patches[address] as JsonObject | undefined;
    return patch === undefined ? object : patchManifest({ component, address, target: object, patch, findings });
  });
}

/** How a patch names an object: `Deployment/user`. */
export function addressOf(object: JsonObject): string {
  const { name } = object['metadata'] as { name: string };
  return `${object['kind'] as string}/${name}`;
}

function artifactOf(folder: string, object: JsonObject, { component, environment }: Located): Artifact {
  const { name, namespace } = object['metadata'] as { name: string; namespace?: string };
  const file = `${(object['kind'] as string).toLowerCase()}-${escapeName(name)}.yaml`;
  const path = [folder, ...(namespace === undefined ? [] : [namespace]), file].join('/');
  const address = addressOf(object);
  const origins = {
    ...passedOrigins(environment, component, object),
    ...patchOrigins(component, object, (patched) => (patched === address ? '' : undefined)),
  };
  return {
    path,
    plane: 'kubernetes',
    content: object,
    origin: component.origin,
    ...(Object.keys(origins).length === 0 ? {} : { origins }),
  };
}

/** Object names may hold `:` and `/` where file names may not; each such character becomes `%` and its code. */
function escapeName(name: string): string {
  return name.replace(/[^A-Za-z0-9._-]/g, (character) => `%${character.charCodeAt(0).toString(16)}`);
}

function namespacesOf(artifacts: readonly Artifact[]): string[] {
  const names = artifacts.flatMap(({ content }) => {
    const { namespace } = (content as JsonObject)['metadata'] as { namespace?: string };
    return namespace === undefined ? [] : [namespace];
  });
  return [...new Set(names)].sort();
}
