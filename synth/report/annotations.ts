import { sortFindings, type Finding, type Severity } from '../../schemas/primitives/finding';
import { isAtLine, isInFile, shownPlace } from '../../schemas/primitives/position';
import { safeText } from './display';

const commands: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', note: 'notice' };
const order: readonly Severity[] = ['error', 'warning', 'note'];

/**
 * Findings as workflow commands, which GitHub shows beside the lines of a pull request. It shows ten of each severity
 * for one step, so the text report should stand in the log too.
 * @see https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands
 */
export function annotations(findings: readonly Finding[]): string {
  const sorted = sortFindings(findings);
  return order
    .flatMap((severity) => sorted.filter((finding) => finding.severity === severity).map(annotation))
    .join('');
}

function annotation(finding: Finding): string {
  const { file, line, column } = finding.at;
  const where = {
    ...(isInFile(finding.at) ? { file } : {}),
    ...(isAtLine(finding.at) ? { line: String(line), col: String(column) } : {}),
  };
  const properties = { ...where, title: finding.code };
  const written = Object.entries(properties).map(([name, value]) => `${name}=${escapeProperty(value)}`);
  const lines = [
    `${finding.subject}: ${finding.message}`,
    ...(finding.expected === undefined ? [] : [`expected: ${finding.expected}`]),
    `fix: ${finding.fix}`,
    ...(finding.related ?? []).map((related) => `see: ${shownPlace(related.at)} ${related.message}`),
  ];
  return `::${commands[finding.severity]} ${written.join(',')}::${escapeData(lines.map(safeText).join('\n'))}\n`;
}

function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
