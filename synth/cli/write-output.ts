import { applyWrite } from '../write/apply';
import type { Lock } from '../write/lock';
import { planWrite } from '../write/plan';
import { recover } from '../write/recover';
import type { ExitCode } from './command';
import type { Session } from './session';
import { summaryOf } from './summary';

export interface WriteRun {
  /** Environments, as the command line names them; none means all. */
  readonly patterns: readonly string[];
  /** What the command has to say before it says what it has rendered. */
  readonly data?: Readonly<Record<string, unknown>>;
  readonly lines?: readonly string[];
}

/** Renders, checks and writes what changed, under a lock that is held already. */
export async function writeUnder(
  session: Session,
  lock: Lock,
  { patterns, data: known = {}, lines: said = [] }: WriteRun,
): Promise<ExitCode> {
  const recovered = await recover(session.host, { lock });
  const synthesis = await session.synthesize(patterns);
  const { data, lines } = summaryOf(synthesis);
  const findings = [...recovered, ...synthesis.findings];
  const blocked = session.exitCode(findings, synthesis.counts.unknown);
  if (blocked !== 0) {
    session.report(findings, { ...known, summary: data }, [
      ...said,
      ...lines,
      `nothing was written; ${session.seconds()}`,
    ]);
    return blocked;
  }
  const plan = await planWrite(session.host, synthesis.outputs, { complete: synthesis.complete });
  const result = await applyWrite(session.host, plan, { lock });
  const all = [...findings, ...result.findings];
  const { written, unchanged, pruned } = result;
  session.report(all, { ...known, summary: { ...data, written, unchanged, pruned } }, [
    ...said,
    ...lines,
    `${written} written, ${unchanged} unchanged, ${pruned} pruned; ${session.seconds()}`,
  ]);
  return session.exitCode(all, synthesis.counts.unknown);
}
