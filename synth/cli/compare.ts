import type { Finding } from '../../schemas/primitives/finding';
import type { Synthesis } from '../pipeline';
import { checkWrite } from '../write/check';
import { planWrite } from '../write/plan';
import { recover } from '../write/recover';
import type { Session } from './session';

/** Renders and checks, and holds the result against the committed files. Writes nothing but what an interrupted run left to do. */
export async function compareWithDisk(session: Session): Promise<{ findings: Finding[]; synthesis: Synthesis }> {
  const recovered = await recover(session.host);
  const synthesis = await session.synthesize(session.context.positionals);
  const plan = await planWrite(session.host, synthesis.outputs, { complete: synthesis.complete });
  return { findings: [...recovered, ...synthesis.findings, ...checkWrite(plan)], synthesis };
}
