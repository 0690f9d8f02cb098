import type { Code } from '../../schemas/codes/catalogue';
import { sortFindings, type Finding, type Severity } from '../../schemas/primitives/finding';
import { isAtLine, isInFile, type Position } from '../../schemas/primitives/position';
import { countFindings } from './summary';

/** Version of the form below. A field may be added without a new one; none is renamed, removed or given another meaning. */
export const reportVersion = 1;

/** Findings for programs. Sorted by file, line, column, code and message; absent fields are left out. */
export interface JsonReport {
  readonly version: typeof reportVersion;
  readonly counts: { readonly errors: number; readonly warnings: number; readonly notes: number };
  readonly findings: readonly JsonFinding[];
}

/** Without a line where a whole file is meant, and without a file where what was typed is at fault. */
export interface JsonFinding extends Partial<Position> {
  /** A row of `docs/errors.md`. */
  readonly code: Code;
  readonly severity: Severity;
  readonly subject: string;
  readonly message: string;
  readonly expected?: string;
  readonly fix: string;
  /** Rendered place that was judged: `file` or `file#/json/pointer`. */
  readonly output?: string;
  readonly related?: readonly (Position & { readonly message: string })[];
}

export function jsonReport(findings: readonly Finding[]): JsonReport {
  const sorted = sortFindings(findings);
  const counts = countFindings(sorted);
  return {
    version: reportVersion,
    counts: { errors: counts.error, warnings: counts.warning, notes: counts.note },
    findings: sorted.map(jsonFinding),
  };
}

/** The report as text, with a line end. */
export function jsonText(findings: readonly Finding[]): string {
  return `${JSON.stringify(jsonReport(findings), null, 2)}\n`;
}

function jsonFinding({ code, severity, at, subject, message, expected, fix, output, related }: Finding): JsonFinding {
  return {
    code,
    severity,
    ...(isAtLine(at) ? positionOf(at) : isInFile(at) && { file: at.file }),
    subject,
    message,
    ...(expected !== undefined && { expected }),
    fix,
    ...(output !== undefined && { output }),
    ...(related &&
      related.length > 0 && { related: related.map((place) => ({ ...positionOf(place.at), message: place.message })) }),
  };
}

function positionOf({ file, line, column }: Position): Position {
  return { file, line, column };
}
