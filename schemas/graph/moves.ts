import type { TerraformGraph } from './terraform';
import { textAt } from './values';

/** `moved` blocks of a workspace: the address that something had → the one that it moves to. */
export type Moves = ReadonlyMap<string, string>;

export function movesIn(graph: TerraformGraph, workspace: string): Moves {
  const pairs = graph.blocks(workspace, 'moved').flatMap(({ body }) => {
    const from = textAt(body, '/from');
    const to = textAt(body, '/to');
    return from === undefined || to === undefined ? [] : [[from, to] as const];
  });
  return new Map(pairs);
}

/** Where an address is in the end: through the moves that are committed, and then through those that are new. */
export function endOf(address: string, committed: Moves, stated: Moves): string {
  return last(
    last(address, (at) => (stated.has(at) ? undefined : committed.get(at))),
    (at) => stated.get(at),
  );
}

/** Ways that lead in a circle are refused elsewhere; here they end. */
function last(address: string, step: (at: string) => string | undefined): string {
  const seen = new Set([address]);
  let at = address;
  for (let next = step(at); next !== undefined && !seen.has(next); next = step(at)) {
    seen.add(next);
    at = next;
  }
  return at;
}

/** An address with all that were moved to it. */
export function namesOf(address: string, committed: Moves, stated: Moves): ReadonlySet<string> {
  const former = [...committed.keys(), ...stated.keys()].filter((from) => endOf(from, committed, stated) === address);
  return new Set([address, ...former]);
}
