import { dataTypeOf } from '../../schemas/graph/data-types';
import { endOf, movesIn } from '../../schemas/graph/moves';
import type { TerraformGraph, TerraformResource } from '../../schemas/graph/terraform';
import { textAt, valueAt } from '../../schemas/graph/values';
import { layers, workspaceName } from '../../schemas/contract/layers';
import type { Finding } from '../../schemas/primitives/finding';
import type { Environment } from '../model';
import type { TerraformChange } from './committed-literal';
import { relocatedFindings, relocationOf, type Relocation } from './data-moved';
import { keyOf, replacementsOf, replacedFindings, type Replacement } from './data-replaced';
import { neverApplied } from './never-applied';
import { findingAt } from './terraform-place';
import { tombstonePlace } from './tombstone-place';

/** What holds data in the committed output is in the new one as it was, or something says what becomes of it. */
export function checkDataSafety(environments: readonly Environment[], { before, after }: TerraformChange): Finding[] {
  return environments.flatMap((environment) => {
    const lost = new Map<string, TerraformResource[]>();
    const findings: Finding[] = [];
    const replaced: Replacement[] = [];
    const relocated: Relocation[] = [];
    for (const layer of layers) {
      const workspace = workspaceName(environment.system, environment.name, layer);
      findings.push(...withdrawn(environment, workspace, { before, after }));
      findings.push(...renamesWithdrawn(workspace, { before, after }));
      for (const was of before.resourcesIn(workspace)) {
        const type = dataTypeOf(was);
        const now = type && successor(was, after);
        if (!type || now === 'let-go') continue;
        const elsewhere = now && relocationOf({ was, now }, { before, after });
        // What is made in another place is made anew, whatever else of it changes.
        if (elsewhere) relocated.push(elsewhere);
        else if (now) replaced.push(...replacementsOf(type, { was, now }, { before, after }));
        else lost.set(keyOf(was), [...(lost.get(keyOf(was)) ?? []), was]);
      }
    }
    findings.push(...relocatedFindings(environment, relocated), ...replacedFindings(environment, replaced));
    return [...findings, ...[...lost].map(([key, resources]) => missingTombstone(environment, key, resources))];
  });
}

/** What a committed resource is now. */
function successor({ workspace, address }: TerraformResource, after: TerraformGraph) {
  const same = after.resource(workspace, address);
  if (same) return same;
  const removed = after.blocks(workspace, 'removed').some(({ body }) => textAt(body, '/from') === address);
  if (removed) return 'let-go';
  const moved = after.blocks(workspace, 'moved').find(({ body }) => textAt(body, '/from') === address);
  return moved && after.resource(workspace, textAt(moved.body, '/to') ?? '');
}

/** A forgotten resource that nobody forgets any more is destroyed by the next apply, unless an apply has forgotten it already. */
function withdrawn(
  environment: Environment,
  workspace: string,
  { before, after }: { readonly before: TerraformGraph; readonly after: TerraformGraph },
): Finding[] {
  const kept = new Set(after.blocks(workspace, 'removed').map(({ body }) => textAt(body, '/from')));
  const gone = before.blocks(workspace, 'removed').flatMap(({ body, place }) => {
    const from = textAt(body, '/from');
    const forgets = valueAt(body, '/lifecycle/destroy') === false;
    return from !== undefined && forgets && !kept.has(from) && !after.resource(workspace, from)
      ? [{ from, place }]
      : [];
  });
  const [first] = gone;
  if (!first) return [];
  return [
    {
      code: 'tombstone-withdrawn',
      severity: 'note',
      at: tombstonePlace(environment),
      subject: environment.label,
      message: `${gone.map(({ from }) => from).join(', ')} of ${workspace} is forgotten no more: if that was never applied, the next apply destroys it`,
      fix: 'make sure that the forgetting was applied before this is merged',
      output: first.place.artifact.path,
    },
  ];
}

/** Something new under an old key takes the place of what was renamed, where no apply has moved that yet. */
function renamesWithdrawn(workspace: string, { before, after }: TerraformChange): Finding[] {
  const committed = movesIn(before, workspace);
  const stated = movesIn(after, workspace);
  return [...committed.keys()].flatMap((from) => {
    const now = after.resource(workspace, from);
    const end = after.resource(workspace, endOf(from, committed, stated));
    if (!now || !end || now === end || stated.has(from) || !dataTypeOf(end)) return [];
    const { artifact } = now.place;
    return findingAt('rename-withdrawn', now.place, {
      severity: 'warning',
      subject: from,
      message: `it is made anew, and the committed output moves what had its address to ${end.address}: if that was never applied, the next apply makes this of the other’s data`,
      fix: `take another key than ${keyOf(now)}, or make sure that the renaming was applied before this is merged (${artifact.path})`,
    });
  });
}

function missingTombstone(environment: Environment, key: string, resources: readonly TerraformResource[]): Finding {
  const addresses = resources.map(({ address }) => address);
  const paths = resources.map(({ place }) => place.artifact.path);
  return {
    code: 'missing-tombstone',
    severity: 'error',
    at: tombstonePlace(environment),
    subject: `${environment.label} ${key}`,
    message: `${addresses.join(', ')} of ${environment.label} would be destroyed with all data: it stands in the output that is in the repository, and not in the new one`,
    expected: 'forget (left alone, dropped from the state) or destroy',
    fix: `add removed: { ${key}: forget }, or renamedFrom: ${key} where it has another key now; ${neverApplied(paths)}`,
    output: resources[0]?.place.artifact.path ?? '',
  };
}
