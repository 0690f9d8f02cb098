import type { ClusterGraph } from '../schemas/graph/cluster';
import { subjectOf, type KubernetesObject } from '../schemas/graph/objects';
import { below } from '../schemas/graph/place';
import { selectTexts, textAt } from '../schemas/graph/values';
import { defineRule } from './rule';

/** What Applications come from is among the sources of their project; Argo CD refuses any other. */
export const rule = defineRule({
  id: 'refused-source',
  subjects: (graph) =>
    graph.clusters.flatMap((cluster) =>
      cluster.ofKind('Application').flatMap((object) => {
        const sources = sourcesOfProject(cluster, object);
        return sources === undefined ? [] : repositoriesOf(object).map((from) => ({ object, sources, ...from }));
      }),
    ),
  judge: ({ object, sources, text, pointer }) => {
    if (takes(sources, text)) return [];
    return [
      {
        place: below(object.place, pointer),
        subject: subjectOf(object),
        message: `it comes from ${text}, which its project ${textAt(object.body, '/spec/project') ?? ''} does not take`,
        fix: 'Add the repository to `sources` of the component that makes the project, or take another.',
      },
    ];
  },
});

/** Nothing where the project is not rendered: that is another rule's finding. */
function sourcesOfProject(cluster: ClusterGraph, { body, namespace }: KubernetesObject): string[] | undefined {
  const name = textAt(body, '/spec/project');
  const project = cluster
    .ofKind('AppProject')
    .find((candidate) => candidate.name === name && candidate.namespace === namespace);
  return project && selectTexts(project.body, '/spec/sourceRepos/*').map(({ text }) => text);
}

function repositoriesOf({ body }: KubernetesObject) {
  return ['/spec/source/repoURL', '/spec/sources/*/repoURL'].flatMap((path) => selectTexts(body, path));
}

/** With `!` before it, a source is refused, and all others are taken. @see https://argo-cd.readthedocs.io/en/stable/user-guide/projects/ */
function takes(sources: readonly string[], repository: string): boolean {
  const refused = sources.filter((source) => source.startsWith('!'));
  if (refused.some((source) => matches(source.slice(1), repository))) return false;
  return refused.length > 0 || sources.some((source) => matches(source, repository));
}

/** A star stands for anything but a slash; two, or one alone, for anything. */
function matches(source: string, repository: string): boolean {
  if (source === '*') return true;
  const [pattern, text] = [source, repository].map(normalized);
  const expression = (pattern ?? '')
    .replace(/[.+?^${}()|[\]\\]/g, '\\$&')
    .replace(/\*\*|\*/g, (star) => (star === '**' ? '.*' : '[^/]*'));
  return new RegExp(`^${expression}$`).test(text ?? '');
}

function normalized(address: string): string {
  return address
    .toLowerCase()
    .trim()
    .replace(/\.git$/, '');
}
