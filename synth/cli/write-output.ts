import { applyWrite } from '../write/apply';
import type { Lock } from '../write/lock';
import { planWrite } from '../write/plan';
import { recover } from '../write/recover';
import type { ExitCode } from './command';
import type { Session } from './session';
import { summaryOf } from './summary';

/** What a command has to say before it says what it has rendered. */
export interface Before {
  readonly data: Readonly<Record<string, unknown>>;
  readonly lines: readonly string[];
}

/**
 * Renders, checks and writes what changed, under a lock that is held already.
 * @param before What the command has done so far, for its report.
 */
export async function writeUnder(
  session: Session,
  lock: Lock,
  patterns: readonly string[],
  before: Before = { data: {}, lines: [] },
): Promise<ExitCode> {
  const recovered = await recover(session.host, { lock });
  const synthesis = await session.synthesize(patterns);
  const { data, lines } = summaryOf(synthesis);
  const findings = [...recovered, ...synthesis.findings];
  const blocked = session.exitCode(findings, synthesis.counts.unknown);
  if (blocked !== 0) {
    session.report(findings, { ...before.data, summary: data }, [
      ...before.lines,
      ...lines,
      `nothing was written; ${session.seconds()}`,
    ]);
    return blocked;
  }
  const plan = await planWrite(session.host, synthesis.outputs, { complete: synthesis.complete });
  const result = await applyWrite(session.host, plan, { lock });
  const all = [...findings, ...result.findings];
  const { written, unchanged, pruned } = result;
  session.report(all, { ...before.data, summary: { ...data, written, unchanged, pruned } }, [
    ...before.lines,
    ...lines,
    `${written} written, ${unchanged} unchanged, ${pruned} pruned; ${session.seconds()}`,
  ]);
  return session.exitCode(all, synthesis.counts.unknown);
}
