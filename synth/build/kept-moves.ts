import { endOf, movesIn } from '../../schemas/graph/moves';
import type { TerraformGraph } from '../../schemas/graph/terraform';
import { textAt } from '../../schemas/graph/values';
import type { Artifact } from '../../schemas/primitives/artifact';
import type { KeptBlock } from './kept-blocks';

/**
 * `moved` blocks of the committed output that the description says no more: of a key before the last one, or of a
 * `renamedFrom` that is out. What they move may still stand under its old address in a state, and would be destroyed
 * there. Each is kept as long as what it moved is there or is let go of by a `removed` block.
 */
export function keptMoves(workspaces: Iterable<string>, before: TerraformGraph, after: TerraformGraph): KeptBlock[] {
  return [...workspaces].flatMap((workspace) => keptIn(workspace, before, after));
}

function keptIn(workspace: string, before: TerraformGraph, after: TerraformGraph): KeptBlock[] {
  const committed = movesIn(before, workspace);
  const stated = movesIn(after, workspace);
  const declared = (address: string): boolean => after.resource(workspace, address) !== undefined;
  const sources = new Map([...stated].map(([from, to]) => [to, from]));
  return [...committed].flatMap(([from, next]) => {
    const end = endOf(from, committed, stated);
    const file = fileOf(after, workspace, end);
    // Terraform refuses to move from an address that is declared, be it that of another component now.
    if (!file || stated.has(from) || declared(from)) return [];
    let to = next;
    while (to !== end && declared(to)) to = committed.get(to) ?? end;
    // And that two move to one address: the earlier one joins the way of the other at its beginning.
    for (let source = sources.get(to); source !== undefined; source = sources.get(to)) to = source;
    sources.set(to, from);
    return [{ path: file.path, workspace, key: 'moved', block: { from, to }, origin: file.origin }];
  });
}

/** The file that declares a resource, or that says goodbye to it. */
function fileOf(graph: TerraformGraph, workspace: string, address: string): Artifact | undefined {
  const removed = graph.blocks(workspace, 'removed').find(({ body }) => textAt(body, '/from') === address);
  return (graph.resource(workspace, address) ?? removed)?.place.artifact;
}
