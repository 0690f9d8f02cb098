import type { Code } from '../../schemas/codes/catalogue';
import type { Finding } from '../../schemas/primitives/finding';
import type { Unclosed } from './yaml-scan';

/** What is said of a line of wrong form, whatever made it so. */
export const structural: ReadonlySet<Code> = new Set<Code>(['bad-indentation', 'missing-colon', 'yaml-syntax']);

/** Below a tab, lines are of wrong form since the parser lost the map that they are in. */
export function withoutEchoesOfTabs(findings: readonly Finding[]): Finding[] {
  const first = findings.findIndex(({ code }) => code === 'tab-indentation');
  return findings.filter(({ code }, index) => first === -1 || index <= first || !structural.has(code));
}

/** One finding for a run of lines with tabs, or of lines that are out of line by as much. */
export function joinRuns(findings: readonly Finding[]): Finding[] {
  const joined: { readonly first: Finding; lines: number }[] = [];
  for (const finding of findings) {
    const last = joined.at(-1);
    const follows =
      last &&
      finding.message === last.first.message &&
      (finding.code === 'tab-indentation' ||
        (finding.code === 'bad-indentation' && finding.at.column === last.first.at.column)) &&
      finding.at.line === last.first.at.line + last.lines;
    if (follows) last.lines += 1;
    else joined.push({ first: finding, lines: 1 });
  }
  return joined.map(({ first, lines }) => {
    if (lines === 1) return first;
    return {
      ...first,
      message: `${first.message}, here and on the ${lines === 2 ? 'line' : `${lines - 1} lines`} below`,
    };
  });
}

/** The tab at the start of a line that kept a quote or bracket from being closed on it: the reader gave up before it. */
export function tabWithin(text: string, { offset, until }: Unclosed): number | undefined {
  const end = text.indexOf('\n', until + 1);
  const found = /\n *\t/.exec(text.slice(offset, end === -1 ? undefined : end));
  return found ? offset + found.index + found[0].length - 1 : undefined;
}
