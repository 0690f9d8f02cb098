import type { Remark } from './kubernetes-schema-findings';
import type { RuleCounts } from './kubernetes-schema-report';
import type { Resolve, RulesOfObject } from './kubernetes-schema-rules';

/** What the rules of an object and the keys of its lists have to say. CEL is loaded where there is a rule to evaluate. */
export async function ruleRemarks(rules: RulesOfObject, resolve: Resolve, counts: RuleCounts): Promise<Remark[]> {
  const remarks = rules.repeated.map(({ pointer, key }): Remark => ({
    code: 'manifest-repeated-item',
    pointer,
    message: `an earlier item of the list has the same ${key}`,
    fix: 'Keep one of them, or tell them apart.',
  }));
  if (rules.sites.length === 0) return remarks;
  const { evaluateRule } = await import('./cel');
  for (const site of rules.sites) {
    const verdict = evaluateRule(site, resolve);
    const message = site.rule.message ?? `failed rule: ${site.rule.rule}`;
    const { pointer } = site;
    if (verdict.state === 'unknown') {
      counts.unknown++;
      const fix = 'Check the resource by hand, or against a cluster with `kubectl apply --dry-run=server`.';
      const reason = `a rule could not be evaluated (${verdict.reason}): ${message}`;
      remarks.push({ code: 'manifest-rule-not-evaluated', severity: 'warning', pointer, message: reason, fix });
      continue;
    }
    counts.evaluated++;
    if (verdict.state === 'broken')
      remarks.push({
        code: 'manifest-rule-broken',
        pointer,
        message,
        expected: site.rule.rule,
        fix: 'Change it so that the rule holds.',
      });
  }
  return remarks;
}
