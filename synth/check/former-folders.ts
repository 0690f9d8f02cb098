import type { FormerFolder } from '../../schemas/graph/output-graph';
import type { BuiltEnvironment } from '../build/build';
import { formerKey } from '../model';

/** Folders of apps that were those of a component under another key. */
export function formerFolders(built: readonly BuiltEnvironment[]): ReadonlyMap<string, FormerFolder> {
  return new Map(
    built.flatMap(({ environment, apps }) =>
      apps.flatMap(({ cluster, name, components }) =>
        components.flatMap((component) => {
          const from = formerKey({ component, environment });
          if (from === undefined || name !== `${environment.name}-${component.name}`) return [];
          const folder = `clusters/${cluster}/${name}`;
          return [[`clusters/${cluster}/${environment.name}-${from}`, { from, to: component.name, folder }] as const];
        }),
      ),
    ),
  );
}
