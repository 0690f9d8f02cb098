import type { Artifact } from '../../schemas/primitives/artifact';
import type { Finding } from '../../schemas/primitives/finding';
import type { BuiltEnvironment } from '../build/build';
import type { Files } from '../host/host';

/** How much was looked at. What is `unknown` could not be judged: it fails with `--strict`. */
export interface CheckCounts {
  readonly judged: number;
  /** Declared as not judged, each with its reason. */
  readonly opaque: number;
  readonly unknown: number;
}

export interface CheckInput {
  readonly files: Pick<Files, 'exists' | 'readText' | 'readBytes' | 'list'>;
  readonly built: readonly BuiltEnvironment[];
  readonly artifacts: readonly Artifact[];
  /** Files of bases that were not selected: read where a reference leads there, not judged. */
  readonly context: readonly Artifact[];
}

export interface CheckResult {
  readonly findings: readonly Finding[];
  readonly counts: CheckCounts;
}

/** Judges rendered files. */
export async function checkOutput(input: CheckInput): Promise<CheckResult> {
  void input;
  return Promise.resolve({ findings: [], counts: { judged: 0, opaque: 0, unknown: 0 } });
}
