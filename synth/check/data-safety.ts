import { dataTypeOf, type DataType } from '../../schemas/graph/data-types';
import { inside } from '../../schemas/graph/place';
import type { TerraformGraph, TerraformResource } from '../../schemas/graph/terraform';
import { textAt, valueAt } from '../../schemas/graph/values';
import { layers, workspaceName } from '../../schemas/contract/layers';
import type { Finding } from '../../schemas/primitives/finding';
import type { Environment } from '../model';
import { literalOf } from './committed-literal';
import { findingAt } from './terraform-place';
import { tombstonePlace } from './tombstone-place';

/** Terraform as it stands in the repository, and as it is to be. */
export interface TerraformChange {
  readonly before: TerraformGraph;
  readonly after: TerraformGraph;
}

/** What holds data in the committed output is in the new one as it was, or something says what becomes of it. */
export function checkDataSafety(environments: readonly Environment[], { before, after }: TerraformChange): Finding[] {
  return environments.flatMap((environment) => {
    const lost = new Map<string, TerraformResource[]>();
    const findings: Finding[] = [];
    for (const layer of layers) {
      const workspace = workspaceName(environment.system, environment.name, layer);
      findings.push(...withdrawn(environment, workspace, { before, after }));
      for (const resource of before.resourcesIn(workspace)) {
        const type = dataTypeOf(resource);
        if (!type) continue;
        const now = successor(resource, after);
        if (now === 'let-go') continue;
        if (now) findings.push(...replaced({ resource, type, before }, { now, after, environment }));
        else lost.set(keyOf(resource), [...(lost.get(keyOf(resource)) ?? []), resource]);
      }
    }
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

/** Key of the component that a committed resource belongs to: the name of its file. */
function keyOf({ place }: TerraformResource): string {
  return /([^/]+)\.tf\.json$/.exec(place.artifact.path)?.[1] ?? '';
}

function missingTombstone(environment: Environment, key: string, resources: readonly TerraformResource[]): Finding {
  const addresses = resources.map(({ address }) => address);
  return {
    code: 'missing-tombstone',
    severity: 'error',
    at: tombstonePlace(environment),
    subject: `${environment.label} ${key}`,
    message: `${addresses.join(', ')} of ${environment.label} would be destroyed with all data: it stands in the committed output, and not in the new one`,
    expected: 'forget (left alone, dropped from the state) or destroy',
    fix: `add removed: { ${key}: forget }, or renamedFrom: ${key} where it has another key now`,
    output: resources[0]?.place.artifact.path ?? '',
  };
}

interface Committed {
  readonly resource: TerraformResource;
  readonly type: DataType;
  readonly before: TerraformGraph;
}

interface Rendered {
  readonly now: TerraformResource;
  readonly after: TerraformGraph;
  readonly environment: Environment;
}

/** Arguments whose change makes Terraform delete the resource and make another. */
function replaced({ resource, type, before }: Committed, { now, after, environment }: Rendered): Finding[] {
  // A name in the system file would be that of every environment.
  const shared = !now.place.artifact.origin.at.file.startsWith(environment.file.replace(/\.yaml$/, '.'));
  const where = shared ? `, in ${environment.file}` : '';
  const fixed = [...(type.name === undefined ? [] : [type.name]), ...(type.fixed ?? [])];
  return fixed.flatMap((argument) => {
    const was = literalOf(before, resource, argument);
    const is = literalOf(after, now, argument);
    if (was === undefined || is === undefined || was === is) return [];
    return [
      findingAt('data-replaced', inside(now.place, argument), {
        subject: now.address,
        message: `${argument} changes from ${was} to ${is}: AWS can’t change it in place, and what the old one holds stays behind`,
        expected: was,
        fix:
          argument === type.name
            ? `keep the name (name: ${was}${where}), or describe a new component beside it`
            : 'keep the value, or describe a new component beside it',
      }),
    ];
  });
}
