import type { Artifact } from '../schemas/primitives/artifact';
import { sortFindings, withoutEchoes, type Finding } from '../schemas/primitives/finding';
import { nearest } from '../schemas/primitives/nearest';
import { commandLine } from '../schemas/primitives/position';
import { absentEnvironments, noEnvironments } from './absent';
import { readCommitted } from './build/committed';
import { keepData } from './build/data-safety';
import { buildEnvironment, type BuiltEnvironment } from './build/build';
import type { BuiltSystem } from './build/system';
import type { CheckCounts, RuleOutcome } from './check/check';
import { discoverEnvironments, selectEnvironments, type EnvironmentFile } from './discover';
import { resolveEnvironments } from './environments';
import type { Host } from './host/host';
import { strayFiles } from './stray';
import type { Output } from './write/output';

/** What one run has made of the description, before anything is written. */
export interface Synthesis {
  readonly selected: readonly EnvironmentFile[];
  /** Every environment there is was rendered: what none of them makes any more is stale. */
  readonly complete: boolean;
  readonly built: readonly BuiltEnvironment[];
  /** Systems of which not every environment was rendered, so that what they have in common was not either. */
  readonly partial: readonly string[];
  readonly outputs: readonly Output[];
  readonly findings: readonly Finding[];
  readonly counts: CheckCounts;
  /** What each rule over many objects said, in order of id. */
  readonly rules: readonly RuleOutcome[];
}

/** load → resolve → build → check, for the environments that the patterns select. */
export async function synthesize(host: Host, patterns: readonly string[]): Promise<Synthesis> {
  const all = discoverEnvironments(host);
  const { selected, unmatched } = selectEnvironments(all, patterns);
  const findings: Finding[] = unmatched.map((pattern) => unmatchedPattern(pattern, all));
  const resolved = await resolveEnvironments(host, all, selected);
  findings.push(...noEnvironments(host, all), ...absentEnvironments(host, all));
  findings.push(...strayFiles(host, all), ...resolved.findings);
  const committed = readCommitted(host, resolved.environments);
  const { built, findings: lost } = keepData(resolved.environments.map(buildEnvironment), committed);
  findings.push(...lost, ...built.flatMap((environment) => environment.findings));
  const systems = await buildSystems(all, built);
  findings.push(...systems.flatMap((system) => system.findings));
  // An environment with a mistake is missing from what follows: what others say of it can't be judged.
  const complete = built.length === all.length;
  const outputs = [
    ...built.map(({ environment, artifacts }): Output => ({
      owner: environment.label,
      source: environment.file,
      artifacts,
    })),
    ...systems.map(({ unit, artifacts }): Output => ({
      owner: unit.system,
      source: unit.origin.at.file,
      artifacts,
    })),
    ...(await ofRepository(complete ? systems : [])),
  ];
  const { checkOutput } = await import('./check/check');
  const context = contextArtifacts(built);
  const checked = await checkOutput({
    installation: host.installation,
    built,
    artifacts: outputs.flatMap((output) => output.artifacts),
    context,
    committed,
    complete,
    today: new Date(host.now()).toISOString().slice(0, 10),
  });
  findings.push(...checked.findings);
  return {
    selected,
    complete,
    built,
    partial: partialSystems(selected, systems),
    outputs,
    findings: sortFindings(withoutEchoes(findings)),
    counts: checked.counts,
    rules: checked.rules,
  };
}

/** What systems have in common: of those alone of which every environment was rendered. */
async function buildSystems(
  all: readonly EnvironmentFile[],
  built: readonly BuiltEnvironment[],
): Promise<BuiltSystem[]> {
  const whole = [...new Set(all.map(({ system }) => system))].flatMap((system) => {
    const own = built.filter(({ environment }) => environment.system === system);
    return own.length === all.filter((file) => file.system === system).length ? [{ system, own }] : [];
  });
  if (whole.length === 0) return [];
  const { buildSystem } = await import('./build/system');
  return whole.map(({ system, own }) => buildSystem(system, own));
}

/** What tells of every system at once. */
async function ofRepository(systems: readonly BuiltSystem[]): Promise<Output[]> {
  if (systems.length === 0) return [];
  const { renderRuns } = await import('./build/runs');
  return [{ owner: 'repository', source: 'environments', artifacts: renderRuns(systems.map(({ unit }) => unit)) }];
}

function partialSystems(selected: readonly EnvironmentFile[], systems: readonly BuiltSystem[]): string[] {
  const whole = new Set(systems.map(({ unit }) => unit.system));
  return [...new Set(selected.map(({ system }) => system))].filter((system) => !whole.has(system));
}

/** Bases that were not selected: rendered to be read by the checks, neither judged nor written. */
function contextArtifacts(built: readonly BuiltEnvironment[]): Artifact[] {
  const own = new Set(built.map(({ environment }) => environment.label));
  const bases = new Map<string, Artifact[]>();
  for (const { environment } of built) {
    for (let base = environment.base; base; base = base.base) {
      if (!own.has(base.label) && !bases.has(base.label)) bases.set(base.label, [...buildEnvironment(base).artifacts]);
    }
  }
  return [...bases.values()].flat();
}

/** A pattern of the command line that selects nothing. */
export function unmatchedPattern(pattern: string, all: readonly EnvironmentFile[]): Finding {
  const near = nearest(pattern, [
    ...all.map(({ label }) => label),
    ...all.map(({ name }) => name),
    ...all.map(({ system }) => system),
  ]);
  return {
    code: 'unknown-environment',
    severity: 'error',
    at: commandLine,
    subject: pattern,
    message: `no environment matches ${pattern}`,
    expected:
      all.length === 0
        ? 'environments/<system>/<environment>.yaml'
        : `one of ${all.map(({ label }) => label).join(', ')}, or a pattern with *`,
    fix: near === undefined ? 'name one of these' : `did you mean ${near}?`,
  };
}
