import type { Finding } from '../../schemas/primitives/finding';

/** What came of one object. `judged` says that its schema was held against it, not that it is right. */
export interface Judgement {
  readonly path: string;
  /** `Deployment dev/user`; the path where the object does not say what it is. */
  readonly subject: string;
  readonly state: 'judged' | 'opaque' | 'unknown';
  /** Why it was not judged. */
  readonly reason?: string;
}

/** How the rules in CEL that custom resources carry came out. */
export interface RuleCounts {
  evaluated: number;
  /** Rules about a change (`oldSelf`): a rendered object has no earlier form to compare with. */
  skippedTransitions: number;
  /** Each is a finding too. */
  unknown: number;
}

export interface ManifestReport {
  readonly judgements: Judgement[];
  readonly findings: Finding[];
  readonly rules: RuleCounts;
}

export function emptyReport(): ManifestReport {
  return { judgements: [], findings: [], rules: { evaluated: 0, skippedTransitions: 0, unknown: 0 } };
}
