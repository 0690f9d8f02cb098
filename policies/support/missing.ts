import type { ClusterGraph } from '../../schemas/graph/cluster';
import { subjectOf } from '../../schemas/graph/objects';
import type { OutputGraph } from '../../schemas/graph/output-graph';
import type { Purpose, Reference } from '../../schemas/graph/references';
import { nearest } from '../../schemas/primitives/nearest';
import { defineRule, type Rule, type RuleFinding, type RuleId } from '../rule';

/** A reference and the cluster that it has to be satisfied in. */
export interface ClusterReference {
  readonly cluster: ClusterGraph;
  readonly reference: Reference;
}

interface Missing {
  readonly id: RuleId;
  readonly purpose: Purpose;
  /** What to do where no similar name is there. */
  readonly fix: string;
  /** References that are satisfied by something else than an object of the name. */
  readonly otherwise?: (reference: Reference, cluster: ClusterGraph) => boolean;
}

/** A rule that what is named is there. */
export function missingRule({ id, purpose, fix, otherwise }: Missing): Rule {
  return defineRule({
    id,
    subjects: (graph) => referencesIn(graph, purpose),
    judge: (subject, graph) =>
      otherwise?.(subject.reference, subject.cluster) === true ? [] : judgeReference(subject, graph, fix),
  });
}

/** What is wrong with one reference: nothing of the name is there, or it lacks a key that is read. */
export function judgeReference(
  { cluster, reference }: ClusterReference,
  graph: OutputGraph,
  fix: string,
): RuleFinding[] {
  if (reference.optional || isElsewhere(reference, cluster, graph)) return [];
  const found = cluster.find(reference.kind, reference.namespace, reference.name);
  if (!found) return [missing(reference, cluster, fix)];
  return reference.keys
    .filter(({ key }) => found.keys?.has(key) === false)
    .map(({ key, place }) => {
      const keys = [...(found.keys ?? [])].sort();
      const near = nearest(key, keys);
      return {
        place,
        subject: subjectOf(reference.from),
        message: `${described(reference)} has no key ${key}`,
        expected: keys.length === 0 ? 'it has no keys' : `one of ${keys.join(', ')}`,
        fix: near === undefined ? 'Add the key there, or name one that it has.' : `Did you mean ${near}?`,
      };
    });
}

export function referencesIn(graph: OutputGraph, purpose: Purpose): ClusterReference[] {
  return graph.clusters.flatMap((cluster) => cluster.references(purpose).map((reference) => ({ cluster, reference })));
}

/** It points into a namespace of an environment that this run has not rendered. */
function isElsewhere({ namespace }: Reference, cluster: ClusterGraph, { complete }: OutputGraph): boolean {
  return !complete && namespace !== '' && !cluster.find('Namespace', '', namespace);
}

/** `ConfigMap dev/user`. */
export function described({ kind, namespace, name }: Pick<Reference, 'kind' | 'namespace' | 'name'>): string {
  return `${kind} ${namespace === '' ? name : `${namespace}/${name}`}`;
}

function missing(reference: Reference, cluster: ClusterGraph, fix: string): RuleFinding {
  const near = nearest(reference.name, cluster.names(reference.kind, reference.namespace));
  return {
    place: reference.place,
    subject: subjectOf(reference.from),
    cause: described(reference),
    message: `it names ${described(reference)}, which is neither rendered nor declared as made elsewhere`,
    fix: near === undefined ? fix : `Did you mean ${near}?`,
  };
}
