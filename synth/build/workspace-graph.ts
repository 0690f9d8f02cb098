import { workspaceName } from '../../schemas/contract/layers';
import { compareText } from '../../schemas/primitives/finding';
import type { Environment } from '../model';
import type { WorkspaceInProgress } from './aws';

/** A workspace and those whose state it reads. */
export interface WorkspaceNode {
  readonly name: string;
  readonly environment: Environment;
  readonly layer: string;
  /** Names of the workspaces whose outputs it reads, in order. */
  readonly reads: readonly string[];
}

/** The workspaces of a system with their reads: who has to be applied before whom. */
export class WorkspaceGraph {
  private readonly byName: ReadonlyMap<string, WorkspaceNode>;

  constructor(readonly nodes: readonly WorkspaceNode[]) {
    this.byName = new Map(nodes.map((node) => [node.name, node]));
  }

  /** Rounds of an apply: everything that a workspace reads stands in an earlier round. */
  rounds(): readonly (readonly WorkspaceNode[])[] {
    const depths = new Map<string, number>();
    const depth = (name: string): number => {
      const known = depths.get(name);
      if (known !== undefined) return known;
      const own = 1 + Math.max(-1, ...this.reads(name).map(depth));
      depths.set(name, own);
      return own;
    };
    const rounds: WorkspaceNode[][] = [];
    for (const node of this.nodes) (rounds[depth(node.name)] ??= []).push(node);
    return rounds;
  }

  /** What a workspace reads and nothing else that it reads does read: one trigger for each way, none twice. */
  triggersOf(name: string): string[] {
    const direct = this.reads(name);
    return direct.filter((source) => !direct.some((other) => other !== source && this.upstream(other).has(source)));
  }

  /** Workspaces that read this one. */
  consumersOf(name: string): string[] {
    return this.nodes.filter(({ reads }) => reads.includes(name)).map((node) => node.name);
  }

  /** Everything that comes after some workspaces, themselves included, in order of application. */
  downstream(names: Iterable<string>): string[] {
    const touched = new Set(names);
    const inOrder = this.rounds().flat();
    for (const { name, reads } of inOrder) if (reads.some((source) => touched.has(source))) touched.add(name);
    return inOrder.filter(({ name }) => touched.has(name)).map(({ name }) => name);
  }

  private upstream(name: string): Set<string> {
    const found = new Set<string>();
    const visit = (at: string): void => {
      for (const source of this.reads(at)) {
        if (found.has(source)) continue;
        found.add(source);
        visit(source);
      }
    };
    visit(name);
    return found;
  }

  /** Reads of what is outside the system (or made nothing) are no part of its order. */
  private reads(name: string): readonly string[] {
    return (this.byName.get(name)?.reads ?? []).filter((source) => this.byName.has(source));
  }
}

export function workspaceGraph(workspaces: readonly WorkspaceInProgress[]): WorkspaceGraph {
  const nodes = workspaces.map(({ environment, layer, reads }) => ({
    name: workspaceName(environment.system, environment.name, layer),
    environment,
    layer,
    reads: [
      ...new Set(
        [...reads.values()].map((read) => workspaceName(read.environment.system, read.environment.name, read.layer)),
      ),
    ].sort(compareText),
  }));
  return new WorkspaceGraph(nodes);
}
