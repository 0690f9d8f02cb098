import { codeCatalogue } from '../../schemas/codes/catalogue';
import type { CodeEntry } from '../../schemas/codes/entry';
import { compareText } from '../../schemas/primitives/finding';
import type { KindFacts } from './kind-facts';
import { code, markdownTable, pageHead } from './markdown';

/** `docs/errors.md`: a row for every code that a finding can have, and for every constraint of a kind. */
export function errorsPage(kinds: readonly KindFacts[]): string {
  const entries = Object.entries<CodeEntry>(codeCatalogue).sort(([a], [b]) => compareText(a, b));
  const constraints = kinds
    .flatMap(({ kind, constraints: own }) =>
      own.map(({ id, meaning, fix }) => [`${kind}/${id}`, meaning, fix] as const),
    )
    .sort(([a], [b]) => compareText(a, b));
  const lines = [
    ...pageHead('Findings', 'npm run docs'),
    'What `slipway` may find, by the code that each finding begins with. Errors end a run with exit code 1; warnings do so with `--strict`.',
    '',
    ...markdownTable(
      ['code', 'meaning', 'example', 'fix'],
      entries.map(([name, { meaning, example, fix }]) => [code(name), meaning, exampleCell(example), fix]),
    ),
    '',
    '## Combinations that a kind refuses',
    '',
    'A `refused-combination` names one of these in its message.',
    '',
    ...markdownTable(
      ['constraint', 'meaning', 'fix'],
      constraints.map(([name, meaning, fix]) => [code(name), meaning, fix]),
    ),
  ];
  return `${lines.join('\n')}\n`;
}

/** An example is a sentence, or the lines of a description that has the mistake. */
function exampleCell(example: string): string {
  if (/`|^[A-Z].*\.$/.test(example)) return example;
  return example
    .split('\n')
    .map((line) => indented(line.replaceAll('\t', '→')))
    .join('<br>');
}

/** Code loses the blanks that it begins with. */
function indented(line: string): string {
  const text = line.trimStart();
  return '&nbsp;'.repeat(line.length - text.length) + code(text);
}
