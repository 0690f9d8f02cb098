import { sortFindings, type Finding, type Severity } from '../../schemas/primitives/finding';
import { groupBy } from '../../schemas/primitives/group-by';
import { isAtLine, isInFile, shownPlace, type Position } from '../../schemas/primitives/position';
import { safeText } from './display';
import { excerptOf } from './excerpt';
import { countFindings } from './summary';

export interface TextOptions {
  /** Colours by ANSI sequences: only for a terminal that wants them. */
  readonly colour: boolean;
  /** Columns of the terminal. @default 120 */
  readonly width?: number;
  /** Text of a file, for excerpts; none are shown where it gives nothing. */
  readonly source: (file: string) => string | undefined;
}

type Paint = (style: keyof typeof styles, text: string) => string;

const styles = { error: '1;31', warning: '1;33', note: '1;36', file: '1', dim: '2', fix: '32' } as const;

const defaultWidth = 120;
const leastWidth = 40;

/** Findings for people: grouped by file, each with its place, an excerpt with a caret, what was expected and what to do. */
export function textReport(findings: readonly Finding[], options: TextOptions): string {
  const sorted = sortFindings(findings);
  if (sorted.length === 0) return '';
  const paint: Paint = options.colour
    ? (style, text) => `\u001b[${styles[style]}m${text}\u001b[0m`
    : (_style, text) => text;
  const writer = new Writer(options, paint);
  const blocks = [...groupBy(sorted, ({ at }) => at.file)].map(([file, group]) =>
    [...(file === '' ? [] : [writer.heading(file, group)]), ...group.map((finding) => writer.finding(finding))].join(
      '\n\n',
    ),
  );
  return `${blocks.join('\n\n')}\n\n${summaryLine(sorted, paint)}\n`;
}

function summaryLine(findings: readonly Finding[], paint: Paint): string {
  const counts = countFindings(findings);
  const files = new Set(findings.filter(({ at }) => isInFile(at)).map(({ at }) => at.file)).size;
  const parts = severities
    .filter((severity) => counts[severity] > 0)
    .map((severity) => paint(severity, plural(counts[severity], severity)));
  return `${parts.join(', ')}${files === 0 ? '' : ` in ${plural(files, 'file')}`}`;
}

const severities: readonly Severity[] = ['error', 'warning', 'note'];

function plural(count: number, word: string): string {
  return `${count} ${word}${count === 1 ? '' : 's'}`;
}

class Writer {
  private readonly sources = new Map<string, string | undefined>();
  private readonly width: number;

  constructor(
    private readonly options: TextOptions,
    private readonly paint: Paint,
  ) {
    this.width = Math.max(leastWidth, options.width ?? defaultWidth);
  }

  heading(file: string, findings: readonly Finding[]): string {
    const counts = countFindings(findings);
    const parts = severities
      .filter((severity) => counts[severity] > 0)
      .map((severity) => plural(counts[severity], severity));
    return `${this.paint('file', safeText(file))}: ${parts.join(', ')}`;
  }

  finding(finding: Finding): string {
    const what = this.paint(finding.severity, `${finding.severity} ${finding.code}`);
    const lines = [isInFile(finding.at) ? `${what}  ${place(finding.at)}` : what];
    lines.push(
      `  ${safeText(finding.subject === finding.at.file ? finding.message : `${finding.subject}: ${finding.message}`)}`,
    );
    lines.push(...this.excerpt(finding.at, finding.severity));
    if (finding.output !== undefined) lines.push(`  ${this.paint('dim', 'output:')}   ${safeText(finding.output)}`);
    if (finding.expected !== undefined) lines.push(`  ${this.paint('dim', 'expected:')} ${safeText(finding.expected)}`);
    lines.push(`  ${this.paint('fix', 'fix:')}      ${safeText(finding.fix)}`);
    for (const related of finding.related ?? []) {
      lines.push(`  ${this.paint('dim', 'see:')}      ${place(related.at)}  ${safeText(related.message)}`);
    }
    return lines.join('\n');
  }

  private excerpt(at: Position, severity: Severity): string[] {
    const text = isAtLine(at) ? this.sourceOf(at.file) : undefined;
    if (text === undefined) return [];
    const gutter = String(at.line).length;
    const excerpt = excerptOf(text, at, this.width - gutter - 7);
    if (!excerpt) return [];
    const lines = excerpt.lines.map((line) =>
      `    ${this.paint('dim', `${String(line.number).padStart(gutter)} |`)} ${line.text}`.trimEnd(),
    );
    const caret = `${' '.repeat(excerpt.caret.indent)}${this.paint(severity, '^'.repeat(excerpt.caret.width))}`;
    return [...lines, `    ${this.paint('dim', `${' '.repeat(gutter)} |`)} ${caret}`];
  }

  private sourceOf(file: string): string | undefined {
    if (!this.sources.has(file)) this.sources.set(file, this.options.source(file));
    return this.sources.get(file);
  }
}

function place({ file, line, column }: Position): string {
  return shownPlace({ file: safeText(file), line, column });
}
