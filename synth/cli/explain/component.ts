import type { Connection } from '../../../schemas/contract/connection';
import { workspaceName } from '../../../schemas/contract/layers';
import type { Knowledge, OutputValue } from '../../../schemas/contract/output';
import type { Artifact } from '../../../schemas/primitives/artifact';
import { compareText } from '../../../schemas/primitives/finding';
import { addressesOf } from '../../build/identity-blocks';
import { addressOf } from '../../build/kubernetes';
import { outputsOf, valueOf } from '../../build/outputs';
import { metricFacts } from '../../docs/metric-facts';
import { metricsOf, type Environment, type Located } from '../../model';
import { table } from '../table';
import type { Explanation } from './explanation';
import { metricLines } from './kinds';
import { partNote, partRow, partsOf } from './parts';
import { resolvedValues, shownPosition, type ResolvedValue } from './values';

interface OutputRow {
  readonly name: string;
  readonly how: Knowledge;
  /** The literal, or what the bindings hold. */
  readonly value?: OutputValue;
  /** Workspace that makes it. */
  readonly workspace?: string;
  readonly description: string;
}

interface FileRow {
  readonly path: string;
  /** Addresses of Terraform resources, or Kubernetes objects. */
  readonly makes: readonly string[];
}

interface ConnectionRow {
  readonly from: string;
  readonly to: string;
  readonly access: string;
  readonly at: string;
}

export interface View {
  /** The environment that was asked about, which may stand on the component's own. */
  readonly seenFrom: Environment;
  /** What was built of the component's own environment. */
  readonly artifacts: readonly Artifact[];
  readonly width: number;
}

/** All that is known of one component. */
export function explainComponent(located: Located, { seenFrom, artifacts, width }: View): Explanation {
  const { component, environment } = located;
  const values = resolvedValues(environment, component);
  const connections = chainOf(seenFrom).flatMap((at) => at.connections);
  const uses = connections.filter(({ from }) => from === component).map(connectionRow);
  const usedBy = connections.filter(({ to }) => to === component).map(connectionRow);
  const outputs = outputRows(located);
  const metrics = metricFacts(Object.entries(metricsOf(located)));
  const parts = partsOf(located);
  const files = fileRows(artifacts, component.origin.subject);
  const { kind, name, origin, described } = component;
  return {
    findings: [],
    data: {
      component: {
        ...{ kind, name, environment: environment.label, at: origin.at, described, parts },
        ...{ values, uses, usedBy, outputs, metrics, files },
      },
    },
    lines: [
      `${environment.label} ${kind} ${name}${partNote(component)}, described at ${shownPosition(origin.at)}`,
      ...section('values', valueLines(values, width)),
      ...section(
        'uses',
        table(
          uses.map(({ to, access, at }) => [to, access, at]),
          width,
        ),
      ),
      ...section(
        'used by',
        table(
          usedBy.map(({ from, access, at }) => [from, access, at]),
          width,
        ),
      ),
      ...section('outputs', outputLines(outputs, width)),
      ...section('metrics in CloudWatch', metricLines(metrics, width)),
      ...section(`all parts of ${described.kind} ${described.name}`, table(parts.map(partRow), width)),
      ...section(
        'makes',
        files.flatMap(({ path, makes }) => [`  ${path}`, ...makes.map((made) => `    ${made}`)]),
      ),
    ],
  };
}

function section(title: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : ['', `${title}:`, ...lines];
}

function chainOf(environment: Environment): Environment[] {
  return environment.base ? [environment, ...chainOf(environment.base)] : [environment];
}

function connectionRow({ from, to, access, at }: Connection): ConnectionRow {
  return { from: labelOf(from), to: labelOf(to), access, at: shownPosition(at) };
}

function labelOf({ system, environment, name }: Connection['from']): string {
  return `${system}/${environment} ${name}`;
}

function valueLines(values: readonly ResolvedValue[], width: number): string[] {
  return table(
    values.map(({ path, value, from }) => [path, typeof value === 'string' ? value : JSON.stringify(value), from]),
    width,
  );
}

function outputRows(located: Located): OutputRow[] {
  const { component, environment } = located;
  return Object.entries(outputsOf(located))
    .flatMap(([name, output]): OutputRow[] => {
      const { how, description } = output;
      const value = valueOf(located, output);
      if (value === undefined) return [];
      if (how === 'known') return [{ name, how, value, description }];
      const workspace = workspaceName(environment.system, environment.name, output.layer ?? 'platform');
      const bound = how === 'bound' ? environment.bindings[component.name]?.[name] : undefined;
      return [{ name, how, ...(bound === undefined ? {} : { value: bound }), workspace, description }];
    })
    .sort((a, b) => compareText(a.name, b.name));
}

function outputLines(outputs: readonly OutputRow[], width: number): string[] {
  return table(
    outputs.map((row) => [row.name, row.how, stateOf(row)]),
    width,
  );
}

function stateOf({ how, value, workspace }: OutputRow): string {
  const shown = typeof value === 'object' ? value.join(', ') : value;
  if (how === 'known') return shown ?? '';
  if (how === 'runtime') return `made by workspace ${workspace ?? ''}`;
  return `${shown ?? 'not bound yet'} (made by workspace ${workspace ?? ''})`;
}

/** Files that are the component's own, and those of others that hold a part which comes from it. */
function fileRows(artifacts: readonly Artifact[], subject: string): FileRow[] {
  return artifacts
    .filter(
      ({ origin, origins = {} }) =>
        origin.subject === subject || Object.values(origins).some((part) => part.subject === subject),
    )
    .map((artifact) => ({ path: artifact.path, makes: makesOf(artifact) }))
    .sort((a, b) => compareText(a.path, b.path));
}

function makesOf({ content, plane }: Artifact): string[] {
  if (typeof content === 'string') return [];
  return plane === 'kubernetes' ? [addressOf(content)] : addressesOf(content).sort();
}
