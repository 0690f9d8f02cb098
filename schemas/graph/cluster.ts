import { givenByCluster, givenByNamespace, givenRolePrefix } from './given';
import { keysOf, madeBy, type Presence } from './made';
import type { KubernetesObject } from './objects';
import { podTemplateOf, type PodTemplate } from './pod-templates';
import { textAt } from './values';
import { referencesOf, type Purpose, type Reference } from './references';

/** Annotation by which a manifest declares what it brings that is not rendered: `Kind/namespace/name`, by comma or as a JSON list. */
export const providesAnnotation = 'slipway.dev/provides';

/** Annotation of an Application whose content is not rendered here, with the reason. */
const opaqueAnnotation = 'slipway.dev/opaque';

/** Everything that is rendered for one cluster, and what is known to be there beside it. */
export class ClusterGraph {
  readonly templates: readonly PodTemplate[];
  /** Entries of `slipway.dev/provides` that can't be read. */
  readonly malformed: readonly { readonly object: KubernetesObject; readonly entry: string }[];
  private readonly kinds = new Map<string, KubernetesObject[]>();
  private readonly present = new Map<string, Presence>();
  /** Namespaces in which something brings workloads whose pods are not rendered. */
  private readonly partlyOpaque = new Set<string>();
  private readonly byPurpose = new Map<Purpose, Reference[]>();

  /**
   * @param name folder below `clusters/`
   * @param given further things that are there, as `Kind/namespace/name`
   */
  constructor(
    readonly name: string,
    readonly objects: readonly KubernetesObject[],
    given: readonly string[] = [],
  ) {
    const templates: PodTemplate[] = [];
    for (const entry of [...givenByCluster, ...given]) this.declare(entry);
    for (const object of objects) {
      const list = this.kinds.get(object.kind);
      if (list) list.push(object);
      else this.kinds.set(object.kind, [object]);
      const template = podTemplateOf(object);
      if (template) templates.push(template);
      for (const made of madeBy(object)) this.add(made);
      for (const reference of referencesOf(object, template)) this.addReference(reference);
    }
    for (const namespace of opaqueNamespaces(this.ofKind('Application'))) this.partlyOpaque.add(namespace);
    this.malformed = objects.flatMap((object) => this.declareProvided(object));
    // Last, so that what has a manifest is known with its keys.
    for (const { kind, namespace, name: own, ...object } of objects) {
      const keys = keysOf({ kind, namespace, name: own, ...object });
      this.add({ kind, namespace, name: own, ...(keys ? { keys } : {}) });
    }
    this.templates = templates;
  }

  ofKind(kind: string): readonly KubernetesObject[] {
    return this.kinds.get(kind) ?? [];
  }

  references(purpose: Purpose): readonly Reference[] {
    return this.byPurpose.get(purpose) ?? [];
  }

  /** What is there under a name: rendered, made of something rendered, declared, or part of every cluster. */
  find(kind: string, namespace: string, name: string): Presence | undefined {
    const found = this.present.get(key(kind, namespace, name));
    if (found) return found;
    const everywhere = givenByNamespace.includes(`${kind}/${name}`);
    const system = (kind === 'ClusterRole' || kind === 'Role') && name.startsWith(givenRolePrefix);
    return everywhere || system ? { kind, namespace, name } : undefined;
  }

  /** Names of a kind in a namespace, for suggestions. */
  names(kind: string, namespace: string): string[] {
    return [...this.present.values()]
      .filter((presence) => presence.kind === kind && presence.namespace === namespace)
      .map(({ name }) => name);
  }

  /** Whether pods or Services may stand in a namespace that no manifest shows, because something declares workloads there. */
  hasUnseenPods(namespace: string): boolean {
    return this.partlyOpaque.has(namespace);
  }

  private add(presence: Presence): void {
    this.present.set(key(presence.kind, presence.namespace, presence.name), presence);
  }

  private addReference(reference: Reference): void {
    const list = this.byPurpose.get(reference.purpose);
    if (list) list.push(reference);
    else this.byPurpose.set(reference.purpose, [reference]);
  }

  private declareProvided(object: KubernetesObject): { object: KubernetesObject; entry: string }[] {
    const text = object.annotations[providesAnnotation];
    if (text === undefined) return [];
    return providedEntries(text)
      .filter((entry) => !this.declare(entry))
      .map((entry) => ({ object, entry }));
  }

  private declare(entry: string): boolean {
    const parts = entry.split('/');
    const [kind = '', namespace = '', name = ''] = parts.length === 2 ? [parts[0], '', parts[1]] : parts;
    if (parts.length < 2 || parts.length > 3 || !/^[A-Z][A-Za-z0-9]*$/.test(kind) || name === '') return false;
    this.add({ kind, namespace, name });
    if (podMakers.has(kind)) this.partlyOpaque.add(namespace);
    return true;
  }
}

/** Namespaces that an Application deploys a chart to whose pods are not rendered. */
function opaqueNamespaces(applications: readonly KubernetesObject[]): string[] {
  return applications
    .filter(({ annotations }) => annotations[opaqueAnnotation] !== undefined)
    .flatMap(({ body }) => textAt(body, '/spec/destination/namespace') ?? []);
}

const podMakers: ReadonlySet<string> = new Set(['Deployment', 'StatefulSet', 'DaemonSet', 'Service']);

function key(kind: string, namespace: string, name: string): string {
  return `${kind}/${namespace}/${name}`;
}

/** Entries of the annotation: a JSON list of texts, or texts by comma. */
function providedEntries(text: string): string[] {
  if (text.trimStart().startsWith('[')) {
    try {
      return (JSON.parse(text) as unknown[]).map(String);
    } catch {
      return [text];
    }
  }
  return text
    .split(',')
    .map((entry) => entry.trim())
    .filter((entry) => entry !== '');
}
