import { stringify } from 'yaml';
import type { JsonObject } from '../../schemas/primitives/artifact';
import { compareText } from '../../schemas/primitives/finding';
import { fieldTable } from './field-table';
import type { KindFacts } from './kind-facts';
import { anchorOf, code, escapeHtml, markdownTable, pageHead } from './markdown';

/** A kind with what its first example renders. */
export interface KindPageEntry {
  readonly facts: KindFacts;
  /** Terraform types and Kubernetes kinds, each with how many. */
  readonly renders: readonly string[];
  /** Requirements that committed output of the kind meets, in order. */
  readonly rows: readonly ServedRow[];
}

/** A requirement of a document, as `docs/coverage.md` lists it. */
export interface ServedRow {
  readonly id: string;
  readonly title: string;
}

/** Rows by kind. */
export type ServedRows = Readonly<Record<string, readonly ServedRow[]>>;

const planes = {
  aws: 'AWS',
  kubernetes: 'Kubernetes',
  composite: 'Several components in one',
} as const;

/** `docs/kinds.md`: everything that a description may hold. */
export function kindsPage(entries: readonly KindPageEntry[]): string {
  const sorted = [...entries].sort((a, b) => compareText(a.facts.kind, b.facts.kind));
  const common = sorted.find(({ facts }) => facts.connects)?.facts.commonFields ?? [];
  const lines = [
    ...pageHead('Kinds', 'npm run docs'),
    'What may stand below `components:`. `slipway explain <kind>` prints the same in a terminal; [settings.md](settings.md)',
    'lists what stands beside it. A key is unique over all kinds of an environment.',
    '',
    '## Overview',
    '',
    ...Object.entries(planes).flatMap(([plane, title]) => indexOf(sorted, plane, title)),
    '## Fields of every component',
    '',
    '`uses` may stand on kinds that say so.',
    '',
    ...fieldTable(common.filter(({ path }) => /^\w+$/.test(path))),
    '',
    ...sorted.flatMap(kindSection),
  ];
  return `${lines.join('\n').trimEnd()}\n`;
}

function indexOf(entries: readonly KindPageEntry[], plane: string, title: string): string[] {
  const rows = entries
    .filter(({ facts }) => facts.plane === plane)
    .map(({ facts }) => [`[${facts.kind}](#${anchorOf(facts.kind)})`, facts.summary]);
  return rows.length === 0 ? [] : [`### ${title}`, '', ...markdownTable(['kind', 'what it is'], rows), ''];
}

function kindSection({ facts, renders, rows }: KindPageEntry): string[] {
  const data = {
    yes: 'It holds data: a component that goes needs a line below `removed:`.',
    sometimes: 'It holds data with some inputs: such a component that goes needs a line below `removed:`.',
    no: '',
  };
  return [
    `## ${facts.kind}`,
    '',
    escapeHtml(
      [facts.summary, data[facts.holdsData], facts.connects ? 'It may have `uses`.' : ''].filter(Boolean).join(' '),
    ),
    '',
    ...part(
      'Creates',
      facts.creates.map((line) => `- ${escapeHtml(line)}`),
    ),
    ...part('Fields', fieldTable(facts.fields)),
    ...part('Outputs', outputTable(facts)),
    ...part(
      'Access that `uses` may ask for',
      tableOf(
        ['access', 'what it gives', 'ports'],
        facts.access.map(({ level, description, ports }) => [code(level), description, ports.map(code).join(', ')]),
      ),
    ),
    ...part('Metrics', metricLines(facts)),
    ...part(
      'Refused',
      tableOf(
        ['constraint', 'meaning', 'fix'],
        facts.constraints.map(({ id, meaning, fix }) => [code(`${facts.kind}/${id}`), meaning, fix]),
      ),
    ),
    ...part(
      'Examples',
      facts.examples.flatMap(({ title, components }, index) => [
        ...(index === 0 ? [] : ['']),
        ...exampleLines(title, components),
      ]),
    ),
    ...part(
      'The first example renders',
      renders.length === 0 ? [] : [`${renders.map((line) => code(line)).join(', ')}.`],
    ),
    ...part('Rows that it serves', rowLines(rows)),
  ];
}

/** Where there is none, it says so: a kind may be there for systems to come. */
function rowLines(rows: readonly ServedRow[]): string[] {
  if (rows.length === 0) return ['None: no system of this repository is held to what it makes.'];
  return [
    'What it makes is read by checks of these rows of [coverage.md](coverage.md).',
    '',
    ...rows.map(({ id, title }) => `- ${id}: ${escapeHtml(title)}`),
  ];
}

function part(title: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : [`### ${title}`, '', ...lines, ''];
}

function tableOf(head: readonly string[], rows: readonly (readonly string[])[]): string[] {
  return rows.length === 0 ? [] : markdownTable(head, rows);
}

const how = {
  known: 'before apply',
  bound: 'made by AWS; manifests read it from the bindings',
  runtime: 'made by AWS; Terraform alone reads it',
} as const;

function outputTable({ outputs }: KindFacts): string[] {
  return tableOf(
    ['output', 'known', 'layer', 'meaning'],
    outputs.map((output) => [code(output.name), how[output.how], output.layer ?? '', output.description]),
  );
}

function metricLines({ metrics }: KindFacts): string[] {
  if (metrics.length === 0) return [];
  return [
    'What the examples publish to CloudWatch, by the names that alarms and dashboards give.',
    '',
    ...markdownTable(
      ['metric', 'in CloudWatch', 'statistic', 'recommended alarm', 'meaning'],
      metrics.map(({ names, cloudwatch, statistic, recommended = '', description }) => [
        names.map(code).join(', '),
        code(cloudwatch),
        statistic,
        recommended,
        description,
      ]),
    ),
  ];
}

function exampleLines(title: string, components: JsonObject): string[] {
  const yaml = stringify({ components }, { lineWidth: 0 }).trimEnd();
  return [`${title.charAt(0).toUpperCase()}${escapeHtml(title.slice(1))}:`, '', '```yaml', yaml, '```'];
}
