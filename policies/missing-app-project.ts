import type { ClusterGraph } from '../schemas/graph/cluster';
import { subjectOf, type KubernetesObject } from '../schemas/graph/objects';
import { below } from '../schemas/graph/place';
import { select, selectTexts, textAt } from '../schemas/graph/values';
import type { Json } from '../schemas/primitives/artifact';
import { nearest } from '../schemas/primitives/nearest';
import { defineRule } from './rule';

/** Projects of Argo CD that Applications, and those that sets generate, belong to are there. */
export const rule = defineRule({
  id: 'missing-app-project',
  subjects: (graph) =>
    graph.clusters.flatMap((cluster) =>
      [...cluster.ofKind('Application'), ...cluster.ofKind('ApplicationSet')].flatMap((object) =>
        projectsOf(object).map(({ project, pointer }) => ({ cluster, object, project, pointer })),
      ),
    ),
  judge: ({ cluster, object, project, pointer }) => {
    if (isThere(cluster, object.namespace, project)) return [];
    const near = nearest(project, cluster.names('AppProject', object.namespace));
    return [
      {
        place: below(object.place, pointer),
        subject: subjectOf(object),
        message: `it belongs to the project ${project}, which is not in ${object.namespace || 'its namespace'}`,
        fix: near === undefined ? 'Describe the project, or name one that is there.' : `Did you mean ${near}?`,
      },
    ];
  },
});

/** Argo CD makes the project `default` itself. @see https://argo-cd.readthedocs.io/en/stable/user-guide/projects/#the-default-project */
function isThere(cluster: ClusterGraph, namespace: string, project: string): boolean {
  return project === 'default' || cluster.find('AppProject', namespace, project) !== undefined;
}

function projectsOf({ kind, body }: KubernetesObject): { project: string; pointer: string }[] {
  if (kind === 'Application') {
    const project = textAt(body, '/spec/project');
    return project === undefined ? [] : [{ project, pointer: '/spec/project' }];
  }
  const pointer = '/spec/template/spec/project';
  const template = textAt(body, pointer);
  if (template === undefined) return [];
  const key = /^\{\{-?\s*\.?([\w-]+)\s*-?\}\}$/.exec(template)?.[1];
  if (key === undefined) return template.includes('{{') ? [] : [{ project: template, pointer }];
  return valuesOf(body['spec'], key, '/spec');
}

/** Values that the list generators of a set give to one key, at any depth of matrix and merge. */
function valuesOf(spec: Json | undefined, key: string, at: string): { project: string; pointer: string }[] {
  return select(spec, '/generators/*').flatMap(({ pointer, value }) => [
    ...selectTexts(value, `/list/elements/*/${key}`).map((found) => ({
      project: found.text,
      pointer: at + pointer + found.pointer,
    })),
    ...['matrix', 'merge'].flatMap((nested) =>
      select(value, `/${nested}`).flatMap((inner) => valuesOf(inner.value, key, at + pointer + inner.pointer)),
    ),
  ]);
}
