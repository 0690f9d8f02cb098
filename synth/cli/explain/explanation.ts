import type { Finding } from '../../../schemas/primitives/finding';
import { commandLine } from '../../../schemas/primitives/position';

/** An answer of `slipway explain`: findings where there is nothing to explain. */
export interface Explanation {
  readonly findings: readonly Finding[];
  /** For `--json`. */
  readonly data: Readonly<Record<string, unknown>>;
  readonly lines: readonly string[];
}

/** What was asked for does not exist. */
export function notThere(subject: string, finding: Pick<Finding, 'message' | 'expected' | 'fix'>): Explanation {
  return {
    findings: [
      {
        code: 'nothing-to-explain',
        severity: 'error',
        at: commandLine,
        subject,
        ...finding,
      },
    ],
    data: {},
    lines: [],
  };
}
