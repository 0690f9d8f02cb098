import { nearest } from '../../../schemas/primitives/nearest';
import { discoverEnvironments, type EnvironmentFile } from '../../discover';
import { resolveEnvironments } from '../../environments';
import type { Sources } from '../../load/load';
import type { Files } from '../../host/host';
import { inReach, locate, type Environment } from '../../model';
import { table } from '../table';
import { notThere, type Explanation } from './explanation';
import { isPart } from './parts';
import { shownPosition } from './values';

/** An environment, or with `key` one component that it has or stands on. */
export async function explainEnvironment(
  files: Sources & Pick<Files, 'list'>,
  { label, key }: { readonly label: string; readonly key?: string | undefined },
  width: number,
): Promise<Explanation> {
  const all = discoverEnvironments(files);
  const file = all.find((environment) => environment.label === label);
  if (!file) return unknownEnvironment(label, all);
  const { environments, findings } = await resolveEnvironments(files, all, [file]);
  const [environment] = environments;
  if (!environment) return { findings, data: {}, lines: [] };
  if (key === undefined) return { findings, ...overview(environment, width) };
  const located = locate(environment, key);
  if (!located) return unknownComponent(environment, key);
  const { explainComponent } = await import('./component');
  const { buildEnvironment } = await import('../../build/build');
  const { artifacts } = buildEnvironment(located.environment);
  return explainComponent(located, { seenFrom: environment, artifacts, width });
}

export function systemsOf(files: Pick<Files, 'exists' | 'list'>): string[] {
  return [...new Set(discoverEnvironments(files).map(({ system }) => system))];
}

/** Environments of a system. */
export async function explainSystem(
  files: Sources & Pick<Files, 'list'>,
  system: string,
  width: number,
): Promise<Explanation> {
  const all = discoverEnvironments(files);
  const own = all.filter((environment) => environment.system === system);
  const { environments, findings } = await resolveEnvironments(files, all, own);
  const facts = environments.map(({ label, settings: { aws }, components, base }) => ({
    label,
    account: aws.account,
    region: aws.region,
    components: components.size,
    ...(base ? { base: base.label } : {}),
  }));
  const rows = facts.map(({ label, account, region, components, base }) => [
    label,
    `account ${account}, ${region}`,
    `${components} ${components === 1 ? 'component' : 'components'}`,
    base === undefined ? '' : `stands on ${base}`,
  ]);
  return {
    findings,
    data: { system, environments: facts },
    lines: [`${system}:`, ...table(rows, width), '', `slipway explain ${own[0]?.label ?? ''} shows one of them.`],
  };
}

function overview(environment: Environment, width: number): Omit<Explanation, 'findings'> {
  const components = inReach(environment).map(({ component, environment: at }) => ({
    kind: component.kind,
    name: component.name,
    environment: at.label,
    at: component.origin.at,
    ...(isPart(component) ? { partOf: component.described } : {}),
    uses: [...new Set(environment.connections.filter(({ from }) => from === component).map(({ to }) => to.name))],
  }));
  const rows = (own: boolean): string[] =>
    table(
      components
        .filter((component) => (component.environment === environment.label) === own)
        .map(({ kind, name, at, partOf, uses }) => [
          kind,
          name,
          shownPosition(at),
          [
            ...(partOf === undefined ? [] : [`part of ${partOf.kind} ${partOf.name}`]),
            ...(uses.length === 0 ? [] : [`uses ${uses.join(', ')}`]),
          ].join('; '),
        ]),
      width,
    );
  const base = environment.base;
  const { account, region } = environment.settings.aws;
  return {
    data: {
      environment: { label: environment.label, account, region, ...(base ? { base: base.label } : {}), components },
    },
    lines: [
      `${environment.label}: account ${account}, ${region}${base ? `, stands on ${base.label}` : ''}`,
      '',
      'components:',
      ...rows(true),
      ...(base ? ['', `of what it stands on:`, ...rows(false)] : []),
      '',
      `slipway explain ${environment.label} <component> shows one of them.`,
    ],
  };
}

function unknownEnvironment(label: string, all: readonly EnvironmentFile[]): Explanation {
  const labels = all.map((environment) => environment.label);
  const near = nearest(label, labels);
  return notThere(label, {
    message: `there is no environment ${label}`,
    expected: labels.length === 0 ? 'environments/<system>/<environment>.yaml' : `one of ${labels.join(', ')}`,
    fix: near === undefined ? 'name one of these' : `did you mean ${near}?`,
  });
}

function unknownComponent(environment: Environment, key: string): Explanation {
  const keys = inReach(environment).map(({ component }) => component.name);
  const near = nearest(key, keys);
  return notThere(`${environment.label} ${key}`, {
    message: `${environment.label} has no component ${key}`,
    expected: `one of ${keys.join(', ')}`,
    fix: near === undefined ? 'name one of these' : `did you mean ${near}?`,
  });
}
