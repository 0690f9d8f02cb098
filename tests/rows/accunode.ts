import type { Json, JsonObject } from '../../schemas/primitives/artifact';
import type { OutputTree } from './output-tree';
import { at, list, stateOf } from './values';

/** What the three sizes differ in: instances, classes of database and cache, dollars a month by the document, and for what it leaves out. */
export const sizes = {
  startup: { api: 2, worker: 2, database: 'db.t3.micro', cache: 'cache.t3.micro', usd: 119, leftOut: 75 },
  growth: { api: 3, worker: 4, database: 'db.t3.small', cache: 'cache.t3.small', usd: 204, leftOut: 82 },
  scale: { api: 4, worker: 6, database: 'db.t3.medium', cache: 'cache.t3.medium', usd: 300, leftOut: 89 },
} as const;

export type SizeName = keyof typeof sizes;
export type Size = (typeof sizes)[SizeName] & { readonly name: SizeName };

export const zones = ['us-east-1a', 'us-east-1b'];
export const account = '333344445555';
export const colours = ['blue', 'green'] as const;
export const fleets = ['api', 'worker'] as const;
/** Launch templates and groups: one for each colour of the API, one for the workers. */
export const groups = ['api_blue', 'api_green', 'worker'] as const;
/** Whom alarms, budgets and patching tell. */
export const topic = `arn:aws:sns:us-east-1:${account}:accunode-shared-people`;
export const layers = ['foundation', 'data', 'platform'] as const;

/** Checks each size by itself. */
export function eachSize(check: (size: Size, workspace: (layer: (typeof layers)[number]) => string) => void): void {
  for (const [name, size] of Object.entries(sizes) as [SizeName, (typeof sizes)[SizeName]][])
    check({ ...size, name }, (layer) => `accunode-${name}-${layer}`);
}

/** An output of the foundation, as later layers refer to it. */
export function foundation(name: string): string {
  return stateOf('foundation', name);
}

/** The ids of both subnets of a tier. */
export function subnetsOf(tier: 'public' | 'private' | 'data'): string[] {
  return zones.map((_, index) => foundation(`main_${tier}_subnet_ids[${index}]`));
}

/** Statements of a policy document. */
export function statementsOf(output: OutputTree, workspace: string, id: string): JsonObject[] {
  return list(output.blocks(workspace, 'data', 'aws_iam_policy_document')[id]?.['statement']) as JsonObject[];
}

/** The one item of a list whose field has this value. */
export function itemWith(
  output: OutputTree,
  items: readonly Json[],
  [field, value]: readonly [field: string, value: string],
): Json {
  const found = output.seek(() => items.filter((item) => at(item, field) === value));
  expect(found).toHaveLength(1);
  return found[0] ?? null;
}

/** The lines of a script that begin so, in order. */
export function linesWith(output: OutputTree, lines: Json | undefined, beginning: string): (Json | undefined)[] {
  const all = list(lines);
  const indices = output.seek(() =>
    all.flatMap((line, index) => (typeof line === 'string' && line.startsWith(beginning) ? [index] : [])),
  );
  return indices.map((index) => all[index]);
}

/** The script that instances of a launch template start with. */
export function scriptOf(output: OutputTree, workspace: string, group: (typeof groups)[number]): Json | undefined {
  const id = group === 'worker' ? 'worker_user_data' : `api_user_data_${group.replace('api_', '')}`;
  return output.blocks(workspace, 'locals')[id];
}
