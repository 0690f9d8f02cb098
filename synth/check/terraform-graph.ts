import { compareText, type Finding } from '../../schemas/primitives/finding';
import { findingAt, type Place } from './terraform-place';
import type { Edge } from './terraform-references';
import type { RemoteStates } from './terraform-remote-state';
import type { TerraformWorkspace } from './terraform-workspace';
import { providerOf } from '../../schemas/upstream/terraform/schemas';

/** Circles among the resources of a workspace; Terraform can't order them. */
export function checkCycles(workspace: TerraformWorkspace, edges: readonly Edge[]): Finding[] {
  const all = [...edges, ...providerEdges(workspace)];
  return cyclesIn(all).map((cycle) => {
    const [first] = cycle;
    const path = [...cycle.map(({ from }) => from), first.from].join(' → ');
    return findingAt('terraform-cycle', first.place, {
      subject: first.from,
      message: cycle.length === 1 ? `${first.from} needs itself` : `resources need each other in a circle: ${path}`,
      fix: 'Take one of these references out.',
      related: cycle.slice(1).map(({ place, from, to }) => ({ place, message: `${from} needs ${to}` })),
    });
  });
}

/** Circles among workspaces that read each other's outputs. */
export function checkWorkspaceCycles(
  workspaces: ReadonlyMap<string, TerraformWorkspace>,
  remoteStates: RemoteStates,
): Finding[] {
  const edges: Edge[] = [];
  for (const workspace of workspaces.values()) {
    for (const resource of workspace.resources.values()) {
      const producer = remoteStates.producer(resource);
      if (producer?.known === true) edges.push({ from: workspace.name, to: producer.name, place: resource.place });
    }
  }
  return cyclesIn(edges).map((cycle) => {
    const [first] = cycle;
    const path = [...cycle.map(({ from }) => from), first.from].join(' → ');
    return findingAt('terraform-workspace-cycle', first.place, {
      subject: first.from,
      message:
        cycle.length === 1 ? `${first.from} reads its own state` : `workspaces read each other in a circle: ${path}`,
      fix: 'Move one of the resources to the other workspace, or compute the value instead of reading it.',
      related: cycle.slice(1).map(({ place, from, to }) => ({ place, message: `${from} reads ${to}` })),
    });
  });
}

/** Remote states that name a workspace which nothing renders. */
export function checkProducers(workspace: TerraformWorkspace, remoteStates: RemoteStates): Finding[] {
  const findings: Finding[] = [];
  for (const resource of workspace.resources.values()) {
    const producer = remoteStates.producer(resource);
    if (producer === undefined || producer.known) continue;
    findings.push(
      findingAt('terraform-workspace-unknown', resource.place, {
        subject: resource.address,
        message: `${resource.address} reads the workspace ${producer.name}, which no environment renders`,
        fix: 'Correct the name of the workspace.',
      }),
    );
  }
  return findings;
}

/** A resource needs the configuration of its provider, and what that reads. */
function providerEdges({ resources, providers }: TerraformWorkspace): Edge[] {
  const edges: Edge[] = [];
  for (const { address, body, type, place } of resources.values()) {
    const named = body['provider'];
    const name = typeof named === 'string' ? named : providerOf(type);
    if (providers.has(name)) edges.push({ from: address, to: `provider.${name}`, place });
  }
  return edges;
}

type Cycle = readonly [Edge, ...Edge[]];

/** One circle of each group of things that need each other, from its first member in code-unit order. */
function cyclesIn(edges: readonly Edge[]): Cycle[] {
  const next = new Map<string, Map<string, Place>>();
  for (const { from, to, place } of edges) {
    const targets = next.get(from) ?? new Map<string, Place>();
    if (!targets.has(to)) targets.set(to, place);
    next.set(from, targets);
  }
  const cycles: Cycle[] = [];
  for (const group of groupsIn(next)) {
    const members = new Set(group);
    const start = [...group].sort(compareText)[0];
    const cycle = start === undefined ? undefined : shortestCycle(start, members, next);
    if (cycle !== undefined) cycles.push(cycle);
  }
  return cycles.sort(([a], [b]) => compareText(a.from, b.from));
}

/** Strongly connected groups (Tarjan, without recursion). */
function groupsIn(next: ReadonlyMap<string, ReadonlyMap<string, Place>>): string[][] {
  const order = new Map<string, number>();
  const low = new Map<string, number>();
  const stack: string[] = [];
  const onStack = new Set<string>();
  const groups: string[][] = [];
  const enter = (node: string): { node: string; targets: Iterator<string, undefined> } => {
    order.set(node, order.size);
    low.set(node, order.size - 1);
    stack.push(node);
    onStack.add(node);
    return { node, targets: (next.get(node) ?? new Map<string, Place>()).keys() };
  };
  const lower = (node: string, to: number): void => void low.set(node, Math.min(low.get(node) ?? to, to));
  for (const root of next.keys()) {
    if (order.has(root)) continue;
    const path = [enter(root)];
    for (let top = path.at(-1); top !== undefined; top = path.at(-1)) {
      const step = top.targets.next();
      if (step.done !== true) {
        const target = step.value;
        if (!order.has(target)) path.push(enter(target));
        else if (onStack.has(target)) lower(top.node, order.get(target) ?? 0);
        continue;
      }
      path.pop();
      const parent = path.at(-1);
      if (parent !== undefined) lower(parent.node, low.get(top.node) ?? 0);
      if (low.get(top.node) !== order.get(top.node)) continue;
      const group = stack.splice(stack.indexOf(top.node));
      for (const member of group) onStack.delete(member);
      groups.push(group);
    }
  }
  return groups;
}

/** The shortest way from a thing back to itself inside its group (breadth first). */
function shortestCycle(
  start: string,
  members: ReadonlySet<string>,
  next: ReadonlyMap<string, ReadonlyMap<string, Place>>,
): Cycle | undefined {
  const paths: Edge[][] = [[]];
  const seen = new Set<string>();
  for (let path = paths.shift(); path !== undefined; path = paths.shift()) {
    const at = path.at(-1)?.to ?? start;
    for (const [to, place] of [...(next.get(at) ?? [])].sort(([a], [b]) => compareText(a, b))) {
      const longer = [...path, { from: at, to, place }];
      if (to === start) return longer as unknown as Cycle;
      if (!members.has(to) || seen.has(to)) continue;
      seen.add(to);
      paths.push(longer);
    }
  }
  return undefined;
}
