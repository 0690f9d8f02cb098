import { subjectOf, type KubernetesObject } from '../schemas/graph/objects';
import { below } from '../schemas/graph/place';
import type { OutputGraph } from '../schemas/graph/output-graph';
import { nearest } from '../schemas/primitives/nearest';
import { defineRule } from './rule';
import { appPathsOf } from './support/applications';

/** Folders that Applications, and those that sets generate, deploy from the repository of the output are there. */
export const rule = defineRule({
  id: 'missing-app-folder',
  subjects: ({ clusters, complete }) => {
    if (!complete) return [];
    const folders = foldersOf(clusters.flatMap(({ objects }) => objects));
    return clusters.flatMap((cluster) => {
      const { paths } = appPathsOf(cluster);
      const own = new Set(paths.filter(({ path }) => folders.has(path)).map(({ repository }) => repository));
      return paths
        .filter(({ path, repository }) => path.startsWith('clusters/') || own.has(repository))
        .map((app) => ({ app, folders }));
    });
  },
  judge: ({ app: { object, name, path, pointer }, folders }, { former }) => {
    if (folders.has(path)) return [];
    return [
      {
        place: below(object.place, pointer),
        subject: subjectOf(object),
        message: `the Application ${name} deploys ${path}, which is no folder of the output`,
        fix: meantBy(path, [...folders], former),
      },
    ];
  },
});

function meantBy(path: string, folders: readonly string[], former: OutputGraph['former']): string {
  const renamed = former.get(path);
  if (renamed) return `Name ${renamed.to}, which ${renamed.from} was renamed to.`;
  const near = nearest(path, folders);
  return near === undefined ? 'Describe what it is to deploy, or correct the path.' : `Did you mean ${near}?`;
}

/** Every folder that holds a manifest, at any depth. */
function foldersOf(objects: readonly KubernetesObject[]): Set<string> {
  const folders = new Set<string>();
  for (const { place } of objects) {
    const steps = place.artifact.path.split('/');
    for (let depth = steps.length - 1; depth > 0; depth--) folders.add(steps.slice(0, depth).join('/'));
  }
  return folders;
}
