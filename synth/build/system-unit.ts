import type { Origin } from '../../schemas/primitives/artifact';
import type { BuiltEnvironment } from './build';
import type { WorkspaceGraph } from './workspace-graph';

/** All environments of a system: what stands above each of them. */
export interface SystemUnit {
  readonly system: string;
  /** In order of their names. */
  readonly built: readonly BuiltEnvironment[];
  readonly graph: WorkspaceGraph;
  readonly origin: Origin;
}
