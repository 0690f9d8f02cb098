import type { Finding } from '../../schemas/primitives/finding';
import type { LoadedComponent, LoadedEnvironment } from '../load/model';
import type { Environment } from '../model';
import { resolveReferences, type OpenReferences } from './references';

interface CompositesInput {
  readonly environment: Environment;
  readonly loaded: LoadedEnvironment;
  readonly findings: Finding[];
  readonly open: OpenReferences;
}

/** Parts as far as what they name is still to be checked. */
export interface Unchecked {
  /** Those whose references are. */
  readonly references: readonly LoadedComponent[];
  /** Those whose `uses` are, with the lines that are. */
  readonly uses: readonly LoadedComponent[];
}

/**
 * Checks what components of composite kinds name, in the words of what is described. Of the parts of one that is at fault
 * only the `uses` that it states itself are still to be checked: the rest would tell the fault again.
 */
export function checkComposites({ environment, loaded, findings, open }: CompositesInput): Unchecked {
  const atFault = new Map(
    loaded.composites.flatMap((described) => {
      const before = findings.length;
      resolveReferences({ environment, described, findings, open });
      return findings.length > before ? [[described.pointer, described] as const] : [];
    }),
  );
  return {
    references: loaded.components.filter(({ pointer }) => !atFault.has(pointer)),
    uses: loaded.components.map((part) => {
      const whole = atFault.get(part.pointer);
      return whole ? { ...part, uses: usesOf(part, whole) } : part;
    }),
  };
}

/** Lines of a part that its whole states. */
function usesOf(part: LoadedComponent, whole: LoadedComponent): LoadedComponent['uses'] {
  return Object.fromEntries(Object.entries(part.uses).filter(([target]) => target in whole.uses));
}
