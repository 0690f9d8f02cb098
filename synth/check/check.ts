import type { RuleResult } from '../../policies/rule';
import type { Artifact } from '../../schemas/primitives/artifact';
import type { Finding } from '../../schemas/primitives/finding';
import type { BuiltEnvironment } from '../build/build';
import type { Installation } from '../host/host';
import type { TerraformChange } from './committed-literal';
import { formerFolders } from './former-folders';

/** How much was looked at. What is `unknown` could not be judged: it fails with `--strict`. */
export interface CheckCounts {
  readonly judged: number;
  /** Declared as not judged, each with its reason. */
  readonly opaque: number;
  readonly unknown: number;
}

/** What one rule over many objects said. */
export interface RuleOutcome {
  readonly id: string;
  readonly outcome: RuleResult['outcome'];
  /** How many objects, resources or references it looked at. */
  readonly judged: number;
}

export interface CheckInput {
  readonly installation: Installation;
  readonly built: readonly BuiltEnvironment[];
  readonly artifacts: readonly Artifact[];
  /** Files of bases that were not selected: read where a reference leads there, not judged. */
  readonly context: readonly Artifact[];
  /** Terraform files of these environments as they stand in the repository: what an edit must not lose. */
  readonly committed: readonly Artifact[];
  /** Day on which it is judged, such as `2026-11-21`: versions come to the end of their support. */
  readonly today: string;
  /** Every environment was rendered: what is not there is nowhere. */
  readonly complete: boolean;
}

export interface CheckResult {
  readonly findings: readonly Finding[];
  readonly counts: CheckCounts;
  /** In order of id; a rule that failed has none. */
  readonly rules: readonly RuleOutcome[];
}

type Judged = Omit<CheckResult, 'rules'>;

/** Folder of the validators that a build compiled; without them each is compiled as it is needed. */
const compiledFolder = 'dist/validators';

/** Judges rendered files. */
export async function checkOutput(input: CheckInput): Promise<CheckResult> {
  const byRules = await judgeByRules(input);
  const results: readonly Judged[] = [await judgeTerraform(input), await judgeManifests(input), byRules];
  const total = (count: keyof CheckCounts): number => results.reduce((sum, { counts }) => sum + counts[count], 0);
  return {
    findings: results.flatMap(({ findings }) => findings),
    counts: { judged: total('judged'), opaque: total('opaque'), unknown: total('unknown') },
    rules: byRules.rules,
  };
}

async function judgeTerraform({ installation, artifacts, context }: CheckInput): Promise<Judged> {
  const { checkInstalled } = await import('./terraform-installed');
  const only = workspacesOf(artifacts);
  const verdict = await checkInstalled(installation, [...artifacts, ...context], { only, compiledFolder });
  return {
    findings: verdict.findings,
    counts: { judged: verdict.judged, opaque: verdict.opaque.length, unknown: verdict.unknown.length },
  };
}

function workspacesOf(artifacts: readonly Artifact[]): Set<string> {
  return new Set(artifacts.flatMap(({ path, plane }) => (plane === 'terraform' ? [path.split('/')[1] ?? ''] : [])));
}

async function judgeManifests({ installation, artifacts, built }: CheckInput): Promise<Judged> {
  const { checkManifests } = await import('./kubernetes-schema');
  const versions = new Map(
    built.flatMap(({ apps, kubernetesVersion }) => apps.map(({ cluster }) => [cluster, kubernetesVersion] as const)),
  );
  const versionOf = ({ path }: Artifact): string => versions.get(path.split('/')[1] ?? '') ?? '';
  const report = await checkManifests(artifacts, { files: installation.files, versionOf, compiledFolder });
  const count = (state: string): number => report.judgements.filter((judgement) => judgement.state === state).length;
  return {
    findings: report.findings,
    counts: { judged: count('judged'), opaque: count('opaque'), unknown: count('unknown') + report.rules.unknown },
  };
}

/** Rules judge what the schemas have counted, so that they add nothing to the counts. */
async function judgeByRules(input: CheckInput): Promise<CheckResult> {
  const { artifacts, built, context, complete, committed } = input;
  const { TerraformGraph } = await import('../../schemas/graph/terraform');
  const { checkPolicies } = await import('./policies');
  const { checkDataSafety } = await import('./data-safety');
  const { checkDecreases } = await import('./refused-decrease');
  const { checkTakenNames } = await import('./taken-name');
  const { checkAdopted } = await import('./adopted');
  const { checkClusterVersions } = await import('./cluster-versions');
  const environments = built.map(({ environment }) => environment);
  const policies = checkPolicies(artifacts, { context, complete, former: formerFolders(built) });
  const judgeChange = (terraform: TerraformChange): Finding[] => [
    ...checkDataSafety(environments, terraform),
    ...checkTakenNames(environments, terraform),
    ...checkDecreases(terraform),
  ];
  const findings = [
    ...policies.findings,
    ...checkAdopted(policies.graph.terraform, workspacesOf(artifacts)),
    ...(committed.length === 0
      ? []
      : judgeChange({ before: new TerraformGraph(committed), after: policies.graph.terraform })),
    ...checkClusterVersions(artifacts, input.today),
  ];
  const rules = [...policies.results].map(([id, { outcome, judged }]) => ({ id, outcome, judged }));
  return { findings, counts: { judged: 0, opaque: 0, unknown: 0 }, rules };
}
