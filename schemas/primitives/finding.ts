import type { Code } from '../codes/catalogue';
import { comparePositions, type Position } from './position';

/** `error` fails the run; `warning` is shown and fails with `--strict`; `note` is information alone. */
export type Severity = 'error' | 'warning' | 'note';

/** What a step or a check has to say about one place in the description or in the output. */
export interface Finding {
  /** Key of the code catalogue; `docs/errors.md` has one row for each. */
  readonly code: Code;
  readonly severity: Severity;
  /** The place to edit: in the description wherever one is known, otherwise in the rendered file. */
  readonly at: Position;
  /** What it is about: `pingvas/prod service user`, or an output resource such as `aws_s3_bucket.images`. */
  readonly subject: string;
  /** What is wrong, and what was found. One sentence, no trailing position. */
  readonly message: string;
  /** What was expected (allowed values, form, bounds), where that can be said. */
  readonly expected?: string;
  /** What to do about it. */
  readonly fix: string;
  /** Rendered place that was judged, where it differs from `at`: `file` or `file#/json/pointer`. */
  readonly output?: string;
  /** What is at fault, where more than one check can see it: of such findings, those of the first check alone are shown. */
  readonly cause?: string;
  /** Further places that made it: the `uses` lines of a cycle, the other owner of a name. */
  readonly related?: readonly { readonly at: Position; readonly message: string }[];
}

/** Sorted by place, then code, then message, with exact repeats dropped: the same findings in the same order on every run. */
export function sortFindings(findings: readonly Finding[]): Finding[] {
  const sorted = [...findings].sort(
    (a, b) =>
      comparePositions(a.at, b.at) ||
      compareText(a.code, b.code) ||
      compareText(a.message, b.message) ||
      compareText(a.output ?? '', b.output ?? ''),
  );
  return sorted.filter((finding, index) => index === 0 || !same(finding, sorted[index - 1]));
}

/** Findings without those that repeat, under another code, what an earlier one says of the same cause. */
export function withoutEchoes(findings: readonly Finding[]): Finding[] {
  const first = new Map<string, Code>();
  return findings.filter(({ cause, code }) => {
    if (cause === undefined) return true;
    const earlier = first.get(cause) ?? code;
    first.set(cause, earlier);
    return earlier === code;
  });
}

function same(a: Finding, b: Finding | undefined): boolean {
  return (
    b !== undefined &&
    comparePositions(a.at, b.at) === 0 &&
    a.code === b.code &&
    a.message === b.message &&
    a.output === b.output
  );
}

/** Plain code-unit order: the same in every locale. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
