import { catalogue, loadKinds } from '../../catalogue';
import { nearest } from '../../../schemas/primitives/nearest';
import type { FieldFacts } from '../../docs/fields';
import { settingNames } from '../../docs/setting-facts';
import { kindFacts, type KindFacts } from '../../docs/kind-facts';
import type { MetricFacts } from '../../docs/metric-facts';
import { table } from '../table';
import { notThere, type Explanation } from './explanation';
import { fieldLines } from './field-lines';

/** Every kind with its summary, by plane. */
export async function explainCatalogue(width: number): Promise<Explanation> {
  const kinds = [...(await loadKinds(Object.keys(catalogue))).values()].map(({ kind, plane, summary }) => ({
    kind,
    plane,
    summary,
  }));
  const planes = [...new Set(kinds.map(({ plane }) => plane))].sort();
  return {
    findings: [],
    data: { kinds },
    lines: [
      ...planes.flatMap((plane) => [
        `${planeTitles[plane]}:`,
        ...table(
          kinds.filter((entry) => entry.plane === plane).map(({ kind, summary }) => [kind, summary]),
          width,
        ),
        '',
      ]),
      'slipway explain <kind> shows one of them, slipway explain settings what stands beside components,',
      'slipway explain <system>/<environment> what an environment is made of.',
    ],
  };
}

const planeTitles = {
  aws: 'on AWS',
  composite: 'several components in one',
  kubernetes: 'in Kubernetes',
} as const;

export function isKind(name: string): boolean {
  return Object.hasOwn(catalogue, name);
}

export function unknownTopic(name: string, systems: readonly string[]): Explanation {
  const near = nearest(name, ['settings', ...Object.keys(catalogue), ...settingNames(), ...systems]);
  return notThere(name, {
    message: `there is neither a kind nor a setting nor a system ${name}`,
    expected: 'a kind of `slipway explain`, `settings` or one of them, a system, or <system>/<environment>',
    fix: near === undefined ? 'see what there is: slipway explain' : `did you mean ${near}?`,
  });
}

/** A kind of the catalogue. */
export async function explainKind(name: keyof typeof catalogue, width: number): Promise<Explanation> {
  const kind = (await loadKinds([name])).get(name);
  if (!kind) throw new Error(`no kind ${name}`);
  const facts = await kindFacts(kind);
  return { findings: [], data: { kind: facts }, lines: await kindLines(facts, width) };
}

async function kindLines(facts: KindFacts, width: number): Promise<string[]> {
  const data = { yes: 'It holds data: to drop one needs a line under `removed:`.', sometimes: 'It may hold data.' };
  return [
    `${facts.kind}: ${facts.summary}`,
    ...(facts.holdsData === 'no' ? [] : [data[facts.holdsData]]),
    ...section(
      'creates',
      facts.creates.map((line) => `  ${line}`),
    ),
    ...section('fields', fieldLines(facts.fields, width)),
    ...section('fields of every component', fieldLines(facts.commonFields.filter(isTopLevel), width)),
    ...section('outputs', outputLines(facts, width)),
    ...section('access that `uses` may ask for', accessLines(facts, width)),
    ...section('metrics in CloudWatch, as its examples publish them', metricLines(facts.metrics, width)),
    ...section(
      'refused',
      table(
        facts.constraints.map(({ id, meaning, fix }) => [id, `${meaning} Fix: ${fix}.`]),
        width,
      ),
    ),
    ...(await exampleLines(facts)),
  ];
}

function isTopLevel({ path }: FieldFacts): boolean {
  return /^\w+$/.test(path);
}

function section(title: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : ['', `${title}:`, ...lines];
}

const howWords = {
  known: 'known before apply',
  bound: 'made by AWS, readable everywhere',
  runtime: 'made by AWS, readable in Terraform',
} as const;

function outputLines({ outputs }: KindFacts, width: number): string[] {
  return table(
    outputs.map(({ name, how, layer, description }) => [
      name,
      `${howWords[how]}${layer === undefined ? '' : ` (${layer})`}`,
      description,
    ]),
    width,
  );
}

function accessLines({ access }: KindFacts, width: number): string[] {
  return table(
    access.map(({ level, description, ports }) => [
      level,
      `${description}${ports.length === 0 ? '' : ` Opens: ${ports.join(', ')}.`}`,
    ]),
    width,
  );
}

/** Name, and what it is: further names, where it stands in CloudWatch, and the alarm that is recommended. */
export function metricLines(metrics: readonly MetricFacts[], width: number): string[] {
  return table(
    metrics.map(({ names: [name = '', ...others], cloudwatch, statistic, recommended, description }) => [
      name,
      [
        `${description} ${cloudwatch}, ${statistic}.`,
        ...(others.length === 0 ? [] : [`Also as ${others.join(', ')}.`]),
        ...(recommended === undefined ? [] : [`Recommended alarm: ${recommended}.`]),
      ].join(' '),
    ]),
    width,
  );
}

async function exampleLines({ examples }: KindFacts): Promise<string[]> {
  const { stringify } = await import('yaml');
  return examples.flatMap(({ title, components }) => [
    '',
    `example: ${title}`,
    ...stringify({ components }, { lineWidth: 0 })
      .trimEnd()
      .split('\n')
      .map((line) => `  ${line}`),
  ]);
}
