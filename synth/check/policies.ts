import { rules as catalogue } from '../../policies/catalogue';
import type { Rule, RuleFinding, RuleResult } from '../../policies/rule';
import { buildGraph, type Circumstances, type OutputGraph } from '../../schemas/graph/output-graph';
import type { Artifact } from '../../schemas/primitives/artifact';
import type { Finding } from '../../schemas/primitives/finding';
import { findingAt } from './terraform-place';

export interface PolicyOptions extends Circumstances {
  /** Files that are read where a reference leads there, and not judged. */
  readonly context?: readonly Artifact[];
  /** @default all */
  readonly rules?: readonly Rule[];
}

/** What the rules over many objects said. */
export interface PolicyReport {
  readonly findings: readonly Finding[];
  /** By rule id; a rule that failed has no outcome. */
  readonly results: ReadonlyMap<string, Pick<RuleResult, 'outcome' | 'judged'>>;
  /** Rules that failed by a fault of their own: the run could not judge, and ends with 2. */
  readonly failed: readonly string[];
  /** What they judged: files are indexed once. */
  readonly graph: OutputGraph;
}

/** Judges rendered files by the rules over many objects. Findings stand at the line of the description that made the place. */
export function checkPolicies(
  artifacts: readonly Artifact[],
  { context = [], rules = catalogue, ...circumstances }: PolicyOptions = {},
): PolicyReport {
  const graph = buildGraph([...artifacts, ...context], circumstances);
  const judged = new Set(artifacts);
  const findings: Finding[] = [];
  const results = new Map<string, Pick<RuleResult, 'outcome' | 'judged'>>();
  const failed: string[] = [];
  for (const rule of rules) {
    const result = run(rule, graph);
    if (result instanceof Error) {
      failed.push(rule.id);
      findings.push(failure(rule, result));
      continue;
    }
    const own = result.findings.filter(({ place }) => judged.has(place.artifact));
    // What is broken in a file that is only read is told where that file is judged.
    const kept = result.outcome === 'not-compliant' && own.length === 0;
    results.set(rule.id, kept ? { ...result, outcome: 'compliant' } : result);
    findings.push(...own.map((finding) => located(rule, finding)));
  }
  return { findings, results, failed, graph };
}

/** A fault of one rule is no reason to be silent about what the others found. */
function run(rule: Rule, graph: OutputGraph): RuleResult | Error {
  try {
    return rule.check(graph);
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}

function located(rule: Rule, { place, severity = rule.severity, ...said }: RuleFinding): Finding {
  return findingAt(rule.id, place, { ...said, severity });
}

function failure({ id }: Rule, error: Error): Finding {
  return {
    code: 'rule-failed',
    severity: 'error',
    at: { file: `policies/${id}.ts`, line: 1, column: 1 },
    subject: id,
    message: `the rule ${id} failed: ${error.message}`,
    fix: 'report it with the output that it failed on',
  };
}
