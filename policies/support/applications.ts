import type { ClusterGraph } from '../../schemas/graph/cluster';
import type { KubernetesObject } from '../../schemas/graph/objects';
import { isObject, select, selectTexts, textAt } from '../../schemas/graph/values';
import type { Json } from '../../schemas/primitives/artifact';

/** A folder that an Application, or one that an ApplicationSet generates, deploys. */
export interface AppPath {
  readonly object: KubernetesObject;
  /** Name of the Application. */
  readonly name: string;
  readonly repository: string;
  readonly path: string;
  readonly pointer: string;
}

type Parameters = Readonly<Record<string, string>>;

/** Folders that the Applications of a cluster deploy. `unknown` tells of sets whose elements only Argo CD can tell. */
export function appPathsOf(cluster: ClusterGraph): { paths: AppPath[]; unknown: boolean } {
  const paths = cluster.ofKind('Application').flatMap((object) => pathsIn(object, '/spec'));
  let unknown = false;
  for (const set of cluster.ofKind('ApplicationSet')) {
    const elements = elementsOf(select(set.body, '/spec/generators').at(0)?.value);
    if (elements === undefined) unknown = true;
    for (const element of elements ?? [])
      for (const path of pathsIn(set, '/spec/template/spec')) {
        const filled = { ...path, name: fill(nameOf(set), element), path: fill(path.path, element) };
        if (/\{\{/.test(filled.path)) unknown = true;
        else paths.push(filled);
      }
  }
  return { paths, unknown };
}

function nameOf(set: KubernetesObject): string {
  return textAt(set.body, '/spec/template/metadata/name') ?? set.name;
}

function pathsIn(object: KubernetesObject, spec: string): AppPath[] {
  return ['/source', '/sources/*'].flatMap((sources) =>
    select(object.body, spec + sources).flatMap(({ pointer, value }) => {
      const path = textAt(value, '/path');
      const repository = textAt(value, '/repoURL') ?? '';
      return path === undefined
        ? []
        : [
            {
              object,
              name: object.name,
              repository,
              path: path.replace(/^\.?\/+|\/+$/g, ''),
              pointer: `${pointer}/path`,
            },
          ];
    }),
  );
}

/** Elements of list generators, and of matrices of them; nothing where another generator takes part. */
function elementsOf(generators: Json | undefined): Parameters[] | undefined {
  const all: Parameters[] = [];
  for (const generator of Array.isArray(generators) ? generators : []) {
    const elements = elementsOfOne(generator);
    if (elements === undefined) return undefined;
    all.push(...elements);
  }
  return all;
}

function elementsOfOne(generator: Json): Parameters[] | undefined {
  const list = select(generator, '/list/elements').at(0)?.value;
  if (Array.isArray(list)) return list.map(textsOf);
  const matrix = select(generator, '/matrix/generators').at(0)?.value;
  if (!Array.isArray(matrix)) return undefined;
  return matrix.reduce<Parameters[] | undefined>(
    (rows, nested) => {
      const columns = elementsOf([nested]);
      return rows && columns && rows.flatMap((row) => columns.map((column) => ({ ...row, ...column })));
    },
    [{}],
  );
}

function textsOf(element: Json): Parameters {
  if (!isObject(element)) return {};
  return Object.fromEntries(selectTexts(element, '/*').map(({ pointer, text }) => [pointer.slice(1), text]));
}

/** `{{ .name }}` of Go templates and `{{name}}` of plain ones; what else a template holds stays. */
function fill(template: string, element: Parameters): string {
  return template.replace(/\{\{-?\s*\.?([\w-]+)\s*-?\}\}/g, (whole, key: string) => element[key] ?? whole);
}
